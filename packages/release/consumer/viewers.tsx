// A page that someone could write with the packages: it lists the viewers of a workspace.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { WebWork } from '@webwork-sdk/client';
import { WebWorkProvider } from '@webwork-sdk/react-query';
import { useGetProjectViewersQuery } from '@webwork-sdk/react-query/project-viewers';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

const baseUrl = new URLSearchParams(location.search).get('api') ?? '';
const webwork = new WebWork({ token: 'any-token', baseUrl });

function Viewers(): ReactNode {
  const { data = [], error } = useGetProjectViewersQuery({ workspace_id: 1 });
  return <ul>{error ? error.message : data.map(({ id, email }) => <li key={id}>{email}</li>)}</ul>;
}

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <WebWorkProvider client={webwork}>
        <Viewers />
      </WebWorkProvider>
    </QueryClientProvider>,
  );

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { WebWorkProvider } from '@webwork-sdk/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ViewersConsole } from './viewers-console.tsx';
import { webwork } from './webwork.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/panels.css';
import './styles/viewers.css';
import './styles/dialogs.css';

// The client retries by itself what may be repeated; a second layer would multiply the attempts.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to render into.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WebWorkProvider client={webwork}>
        <ViewersConsole />
      </WebWorkProvider>
    </QueryClientProvider>
  </StrictMode>,
);

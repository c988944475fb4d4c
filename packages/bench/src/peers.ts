import { relative } from 'node:path';

/** Lets a generator write its packages for a document into a folder. */
export type Generate = (document: string, folder: string) => Promise<void>;

/** The generators beside sdkwright, each with the three things it is compared for: types, a fetch client, hooks. */
export const peers: Readonly<Record<'hey-api' | 'orval' | 'kubb', Generate>> = {
  'hey-api': async (document, folder) => {
    const { createClient } = await import('@hey-api/openapi-ts');
    await createClient({
      input: document,
      output: { path: folder, postProcess: [] },
      logs: { level: 'silent', file: false },
      plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch', '@tanstack/react-query'],
    });
  },
  orval: async (document, folder) => {
    const { default: orval } = await import('orval');
    await orval({
      input: { target: document },
      output: {
        target: `${folder}/client.ts`,
        client: 'react-query',
        httpClient: 'fetch',
        baseUrl: 'https://api.example.com/api/v2',
      },
    });
  },
  kubb: async (document, folder) => {
    const [{ build }, { pluginOas }, { pluginTs }, { pluginClient }, { pluginReactQuery }] =
      await Promise.all([
        import('@kubb/core'),
        import('@kubb/plugin-oas'),
        import('@kubb/plugin-ts'),
        import('@kubb/plugin-client'),
        import('@kubb/plugin-react-query'),
      ]);
    await build({
      config: {
        // With another root it writes everything here as well.
        root: process.cwd(),
        input: { path: document },
        output: { path: relative(process.cwd(), folder), clean: true, format: false, lint: false },
        plugins: [
          pluginOas({ validate: false, generators: [] }),
          pluginTs(),
          pluginClient({ client: 'fetch' }),
          pluginReactQuery({ client: { client: 'fetch' } }),
        ],
      },
    });
  },
};

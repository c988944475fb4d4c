import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/**
 * The Vite configuration of the page, with `/api` leading to the API at `apiUrl`. One origin for both, so that the
 * page needs to know no address and the API no CORS.
 */
export function siteConfig(apiUrl: string): InlineConfig {
  const proxy = {
    '/api': { target: apiUrl, changeOrigin: true, rewrite: (path: string) => path.replace(/^\/api/, '') },
  };
  return {
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    server: { host: '127.0.0.1', proxy },
    preview: { host: '127.0.0.1', port: 0, proxy },
  };
}

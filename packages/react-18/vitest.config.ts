import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: ViteUserConfig = defineConfig({
  // The tests are another package's: these are taken from this one all the same.
  resolve: { dedupe: ['@tanstack/react-query', '@testing-library/react', 'react', 'react-dom'] },
  test: {
    dir: here('../react-query-core/test'),
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: [here('src/oldest.ts'), here('../react-query-core/test/patience.ts')],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

export default config;

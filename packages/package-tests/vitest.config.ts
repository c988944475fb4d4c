import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadlines. Installing may have to download everything once.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 240_000, maxConcurrency: 2 },
});

export default config;

import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadlines. Versioning and publishing are programs of others, a few seconds each.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxConcurrency: 2 },
});

export default config;

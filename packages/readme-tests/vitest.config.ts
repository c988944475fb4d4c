import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadlines. One compiler run checks all examples; each example that runs is a process of its own.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 90_000, maxConcurrency: 2 },
});

export default config;

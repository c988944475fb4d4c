import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.{ts,tsx}'], testTimeout: 10_000, hookTimeout: 10_000 },
});

export default config;

import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
});

export default config;

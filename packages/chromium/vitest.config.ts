import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test, for a busy machine.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});

export default config;

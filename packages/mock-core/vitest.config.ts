import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test. Prism takes a second to start, several on a busy machine.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
});

export default config;

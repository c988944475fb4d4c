import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test; a call takes milliseconds, the mock a second or two to start, filling a cache with every query longer.
const config: ViteUserConfig = defineConfig({
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 },
});

export default config;

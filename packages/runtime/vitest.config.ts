import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test, for a busy machine; nothing here takes a second on a quiet one.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
  },
});

export default config;

import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The page is built as it would be published: with 'test', React would mount everything twice.
    env: { NODE_ENV: 'production' },
    // One Chromium at a time on a small machine.
    fileParallelism: false,
  },
});

export default config;

import { playwright } from '@vitest/browser-playwright';
import { launchOptions } from '@webwork-sdk/chromium';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const tests = {
  include: ['test/**/*.test.{ts,tsx}'],
  setupFiles: ['test/patience.ts'],
  testTimeout: 20_000,
  hookTimeout: 20_000,
};

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { ...tests, name: 'node' } },
      {
        test: {
          ...tests,
          name: 'chromium',
          // What a server does needs one: its streams, and that there is no window.
          exclude: ['test/server*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

export default config;

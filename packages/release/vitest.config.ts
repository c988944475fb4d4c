import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadlines. Versioning and publishing are programs of others, a few seconds each.
const tests = { testTimeout: 60_000, hookTimeout: 60_000, maxConcurrency: 2 };

// Two at a time on any machine: they spend their time waiting for the programs that they start.
const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...tests, name: 'release', include: ['test/*.test.ts'] } },
      // What only the whole repository shows, and runs again when any part of it changes.
      { test: { ...tests, name: 'repository', include: ['test/repository/*.test.ts'] } },
    ],
  },
});

export default config;

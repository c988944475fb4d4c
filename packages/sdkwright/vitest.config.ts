import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The deadline of every test. The command line starts a process, and a compiler takes seconds on a busy machine.
const config: ViteUserConfig = defineConfig({
  // One load of the engines serves every file of a worker; no test changes a module.
  test: { include: ['test/**/*.test.ts'], isolate: false, testTimeout: 60_000, hookTimeout: 60_000 },
});

export default config;

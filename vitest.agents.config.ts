import { defineConfig } from 'vitest/config';

/** The real agent programs, installed from npm on the first run. */
export default defineConfig({
  test: {
    include: ['test/agents/**/*.test.ts'],
    globalSetup: 'test/support/one-temp-folder.ts',
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 600_000,
    // Each starts programs of 300 MB.
    fileParallelism: false,
  },
});

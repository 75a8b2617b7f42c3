import { defineConfig } from 'vitest/config';

/** Every fault that can be produced: minutes of waiting, most of it side by side. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: 'test/support/one-temp-folder.ts',
    // the rows have limits of their own, which grow with the machine
    testTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    maxConcurrency: 4,
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

/** Every fault that can be produced: minutes of waiting, most of it side by side. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    maxConcurrency: 8,
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/agents/**', 'test/faults/**', 'node_modules/**'],
    testTimeout: 30_000,
    // much of it is waiting: for processes, for GitHub's pacing
    maxWorkers: 2,
  },
});

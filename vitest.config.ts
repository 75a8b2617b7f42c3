import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/one-temp-folder.ts',
    exclude: ['test/agents/**', 'test/faults/**', 'node_modules/**'],
    // far above what anything takes: they tell a hang from a machine that is busy with something else
    testTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    // much of it is waiting: for processes, for GitHub's pacing
    maxWorkers: 2,
  },
});

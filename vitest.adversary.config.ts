import { defineConfig } from 'vitest/config';

/** What an adversary who has read our code would try. */
export default defineConfig({
  test: {
    include: ['test/adversary/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

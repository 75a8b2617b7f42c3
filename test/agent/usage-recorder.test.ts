import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordUsage } from '../../src/agent/usage-recorder.ts';
import type { Tokens } from '../../src/outcome.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session whose output tokens are what the test says. */
function aSession() {
  let tokens: Tokens | undefined;
  const recorded: number[] = [];
  const recorder = recordUsage(
    () => ({ tokens, costUsd: undefined }),
    ({ tokens: { output } }) => recorded.push(output),
  );
  return {
    recorder,
    recorded,
    says(output: number) {
      tokens = { input: 1, output, cacheRead: 0, cacheWrite: 0 };
      recorder.check();
    },
  };
}

test('the first figure is recorded at once, then one each five seconds', () => {
  const { recorder, recorded, says } = aSession();
  recorder.check();
  for (let second = 0; second <= 11; second++) {
    says(second);
    vi.advanceTimersByTime(1000);
  }
  expect(recorded).toEqual([0, 5, 10]);
});

test('a long session is recorded less often: six hours have some 500 figures', () => {
  const { recorded, says } = aSession();
  for (let second = 0; second < 6 * 3600; second++) {
    says(second);
    vi.advanceTimersByTime(1000);
  }
  expect(recorded.slice(0, 4)).toEqual([0, 5, 10, 15]);
  expect(recorded.length).toBeGreaterThan(400);
  expect(recorded.length).toBeLessThan(500);
});

test('what has not changed is not recorded', () => {
  const { recorder, recorded, says } = aSession();
  says(7);
  vi.advanceTimersByTime(60_000);
  says(7);
  recorder.finish();
  expect(recorded).toEqual([7]);
});

test('the last figure is recorded, once', () => {
  const { recorder, recorded, says } = aSession();
  says(1);
  says(2);
  recorder.finish();
  recorder.finish();
  expect(recorded).toEqual([1, 2]);
});

test('a session without figures has none', () => {
  const { recorder, recorded } = aSession();
  recorder.finish();
  expect(recorded).toEqual([]);
});

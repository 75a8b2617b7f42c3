import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/report/html/run-events.ts';
import { usagePoints } from '../../../src/report/html/usage-points.ts';

const START = '2026-11-23T10:00:00.000Z';
const usage = (second: number, fields: object = {}): RunEvent => ({
  at: new Date(Date.parse(START) + second * 1000).toISOString(),
  event: 'session_usage',
  run: 'run-1',
  input: second * 100,
  output: second,
  cost_usd: null,
  ...fields,
});

it('are seconds, tokens and dollars, of the events that have them', () => {
  const others = [{ ...usage(1), event: 'hook' }, usage(2, { input: 'much' })];
  expect(usagePoints([...others, usage(3), usage(4.26, { cost_usd: 0.5 })], START)).toEqual([
    [3, 303, null],
    [4.3, 430.26, 0.5],
  ]);
});

it('of a long session are thinned evenly, the first and the last kept', () => {
  const points = usagePoints(
    Array.from({ length: 4000 }, (_, second) => usage(second)),
    START,
  );
  expect([points.length, points[0]?.[0], points[100]?.[0], points.at(-1)?.[0]]).toEqual([200, 0, 2010, 3999]);
});

import { expect, test } from 'vitest';
import { createCostLimit } from '../../src/dispatch/cost-limit.ts';

test('the costs of all sessions add up, each by its highest figure, and the limit is told once', () => {
  const told: string[] = [];
  const limit = createCostLimit(1, (detail) => told.push(detail));
  const [first, second] = [limit.open(), limit.open()];
  first(0.25);
  first(0.5);
  first(0.4);
  second(0.49);
  expect(told).toEqual([]);
  second(0.5);
  second(0.9);
  expect(told).toEqual(['the sessions of this job cost $1.00 so far, and `loop.max_cost_usd` is $1.00']);
});

test('without a limit nothing is told', () => {
  const told: string[] = [];
  createCostLimit(undefined, (detail) => told.push(detail)).open()(1_000_000);
  expect(told).toEqual([]);
});

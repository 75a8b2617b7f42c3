import { describe, expect, it } from 'vitest';
import { costOf, describeBudget, overLimit } from '../../src/agent/budget.ts';
import { anAgent } from '../support/builders.ts';

describe('a limit', () => {
  const cases = [
    { limits: {}, spent: { costUsd: 1e6, outputTokens: 1e9 }, says: undefined },
    { limits: { maxCostUsd: 1 }, spent: { costUsd: 1, outputTokens: 1e9 }, says: undefined },
    { limits: { maxCostUsd: 1 }, spent: { costUsd: undefined, outputTokens: 1e9 }, says: undefined },
    {
      limits: { maxCostUsd: 1 },
      spent: { costUsd: 1.00001, outputTokens: 7 },
      says: 'over its limit of $1.00: it cost $1.00001',
    },
    {
      limits: { maxCostUsd: 0.005 },
      spent: { costUsd: 0.25, outputTokens: 7 },
      says: 'over its limit of $0.005: it cost $0.25',
    },
    { limits: { maxOutputTokens: 7 }, spent: { costUsd: 9, outputTokens: 7 }, says: undefined },
    {
      limits: { maxOutputTokens: 7 },
      spent: { costUsd: undefined, outputTokens: 8 },
      says: 'over its limit of 7 output tokens: it used 8',
    },
    {
      limits: { maxCostUsd: 1, maxOutputTokens: 7 },
      spent: { costUsd: 2, outputTokens: 8 },
      says: 'over its limit of $1.00: it cost $2.00',
    },
  ];
  it.each(cases)('of $limits with $spent', ({ limits, spent, says }) => {
    expect(overLimit(anAgent(limits), spent)).toBe(says);
  });
});

it('tokens read from the cache have their own price, and the others theirs', () => {
  const tokens = { input: 1_000_000, cacheRead: 600_000, cacheWrite: 0, output: 100_000 };
  expect(costOf(tokens, { input: 1.25, cachedInput: 0.125, output: 10 })).toBeCloseTo(0.5 + 0.075 + 1, 10);
});

describe('the start line', () => {
  const cases = [
    { profile: anAgent({ runtime: 'codex' }), says: undefined },
    {
      profile: anAgent({ runtime: 'codex', maxCostUsd: 2.5, maxOutputTokens: 900 }),
      says: 'at most $2.50 and 900 output tokens',
    },
    {
      profile: anAgent({ runtime: 'codex', maxOutputTokens: 900, flags: ['--ephemeral'] }),
      says: 'at most 900 output tokens, checked when the session ends (`--ephemeral` keeps no session file to read)',
    },
    { profile: anAgent({ runtime: 'claude_code', maxCostUsd: 1 }), says: 'at most $1.00' },
    {
      profile: anAgent({ runtime: 'command', maxCostUsd: 1 }),
      says: 'at most $1.00, checked by the figures that it prints',
    },
  ];
  it.each(cases)('says $says', ({ profile, says }) => expect(describeBudget(profile)).toBe(says));
});

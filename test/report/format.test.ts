import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/outcome.ts';
import { formatCost, formatDuration, formatEnd, formatTokens } from '../../src/report/format.ts';
import { anAttempt, anIssue } from '../support/builders.ts';
import { aSession } from '../support/report.ts';

describe('figures as text', () => {
  it.each([
    [0, '0.0s'],
    [420, '0.4s'],
    [12_400, '12s'],
    [192_000, '3m 12s'],
    [59_999, '1m 00s'],
    [3_600_000, '1h 00m'],
    [5_520_000, '1h 32m'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it.each([
    [1, '1 token'],
    [870, '870 tokens'],
    [4_140, '4.1k tokens'],
    [41_300, '41k tokens'],
    [1_240_000, '1.2M tokens'],
  ])('%d tokens are %s', (input, text) => {
    expect(formatTokens({ input, output: 0 })).toBe(text);
  });

  it.each([
    [0, '$0.00'],
    [0.0042, '$0.004'],
    [0.42, '$0.42'],
    [12.345, '$12.35'],
  ])('%d dollars are %s', (usd, text) => {
    expect(formatCost(usd)).toBe(text);
  });
});

describe('lines of a session', () => {
  const issue = anIssue({ id: '12' });

  it.each<[Verdict, string]>([
    [{ state: 'completed' }, 'completed in 3m 12s, 41k tokens, $0.42'],
    [
      { state: 'failed', class: 'timeout', reason: 'timed out after 60 min' },
      'failed after 3m 12s, 41k tokens, $0.42 (timeout): timed out after 60 min',
    ],
    [
      { state: 'cancelled', class: 'cancelled', reason: 'time budget' },
      'cancelled after 3m 12s, 41k tokens, $0.42: time budget',
    ],
  ])('an attempt ends with %j', (verdict, line) => {
    expect(
      formatEnd(
        anAttempt({ issue, verdict, session: aSession({ input: 40_000, output: 1_000, costUsd: 0.42 }) }),
      ),
    ).toBe(line);
  });

  it('tools that the agent was denied are counted', () => {
    const session = aSession({ permissionDenials: 2 });
    expect(formatEnd(anAttempt({ issue, session }))).toBe(
      'completed in 3m 12s, 1.1k tokens, 2 permission denials',
    );
  });

  it('what is unknown is left out', () => {
    expect(formatEnd(anAttempt({ issue }))).toBe('completed in 3m 12s');
  });
});

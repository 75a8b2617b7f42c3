import { describe, expect, it } from 'vitest';
import type { RunReason } from '../../src/outcome.ts';
import { decideExit } from '../../src/report/exit.ts';
import { anAttempt, anIssue } from '../support/builders.ts';

const issue = anIssue({ id: '1' });
const failed = anAttempt({ issue, verdict: { state: 'failed', class: 'agent', reason: 'x' } });
const cancelled = anAttempt({ issue, verdict: { state: 'cancelled', class: 'cancelled', reason: 'x' } });
const completed = anAttempt({ issue });

describe('decideExit', () => {
  it.each<[RunReason, 0 | 1]>([
    ['drained', 0],
    ['max-iterations', 0],
    ['time-budget', 0],
    ['cost-limit', 0],
    ['rate-limited', 1],
    ['credentials', 1],
    ['cancelled', 1],
    ['intake-failed', 1],
    ['bad-workflow', 1],
    ['bad-input', 1],
  ])('a run that ended as %s exits %d, whatever fail-on says', (reason, code) => {
    expect(decideExit({ reason, attempts: [completed] }, 'session-failure')).toBe(code);
    expect(decideExit({ reason, attempts: [completed] }, 'never')).toBe(code);
  });

  it.each([
    ['a failed stage run', [failed], 1],
    ['a failed attempt before one that completed', [{ ...failed, final: false }, completed], 0],
    ['a stage run that the time budget cancelled', [cancelled], 0],
  ] as const)('%s decides', (_, attempts, code) => {
    expect(decideExit({ reason: 'time-budget', attempts }, 'session-failure')).toBe(code);
    expect(decideExit({ reason: 'time-budget', attempts }, 'never')).toBe(0);
  });
});

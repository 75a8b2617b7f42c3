/** Builders of what the report is made from. */
import type { RunOutcome, SessionSnapshot, SkippedIssue } from '../../src/outcome.ts';

export function anOutcome(fields: Partial<RunOutcome> = {}): RunOutcome {
  return {
    reason: 'drained',
    detail: undefined,
    startedAt: new Date('2026-11-23T10:00:00Z'),
    endedAt: new Date('2026-11-23T10:10:00Z'),
    pulls: 2,
    failedPulls: 0,
    attempts: [],
    skipped: [],
    unmoved: [],
    planned: [],
    searched: undefined,
    hasMore: false,
    notUndone: [],
    ...fields,
  };
}

export function aSession(
  fields: Partial<SessionSnapshot> & { input?: number; output?: number } = {},
): SessionSnapshot {
  const { input = 1000, output = 100, ...snapshot } = fields;
  return {
    sessionId: 'session-1',
    tokens: { input, output, cacheRead: 0, cacheWrite: 0 },
    costUsd: undefined,
    toolCalls: 3,
    permissionDenials: 0,
    retries: 0,
    lastMessage: 'done',
    lastEventAt: undefined,
    ...snapshot,
  };
}

export function aSkip(fields: Partial<SkippedIssue> & Pick<SkippedIssue, 'reason'>): SkippedIssue {
  return {
    id: '13',
    ref: '#13',
    title: 'another issue',
    url: 'https://github.com/o/r/issues/13',
    state: 'todo',
    detail: 'issue concurrency is full; skipping issue this cycle',
    ...fields,
  };
}

import { expect, it } from 'vitest';
import { packSessions, unpackSessions } from '../../../src/report/html/pack-sessions.ts';
import type { PageSession } from '../../../src/report/html/page-data.ts';
import { createRecord } from '../../../src/report/record.ts';
import { anAttempt, anIssue } from '../../support/builders.ts';
import { anOutcome, aSession } from '../../support/report.ts';

const facts = { repository: 'o/r', workflow: '/w' };

function sessions(): readonly PageSession[] {
  const attempts = [
    anAttempt({ issue: anIssue({ id: '1' }), session: aSession() }),
    anAttempt({ issue: anIssue({ id: '1' }), attempt: 2, session: aSession({ costUsd: 0.5 }) }),
    anAttempt({
      issue: anIssue({ id: '__proto__' }),
      verdict: { state: 'failed', class: 'agent', reason: 'x' },
    }),
    anAttempt({ issue: anIssue({ id: '1' }), session: aSession() }),
  ];
  return createRecord(anOutcome({ attempts }), facts, (text) => text).sessions.map((session) => ({
    ...session,
    ref: session.issue,
  }));
}

it('what is unpacked is what was packed', () => {
  expect(unpackSessions(JSON.parse(JSON.stringify(packSessions(sessions()))))).toEqual(sessions());
});

it('a session has only what is not as in the one before', () => {
  expect(packSessions(sessions())[1]).toEqual({ attempt: 2, cost_usd: 0.5 });
});

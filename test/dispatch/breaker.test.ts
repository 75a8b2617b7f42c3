import { describe, expect, test } from 'vitest';
import { createBreaker } from '../../src/dispatch/breaker.ts';
import type { AttemptOutcome, Verdict } from '../../src/outcome.ts';
import { exampleSnapshot } from '../support/agent/example-snapshot.ts';
import { anAttempt, anIssue, completed, createMemoryLog } from '../support/builders.ts';

const failed = (failureClass: 'provider' | 'setup' | 'agent' | 'github', reason: string): Verdict => ({
  state: 'failed',
  class: failureClass,
  reason,
});
const refused = failed('provider', '401 Unauthorized: Incorrect API key provided.');
const cancelled: Verdict = { state: 'cancelled', class: 'cancelled', reason: 'time budget' };
/** A session that ran to a verdict. */
const ran = (verdict: Verdict) => ({ verdict, session: { ...exampleSnapshot({}), lastEventAt: undefined } });
/** An attempt that ended before its session. */
const stayed = (verdict: Verdict) => ({ verdict, session: undefined });

interface Case {
  readonly name: string;
  /** Each the only stage run of its issue, whose ids count from 1. */
  readonly outcomes: readonly Pick<AttemptOutcome, 'verdict' | 'session'>[];
  readonly opens: boolean;
}

const cases: readonly Case[] = [
  { name: 'a provider refuses three times', outcomes: Array(3).fill(ran(refused)), opens: true },
  { name: 'a provider refuses twice', outcomes: Array(2).fill(ran(refused)), opens: false },
  {
    name: 'a program is missing three times',
    outcomes: Array(3).fill(stayed(failed('setup', '`codex` was not found on PATH'))),
    opens: true,
  },
  {
    name: 'a hook fails alike in the workspaces of three issues',
    outcomes: [1, 2, 3].map((id) => stayed(failed('setup', `fatal: /vik/issues/${id}/.git: no space`))),
    opens: true,
  },
  {
    name: 'an outage names three requests and times',
    outcomes: ['req_011CaB', 'req_022DeF', 'req_033GhI'].map((id, i) =>
      ran(failed('provider', `API Error: 529 overloaded (${id}), try again at 3:0${i} PM`)),
    ),
    opens: true,
  },
  {
    name: 'three different reasons',
    outcomes: [401, 429, 500].map((status) => ran(failed('provider', `unexpected status ${status}`))),
    opens: false,
  },
  {
    name: 'a completed session lies between',
    outcomes: [refused, refused, completed, refused].map(ran),
    opens: false,
  },
  {
    name: 'a session that failed by itself lies between',
    outcomes: [refused, refused, failed('agent', 'gave up'), refused].map(ran),
    opens: false,
  },
  {
    name: 'cancelled sessions lie between',
    outcomes: [refused, cancelled, refused, cancelled, refused].map(ran),
    opens: true,
  },
  {
    name: 'a transition that failed before its session lies between',
    outcomes: [ran(refused), stayed(failed('github', 'HTTP 502')), ran(refused), ran(refused)],
    opens: true,
  },
  { name: 'agents fail three times', outcomes: Array(3).fill(ran(failed('agent', 'gave up'))), opens: false },
];

describe('a breaker', () => {
  test.each(cases)('$name: opens $opens', ({ outcomes, opens }) => {
    const log = createMemoryLog();
    const breaker = createBreaker(log);
    for (const [index, outcome] of outcomes.entries()) {
      breaker.dispatch()(anAttempt({ issue: anIssue({ id: `${index + 1}` }), ...outcome }));
    }
    expect([breaker.unavailable('coder') !== undefined, log.lines.length]).toEqual([opens, opens ? 1 : 0]);
  });

  test('says once what failed, and what becomes of the issues that wait', () => {
    const log = createMemoryLog();
    const breaker = createBreaker(log);
    for (const id of ['1', '2', '3', '4', '5'])
      breaker.dispatch()(anAttempt({ issue: anIssue({ id }), ...ran(refused) }));
    expect(log.lines).toEqual([
      'error: agent `coder` failed 3 times in a row: 401 Unauthorized: Incorrect API key provided. No further session of it starts in this job; its other issues wait for the next run',
    ]);
    expect(breaker.unavailable('coder')).toEqual({
      reason: 'agent-unavailable',
      detail:
        'agent `coder` failed 3 times in a row: 401 Unauthorized: Incorrect API key provided; it waits for the next run',
    });
  });

  test('counts a preparation once, however many stages it held', () => {
    const breaker = createBreaker(createMemoryLog());
    const noDisk = stayed(failed('setup', '`after_create` failed: exit code 1'));
    for (const id of ['1', '2']) {
      const take = breaker.dispatch();
      for (const stage of ['plan', 'implement', 'review'])
        take(anAttempt({ issue: anIssue({ id }), stage, ...noDisk }));
    }
    expect(breaker.unavailable('coder')).toBeUndefined();
    breaker.dispatch()(anAttempt({ issue: anIssue({ id: '3' }), ...noDisk }));
    expect(breaker.unavailable('coder')).toBeDefined();
  });

  test('knows each profile by itself', () => {
    const breaker = createBreaker(createMemoryLog());
    for (const agent of ['coder', 'coder', 'reviewer', 'coder'])
      breaker.dispatch()(anAttempt({ issue: anIssue({ id: '1' }), agent, ...ran(refused) }));
    expect([breaker.unavailable('coder')?.reason, breaker.unavailable('reviewer')]).toEqual([
      'agent-unavailable',
      undefined,
    ]);
  });
});

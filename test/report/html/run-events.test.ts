import { expect, it } from 'vitest';
import { eventsBySession } from '../../../src/report/html/run-events.ts';
import { createRecord } from '../../../src/report/record.ts';
import { anAttempt, anIssue } from '../../support/builders.ts';
import { anOutcome } from '../../support/report.ts';

const at = (second: number) => new Date(second * 1000);

it('an event belongs to the attempt of its stage in which it happened, or to all stages of the issue', () => {
  const attempt = (id: string, stage: string, second: number) =>
    anAttempt({ issue: anIssue({ id }), stage, startedAt: at(second) });
  const attempts = [
    attempt('1', 'plan', 10),
    attempt('1', 'work', 11),
    attempt('2', 'plan', 12),
    attempt('1', 'plan', 20),
  ];
  const facts = { repository: 'o/r', workflow: '/w.yml' };
  const { sessions } = createRecord(anOutcome({ attempts }), facts, (text) => text);
  const event = (issue: string, stage: string | null, second: number) => ({
    ...{ at: at(second).toISOString(), event: `${issue} ${stage} ${second}`, run: 'run-1', issue, stage },
  });
  const events = [
    event('1', 'plan', 9),
    event('1', null, 10),
    event('2', 'plan', 12),
    event('1', 'work', 13),
    event('1', 'plan', 19),
    event('1', 'plan', 20),
    event('3', 'plan', 20),
  ];
  expect(eventsBySession(sessions, events).map((own) => own.map(({ event }) => event))).toEqual([
    ['1 null 10', '1 plan 19'],
    ['1 work 13'],
    ['2 plan 12'],
    ['1 plan 20'],
  ]);
});

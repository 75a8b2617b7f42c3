import { expect, it } from 'vitest';
import type { AttemptOutcome, Verdict } from '../../src/outcome.ts';
import { formatTimeline } from '../../src/report/timeline.ts';
import { anAttempt, anIssue } from '../support/builders.ts';

const START = Date.parse('2026-11-23T10:00:00Z');

function sessions(count: number, verdictOf: (index: number) => Verdict | undefined): AttemptOutcome[] {
  return Array.from({ length: count }, (_, index) =>
    anAttempt({
      issue: anIssue({ id: String(index), ref: `#${index}` }),
      startedAt: new Date(START + index * 60_000),
      endedAt: new Date(START + index * 60_000 + 30_000),
      verdict: verdictOf(index) ?? { state: 'completed' },
    }),
  );
}

const failed: Verdict = { state: 'failed', class: 'agent', reason: 'exit code 1' };
const cancelled: Verdict = { state: 'cancelled', class: 'cancelled', reason: 'time budget' };

/** The number of each bar\u2019s issue, in the order of the picture. */
const drawn = (picture: string | undefined) =>
  [...(picture ?? '').matchAll(/section #(\d+)/g)].map(([, number]) => Number(number));

it('draws nothing of nothing', () => {
  expect(formatTimeline([], true)).toBeUndefined();
});

it('says what the colours are, of those that are there', () => {
  const firstLine = (attempts: AttemptOutcome[]) => formatTimeline(attempts, true)?.split('\n')[0];
  expect(firstLine(sessions(1, () => undefined))).toBe('```mermaid');
  expect(firstLine(sessions(2, () => undefined))).toBe('Each bar is a session of `plan`.');
  expect(firstLine(sessions(3, (index) => [failed, cancelled][index]))).toBe(
    'Each bar is a session of `plan`. Failed is red, cancelled is blue, completed is grey.',
  );
});

it('names bars by their stage, or by how long they took when they are of one', () => {
  const names = (attempts: readonly AttemptOutcome[]) =>
    [...(formatTimeline(attempts, true) ?? '').matchAll(/· (.*) :/g)].map(([, name]) => name);
  const [one, two] = sessions(2, () => undefined);
  if (one === undefined || two === undefined) throw new Error('there are no sessions');
  expect(names([one])).toEqual(['plan']);
  expect(names([one, two])).toEqual(['30s', '30s']);
  expect(names([one, { ...two, stage: 'work', attempt: 2 }])).toEqual(['plan', 'work 2']);
});

it('when there is no room for all, draws what failed or was cancelled, then the newest, in their order', () => {
  const verdicts: Readonly<Record<number, Verdict>> = { 3: failed, 50: cancelled, 299: failed };
  const picture = formatTimeline(
    sessions(300, (index) => verdicts[index]),
    true,
  );
  const newest = Array.from({ length: 37 }, (_, index) => 262 + index);
  expect(drawn(picture)).toEqual([3, 50, ...newest, 299]);
  expect(picture).toContain(
    'Shown are 40 of 300 sessions: first what failed or was cancelled, then the newest. All are in `report.html`.',
  );
});

it('of more failures than there is room for draws the newest', () => {
  expect(
    drawn(
      formatTimeline(
        sessions(60, (index) => (index < 50 ? failed : cancelled)),
        false,
      ),
    ),
  ).toEqual(Array.from({ length: 40 }, (_, index) => 10 + index));
});

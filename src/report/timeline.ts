import type { AttemptOutcome, SessionState } from '../outcome.ts';
import { formatDuration } from './format.ts';
import { code } from './markdown.ts';

/** GitHub draws at most 50,000 characters, and of a picture of hundreds of bars nobody reads a name. */
const MAX_BARS = 40;

const STATES = {
  failed: { tag: 'crit', colour: 'red' },
  cancelled: { tag: 'active', colour: 'blue' },
  completed: { tag: 'done', colour: 'grey' },
} as const satisfies Record<SessionState, { readonly tag: string; readonly colour: string }>;

/** Those that are drawn first when there is no room for all. */
const BY_WEIGHT = ['failed', 'cancelled', 'completed'] as const satisfies readonly SessionState[];

/**
 * A Mermaid gantt of the attempts, one section an issue, and what is to say of it; undefined when there is nothing to
 * draw. Names are reduced to letters, digits and a few marks, since Mermaid has no way to quote them.
 */
export function formatTimeline(attempts: readonly AttemptOutcome[], hasPage: boolean): string | undefined {
  if (attempts.length === 0) return undefined;
  const shown = chooseBars(attempts);
  const span =
    Math.max(...shown.map((attempt) => attempt.endedAt.getTime())) -
    Math.min(...shown.map((attempt) => attempt.startedAt.getTime()));
  const byIssue = Map.groupBy(shown, (attempt) => attempt.issue.ref);
  const stages = new Set(shown.map(({ stage }) => stage));
  // The same name on all of them says nothing: it is said once, and they have how long they took.
  const ofOneStage = stages.size === 1 && shown.length > 1;
  const nameOf = ofOneStage ? (attempt: AttemptOutcome) => formatDuration(lengthOf(attempt)) : stageOf;
  const sentences = [
    ...(ofOneStage ? [`Each bar is a session of ${[...stages].map((stage) => code(stage)).join('')}.`] : []),
    ...legend(shown, attempts.length, hasPage),
  ];
  const sections = [...byIssue].flatMap(([ref, bars]) => [
    `    section ${quiet(ref)}`,
    ...bars.map((bar) => formatBar(bar, nameOf(bar))),
  ]);
  return [
    ...(sentences.length === 0 ? [] : [sentences.join(' '), '']),
    '```mermaid',
    'gantt',
    '    dateFormat x',
    `    axisFormat ${span < 5 * 60_000 ? '%H:%M:%S' : '%H:%M'}`,
    ...sections,
    '```',
  ].join('\n');
}

/** What failed, then what was cancelled, then the newest; in the order in which they began. */
function chooseBars(attempts: readonly AttemptOutcome[]): readonly AttemptOutcome[] {
  const inOrder = attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const newest = inOrder.toReversed();
  const byWeight = BY_WEIGHT.flatMap((state) => newest.filter(({ verdict }) => verdict.state === state));
  const chosen = new Set(byWeight.slice(0, MAX_BARS));
  return inOrder.filter((attempt) => chosen.has(attempt));
}

/** What the colours are, of several, and, when there was no room for all, what was chosen. */
function legend(shown: readonly AttemptOutcome[], all: number, hasPage: boolean): readonly string[] {
  const states = BY_WEIGHT.filter((state) => shown.some(({ verdict }) => verdict.state === state));
  const colours = states.map((state) => `${state} is ${STATES[state].colour}`).join(', ');
  return [
    ...(states.length > 1 ? [`${colours.charAt(0).toUpperCase()}${colours.slice(1)}.`] : []),
    ...(all > shown.length
      ? [
          `Shown are ${shown.length} of ${all} sessions: first what failed or was cancelled, then the newest.`,
          ...(hasPage ? ['All are in `report.html`.'] : []),
        ]
      : []),
  ];
}

function stageOf({ stage, attempt }: AttemptOutcome): string {
  return attempt > 1 ? `${stage} ${attempt}` : stage;
}

function lengthOf({ startedAt, endedAt }: AttemptOutcome): number {
  return endedAt.getTime() - startedAt.getTime();
}

/** A bar's name begins with a dot, so that a stage called `title` or `section` isn't taken for Mermaid's word. */
function formatBar(attempt: AttemptOutcome, name: string): string {
  const start = attempt.startedAt.getTime();
  // A bar of no length isn't drawn.
  const end = Math.max(attempt.endedAt.getTime(), start + 1);
  return `    · ${quiet(name)} :${STATES[attempt.verdict.state].tag}, ${start}, ${end}`;
}

function quiet(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} #._-]/gu, ' ')
    .slice(0, 60)
    .trim()
    .toWellFormed();
}

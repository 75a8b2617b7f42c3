/** The job summary: what a maintainer reads first. Outside text is prose (prose.ts) or in code (markdown.ts). */

import type { RunOutcome } from '../outcome.ts';
import { redactToPlainText } from '../plain-text.ts';
import type { Redact } from '../redact.ts';
import { lastWords } from './first-paragraph.ts';
import {
  formatCost,
  formatDenials,
  formatDuration,
  formatNumber,
  formatTokens,
  formatWhy,
} from './format.ts';
import { nothingHappened, splitHeadline } from './headline.ts';
import { code, codeBlock, details, link, shorten, table } from './markdown.ts';
import { prose } from './prose.ts';
import { runTotals, type StageRun, stageRuns } from './stage-runs.ts';
import { formatTimeline } from './timeline.ts';

export interface SummaryOptions {
  readonly dryRun: boolean;
  /** Path of the run record; undefined when it could not be written. */
  readonly recordPath: string | undefined;
  /** Whether `report.html` was written. */
  readonly hasPage: boolean;
  readonly redact: Redact;
}

/** GitHub takes no longer summary of a step. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

/** How much of it is shown: every outside text is cut at `characters`, every list at `rows`. */
interface Room {
  readonly characters: number;
  readonly rows: number;
}

const ALL: Room = { characters: 16_384, rows: 2000 };
const LESS: readonly Room[] = [
  ...[4096, 1024, 512, 256, 128, 64].map((characters) => ({ characters, rows: 2000 })),
  ...[1000, 500, 200, 50].map((rows) => ({ characters: 64, rows })),
];

/** The whole summary. When it is over GitHub's limit the longest texts are cut first, then the lists, and it says so. */
export function formatSummary(outcome: RunOutcome, options: SummaryOptions): string {
  // Once more at the end: characters that take no room may have stood in a secret, and are gone now.
  return options.redact(fitSummary(outcome, options));
}

function fitSummary(outcome: RunOutcome, options: SummaryOptions): string {
  const whole = render(outcome, options, ALL);
  if (fits(whole)) return whole;
  for (const room of LESS) {
    const cut = `${render(outcome, options, room)}\n${cutNotice(room, options.recordPath)}\n`;
    if (fits(cut)) return cut;
  }
  return `${heading(outcome, options)}\n\nThe rest is too long for a job summary.\n`;
}

/** The summary of an ending in which nothing was started: a headline and what was found. */
export function formatShortSummary(headline: string, problems: readonly string[], redact: Redact): string {
  const shown = problems.slice(0, 500).map((problem) => `- ${prose(redact(problem), 1000)}`);
  const left = problems.length - shown.length;
  const lines = [
    `## Vik: ${headline}`,
    '',
    ...shown,
    ...(left > 0 ? ['', `${left} more are in the log.`] : []),
  ];
  return redact(`${lines.join('\n')}\n`);
}

function fits(markdown: string): boolean {
  return Buffer.byteLength(markdown) <= MAX_SUMMARY_BYTES;
}

function cutNotice(room: Room, recordPath: string | undefined): string {
  const rows = room.rows < ALL.rows ? `, and lists after ${room.rows} rows` : '';
  const where = recordPath === undefined ? '' : ` The run record has everything: ${code(recordPath)}.`;
  return `Texts are cut after ${room.characters} characters${rows}: GitHub takes at most 1 MiB.${where}`;
}

function render(outcome: RunOutcome, options: SummaryOptions, room: Room): string {
  const runs = stageRuns(outcome.attempts);
  const clean = redactToPlainText(options.redact);
  const sections = [
    heading(outcome, options),
    explanation(outcome, clean, room),
    // before the table, whose length has no end
    failureSection(runs, options.redact, room),
    plannedSection(outcome, clean, room),
    stageRunSection(runs, options.redact, room),
    totalsLine(outcome),
    timelineSection(outcome, options),
    unmovedSection(outcome, clean, room),
    listSection('Not undone', outcome.notUndone, clean, room),
    warningSection(outcome, clean, room),
    skippedSection(outcome, clean, room),
    options.hasPage && runs.length > 0 ? WHERE_THE_PAGE_IS : undefined,
  ];
  return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}

const WHERE_THE_PAGE_IS =
  'Every conversation is in `report.html`: its path is the output `report-html-path`, and it is in this run\u2019s artifact if the workflow uploads it.';

function heading(outcome: RunOutcome, options: SummaryOptions): string {
  const { heading, rest } = splitHeadline(outcome, options.dryRun);
  return rest === '' ? `## Vik: ${heading}` : `## Vik: ${heading}\n\n${rest}`;
}

/** The sentence behind the reason; what was found when it was nothing to work on. */
function explanation(outcome: RunOutcome, redact: Redact, room: Room): string | undefined {
  const sentences = [
    ...(outcome.detail === undefined ? [] : [`Why: ${prose(redact(outcome.detail), room.characters)}`]),
    ...(nothingHappened(outcome) && outcome.searched !== undefined
      ? [`Found: ${prose(redact(outcome.searched), room.characters)}`]
      : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join('\n\n');
}

const MAX_TITLE = 80;
/** Two lines of a table's cell in small letters. */
const MAX_MESSAGE = 90;

function issueCell(
  issue: { readonly ref: string; readonly title: string; readonly url: string | undefined },
  redact: Redact,
  room: Room,
): string {
  const title = prose(redactToPlainText(redact)(issue.title), Math.min(MAX_TITLE, room.characters));
  return `${issueLink(issue, redact)} ${title}`.trim();
}

function issueLink(
  { ref, url }: { readonly ref: string; readonly url: string | undefined },
  redact: Redact,
): string {
  return link(code(ref), url === undefined ? undefined : redact(url));
}

function stageRunSection(runs: readonly StageRun[], redact: Redact, room: Room): string | undefined {
  if (runs.length === 0) return undefined;
  const rows = runs.slice(0, room.rows).map((run) => {
    const { final } = run;
    return [
      `${issueCell(final.issue, redact, room)}${messageBelow(final.session?.lastMessage, redact, room)}`,
      code(final.stage, MAX_TITLE),
      code(final.agent, MAX_TITLE),
      resultCell(run),
      formatDuration(run.durationMs),
      run.tokens === undefined ? 'unknown' : formatTokens(run.tokens).replace(/ tokens?$/, ''),
      run.costUsd === undefined ? 'unknown' : formatCost(run.costUsd),
    ];
  });
  const whole = withRest(
    table(['Issue, last message', 'Stage', 'Agent', 'Result', 'Duration', 'Tokens', 'Cost'], rows),
    runs.length - rows.length,
  );
  return `### Stage runs\n\n${folded(runs.length, 'stage run', whole)}`;
}

/** Below the title and smaller: a column of its own would be ten lines high. */
function messageBelow(message: string | undefined, redact: Redact, room: Room): string {
  if (message === undefined) return '';
  const text = prose(lastWords(message, redact), Math.min(MAX_MESSAGE, room.characters));
  return `<br><sub>${text}</sub>`;
}

function resultCell({ final, attempts }: StageRun): string {
  const { verdict } = final;
  const result = verdict.state === 'failed' ? `**failed** (${verdict.class})` : verdict.state;
  const tries = attempts.length > 1 ? [`${attempts.length} attempts`] : [];
  return [result, ...tries, ...formatDenials(final.session)].join(', ');
}

function totalsLine(outcome: RunOutcome): string | undefined {
  const totals = runTotals(outcome);
  if (totals.sessions === 0) return undefined;
  const { sessions, inputTokens: input, outputTokens: output, costUsd, tokensUnknown, costUnknown } = totals;
  const unknown =
    tokensUnknown === costUnknown
      ? unknownFor('tokens and cost', costUnknown)
      : [...unknownFor('tokens', tokensUnknown), ...unknownFor('cost', costUnknown)];
  return [
    formatNumber(sessions, 'session'),
    ...(tokensUnknown === sessions ? [] : [formatTokens({ input, output })]),
    ...(costUnknown === sessions ? [] : [formatCost(costUsd)]),
    ...unknown,
  ].join(', ');
}

function unknownFor(what: string, sessions: number): readonly string[] {
  return sessions === 0 ? [] : [`${what} unknown for ${formatNumber(sessions, 'session')}`];
}

function plannedSection(outcome: RunOutcome, redact: Redact, room: Room): string | undefined {
  if (outcome.planned.length === 0) return undefined;
  const rows = outcome.planned
    .slice(0, room.rows)
    .map((start) => [
      issueCell(start.issue, redact, room),
      code(start.stage, MAX_TITLE),
      code(start.agent, MAX_TITLE),
    ]);
  return withRest(table(['Would start', 'Stage', 'Agent'], rows), outcome.planned.length - rows.length);
}

/** More of them come folded, or the table is where nobody gets to. */
const OPEN_FAILURES = 10;

function failureSection(runs: readonly StageRun[], redact: Redact, room: Room): string | undefined {
  const failed = runs.filter(({ final }) => final.verdict.state !== 'completed');
  if (failed.length === 0) return undefined;
  const blocks = failed.slice(0, room.rows).map((run) => failureBlock(run, redact, room));
  const more = blocks.slice(OPEN_FAILURES);
  return [
    '### What went wrong',
    ...blocks.slice(0, OPEN_FAILURES),
    ...(more.length === 0 ? [] : [details(`${more.length} more`, more.join('\n\n'))]),
    ...(failed.length > blocks.length ? [`${failed.length - blocks.length} more are not shown.`] : []),
  ].join('\n\n');
}

function failureBlock({ final }: StageRun, redact: Redact, room: Room): string {
  const { verdict } = final;
  const why = verdict.state === 'completed' ? '' : redactToPlainText(redact)(formatWhy(verdict));
  const title = `${issueLink(final.issue, redact)} ${code(final.stage, MAX_TITLE)}`;
  const stderr = shorten(redact(final.stderrTail.trimEnd()), room.characters);
  return [
    `- ${title} ${prose(why, room.characters)}`,
    ...(stderr === '' ? [] : [indent(details('standard error, its last lines', codeBlock(stderr)))]),
  ].join('\n\n');
}

function timelineSection(outcome: RunOutcome, { hasPage }: SummaryOptions): string | undefined {
  const picture = formatTimeline(outcome.attempts, hasPage);
  return picture === undefined ? undefined : `### Timeline\n\n${picture}`;
}

function unmovedSection(outcome: RunOutcome, redact: Redact, room: Room): string | undefined {
  if (outcome.unmoved.length === 0) return undefined;
  const lines = outcome.unmoved.slice(0, room.rows).map(({ issue, stage }) => {
    return `- ${issueLink(issue, redact)} is still ${code(issue.state)} after ${code(stage)} completed: the next run will work it, and pay for it, again`;
  });
  return withRest(`### Not moved\n\n${lines.join('\n')}`, outcome.unmoved.length - lines.length);
}

function warningSection(outcome: RunOutcome, redact: Redact, room: Room): string | undefined {
  const warnings = outcome.attempts.flatMap((attempt) =>
    attempt.warnings.map((warning) => ({ attempt, warning })),
  );
  if (warnings.length === 0) return undefined;
  const lines = warnings
    .slice(0, room.rows)
    .map(
      ({ attempt, warning }) =>
        `- ${issueLink(attempt.issue, redact)} ${code(attempt.stage)}: ${prose(redact(warning), room.characters)}`,
    );
  return withRest(`### Warnings\n\n${lines.join('\n')}`, warnings.length - lines.length);
}

function listSection(
  title: string,
  texts: readonly string[],
  redact: Redact,
  room: Room,
): string | undefined {
  if (texts.length === 0) return undefined;
  const lines = texts.slice(0, room.rows).map((text) => `- left: ${prose(redact(text), room.characters)}`);
  return withRest(`### ${title}\n\n${lines.join('\n')}`, texts.length - lines.length);
}

function skippedSection(outcome: RunOutcome, redact: Redact, room: Room): string | undefined {
  const { skipped } = outcome;
  if (skipped.length === 0) return undefined;
  const rows = skipped
    .slice(0, room.rows)
    .map((skip) => [
      issueCell(skip, redact, room),
      code(redact(skip.state ?? '')),
      skip.reason,
      prose(redact(skip.detail), room.characters),
    ]);
  const whole = withRest(table(['Issue', 'State', 'Reason', 'Why'], rows), skipped.length - rows.length);
  return `### Skipped\n\n${folded(skipped.length, 'issue', whole)}`;
}

/** A long table comes folded, so that what follows it can be seen. */
function folded(count: number, what: string, markdown: string): string {
  return count > 20 ? details(formatNumber(count, what), markdown) : markdown;
}

function withRest(markdown: string, left: number): string {
  return left > 0 ? `${markdown}\n\n${left} more are not shown.` : markdown;
}

/** Into the list item above. */
function indent(markdown: string): string {
  return markdown.replace(/^(?=.)/gm, '  ');
}

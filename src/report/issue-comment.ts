/**
 * The one comment on an issue that shows what the Action does with it. As in the summary, whatever isn't our own words is
 * prose (prose.ts) or in code, so that nobody is mentioned, nothing is linked and nothing is closed by it.
 */
import { redactToPlainText } from '../plain-text.ts';
import type { LiveStageRun } from '../progress.ts';
import type { Redact } from '../redact.ts';
import { lastWords } from './first-paragraph.ts';
import { formatCost, formatDuration, formatNumber, formatTokens, formatWhy } from './format.ts';
import { code, link, table } from './markdown.ts';
import { prose } from './prose.ts';

export interface CommentFacts {
  /** The web address of the run; undefined outside a job. */
  readonly runUrl: string | undefined;
  readonly redact: Redact;
  readonly now: Date;
}

const MAX_ROWS = 20;
const MAX_NAME = 80;
const MAX_TEXT = 400;

/** The comment of one issue, without its marker. `runs`: the issue's stage runs of this job, oldest first. */
export function formatIssueComment(runs: readonly LiveStageRun[], facts: CommentFacts): string {
  const { runUrl, redact, now } = facts;
  const shown = runs.slice(-MAX_ROWS);
  const left = runs.length - shown.length;
  const said = shown.flatMap((run) => formatWords(run, redact));
  const sections = [
    `**Vik** ${formatHead(runs)}`,
    table(
      ['Stage', 'Agent', 'Result', 'Since', 'Duration', 'Tokens', 'Cost'],
      shown.map((run) => formatRow(run, facts)),
    ),
    ...(left > 0 ? [`${formatNumber(left, 'earlier stage run')} of this job not shown.`] : []),
    ...(said.length > 0 ? [said.join('\n')] : []),
    [
      ...(runUrl === undefined ? [] : [`${link('The run', redact(runUrl))}: its log and its summary.`]),
      `Updated ${formatTime(lastChange(runs) ?? now)}.`,
    ].join(' '),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** When the last stage run ended; undefined while one runs, whose figures change all the time. */
function lastChange(runs: readonly LiveStageRun[]): Date | undefined {
  const ends = runs.flatMap(({ state }) => (state.kind === 'ended' ? [state.endedAt.getTime()] : []));
  return ends.length === runs.length ? new Date(Math.max(...ends)) : undefined;
}

function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function formatHead(runs: readonly LiveStageRun[]): string {
  if (runs.some(({ state }) => state.kind !== 'ended')) return 'is working on this issue.';
  const count = (wanted: string): number =>
    runs.filter(({ state }) => state.kind === 'ended' && state.verdict.state === wanted).length;
  const parts = (['failed', 'cancelled', 'completed'] as const).flatMap((state) =>
    count(state) === 0 ? [] : [`${count(state)} ${state}`],
  );
  return `has worked on this issue: ${formatNumber(runs.length, 'stage run')}, ${parts.join(', ')}.`;
}

function formatRow(run: LiveStageRun, { redact, now }: CommentFacts): string[] {
  const { tokens, costUsd } = run.figures();
  const ended = run.state.kind === 'ended' ? run.state : undefined;
  const duration = formatDuration((ended?.endedAt ?? now).getTime() - run.startedAt.getTime());
  const unknown = ended === undefined ? '' : 'unknown';
  return [
    code(redact(run.stage), MAX_NAME),
    code(redact(run.agent), MAX_NAME),
    formatResult(run),
    formatTime(run.startedAt),
    ended === undefined ? `${duration} so far` : duration,
    tokens === undefined ? unknown : formatTokens(tokens).replace(/ tokens?$/, ''),
    costUsd === undefined ? unknown : formatCost(costUsd),
  ];
}

function formatResult({ state, attempt }: LiveStageRun): string {
  const tries = attempt > 1 ? `, attempt ${attempt}` : '';
  switch (state.kind) {
    case 'running':
      return `running${tries}`;
    case 'waiting':
      return `waiting for the next attempt${tries}`;
    case 'ended':
      return state.verdict.state === 'failed'
        ? `**failed** (${state.verdict.class})${tries}`
        : `${state.verdict.state}${tries}`;
    default:
      return state satisfies never;
  }
}

/** What went wrong, and what the agent said last. Redacted before it is cut: half a secret would not be recognised. */
function formatWords(run: LiveStageRun, redact: Redact): string[] {
  const { state } = run;
  const stage = code(redact(run.stage), MAX_NAME);
  const why =
    state.kind === 'ended' && state.verdict.state !== 'completed' ? formatWhy(state.verdict) : undefined;
  const lastSaid = prose(lastWords(run.figures().lastMessage ?? '', redact), MAX_TEXT);
  return [
    ...(why === undefined ? [] : [`- ${stage} ${prose(redactToPlainText(redact)(why), MAX_TEXT)}`]),
    ...(lastSaid === '' ? [] : [`- ${stage} said last: ${lastSaid}`]),
  ];
}

/**
 * The one comment on an issue that shows what the Action does with it. As in the summary, whatever isn't our own words
 * stands in code, so that nobody is mentioned, nothing is linked and nothing is closed by it.
 */
import type { LiveStageRun } from '../progress.ts';
import type { Redact } from '../redact.ts';
import { formatCost, formatDuration, formatNumber, formatTokens } from './format.ts';
import { code, link, prose, shorten, table } from './markdown.ts';

export interface CommentFacts {
  /** The web address of the run; undefined outside a job. */
  readonly runUrl: string | undefined;
  readonly redact: Redact;
}

const MAX_ROWS = 20;
const MAX_NAME = 80;
const MAX_TEXT = 400;

/** The comment of one issue, without its marker. `runs`: the issue's stage runs of this job, oldest first. */
export function formatIssueComment(runs: readonly LiveStageRun[], { runUrl, redact }: CommentFacts): string {
  const shown = runs.slice(-MAX_ROWS);
  const left = runs.length - shown.length;
  const said = shown.flatMap((run) => formatWords(run, redact));
  const sections = [
    `**Vik** ${formatHead(runs)}`,
    table(
      ['Stage', 'Agent', 'Result', 'Since', 'Duration', 'Tokens', 'Cost'],
      shown.map((run) => formatRow(run, redact)),
    ),
    ...(left > 0 ? [`${formatNumber(left, 'earlier stage run')} of this job not shown.`] : []),
    ...(said.length > 0 ? [said.join('\n')] : []),
    ...(runUrl === undefined ? [] : [`${link('The run', redact(runUrl))}: its log and its summary.`]),
  ];
  return `${sections.join('\n\n')}\n`;
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

function formatRow(run: LiveStageRun, redact: Redact): string[] {
  const { tokens, costUsd } = run.figures();
  const ended = run.state.kind === 'ended' ? run.state : undefined;
  const unknown = ended === undefined ? '' : 'unknown';
  return [
    code(redact(run.stage), MAX_NAME),
    code(redact(run.agent), MAX_NAME),
    formatResult(run),
    `${run.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    ended === undefined ? '' : formatDuration(ended.endedAt.getTime() - run.startedAt.getTime()),
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
  const reason = state.kind === 'ended' && state.verdict.state !== 'completed' ? state.verdict.reason : '';
  const message = redact(run.figures().lastMessage ?? '');
  const lastSaid = code(shorten(message, MAX_TEXT), MAX_TEXT);
  return [
    ...(reason === '' ? [] : [`- ${stage} did not complete: ${prose(redact(reason), MAX_TEXT)}`]),
    ...(lastSaid === '' ? [] : [`- ${stage} said last: ${lastSaid}`]),
  ];
}

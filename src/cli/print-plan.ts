import type { JsonObject } from '../json.ts';
import type { RunOutcome } from '../outcome.ts';
import { plainText } from '../plain-text.ts';
import { formatNumber } from '../report/format.ts';
import type { Local } from './local.ts';
import type { PlannedIssue, PlannedStage } from './plan.ts';
import { shorten } from './shown-prompt.ts';
import type { Terminal } from './terminal.ts';

const PROMPT = { lines: 8, columns: 160 };

/**
 * Prints each issue with its stages and their prompts, or with the reason why nothing starts, and a last line. A stage whose
 * prompt can't be rendered does not start.
 */
export function printPlan(
  plan: readonly PlannedIssue[],
  {
    outcome,
    hasMore,
    places,
  }: {
    readonly outcome: Pick<RunOutcome, 'pulls' | 'searched' | 'detail'>;
    readonly hasMore: boolean;
    /** How many issues are worked at a time. */
    readonly places: number;
  },
  { terminal }: Pick<Local, 'terminal'>,
): void {
  for (const issue of plan) printIssue(issue, places, terminal);
  if (hasMore) terminal.line('there are more open issues than these: the oldest ones were read');
  if (outcome.pulls === 0) {
    terminal.line([`the issues could not be listed: nothing is known of what would start`, 'red']);
    return;
  }
  if (outcome.searched !== undefined) terminal.line(`the pull found ${outcome.searched}`);
  terminal.line([describeTotal(plan, places), 'bold']);
}

/** The same for a program; prompts are whole. */
export function planToJson(plan: readonly PlannedIssue[]): readonly JsonObject[] {
  return plan.map(({ id, title, url, state, stages, cut, waitsForPlace, why }) => ({
    id,
    title,
    url: url ?? null,
    state: state ?? null,
    stages: stages.map(({ stage, agent, runtime, model, prompt }) => ({
      stage,
      agent,
      runtime,
      model: model ?? null,
      prompt: prompt.kind === 'rendered' ? prompt.text : null,
      prompt_error: prompt.kind === 'failed' ? prompt.reason : null,
    })),
    cut_by_run_limit: cut,
    waits_for_place: waitsForPlace,
    reason: why?.reason ?? null,
    detail: why?.detail ?? null,
  }));
}

function printIssue(
  { ref, title, state, stages, cut, waitsForPlace, why }: PlannedIssue,
  places: number,
  terminal: Terminal,
): void {
  terminal.line(
    [ref, 'bold'],
    ` ${plainText(title)}`,
    ...(state === undefined ? [] : [[` (${state})`, 'dim'] as const]),
  );
  const start = waitsForPlace ? `starts when ${describePlace(places)} is free,` : 'starts';
  for (const stage of stages) printStage(stage, start, terminal);
  for (const name of cut) {
    terminal.line(
      '  ',
      [`${name} does not start`, 'yellow'],
      ': `loop.max_runs_per_issue` is used up by the others',
    );
  }
  if (why !== undefined) terminal.line('  ', ['nothing starts', 'yellow'], `: ${why.reason}: ${why.detail}`);
}

function printStage(
  { stage, agent, runtime, model, prompt }: PlannedStage,
  start: string,
  terminal: Terminal,
): void {
  if (prompt.kind === 'failed') {
    terminal.line('  ', [`${stage} would fail`, 'red'], `: ${prompt.reason}`);
    return;
  }
  const program = model === undefined ? runtime : `${runtime}, ${model}`;
  terminal.line('  ', [`${stage} ${start}`, 'green'], ` with ${agent} (${program})`);
  for (const line of shorten(prompt.text, PROMPT)) terminal.line(['    | ', 'dim'], line);
}

/** What is waited for, by the number of `loop.max_issue_concurrency`. */
function describePlace(places: number): string {
  return places === 1 ? 'the one place' : `one of ${places} places`;
}

function describeTotal(plan: readonly PlannedIssue[], places: number): string {
  const starting = plan.map(({ stages }) => stages.filter(({ prompt }) => prompt.kind === 'rendered').length);
  const stages = starting.reduce((sum, count) => sum + count, 0);
  const failing = plan.reduce((sum, issue) => sum + issue.stages.length, 0) - stages;
  const issues = starting.filter((count) => count > 0).length;
  const start =
    stages === 0
      ? `none of ${formatNumber(plan.length, 'open issue')} would start a stage`
      : `${issues} of ${formatNumber(plan.length, 'open issue')} would start ${formatNumber(stages, 'stage')}`;
  const isLimited = plan.some(({ waitsForPlace }) => waitsForPlace);
  const pace = isLimited ? `, ${formatNumber(places, 'issue')} at a time` : '';
  const failures = failing === 0 ? '' : `, ${formatNumber(failing, 'stage')} would fail`;
  return `${start}${pace}${failures}; nothing was started`;
}

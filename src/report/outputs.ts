/** The step's outputs. All of them are set in every ending. */
import { randomUUID } from 'node:crypto';
import type { PlannedStart, RunOutcome, RunReason } from '../outcome.ts';
import { plainLines, redactToPlainText } from '../plain-text.ts';
import type { Redact } from '../redact.ts';
import { isDrained } from './record.ts';
import { runTotals, type StageRun, stageRuns } from './stage-runs.ts';

/** The outputs by name, as text. */
export interface Outputs {
  readonly drained: string;
  readonly reason: string;
  readonly dispatched: string;
  readonly completed: string;
  readonly failed: string;
  readonly cancelled: string;
  readonly skipped: string;
  readonly results: string;
  readonly 'results-truncated': string;
  readonly 'report-path': string;
  readonly 'report-html-path': string;
  readonly 'sessions-path': string;
  readonly 'input-tokens': string;
  readonly 'output-tokens': string;
  readonly 'cost-usd': string;
  readonly 'cost-unknown': string;
}

/** One entry of `results`. */
interface Result {
  readonly issue: string;
  readonly title: string;
  readonly url: string | null;
  readonly stage: string;
  readonly agent: string;
  readonly state: string;
  readonly class: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly duration_ms: number;
  readonly tokens: { readonly input: number; readonly output: number } | null;
  readonly cost_usd: number | null;
  readonly last_message: string | null;
}

export interface OutputPaths {
  /** The run record; undefined when it could not be written. */
  readonly report: string | undefined;
  /** The page for people; undefined when it was not written. */
  readonly page: string | undefined;
  readonly sessions: string | undefined;
}

// One environment variable takes 128 KiB, and steps put outputs into variables.
const MAX_RESULTS_BYTES = 64 * 1024;
const MAX_MESSAGE_CHARACTERS = 200;

/** The outputs of a run. In a dry run nothing is counted and `results` lists what would start. */
export function createOutputs(
  outcome: RunOutcome,
  options: { readonly dryRun: boolean; readonly paths: OutputPaths; readonly redact: Redact },
): Outputs {
  const { dryRun, paths, redact } = options;
  const totals = runTotals(outcome);
  const results = fitResults(
    dryRun
      ? outcome.planned.map((start) => plannedResult(start, redact))
      : stageRuns(outcome.attempts).map((run) => stageRunResult(run, redact)),
  );
  return {
    ...emptyOutputs(outcome.reason),
    drained: String(isDrained(outcome)),
    dispatched: String(totals.stageRuns),
    completed: String(totals.byState.completed),
    failed: String(totals.byState.failed),
    cancelled: String(totals.byState.cancelled),
    skipped: String(dryRun ? 0 : outcome.skipped.length),
    results: results.json,
    'results-truncated': String(results.truncated),
    'report-path': paths.report ?? '',
    'report-html-path': paths.page ?? '',
    'sessions-path': paths.report === undefined ? '' : (paths.sessions ?? ''),
    'input-tokens': String(totals.inputTokens),
    'output-tokens': String(totals.outputTokens),
    'cost-usd': String(totals.costUsd),
    'cost-unknown': String(totals.costUnknown),
  };
}

/** The outputs of an ending without a record; `checked` is a doctor's, whatever it found. */
export function emptyOutputs(reason: RunReason | 'checked'): Outputs {
  return {
    drained: 'false',
    reason,
    dispatched: '0',
    completed: '0',
    failed: '0',
    cancelled: '0',
    skipped: '0',
    results: '[]',
    'results-truncated': 'false',
    'report-path': '',
    'report-html-path': '',
    'sessions-path': '',
    'input-tokens': '0',
    'output-tokens': '0',
    'cost-usd': '0',
    'cost-unknown': '0',
  };
}

/**
 * The outputs in the form of the runner's output file. The delimiter can't be guessed, so no value can end its own
 * block. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function formatOutputs(outputs: Outputs): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const delimiter = `vik_${randomUUID()}`;
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join('');
}

function stageRunResult({ attempts, final, durationMs, tokens, costUsd }: StageRun, redact: Redact): Result {
  const { issue, verdict } = final;
  const lastMessage = final.session?.lastMessage;
  return {
    issue: issue.id,
    title: redact(issue.title),
    url: issue.url === undefined ? null : redact(issue.url),
    stage: final.stage,
    agent: final.agent,
    state: verdict.state,
    class: verdict.state === 'completed' ? null : verdict.class,
    reason: verdict.state === 'completed' ? null : redactToPlainText(redact)(verdict.reason),
    attempts: attempts.length,
    duration_ms: durationMs,
    tokens: tokens ?? null,
    cost_usd: costUsd ?? null,
    last_message: lastMessage === undefined ? null : redact(plainLines(redact(lastMessage))),
  };
}

function plannedResult({ issue, stage, agent }: PlannedStart, redact: Redact): Result {
  return {
    issue: issue.id,
    title: redact(issue.title),
    url: issue.url === undefined ? null : redact(issue.url),
    stage,
    agent,
    state: 'planned',
    class: null,
    reason: null,
    attempts: 0,
    duration_ms: 0,
    tokens: null,
    cost_usd: null,
    last_message: null,
  };
}

/** When the list is too long, last messages are shortened, then the oldest entries dropped. */
function fitResults(results: readonly Result[]): { json: string; truncated: boolean } {
  const whole = JSON.stringify(results);
  if (Buffer.byteLength(whole) <= MAX_RESULTS_BYTES) return { json: whole, truncated: false };
  const entries = results.map((result) =>
    JSON.stringify({ ...result, last_message: result.last_message && cut(result.last_message) }),
  );
  let bytes = '[]'.length;
  let first = entries.length;
  for (const [index, entry] of [...entries.entries()].reverse()) {
    bytes += Buffer.byteLength(entry) + (first === entries.length ? 0 : ','.length);
    if (bytes > MAX_RESULTS_BYTES) break;
    first = index;
  }
  return { json: `[${entries.slice(first).join(',')}]`, truncated: true };
}

function cut(text: string): string {
  return text.length <= MAX_MESSAGE_CHARACTERS ? text : text.slice(0, MAX_MESSAGE_CHARACTERS).toWellFormed();
}

import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { Tokens } from '../outcome.ts';
import type { MappedLine, TerminalFailure, TerminalWord } from './adapter.ts';
import { dollars } from './budget.ts';
import type { AgentEvent } from './events.ts';
import { count, figure, jsonList, text, texts, usd } from './json-line.ts';
import { isProviderMessage, isProviderStatus } from './provider-failure.ts';

const modelUsage = z.object({
  inputTokens: count,
  outputTokens: count,
  cacheReadInputTokens: count,
  cacheCreationInputTokens: count,
});
const mainUsage = z
  .object({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
  })
  .transform((usage) => ({
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    cacheReadInputTokens: usage.cache_read_input_tokens,
    cacheCreationInputTokens: usage.cache_creation_input_tokens,
  }));
const resultLine = z.object({
  subtype: text,
  is_error: z.boolean().nullable().catch(null),
  api_error_status: figure,
  result: text,
  errors: texts,
  total_cost_usd: usd,
  usage: mainUsage.nullable().catch(null),
  modelUsage: z.record(z.string(), modelUsage).nullable().catch(null),
  permission_denials: jsonList,
});

type Result = z.infer<typeof resultLine>;

/** What the lines before the last one said. */
export interface BeforeResult {
  /** The `error` of the last assistant line. */
  readonly failure: string | undefined;
  /** When the limit that refused the last request ends; an ISO time. */
  readonly limitResetsAt: string | undefined;
}

/**
 * Claude Code's last line.
 * An API failure says `success` in its subtype: `is_error` decides, the subtype only where that is missing.
 */
export function mapResult(line: JsonObject, before: BeforeResult): MappedLine {
  const result = resultLine.parse(line);
  const terminal = terminalWord(result, before);
  const usage = totalUsage(result);
  const events: AgentEvent[] = [
    {
      kind: 'token_usage',
      input: usage?.inputTokens ?? null,
      output: usage?.outputTokens ?? null,
      cache_read: usage?.cacheReadInputTokens ?? null,
    },
  ];
  if (result.total_cost_usd !== null) events.push({ kind: 'cost', usd: result.total_cost_usd });
  events.push(
    terminal.kind === 'failed' ? { kind: 'error', detail: terminal.reason } : { kind: 'completed' },
  );
  const facts = { events, terminal, permissionDenials: result.permission_denials.length };
  return usage === undefined ? facts : { ...facts, tokens: tokensOf(usage) };
}

/** Over all models: `usage` leaves subagents out, and is all zeros when the spending limit ended the session. */
function totalUsage(result: Result): z.infer<typeof modelUsage> | undefined {
  if (result.modelUsage === null) return result.usage ?? undefined;
  const models = Object.values(result.modelUsage);
  return {
    inputTokens: sum(models.map((model) => model.inputTokens)),
    outputTokens: sum(models.map((model) => model.outputTokens)),
    cacheReadInputTokens: sum(models.map((model) => model.cacheReadInputTokens)),
    cacheCreationInputTokens: sum(models.map((model) => model.cacheCreationInputTokens)),
  };
}

function tokensOf(usage: z.infer<typeof modelUsage>): Tokens {
  return {
    input: usage.inputTokens + usage.cacheReadInputTokens + usage.cacheCreationInputTokens,
    output: usage.outputTokens,
    cacheRead: usage.cacheReadInputTokens,
    cacheWrite: usage.cacheCreationInputTokens,
  };
}

function terminalWord(result: Result, { failure, limitResetsAt }: BeforeResult): TerminalWord {
  const failed = result.is_error ?? result.subtype !== 'success';
  if (!failed) return { kind: 'completed' };
  const words = result.errors.join('; ') || result.result;
  const reason = words || `ended with \`${result.subtype ?? 'an error'}\``;
  const failureOf = failureClass(result, failure, reason);
  switch (failureOf) {
    case 'budget':
      return {
        kind: 'failed',
        class: failureOf,
        reason: describeOverspending(reason, result.total_cost_usd),
      };
    case 'provider':
      return { kind: 'failed', class: failureOf, reason: withResetTime(reason, limitResetsAt) };
    case 'agent':
      return { kind: 'failed', class: failureOf, reason };
    default:
      return failureOf satisfies never;
  }
}

/** "Reached maximum budget ($0.5)": the limit is the one it was started with. */
function describeOverspending(words: string, costUsd: number | null): string {
  const limit = /\(\$(\d+(?:\.\d+)?)\)/.exec(words)?.[1];
  const cost = costUsd === null ? '' : `: it cost ${dollars(costUsd)}`;
  return limit === undefined
    ? `over its limit: ${words}`
    : `over its limit of ${dollars(Number(limit))}${cost}`;
}

/** Some versions put the time at the end of the words, in seconds: `usage limit reached|1763910000`. */
function withResetTime(words: string, limitResetsAt: string | undefined): string {
  const [, sentence = words, seconds] = /^(.*limit.*)\|(\d{9,11})$/is.exec(words) ?? [];
  const time = seconds === undefined ? limitResetsAt : new Date(Number(seconds) * 1000).toISOString();
  return time === undefined ? sentence : `${sentence} (the limit ends at ${minuteOf(time)})`;
}

/** `2026-11-23 15:04 UTC`. */
function minuteOf(isoTime: string): string {
  return `${isoTime.slice(0, 16).replace('T', ' ')} UTC`;
}

const PROVIDER_FAILURES = [
  'authentication_failed',
  'billing_error',
  'oauth_org_not_allowed',
  'overloaded',
  'rate_limit',
  'server_error',
];

function failureClass(result: Result, failure: string | undefined, reason: string): TerminalFailure {
  if (result.subtype === 'error_max_budget_usd') return 'budget';
  // What the program's own limits ended is not the provider's doing, whatever its words.
  if (result.subtype?.startsWith('error_max_')) return 'agent';
  if (result.api_error_status !== null && isProviderStatus(result.api_error_status)) return 'provider';
  if (failure !== undefined && PROVIDER_FAILURES.includes(failure)) return 'provider';
  return isProviderMessage(reason) ? 'provider' : 'agent';
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

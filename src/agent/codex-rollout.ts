import { join } from 'node:path';
import * as z from 'zod';
import type { UsageFile } from './adapter.ts';
import { count, isJsonObject, parseJsonLine } from './json-line.ts';

const totals = z
  .object({
    input_tokens: count,
    cached_input_tokens: count,
    cache_write_input_tokens: count,
    output_tokens: count,
  })
  .transform((usage) => ({
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheRead: usage.cached_input_tokens,
    cacheWrite: usage.cache_write_input_tokens,
  }));
const tokenCount = z.object({
  type: z.literal('event_msg'),
  payload: z.object({ type: z.literal('token_count'), info: z.object({ total_token_usage: totals }) }),
});
const usageRecord = z.object({
  type: z.literal('token_usage_record'),
  payload: z.object({ thread_token_usage: totals }),
});

/** Codex's own folder. */
const SESSIONS = 'sessions';

/**
 * Where Codex tells its tokens while it works: `$CODEX_HOME/sessions/2026/11/23/rollout-<time>-<thread id>.jsonl`, as
 * observed in 0.169.0. A `token_count` comes after the tools of a turn have ended, a `token_usage_record` right after
 * the model's answer; both hold the thread's running total.
 */
export const codexRollout: UsageFile = {
  folder(env) {
    const home = env.CODEX_HOME || (env.HOME && join(env.HOME, '.codex'));
    return home ? join(home, SESSIONS) : undefined;
  },
  isNamed: (name, sessionId) => name.startsWith('rollout-') && name.endsWith(`-${sessionId}.jsonl`),
  readLine(line) {
    if (!line.includes('"token_count"') && !line.includes('"token_usage_record"')) return undefined;
    const parsed = parseJsonLine(line);
    if (!isJsonObject(parsed)) return undefined;
    return (
      tokenCount.safeParse(parsed).data?.payload.info.total_token_usage ??
      usageRecord.safeParse(parsed).data?.payload.thread_token_usage
    );
  },
};

import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { Tokens } from '../outcome.ts';
import { count, text } from './json-line.ts';

const usage = z
  .object({
    input_tokens: count,
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
    output_tokens: count,
  })
  .transform((figures) => ({
    input: figures.input_tokens + figures.cache_read_input_tokens + figures.cache_creation_input_tokens,
    output: figures.output_tokens,
    cacheRead: figures.cache_read_input_tokens,
    cacheWrite: figures.cache_creation_input_tokens,
  }));
const streamLine = z.object({
  parent_tool_use_id: text,
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message_start'), message: z.object({ usage }) }),
    z.object({ type: z.literal('message_delta'), usage }),
  ]),
});

const NOTHING: Tokens = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

/**
 * Adds up what `--include-partial-messages` tells of the usage of each message while it is written: the session's tokens
 * so far, or undefined for a line that says nothing of them. The figures in a `message_delta` are its message's totals.
 */
export function createStreamCounter(): (line: JsonObject) => Tokens | undefined {
  let finished = NOTHING;
  // A subagent's messages come between those of the main thread.
  const open = new Map<string | null, Tokens>();

  return (line) => {
    const { data } = streamLine.safeParse(line);
    if (data === undefined) return undefined;
    const { event, parent_tool_use_id: thread } = data;
    const current = open.get(thread) ?? NOTHING;
    if (event.type === 'message_start') {
      finished = combine(finished, current, (a, b) => a + b);
      open.set(thread, event.message.usage);
    } else {
      open.set(thread, combine(current, event.usage, Math.max));
    }
    return [...open.values()].reduce((total, message) => combine(total, message, (a, b) => a + b), finished);
  };
}

function combine(a: Tokens, b: Tokens, how: (a: number, b: number) => number): Tokens {
  return {
    input: how(a.input, b.input),
    output: how(a.output, b.output),
    cacheRead: how(a.cacheRead, b.cacheRead),
    cacheWrite: how(a.cacheWrite, b.cacheWrite),
  };
}

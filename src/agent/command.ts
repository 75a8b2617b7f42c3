import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { Tokens } from '../outcome.ts';
import type { Adapter, LineMapper, MappedLine } from './adapter.ts';
import type { AgentEvent } from './events.ts';
import { figure, isJsonObject, json, MAX_USD, parseJsonLine, text, texts } from './json-line.ts';
import { isProviderMessage } from './provider-failure.ts';

/**
 * Any program as an agent. It may print events of its own, one JSON object a line with a `kind` of the transcript's;
 * whatever else it prints is a message. Without a terminal word its exit code decides.
 */
export const command: Adapter = {
  commandLine(profile) {
    const [program, ...args] = profile.command;
    // The workflow file is refused without one, so this is a bug.
    if (program === undefined) throw new Error(`agent \`${profile.name}\` has no command`);
    return { program, args };
  },
  extraEnv: (profile) => (profile.model === undefined ? {} : { VIK_MODEL: profile.model }),
  createLineMapper: createCommandLineMapper,
  installHint: (profile) =>
    profile.command[0]?.includes('/')
      ? 'check the path in the workflow file'
      : 'install it before this step, or give its path',
  silenceIsSuccess: true,
  usageFile: undefined,
  versionArgs: undefined,
  saysVersion: false,
};

const phase = z.enum(['request', 'result']);
const kinds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session_started'), session_id: text }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('token_usage'), input: figure, output: figure, cache_read: figure }),
  z.object({
    kind: z.literal('rate_limit'),
    scope: z.string(),
    remaining: figure,
    reset_at: text,
    observed_at: text,
  }),
  z.object({
    kind: z.literal('tool_call'),
    call_id: text,
    name: text,
    phase,
    input: json,
    output: json,
    raw: json,
  }),
  z.object({
    kind: z.literal('subagent'),
    call_id: text,
    action: text,
    status: text,
    target_ids: texts,
    raw: json,
  }),
  z.object({ kind: z.literal('unknown'), event_type: text, raw: json }),
  z.object({ kind: z.literal('completed') }),
  // A failure without words is a failure all the same.
  z.object({
    kind: z.literal('error'),
    detail: z.string().min(1).catch('the agent reported an error without a detail'),
  }),
  z.object({ kind: z.literal('retrying'), attempt: figure, detail: z.string() }),
  z.object({ kind: z.literal('cost'), usd: z.number().nonnegative().max(MAX_USD) }),
]);
const KIND_NAMES = new Set<unknown>(kinds.options.map((option) => option.shape.kind.value));

function createCommandLineMapper(): LineMapper {
  let totals: Tokens | undefined;

  return (line, at) => {
    // Most lines of most programs are text: look into those that can be an event.
    const parsed = line.includes('"kind"') ? parseJsonLine(line) : undefined;
    if (!isJsonObject(parsed) || !KIND_NAMES.has(parsed.kind))
      return { events: [{ kind: 'message', text: line }] };
    const event = readEvent(parsed, at);
    switch (event.kind) {
      case 'completed':
        return { events: [event], terminal: { kind: 'completed' } };
      case 'error': {
        const failure = isProviderMessage(event.detail) ? 'provider' : 'agent';
        return { events: [event], terminal: { kind: 'failed', class: failure, reason: event.detail } };
      }
      case 'token_usage':
        return withTokens(event);
      default:
        return { events: [event] };
    }
  };

  /** Each is taken as the total so far, as the real programs print it: the highest counts. */
  function withTokens(event: Extract<AgentEvent, { kind: 'token_usage' }>): MappedLine {
    totals = {
      input: Math.max(totals?.input ?? 0, event.input ?? 0),
      output: Math.max(totals?.output ?? 0, event.output ?? 0),
      cacheRead: Math.max(totals?.cacheRead ?? 0, event.cache_read ?? 0),
      cacheWrite: 0,
    };
    return { events: [event], tokens: totals };
  }
}

function readEvent(line: JsonObject, at: string): AgentEvent {
  const event = kinds.safeParse(line);
  if (!event.success) return { kind: 'unknown', event_type: String(line.kind), raw: line };
  return event.data.kind === 'rate_limit'
    ? { ...event.data, observed_at: event.data.observed_at ?? at }
    : event.data;
}

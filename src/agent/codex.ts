import * as z from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Tokens } from '../outcome.ts';
import type { Adapter, LineMapper, MappedLine } from './adapter.ts';
import { codexRollout } from './codex-rollout.ts';
import type { AgentEvent } from './events.ts';
import { count, isJsonObject, json, parseJsonLine, text, texts } from './json-line.ts';
import { requireModel } from './model.ts';
import { isProviderMessage } from './provider-failure.ts';

/** Codex CLI, `codex exec --json`, as observed in version 0.169.0. */
export const codex: Adapter = {
  commandLine(profile) {
    const given = profile.flags;
    const args = ['exec', ...given, '--json', '-m', requireModel(profile)];
    // It exits with 1 and nothing on standard output in a folder that is no git checkout.
    if (!given.includes('--skip-git-repo-check')) args.push('--skip-git-repo-check');
    // Otherwise it waits for a network for ever. `--disable` would refuse a name that a version doesn't know.
    if (!given.some((flag) => flag.includes('unbounded_connection_retries')))
      args.push('-c', 'features.unbounded_connection_retries=false');
    return { program: 'codex', args };
  },
  extraEnv: () => ({}),
  createLineMapper: createCodexLineMapper,
  installHint: () =>
    'give the profile a `version`, and it gets installed, or install it before this step: `npm install -g @openai/codex`',
  silenceIsSuccess: false,
  usageFile: codexRollout,
  versionArgs: ['--version'],
  saysVersion: false,
};

const threadStarted = z.object({ thread_id: text });
const errorLine = z.object({ message: text });
const turnFailed = z.object({ error: z.object({ message: text }).catch({ message: null }) });
const usage = z.object({
  input_tokens: count,
  cached_input_tokens: count,
  cache_write_input_tokens: count,
  output_tokens: count,
});
const turnCompleted = z.object({ usage: usage.nullable().catch(null) });
const item = z.object({ id: text, type: text, status: text, text, tool: text, receiver_thread_ids: texts });
const itemLine = z.object({ item: json });

function createCodexLineMapper(): LineMapper {
  let totals: Tokens | undefined;
  let declined = 0;

  return (line) => {
    const parsed = parseJsonLine(line);
    if (!isJsonObject(parsed)) return { events: [unknown(null, parsed ?? line)] };
    const type = typeof parsed.type === 'string' ? parsed.type : null;
    switch (type) {
      case 'thread.started':
        return { events: [{ kind: 'session_started', session_id: threadStarted.parse(parsed).thread_id }] };
      case 'item.started':
      case 'item.completed':
        return mapItem(type, parsed);
      case 'error':
        return { events: [mapError(errorLine.parse(parsed).message ?? line)] };
      case 'turn.failed':
        return mapFailure(turnFailed.parse(parsed).error.message ?? 'the turn failed without a message');
      case 'turn.completed':
        return mapCompletion(turnCompleted.parse(parsed).usage);
      default:
        return { events: [unknown(type, parsed)] };
    }
  };

  function mapItem(type: 'item.started' | 'item.completed', line: JsonObject): MappedLine {
    const raw = itemLine.parse(line).item;
    const facts = item.safeParse(raw);
    if (!facts.success) return { events: [unknown(type, line)] };
    const { id, status, tool } = facts.data;
    const started = type === 'item.started';
    if (!started && status === 'declined') declined += 1;
    const denials = declined > 0 ? { permissionDenials: declined } : {};
    switch (facts.data.type) {
      case 'agent_message':
        if (started || facts.data.text === null) return { events: [unknown(type, line)] };
        return { events: [{ kind: 'message', text: facts.data.text }] };
      case 'command_execution':
      case 'file_change':
      case 'web_search':
        return { events: [toolCall(facts.data.type, id, started, raw)], ...denials };
      case 'mcp_tool_call':
        return { events: [toolCall(tool ?? 'mcp_tool_call', id, started, raw)], ...denials };
      case 'collab_tool_call':
        return {
          events: [
            {
              kind: 'subagent',
              call_id: id,
              action: tool,
              status,
              target_ids: facts.data.receiver_thread_ids,
              raw,
            },
          ],
        };
      default:
        return { events: [unknown(type, line)] };
    }
  }

  function mapCompletion(figures: z.infer<typeof usage> | null): MappedLine {
    if (figures === null)
      return { events: [NO_USAGE, { kind: 'completed' }], terminal: { kind: 'completed' } };
    // The thread's running total, not this turn's: the highest counts, never the sum.
    totals = {
      input: Math.max(totals?.input ?? 0, figures.input_tokens),
      output: Math.max(totals?.output ?? 0, figures.output_tokens),
      cacheRead: Math.max(totals?.cacheRead ?? 0, figures.cached_input_tokens),
      cacheWrite: Math.max(totals?.cacheWrite ?? 0, figures.cache_write_input_tokens),
    };
    const event: AgentEvent = {
      kind: 'token_usage',
      input: figures.input_tokens,
      output: figures.output_tokens,
      cache_read: figures.cached_input_tokens,
    };
    return { events: [event, { kind: 'completed' }], terminal: { kind: 'completed' }, tokens: totals };
  }
}

const NO_USAGE: AgentEvent = { kind: 'token_usage', input: null, output: null, cache_read: null };

function toolCall(name: string, callId: string | null, started: boolean, raw: JsonValue): AgentEvent {
  return {
    kind: 'tool_call',
    call_id: callId,
    name,
    phase: started ? 'request' : 'result',
    input: started ? raw : null,
    output: started ? null : raw,
    raw,
  };
}

/** `error` is a progress note as often as a failure; only `turn.failed` ends the work. */
function mapError(message: string): AgentEvent {
  if (!message.startsWith('Reconnecting')) return { kind: 'error', detail: message };
  const parts = /^Reconnecting\.\.\. (?:(\d+)\/\d+ )?(.*)$/s.exec(message);
  const attempt = parts?.[1] === undefined ? null : Number(parts[1]);
  return { kind: 'retrying', attempt, detail: (parts?.[2] ?? message).replace(/^\((.*)\)$/s, '$1') };
}

function mapFailure(message: string): MappedLine {
  return {
    events: [{ kind: 'error', detail: message }],
    terminal: {
      kind: 'failed',
      class: isProviderMessage(message) ? 'provider' : 'agent',
      reason: readableMessage(message),
    },
  };
}

const apiError = z.object({ error: z.object({ message: z.string().min(1) }) });

/** Codex passes an API's error body on as it came: the sentence in it is what a person wants to read. */
function readableMessage(message: string): string {
  return apiError.safeParse(parseJsonLine(message)).data?.error.message ?? message;
}

function unknown(eventType: string | null, raw: JsonValue): AgentEvent {
  return { kind: 'unknown', event_type: eventType, raw };
}

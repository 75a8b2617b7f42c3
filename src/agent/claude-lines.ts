import * as z from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import type { LineMapper, MappedLine } from './adapter.ts';
import { mapResult } from './claude-result.ts';
import { createStreamCounter } from './claude-stream.ts';
import type { AgentEvent } from './events.ts';
import { figure, isJsonObject, json, jsonList, parseJsonLine, text } from './json-line.ts';

const initLine = z.object({ session_id: text, claude_code_version: text });
const retryLine = z.object({ attempt: figure, error_status: figure, error: text });
const messageLine = z.object({
  message: z.object({ content: jsonList }).catch({ content: [] }),
  error: text,
  tool_use_result: z.object({ agentId: text }).catch({ agentId: null }),
});
const contentBlock = z.object({
  type: text,
  text,
  id: text,
  name: text,
  input: json,
  tool_use_id: text,
  content: json,
  is_error: z.boolean().catch(false),
});
const rateLimitLine = z.object({
  rate_limit_info: z.object({ status: text, resetsAt: figure, rateLimitType: text, utilization: figure }),
});

type Block = z.infer<typeof contentBlock>;

/** Most calls that are remembered while they wait for their result. */
const MAX_OPEN_CALLS = 10_000;

/** Lines of `claude -p --output-format stream-json`: one line per content block of a message. */
export function createClaudeLineMapper(): LineMapper {
  const openCalls = new Map<string, string>();
  // What the last assistant line said went wrong: the result that follows has a sentence and often no status.
  let failure: string | undefined;
  // When the limit that the provider refused us for ends.
  let limitResetsAt: string | undefined;
  const countStream = createStreamCounter();

  return (line, at) => {
    const parsed = parseJsonLine(line);
    if (!isJsonObject(parsed)) return { events: [unknown(null, parsed ?? line)] };
    switch (eventType(parsed)) {
      case 'system/init': {
        const init = initLine.parse(parsed);
        const events: AgentEvent[] = [{ kind: 'session_started', session_id: init.session_id }];
        return init.claude_code_version === null ? { events } : { events, version: init.claude_code_version };
      }
      case 'system/api_retry':
        return { events: [mapRetry(retryLine.parse(parsed))] };
      case 'assistant':
        return mapMessage(parsed, mapAssistantBlock);
      case 'user':
        return mapMessage(parsed, mapUserBlock);
      case 'rate_limit_event': {
        const event = mapRateLimit(parsed, at);
        if (event.kind === 'rate_limit')
          limitResetsAt = event.remaining === 0 ? (event.reset_at ?? undefined) : undefined;
        return { events: [event] };
      }
      case 'stream_event': {
        // Pieces of what comes whole in an `assistant` line: only their figures are news.
        const running = countStream(parsed);
        return running === undefined ? { events: [] } : { events: [], running };
      }
      default:
        return parsed.type === 'result'
          ? mapResult(parsed, { failure, limitResetsAt })
          : { events: [unknown(eventType(parsed), parsed)] };
    }
  };

  function mapMessage(line: JsonObject, mapBlock: typeof mapUserBlock): MappedLine {
    const { message, error, tool_use_result } = messageLine.parse(line);
    if (line.type === 'assistant') failure = error ?? undefined;
    if (message.content.length === 0) return { events: [unknown(eventType(line), line)] };
    const events = message.content.map((raw) => {
      const block = contentBlock.safeParse(raw).data;
      const event = block && mapBlock(block, raw, tool_use_result.agentId);
      // A line with one block that isn't modelled is kept whole.
      return event ?? unknown(eventType(line), message.content.length === 1 ? line : raw);
    });
    return { events };
  }

  function mapAssistantBlock(block: Block, raw: JsonValue): AgentEvent | undefined {
    if (block.type === 'text' && block.text !== null) return { kind: 'message', text: block.text };
    if (block.type !== 'tool_use') return undefined;
    const { id, name, input } = block;
    if (id !== null && name !== null && openCalls.size < MAX_OPEN_CALLS) openCalls.set(id, name);
    if (isSubagent(name))
      return { kind: 'subagent', call_id: id, action: name, status: null, target_ids: [], raw };
    return { kind: 'tool_call', call_id: id, name, phase: 'request', input, output: null, raw };
  }

  function mapUserBlock(block: Block, raw: JsonValue, agentId: string | null): AgentEvent | undefined {
    if (block.type !== 'tool_result') return undefined;
    const id = block.tool_use_id;
    const name = (id === null ? undefined : openCalls.get(id)) ?? null;
    if (id !== null) openCalls.delete(id);
    if (isSubagent(name)) {
      const status = block.is_error ? 'failed' : 'completed';
      const targets = agentId === null ? [] : [agentId];
      return { kind: 'subagent', call_id: id, action: name, status, target_ids: targets, raw };
    }
    return { kind: 'tool_call', call_id: id, name, phase: 'result', input: null, output: block.content, raw };
  }
}

/** The list of tools says Task, the calls say Agent. */
function isSubagent(name: string | null): boolean {
  return name === 'Task' || name === 'Agent';
}

function mapRetry(retry: z.infer<typeof retryLine>): AgentEvent {
  const status = retry.error_status === null ? 'no answer' : `HTTP ${retry.error_status}`;
  return { kind: 'retrying', attempt: retry.attempt, detail: `${retry.error ?? 'unknown'} (${status})` };
}

function mapRateLimit(line: JsonObject, at: string): AgentEvent {
  const info = rateLimitLine.safeParse(line).data?.rate_limit_info;
  if (info === undefined || info.rateLimitType === null) return unknown(eventType(line), line);
  return {
    kind: 'rate_limit',
    scope: `claude:${info.rateLimitType}`,
    remaining: percentLeft(info.utilization, info.status),
    reset_at: isoSeconds(info.resetsAt),
    observed_at: at,
  };
}

function percentLeft(utilization: number | null, status: string | null): number | null {
  if (status === 'rejected') return 0;
  if (utilization === null) return null;
  return Math.min(100, Math.max(0, Math.round((1 - utilization) * 100)));
}

function isoSeconds(seconds: number | null): string | null {
  if (seconds === null) return null;
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function eventType(line: JsonObject): string | null {
  if (typeof line.type !== 'string') return null;
  return typeof line.subtype === 'string' ? `${line.type}/${line.subtype}` : line.type;
}

function unknown(type: string | null, raw: JsonValue): AgentEvent {
  return { kind: 'unknown', event_type: type, raw };
}

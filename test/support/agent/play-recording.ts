import { readFileSync } from 'node:fs';
import type { Adapter } from '../../../src/agent/adapter.ts';
import { adapters } from '../../../src/agent/adapters.ts';
import { decideOutcome } from '../../../src/agent/decide-outcome.ts';
import type { AgentEvent } from '../../../src/agent/events.ts';
import { followSnapshot } from '../../../src/agent/snapshot.ts';
import type { SessionSnapshot, Verdict } from '../../../src/outcome.ts';
import type { RuntimeName } from '../../../src/workflow/workflow.ts';

export interface Played {
  /** One line per event, for reading. */
  readonly events: readonly string[];
  readonly verdict: Verdict;
  readonly snapshot: Omit<SessionSnapshot, 'lastEventAt'>;
  readonly version: string | undefined;
}

/** When every line of a recording is said to have come. */
export const playedAt = '2026-11-23T01:00:00.000Z';

/** Plays a recorded stream through its adapter and decides its outcome, as a session does. */
export function playRecording(runtime: RuntimeName, file: string, exit: number | string): Played {
  const path = new URL(`../../fixtures/agent-events/${file}.jsonl`, import.meta.url);
  return playLines(runtime, readFileSync(path, 'utf8').trimEnd().split('\n'), exit);
}

/** `exit` is a code or the name of the signal that killed it. */
export function playLines(runtime: RuntimeName, lines: readonly string[], exit: number | string): Played {
  const adapter: Adapter = adapters[runtime];
  const mapLine = adapter.createLineMapper();
  const follower = followSnapshot();
  const events: string[] = [];
  for (const line of lines) {
    const mapped = mapLine(line, playedAt);
    follower.take(mapped, new Date(playedAt));
    events.push(...mapped.events.map(compact));
  }
  const verdict = decideOutcome({
    ending: undefined,
    notStarted: undefined,
    overLimit: undefined,
    terminal: follower.terminal(),
    exitCode: typeof exit === 'number' ? exit : undefined,
    signal: typeof exit === 'string' ? exit : undefined,
    stderrTail: '',
    silenceIsSuccess: adapter.silenceIsSuccess,
  });
  const { lastEventAt: _, ...snapshot } = follower.snapshot((text) => text);
  return { events, verdict, snapshot, version: follower.version() };
}

/** An event in a line: its kind and what matters of it. */
export function compact(event: AgentEvent): string {
  switch (event.kind) {
    case 'session_started':
      return `session_started ${event.session_id}`;
    case 'message':
      return `message ${event.text}`;
    case 'token_usage':
      return `token_usage ${event.input} ${event.output} ${event.cache_read}`;
    case 'rate_limit':
      return `rate_limit ${event.scope} ${event.remaining}% until ${event.reset_at} seen ${event.observed_at}`;
    case 'tool_call':
      return `tool_call ${event.phase} ${event.call_id} ${event.name} ${brief(event.phase === 'request' ? event.input : event.output)}`;
    case 'subagent':
      return `subagent ${event.call_id} ${event.action} ${event.status} [${event.target_ids.join(' ')}]`;
    case 'unknown':
      return `unknown ${event.event_type}`;
    case 'completed':
      return 'completed';
    case 'error':
      return `error ${event.detail}`;
    case 'retrying':
      return `retrying ${event.attempt} ${event.detail}`;
    case 'cost':
      return `cost ${event.usd}`;
    default:
      return event satisfies never;
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

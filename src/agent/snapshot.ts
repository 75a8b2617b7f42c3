import type { SessionSnapshot, Tokens } from '../outcome.ts';
import type { Redact } from '../redact.ts';
import type { Price } from '../workflow/workflow.ts';
import type { MappedLine, TerminalWord } from './adapter.ts';
import { costOf, type Spent } from './budget.ts';
import type { AgentEvent } from './events.ts';

/** Longest last message that is kept, in characters. */
const MAX_MESSAGE_CHARACTERS = 64 * 1024;

/** Calls that are remembered while they wait for their result. */
const MAX_OPEN_CALLS = 10_000;

/** Follows what a session's lines say of it. */
export interface SnapshotFollower {
  /** `time` is when it came. */
  take(line: MappedLine, time: Date): void;
  /** The last terminal word so far. */
  terminal(): TerminalWord | undefined;
  version(): string | undefined;
  /** The provider's own id of the session. */
  sessionId(): string | undefined;
  /** Takes what another source than its lines says of its tokens so far. */
  takeRunning(tokens: Tokens): void;
  spent(): Spent;
  /** What is known of its figures so far. */
  usage(): Pick<SessionSnapshot, 'tokens' | 'costUsd'>;
  snapshot(redact: Redact): SessionSnapshot;
}

/** `price`: of the session's model, for a program that prints no cost. */
export function followSnapshot(price?: Price): SnapshotFollower {
  let sessionId: string | undefined;
  let terminal: TerminalWord | undefined;
  let version: string | undefined;
  let totals: Tokens | undefined;
  let running: Tokens | undefined;
  let printedCostUsd: number | undefined;
  let permissionDenials = 0;
  let toolCalls = 0;
  let retries = 0;
  let lastMessage: string | undefined;
  let lastEventAt: Date | undefined;
  const openCalls = new Set<string>();

  return {
    take(line, time) {
      lastEventAt = time;
      for (const event of line.events) takeEvent(event);
      if (line.tokens !== undefined) totals = highest(totals, line.tokens);
      if (line.running !== undefined) running = highest(running, line.running);
      if (line.permissionDenials !== undefined)
        permissionDenials = Math.max(permissionDenials, line.permissionDenials);
      version = line.version ?? version;
      terminal = line.terminal ?? terminal;
    },
    terminal: () => terminal,
    version: () => version,
    sessionId: () => sessionId,
    takeRunning(tokens) {
      running = highest(running, tokens);
    },
    usage: () => ({ tokens: tokens(), costUsd: costUsd() }),
    spent,
    snapshot: (redact) => ({
      sessionId: sessionId === undefined ? undefined : redact(sessionId),
      tokens: tokens(),
      costUsd: costUsd(),
      toolCalls,
      permissionDenials,
      retries,
      // Redacted before it is cut: half a secret would not be recognised.
      lastMessage:
        lastMessage === undefined ? undefined : redact(lastMessage).slice(0, MAX_MESSAGE_CHARACTERS),
      lastEventAt,
    }),
  };

  function tokens(): Tokens | undefined {
    return totals ?? running;
  }

  /** The highest of what was ever said: a limit that was crossed stays crossed. */
  function spent(): Spent {
    const known = totals === undefined || running === undefined ? tokens() : highest(totals, running);
    return { outputTokens: known?.output, costUsd: costOfTokens(known) };
  }

  function costUsd(): number | undefined {
    return costOfTokens(tokens());
  }

  function costOfTokens(known: Tokens | undefined): number | undefined {
    if (printedCostUsd !== undefined || price === undefined || known === undefined) return printedCostUsd;
    return costOf(known, price);
  }

  function takeEvent(event: AgentEvent): void {
    switch (event.kind) {
      case 'session_started':
        sessionId = event.session_id ?? sessionId;
        break;
      case 'message':
        // Blank lines of a command agent are no message that anybody wants to read last.
        if (event.text.trim() !== '') lastMessage = event.text;
        break;
      case 'retrying':
        retries += 1;
        break;
      case 'cost':
        printedCostUsd = Math.max(printedCostUsd ?? 0, event.usd);
        break;
      case 'tool_call':
        countCall(event.phase, event.call_id);
        break;
      default:
    }
  }

  /** Some tools are reported only at their end. */
  function countCall(phase: 'request' | 'result', callId: string | null): void {
    if (
      phase === 'result' &&
      (callId === null || openCalls.delete(callId) || openCalls.size >= MAX_OPEN_CALLS)
    )
      return;
    toolCalls += 1;
    if (phase === 'request' && callId !== null && openCalls.size < MAX_OPEN_CALLS) openCalls.add(callId);
  }
}

/** Programs print running totals, some of them more than once. */
function highest(a: Tokens | undefined, b: Tokens): Tokens {
  return {
    input: Math.max(a?.input ?? 0, b.input),
    output: Math.max(a?.output ?? 0, b.output),
    cacheRead: Math.max(a?.cacheRead ?? 0, b.cacheRead),
    cacheWrite: Math.max(a?.cacheWrite ?? 0, b.cacheWrite),
  };
}

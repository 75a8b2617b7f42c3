import type { JsonValue } from '../json.ts';
import type { Log } from '../log.ts';
import type { Redact } from '../redact.ts';
import type { AgentEvent } from './events.ts';
import { isJsonObject } from './json-line.ts';

/** Lines about calls that one session has in the log; all of them are in its transcript. */
const MOST_CALLS = 1_000;

/** Longest description of a tool call in the log, in characters. */
const MAX_CALL_CHARACTERS = 120;

/** Tells a session's tool calls and retries in the log, a line each. */
export function createNarrator(log: Log, redact: Redact): (event: AgentEvent) => void {
  let retrying: string | undefined;
  let calls = 0;

  function tellCall(name: string | null, input: JsonValue): void {
    calls += 1;
    if (calls <= MOST_CALLS) log.info(describeCall(name, input, redact));
    if (calls === MOST_CALLS) log.info(`${MOST_CALLS} calls: what else it calls is in its transcript only`);
  }

  return (event) => {
    switch (event.kind) {
      case 'tool_call':
        if (event.phase === 'request') tellCall(event.name, event.input);
        break;
      case 'subagent':
        // Its end is a result of the same call.
        if (event.status === null || event.status === 'in_progress')
          tellCall(event.action ?? 'subagent', event.raw);
        break;
      case 'retrying': {
        const attempt = event.attempt === null ? '' : ` (attempt ${event.attempt})`;
        const line = `retrying${attempt}: ${shorten(event.detail, redact)}`;
        const trouble = withoutIds(event.detail);
        if (trouble === retrying) log.debug(line);
        else log.info(line);
        retrying = trouble;
        return;
      }
      default:
    }
    // Once it went on, the next trouble is news again.
    if (event.kind === 'message' || event.kind === 'tool_call') retrying = undefined;
  };
}

/** The same trouble comes with the id of another request each time. */
function withoutIds(detail: string): string {
  return detail.replace(/\b(?=[\w-]*\d)[\w-]{8,}/g, '');
}

/** What of a call's input says best what it does, over all runtimes. */
const TELLING_FIELDS = ['command', 'file_path', 'path', 'pattern', 'query', 'url', 'description', 'prompt'];

function describeCall(name: string | null, input: JsonValue, redact: Redact): string {
  const detail = telling(input);
  return shorten(detail === undefined ? (name ?? 'tool call') : `${name ?? 'tool call'}: ${detail}`, redact);
}

function telling(input: JsonValue): string | undefined {
  if (typeof input === 'string') return input;
  if (!isJsonObject(input)) return undefined;
  for (const field of TELLING_FIELDS) {
    const value = input[field];
    if (typeof value === 'string' && value !== '') return value;
  }
  // A subagent's block and an MCP item hold the call's own input one level down.
  if (isJsonObject(input.input)) return telling(input.input);
  if (isJsonObject(input.arguments)) return telling(input.arguments);
  if (Array.isArray(input.changes)) return input.changes.map((change) => telling(change)).join(', ');
  return undefined;
}

/** Redacted before it is cut: half a secret would not be recognised. */
function shorten(text: string, redact: Redact): string {
  const line = redact(text).replace(/\s+/g, ' ').trim();
  return line.length > MAX_CALL_CHARACTERS ? `${line.slice(0, MAX_CALL_CHARACTERS - 1)}…` : line;
}

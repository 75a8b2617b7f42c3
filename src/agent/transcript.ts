import type { Redact } from '../redact.ts';
import { createBoundedFile } from './bounded-file.ts';
import type { AgentEvent } from './events.ts';

/** Largest transcript: 256 MiB. */
const MAX_TRANSCRIPT_BYTES = 256 * 1024 * 1024;

/** A session's events as JSON lines. */
export interface Transcript extends Disposable {
  /** `truncated` marks an event whose line was cut. */
  write(event: AgentEvent, at: string, truncated: boolean): void;
}

export interface TranscriptOptions {
  readonly redact: Redact;
  readonly warn: (message: string) => void;
  /** For tests. */
  readonly limitBytes?: number;
}

/** Creates a transcript. Throws when something is at its path already. */
export function createTranscript(path: string, options: TranscriptOptions): Transcript {
  const limitBytes = options.limitBytes ?? MAX_TRANSCRIPT_BYTES;
  const file = createBoundedFile(path, {
    limitBytes,
    lastLine: endLine(limitBytes),
    name: 'transcript',
    warn: options.warn,
  });
  return {
    write(event, at, truncated) {
      if (!file.open) return;
      file.write(`${options.redact(toJson(event, at, truncated))}\n`);
    },
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

function toJson(event: AgentEvent, at: string, truncated: boolean): string {
  const { kind, ...fields } = event;
  try {
    return JSON.stringify(truncated ? { kind, at, ...fields, truncated } : { kind, at, ...fields });
  } catch {
    // JSON.parse takes any depth, JSON.stringify runs out of stack at some ten thousand: the rest of such a line is lost.
    return JSON.stringify({
      kind: 'unknown',
      at,
      event_type: kind,
      raw: 'nested too deeply to be written',
      truncated: true,
    });
  }
}

function endLine(limitBytes: number): string {
  const detail = `this transcript stops at its limit of ${limitBytes} bytes; the session went on`;
  const event: AgentEvent = { kind: 'unknown', event_type: 'transcript_limit', raw: detail };
  return `${toJson(event, new Date().toISOString(), true)}\n`;
}

import { besideTranscript } from '../../agent/session-files.ts';
import type { JsonObject } from '../../json.ts';
import type { AttemptOutcome } from '../../outcome.ts';
import { withoutEscapes } from '../../plain-text.ts';
import type { Redact } from '../../redact.ts';
import { type Excerpt, plainFileSize, readExcerpt } from './excerpt.ts';
import { escapeForScript } from './html.ts';
import type { SessionDetail, TextExcerpt } from './page-data.ts';
import { shareOut } from './share.ts';
import { shortenLine } from './shorten-line.ts';
import type { UsagePoint } from './usage-points.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Of one session, at most. */
const EACH = { transcript: 5 * MIB, prompt: 256 * KIB, stderr: 256 * KIB };

/** How much of each of a session's files has room in the page. */
export interface SessionRoom {
  readonly transcript: number;
  readonly prompt: number;
  readonly stderr: number;
}

/** Shares the page's room among the sessions: the small ones are whole. Three quarters are for the transcripts. */
export function shareRoom(
  transcripts: readonly (string | undefined)[],
  totalBytes: number,
): readonly SessionRoom[] {
  const sizesOf = (path: (transcript: string) => string): number[] =>
    transcripts.map((transcript) => (transcript === undefined ? 0 : plainFileSize(path(transcript))));
  const eighth = Math.floor(totalBytes / 8);
  // Escaped, a file may take more than its size on disk, and a short one of many quotes much more.
  const whole = (sizes: readonly number[]): number[] => sizes.map((size) => Math.ceil(size * 1.2) + KIB);
  const events = shareOut(whole(sizesOf((path) => path)), EACH.transcript, eighth * 6);
  const prompts = shareOut(whole(sizesOf((path) => besideTranscript(path).prompt)), EACH.prompt, eighth);
  const stderrs = shareOut(whole(sizesOf((path) => besideTranscript(path).stderr)), EACH.stderr, eighth);
  return events.map((transcript, index) => ({
    transcript,
    prompt: prompts[index] ?? 0,
    stderr: stderrs[index] ?? 0,
  }));
}

/**
 * The text of a session's block of data: one line about the session, then those of its transcript that have room.
 * Undefined when there is nothing to say.
 */
export function sessionBlock(
  attempt: AttemptOutcome,
  {
    room,
    events,
    usage,
    redact,
  }: {
    readonly room: SessionRoom;
    readonly events: readonly JsonObject[];
    readonly usage: readonly UsagePoint[];
    readonly redact: Redact;
  },
): string | undefined {
  const { transcript } = attempt;
  const excerpt = transcript === undefined ? undefined : readEvents(transcript, room.transcript, redact);
  const beside = transcript === undefined ? undefined : besideTranscript(transcript);
  // Again at the end: colours may have stood in a secret.
  const clean: Redact = (text) => redact(withoutEscapes(redact(text)));
  const prompt = beside && readText(beside.prompt, room.prompt, redact);
  const stderr = (beside && readText(beside.stderr, room.stderr, clean)) ?? textOf(clean(attempt.stderrTail));
  const lastMessage = attempt.session?.lastMessage;
  const detail: SessionDetail = {
    ...(lastMessage === undefined ? {} : { last_message: redact(lastMessage) }),
    ...(attempt.warnings.length === 0 ? {} : { warnings: attempt.warnings.map(redact) }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(stderr === undefined ? {} : { stderr }),
    ...(events.length === 0 ? {} : { events }),
    ...(usage.length === 0 ? {} : { usage }),
    ...(excerpt === undefined || transcript === undefined
      ? {}
      : {
          transcript: {
            bytes: plainFileSize(transcript),
            head_lines: excerpt.head.length,
            left_out_bytes: excerpt.leftOutBytes,
          },
        }),
  };
  if (Object.keys(detail).length === 0) return undefined;
  const lines = [...(excerpt?.head ?? []), ...(excerpt?.tail ?? [])];
  return [escapeForScript(JSON.stringify(detail)), ...lines].join('\n');
}

function readEvents(path: string, maxBytes: number, redact: Redact): Excerpt | undefined {
  return attemptToRead(() =>
    readExcerpt(path, { maxBytes, toLine: (line) => dataLine(shortenLine(redactColoured(line, redact))) }),
  );
}

/** A line of JSON as it is, and any other as a JSON string, so that the page has back what it was. */
function dataLine(line: string): string {
  return escapeForScript(isJsonObject(line) ? line : JSON.stringify(line));
}

function isJsonObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    // not ours: an agent of the same user wrote into the file
    return false;
  }
}

// An escape sequence as `grep --color` prints them, in a JSON string. Two backslashes are one of the text.
const JSON_COLOUR = /\\u001b(?<=(?<!\\)(?:\\\\)*\\u001b)\[[\d;]*[a-z]/gi;

/** The page shows no colours, so a secret of which a program coloured a part would be whole there. */
function redactColoured(line: string, redact: Redact): string {
  const redacted = redact(line);
  const plain = withoutEscapes(redacted.replace(JSON_COLOUR, ''));
  if (plain === redacted) return redacted;
  const found = redact(plain);
  return found === plain ? redacted : found;
}

function readText(path: string, maxBytes: number, redact: Redact): TextExcerpt | undefined {
  const excerpt = attemptToRead(() => readExcerpt(path, { maxBytes, toLine: (line) => line }));
  if (excerpt === undefined || excerpt.head.length + excerpt.tail.length === 0) return undefined;
  // Whole, since a secret may have several lines.
  return {
    head: redact(excerpt.head.join('\n')),
    tail: redact(excerpt.tail.join('\n')),
    left_out_bytes: excerpt.leftOutBytes,
  };
}

function textOf(text: string): TextExcerpt | undefined {
  return text === '' ? undefined : { head: text, tail: '', left_out_bytes: 0 };
}

function attemptToRead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // The file was removed, or something else was put in its place: the page shows the session without it.
    return undefined;
  }
}

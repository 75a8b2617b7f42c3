/**
 * The run's log. Every line goes through one function that makes its text harmless: the runner acts on `::x::` at the
 * start of a line and on `##[x]` anywhere in it, and a carriage return or an escape sequence would let issue text or an
 * agent fake or hide lines.
 *
 * The runner's commands are written here rather than with @actions/core, which loads an HTTP client of 1 MB with them;
 * a test holds the two to the same bytes.
 */
import type { Redact } from './redact.ts';

/** Where a line of a file is, for an annotation. `file` is relative to GITHUB_WORKSPACE. */
export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** At most 10 warnings of one kind become annotations; the rest are lines. */
  readonly kind?: string;
}

/** The run's log. One line per call; the text may hold anything, it is made harmless and secrets are redacted here. */
export interface Log {
  info(message: string): void;
  debug(message: string): void;
  /** Someone should act. An annotation keeps its newlines. */
  warning(message: string, annotation?: Annotation): void;
  /** An annotation keeps its newlines. */
  error(message: string, annotation?: Annotation): void;
  /** A log whose lines begin with `[label] `: `[#12 plan] ...`. */
  child(label: string): Log;
}

/** The log at the top, which also ends it. */
export interface RunLog extends Log {
  /** Says how many warnings and errors are lines only. Call it once, last. */
  close(): void;
}

export interface LogOptions {
  readonly redact: Redact;
  /** Whether the runner asked for debug lines; without it they are not written at all. */
  readonly debug: boolean;
  /** Takes one line with its newline; standard output without it. */
  readonly write?: (line: string) => void;
}

/** GitHub shows at most 10 annotations of a level for a step. */
const MAX_ANNOTATIONS = 10;

/** Makes the log of a job. */
export function createLog({ redact, debug, write = writeToStdout }: LogOptions): RunLog {
  const counts = new Map<string, number>();
  // Redacted before cleaning, for secrets with newlines, and after it, for secrets cut by control characters.
  const clean = (text: string): string => redact(plainText(redact(text)));
  const cleanLines = (text: string): string =>
    text
      .split(/\r\n?|\n/)
      .map(clean)
      .filter((line, index) => index === 0 || line !== '')
      // Indented, so that no line of an outside text stands where ours begin.
      .join('\n  ');

  const annotate = (level: 'warning' | 'error', prefix: string, message: string, at: Annotation): void => {
    const kind = `${level} ${at.kind ?? ''}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > MAX_ANNOTATIONS) {
      write(`${level}: ${prefix}${clean(message)}\n`);
      return;
    }
    const properties = {
      title: at.title === undefined ? undefined : clean(at.title),
      file: at.file === undefined ? undefined : clean(at.file),
      line: at.line,
      col: at.column,
    };
    write(`${formatCommand(level, properties, prefix + cleanLines(redact(message)))}\n`);
  };

  const childLog = (prefix: string): Log => ({
    info(message) {
      write(`${withoutCommand(prefix + clean(message))}\n`);
    },
    debug(message) {
      if (debug) write(`${formatCommand('debug', {}, prefix + clean(message))}\n`);
    },
    warning(message, annotation = {}) {
      annotate('warning', prefix, message, annotation);
    },
    error(message, annotation = {}) {
      annotate('error', prefix, message, annotation);
    },
    child(label) {
      return childLog(`${prefix}[${clean(label)}] `);
    },
  });

  return {
    ...childLog(''),
    close() {
      for (const [kind, count] of counts) {
        if (count <= MAX_ANNOTATIONS) continue;
        const [level, name] = kind.split(' ', 2);
        const what = name ? `${level}s about \`${name}\`` : `${level}s`;
        write(
          `${count} ${what}: the first ${MAX_ANNOTATIONS} are annotations, the other ${count - MAX_ANNOTATIONS} are lines of this log only\n`,
        );
      }
    },
  };
}

/** Tells the runner to print `***` for a value, whoever prints it: each of its lines, as the runner compares lines. */
export function maskSecret(value: string, write: (line: string) => void = writeToStdout): void {
  for (const line of value.split(/\r?\n/)) {
    if (line.trim() !== '') write(`${formatCommand('add-mask', {}, line)}\n`);
  }
}

/**
 * A text on one line that no terminal, runner or reader takes for more than text: escape sequences and control
 * characters are gone, a newline is `⏎`, `##[` is `## [`. For titles, labels and file names in our own sentences.
 */
export function plainText(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCES, '')
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, '').trim())
    .filter((line) => line !== '')
    .join(' ⏎ ')
    .replaceAll('##[', '## [');
}

// CSI, OSC and the short ones (ECMA-48). Not `util.stripVTControlCharacters`: it takes 30 s for 400 KB of `ESC ]`.
const ESCAPE_SEQUENCES = new RegExp(
  [
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    '(?:\\x1b\\]|\\x9d)[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '\\x1b[ -/]*[0-~]',
  ].join('|'),
  'g',
);

// Control characters, and what makes text run backwards or take no room. Joiners stay: emoji are made with them.
const UNSEEN =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A line that begins with `::`, spaces apart, would be a command of the runner. */
function withoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ');
}

/**
 * A command of the runner.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function formatCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function writeToStdout(line: string): void {
  process.stdout.write(line);
}

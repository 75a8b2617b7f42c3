/**
 * The run's log. Every line goes through one function that makes its text harmless: the runner acts on `::x::` at the
 * start of a line and on `##[x]` anywhere in it, and a carriage return or an escape sequence would let issue text or an
 * agent fake or hide lines.
 *
 * The runner's commands are written here rather than with @actions/core, which loads an HTTP client of 1 MB with them;
 * a test holds the two to the same bytes.
 */
import { redactToPlainText } from './plain-text.ts';
import type { Redact } from './redact.ts';
import { formatCommand, withoutCommand, writeToStdout } from './runner-commands.ts';

/** Where a line of a file is, for an annotation. `file` is relative to GITHUB_WORKSPACE. */
export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The key in that file that is meant: for whoever reads the message without the line beside it. */
  readonly pointer?: string;
  /** At most 10 warnings of one kind become annotations; the rest are lines. */
  readonly kind?: string;
}

/** What a line says at a glance, where colours are shown. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'strong';

/** The run's log. One line per call; the text may hold anything, it is made harmless and secrets are redacted here. */
export interface Log {
  info(message: string, tone?: Tone): void;
  debug(message: string): void;
  /** Someone should act. An annotation keeps its newlines. */
  warning(message: string, annotation?: Annotation): void;
  /** An annotation keeps its newlines. */
  error(message: string, annotation?: Annotation): void;
  /**
   * A log whose lines begin with `[label] `: `[#12 plan] ...`.
   *
   * @param width columns that the label takes, brackets included, so that texts are aligned; a longer one takes more
   */
  child(label: string, width?: number): Log;
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
  /** Milliseconds since the start of the run: each line begins with them. Without it lines have no time. */
  readonly elapsedMs?: () => number;
  /** Whether the reader shows ANSI colours (`showsColours`); false without it. */
  readonly colours?: boolean;
  /** Warnings and errors as commands of the runner; false where there is none: then they are lines. True without it. */
  readonly annotations?: boolean;
}

/** GitHub shows at most 10 annotations of a level for a step. */
const MAX_ANNOTATIONS = 10;

/** Makes the log of a job. */
export function createLog({
  redact,
  debug,
  write = writeToStdout,
  elapsedMs,
  colours = false,
  annotations = true,
}: LogOptions): RunLog {
  const counts = new Map<string, number>();
  const paint = colours ? inColour : (text: string): string => text;
  /** A line that is no command of the runner. Colours come last: cleaning has removed those of everybody else. */
  const writeLine = (label: Label, text: string, code?: number): void => {
    const clock = elapsedMs === undefined ? '' : `${paint(formatClock(elapsedMs()), QUIET)}  `;
    write(`${clock}${label.aligned}${code === undefined ? text : paint(text, code)}\n`);
  };
  const clean = redactToPlainText(redact);
  const cleanLines = (text: string): string =>
    text
      .split(/\r\n?|\n/)
      .map(clean)
      .filter((line, index) => index === 0 || line !== '')
      // Indented, so that no line of an outside text stands where ours begin.
      .join('\n  ');

  const annotate = (level: 'warning' | 'error', label: Label, message: string, at: Annotation): void => {
    const kind = `${level} ${at.kind ?? ''}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (!annotations || count > MAX_ANNOTATIONS) {
      const what = paint(`${level}:`, level === 'error' ? TONES.bad : TONES.warn);
      const placed = located(message, at);
      const text = annotations ? clean(placed) : cleanLines(redact(placed)).replaceAll('\n  :', '\n  : ');
      writeLine(NO_LABEL, `${what} ${label.shown}${text}`);
      return;
    }
    const properties = {
      title: at.title === undefined ? undefined : clean(at.title),
      file: at.file === undefined ? undefined : clean(at.file),
      line: at.line,
      col: at.column,
    };
    write(`${formatCommand(level, properties, label.plain + cleanLines(redact(message)))}\n`);
  };

  const childLog = (label: Label): Log => ({
    info(message, tone) {
      const text = clean(message);
      const line = label.plain === '' ? withoutCommand(text) : text;
      writeLine(label, line, tone === undefined ? undefined : TONES[tone]);
    },
    debug(message) {
      if (!debug) return;
      if (annotations) write(`${formatCommand('debug', {}, label.plain + clean(message))}\n`);
      else writeLine(NO_LABEL, `debug: ${label.shown}${clean(message)}`, QUIET);
    },
    warning(message, annotation = {}) {
      annotate('warning', label, message, annotation);
    },
    error(message, annotation = {}) {
      annotate('error', label, message, annotation);
    },
    child(name, width = 0) {
      const own = `[${clean(name)}]`;
      const shown = `${label.shown}${paint(own, labelColour(own))} `;
      return childLog({
        plain: `${label.plain}${own} `,
        shown,
        aligned: shown + ' '.repeat(Math.max(width - own.length, 0)),
      });
    },
  });

  return {
    ...childLog(NO_LABEL),
    close() {
      for (const [kind, count] of counts) {
        if (!annotations || count <= MAX_ANNOTATIONS) continue;
        const [level, name] = kind.split(' ', 2);
        const what = name ? `${level}s about \`${name}\`` : `${level}s`;
        writeLine(
          NO_LABEL,
          `${count} ${what}: the first ${MAX_ANNOTATIONS} are annotations, the other ${count - MAX_ANNOTATIONS} are lines of this log only`,
        );
      }
    },
  };
}

/**
 * A message with its place, as it is read where no annotation shows the line: `workflow.yml:14:36: ...`. The key is
 * named where the message does not name it. In Markdown the place wants a quote of a backtick: `:100:` is an emoji.
 */
export function located(
  message: string,
  { file, line, column, pointer = '' }: Annotation,
  quote: '' | '`' = '',
): string {
  if (file === undefined) return message;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const key = message.includes(pointer) ? '' : `\`${pointer}\`: `;
  return `${quote}${place}${quote}: ${key}${message}`;
}

/**
 * Whether whoever reads our output shows ANSI colours: GitHub's log does, and a terminal; `NO_COLOR` turns them off
 * (https://no-color.org).
 */
export function showsColours(
  variables: Readonly<Record<string, string>>,
  isTerminal = process.stdout.isTTY === true,
): boolean {
  if (variables.NO_COLOR) return false;
  return isTerminal || variables.GITHUB_ACTIONS === 'true';
}

/** What stands before a line's text, without and with our colours. */
interface Label {
  readonly plain: string;
  readonly shown: string;
  /** `shown` with spaces after it, where the label begins the line. */
  readonly aligned: string;
}

const NO_LABEL: Label = { plain: '', shown: '', aligned: '' };

// Codes of ECMA-48 (SGR) that GitHub's log shows.
const QUIET = 90;
const TONES = { good: 32, bad: 31, warn: 33, quiet: QUIET, strong: 1 } as const satisfies Record<
  Tone,
  number
>;
/** None of them says good or bad. */
const LABELS = [36, 35, 34, 96, 95, 94];

/** The same for all lines of a label, and mostly another one for the next. */
function labelColour(label: string): number {
  let sum = 0;
  for (const character of label) sum += character.codePointAt(0) ?? 0;
  return LABELS[sum % LABELS.length] ?? QUIET;
}

function inColour(text: string, code: number): string {
  return `\x1b[${code}m${text}\x1b[0m`;
}

/** `   0:42`, `1:02:05`: of one width, so that what follows is aligned. */
function formatClock(ms: number): string {
  const seconds = Math.floor(Math.max(ms, 0) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  const text = hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
  return text.padStart(7);
}

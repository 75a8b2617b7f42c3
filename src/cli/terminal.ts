/** Lines for a person, and one JSON document for a program. What comes from outside can't be more than text here. */
import { styleText } from 'node:util';
import { plainText } from '../plain-text.ts';
import type { Redact } from '../redact.ts';
import { withoutCommand } from '../runner-commands.ts';

export type Format = Parameters<typeof styleText>[0];

/** Part of a line: text as it is, or with a colour of ours where colours are shown. */
export type Part = string | readonly [text: string, format: Format];

export interface Terminal {
  /** Whether lines have colours. */
  readonly colours: boolean;
  /** One line for a person: on standard output, or on standard error where that is kept for JSON. */
  line(...parts: readonly Part[]): void;
  /** A text of ours, to the same place as it is; it ends with its own newline. */
  raw(text: string): void;
  /** One line on standard error. */
  complain(message: string): void;
  /** Our own text, as it is, on standard output: what was asked for. */
  answer(text: string): void;
}

/** @param json keep standard output for one JSON document */
export function createTerminal({
  json,
  redact,
}: {
  readonly json: boolean;
  readonly redact: Redact;
}): Terminal {
  const people = json ? process.stderr : process.stdout;
  // `| head` closes our output, and so does whoever closes the terminal: a run must end in order even then
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const colours = showsColours(people);
  const paint = (text: string, format: Format, shown: boolean): string =>
    shown ? styleText(format, text, { validateStream: false }) : text;

  return {
    colours,
    line(...parts) {
      const shown = parts.map((part, index) => {
        const [text, format] = typeof part === 'string' ? [part] : part;
        const clean = redact(visible(redact(text)));
        const harmless = index === 0 ? withoutCommand(clean) : clean;
        return format === undefined ? harmless : paint(harmless, format, colours);
      });
      people.write(`${shown.join('').trimEnd()}\n`);
    },
    raw(text) {
      people.write(text);
    },
    complain(message) {
      const clean = redact(plainText(redact(message)));
      process.stderr.write(`${paint('error:', 'red', showsColours(process.stderr))} ${clean}\n`);
    },
    answer(text) {
      process.stdout.write(`${text}\n`);
    },
  };
}

/** Only a terminal does; `NO_COLOR`, `FORCE_COLOR=0` and `TERM=dumb` turn them off. */
function showsColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && stream.hasColors();
}

/** Without control characters and escape sequences; the spaces around it stay. */
function visible(text: string): string {
  const inner = text.trim();
  if (inner === '') return text.replace(/[^ ]/g, '');
  const [before, after] = text.split(inner, 2);
  return `${spaces(before)}${plainText(inner)}${spaces(after)}`;
}

function spaces(text = ''): string {
  return text.replaceAll('\t', ' ').replace(/[^ ]/g, '');
}

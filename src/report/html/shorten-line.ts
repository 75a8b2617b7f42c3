/** A line of a transcript with the output of a whole build in it would make the page slow and crowd out the others. */
import type { JsonValue } from '../../json.ts';

const LONG_LINE = 128 * 1024;
const LONG_STRING = 16 * 1024;

/** The line as it is, or, when it is very long, with its long strings cut in their middle, each saying so. */
export function shortenLine(line: string): string {
  if (line.length <= LONG_LINE) return line;
  const value = parse(line);
  const short = value === undefined ? '' : JSON.stringify(shortenValue(value, 0));
  if (short !== '' && short.length <= LONG_LINE * 4) return short;
  return JSON.stringify({ kind: 'unknown', event_type: 'shortened', raw: shortenString(line) });
}

function shortenValue(value: JsonValue, depth: number): JsonValue {
  if (typeof value === 'string') return shortenString(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > 100) return 'nested too deeply to be shown';
  if (isList(value)) return value.map((item) => shortenValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortenValue(item, depth + 1)]));
}

function shortenString(text: string): string {
  if (text.length <= LONG_STRING) return text;
  const left = text.length - LONG_STRING;
  const half = LONG_STRING / 2;
  return `${text.slice(0, half).toWellFormed()}\n[${left} characters left out]\n${text.slice(-half).toWellFormed()}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function parse(line: string): JsonValue | undefined {
  try {
    return JSON.parse(line);
  } catch {
    // not ours: an agent of the same user wrote into the file; it is shown as text
    return undefined;
  }
}

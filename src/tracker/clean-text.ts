import type { JsonObject, JsonValue } from '../json.ts';

/** Text that any program can take: without NUL, and with U+FFFD for what is no character (a lone surrogate). */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value was nested deeper than templates and files can take. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

const DEEPEST = 100;

/** The same value with every string in it cleaned, names of fields included. Throws a `TooDeepError`. */
function cleanValue(value: JsonValue, depth = 0): JsonValue {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw new TooDeepError(`nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((item: JsonValue) => cleanValue(item, depth + 1));
  return cleanObject(Object.entries(value), depth);
}

/** `Object.fromEntries` makes `__proto__` an ordinary field. */
export function cleanObject(entries: readonly (readonly [string, JsonValue])[], depth = 0): JsonObject {
  return Object.fromEntries(entries.map(([name, item]) => [cleanText(name), cleanValue(item, depth + 1)]));
}

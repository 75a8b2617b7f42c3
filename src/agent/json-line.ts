import * as z from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';

/** A line of output as JSON; undefined when it isn't JSON. */
export function parseJsonLine(line: string): JsonValue | undefined {
  // Saves an exception per line when a program prints plain text.
  if (!/^\s*[[{"\-\dtfn]/.test(line)) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is an answer here, not an error: any program may print text among its JSON.
    return undefined;
  }
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string, or null: a field of the wrong type is a field without a value. */
export const text = z.string().nullable().catch(null);

/** A finite number, or null. */
export const figure = z.number().nullable().catch(null);

/** More than any session costs; beyond it sums stop being numbers. */
export const MAX_USD = 1e9;

/** An amount of dollars, or null: what no session can have cost is unknown. */
export const usd = z.number().nonnegative().max(MAX_USD).nullable().catch(null);

/** A count of tokens; without a sound value 0. */
export const count = z.int().nonnegative().catch(0);

/** The strings of a list. */
export const texts = z
  .array(text)
  .catch([])
  .transform((items) => items.filter((item) => item !== null));

/** Any JSON as it stands, not looked into: it is only passed on. */
export const json = z.custom<JsonValue>((value) => value !== undefined).catch(null);

/** A list of JSON values, not looked into. */
export const jsonList = z.array(json).catch([]);

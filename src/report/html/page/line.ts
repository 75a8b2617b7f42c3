/** Lines of a transcript, read with care: what an agent printed may be anything. Knows nothing of the page. */
import type { JsonObject, JsonValue } from '../../../json.ts';

/** A line of a transcript; `event` is undefined when it is no JSON object. */
export interface Line {
  readonly text: string;
  readonly event: JsonObject | undefined;
}

/** Of a line as the Action wrote it: what was no JSON object stands there as a JSON string. */
export function readLine(text: string): Line {
  try {
    const value: JsonValue = JSON.parse(text);
    if (typeof value === 'string') return { text: value, event: undefined };
    return { text, event: isObject(value) ? value : undefined };
  } catch {
    // shown as the text that it is
    return { text, event: undefined };
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field's text; undefined when it is missing or something else. */
export function textField(object: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function numberField(object: JsonObject, name: string): number | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function field(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

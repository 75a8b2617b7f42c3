/** Reads the page's blocks of data. What an agent printed may be anything: its fields are read with care. */
import type { JsonObject, JsonValue } from '../../../json.ts';
import { PAGE_DATA_ID, type PageData, type SessionDetail, sessionDataId } from '../page-data.ts';

/** A line of a transcript; `event` is undefined when it is no JSON object. */
export interface Line {
  readonly text: string;
  readonly event: JsonObject | undefined;
}

export interface SessionBlock {
  readonly detail: SessionDetail;
  readonly lines: readonly Line[];
}

/** The run. Undefined when nothing was started. */
export function readPageData(): PageData | undefined {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  if (text === undefined || text === null || text === '') return undefined;
  const data: PageData = JSON.parse(text);
  return data.sessions.length === 0 ? undefined : data;
}

/** A session's own block, parsed when somebody opens the session. */
export function readSession(number: number): SessionBlock {
  const [first = '{}', ...lines] = (
    document.getElementById(sessionDataId(number))?.textContent ?? '{}'
  ).split('\n');
  const detail: SessionDetail = JSON.parse(first);
  return { detail, lines: lines.map(readLine) };
}

function readLine(text: string): Line {
  try {
    const value: JsonValue = JSON.parse(text);
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

/** A value that JSON can hold, as `JSON.parse` makes it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys come from outside: read them with `Object.hasOwn` or through zod. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

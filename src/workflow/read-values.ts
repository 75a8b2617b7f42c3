import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { z } from 'zod';
import { keyText, type YamlFile, type YamlNode } from './yaml-file.ts';

export type Path = readonly (string | number)[];

/** Where a key of the schema stands in the file. */
export interface Place {
  readonly path: Path;
  readonly schema: z.core.$ZodType;
  /** Aliases followed; null where nothing is written. */
  readonly node: YamlNode;
  /** Start of the key, or of the item in a list. */
  readonly keyOffset: number;
  /** Start of the value as it is used, thus of the alias if it is one; that of the key where nothing is written. */
  readonly valueOffset: number;
}

/** A key that the schema doesn't have. */
export interface UnknownKey {
  readonly path: Path;
  readonly keyOffset: number;
  /** The keys that the schema has there. */
  readonly known: readonly string[];
}

export interface ReadValues {
  /** Plain data for the schema to judge: `z.map` gets a Map in the author's order, so no key is special. */
  readonly value: unknown;
  placeOf(path: Path): Place | undefined;
  readonly unknownKeys: readonly UnknownKey[];
  /** A key that is no scalar (`? [a, b]`). */
  readonly complexKeys: readonly { readonly path: Path; readonly offset: number }[];
  /** Aliases made more values of the file than anybody writes: nothing more was read. */
  readonly exhausted: boolean;
}

/** Aliases may multiply what is written; nobody writes so many values. */
const MAX_VALUES = 100_000;

/**
 * Reads the values that a schema knows out of a YAML file, led by the schema: unknown keys are not entered, nothing
 * written means an empty section or an absent value, and a number where a text belongs is taken as written (as vik
 * does: `state: 1` is the state "1").
 */
export function readValues(file: YamlFile, schema: z.core.$ZodType): ReadValues {
  const places = new Map<string, Place>();
  const unknownKeys: UnknownKey[] = [];
  const complexKeys: { path: Path; offset: number }[] = [];
  let budget = MAX_VALUES;

  const read = (written: ParsedNode | null, path: Path, at: z.core.$ZodType, keyOffset: number): unknown => {
    budget -= 1;
    if (budget < 0) return undefined;
    const node = file.follow(written);
    const valueOffset = isNothing(node) ? keyOffset : (written?.range[0] ?? keyOffset);
    places.set(placeKey(path), { path, schema: at, node, keyOffset, valueOffset });
    const inner = unwrap(at);
    if (inner instanceof z.ZodObject && (isNothing(node) || isMap(node)))
      return readObject(node, path, inner);
    const object = isMap(node) ? objectOption(inner) : undefined;
    if (object !== undefined) return readObject(node, path, object);
    if (inner instanceof z.ZodMap && (isNothing(node) || isMap(node))) return readMap(node, path, inner);
    if (isSeq(node)) {
      const array = listOption(inner);
      if (array === undefined) return WRONG_KIND;
      return node.items.map(
        (item, index) => read(item, [...path, index], array.element, item.range[0]) ?? null,
      );
    }
    if (!isScalar(node)) return isNothing(node) ? undefined : WRONG_KIND;
    if (typeof node.value === 'number' && takesText(inner)) return node.source;
    return node.value ?? undefined;
  };

  const readObject = (node: YamlNode, path: Path, inner: z.ZodObject): unknown => {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    const known = Object.keys(shape);
    const values: [string, unknown][] = [];
    for (const { name, key, value } of entries(node, path)) {
      const child = Object.hasOwn(shape, name) ? shape[name] : undefined;
      if (child === undefined) {
        unknownKeys.push({ path: [...path, name], keyOffset: key.range[0], known });
        continue;
      }
      const childValue = read(value, [...path, name], child, key.range[0]);
      if (childValue !== undefined) values.push([name, childValue]);
    }
    return Object.fromEntries(values);
  };

  const readMap = (node: YamlNode, path: Path, inner: z.ZodMap): unknown => {
    const values = new Map<string, unknown>();
    for (const { name, key, value } of entries(node, path)) {
      values.set(name, read(value, [...path, name], inner.valueType, key.range[0]) ?? null);
    }
    return values;
  };

  const entries = (node: YamlNode, path: Path): readonly Entry[] => {
    const found = new Map<string, Entry>();
    for (const { key, value } of isMap(node) ? node.items : []) {
      const name = keyText(file.follow(key));
      if (name === undefined) complexKeys.push({ path, offset: key.range[0] });
      else if (!found.has(name)) found.set(name, { name, key, value });
    }
    return [...found.values()];
  };

  const value = read(file.root, [], schema, 0);
  return {
    value,
    placeOf: (path) => places.get(placeKey(path)),
    unknownKeys,
    complexKeys,
    exhausted: budget < 0,
  };
}

interface Entry {
  readonly name: string;
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** What a list or a map is read as where the schema has neither: no schema accepts it. */
const WRONG_KIND = Symbol('wrong kind');

/** The schema without what only says that a value may be absent. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function listOption(schema: z.core.$ZodType): z.ZodArray | undefined {
  if (schema instanceof z.ZodArray) return schema;
  if (!(schema instanceof z.ZodUnion)) return undefined;
  return schema.options.find((option) => option instanceof z.ZodArray);
}

/** The map that a union takes, if it takes one. */
export function objectOption(schema: z.core.$ZodType): z.ZodObject | undefined {
  if (!(schema instanceof z.ZodUnion)) return undefined;
  return schema.options.find((option) => option instanceof z.ZodObject);
}

function takesText(schema: z.core.$ZodType): boolean {
  return (
    schema instanceof z.ZodString ||
    (schema instanceof z.ZodUnion && schema.options.some((option) => takesText(option)))
  );
}

/** Nothing is written there: `key:`, `key: null`, `key: ~`. */
export function isNothing(node: YamlNode): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function placeKey(path: Path): string {
  return JSON.stringify(path.map(String));
}

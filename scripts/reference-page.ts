/** The page docs/reference.md, made from the schema of workflow.yml by `build-schema.ts`. */
import { stringify } from 'yaml';
import type { z } from 'zod';

type Json = z.core.JSONSchema.BaseSchema;

/** Keys that are described together, because they take the same. */
interface Section {
  readonly paths: readonly string[];
  readonly schema: Json;
}

/** The page as Markdown. */
export function renderReference(schema: Json): string {
  const sections = [...sectionsBelow(schema, '')];
  return `# Every key of workflow.yml

To look things up: each key, what it takes, what it is when left out, and an example. [workflow.yml](workflow-file.md) says
how they work together. A key that may be left out may also be written with nothing after it, which means the same.

This page is written from \`schema/workflow.schema.json\` by \`node scripts/build-schema.ts\`.

## The file

${table(schema, '')}
${sections.map(renderSection).join('\n')}`;
}

function renderSection({ paths, schema }: Section): string {
  const heading = paths.map((path) => `\`${path}\``).join(', ');
  // The heading of several keys has an anchor of its own, which no link names.
  const anchors =
    paths.length === 1 ? '' : `${paths.map((path) => `<a id="${anchor(path)}"></a>`).join('')}\n\n`;
  const description =
    schema.description === undefined ? '' : `${schema.description.replace(ABSENCE, '')}\n\n`;
  return `${anchors}## ${heading}\n\n${description}${table(schema, paths[0] ?? '')}`;
}

/** The maps below a schema, in the order of the file; neighbours with the same keys together. */
function* sectionsBelow(schema: Json, path: string): Generator<Section> {
  let last: Section | undefined;
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const map = typeof property === 'object' ? mapOf(property) : undefined;
    if (map === undefined) continue;
    const here = `${join(path, key)}${map.name}`;
    if (last !== undefined && sameKeys(last.schema, map.schema)) {
      const { description: _, ...keys } = last.schema;
      last = { paths: [...last.paths, here], schema: keys };
      continue;
    }
    if (last !== undefined) yield* withBelow(last);
    last = { paths: [here], schema: map.schema };
  }
  if (last !== undefined) yield* withBelow(last);
}

function* withBelow(section: Section): Generator<Section> {
  yield section;
  yield* sectionsBelow(section.schema, section.paths[0] ?? '');
}

/** The keys that the author gives to a property: its own, or those of each entry under a name of the author's. */
function mapOf(property: Json): { readonly schema: Json; readonly name: string } | undefined {
  if (property.properties !== undefined) return { schema: property, name: '' };
  const entry = property.additionalProperties;
  if (typeof entry !== 'object' || entry.properties === undefined) return undefined;
  return {
    schema: property.description === undefined ? entry : { ...entry, description: property.description },
    name: '.<name>',
  };
}

function sameKeys(one: Json, other: Json): boolean {
  return JSON.stringify(one.properties) === JSON.stringify(other.properties);
}

function table(schema: Json, path: string): string {
  const rows = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    typeof property === 'object'
      ? [
          [
            `\`${key}\``,
            describeValue(property),
            describeAbsence(property),
            linked(property, join(path, key)),
            examplesOf(property),
          ],
        ]
      : [],
  );
  const head = ['key', 'takes', 'left out', 'meaning', 'example'];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function linked(property: Json, path: string): string {
  const description = property.description?.replace(ABSENCE, '') ?? '';
  const map = mapOf(property);
  return map === undefined ? description : `${description} [Keys](#${anchor(`${path}${map.name}`)})`;
}

/** What a value may be, in words. */
function describeValue(schema: Json): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return alternatives(schema.enum.filter((each) => each !== null).map(code));
  if (schema.anyOf !== undefined) {
    return alternatives(schema.anyOf.filter(({ type }) => type !== 'null').map(describeOption));
  }
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  switch (type) {
    case 'string':
      return 'a text';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `a whole number${least(schema)}`;
    case 'number':
      return `a number${least(schema)}`;
    case 'array':
      return `a list${itemsOf(schema)}`;
    default:
      return 'a map';
  }
}

/** A map among other values is shown, because no section has its keys. */
function describeOption(schema: Json): string {
  return schema.properties === undefined ? describeValue(schema) : `a map such as ${examplesOf(schema)}`;
}

function least({ minimum, exclusiveMinimum }: Json): string {
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) return `, at least ${minimum}`;
  return exclusiveMinimum === undefined ? '' : `, above ${exclusiveMinimum}`;
}

function itemsOf({ items }: Json): string {
  if (typeof items !== 'object' || Array.isArray(items)) return '';
  const item = describeValue(items);
  return item === 'a text' ? ' of texts' : `; each ${item}`;
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The last sentence of a description, where it says what an absent key means: the page has a column for that. */
const ABSENCE = / (?:Without it: (?<instead>.+)|R(?<required>equired[^.]*))\.$/;

/** What a key is when left out. */
function describeAbsence({ description = '', default: value }: Json): string {
  const { instead, required } = ABSENCE.exec(description)?.groups ?? {};
  if (required !== undefined) return `r${required}`;
  if (instead !== undefined) return instead;
  if (value === undefined || value === null) return 'nothing';
  return value === '' ? 'empty' : code(value);
}

function examplesOf({ examples = [] }: Json): string {
  return Array.isArray(examples) ? examples.map(code).join(', ') : '';
}

/** YAML on one line. */
function code(value: unknown): string {
  return `\`${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()}\``;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The anchor that GitHub gives to a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\w -]/g, '');
}

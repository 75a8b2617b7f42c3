import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { renderReference } from '../../scripts/reference-page.ts';
import { workflowJsonSchema } from '../../src/workflow/json-schema.ts';
import { fencedBlocks } from '../support/markdown.ts';
import { withStages } from './cases.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const schema = workflowJsonSchema();
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const validate = ajv.compile(schema);

test('the schema and the page made of it are those that the code gives: run `node scripts/build-schema.ts`', () => {
  expect(JSON.parse(read('schema/workflow.schema.json'))).toEqual(schema);
  expect(read('docs/reference.md')).toBe(renderReference(schema));
});

test('it is a schema by the rules of JSON Schema 2020-12', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.$id).toMatch(/\/main\/schema\/workflow\.schema\.json$/);
  ajv.validateSchema(schema);
  expect(ajv.errors).toBeNull();
  expect(ajv.validateSchema({ ...schema, type: 'mapping' })).toBe(false);
});

test.each(['github-labels', 'stages-on-one-state', 'linear'])('the vik file %s is valid', (name) => {
  validate(parse(read(`test/fixtures/vik/${name}/workflow.yml`)));
  expect(validate.errors).toBeNull();
});

/** The YAML blocks of our pages that are a workflow.yml, or a part of one. */
const shown = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
  .flatMap((page) => fencedBlocks(read(page)).map((block) => ({ ...block, name: `${page}:${block.line}` })))
  .filter(({ language, text }) => language === 'yaml' && !/^jobs:/m.test(text) && !/^ *- /.test(text));

test.each(shown)('$name is valid', ({ text }) => {
  const values = parse(text);
  const isWhole = 'agents' in values && 'issue' in values;
  const { $id: _, ...nameless } = schema;
  const takes = isWhole ? validate : ajv.compile({ ...nameless, required: [] });
  takes(values);
  expect(takes.errors).toBeNull();
});

test('there are such blocks', () => {
  expect(shown.length).toBeGreaterThan(4);
});

const VALID = withStages('plan: { when: { state: todo }, agent: coder, prompt: x }');

test.each([
  ['a typing mistake in a key', VALID.replace('when:', 'wenn:')],
  ['two prompts', VALID.replace('prompt: x', 'prompt: x, prompt_file: x.md')],
  ['no prompt', VALID.replace(', prompt: x', '')],
  ['no model', VALID.replace('model: gpt-5.5, ', '')],
  ['a flag with a map', VALID.replace('read-only', '{ a: 1 }')],
  ['two intakes', `${VALID}issues: { pull: { command: x }, github: {} }`],
  ['no stage', 'agents: { a: { runtime: codex, model: m } }\nissue: { stages: {} }'],
  ['a limit of 0', `${VALID}loop: { max_issue_concurrency: 0 }`],
])('the schema refuses %s', (_what, text) => {
  expect(validate(parse(VALID))).toBe(true);
  expect(validate(parse(text))).toBe(false);
});

test('a key with nothing after it is an absent one, at any depth', () => {
  const file = VALID.replace(
    'prompt: x',
    'prompt: x, hooks: { before_run: , timeout_sec: }, retry: { max_attempts: }, on_success: { state: , add_labels: }',
  );
  validate(parse(`${file}loop:\nissues: { github: { sort: , trust: { labelers: } } }`));
  expect(validate.errors).toBeNull();
});

const node = z.looseObject({
  description: z.string().min(10).optional(),
  examples: z.array(z.unknown()).min(1).optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
});

/** Everything that editors would not be told, or be told wrong, about the keys below. */
function flaws(at: unknown, path: string): string[] {
  if (typeof at !== 'object' || at === null) return [];
  const { required, properties, additionalProperties, items, anyOf } = node.parse(at);
  const here = Object.entries(properties).flatMap(([key, property]) => {
    const name = `${path}.${key}`;
    const { description, examples = [], default: value } = node.parse(property);
    // What a key is when left out; a required one is nothing.
    const takes = ajv.compile(z.looseObject({}).parse(property));
    return [
      ...(description === undefined ? [`${name}: no description`] : []),
      ...(examples.length === 0 ? [`${name}: no example`] : []),
      ...examples.filter((each) => !takes(each)).map((each) => `${name}: wrong example ${each}`),
      ...(required.includes(key) === (value === undefined) ? [] : [`${name}: no default, or one too many`]),
      ...(required.includes(key) === / Required\.$/.test(description ?? '')
        ? []
        : [`${name}: required or not?`]),
      ...(value !== undefined && !takes(value) ? [`${name}: wrong default ${value}`] : []),
      ...flaws(property, name),
    ];
  });
  const below = [additionalProperties, items, ...anyOf].flatMap((each) => flaws(each, `${path}.*`));
  return [...here, ...below];
}

test('every key has a description, examples, and a default or the word that it is required', () => {
  // The one key that may be left out and must not be empty: a pull without a command is none.
  expect(flaws(schema, '')).toEqual(['.issues.pull: wrong default null']);
});

test('the page says what stands for an absent key', () => {
  const rows = read('docs/reference.md').split('\n');
  const leftOut = (key: string, after: string): string | undefined =>
    rows
      .slice(rows.indexOf(after))
      .find((row) => row.startsWith(`| \`${key}\``))
      ?.split(' | ')[2];
  expect(leftOut('root', '## `workspace`')).toBe(
    '`$VIK_HOME`, else `$RUNNER_TEMP/vik` on GitHub-hosted runners, else `~/.vik`',
  );
  expect(leftOut('runtime', '## `agents.<name>`')).toBe('required');
  expect(leftOut('model', '## `agents.<name>`')).toBe('required for codex and claude_code');
  expect(leftOut('max_cost_usd', '## `issue.stages.<name>`')).toBe('that of the profile');
});

import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { workflowJsonSchema } from '../../src/workflow/json-schema.ts';
import { withStages } from './cases.ts';

const file = new URL('../../schema/workflow.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  workflowJsonSchema(),
);

test('the schema that is checked in is the one that the code gives: run `node scripts/build-schema.ts`', async () => {
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(workflowJsonSchema());
});

test.each(['github-labels', 'stages-on-one-state', 'linear'])('the vik file %s is valid', async (name) => {
  const text = await readFile(new URL(`../fixtures/vik/${name}/workflow.yml`, import.meta.url), 'utf8');
  validate(parse(text));
  expect(validate.errors).toBeNull();
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

const property = z.looseObject({
  description: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});

/** Every key of the schema without a description or an example. */
function undescribed(schema: unknown, path: string): string[] {
  const { properties = {}, additionalProperties } = property.parse(schema);
  const below =
    typeof additionalProperties === 'object' ? undescribed(additionalProperties, `${path}.*`) : [];
  const here = Object.entries(properties).flatMap(([key, inner]) => {
    const { description, examples } = property.parse(inner);
    const missing = description === undefined || examples === undefined ? [`${path}.${key}`] : [];
    return [...missing, ...undescribed(inner, `${path}.${key}`)];
  });
  return [...here, ...below];
}

test('every key has a description and an example', () => {
  expect(undescribed(workflowJsonSchema(), '')).toEqual([]);
});

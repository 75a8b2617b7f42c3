/**
 * Cuts GitHub's own OpenAPI description (`@octokit/openapi`) to the answers that the played GitHub gives, as JSON Schema:
 * test/fixtures/github/openapi.json. Run it again after an update of the package: `node scripts/cut-openapi.ts`.
 * `nullable` is OpenAPI's own word, so it is rewritten to a `null` type; prose and examples are dropped.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const OPERATIONS: Record<string, readonly string[]> = {
  '/rate_limit': ['get'],
  '/user': ['get'],
  '/users/{username}': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/git/matching-refs/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/refs': ['post'],
  '/repos/{owner}/{repo}/git/refs/{ref}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/events': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['get', 'post', 'put', 'delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': ['delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}/timeline': ['get'],
  '/repos/{owner}/{repo}/labels': ['get', 'post'],
  '/repos/{owner}/{repo}/labels/{name}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/pulls': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get', 'patch'],
};

const DROPPED = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'deprecated',
  'nullable',
]);

const require = createRequire(import.meta.url);
const anyObject = z.record(z.string(), z.unknown());
const description = z
  .object({
    info: z.object({ version: z.string() }),
    paths: z.record(z.string(), anyObject),
    components: z.object({ schemas: anyObject, responses: anyObject }),
  })
  .parse(JSON.parse(readFileSync(require.resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')));

const defs: Record<string, unknown> = {};
const operations: Record<string, Record<string, unknown>> = {};
for (const [path, methods] of Object.entries(OPERATIONS)) {
  for (const method of methods) {
    const operation = anyObject.parse(description.paths[path]?.[method], {
      error: () => `${method} ${path} is not in the description`,
    });
    const answers: Record<string, unknown> = {};
    for (const [status, response] of Object.entries(anyObject.parse(operation.responses))) {
      answers[status] = answerSchema(response);
    }
    operations[`${method.toUpperCase()} ${path}`] = answers;
  }
}
const basicError = '#/$defs/basic-error';
keep('basic-error');
const text = JSON.stringify({
  version: description.info.version,
  operations,
  error: { $ref: basicError },
  $defs: defs,
});
writeFileSync(new URL('../test/fixtures/github/openapi.json', import.meta.url), `${text}\n`);
process.stdout.write(
  `${Object.keys(operations).length} operations, ${Object.keys(defs).length} schemas, ${text.length} bytes\n`,
);

/** The schema of one answer; null when it has no body. */
function answerSchema(response: unknown): unknown {
  const object = anyObject.parse(response);
  if (typeof object.$ref === 'string') {
    return answerSchema(description.components.responses[object.$ref.replace('#/components/responses/', '')]);
  }
  const content = anyObject.safeParse(object.content);
  const json = content.success ? anyObject.safeParse(content.data['application/json']) : content;
  return json.success ? rewrite(json.data.schema) : null;
}

function keep(name: string): void {
  if (Object.hasOwn(defs, name)) return;
  defs[name] = {};
  defs[name] = rewrite(description.components.schemas[name]);
}

/** One schema of OpenAPI 3.0 as JSON Schema. Keys under `properties` are names, not keywords. */
function rewrite(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rewrite);
  const parsed = anyObject.safeParse(schema);
  if (!parsed.success) return schema;
  const object = parsed.data;
  if (typeof object.$ref === 'string') {
    const name = object.$ref.replace('#/components/schemas/', '');
    keep(name);
    return { $ref: `#/$defs/${name}` };
  }
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) {
    if (DROPPED.has(key) || key.startsWith('x-') || key === 'discriminator') continue;
    if (key === 'properties') {
      result.properties = Object.fromEntries(
        Object.entries(anyObject.parse(value)).map(([name, property]) => [name, rewrite(property)]),
      );
    } else result[key] = key === 'enum' || key === 'default' ? value : rewrite(value);
  }
  return object.nullable === true ? orNull(result) : result;
}

function orNull(schema: Record<string, unknown>): unknown {
  if (typeof schema.type === 'string') {
    const nullable: Record<string, unknown> = { ...schema, type: [schema.type, 'null'] };
    if (Array.isArray(schema.enum)) nullable.enum = [...schema.enum, null];
    return nullable;
  }
  return { anyOf: [schema, { type: 'null' }] };
}

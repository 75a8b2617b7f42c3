import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const description: {
  readonly operations: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly $defs: Readonly<Record<string, unknown>>;
} = JSON.parse(readFileSync(new URL('../../fixtures/github/openapi.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: false, formats: { int64: true, email: true } });
addFormats.default(ajv, ['date-time', 'uri']);
ajv.addSchema({ $id: 'github', $defs: description.$defs });
const validators = new Map<string, ValidateFunction>();

/**
 * Holds an answer against GitHub's own description of that operation (`GET /repos/{owner}/{repo}/issues`).
 * Undefined when it fits, else what is wrong with it.
 */
export function findViolation(operation: string, status: number, body: unknown): string | undefined {
  if (status === 304 || status === 401) return undefined;
  const answers = description.operations[operation];
  if (answers === undefined) return `${operation} is not in the fixture: add it to scripts/cut-openapi.ts`;
  // Errors that GitHub gives everywhere, without writing them at each operation.
  const schema = answers[status] ?? (status >= 400 ? { $ref: '#/$defs/basic-error' } : undefined);
  if (schema === undefined && Object.hasOwn(answers, status)) {
    return body === undefined ? undefined : `${operation} ${status} has no body`;
  }
  if (schema === null) return body === undefined ? undefined : `${operation} ${status} has no body`;
  if (schema === undefined) return `${operation} does not answer ${status}`;
  const key = `${operation} ${status}`;
  let validate = validators.get(key);
  if (validate === undefined) {
    validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"github#/$defs/')));
    validators.set(key, validate);
  }
  if (validate(body)) return undefined;
  return `${key}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 400)}`;
}

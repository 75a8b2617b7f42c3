import { isScalar } from 'yaml';
import type { TemplateFinding } from '../stage/template.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Draft } from './draft.ts';
import type { Path, ReadValues } from './read-values.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import type { YamlFile } from './yaml-file.ts';

/** A text of the workflow file, or of a prompt file, that is a template. */
interface Template {
  readonly kind: 'shell' | 'prompt';
  readonly path: Path;
  readonly source: string;
  /** The prompt file that it is in; undefined for a text in the workflow file. */
  readonly file: string | undefined;
}

/** What a template must have to mean anything but itself. Without it the template engine is not even loaded. */
const TEMPLATE = /\{\{|\{%|\{#|`exec\(/;

/**
 * Checks every hook and prompt of the file, each finding with its place in the file that it stands in.
 *
 * @param promptFiles the prompt files that could be read, by stage name
 */
export async function checkTemplates(
  workflowFile: string,
  draft: Draft,
  promptFiles: ReadonlyMap<string, { readonly path: string; readonly text: string }>,
  read: ReadValues,
  yaml: YamlFile,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const template of templatesOf(draft, promptFiles)) {
    if (!TEMPLATE.test(template.source)) continue;
    const { checkPromptTemplate, checkShellTemplate } = await import('../stage/template.ts');
    const check = template.kind === 'shell' ? checkShellTemplate : checkPromptTemplate;
    for (const finding of await check(template.source)) {
      const { severity, code, message } = finding;
      const pointer = template.path.join('.');
      const place = placeOf(finding, template, workflowFile, read, yaml);
      found.push({ severity, code, pointer, message, ...place });
    }
  }
  return found;
}

function templatesOf(
  draft: Draft,
  promptFiles: ReadonlyMap<string, { readonly path: string; readonly text: string }>,
): Template[] {
  const templates: Template[] = [];
  const add = (kind: Template['kind'], path: Path, source: string | undefined, file?: string): void => {
    if (source !== undefined) templates.push({ kind, path, source, file });
  };
  add('shell', ['issue', 'hooks', 'after_create'], draft.issue.hooks?.after_create);
  for (const [name, stage] of draft.issue.stages) {
    const path = ['issue', 'stages', name];
    add('shell', [...path, 'hooks', 'before_run'], stage.hooks?.before_run);
    add('shell', [...path, 'hooks', 'after_run'], stage.hooks?.after_run);
    add('prompt', [...path, 'prompt'], stage.prompt);
    const file = promptFiles.get(name);
    add('prompt', [...path, 'prompt_file'], file?.text, file?.path);
  }
  return templates;
}

function placeOf(
  finding: TemplateFinding,
  template: Template,
  workflowFile: string,
  read: ReadValues,
  yaml: YamlFile,
): Pick<Diagnostic, 'file' | 'line' | 'column'> {
  const { line, column } = finding;
  if (template.file !== undefined) return { file: template.file, line, column };
  const node = read.placeOf(template.path)?.node ?? null;
  if (!isScalar(node)) return { file: workflowFile, line: 1, column: 1 };
  const offsets = scalarOffsets(node, yaml.text);
  const index = indexOf(template.source, line, column);
  const offset = offsets[Math.min(index, offsets.length - 1)] ?? node.range[0];
  return { file: workflowFile, ...yaml.positionAt(offset) };
}

/** The index of a position, 1-based, in a text. */
function indexOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const lineBreak = text.indexOf('\n', start);
    if (lineBreak === -1) break;
    start = lineBreak + 1;
  }
  return start + column - 1;
}

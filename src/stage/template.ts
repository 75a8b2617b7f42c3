// Hook bodies, prompts and the commands in prompts: MiniJinja templates whose values never become program text.
// What a value or a command's output contains is never rendered or executed again.
import type { JsonObject, JsonValue } from '../json.ts';
import { refuseSecrets, renderBound, renderPlain } from './bound-render.ts';
import { type CommandSpan, findCommandSpans } from './command-spans.ts';
import { checkCommandSpan, findLoadingTags, runCommands } from './prompt-commands.ts';
import type { ShellProgram } from './shell-binding.ts';
import { bindShellPart, checkShellPart, findForbiddenTags } from './shell-template.ts';
import { renderPlainText } from './template-engine.ts';
import { locate, type Problem, problemError, type TemplateFinding } from './template-finding.ts';
import { hasTags, splitTemplate } from './template-pieces.ts';
import { readTemplate, type Template } from './template-source.ts';

export type { ShellProgram } from './shell-binding.ts';
export { TemplateError, type TemplateFinding } from './template-finding.ts';

/** What a template sees. */
export interface TemplateContext {
  /** All fields, plus `workdir`, and `stage` in stage hooks and prompts. */
  readonly issue: JsonObject;
  readonly workspace_root: string;
  readonly workflow_path: string;
  readonly workflow_dir: string;
  /** Without secrets. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RenderOptions {
  /** How messages name the template: its pointer in the workflow file, or its path. */
  readonly name: string;
  /** Names that `env` lacks because their values are secret; asking for one is an error that says what to do. */
  readonly secretNames: readonly string[];
}

export interface PromptOptions extends RenderOptions {
  /** Runs one command and gives its output; `command` is its body as written. Rejecting fails the prompt. */
  readonly runCommand: (program: ShellProgram, command: string) => Promise<string>;
}

/** What is wrong with the body of a hook, before anything runs. */
export async function checkShellTemplate(source: string): Promise<readonly TemplateFinding[]> {
  if (!hasTags(source)) return [];
  const template = await readTemplate(source);
  const problems = 'pieces' in template ? await checkShellPart(template) : [template];
  return problems.map((problem) => locate(source, problem));
}

/** What is wrong with a prompt and with the commands in it, before anything runs. */
export async function checkPromptTemplate(source: string): Promise<readonly TemplateFinding[]> {
  const template = await readIfTagged(source);
  if (!('pieces' in template)) return [locate(source, template)];
  const { spans, problems } = findCommandSpans(source, template.pieces);
  const found = [...problems, ...findLoadingTags(template)];
  for (const span of spans) found.push(...(await checkCommandSpan(template, span)));
  return found.sort((a, b) => a.offset - b.offset).map((problem) => locate(source, problem));
}

/**
 * Renders the body of a hook, every value bound.
 *
 * @throws TemplateError
 */
export async function renderShell(
  source: string,
  context: TemplateContext,
  options: RenderOptions,
): Promise<ShellProgram> {
  if (!hasTags(source)) return { program: renderPlainText(source), env: {} };
  const template = await openTemplate(source, options);
  throwFirst(template, findForbiddenTags(template), options);
  const bound = await renderBound(template, 'whole', toFields(source, context), options.name);
  return bindShellPart(bound.text, bound, source, options.name);
}

/**
 * Renders a prompt: its commands run together after it is rendered, and what they print takes their place.
 *
 * @throws TemplateError, or what `runCommand` rejected with for the first command that failed
 */
export async function renderPrompt(
  source: string,
  context: TemplateContext,
  options: PromptOptions,
): Promise<string> {
  const template = hasTags(source)
    ? await openTemplate(source, options)
    : { source, pieces: splitTemplate(source) };
  const { spans, problems } = findCommandSpans(source, template.pieces);
  throwFirst(template, problems, options);
  if (spans.length > 0) return renderWithCommands(template, spans, context, options);
  return hasTags(source)
    ? renderPlain(template, toFields(source, context), options.name)
    : renderPlainText(source);
}

async function renderWithCommands(
  template: Template,
  spans: readonly CommandSpan[],
  context: TemplateContext,
  options: PromptOptions,
): Promise<string> {
  for (const span of spans) throwFirst(template, await checkCommandSpan(template, span), options);
  const bound = await renderBound(template, spans, toFields(template.source, context), options.name);
  return runCommands(template.source, spans, bound, options);
}

async function readIfTagged(source: string): Promise<Template | Problem> {
  return hasTags(source) ? readTemplate(source) : { source, pieces: splitTemplate(source) };
}

async function openTemplate(source: string, { name, secretNames }: RenderOptions): Promise<Template> {
  const template = await readTemplate(source);
  if (!('pieces' in template)) throw problemError(source, name, template);
  refuseSecrets(template, secretNames, name);
  return template;
}

function throwFirst({ source }: Template, problems: readonly Problem[], { name }: RenderOptions): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) throw problemError(source, name, problem);
}

/** A job has a hundred variables and more: they are handed to the engine only where the template names them. */
function toFields(source: string, context: TemplateContext): Readonly<Record<string, JsonValue>> {
  const { env, ...fields } = { ...context };
  return source.includes('env') ? { ...fields, env } : fields;
}

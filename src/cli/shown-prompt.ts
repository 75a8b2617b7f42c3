/** A stage's prompt for an issue as its agent would get it, with its commands shown and not run. */
import { messageOf } from '../errors.ts';
import { renderPrompt, type ShellProgram, type TemplateContext } from '../stage/template.ts';
import type { Prompt } from '../workflow/workflow.ts';

export type ShownPrompt =
  | { readonly kind: 'rendered'; readonly text: string }
  /** A run would fail here, before its agent starts. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Renders a prompt and starts nothing. Never rejects. */
export async function showPrompt(
  { source, file, pointer }: Prompt,
  context: TemplateContext,
  secretNames: readonly string[],
): Promise<ShownPrompt> {
  try {
    const runCommand = (program: ShellProgram): Promise<string> => Promise.resolve(showCommand(program));
    const text = await renderPrompt(source, context, { name: file ?? pointer, secretNames, runCommand });
    return { kind: 'rendered', text };
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error) };
  }
}

/** As it would be given to the shell, and the variables with the values in it. */
function showCommand({ program, env }: ShellProgram): string {
  const values = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const given = values.length === 0 ? '' : ` with ${values.join(' ')}`;
  return `[output of \`${program.trim()}\`${given}]`;
}

/** The beginning of a long text, with how much is left out. Empty lines stay within it. */
export function shorten(text: string, most: { readonly lines: number; readonly columns: number }): string[] {
  const lines = text.trim().split(/\r\n?|\n/);
  const shown = lines
    .slice(0, most.lines)
    .map((line) => (line.length > most.columns ? `${line.slice(0, most.columns).toWellFormed()}...` : line));
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, `... ${left} more ${left === 1 ? 'line' : 'lines'}`];
}

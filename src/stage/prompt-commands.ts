import type { BoundText } from './bound-render.ts';
import type { CommandSpan } from './command-spans.ts';
import type { ShellProgram } from './shell-binding.ts';
import { bindShellPart, checkShellPart, findForbiddenTags, type ShellPart } from './shell-template.ts';
import { sampleTemplate } from './template-branches.ts';
import { type Problem, TemplateError } from './template-finding.ts';
import type { Piece } from './template-pieces.ts';
import type { Template } from './template-source.ts';

/** How many of a prompt's commands run at once. */
const CONCURRENT_COMMANDS = 32;

/** What is wrong with one command of a prompt, before anything is rendered. */
export async function checkCommandSpan(template: Template, span: CommandSpan): Promise<Problem[]> {
  const part = partBetween(template, span.bodyStart, span.bodyEnd);
  const forbidden = findForbiddenTags(part);
  if (forbidden.length > 0) return forbidden;
  if (sampleTemplate(part.pieces, part.source) === undefined) {
    const message = 'a block (`{% if %}`, `{% for %}`) must begin and end on the same side of a command';
    return [{ severity: 'error', code: 'template_syntax', offset: span.start, message }];
  }
  return checkShellPart(part);
}

/** There is nothing that a template could load: these would fail when the prompt is rendered. */
export function findLoadingTags({ pieces }: Template): Problem[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'statement' || !/^(?:include|import|from|extends)$/.test(piece.keyword)) return [];
    const message = `\`{% ${piece.keyword} %}\` can't be used: a template can't load another one`;
    return [{ severity: 'error', code: 'template_syntax', offset: piece.start, message } as const];
  });
}

/**
 * Runs the commands whose tokens are in the rendered prompt and puts their output in the tokens' place, once: output
 * that looks like a command or a tag stays as it is.
 */
export async function runCommands(
  source: string,
  spans: readonly CommandSpan[],
  bound: BoundText,
  options: {
    readonly name: string;
    readonly runCommand: (program: ShellProgram, command: string) => Promise<string>;
  },
): Promise<string> {
  const { text, tokens } = bound;
  // all programs are made before the first one runs
  const commands: { token: string; program: ShellProgram; command: string }[] = [];
  for (const token of tokens.commandsIn(text)) {
    const { body, span } = tokens.command(token);
    if (tokens.commandsIn(tokens.expandValues(body)).size > 0) {
      throw new TemplateError(
        `\`${options.name}\`: a command can't use the output of another command; run both in one`,
      );
    }
    const program = await bindShellPart(body, bound, source, options.name);
    commands.push({ token, program, command: source.slice(spans[span]?.bodyStart, spans[span]?.bodyEnd) });
  }
  const outputs = new Map<string, string>();
  await forEachAtOnce(commands, CONCURRENT_COMMANDS, async ({ token, program, command }) => {
    outputs.set(token, await options.runCommand(program, command));
  });
  return tokens.replaceCommands(text, (token) => outputs.get(token) ?? '');
}

/** Waits for all of them, also after one has failed, so that nothing runs on unseen; then throws the first failure. */
async function forEachAtOnce<T>(
  items: readonly T[],
  limit: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.entries();
  const failures: { readonly index: number; readonly error: unknown }[] = [];
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      try {
        await run(item);
      } catch (error) {
        failures.push({ index, error });
      }
    }
  });
  await Promise.all(workers);
  const [first] = failures.sort((a, b) => a.index - b.index);
  if (first !== undefined) throw first.error;
}

function partBetween({ source, pieces }: Template, start: number, end: number): ShellPart {
  const inside = pieces.flatMap((piece): Piece[] => {
    if (piece.end <= start || piece.start >= end) return [];
    if (piece.kind !== 'text') return [piece];
    return [{ kind: 'text', start: Math.max(piece.start, start), end: Math.min(piece.end, end) }];
  });
  return { source, pieces: inside };
}

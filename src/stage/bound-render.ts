// Renders a template so that the values of its shell programs, and the programs in a prompt, come out as tokens.

import type { JsonValue } from '../json.ts';
import type { CommandSpan } from './command-spans.ts';
import { printsOf } from './shell-template.ts';
import { EngineError, renderTemplate } from './template-engine.ts';
import { problemError, TemplateError } from './template-finding.ts';
import type { PrintPiece } from './template-pieces.ts';
import { explainEngineError, findSecretUse, type Template } from './template-source.ts';
import { createTokens, type Tokens } from './value-tokens.ts';

export interface BoundText {
  readonly text: string;
  readonly tokens: Tokens;
  /** The `{{ }}` that were bound; values name them by their number. */
  readonly prints: readonly PrintPiece[];
}

/** The whole template is a shell program, or only these parts of it are. */
export type ShellParts = 'whole' | readonly CommandSpan[];

const NOWHERE: CommandSpan = { start: 0, bodyStart: 0, bodyEnd: 0, end: 0 };

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Every bound `{{ e }}` becomes `{% filter f(1) %}{{ e }}{% endfilter %}`, a block, because a filter inside the tag
 * would hide that `e` is undefined. The same template is also rendered as it stands: when the tokens, replaced by
 * their values, don't give the same text, something in it worked on a token instead of on the value.
 *
 * @throws TemplateError
 */
export async function renderBound(
  template: Template,
  parts: ShellParts,
  context: Readonly<Record<string, JsonValue>>,
  name: string,
): Promise<BoundText> {
  const { source } = template;
  const tokens = createTokens();
  const spans = parts === 'whole' ? [] : parts;
  const prints = printsOf(template.pieces).filter(
    (print) => parts === 'whole' || spans.some((span) => span.start < print.start && print.end < span.end),
  );
  const edits = [
    ...prints.map((print, index) => wrapPrint(source, print, tokens.valueFilter, index)),
    ...spans.flatMap((span, index) => wrapSpan(span, tokens.commandFilter, index)),
  ];
  const text = await renderOrExplain(applyEdits(source, edits), template, context, name, {
    [tokens.valueFilter]: tokens.addValue,
    [tokens.commandFilter]: tokens.addCommand,
  });
  const asWritten = (token: string): string => {
    const { body, span } = tokens.command(token);
    const { start, bodyStart, bodyEnd, end } = spans[span] ?? NOWHERE;
    return source.slice(start, bodyStart) + body + source.slice(bodyEnd, end);
  };
  // a value may hold a command that a set block has captured, and the command a value
  let expanded = text;
  for (let before = ''; before !== expanded; ) {
    before = expanded;
    expanded = tokens.expandValues(tokens.replaceCommands(expanded, asWritten));
  }
  const plain = await renderOrExplain(source, template, context, name, {});
  if (expanded !== plain) {
    throw new TemplateError(
      `\`${name}\`: a filter, a comparison or a cut works on text that a \`{{ }}\` has printed (in a \`{% set %}\` block, a macro or a \`{% filter %}\` block), which would change a value that is bound, or a command; use it on the value itself, as in \`{{ issue.title|upper }}\``,
    );
  }
  return { text, tokens, prints };
}

/** Renders a template without shell in it. */
export async function renderPlain(
  template: Template,
  context: Readonly<Record<string, JsonValue>>,
  name: string,
): Promise<string> {
  return renderOrExplain(template.source, template, context, name, {});
}

/** @throws TemplateError when it asks for a secret */
export function refuseSecrets(template: Template, secretNames: readonly string[], name: string): void {
  const problem = findSecretUse(template, secretNames);
  if (problem !== undefined) throw problemError(template.source, name, problem);
}

/** Line numbers of the changed source are those of the original: no edit adds or removes a newline. */
async function renderOrExplain(
  changed: string,
  template: Template,
  context: Readonly<Record<string, JsonValue>>,
  name: string,
  filters: Parameters<typeof renderTemplate>[2],
): Promise<string> {
  try {
    return await renderTemplate(changed, context, filters);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw problemError(template.source, name, explainEngineError(template, error, context));
  }
}

function wrapPrint(source: string, print: PrintPiece, filter: string, index: number): Edit {
  const tag = source.slice(print.start, print.end);
  // the signs that drop white space belong to what is outermost
  const before = /^\{\{([-+])/.exec(tag)?.[1] ?? '';
  const after = /([-+])\}\}$/.exec(tag)?.[1] ?? '';
  const text = `{%${before} filter ${filter}(${index}) %}{{${print.expression}}}{% endfilter ${after}%}`;
  return { start: print.start, end: print.end, text };
}

function wrapSpan(span: CommandSpan, filter: string, index: number): Edit[] {
  return [
    { start: span.start, end: span.bodyStart, text: `{% filter ${filter}(${index}) %}` },
    { start: span.bodyEnd, end: span.end, text: '{% endfilter %}' },
  ];
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + source.slice(at);
}

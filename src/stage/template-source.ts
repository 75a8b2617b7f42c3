// What every template goes through before it is rendered or checked: MiniJinja reads it, its tags are found, and what
// it asks for is looked at.
import type { JsonObject, JsonValue } from '../json.ts';
import { EngineError, parseTemplate } from './template-engine.ts';
import { offsetAt, type Problem } from './template-finding.ts';
import { envNames, type Piece, splitTemplate } from './template-pieces.ts';

export interface Template {
  readonly source: string;
  readonly pieces: readonly Piece[];
}

/** A workflow has few, and each is rendered for every issue. */
const readTemplates = new Map<string, Template | Problem>();

/** The template's pieces, or why MiniJinja can't read it. */
export async function readTemplate(source: string): Promise<Template | Problem> {
  const known = readTemplates.get(source) ?? (await parse(source));
  readTemplates.set(source, known);
  return known;
}

async function parse(source: string): Promise<Template | Problem> {
  try {
    await parseTemplate(source);
  } catch (error) {
    if (error instanceof EngineError) return explainEngineError({ source, pieces: [] }, error);
    throw error;
  }
  return { source, pieces: splitTemplate(source) };
}

/**
 * What went wrong in MiniJinja, in words for the author. Its messages don't name what was undefined: the tags of the
 * line are, but for those that only ask for a field that is there.
 */
export function explainEngineError(
  { source, pieces }: Template,
  error: EngineError,
  fields: JsonObject = {},
): Problem {
  const offset = offsetAt(source, error.line, error.column);
  const problem = { severity: 'error', code: 'template_syntax' } as const;
  if (error.message.startsWith('syntax error')) {
    const foreign = /\$\{#|\{\{-?\s*\.|\{%[^\s\w+-]/.test(source)
      ? '. Text of another language, such as `${#x}` or `{{.State}}`, needs `{% raw %}...{% endraw %}` around it'
      : '';
    return { ...problem, offset, message: `the template can't be read: ${error.message}${foreign}` };
  }
  if (error.message.includes('fuel')) {
    return { ...problem, offset, message: 'the template takes too long to render; its loops run too often' };
  }
  const onLine = tagsOnLine(source, pieces, error.line);
  const suspects = onLine.filter(({ expression }) => !isThere(expression, fields));
  const tags = suspects.length === 0 ? onLine : suspects;
  const where = tags.length === 0 ? '' : ` in ${tags.map((tag) => `\`${tag.text}\``).join(' or ')}`;
  const [first] = tags;
  const hint =
    error.message === 'undefined value' ? '; write `|default("")` where a field may be missing' : '';
  return { ...problem, offset: first?.offset ?? offset, message: `${error.message}${where}${hint}` };
}

/** The first secret that a template asks `env` for. `context.env` has none, so it would only be undefined. */
export function findSecretUse(template: Template, secretNames: readonly string[]): Problem | undefined {
  for (const piece of template.pieces) {
    if (piece.kind !== 'print' && piece.kind !== 'statement') continue;
    const expression = piece.kind === 'print' ? piece.expression : piece.rest;
    const secret = envNames(expression).find((name) => secretNames.includes(name));
    if (secret === undefined) continue;
    return {
      severity: 'error',
      code: 'template_syntax',
      offset: piece.start,
      message: `\`env.${secret}\` is a secret, and templates don't see secrets; write \`"$${secret}"\` in a hook or in a prompt command, whose shell has it`,
    };
  }
  return undefined;
}

function tagsOnLine(
  source: string,
  pieces: readonly Piece[],
  line: number,
): { readonly text: string; readonly offset: number; readonly expression: string }[] {
  const from = offsetAt(source, line, 1);
  const to = offsetAt(source, line + 1, 1);
  return pieces
    .filter((piece) => piece.kind === 'print' || piece.kind === 'statement')
    .filter((piece) => piece.start < to && piece.end > from && !source.startsWith('{% end', piece.start))
    .map((piece) => ({
      text: source.slice(piece.start, piece.end),
      offset: piece.start,
      expression: piece.kind === 'print' ? piece.expression : piece.rest,
    }));
}

/** Whether an expression is the name of a field and nothing else, as `issue.title`, and the field is there. */
function isThere(expression: string, fields: JsonObject): boolean {
  let value: JsonValue | undefined = fields;
  for (const name of expression.trim().split('.')) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value !== undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

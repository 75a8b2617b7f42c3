// Makes a program out of a rendered shell body and the values in it: each stand-in becomes a reference to a variable
// of the one process that runs the program, quoted for the place it stands in. No value ever becomes program text.
import type { Refusal } from './command-words.ts';
import { readTree, type Stretch, type SyntaxTree } from './shell-places.ts';
import { TemplateError } from './template-finding.ts';

/** Run as `sh -c program` with `env` added to the environment. */
export interface ShellProgram {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A stand-in for a value, found in a program. */
interface Use {
  readonly token: string;
  readonly pos: number;
  readonly end: number;
  /** Undefined in a comment. */
  readonly stretch: Stretch | undefined;
  readonly refusal: Refusal | undefined;
}

export interface ProgramCheck {
  readonly uses: readonly Use[];
  /** Set when the program can't be parsed; nothing else is known then. */
  readonly parseError: { readonly message: string; readonly pos: number } | undefined;
}

const UNKNOWN_PLACE: Refusal = {
  severity: 'error',
  code: 'unbindable_value',
  message: "a value can't stand here; put it in a word of its own: `{{ v }}`",
};
const AFTER_DOLLAR: Refusal = {
  severity: 'error',
  code: 'unbindable_value',
  message:
    "a value can't follow `$` or a backslash, which would change what is read; put it in a word of its own",
};

/** Finds every token of a program and says what may become of it. `token` must not be global. */
export async function checkProgram(program: string, token: RegExp): Promise<ProgramCheck> {
  const tree = await parseProgram(program, token);
  if (tree.error !== undefined) return { uses: [], parseError: tree.error };
  const uses = [...program.matchAll(new RegExp(token, 'g'))].map((match) => {
    const pos = match.index;
    const end = pos + match[0].length;
    const stretch = tree.stretches.find((candidate) => candidate.pos <= pos && end <= candidate.end);
    return { token: match[0], pos, end, stretch, refusal: refusalOf(program, pos, stretch, tree) };
  });
  return { uses, parseError: undefined };
}

/**
 * Puts references in the place of the checked uses.
 *
 * @throws TemplateError when the result doesn't parse to exactly those references: a bug, or a shell construct unknown to us
 */
export async function bindProgram(
  program: string,
  uses: readonly Use[],
  readValue: (token: string) => string,
): Promise<ShellProgram> {
  const names = new Map<string, string>();
  const nameOf = (value: string): string => {
    const name = names.get(value) ?? `VIK_VALUE_${names.size + 1}`;
    names.set(value, name);
    return name;
  };
  const references: { name: string; pos: number }[] = [];
  let bound = '';
  let at = 0;
  for (const use of uses) {
    bound += program.slice(at, use.pos);
    at = use.end;
    if (use.stretch === undefined) continue;
    const name = nameOf(readValue(use.token));
    const [before, after] = AROUND[use.stretch.quoting];
    references.push({ name, pos: bound.length + before.length });
    bound += `${before}\${${name}}${after}`;
  }
  bound += program.slice(at);
  await assertReferences(bound, references);
  return { program: bound, env: Object.fromEntries([...names].map(([value, name]) => [name, value])) };
}

const AROUND = {
  bare: ['"', '"'],
  double: ['', ''],
  single: [`'"`, `"'`],
  heredoc: ['', ''],
} as const;

async function parseProgram(program: string, token: RegExp): Promise<SyntaxTree> {
  const { forEachChild, parse } = await import('unbash');
  return readTree(parse(program), program, token, forEachChild);
}

function refusalOf(
  program: string,
  pos: number,
  stretch: Stretch | undefined,
  tree: SyntaxTree,
): Refusal | undefined {
  if (stretch === undefined) return isInComment(program, pos, tree.stretches) ? undefined : UNKNOWN_PLACE;
  if (stretch.refusal?.severity === 'error') return stretch.refusal;
  if (tree.refusal !== undefined) return tree.refusal;
  if (stretch.quoting !== 'single' && followsEscape(program, pos)) return AFTER_DOLLAR;
  return stretch.refusal;
}

/** Whether an unescaped `$` or backslash stands directly before; a backslash before a newline joins the lines. */
function followsEscape(program: string, pos: number): boolean {
  let at = pos;
  while (program[at - 1] === '\n' && backslashesBefore(program, at - 1) % 2 === 1) at -= 2;
  if (program[at - 1] === '$') return backslashesBefore(program, at - 1) % 2 === 0;
  return backslashesBefore(program, at) % 2 === 1;
}

function backslashesBefore(program: string, pos: number): number {
  let count = 0;
  while (program[pos - 1 - count] === '\\') count += 1;
  return count;
}

/** The tree has no comments: one begins at a `#` that begins a word and belongs to no word, and nothing follows it. */
function isInComment(program: string, pos: number, stretches: readonly Stretch[]): boolean {
  const lineStart = program.lastIndexOf('\n', pos - 1) + 1;
  const overlaps = (from: number, to: number): boolean =>
    stretches.some((stretch) => stretch.pos < to && from < stretch.end);
  for (let at = lineStart; at < pos; at += 1) {
    const beginsWord = at === 0 || /[\s;&|()]/.test(program[at - 1] ?? '');
    if (program[at] === '#' && beginsWord && !overlaps(at, pos)) return true;
  }
  return false;
}

/** A second look, at what will really run: every reference is where it was put, whole, and quoted. */
async function assertReferences(
  program: string,
  references: readonly { readonly name: string; readonly pos: number }[],
): Promise<void> {
  const { forEachChild, parse } = await import('unbash');
  const expected = new Map(references.map(({ name, pos }) => [pos, `\${${name}}`]));
  const script = parse(program);
  type SyntaxNode = Parameters<typeof forEachChild>[0];
  let sound = true;
  const visit = (node: SyntaxNode, quoted: boolean): void => {
    if (node.type === 'Script' && (node.errors?.length ?? 0) > 0) sound = false;
    if (node.type === 'ParameterExpansion' && expected.get(node.pos) === node.text && quoted) {
      expected.delete(node.pos);
    }
    const quotes = node.type === 'DoubleQuoted' || node.type === 'HereDocBody';
    forEachChild(node, (child) => visit(child, quotes));
  };
  visit(script, false);
  if (!sound || expected.size > 0) {
    throw new TemplateError(
      'the values could not be bound in this program; put each in a word of its own: `{{ v }}`',
    );
  }
}

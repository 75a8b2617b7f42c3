// A shell program of the repository that is also a template: which tags it may have, and how its values are bound.
import type { Refusal } from './command-words.ts';
import { bindProgram, checkProgram, type ShellProgram } from './shell-binding.ts';
import { type Sample, type SamplePart, sampleTemplate } from './template-branches.ts';
import { type Problem, problemError, TemplateError } from './template-finding.ts';
import type { Piece, PrintPiece } from './template-pieces.ts';
import { createTokens, type Tokens } from './value-tokens.ts';

/** One environment string may have 128 KiB with its name. */
const MAX_VALUE_BYTES = 100 * 1024;
/** An environment and its arguments may have some 2 MiB. */
const MAX_ALL_BYTES = 512 * 1024;

/** Tags that choose or name, but never print by themselves: only `{{ }}` prints, and that is bound. */
const ALLOWED = /^(?:if|elif|else|for|set|macro|with|do)$/;

/** A template's shell program: the whole body of a hook, or one command span of a prompt. */
export interface ShellPart {
  readonly source: string;
  readonly pieces: readonly Piece[];
}

/** The finding of every tag that prints without `{{ }}`, in the order of the source. */
export function findForbiddenTags({ pieces }: ShellPart): Problem[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'statement' || ALLOWED.test(piece.keyword) || /^end/.test(piece.keyword)) return [];
    return [
      {
        severity: 'error' as const,
        code: 'template_syntax' as const,
        offset: piece.start,
        message: `\`{% ${piece.keyword} %}\` can't be used in a shell program, since what it prints can't be bound; use \`{{ }}\` with filters, as in \`{{ issue.title|upper }}\``,
      },
    ];
  });
}

/** Everything that can be known about a shell template before it is rendered. */
export async function checkShellPart(part: ShellPart): Promise<Problem[]> {
  const prints = printsOf(part.pieces);
  const forbidden = findForbiddenTags(part);
  if (prints.length === 0 || forbidden.length > 0) return forbidden;
  const samples = sampleTemplate(part.pieces, part.source);
  if (samples === undefined) return [];

  const problems = new Map<string, Problem>();
  const unreadable: Problem[] = [];
  for (const sample of samples) {
    const found = await checkSample(sample, prints);
    if (found.kind === 'unreadable') unreadable.push(found.problem);
    else for (const problem of found.problems) problems.set(`${problem.offset} ${problem.message}`, problem);
  }
  const [first] = unreadable;
  // branches that never meet may not fit together; what really renders is read again
  if (first !== undefined && unreadable.length === samples.length) return [first];
  return [...problems.values()].sort((a, b) => a.offset - b.offset);
}

type SampleCheck =
  | { readonly kind: 'read'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

async function checkSample(sample: Sample, prints: readonly PrintPiece[]): Promise<SampleCheck> {
  const tokens = createTokens();
  const places: { readonly at: number; readonly part: SamplePart }[] = [];
  let program = '';
  for (const part of sample.parts) {
    places.push({ at: program.length, part });
    program += part.kind === 'text' ? part.text : tokens.addValue('', part.print);
  }
  // a body without values is never parsed
  if (!tokens.valuePattern.test(program)) return { kind: 'read', problems: [] };
  const { parseError, uses } = await checkProgram(program, tokens.valuePattern);
  if (parseError !== undefined) {
    const place = places.findLast(({ at }) => at <= parseError.pos);
    const offset = place === undefined ? 0 : offsetIn(place.part, parseError.pos - place.at, prints);
    return { kind: 'unreadable', problem: unreadableProgram(parseError.message, offset) };
  }
  const problems = uses.flatMap(({ refusal, token }) =>
    refusal === undefined ? [] : [withOffset(refusal, prints[tokens.value(token).print]?.start ?? 0)],
  );
  return { kind: 'read', problems };
}

function offsetIn(part: SamplePart, at: number, prints: readonly PrintPiece[]): number {
  if (part.kind === 'print') return prints[part.print]?.start ?? 0;
  return part.offset + Math.min(at, part.text.length);
}

/**
 * The program that runs: `program` is the rendered body with tokens for values, which were printed by `prints`.
 *
 * @throws TemplateError when a value can't be bound where it stands, or is too long
 */
export async function bindShellPart(
  program: string,
  { tokens, prints }: { readonly tokens: Tokens; readonly prints: readonly PrintPiece[] },
  source: string,
  name: string,
): Promise<ShellProgram> {
  if (!tokens.valuePattern.test(program)) return { program, env: {} };
  const { parseError, uses } = await checkProgram(program, tokens.valuePattern);
  const offsetOf = (token: string): number => prints[tokens.value(token).print]?.start ?? 0;
  if (parseError !== undefined) {
    const before = program.slice(0, parseError.pos);
    const near = tokens.expandValues(before.slice(before.lastIndexOf('\n') + 1)).slice(-80);
    throw new TemplateError(
      `\`${name}\`: ${unreadableProgram(parseError.message, 0).message}, after \`${near}\``,
    );
  }
  for (const { refusal, token } of uses) {
    if (refusal?.severity === 'error') throw problemError(source, name, withOffset(refusal, offsetOf(token)));
  }
  const bound = await bindProgram(program, uses, (token) => {
    const { text, print } = tokens.value(token);
    const problem = describeUnfit(text, prints[print], source);
    if (problem !== undefined) throw problemError(source, name, problem);
    return text;
  });
  const total = Object.values(bound.env).reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (total > MAX_ALL_BYTES) {
    throw new TemplateError(
      `\`${name}\`: the values of this command have ${formatKib(total)}, and may have ${formatKib(MAX_ALL_BYTES)} together; read long fields from the file \`$VIK_ISSUE_FILE\``,
    );
  }
  return bound;
}

export function printsOf(pieces: readonly Piece[]): PrintPiece[] {
  return pieces.filter((piece) => piece.kind === 'print');
}

function describeUnfit(value: string, print: PrintPiece | undefined, source: string): Problem | undefined {
  const field = source.slice(print?.start, print?.end);
  const problem = { severity: 'error', code: 'unbindable_value', offset: print?.start ?? 0 } as const;
  if (value.includes('\0')) {
    return { ...problem, message: `\`${field}\` contains a NUL character, which no argument can hold` };
  }
  const bytes = Buffer.byteLength(value);
  if (bytes <= MAX_VALUE_BYTES) return undefined;
  return {
    ...problem,
    message: `\`${field}\` has ${formatKib(bytes)}, and a value in a command may have ${formatKib(MAX_VALUE_BYTES)}; read it from the file \`$VIK_ISSUE_FILE\`, as in \`jq -r .description "$VIK_ISSUE_FILE"\``,
  };
}

function unreadableProgram(message: string, offset: number): Problem {
  return {
    severity: 'error',
    code: 'unbindable_value',
    offset,
    message: `the shell program can't be read, so no value in it can be bound: ${message}`,
  };
}

function withOffset(refusal: Refusal, offset: number): Problem {
  return { ...refusal, offset };
}

function formatKib(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}

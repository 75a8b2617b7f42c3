// Programs that a template may render to, for the check at load time. Branches are not put in a row: `if x` of one
// branch and `if y` of another in one program would be a syntax error that never happens. Instead every branch is in
// at least one sample. What really renders is checked again when it runs.
import type { Piece } from './template-pieces.ts';

export interface Sample {
  /** Text with the offset it has in the source, and prints by their number. */
  readonly parts: readonly SamplePart[];
}
export type SamplePart =
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'print'; readonly print: number };

type Path = ReadonlyMap<number, number>;
type Node =
  | SamplePart
  | { readonly kind: 'choice'; readonly id: number; readonly branches: readonly Node[][] };

/** A template with more loops and branches than this is checked in part. */
const MAX_SAMPLES = 200;

/**
 * The samples of a template, or of a part of it; undefined when a block begins or ends outside of the part. Prints
 * are numbered in the order of the pieces. What `{% set %}` blocks and macros hold is data where they are printed.
 */
export function sampleTemplate(pieces: readonly Piece[], source: string): readonly Sample[] | undefined {
  const tree = readBlocks(pieces, source);
  if (tree === undefined) return undefined;
  const paths = findPaths(tree.nodes);
  const samples = [pick(tree.nodes, () => 0), pick(tree.nodes, (count) => count - 1)];
  const covered = new Set(samples.flatMap(printsOf));
  for (const [print, path] of paths) {
    if (covered.has(print) || samples.length >= MAX_SAMPLES) continue;
    const sample = pick(tree.nodes, (_count, id) => path.get(id) ?? 0);
    samples.push(sample);
    for (const found of printsOf(sample)) covered.add(found);
  }
  return tree.choices === 0 ? samples.slice(0, 1) : samples;
}

interface Block {
  /** What closes it. */
  readonly closer: string;
  readonly branches: Node[][];
  readonly hasElse: boolean;
}

function readBlocks(
  pieces: readonly Piece[],
  source: string,
): { readonly nodes: Node[]; readonly choices: number } | undefined {
  const root: Block = { closer: '', branches: [[]], hasElse: true };
  let open: Block[] = [root];
  let prints = 0;
  let choices = 0;
  const current = (): Block => open.at(-1) ?? root;
  const add = (node: Node): void => {
    current().branches.at(-1)?.push(node);
  };

  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') add(trimText(pieces, index, source));
    else if (piece.kind === 'raw') add({ kind: 'text', text: piece.text, offset: piece.start });
    else if (piece.kind === 'print') {
      add({ kind: 'print', print: prints });
      prints += 1;
    } else if (piece.kind === 'statement') {
      const { keyword, rest } = piece;
      const opens =
        keyword === 'set'
          ? isSetBlock(rest)
          : /^(?:if|for|macro|with|filter|call|block|autoescape)$/.test(keyword);
      if (opens) open.push({ closer: `end${keyword}`, branches: [[]], hasElse: false });
      else if (keyword === 'else' || keyword === 'elif') {
        if (open.length === 1) return undefined;
        open = [...open.slice(0, -1), { ...current(), hasElse: keyword === 'else' }];
        current().branches.push([]);
      } else if (keyword.startsWith('end')) {
        const block = open.length > 1 ? open.pop() : undefined;
        if (block?.closer !== keyword) return undefined;
        if (keyword === 'endif' || keyword === 'endfor') {
          const branches = block.hasElse ? block.branches : [...block.branches, []];
          add({ kind: 'choice', id: choices, branches });
          choices += 1;
        } else if (keyword !== 'endset' && keyword !== 'endmacro') {
          for (const node of block.branches.flat()) add(node);
        }
      }
    }
  }
  return open.length === 1 ? { nodes: root.branches.flat(), choices } : undefined;
}

/** `{% set x %}` and `{% set x | upper %}` begin a block; `{% set x = 1 %}` doesn't. */
function isSetBlock(rest: string): boolean {
  return !/^\s*[\w.]+\s*=/.test(rest);
}

function trimText(pieces: readonly Piece[], index: number, source: string): SamplePart {
  const piece = pieces[index];
  const before = pieces[index - 1];
  const after = pieces[index + 1];
  const whole = source.slice(piece?.start, piece?.end);
  const left =
    before !== undefined && before.kind !== 'text' && before.trimsAfter ? whole.trimStart() : whole;
  const text = after !== undefined && after.kind !== 'text' && after.trimsBefore ? left.trimEnd() : left;
  return { kind: 'text', text, offset: (piece?.start ?? 0) + whole.length - left.length };
}

function pick(nodes: readonly Node[], choose: (count: number, id: number) => number): Sample {
  const parts = nodes.flatMap((node): readonly SamplePart[] => {
    if (node.kind !== 'choice') return [node];
    return pick(node.branches[choose(node.branches.length, node.id)] ?? [], choose).parts;
  });
  return { parts };
}

function printsOf(sample: Sample): number[] {
  return sample.parts.flatMap((part) => (part.kind === 'print' ? [part.print] : []));
}

/** Which branches lead to each print. */
function findPaths(nodes: readonly Node[], path: Path = new Map()): Map<number, Path> {
  const paths = new Map<number, Path>();
  for (const node of nodes) {
    if (node.kind === 'print') paths.set(node.print, path);
    if (node.kind !== 'choice') continue;
    for (const [branch, inner] of node.branches.entries()) {
      for (const [print, found] of findPaths(inner, new Map([...path, [node.id, branch]])))
        paths.set(print, found);
    }
  }
  return paths;
}

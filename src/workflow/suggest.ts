import { distance } from 'fastest-levenshtein';

/** Longer than any name; a whole document in the wrong place is not compared. */
const MAX_LENGTH = 200;

/**
 * The known name that the author most probably meant: at most a third of the longer name differs, whatever the
 * case; two neighbouring letters in the wrong order differ once. Undefined when none is near.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const lower = name.toLowerCase();
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of names) {
    const known = candidate.toLowerCase();
    const edits = isSwap(lower, known) ? 1 : distance(lower, known);
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { name: candidate, edits };
  }
  return best?.name;
}

/** Whether two neighbouring letters are all that is in another order: `tow` and `two`. */
function isSwap(one: string, other: string): boolean {
  const at = one.split('').findIndex((letter, index) => letter !== other[index]);
  const [a, b] = [one[at], one[at + 1]];
  return a !== undefined && b !== undefined && one.slice(0, at) + b + a + one.slice(at + 2) === other;
}

/** `; did you mean `coder`?`, or nothing when no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean \`${near}\`?`;
}

/** Names for a sentence: `` `a`, `b` or `c` ``. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} or ${last}`;
}

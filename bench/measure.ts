/** Measuring by turns: A B A B ..., so that what else the machine does falls on both sides. */

/** One side of a comparison; answers its milliseconds. */
export type Side = () => Promise<number>;

/**
 * Measures each side `rounds` times, by turns, after `warmUps` rounds that do not count (page cache). Answers the median
 * of a side by its name; a ratio is one median over another of the same call.
 */
export async function measureByTurns<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  rounds: number,
  warmUps: number,
): Promise<(name: Name) => number> {
  const measured = new Map<string, number[]>();
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, side] of Object.entries<Side>(sides)) {
      const ms = await side();
      if (round >= 0) measured.set(name, [...(measured.get(name) ?? []), ms]);
    }
  }
  return (name) => median(measured.get(name) ?? []);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

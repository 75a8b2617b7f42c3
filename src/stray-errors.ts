/** The net for errors that no `await` catches. */

/** How long a run may take to end in order after a stray error; whoever waits for what broke waits for ever. */
const LONGEST_END_MS = 15_000;

export interface StrayErrors {
  /** Rejects with the first stray error when the program is still there some time after it. */
  readonly unended: Promise<never>;
  /** Whether there was one: then no run is green. */
  readonly caught: boolean;
}

/**
 * Catches errors that nobody awaits, such as one thrown in a library's event listener. Node would end us at once: without
 * outputs, without a report, and with the agents running on.
 *
 * @param onFirst is told of the first one, to end in order what runs; later ones are its consequences
 */
export function catchStrayErrors(
  onFirst: (error: unknown) => void,
  longestEndMs: number = LONGEST_END_MS,
): StrayErrors {
  const { promise: unended, reject } = Promise.withResolvers<never>();
  // mostly nobody waits for it any more
  unended.catch(() => {});
  let isFirst = true;
  process.on('uncaughtException', (error) => {
    if (!isFirst) return;
    isFirst = false;
    setTimeout(() => reject(error), longestEndMs);
    onFirst(error);
  });
  return {
    unended,
    get caught() {
      return !isFirst;
    },
  };
}

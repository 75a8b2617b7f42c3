/** What the sessions of a job cost together, those that run included, against `loop.max_cost_usd`. */
export interface CostLimit {
  /** Opens one session's account: told what it has cost so far, as often as more is known. */
  open(): (usd: number) => void;
}

/**
 * What has no known cost does not count. Reaching the limit ends nothing that runs: each session has limits of its own,
 * and what it has done so far is paid for.
 *
 * @param onReached told once, in words, when the known costs together have reached the limit
 */
export function createCostLimit(
  limitUsd: number | undefined,
  onReached: (detail: string) => void,
): CostLimit {
  let total = 0;
  let isReached = false;

  return {
    open() {
      let own = 0;
      return (usd) => {
        if (usd <= own) return;
        total += usd - own;
        own = usd;
        if (isReached || limitUsd === undefined || total < limitUsd) return;
        isReached = true;
        onReached(
          `the sessions of this job cost $${total.toFixed(2)} so far, and \`loop.max_cost_usd\` is $${limitUsd.toFixed(2)}`,
        );
      };
    },
  };
}

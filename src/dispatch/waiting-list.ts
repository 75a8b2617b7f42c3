import type { Issue } from '../tracker/issue.ts';

/** The issues of the last pull that wait for room, in its order. */
export interface WaitingList {
  readonly size: number;
  readonly isEmpty: boolean;
  /** It is too old to start from: a pull should come first. */
  readonly wantsPull: boolean;
  /** A pull began this list anew; `keep` says who waits. */
  replace(issues: readonly Issue[], keep: (issue: Issue) => boolean): void;
  /** Offers those who wait again, in order, unless the list is too old for it. */
  offerAgain(keep: (issue: Issue) => boolean): void;
}

/** @param isTooOld whether a list of this age, in milliseconds, can't be started from now */
export function createWaitingList(isTooOld: (ageMs: number) => boolean): WaitingList {
  let waiting: readonly Issue[] = [];
  let listedAt = 0;
  let wantsPull = false;
  return {
    get size() {
      return waiting.length;
    },
    get isEmpty() {
      return waiting.length === 0;
    },
    get wantsPull() {
      return wantsPull;
    },
    replace(issues, keep) {
      wantsPull = false;
      listedAt = performance.now();
      waiting = issues.filter(keep);
    },
    offerAgain(keep) {
      if (waiting.length === 0) return;
      if (isTooOld(performance.now() - listedAt)) wantsPull = true;
      else waiting = waiting.filter(keep);
    },
  };
}

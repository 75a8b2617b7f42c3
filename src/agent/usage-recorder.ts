import type { Tokens } from '../outcome.ts';

/** A session's figures as they stand. */
export interface SessionUsage {
  readonly tokens: Tokens;
  /** Undefined is unknown. */
  readonly costUsd: number | undefined;
}

export interface UsageRecorder {
  /** To be called whenever the figures may have changed. */
  check(): void;
  /** Records the last figures, if they aren't recorded yet. May be called again. */
  finish(): void;
}

const EVERY_MS = 5_000;
/** Nor more often than so many times in a session's age so far: one of a minute has a dozen figures, one of six hours 500. */
const PER_AGE = 100;

/**
 * Tells how a session's figures grow, for a picture: the first at once, then at most one each five seconds, later
 * one each hundredth of its age, and the last. Not a part of the transcript, where each terminal word has one `token_usage`.
 */
export function recordUsage(
  read: () => { readonly tokens: Tokens | undefined; readonly costUsd: number | undefined },
  onUsage: (usage: SessionUsage) => void,
): UsageRecorder {
  let last: SessionUsage | undefined;
  const startedAt = performance.now();
  let nextAt = 0;

  function record(): void {
    const { tokens, costUsd } = read();
    if (tokens === undefined) return;
    const isSame =
      last?.tokens.input === tokens.input && last.tokens.output === tokens.output && last.costUsd === costUsd;
    if (isSame) return;
    last = { tokens, costUsd };
    const now = performance.now();
    nextAt = now + Math.max(EVERY_MS, (now - startedAt) / PER_AGE);
    onUsage(last);
  }

  return {
    check() {
      if (performance.now() >= nextAt) record();
    },
    finish: record,
  };
}

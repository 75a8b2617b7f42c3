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

/** A session of six hours has four thousand figures then, and one of a minute a dozen. */
const EVERY_MS = 5_000;

/**
 * Tells how a session's figures grow, for a picture: the first at once, then at most one each five seconds, and the last.
 * Not a part of the transcript, where each terminal word has one `token_usage`.
 */
export function recordUsage(
  read: () => { readonly tokens: Tokens | undefined; readonly costUsd: number | undefined },
  onUsage: (usage: SessionUsage) => void,
): UsageRecorder {
  let last: SessionUsage | undefined;
  let nextAt = 0;

  function record(): void {
    const { tokens, costUsd } = read();
    if (tokens === undefined) return;
    const isSame =
      last?.tokens.input === tokens.input && last.tokens.output === tokens.output && last.costUsd === costUsd;
    if (isSame) return;
    last = { tokens, costUsd };
    nextAt = performance.now() + EVERY_MS;
    onUsage(last);
  }

  return {
    check() {
      if (performance.now() >= nextAt) record();
    },
    finish: record,
  };
}

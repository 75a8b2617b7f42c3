/** What GitHub's headers say of its rate limits, followed from answer to answer. */
export interface RateLimits {
  note(headers: Readonly<Record<string, unknown>>): void;
  /** Less than 10 % of a limit is left, and it isn't reset yet. */
  isLow(): boolean;
}

interface Seen {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

const LOW_PART = 0.1;

export function createRateLimits(): RateLimits {
  const seen = new Map<string, Seen>();
  return {
    note(headers) {
      const limit = Number(headers['x-ratelimit-limit']);
      const remaining = Number(headers['x-ratelimit-remaining']);
      const resetAt = readResetAt(headers);
      if (!(limit > 0) || Number.isNaN(remaining) || resetAt === undefined) return;
      seen.set(String(headers['x-ratelimit-resource'] ?? 'core'), { limit, remaining, resetAt });
    },
    isLow() {
      const now = Date.now();
      return [...seen.values()].some(
        ({ limit, remaining, resetAt }) => remaining < limit * LOW_PART && resetAt.getTime() > now,
      );
    },
  };
}

/** When the limit is reset, as the headers say; undefined when they don't. */
export function readResetAt(headers: Readonly<Record<string, unknown>>): Date | undefined {
  const seconds = Number(headers['x-ratelimit-reset']);
  return seconds > 0 ? new Date(seconds * 1000) : undefined;
}

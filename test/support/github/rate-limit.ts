/** One of GitHub's limits: so many requests until `resetAt`, then again as many. */
export interface PlayedRateLimit {
  limit: number;
  remaining: number;
  resetAt: Date;
}

export function createRateLimit(limit: number): PlayedRateLimit {
  return { limit, remaining: limit, resetAt: new Date(Date.now() + 3600_000) };
}

/** Counts one request; false when there is none left. */
export function countRequest(rate: PlayedRateLimit): boolean {
  refill(rate);
  if (rate.remaining === 0) return false;
  rate.remaining -= 1;
  return true;
}

export function refill(rate: PlayedRateLimit): void {
  if (Date.now() < rate.resetAt.getTime()) return;
  rate.remaining = rate.limit;
  rate.resetAt = new Date(Date.now() + 3600_000);
}

export function rateLimitShape(rate: PlayedRateLimit): Record<string, unknown> {
  return {
    limit: rate.limit,
    remaining: rate.remaining,
    reset: resetSeconds(rate),
    used: rate.limit - rate.remaining,
  };
}

export function rateLimitHeaders(
  rate: PlayedRateLimit,
  resource: 'core' | 'graphql',
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rate.limit),
    'x-ratelimit-remaining': String(rate.remaining),
    'x-ratelimit-used': String(rate.limit - rate.remaining),
    'x-ratelimit-reset': String(resetSeconds(rate)),
    'x-ratelimit-resource': resource,
  };
}

function resetSeconds(rate: PlayedRateLimit): number {
  return Math.ceil(rate.resetAt.getTime() / 1000);
}

import type { Octokit } from '@octokit/rest';

/**
 * An Octokit plugin, to be the first one: a 429, and a 403 with `retry-after`, is a limit whatever its text says. GitHub's
 * rule is to wait as long as the header says, but plugin-throttling knows a secondary limit by the words "secondary rate"
 * only, and without them plugin-retry would come back after a second.
 */
export function limitsAsTold({ hook }: Pick<Octokit, 'hook'>): Record<string, never> {
  hook.error('request', (error) => {
    if (isSecondaryLimit(error) && !/\bsecondary rate\b/i.test(error.message)) {
      error.message = `secondary rate limit: ${error.message}`;
    }
    throw error;
  });
  return {};
}

function isSecondaryLimit(error: Error): boolean {
  if (!('status' in error) || (error.status !== 403 && error.status !== 429)) return false;
  if (!('response' in error) || typeof error.response !== 'object' || error.response === null) return false;
  const headers = 'headers' in error.response ? error.response.headers : undefined;
  if (typeof headers !== 'object' || headers === null) return false;
  if ('retry-after' in headers) return true;
  const isPrimary = 'x-ratelimit-remaining' in headers && headers['x-ratelimit-remaining'] === '0';
  return error.status === 429 && !isPrimary;
}

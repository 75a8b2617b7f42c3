/** The limits of one session in money and tokens: what is spent, whether that is too much, and how it is said. */
import type { Tokens } from '../outcome.ts';
import type { AgentProfile, Price } from '../workflow/workflow.ts';

type Limits = Pick<AgentProfile, 'maxCostUsd' | 'maxOutputTokens'>;

/** What a session has used so far, as far as it is known. */
export interface Spent {
  readonly outputTokens: number | undefined;
  readonly costUsd: number | undefined;
}

export function hasBudget(limits: Limits): boolean {
  return limits.maxCostUsd !== undefined || limits.maxOutputTokens !== undefined;
}

/** Why what was spent is too much, for the person who set the limit; undefined while it is not. */
export function overLimit({ maxCostUsd, maxOutputTokens }: Limits, spent: Spent): string | undefined {
  const { costUsd = 0, outputTokens = 0 } = spent;
  if (maxCostUsd !== undefined && costUsd > maxCostUsd)
    return `over its limit of ${dollars(maxCostUsd)}: it cost ${dollars(costUsd)}`;
  if (maxOutputTokens !== undefined && outputTokens > maxOutputTokens)
    return `over its limit of ${maxOutputTokens} output tokens: it used ${outputTokens}`;
  return undefined;
}

/**
 * The limits in the words of a session's start line, with how they are checked when that is not while it runs; undefined
 * without a limit.
 */
export function describeBudget(
  profile: Limits & Pick<AgentProfile, 'runtime' | 'flags'>,
): string | undefined {
  const limits = [
    ...(profile.maxCostUsd === undefined ? [] : [dollars(profile.maxCostUsd)]),
    ...(profile.maxOutputTokens === undefined ? [] : [`${profile.maxOutputTokens} output tokens`]),
  ].join(' and ');
  if (limits === '') return undefined;
  switch (profile.runtime) {
    case 'claude_code':
      return `at most ${limits}`;
    case 'codex':
      // Then it keeps no session file, which is the only place that tells its tokens on the way.
      return profile.flags.includes('--ephemeral')
        ? `at most ${limits}, checked when the session ends (\`--ephemeral\` keeps no session file to read)`
        : `at most ${limits}`;
    case 'command':
      return `at most ${limits}, checked by the figures that it prints`;
    default:
      return profile.runtime satisfies never;
  }
}

/** What tokens cost. Input includes what was read from the cache. */
export function costOf(tokens: Tokens, price: Price): number {
  const { input, cacheRead, output } = tokens;
  return (
    (Math.max(0, input - cacheRead) * price.input + cacheRead * price.cachedInput + output * price.output) /
    1_000_000
  );
}

/** `$2.50`, `$0.0056`: as many digits as it takes to tell a cost from its limit. */
export function dollars(usd: number): string {
  return `$${usd.toFixed(6).replace(/0{1,4}$/, '')}`;
}

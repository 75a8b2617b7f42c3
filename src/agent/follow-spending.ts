import type { AgentDeps, AgentStart } from './agent-start.ts';
import { hasBudget, overLimit } from './budget.ts';
import { recordUsage } from './usage-recorder.ts';
import { watchUsage } from './usage-watch.ts';

/** Follows what a running session spends. */
export interface SpendingFollower {
  /** To be called after each line that the snapshot's follower has taken. */
  check(): void;
  /** Reads what is left to be read. May be called again. */
  finish(): Promise<void>;
}

/**
 * Claude Code that is interrupted between an answer and its tools exits without its result, which has the figures; a
 * moment later it prints it.
 */
const SETTLE_MS = 500;

/** `onOver` is told why when the session's own limit is crossed, once. */
export function followSpending(
  { spec, adapter, follower }: Pick<AgentStart, 'spec' | 'adapter' | 'follower'>,
  { log }: Pick<AgentDeps, 'log'>,
  onOver: (reason: string) => void,
): SpendingFollower {
  const { profile, env, onCost, onUsage } = spec;
  const recorder = recordUsage(follower.usage, (usage) => onUsage?.(usage));
  const over = new AbortController();
  let reading: Promise<void> | undefined;
  let lastCostUsd = 0;
  let crossed: NodeJS.Timeout | undefined;

  function judge(): void {
    recorder.check();
    const spent = follower.spent();
    if (spent.costUsd !== undefined && spent.costUsd > lastCostUsd) {
      lastCostUsd = spent.costUsd;
      onCost?.(spent.costUsd);
    }
    const reason = overLimit(profile, spent);
    if (reason === undefined || crossed !== undefined || over.signal.aborted) return;
    crossed = setTimeout(() => onOver(reason), SETTLE_MS);
  }

  /** Once the session has a name, and when somebody wants to know. */
  function startReading(): void {
    const sessionId = follower.sessionId();
    const isWanted = hasBudget(profile) || profile.price !== undefined || onUsage !== undefined;
    if (reading !== undefined || sessionId === undefined || adapter.usageFile === undefined || !isWanted)
      return;
    reading = watchUsage(
      {
        file: adapter.usageFile,
        sessionId,
        env,
        onTokens(tokens) {
          follower.takeRunning(tokens);
          judge();
        },
        onMissing() {
          if (hasBudget(profile))
            log.info('its session file was not found, so its limits are checked when the session ends');
        },
      },
      over.signal,
    );
    // awaited at the end; until then nobody listens
    reading.catch(() => {});
  }

  return {
    check() {
      startReading();
      judge();
    },
    async finish() {
      over.abort('over');
      clearTimeout(crossed);
      await reading;
      recorder.finish();
    },
  };
}

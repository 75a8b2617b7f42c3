import type { AgentProfile } from '../workflow/workflow.ts';
import type { Ending } from './decide-outcome.ts';
import { watchForStall } from './stall-watch.ts';

/** The clocks of a running session. */
export interface SessionLimits extends Disposable {
  /**
   * It said its last word: from now on it only has its time to exit. Said again, that begins anew, but its time limit as a
   * whole stays.
   */
  terminalWord(): void;
}

export interface SessionLimitsOptions {
  readonly profile: Pick<AgentProfile, 'timeoutMs' | 'stallMs' | 'exitGraceMs'>;
  readonly workspace: string;
  /** When the last line of output came; when it was started before the first. */
  readonly lastOutputMs: () => number;
  /** A limit was reached; after the terminal word only that of its whole time can be. */
  readonly onLimit: (ending: Ending) => void;
  /** It did not exit after its terminal word. */
  readonly onGraceOver: () => void;
}

/** Starts the clocks of a session that is about to start. */
export function startSessionLimits(options: SessionLimitsOptions): SessionLimits {
  const { profile, onLimit } = options;
  const working = new AbortController();
  const timeout = setTimeout(
    () => onLimit({ kind: 'timeout', afterMs: profile.timeoutMs }),
    profile.timeoutMs,
  );
  const stall = { stallMs: profile.stallMs, workspace: options.workspace };
  void watchForStall(stall, options.lastOutputMs, working.signal).then((end) => {
    if (end === 'stalled') onLimit({ kind: 'stalled', afterMs: profile.stallMs });
  });
  let grace: NodeJS.Timeout | undefined;

  return {
    terminalWord() {
      stopWatching();
      clearTimeout(grace);
      grace = setTimeout(options.onGraceOver, profile.exitGraceMs);
    },
    [Symbol.dispose]() {
      stopWatching();
      clearTimeout(timeout);
      clearTimeout(grace);
    },
  };

  function stopWatching(): void {
    // a reason, because without one an error is made, with its stack, for each session
    working.abort('over');
  }
}

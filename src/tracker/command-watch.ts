/** A command's issues have no history: whether one was moved shows in another pull. */
import type { Pull, Tracker } from './tracker.ts';

/** Sessions that end together share one run of the command, begun after the last of them asked. */
export function createCommandWatch(pull: (signal: AbortSignal) => Promise<Pull>): Tracker['watch'] {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Pull> | undefined;

  let nextSignal: AbortSignal | undefined;

  const freshPull = async (signal: AbortSignal): Promise<Pull> => {
    nextSignal ??= signal;
    const usedSignal = nextSignal;
    next ??= running.then(() => {
      next = nextSignal = undefined;
      const started = pull(usedSignal);
      running = started.catch(() => {});
      return started;
    });
    try {
      return await next;
    } catch (error) {
      // whoever asked first was told to stop meanwhile, which is nothing to this one
      if (usedSignal.aborted && !signal.aborted) return freshPull(signal);
      throw error;
    }
  };

  return async ({ issue }) => ({
    async check(what, _work, signal) {
      if (what === 'commits') return { kind: 'unmet', detail: 'no commit was added' };
      if (what !== 'state_changed') throw new Error(`a pull command shows no ${what}`);
      const { issues } = await freshPull(signal);
      const state = issues.find(({ id }) => id === issue.id)?.state;
      if (state !== issue.state) return { kind: 'met' };
      return { kind: 'unmet', detail: `the issue is still in \`${issue.state}\`` };
    },
  });
}

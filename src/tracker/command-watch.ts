/** A command's issues have no history: whether one was moved shows in another pull. */
import type { Pull, Tracker } from './tracker.ts';

/** Sessions that end together share one run of the command, begun after the last of them asked. */
export function createCommandWatch(pull: (signal: AbortSignal) => Promise<Pull>): Tracker['watch'] {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Pull> | undefined;

  const freshPull = (signal: AbortSignal): Promise<Pull> => {
    next ??= running.then(() => {
      next = undefined;
      const started = pull(signal);
      running = started.catch(() => {});
      return started;
    });
    return next;
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

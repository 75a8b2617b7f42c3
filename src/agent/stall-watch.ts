import { waitMs } from '../waits.ts';
import { findChangedFile } from './workspace-activity.ts';

export interface StallWatchOptions {
  /** 0 turns it off. */
  readonly stallMs: number;
  /** Walked for changed files when output has been silent for so long. */
  readonly workspace: string;
}

/**
 * Settles with `stalled` when a session has shown no sign of life for `stallMs`, with `watched` once the signal is
 * aborted. `lastOutputMs` gives the time of the last output line.
 */
export async function watchForStall(
  options: StallWatchOptions,
  lastOutputMs: () => number,
  signal: AbortSignal,
): Promise<'stalled' | 'watched'> {
  if (options.stallMs === 0) return 'watched';
  let lastSignMs = lastOutputMs();
  for (;;) {
    lastSignMs = Math.max(lastSignMs, lastOutputMs());
    if (!(await waitUntil(lastSignMs + options.stallMs, signal))) return 'watched';
    if (lastOutputMs() > lastSignMs) continue;
    const changedMs = await findChangedFile(options.workspace, lastSignMs, signal);
    if (signal.aborted) return 'watched';
    // A line that came during the walk is a sign of life too.
    if (lastOutputMs() > lastSignMs) continue;
    if (changedMs === undefined) return 'stalled';
    lastSignMs = changedMs;
  }
}

/** False when the signal was aborted before. */
async function waitUntil(timeMs: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted && Date.now() < timeMs) await waitMs(timeMs - Date.now(), signal);
  return !signal.aborted;
}

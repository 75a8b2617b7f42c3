/** Times on a line: what is in view, its ticks, and bars that must not lie on each other. */
import { formatDuration } from '../../format.ts';

/** Milliseconds since 1970. */
export interface View {
  readonly from: number;
  readonly to: number;
}

const CLOSEST_MS = 100;

/** The view `factor` times as wide, `around` staying in its place. */
export function zoom(view: View, factor: number, around: number): View {
  return { from: around - (around - view.from) * factor, to: around + (view.to - around) * factor };
}

/** The view moved and shrunk so that it shows nothing outside of `all`, and no less than a tenth of a second. */
export function clampView(view: View, all: View): View {
  const span = Math.min(Math.max(view.to - view.from, CLOSEST_MS), all.to - all.from);
  const from = Math.min(Math.max(view.from, all.from), all.to - span);
  return { from, to: from + span };
}

/** For each bar the row in which it touches no bar before it. */
export function stackBars(bars: readonly View[]): readonly number[] {
  const ends: number[] = [];
  return bars.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}

const STEPS_MS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
  7_200_000,
];

/** At most nine round times in view, as times since `start`. */
export function ticks(view: View, start: number): readonly { readonly at: number; readonly label: string }[] {
  const span = view.to - view.from;
  const step = STEPS_MS.find((ms) => span / ms <= 8) ?? Math.ceil(span / 8 / 3_600_000) * 3_600_000;
  const found = [];
  for (let since = Math.ceil((view.from - start) / step) * step; start + since <= view.to; since += step)
    found.push({ at: start + since, label: label(since, step) });
  return found;
}

function label(sinceMs: number, stepMs: number): string {
  if (sinceMs === 0) return '0s';
  return stepMs < 1000 ? `${(sinceMs / 1000).toFixed(1)}s` : formatDuration(sinceMs).replace(' 00s', '');
}

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

export function isInView(bar: View, view: View): boolean {
  return bar.to >= view.from && bar.from <= view.to;
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
  return stepMs < 1000 && sinceMs > 0
    ? `${(sinceMs / 1000).toFixed(1)}s`
    : formatSince(sinceMs).replace(' 00s', '');
}

/** The start itself is no tenth of a second. */
export function formatSince(ms: number): string {
  return ms === 0 ? '0s' : formatDuration(ms);
}

/**
 * The time that stays in its place when somebody zooms without pointing at anything: the middle of the view or, where
 * there is no bar, the point of a bar that is next to it, so that there is something to see afterwards.
 */
export function centreOf(view: View, bars: readonly View[]): number {
  const middle = (view.from + view.to) / 2;
  const nearest = (from: number, to: number): number => Math.min(Math.max(middle, from), to);
  const points = bars
    .filter((bar) => isInView(bar, view))
    .map(({ from, to }) => nearest(Math.max(from, view.from), Math.min(to, view.to)));
  return points.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? middle;
}

import type { Point } from './conversation.ts';
import { svg } from './dom.ts';

const WIDTH = 320;
const HEIGHT = 80;

/** A figure that only grows, as steps from nothing at `from` to its last value at `to`. */
export function renderChart(
  points: readonly Point[],
  { from, to, label, format }: { from: number; to: number; label: string; format: (value: number) => string },
): SVGSVGElement {
  const last = points.at(-1)?.value ?? 0;
  const x = (at: number): number =>
    to <= from ? WIDTH : Math.min(WIDTH, Math.max(0, ((at - from) / (to - from)) * WIDTH));
  const y = (value: number): number => (last === 0 ? HEIGHT : HEIGHT - (value / last) * (HEIGHT - 4));
  const steps = points.map(({ at, value }) => `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`).join('');
  const line = `M0,${HEIGHT}${steps}H${WIDTH}`;
  return svg(
    'svg',
    {
      class: 'chart',
      viewBox: `-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`,
      role: 'img',
      'aria-label': `${label} over time: ${format(last)} at the end, in ${points.length} ${points.length === 1 ? 'step' : 'steps'}`,
      preserveAspectRatio: 'none',
    },
    svg('path', { class: 'chart-area', d: `${line}V${HEIGHT}Z` }),
    svg('path', { class: 'chart-line', d: line, 'vector-effect': 'non-scaling-stroke' }),
  );
}

import { formatDuration } from '../../format.ts';
import type { Point } from './conversation.ts';
import { element, svg } from './dom.ts';

const WIDTH = 320;
const HEIGHT = 80;

export interface ChartOptions {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  format(value: number): string;
}

/** A figure that only grows, as steps from nothing at `from` to its last value, with its maximum and the time below. */
export function renderChart(points: readonly Point[], options: ChartOptions): HTMLElement {
  const { from, to, label, format } = options;
  const last = points.at(-1)?.value ?? 0;
  return element(
    'figure',
    { class: 'chart-figure' },
    element('figcaption', {}, `${label} over time`),
    element('span', { class: 'chart-axis', 'aria-hidden': 'true' }, `${format(last)} at most`),
    drawSteps(points, options),
    element(
      'span',
      { class: 'chart-axis chart-time', 'aria-hidden': 'true' },
      element('span', {}, 'start'),
      element('span', {}, formatDuration(to - from)),
    ),
  );
}

function drawSteps(points: readonly Point[], { from, to, label, format }: ChartOptions): SVGSVGElement {
  const last = points.at(-1)?.value ?? 0;
  const x = (at: number): number =>
    to <= from ? WIDTH : Math.min(WIDTH, Math.max(0, ((at - from) / (to - from)) * WIDTH));
  const y = (value: number): number => (last === 0 ? HEIGHT : HEIGHT - (value / last) * HEIGHT);
  const steps = points.map(({ at, value }) => `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`).join('');
  const line = `M0,${HEIGHT}${steps}H${WIDTH}`;
  return svg(
    'svg',
    {
      class: 'chart',
      viewBox: `-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`,
      role: 'img',
      'aria-label': `${label} over time: ${format(last)} at the end, in ${points.length} steps`,
      preserveAspectRatio: 'none',
    },
    svg('path', {
      class: 'chart-grid',
      d: `M0,0H${WIDTH}M0,${HEIGHT}H${WIDTH}M0,0V${HEIGHT}`,
      'vector-effect': 'non-scaling-stroke',
    }),
    svg('path', { class: 'chart-area', d: `${line}V${HEIGHT}Z` }),
    svg('path', { class: 'chart-line', d: line, 'vector-effect': 'non-scaling-stroke' }),
  );
}

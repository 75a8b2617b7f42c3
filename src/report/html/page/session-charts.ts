/** How a session's tokens and cost grew, where more than one figure of them is known. */
import { formatCost, formatTokens } from '../../format.ts';
import type { PageSession, SessionDetail } from '../page-data.ts';
import { renderChart } from './chart.ts';
import { type Figures, type Point, readFigures } from './conversation.ts';
import { type Child, element } from './dom.ts';
import type { Line } from './line.ts';

/** Undefined when there is nothing to draw: one figure is no line, and stands among the facts. */
export function renderCharts(
  session: PageSession,
  usage: SessionDetail['usage'],
  lines: readonly Line[],
): Child {
  const from = Date.parse(session.started_at);
  const to = Date.parse(session.ended_at);
  const recorded = readUsage(usage ?? [], from);
  const printed = readFigures(lines);
  const charts = [
    { label: 'Tokens', points: longer(recorded.tokens, printed.tokens), format: tokensOf },
    { label: 'Cost', points: longer(recorded.costUsd, printed.costUsd), format: formatCost },
  ].filter(({ points }) => points.length > 1);
  if (charts.length === 0) return undefined;
  return element(
    'div',
    { class: 'charts' },
    ...charts.map(({ label, points, format }) => renderChart(points, { from, to, label, format })),
  );
}

function readUsage(usage: NonNullable<SessionDetail['usage']>, from: number): Figures {
  const at = (seconds: number): number => from + seconds * 1000;
  return {
    tokens: usage.map(([seconds, value]) => ({ at: at(seconds), value })),
    costUsd: usage.flatMap(([seconds, , value]) => (value === null ? [] : [{ at: at(seconds), value }])),
  };
}

/** What the program printed is as good as what was recorded of it, if there is more of it. */
function longer(recorded: readonly Point[], printed: readonly Point[]): readonly Point[] {
  return printed.length > recorded.length ? printed : recorded;
}

function tokensOf(value: number): string {
  return formatTokens({ input: value, output: 0 });
}

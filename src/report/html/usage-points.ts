import type { RunEvent } from './run-events.ts';

/** A session's totals at a time: seconds since its start, tokens, dollars or null. */
export type UsagePoint = readonly [seconds: number, tokens: number, costUsd: number | null];

/** A chart of a few hundred pixels shows no more. */
const MAX_POINTS = 200;

/** What the event log has of how a session's figures grew, evenly thinned; the first and the last are kept. */
export function usagePoints(events: readonly RunEvent[], startedAt: string): readonly UsagePoint[] {
  const points = events.flatMap((event): UsagePoint[] => {
    const { input, output, cost_usd } = event;
    if (event.event !== 'session_usage' || typeof input !== 'number' || typeof output !== 'number') return [];
    const seconds = Math.round((Date.parse(event.at) - Date.parse(startedAt)) / 100) / 10;
    return [[seconds, input + output, typeof cost_usd === 'number' ? cost_usd : null]];
  });
  const step = (points.length - 1) / (MAX_POINTS - 1);
  return points.length <= MAX_POINTS
    ? points
    : Array.from({ length: MAX_POINTS }, (_, index) => points[Math.round(index * step)] ?? [0, 0, null]);
}

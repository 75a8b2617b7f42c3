/** One line of the table. */
export interface Row {
  readonly what: string;
  /** What was measured, in words. */
  readonly measured: string;
  readonly gate: Gate;
}

/** What the design demands, and the figure that it judges, in words. */
export interface Gate {
  readonly mustReach: string;
  readonly reached: string;
  readonly isMet: boolean;
}

/** A gate that demands at most so much. */
export function atMost(figure: number, limit: number, unit: string): Gate {
  return {
    mustReach: `at most ${limit}${unit}`,
    reached: `${format(figure)}${unit}`,
    isMet: figure <= limit,
  };
}

/** A gate that demands at least so much. */
export function atLeast(figure: number, limit: number, unit: string): Gate {
  return {
    mustReach: `at least ${limit}${unit}`,
    reached: `${format(figure)}${unit}`,
    isMet: figure >= limit,
  };
}

/** Three digits that count; no more are worth believing. */
export function format(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 10 ? 1 : 2);
}

import type { Log } from './log.ts';
import type { Stage } from './workflow/workflow.ts';

/** As long as most references are: `#1234`, `ABC-1`. */
const REF_COLUMNS = 5;

/** A stage's long name may stand out rather than push all other texts to the right. */
const MOST_COLUMNS = 28;

/** The log with labels of one width, so that what the stage runs of a workflow say begins in one column. */
export function alignLabels(log: Log, stages: readonly Pick<Stage, 'name'>[]): Log {
  const longest = Math.max(0, ...stages.map(({ name }) => name.length));
  // `[#1234 plan]`
  const width = Math.min(REF_COLUMNS + longest + '[ ]'.length, MOST_COLUMNS);
  return { ...log, child: (label) => log.child(label, width) };
}

import type { Environment, Inputs } from './inputs.ts';
import type { RunLog } from './log.ts';
import type { Redact } from './redact.ts';
import type { Interrupts } from './signals.ts';

/** What every step of a job's run is given. */
export interface Job {
  readonly runId: string;
  readonly environment: Environment;
  readonly inputs: Inputs;
  readonly log: RunLog;
  readonly redact: Redact;
  readonly interrupts: Interrupts;
}

import type { SessionOutcome, SessionSpec } from '../agent/session.ts';
import type { Environments } from '../environment/environments.ts';
import type { JsonObject } from '../json.ts';
import type { Log } from '../log.ts';
import type { Processes } from '../process.ts';
import type { Progress } from '../progress.ts';
import type { Redact } from '../redact.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { LateTransition } from './late-transitions.ts';
import type { Layout, Workspaces } from './workspace.ts';

/** Adds one line to `logs/events.jsonl`. */
export type WriteEvent = (event: string, fields: JsonObject) => void;

/** What stage runs are made with; one object for the whole run. */
export interface StageDeps {
  readonly workflow: Workflow;
  readonly layout: Layout;
  readonly workspaces: Workspaces;
  readonly processes: Processes;
  readonly environments: Pick<Environments, 'forHook' | 'forAgent' | 'templateEnv' | 'secretNames'>;
  readonly tracker: Pick<Tracker, 'kind' | 'transition' | 'watch'>;
  readonly log: Log;
  readonly redact: Redact;
  readonly writeEvent: WriteEvent;
  /** Is told what stage runs do while they do it. */
  readonly progress: Pick<Progress, 'begin'>;
  runSession(spec: SessionSpec, log: Log, signal: AbortSignal): Promise<SessionOutcome>;
  /** Aborted when the runner ends us: then not even `after_run` is started. */
  readonly shutdown: AbortSignal;
  /** Takes a transition that has to wait until the report is written. */
  writeLater(transition: LateTransition): void;
}

/** What the start of an agent's program takes. */
import type { Log } from '../log.ts';
import type { SessionSnapshot } from '../outcome.ts';
import type { Processes } from '../process.ts';
import type { Redact } from '../redact.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import type { Adapter } from './adapter.ts';
import type { SnapshotFollower } from './snapshot.ts';
import type { SessionUsage } from './usage-recorder.ts';

export interface AgentSpec {
  readonly profile: AgentProfile;
  /** The workspace. */
  readonly cwd: string;
  /** Rejects when the workspace is no longer what it was. Asked right before the start, which may wait for a while. */
  readonly checkPlace?: () => Promise<void>;
  /** Why no session may start any more, in words, if so. Asked right before the start, too. */
  readonly refusal?: () => string | undefined;
  /** The whole environment of the agent. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the rendered prompt; the agent's standard input. */
  readonly promptFile: string;
  /** Is told what the session has cost so far, whenever more is known. */
  readonly onCost?: (usd: number) => void;
  /** Is told how its figures grow, every few seconds while they do. */
  readonly onUsage?: (usage: SessionUsage) => void;
  /** Is given, right before the program is started, what answers how the session stands. */
  readonly onStart?: (peek: () => SessionSnapshot) => void;
  /** See `ProcessSpec.marker`. */
  readonly marker: string;
  /** Absolute paths of the files to write. */
  readonly transcriptFile: string;
  readonly stderrFile: string;
}

/** A program that is about to start, with what reads its words. */
export interface AgentStart {
  readonly spec: AgentSpec;
  readonly adapter: Adapter;
  /** Is given every line. */
  readonly follower: SnapshotFollower;
  readonly warn: (message: string) => void;
}

export interface AgentDeps {
  readonly processes: Processes;
  readonly log: Log;
  readonly redact: Redact;
}

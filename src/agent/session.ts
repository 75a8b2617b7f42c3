import type { SessionSnapshot, Verdict } from '../outcome.ts';
import type { AgentProfile } from '../workflow/workflow.ts';

/** One execution of one stage by one agent process. */
export interface SessionSpec {
  readonly profile: AgentProfile;
  /** The workspace. */
  readonly cwd: string;
  /** The whole environment of the agent, already built; the session adds what its runtime needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the rendered prompt; the agent's standard input. */
  readonly promptFile: string;
  /** See `ProcessSpec.marker`. */
  readonly marker: string;
  /** Absolute paths of the files to write. */
  readonly transcriptFile: string;
  readonly stderrFile: string;
}

export interface SessionOutcome {
  readonly verdict: Verdict;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly snapshot: SessionSnapshot;
  /** The program's version where it is known (Claude Code prints it; Codex is asked once per job). */
  readonly agentVersion: string | undefined;
  readonly stderrTail: string;
  /** What did not decide the outcome: an exit code after `completed`, a full disk. */
  readonly warnings: readonly string[];
}

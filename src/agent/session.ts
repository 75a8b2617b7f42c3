/**
 * One agent process from its start to its outcome: its lines become events, the events a transcript and a snapshot,
 * the limits end it, and when it is gone `decideOutcome` says once what it was. Starts no retry, knows no issue, and
 * builds no environment.
 */
import type { SessionSnapshot, Verdict } from '../outcome.ts';
import type { Redact } from '../redact.ts';
import type { Adapter } from './adapter.ts';
import { adapters } from './adapters.ts';
import { runAgentProcess } from './agent-process.ts';
import type { AgentDeps, AgentSpec } from './agent-start.ts';
import { overLimit } from './budget.ts';
import { decideOutcome, describeExit } from './decide-outcome.ts';
import { InstallError } from './install.ts';
import type { AgentPrograms } from './programs.ts';
import { followSnapshot } from './snapshot.ts';
import type { AgentVersions } from './version.ts';

/** One execution of one stage by one agent process. Its `env` is built; the session adds what the runtime needs. */
export type SessionSpec = AgentSpec;

export interface SessionOutcome {
  readonly verdict: Verdict;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly snapshot: SessionSnapshot;
  /** The program's version where it is known: by its own output, or because it was asked, once per job. */
  readonly agentVersion: string | undefined;
  readonly stderrTail: string;
  /** Whether there is a transcript: there is none of a session that ended before its start. */
  readonly hasTranscript: boolean;
  /** What did not decide the outcome: an exit code after `completed`, a full disk. */
  readonly warnings: readonly string[];
}

/** `log` carries the session's label already. */
export interface SessionDeps extends AgentDeps {
  readonly versions: AgentVersions;
  readonly programs: AgentPrograms;
}

/**
 * Runs a session to its end. Aborting the signal ends it in order. Whatever the agent does is an outcome; the text in
 * an outcome is redacted.
 */
export async function runSession(
  spec: SessionSpec,
  deps: SessionDeps,
  signal: AbortSignal,
): Promise<SessionOutcome> {
  const { profile } = spec;
  const adapter: Adapter = adapters[profile.runtime];
  // one that is refused installs nothing, and what the installation would have failed of is none of its own
  const isRefused = () => signal.aborted || spec.refusal?.() !== undefined;
  const provided = isRefused() ? NOTHING_PROVIDED : await provideProgram(spec, deps, signal);
  const env = { ...spec.env, ...provided.env, ...adapter.extraEnv(profile, spec.env) };
  const follower = followSnapshot(profile.runtime === 'codex' ? profile.price : undefined);
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const notStarted = isRefused() ? undefined : provided.notStarted;
  const isToStart = !isRefused() && notStarted === undefined;
  const version = isToStart && !adapter.saysVersion ? askVersion({ ...spec, env }, deps.versions) : undefined;

  const agent = { spec: { ...spec, env }, adapter, follower, warn };
  const { exit, hasFiles, ...end } =
    notStarted === undefined
      ? await runAgentProcess(agent, deps, signal)
      : { exit: undefined, hasFiles: false, ending: undefined, notStarted, stderrTail: '' };

  const verdict = decideOutcome({
    ...end,
    overLimit: overLimit(profile, follower.spent()),
    terminal: follower.terminal(),
    exitCode: exit?.exitCode,
    signal: exit?.signal,
    silenceIsSuccess: adapter.silenceIsSuccess,
  });
  if (verdict.state === 'completed' && exit !== undefined && exit.ended === undefined && exit.exitCode !== 0)
    warn(`it said that it completed, then ended with ${describeExit(exit)}`);
  // The workspace may be gone by now.
  const wasStarted = exit !== undefined;
  const askNow = () => (wasStarted ? deps.versions.read(profile, { cwd: '/', env }) : undefined);
  const agentVersion = follower.version() ?? (await unlessAborted(() => version ?? askNow(), signal));
  return {
    verdict: publishable(verdict, deps.redact),
    exitCode: exit?.exitCode,
    signal: exit?.signal,
    snapshot: follower.snapshot(deps.redact),
    agentVersion: agentVersion === undefined ? undefined : deps.redact(agentVersion),
    stderrTail: end.stderrTail,
    hasTranscript: hasFiles,
    warnings,
  };
}

const NOTHING_PROVIDED = { env: {}, notStarted: undefined };

/** The PATH on which its program is, or why there is none. */
async function provideProgram(
  { profile, cwd, env }: SessionSpec,
  { programs, log }: SessionDeps,
  signal: AbortSignal,
): Promise<{ readonly env: Readonly<Record<string, string>>; readonly notStarted: string | undefined }> {
  try {
    const path = await programs.pathFor(profile, { cwd, env }, log, signal);
    return { env: path === undefined ? {} : { PATH: path }, notStarted: undefined };
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    // Told to stop meanwhile: the session is cancelled, before it starts.
    return { env: {}, notStarted: signal.aborted ? undefined : error.message };
  }
}

/** Longest reason, in characters; a provider's message may be a page of HTML. */
const MAX_REASON_CHARACTERS = 1000;

function publishable(verdict: Verdict, redact: Redact): Verdict {
  if (verdict.state === 'completed') return verdict;
  return { ...verdict, reason: redact(verdict.reason).slice(0, MAX_REASON_CHARACTERS) };
}

/** Asked in the workspace, where the program will run, unless that is no longer what it was. Never rejects. */
async function askVersion(
  { profile, cwd, env, checkPlace }: SessionSpec,
  versions: AgentVersions,
): Promise<string | undefined> {
  try {
    await checkPlace?.();
  } catch {
    // the session's own check says it
    return undefined;
  }
  return versions.read(profile, { cwd, env });
}

/** The answer, or undefined when the signal comes first; then nothing is asked. */
function unlessAborted<T>(ask: () => Promise<T> | undefined, signal: AbortSignal): Promise<T | undefined> {
  const answer = signal.aborted ? undefined : ask();
  if (answer === undefined) return Promise.resolve(undefined);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const giveUp = () => resolve(undefined);
  signal.addEventListener('abort', giveUp, { once: true });
  return Promise.race([answer, promise]).finally(() => signal.removeEventListener('abort', giveUp));
}

import { messageOf } from '../errors.ts';
import { ProcessStartError, ProgramNotFoundError } from '../process/start-error.ts';
import type { ProcessExit } from '../process.ts';
import type { Redact } from '../redact.ts';
import { stopKind } from '../stop.ts';
import type { AgentDeps, AgentStart } from './agent-start.ts';
import type { Ending } from './decide-outcome.ts';
import { followSpending } from './follow-spending.ts';
import { keepPrompt } from './keep-prompt.ts';
import { createNarrator } from './narrate.ts';
import { besideTranscript, openSessionFiles, type SessionFiles } from './session-files.ts';
import { type SessionLimits, startSessionLimits } from './session-limits.ts';

/** How an agent's process went, its words apart. */
export interface AgentProcessEnd {
  /** See `SessionFacts`. */
  readonly ending: Ending | undefined;
  readonly notStarted: string | undefined;
  /** Undefined when it was not started. */
  readonly exit: ProcessExit | undefined;
  /** Redacted. */
  readonly stderrTail: string;
  /** Whether its files were made. */
  readonly hasFiles: boolean;
}

/** Runs an agent's program under its limits to its end, and writes what it prints. */
export async function runAgentProcess(
  agent: AgentStart,
  deps: AgentDeps,
  signal: AbortSignal,
): Promise<AgentProcessEnd> {
  if (signal.aborted) return { ...NOTHING, ending: cancellation(signal) };
  const { spec, adapter, follower } = agent;
  const refusal = spec.refusal?.();
  if (refusal !== undefined) return { ...NOTHING, ending: { kind: 'cancelled', reason: refusal } };
  const opened = tryOpenFiles(agent, deps.redact);
  if (opened.error !== undefined) return { ...NOTHING, notStarted: opened.error };
  using files = opened.files;
  keepPrompt(
    { promptFile: spec.promptFile, copyFile: besideTranscript(spec.transcriptFile).prompt },
    { redact: deps.redact, warn: agent.warn },
  );
  try {
    await spec.checkPlace?.();
  } catch (error) {
    const notStarted = messageOf(error);
    return { ...NOTHING, notStarted, hasFiles: true };
  }
  if (signal.aborted) return { ...NOTHING, ending: cancellation(signal), hasFiles: true };
  spec.onStart?.(() => follower.snapshot(deps.redact));
  const { program, args } = adapter.commandLine(spec.profile);
  const lifetime = new AbortController();
  let ending: Ending | undefined;
  let lastOutputMs = Date.now();
  using limits = startSessionLimits({
    profile: spec.profile,
    workspace: spec.cwd,
    lastOutputMs: () => lastOutputMs,
    onLimit: end,
    onGraceOver() {
      const seconds = spec.profile.exitGraceMs / 1000;
      agent.warn(`it did not exit within ${seconds} s of its last word and was ended`);
      lifetime.abort();
    },
  });
  const spending = followSpending(agent, deps, (reason) => end({ kind: 'budget', reason }));
  const takeLine = createLineTaker(agent, deps, files, limits);
  const stop = () => end(cancellation(signal));
  signal.addEventListener('abort', stop, { once: true });
  try {
    const exit = await deps.processes.run(
      {
        command: program,
        args,
        cwd: spec.cwd,
        env: spec.env,
        stdinFile: spec.promptFile,
        marker: spec.marker,
        sweepAfter: true,
        // The log keeps the tail, redacted.
        stderrTailBytes: 0,
        onStderr(chunk) {
          lastOutputMs = Date.now();
          files.stderrLog.write(chunk);
        },
        onLine(line) {
          lastOutputMs = Date.now();
          takeLine(line.text, line.truncated, new Date(lastOutputMs));
          spending.check();
        },
      },
      lifetime.signal,
    );
    files.stderrLog.end();
    return { ending, notStarted: undefined, exit, stderrTail: files.stderrLog.tail(), hasFiles: true };
  } catch (error) {
    if (!(error instanceof ProcessStartError)) throw error;
    files.stderrLog.end();
    const notStarted = describeStartError(error, adapter.installHint(spec.profile));
    return { ending, notStarted, exit: undefined, stderrTail: files.stderrLog.tail(), hasFiles: true };
  } finally {
    signal.removeEventListener('abort', stop);
    await spending.finish();
  }

  /** The first reason stands, and none after the terminal word. */
  function end(why: Ending): void {
    if (lifetime.signal.aborted) return;
    if (follower.terminal() === undefined) ending = why;
    else if (why.kind === 'timeout')
      agent.warn('it went on after its last word until its time limit and was ended');
    lifetime.abort();
  }
}

const NOTHING: AgentProcessEnd = {
  ending: undefined,
  notStarted: undefined,
  exit: undefined,
  stderrTail: '',
  hasFiles: false,
};

type Opened = { readonly files: SessionFiles; readonly error?: undefined } | { readonly error: string };

function tryOpenFiles({ spec, warn }: AgentStart, redact: Redact): Opened {
  try {
    return { files: openSessionFiles(spec, { redact, warn }) };
  } catch (error) {
    const why = messageOf(error);
    return { error: `the session's files could not be made: ${why}` };
  }
}

function createLineTaker(
  { adapter, follower }: AgentStart,
  { log, redact }: AgentDeps,
  { transcript }: SessionFiles,
  limits: SessionLimits,
): (line: string, truncated: boolean, time: Date) => void {
  const mapLine = adapter.createLineMapper();
  const narrate = createNarrator(log, redact);
  return (line, truncated, time) => {
    const at = time.toISOString();
    const mapped = mapLine(line, at);
    follower.take(mapped, time);
    for (const event of mapped.events) {
      transcript.write(event, at, truncated);
      narrate(event);
    }
    if (mapped.terminal !== undefined) limits.terminalWord();
  };
}

function cancellation(signal: AbortSignal): Ending {
  const kind = stopKind(signal);
  switch (kind) {
    case 'time-budget':
      return { kind: 'cancelled', reason: 'time budget' };
    case 'shutdown':
      return { kind: 'cancelled', reason: 'cancelled by the runner' };
    case undefined:
      return {
        kind: 'cancelled',
        reason: signal.reason instanceof Error ? signal.reason.message : 'cancelled',
      };
    default:
      return kind satisfies never;
  }
}

function describeStartError(error: ProcessStartError, installHint: string): string {
  if (error instanceof ProgramNotFoundError) return `${error.message}: ${installHint}`;
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

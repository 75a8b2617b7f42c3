import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonValue } from '../../../src/json.ts';

/** What the fake agent can do, one or more in a step, played in order; it exits with 0 after the last. */
export interface FakeStep {
  /** A line on standard output. */
  readonly print?: string;
  /** The same without a newline. */
  readonly printPart?: string;
  /** Raw bytes on standard output, in hex. */
  readonly bytes?: string;
  /** A line of JSON. */
  readonly json?: JsonValue;
  readonly stderr?: string;
  /** So many bytes of lines on standard error. */
  readonly stderrBytes?: number;
  /** At least so many bytes of one JSON line, repeated as fast as it goes. */
  readonly flood?: { readonly bytes: number; readonly line: JsonValue };
  /** So many bytes without a newline. */
  readonly longLine?: number;
  readonly sleepMs?: number;
  /** Waits until a file exists. */
  readonly waitFor?: string;
  /** Relative paths are in its folder, the workspace. */
  readonly write?: { readonly path: string; readonly text: string };
  readonly append?: { readonly path: string; readonly text: string };
  readonly remove?: string;
  /** Reads standard input to its end and writes it to a file. */
  readonly savePrompt?: string;
  /** As a JSON object. */
  readonly saveEnv?: string;
  /** As a JSON list. */
  readonly saveArgs?: string;
  readonly savePid?: string;
  readonly closeStdin?: true;
  readonly ignore?: readonly NodeJS.Signals[];
  readonly onSignal?: { readonly signal: NodeJS.Signals; readonly steps: readonly FakeStep[] };
  /** Children in sessions of their own that hold the output pipes and ignore signals; their pids go to a file. */
  readonly daemon?: { readonly pidFile?: string; readonly stubborn?: boolean; readonly count?: number };
  /** Runs a shell command. */
  readonly run?: string;
  /** Ends itself by a signal. */
  readonly kill?: NodeJS.Signals;
  readonly hang?: true;
  readonly exit?: number;
}

/** Steps for every run, or by `<issue>/<stage>`, `<issue>`, `/<stage>` or `default`. */
export type FakeScript = readonly FakeStep[] | Readonly<Record<string, readonly FakeStep[]>>;

/** Absolute path of the fake agent program. */
export const fakeAgentProgram = fileURLToPath(new URL('./fake-agent.mjs', import.meta.url));

/** The command of a `command` agent that plays the script, which is written to a file in `folder`. */
export function fakeAgentCommand(folder: string, script: FakeScript): readonly string[] {
  return [process.execPath, fakeAgentProgram, writeScript(folder, script)];
}

/**
 * Puts the fake agent into `<folder>/bin` under another name. Gives the variables that make it be found and play the
 * script: put them over the session's environment.
 */
export function fakeAgentOnPath(
  folder: string,
  name: 'codex' | 'claude',
  script: FakeScript,
): { readonly PATH: string; readonly FAKE_AGENT_SCRIPT: string } {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(fakeAgentProgram, join(bin, name));
  return { PATH: `${bin}:/usr/bin:/bin`, FAKE_AGENT_SCRIPT: writeScript(folder, script) };
}

function writeScript(folder: string, script: FakeScript): string {
  const path = join(folder, 'script.json');
  writeFileSync(path, JSON.stringify(script));
  return path;
}

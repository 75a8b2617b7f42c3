import type { Tokens } from '../outcome.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import type { AgentEvent } from './events.ts';

/**
 * One agent program: how it is started and what its lines mean. An adapter starts nothing, reads no clock and no
 * environment; what a session must remember between two of its lines lives in the mapper it makes.
 */
export interface Adapter {
  /** The program and its arguments, without the prompt, which is always standard input. */
  commandLine(profile: AgentProfile): CommandLine;
  /** What its environment gets besides the one built for it; a variable that is set already stays. */
  extraEnv(profile: AgentProfile, env: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** Follows one session's standard output. */
  createLineMapper(): LineMapper;
  /** What to do when the program is missing: one sentence. */
  installHint(profile: AgentProfile): string;
  /** Whether ending with code 0 and without a terminal word is a success. */
  readonly silenceIsSuccess: boolean;
  /** The file in which it tells its usage while it works, where there is one. */
  readonly usageFile: UsageFile | undefined;
  /** The arguments that make it print its version; undefined when there are none. */
  readonly versionArgs: readonly string[] | undefined;
  /** Whether a session's own output says the version, so that it is asked only of one that ended before. */
  readonly saysVersion: boolean;
}

export interface CommandLine {
  /** A path, or a name to be looked up on the child's PATH. */
  readonly program: string;
  readonly args: readonly string[];
}

/** Maps one line to events. Never throws: what it doesn't understand is an `unknown` event. `at` is an ISO time. */
export type LineMapper = (line: string, at: string) => MappedLine;

export interface MappedLine {
  /** In the order in which they belong into the transcript. */
  readonly events: readonly AgentEvent[];
  /** The line that says how the work ended; a later one replaces it. */
  readonly terminal?: TerminalWord;
  /** The session's totals so far; `input` is everything the model read, cached or not. */
  readonly tokens?: Tokens;
  /** The session's tokens so far, by notes on the way: they stand until there are totals. */
  readonly running?: Tokens;
  /** How many permission denials the session had so far. */
  readonly permissionDenials?: number;
  /** The agent program's version. */
  readonly version?: string;
}

/** A program's own file about a session, to be read while it grows. */
export interface UsageFile {
  /** The folder in which it is somewhere; undefined when the environment doesn't say. */
  folder(env: Readonly<Record<string, string>>): string | undefined;
  /** Whether a file of this name is the session's. */
  isNamed(name: string, sessionId: string): boolean;
  /** The session's totals so far, when the line has them. */
  readLine(line: string): Tokens | undefined;
}

export type TerminalWord =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly class: TerminalFailure; readonly reason: string };

export type TerminalFailure = 'agent' | 'provider' | 'budget';

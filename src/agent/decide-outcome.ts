import type { Verdict } from '../outcome.ts';
import type { TerminalWord } from './adapter.ts';

/** What a session was, when its process has exited and its output has been read to the end. */
export interface SessionFacts {
  /** Why we began to end it; undefined when it ended by itself or had said its terminal word by then. */
  readonly ending: Ending | undefined;
  /** Why it could not be started at all, with what to do. */
  readonly notStarted: string | undefined;
  /** What it spent in the end, when that is over its limit; see `overLimit`. */
  readonly overLimit: string | undefined;
  /** The last one. */
  readonly terminal: TerminalWord | undefined;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly stderrTail: string;
  /** See `Adapter.silenceIsSuccess`. */
  readonly silenceIsSuccess: boolean;
}

export type Ending =
  | { readonly kind: 'timeout' | 'stalled'; readonly afterMs: number }
  | { readonly kind: 'budget' | 'cancelled'; readonly reason: string };

/** Decides a session's outcome, once: the first rule that holds. */
export function decideOutcome(facts: SessionFacts): Verdict {
  const verdict = decideByItself(facts);
  // A limit is one also where it could not be checked on the way.
  return verdict.state === 'completed' && facts.overLimit !== undefined
    ? overspent(facts.overLimit)
    : verdict;
}

function decideByItself(facts: SessionFacts): Verdict {
  if (facts.ending !== undefined) return endedByUs(facts.ending, facts.overLimit);
  if (facts.notStarted !== undefined) return { state: 'failed', class: 'setup', reason: facts.notStarted };
  if (facts.terminal?.kind === 'failed')
    return { state: 'failed', class: facts.terminal.class, reason: facts.terminal.reason };
  if (facts.terminal?.kind === 'completed') return { state: 'completed' };
  if (facts.exitCode !== 0) return { state: 'failed', class: 'agent', reason: describeDeath(facts) };
  if (facts.silenceIsSuccess) return { state: 'completed' };
  return { state: 'failed', class: 'agent', reason: 'ended without a result' };
}

/** How a program exited: `exit code 3`, `killed by SIGKILL`. */
export function describeExit(facts: Pick<SessionFacts, 'exitCode' | 'signal'>): string {
  return facts.exitCode === undefined
    ? `killed by ${facts.signal ?? 'a signal'}`
    : `exit code ${facts.exitCode}`;
}

function endedByUs(ending: Ending, inTheEnd: string | undefined): Verdict {
  switch (ending.kind) {
    case 'timeout':
      return { state: 'failed', class: 'timeout', reason: `timed out after ${minutes(ending.afterMs)}` };
    case 'stalled':
      return {
        state: 'failed',
        class: 'stalled',
        reason: `stalled: no sign of life for ${minutes(ending.afterMs)}`,
      };
    case 'budget':
      // Its result came after the crossing, with the final figures.
      return overspent(inTheEnd ?? ending.reason);
    case 'cancelled':
      return { state: 'cancelled', class: 'cancelled', reason: ending.reason };
    default:
      return ending satisfies never;
  }
}

function overspent(reason: string): Verdict {
  return { state: 'failed', class: 'budget', reason };
}

function minutes(ms: number): string {
  return `${Number((ms / 60_000).toPrecision(3))} min`;
}

const REASON_TAIL_CHARACTERS = 300;

function describeDeath(facts: SessionFacts): string {
  const lastLine = facts.stderrTail.trimEnd().split('\n').at(-1)?.trim() ?? '';
  if (lastLine === '') return describeExit(facts);
  const shown =
    lastLine.length > REASON_TAIL_CHARACTERS ? `…${lastLine.slice(-REASON_TAIL_CHARACTERS)}` : lastLine;
  return `${describeExit(facts)}: ${shown}`;
}

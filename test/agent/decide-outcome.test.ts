import { describe, expect, it } from 'vitest';
import { decideOutcome, type SessionFacts } from '../../src/agent/decide-outcome.ts';
import type { Verdict } from '../../src/outcome.ts';

const exitedWell: SessionFacts = {
  ending: undefined,
  notStarted: undefined,
  overLimit: undefined,
  terminal: undefined,
  exitCode: 0,
  signal: undefined,
  stderrTail: '',
  silenceIsSuccess: false,
};
const saidFailed = { kind: 'failed', class: 'provider', reason: 'overloaded' } as const;
const saidCompleted = { kind: 'completed' } as const;
const cancelled = { kind: 'cancelled', reason: 'time budget' } as const;

function failed(
  failureClass: 'agent' | 'provider' | 'setup' | 'timeout' | 'stalled',
  reason: string,
): Verdict {
  return { state: 'failed', class: failureClass, reason };
}

describe('the first rule that holds decides', () => {
  const cases: readonly {
    readonly name: string;
    readonly facts: Partial<SessionFacts>;
    readonly verdict: Verdict;
  }[] = [
    {
      name: '1 before all others',
      facts: { ending: cancelled, notStarted: 'missing', terminal: saidCompleted, exitCode: 3 },
      verdict: { state: 'cancelled', class: 'cancelled', reason: 'time budget' },
    },
    {
      name: '1 timeout',
      facts: { ending: { kind: 'timeout', afterMs: 3_600_000 }, exitCode: undefined, signal: 'SIGKILL' },
      verdict: failed('timeout', 'timed out after 60 min'),
    },
    {
      name: '1 stalled',
      facts: { ending: { kind: 'stalled', afterMs: 90_000 } },
      verdict: failed('stalled', 'stalled: no sign of life for 1.5 min'),
    },
    {
      name: '2 before 5',
      facts: { notStarted: '`codex` was not found', exitCode: undefined },
      verdict: failed('setup', '`codex` was not found'),
    },
    {
      name: '3 also with exit code 0',
      facts: { terminal: saidFailed },
      verdict: failed('provider', 'overloaded'),
    },
    {
      name: '4 also with exit code 3',
      facts: { terminal: saidCompleted, exitCode: 3 },
      verdict: { state: 'completed' },
    },
    {
      name: '4 also when killed',
      facts: { terminal: saidCompleted, exitCode: undefined, signal: 'SIGKILL' },
      verdict: { state: 'completed' },
    },
    { name: '5 exit code', facts: { exitCode: 3 }, verdict: failed('agent', 'exit code 3') },
    {
      name: '5 exit code with the last words',
      facts: { exitCode: 1, stderrTail: 'Reading prompt\nInput exceeds the maximum length\n\n' },
      verdict: failed('agent', 'exit code 1: Input exceeds the maximum length'),
    },
    {
      name: '5 signal, never a success',
      facts: { exitCode: undefined, signal: 'SIGSEGV', silenceIsSuccess: true },
      verdict: failed('agent', 'killed by SIGSEGV'),
    },
    { name: '6 silence', facts: {}, verdict: failed('agent', 'ended without a result') },
    { name: '6 silence of a command', facts: { silenceIsSuccess: true }, verdict: { state: 'completed' } },
  ];
  it.each(cases)('$name', ({ facts, verdict }) => {
    expect(decideOutcome({ ...exitedWell, ...facts })).toEqual(verdict);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgress } from '../../src/progress.ts';
import { formatStatus, startStatusLine } from '../../src/report/status-line.ts';
import { anIssue, aStage, completed, createMemoryLog } from '../support/builders.ts';
import { aSession } from '../support/report.ts';

describe('formatStatus', () => {
  test('nothing known yet', () => {
    expect(formatStatus(createProgress(), 3)).toBe('0 running, 3 waiting, 0 done, 0 failed');
  });

  test('counts what runs, waits and ended, with what sessions have spent so far', () => {
    const progress = createProgress();
    const begin = (id: string) => progress.begin(anIssue({ id }), aStage());
    const done = begin('1');
    done.session(() => aSession({ costUsd: 1 }));
    done.attemptEnded({ session: aSession({ input: 10_000, output: 1_000, costUsd: 0.2 }) });
    done.ended(completed, new Date());
    const running = begin('2');
    running.session(() => aSession({ input: 30_000, output: 0, costUsd: 0.22 }));
    const retrying = begin('3');
    retrying.attempt(1);
    retrying.attemptEnded({ session: undefined });
    begin('4').ended({ state: 'cancelled', class: 'cancelled', reason: 'time budget' }, new Date());
    begin('5').ended({ state: 'failed', class: 'agent', reason: 'exit code 1' }, new Date());
    expect(formatStatus(progress, 2)).toBe(
      '1 running, 3 waiting, 1 done, 1 failed, 1 cancelled; 41k tokens, $0.42 so far',
    );
    retrying.attempt(2);
    expect(formatStatus(progress, 2)).toMatch(/^2 running, 2 waiting, /);
  });
});

describe('startStatusLine', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a line every minute while something runs, none before, between and after', () => {
    const log = createMemoryLog();
    const progress = createProgress();
    const status = startStatusLine({ progress, waitingIssues: () => 0, log });
    const linesAfter = (ms: number): number => {
      vi.advanceTimersByTime(ms);
      return log.lines.length;
    };
    expect(linesAfter(120_000)).toBe(0);
    const run = progress.begin(anIssue({ id: '1' }), aStage());
    expect(linesAfter(59_000)).toBe(0);
    expect(linesAfter(121_000)).toBe(3);
    run.ended(completed, new Date());
    expect(linesAfter(120_000)).toBe(3);
    progress.begin(anIssue({ id: '2' }), aStage());
    status[Symbol.dispose]();
    expect(linesAfter(120_000)).toBe(3);
    expect(log.lines[0]).toBe('1 running, 0 waiting, 0 done, 0 failed');
  });
});

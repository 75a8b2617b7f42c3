import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type IntakeStep, intake } from '../src/intake.ts';
import { StopRequest } from '../src/stop.ts';
import { CredentialsError, type Pull, PullError, RateLimitError } from '../src/tracker/tracker.ts';
import { createBell } from '../src/waits.ts';
import { aPull, createMemoryLog } from './support/builders.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Options {
  readonly kind?: 'github' | 'command';
  readonly idleMs?: number;
  readonly maxIterations?: number;
  readonly answers?: readonly (Pull | Error)[];
}

/** An intake whose dispatcher is what the test says it is; keeps when each pull began, in seconds. */
function setUp({
  kind = 'github',
  idleMs = 60 * SECOND,
  maxIterations,
  answers = [aPull([])],
}: Options = {}) {
  // not node:timers/promises: fake timers don't reach it
  const bell = createBell();
  const state = {
    isIdle: false,
    isQuiet: false,
    hasWaiting: false,
    isOutOfTime: false,
    wantsPull: false,
    endedRuns: 0,
  };
  let closed: { reason: 'credentials'; detail: string } | undefined;
  const dispatch = {
    get isIdle() {
      return state.isIdle;
    },
    get isQuiet() {
      return state.isQuiet;
    },
    get hasWaiting() {
      return state.hasWaiting;
    },
    get isOutOfTime() {
      return state.isOutOfTime;
    },
    get wantsPull() {
      return state.wantsPull;
    },
    get endedRuns() {
      return state.endedRuns;
    },
    get closed() {
      return closed;
    },
    close(reason: NonNullable<typeof closed>) {
      closed ??= reason;
    },
    change(ms: number, signal: AbortSignal): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.min(ms, 2 ** 31 - 1));
      signal.addEventListener('abort', () => resolve(), { once: true });
      void bell.wait(Number.POSITIVE_INFINITY, signal).then(resolve);
      return promise.finally(() => clearTimeout(timer));
    },
  };
  const startedAt = performance.now();
  const pulledAt: number[] = [];
  const stop = new AbortController();
  const log = createMemoryLog();
  const tracker = {
    kind,
    async pull(): Promise<Pull> {
      pulledAt.push((performance.now() - startedAt) / SECOND);
      const answer = answers[Math.min(pulledAt.length, answers.length) - 1];
      if (answer === undefined || answer instanceof Error) throw answer;
      state.wantsPull = false;
      return answer;
    },
  };
  const count = { succeeded: 0, failed: 0, searched: undefined };
  const steps: IntakeStep[] = [];
  const done = (async () => {
    const rules = { idleMs, maxIterations };
    for await (const step of intake(
      { tracker, dispatch, count, log, onPull: () => {} },
      rules,
      stop.signal,
    )) {
      steps.push(step);
    }
  })();
  return {
    pulledAt,
    log,
    stop,
    count,
    done,
    /** The dispatcher changes, and rings. */
    change(fields: Partial<typeof state>) {
      Object.assign(state, fields);
      bell.ring();
    },
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    end: () => {
      const last = steps.at(-1);
      return last?.kind === 'end' ? { reason: last.reason, detail: last.detail } : undefined;
    },
  };
}

test('what every pull warns of is said once', async () => {
  const left = ['item 1 is left out', 'item 2 is left out'];
  const { pass, log, pulledAt } = setUp({
    answers: [aPull([], { warnings: left }), aPull([], { warnings: [...left, 'item 3 is left out'] })],
  });
  await pass(185 * SECOND);
  expect(pulledAt).toHaveLength(4);
  expect(log.lines).toEqual([...left, 'item 3 is left out'].map((warning) => `warning: ${warning}`));
});

describe('while sessions run', () => {
  test('a pull comes every idle_sec', async () => {
    const { pass, pulledAt } = setUp({ idleMs: 60 * SECOND });
    await pass(185 * SECOND);
    expect(pulledAt).toEqual([0, 60, 120, 180]);
  });

  test.each([
    ['github', 60, 5, 15],
    ['github', 60, 40, 40],
    ['github', 10, 5, 10],
    ['command', 60, 1, 2],
    ['command', 1, 0.5, 1],
  ] as const)(
    'with %s and idle_sec %d, the end of a session after %d s causes a pull after %d s',
    async (kind, idleSeconds, endsAt, pullsAt) => {
      const { pass, change, pulledAt } = setUp({ kind, idleMs: idleSeconds * SECOND });
      await pass(endsAt * SECOND);
      change({ endedRuns: 1 });
      await pass((pullsAt - endsAt) * SECOND);
      expect(pulledAt).toEqual([0, pullsAt]);
    },
  );

  test('the end of a session causes no pull while issues of the last one wait', async () => {
    const { pass, change, pulledAt } = setUp();
    await pass(20 * SECOND);
    change({ endedRuns: 1, hasWaiting: true });
    await pass(39 * SECOND);
    expect(pulledAt).toEqual([0]);
    await pass(1 * SECOND);
    expect(pulledAt).toEqual([0, 60]);
  });

  test('a waiting list that is too old to start from causes one', async () => {
    const { pass, change, pulledAt } = setUp({ kind: 'command', idleMs: 60 * SECOND });
    await pass(30 * SECOND);
    change({ hasWaiting: true, wantsPull: true });
    await pass(1);
    expect(pulledAt).toEqual([0, 30]);
  });

  test('with less than 10 % of the rate limit left pulls come every 5 minutes, whatever ends', async () => {
    const { pass, change, pulledAt } = setUp({ answers: [aPull([], { rateLimitLow: true })] });
    await pass(1 * SECOND);
    change({ endedRuns: 1 });
    await pass(601 * SECOND);
    expect(pulledAt).toEqual([0, 300, 600]);
  });
});

describe('the end', () => {
  test('an idle run with a fresh pull is drained at once', async () => {
    const { change, done, end, pulledAt } = setUp();
    change({ isIdle: true });
    await done;
    expect({ end: end(), pulledAt }).toEqual({
      end: { reason: 'drained', detail: undefined },
      pulledAt: [0],
    });
  });

  test('after the last session one more pull is needed', async () => {
    const { pass, change, done, end, pulledAt } = setUp();
    await pass(30 * SECOND);
    change({ isIdle: true, endedRuns: 1 });
    await done;
    expect({ reason: end()?.reason, pulledAt }).toEqual({ reason: 'drained', pulledAt: [0, 30] });
  });

  test('`max_iterations` counts pulls; what runs is awaited without another one', async () => {
    const { pass, change, done, end, pulledAt } = setUp({ maxIterations: 2 });
    await pass(30 * MINUTE);
    change({ isIdle: true, endedRuns: 1 });
    await done;
    expect({ reason: end()?.reason, pulledAt }).toEqual({ reason: 'max-iterations', pulledAt: [0, 60] });
  });

  test('a failed pull is no iteration, is repeated after idle_sec, and a success forgets it', async () => {
    const no = new PullError('502');
    const { pass, change, done, end, pulledAt, count } = setUp({
      maxIterations: 2,
      answers: [no, no, aPull([]), no, no, aPull([])],
    });
    await pass(310 * SECOND);
    change({ isIdle: true, endedRuns: 1 });
    await done;
    expect({ reason: end()?.reason, pulledAt, count }).toMatchObject({
      reason: 'max-iterations',
      pulledAt: [0, 60, 120, 180, 240, 300],
      count: { succeeded: 2, failed: 4 },
    });
  });

  test('the third failure in a row ends the pulls although sessions run', async () => {
    const { pass, end, pulledAt } = setUp({ answers: [new PullError('502')] });
    await pass(120 * SECOND);
    expect({ end: end(), pulledAt }).toEqual({
      end: { reason: 'intake-failed', detail: '502' },
      pulledAt: [0, 60, 120],
    });
  });

  test('a refused token ends them at once', async () => {
    const { done, end } = setUp({ answers: [new CredentialsError('401')] });
    await done;
    expect(end()).toEqual({ reason: 'credentials', detail: '401' });
  });

  test.each(['shutdown', 'time-budget'] as const)('so does a stop, as %s', async (kind) => {
    const { pass, stop, done, end } = setUp();
    await pass(1);
    stop.abort(new StopRequest(kind, 'stop'));
    await done;
    expect(end()?.reason).toBe(kind === 'shutdown' ? 'cancelled' : 'time-budget');
  });

  test('too little of the time budget for what waits is `time-budget`, also with no pull left', async () => {
    const { change, done, end } = setUp({ maxIterations: 1 });
    change({ isIdle: true, isOutOfTime: true });
    await done;
    expect(end()?.reason).toBe('time-budget');
  });
});

describe("GitHub's rate limit", () => {
  const limited = (inMs: number) => new RateLimitError('limited', new Date(Date.now() + inMs));

  test('is waited for while sessions run, and ends the run when the last of them has ended and it is far off', async () => {
    const { pass, change, done, end, pulledAt } = setUp({ answers: [limited(60 * MINUTE)] });
    await pass(30 * MINUTE);
    expect({ end: end(), pulledAt }).toEqual({ end: undefined, pulledAt: [0] });
    change({ isQuiet: true });
    await done;
    expect(end()).toEqual({ reason: 'rate-limited', detail: 'limited' });
  });

  test('is waited for when it is near, also when nothing runs: no pull comes before', async () => {
    const { pass, change, done, end, pulledAt } = setUp({ answers: [limited(4 * MINUTE), aPull([])] });
    change({ isIdle: true, isQuiet: true });
    await pass(4 * MINUTE);
    await done;
    expect({ reason: end()?.reason, pulledAt }).toEqual({ reason: 'drained', pulledAt: [0, 240] });
  });

  test('that is over by our clock already is not asked again at once', async () => {
    const { pass, change, pulledAt, stop } = setUp({ answers: [limited(-MINUTE)] });
    change({ isIdle: true, isQuiet: true });
    await pass(31 * SECOND);
    stop.abort();
    expect(pulledAt).toEqual([0, 15, 30]);
  });
});

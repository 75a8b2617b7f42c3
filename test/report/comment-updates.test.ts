/** When the comments on issues are written. GitHub is a list here; tracker/github-comments.test.ts has the real thing. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgress } from '../../src/progress.ts';
import { type CommentPace, createCommentUpdates } from '../../src/report/comment-updates.ts';
import { type CommentOutcome, CredentialsError } from '../../src/tracker/tracker.ts';
import { anIssue, aStage, completed, createMemoryLog } from '../support/builders.ts';

type Answer = CommentOutcome | Error | 'hangs';

const written: CommentOutcome = { kind: 'written' };

/** A job whose comments say how often they were formatted; answers come from a list, the last one repeating. */
function aJob(answers: readonly Answer[] = [written], pace?: CommentPace) {
  const log = createMemoryLog();
  const calls: { readonly id: string; readonly at: number; readonly urgent: boolean }[] = [];
  const startedAt = performance.now();
  let mayRefresh = true;
  let text = (id: string) => `${id} ${calls.length}`;
  const progress = createProgress((issue) => updates.touch(issue));
  const updates = createCommentUpdates({
    progress,
    log,
    ...(pace === undefined ? {} : { pace }),
    format: (id) => text(id),
    comments: {
      async write(id, _text, { urgent, signal }) {
        calls.push({ id, at: Math.round((performance.now() - startedAt) / 1000), urgent });
        const answer = answers[Math.min(calls.length, answers.length) - 1] ?? written;
        if (answer instanceof Error) throw answer;
        if (answer !== 'hangs') return answer;
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      },
      mayRefresh: () => mayRefresh,
    },
  });
  return {
    log,
    calls,
    begin: (id: string) => progress.begin(anIssue({ id, ref: `#${id}` }), aStage()),
    break: () => {
      text = () => {
        throw new Error('a bug');
      };
    },
    saySame: () => {
      text = () => 'same';
    },
    spareRequests: () => {
      mayRefresh = false;
    },
    finish: (signal = new AbortController().signal) => updates.finish(signal, () => 20),
    /** `issue@second` of each call. */
    told: () => calls.map(({ id, at, urgent }) => `${id}@${at}${urgent ? ' urgent' : ''}`),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('while a stage runs', () => {
  test('at its start, once a minute, and at its end', async () => {
    const job = aJob();
    const run = job.begin('1');
    await pass(150_000);
    run.ended(completed, new Date());
    await pass(600_000);
    expect(job.told()).toEqual(['1@0', '1@60', '1@120', '1@150']);
  });

  test('what has not changed is not written again', async () => {
    const job = aJob();
    job.saySame();
    job.begin('1');
    await pass(600_000);
    expect(job.told()).toEqual(['1@0']);
  });

  test('several issues share the requests: one refresh every 15 seconds, starts and ends at once', async () => {
    const job = aJob();
    const runs = ['1', '2', '3', '4', '5', '6'].map(job.begin);
    await pass(0);
    expect(job.told()).toEqual(['1@0', '2@0', '3@0', '4@0', '5@0', '6@0']);
    await pass(140_000);
    expect(job.told().slice(6)).toEqual(['1@60', '2@75', '3@90', '4@105', '5@120', '6@135']);
    runs[3]?.ended(completed, new Date());
    await pass(0);
    expect(job.told().at(-1)).toBe('4@140');
  });

  test('nothing is refreshed while GitHub has few requests left; ends are told', async () => {
    const job = aJob();
    job.spareRequests();
    const run = job.begin('1');
    await pass(300_000);
    run.ended(completed, new Date());
    await pass(0);
    expect(job.told()).toEqual(['1@0', '1@300']);
  });

  test('one request at a time, and what happened meanwhile is in the next one', async () => {
    const job = aJob(['hangs']);
    const runs = [job.begin('1'), job.begin('1'), job.begin('2')];
    await pass(1000);
    for (const run of runs) run.ended(completed, new Date());
    await pass(1000);
    expect(job.told()).toEqual(['1@0']);
  });
});

describe('failures', () => {
  test('another try after 10 seconds; one that mends itself is no warning', async () => {
    const job = aJob([new Error('502'), written]);
    const run = job.begin('1');
    await pass(10_000);
    run.ended(completed, new Date());
    await job.finish();
    expect([job.told(), job.log.lines]).toEqual([['1@0', '1@10', '1@10'], []]);
  });

  test('an end that comes right after a failure waits for the next try', async () => {
    vi.useRealTimers();
    const job = aJob([new Error('502'), written], { refreshMs: 60_000, gapMs: 15_000, retryMs: 100 });
    const beganAt = performance.now();
    job.begin('1').ended(completed, new Date());
    await job.finish();
    expect(performance.now() - beganAt).toBeGreaterThanOrEqual(99);
    expect([job.calls.length, job.log.lines]).toEqual([2, []]);
  });

  test('one warning, however many fail; after 5 in a row nothing is asked any more', async () => {
    const job = aJob([{ kind: 'refused', detail: '403: no permission' }]);
    for (let id = 1; id <= 9; id += 1) job.begin(String(id)).ended(completed, new Date());
    await pass(600_000);
    await job.finish();
    expect(job.calls).toHaveLength(5);
    expect(job.log.lines).toEqual([
      'warning: the comment on #4 could not be written: 403: no permission; the run is not changed by it',
    ]);
  });

  test('a refusal does not keep the run from ending', async () => {
    const job = aJob([{ kind: 'refused', detail: 'locked' }]);
    job.begin('1').ended(completed, new Date());
    await job.finish();
    expect(job.log.lines).toHaveLength(1);
  });

  test('a refused token is asked once', async () => {
    const job = aJob([new CredentialsError('401')]);
    const run = job.begin('1');
    await pass(100_000);
    run.ended(completed, new Date());
    await job.finish();
    expect(job.calls).toHaveLength(1);
    expect(job.log.lines).toHaveLength(1);
  });
});

describe('the end', () => {
  test('what is due is written before the run ends', async () => {
    const job = aJob();
    for (const id of ['1', '2', '3']) job.begin(id).ended(completed, new Date());
    await job.finish();
    expect([job.calls.at(-1)?.id, job.log.lines]).toEqual(['3', []]);
  });

  test('in a shutdown the last states are written at once and together', async () => {
    const job = aJob(['hangs', written]);
    for (const id of ['1', '2', '3']) job.begin(id).ended(completed, new Date());
    const stop = new AbortController();
    const finished = job.finish(stop.signal);
    await pass(1000);
    stop.abort();
    await finished;
    expect(job.told()).toEqual(['1@0', '1@1 urgent', '2@1 urgent', '3@1 urgent']);
    await pass(600_000);
    expect(job.calls).toHaveLength(4);
  });

  test('what hangs is left when the time is up', async () => {
    const job = aJob(['hangs']);
    job.begin('1').ended(completed, new Date());
    await job.finish(AbortSignal.abort());
    expect(job.told()).toEqual(['1@0', '1@0 urgent']);
  });

  test('without a stage run there is nothing to write', async () => {
    const job = aJob();
    await job.finish();
    expect(job.calls).toEqual([]);
  });
});

test('a text that can not be made is a comment that was not written, and nothing else', async () => {
  const job = aJob();
  job.break();
  job.begin('1');
  await pass(60_000);
  const finished = job.finish();
  await pass(60_000);
  await finished;
  expect(job.log.lines.at(-1)).toContain('the comment on #1 could not be written: a bug');
});

import { expect, test } from 'vitest';
import { createCommandWatch } from '../../src/tracker/command-watch.ts';
import { PullError } from '../../src/tracker/tracker.ts';
import { anIssue, aPull } from '../support/builders.ts';
import { noAbort } from '../support/github/play.ts';

const ONE = anIssue({ id: 'A-1', state: 'todo' });
const REQUEST = { issue: ONE, what: ['state_changed'], branch: undefined } as const;
const NO_WORK = { branches: [], tips: [], local: [] };

test.each([
  ['another state', [anIssue({ id: 'A-1', state: 'done' })], { kind: 'met' }],
  ['no such issue', [anIssue({ id: 'A-2', state: 'todo' })], { kind: 'met' }],
  ['the same state', [ONE], { kind: 'unmet', detail: 'the issue is still in `todo`' }],
])('the next pull shows %s', async (_what, issues, happened) => {
  const watch = await createCommandWatch(async () => aPull(issues))(REQUEST, noAbort());
  expect(await watch.check('state_changed', NO_WORK, noAbort())).toEqual(happened);
});

test('a pull that fails is not taken for an issue that is gone', async () => {
  const watch = await createCommandWatch(async () => {
    throw new PullError('the pull command exited with 1');
  })(REQUEST, noAbort());
  await expect(watch.check('state_changed', NO_WORK, noAbort())).rejects.toThrow('exited with 1');
});

test('one that is told to stop does not fail the others that share its pull', async () => {
  const first = new AbortController();
  const watch = await createCommandWatch(async (signal) => {
    await Promise.resolve();
    signal.throwIfAborted();
    return aPull([]);
  })(REQUEST, noAbort());
  const stopped = watch.check('state_changed', NO_WORK, first.signal);
  const other = watch.check('state_changed', NO_WORK, noAbort());
  first.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  expect(await other).toEqual({ kind: 'met' });
});

test('checks that wait share a pull, which begins after they asked', async () => {
  const gates: PromiseWithResolvers<void>[] = [];
  const watch = await createCommandWatch(async () => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return aPull([]);
  })(REQUEST, noAbort());
  const check = () => watch.check('state_changed', NO_WORK, noAbort());
  const first = check();
  await Promise.resolve();
  const later = [check(), check(), check()];
  expect(gates).toHaveLength(1);
  gates[0]?.resolve();
  await first;
  await Promise.resolve();
  expect(gates).toHaveLength(2);
  gates[1]?.resolve();
  expect(await Promise.all(later)).toEqual([{ kind: 'met' }, { kind: 'met' }, { kind: 'met' }]);
});

import { describe, expect, test } from 'vitest';
import type { Transition } from '../../src/workflow/workflow.ts';
import { anIssue, aStage } from '../support/builders.ts';
import { noAbort, playTracker, type TrackerPlay } from '../support/github/play.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';

const issue = anIssue({ id: '1', ref: '#1' });
const to = (state: string | undefined, more: Partial<Transition> = {}): Transition => ({
  state,
  addLabels: [],
  removeLabels: [],
  ...more,
});
const labelsOf = (played: PlayedIssue): string[] => played.labels.map(({ name }) => name);

async function playTodo(labels = ['todo', 'bug']): Promise<TrackerPlay & { readonly one: PlayedIssue }> {
  const played = await playTracker({
    stages: [aStage({ onStart: to('planning') }), aStage({ name: 'implement', state: 'work' })],
  });
  return { ...played, one: played.repo.createIssue({ title: 'x', labels }) };
}

const write = (played: TrackerPlay, transition: Transition, from = ['todo'], urgent = false) =>
  played.tracker.transition({ issue, from, to: transition }, { urgent }, noAbort());

describe('a transition', () => {
  test('adds the new label, then removes the old one', async () => {
    await using played = await playTodo();
    expect(await write(played, to('work'))).toMatchObject({ kind: 'written' });
    expect(labelsOf(played.one)).toEqual(['bug', 'work']);
    expect(played.one.events.slice(-2).map(({ event, label, actor }) => [event, label, actor.login])).toEqual(
      [
        ['labeled', 'work', 'github-actions'],
        ['unlabeled', 'todo', 'github-actions'],
      ],
    );
  });

  test('adds and removes further labels, and says which', async () => {
    await using played = await playTodo();
    const outcome = await write(
      played,
      to('work', { addLabels: ['ai'], removeLabels: ['BUG', 'never-there'] }),
    );
    expect(labelsOf(played.one)).toEqual(['work', 'ai']);
    expect(outcome).toEqual({ kind: 'written', changes: { added: ['ai'], removed: ['BUG'] } });
  });

  test('may only add and remove labels', async () => {
    await using played = await playTodo();
    await write(played, to(undefined, { addLabels: ['failed'], removeLabels: ['bug'] }));
    expect(labelsOf(played.one)).toEqual(['todo', 'failed']);
  });

  test('creates a label that the repository does not have', async () => {
    await using played = await playTodo();
    await write(played, to('work'));
    expect(played.repo.findLabel('work')?.color).toBe('ededed');
  });

  test('removes the label as it is spelled on the issue', async () => {
    await using played = await playTodo(['ToDo']);
    await write(played, to('work'));
    expect(labelsOf(played.one)).toEqual(['work']);
  });

  test('is written over what `on_start` set', async () => {
    await using played = await playTodo(['planning']);
    expect(await write(played, to('work'), ['todo', 'planning'])).toMatchObject({ kind: 'written' });
    expect(labelsOf(played.one)).toEqual(['work']);
  });

  test('finishes what an agent began: the new label is there, the old one still, too', async () => {
    await using played = await playTodo(['todo', 'work']);
    expect(await write(played, to('work'))).toMatchObject({ kind: 'written' });
    expect(labelsOf(played.one)).toEqual(['work']);
  });

  test.each([
    [['work'], /moved the issue: it is `work` now, not `todo`/],
    [['bug'], /it has no state of this file now, not `todo`/],
  ])('lets the move of somebody else to %j stand', async (labels, detail) => {
    await using played = await playTodo(labels);
    expect(await write(played, to('blocked'))).toEqual({
      kind: 'left-alone',
      detail: expect.stringMatching(detail),
    });
    expect(labelsOf(played.one)).toEqual(labels);
  });

  test('of an issue that is gone is nothing to write', async () => {
    await using played = await playTodo();
    played.one.visibility = 'gone';
    expect(await write(played, to('work'))).toEqual({ kind: 'left-alone', detail: 'the issue is gone' });
  });
});

describe('a transition that fails', () => {
  const remove = {
    method: 'DELETE',
    path: /labels\/todo/,
    times: 99,
    respond: { kind: 'answer', status: 403, body: { message: 'Forbidden' } },
  } as const;

  test('to remove the old label takes the new one off again, and names both', async () => {
    await using played = await playTodo();
    played.github.fault(remove);
    expect(await write(played, to('work'))).toEqual({
      kind: 'failed',
      credentials: false,
      detail: expect.stringMatching(
        /^`todo` could not be removed \(.*403 Forbidden\), so `work` was taken off again$/,
      ),
    });
    expect(labelsOf(played.one)).toEqual(['todo', 'bug']);
  });

  test('takes off everything that it added', async () => {
    await using played = await playTodo();
    played.github.fault(remove);
    expect(await write(played, to('work', { addLabels: ['planned'] }))).toMatchObject({
      kind: 'failed',
      detail: expect.stringMatching(/, so `work` and `planned` were taken off again$/),
    });
    expect(labelsOf(played.one)).toEqual(['todo', 'bug']);
  });

  test('only at a further label has moved the issue, and says which label is left', async () => {
    await using played = await playTodo();
    played.github.fault({ ...remove, path: /labels\/bug/ });
    expect(await write(played, to('work', { removeLabels: ['bug'] }))).toEqual({
      kind: 'written',
      changes: { added: [], removed: [] },
      problem: '`bug` could not be removed (DELETE /repos/o/r/issues/1/labels/bug: 403 Forbidden)',
    });
    expect(labelsOf(played.one)).toEqual(['bug', 'work']);
  });

  test('to undo that, too, says that the issue carries both', async () => {
    await using played = await playTodo();
    played.github.fault({ ...remove, path: /labels\// });
    expect(await write(played, to('work'))).toMatchObject({
      kind: 'failed',
      detail: expect.stringMatching(
        /`work` was to be taken off again, and `work` could not be removed \(.*\): remove what does not belong there$/,
      ),
    });
  });

  test('leaves the new label when it was there before', async () => {
    await using played = await playTodo(['todo', 'work']);
    played.github.fault(remove);
    expect(await write(played, to('work'))).toMatchObject({ kind: 'failed' });
    expect(labelsOf(played.one)).toEqual(['todo', 'work']);
  });

  test('to add the new label leaves the old one', async () => {
    await using played = await playTodo();
    played.github.fault({
      method: 'POST',
      path: /issues\/1\/labels/,
      times: 99,
      respond: { kind: 'answer', status: 500 },
    });
    expect(await write(played, to('work'))).toMatchObject({ kind: 'failed', credentials: false });
    expect(labelsOf(played.one)).toEqual(['todo', 'bug']);
  });

  test('is tried again after an outage', async () => {
    await using played = await playTodo();
    played.github.fault({
      method: 'POST',
      path: /issues\/1\/labels/,
      times: 2,
      respond: { kind: 'answer', status: 502 },
    });
    played.github.fault({ method: 'DELETE', path: /labels\/todo/, respond: { kind: 'reset-mid-body' } });
    expect(await write(played, to('work'))).toMatchObject({ kind: 'written' });
    expect(labelsOf(played.one)).toEqual(['bug', 'work']);
  });

  test('for a refused token says so', async () => {
    await using played = await playTodo();
    played.github.refuseToken();
    expect(await write(played, to('work'))).toMatchObject({ kind: 'failed', credentials: true });
  });

  test('because it was aborted says why', async () => {
    await using played = await playTodo();
    const outcome = await played.tracker.transition(
      { issue, from: ['todo'], to: to('work') },
      { urgent: false },
      AbortSignal.abort(new Error('the runner stops us')),
    );
    expect(outcome).toEqual({ kind: 'failed', detail: 'the runner stops us', credentials: false });
  });
});

test('an urgent transition is three requests, not paced and not tried again', async () => {
  await using played = await playTracker({ client: { throttle: true, secondMs: 60_000 } });
  const one = played.repo.createIssue({ title: 'x', labels: ['todo'] });
  expect(await write(played, to('work'), ['todo'], true)).toMatchObject({ kind: 'written' });
  expect(labelsOf(one)).toEqual(['work']);
  expect(played.github.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'DELETE']);
  played.github.fault({ path: /issues\/1$/, respond: { kind: 'answer', status: 502 } });
  expect(await write(played, to('todo'), ['work'], true)).toMatchObject({ kind: 'failed' });
  expect(played.github.requests).toHaveLength(4);
});

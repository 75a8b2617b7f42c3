import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/outcome.ts';
import type { LateTransition } from '../../src/stage/late-transitions.ts';
import { createTransitions } from '../../src/stage/transitions.ts';
import { StopRequest } from '../../src/stop.ts';
import type { TransitionOutcome, TransitionRequest } from '../../src/tracker/tracker.ts';
import type { Stage, Transition } from '../../src/workflow/workflow.ts';
import { anIssue, aStage, completed, createMemoryLog } from '../support/builders.ts';

const to = (state: string, fields: Partial<Transition> = {}): Transition => ({
  state,
  addLabels: [],
  removeLabels: [],
  ...fields,
});
const written: TransitionOutcome = { kind: 'written', changes: { added: [], removed: [] } };
const moved: TransitionOutcome = { kind: 'left-alone', detail: 'somebody moved the issue' };
const broken: TransitionOutcome = { kind: 'failed', detail: '502', credentials: false };
const refused: TransitionOutcome = { kind: 'failed', detail: '401', credentials: true };
const failed = (kind: Exclude<Extract<Verdict, { state: 'failed' }>['class'], 'cancelled'>): Verdict => ({
  state: 'failed',
  class: kind,
  reason: 'it failed',
});
const cancelled: Verdict = { state: 'cancelled', class: 'cancelled', reason: 'time budget' };

const all = { onStart: to('doing'), onSuccess: to('done'), onFailure: to('blocked') };

/** Transitions of issue 12 with a tracker that answers from a list, the last answer repeating. */
function setUp(stage: Partial<Stage>, answers: readonly TransitionOutcome[] = [written], labels?: string[]) {
  const asked: { request: TransitionRequest; urgent: boolean }[] = [];
  const states: (string | undefined)[] = [];
  const tokens: string[] = [];
  const late: LateTransition[] = [];
  const shutdown = new AbortController();
  const log = createMemoryLog();
  const transitions = createTransitions(
    {
      tracker: {
        kind: 'github',
        watch: async () => ({ check: async () => ({ kind: 'met' }) }),
        async transition(request, { urgent }) {
          asked.push({ request, urgent });
          return answers[Math.min(asked.length, answers.length) - 1] ?? written;
        },
      },
      log,
      writeEvent: () => {},
      shutdown: shutdown.signal,
      writeLater: (transition) => late.push(transition),
    },
    {
      issue: anIssue({ id: '12', ref: '#12', extra: labels === undefined ? {} : { labels } }),
      stage: aStage(stage),
      setsState: (state) => states.push(state),
      refusal: () => undefined,
      openAccount: () => () => {},
      tokenRefused: (detail) => tokens.push(detail),
    },
  );
  return {
    transitions,
    states,
    tokens,
    late,
    log,
    requests: asked,
    stop: () => shutdown.abort(new StopRequest('shutdown', 'SIGINT')),
    start: () => transitions.start(new AbortController().signal),
    to: () => asked.map(({ request }) => request.to.state),
  };
}

describe('the last verdict decides what is written', () => {
  test.each([
    ['completed', completed, all, ['doing', 'done']],
    ['failed by the agent', failed('agent'), all, ['doing', 'blocked']],
    ['timed out', failed('timeout'), all, ['doing', 'blocked']],
    ['stalled', failed('stalled'), all, ['doing', 'blocked']],
    ['over its budget', failed('budget'), all, ['doing', 'blocked']],
    ['an outage', failed('provider'), all, ['doing', 'todo']],
    ['an error of GitHub', failed('github'), all, ['doing', 'todo']],
    ['a broken setup', failed('setup'), all, ['doing', 'todo']],
    ['cancelled', cancelled, all, ['doing', 'todo']],
    ['completed, without on_success', completed, { onStart: to('doing') }, ['doing']],
    ['failed by the agent, without on_failure', failed('agent'), { onStart: to('doing') }, ['doing']],
    ['cancelled, without on_start', cancelled, { onSuccess: to('done'), onFailure: to('blocked') }, []],
    ['completed, without on_start', completed, { onSuccess: to('done') }, ['done']],
  ])('%s', async (_name, verdict, stage, expected) => {
    const { transitions, start, to } = setUp(stage);
    await start();
    expect(await transitions.finish(verdict)).toEqual({ verdict });
    expect(to()).toEqual(expected);
  });
});

describe('the answer of the tracker decides about the verdict', () => {
  const github: Verdict = { state: 'failed', class: 'github', reason: 'transition to `done` failed: 502' };
  test.each([
    ['written', completed, written, { verdict: completed }],
    ['the issue was moved meanwhile', completed, moved, { verdict: completed }],
    ['it failed', completed, broken, { verdict: github }],
    [
      'the token was refused',
      completed,
      refused,
      { verdict: completed, warning: 'transition to `done` failed: 401' },
    ],
    [
      'on_failure failed',
      failed('agent'),
      broken,
      { verdict: failed('agent'), warning: 'transition to `blocked` failed: 502' },
    ],
    [
      'the undoing of on_start failed',
      cancelled,
      broken,
      { verdict: cancelled, warning: '`on_start` could not be undone: 502' },
    ],
  ])('%s', async (_name, verdict, answer, expected) => {
    const { transitions, start } = setUp(all, [written, answer]);
    await start();
    expect(await transitions.finish(verdict)).toEqual(expected);
  });

  test('a failed transition that fails the stage run is a line: its annotation is that of the stage run', async () => {
    const { transitions, log } = setUp({ onSuccess: to('done') }, [broken]);
    await transitions.finish(completed);
    expect(log.lines).toEqual(['[#12 plan] transition to `done` failed: 502']);
  });

  test.each<readonly [string, TransitionOutcome, Verdict]>([
    ['of a stage run that failed anyway', broken, failed('agent')],
    ['for a refused token', refused, completed],
  ])('a failed transition %s is an error annotation of its own', async (_what, answer, verdict) => {
    const { transitions, log } = setUp({ onSuccess: to('done'), onFailure: to('blocked') }, [answer]);
    await transitions.finish(verdict);
    expect(log.lines).toEqual([
      expect.stringMatching(/^error: \[#12 plan\] transition to `\w+` failed: \d+$/),
    ]);
  });

  test('a refused token stops new starts', async () => {
    const { transitions, tokens } = setUp({ onSuccess: to('done') }, [refused]);
    await transitions.finish(completed);
    expect(tokens).toEqual(['401']);
  });
});

describe('on_start', () => {
  test('is written once, whatever the number of attempts', async () => {
    const { start, to } = setUp(all);
    await start();
    expect(await start()).toEqual(written);
    expect(to()).toEqual(['doing']);
  });

  test('may be written from the state that started the stage and from its own', async () => {
    const { transitions, start, requests } = setUp(all);
    await start();
    await transitions.finish(completed);
    expect(requests.map(({ request }) => request.from)).toEqual([
      ['todo', 'doing'],
      ['todo', 'doing'],
    ]);
  });

  test.each([
    ['was left alone', moved, ['doing']],
    ['failed, and may have been written in part', broken, ['doing', 'todo']],
    ['failed because the token was refused', refused, ['doing']],
  ])('is undone only when it changed something: it %s', async (_name, answer, expected) => {
    const { transitions, start, to } = setUp(all, [answer, written]);
    expect(await start()).toEqual(answer);
    await transitions.finish(cancelled);
    expect(to()).toEqual(expected);
  });

  test('is undone to what was there: a label that the issue carried before stays, one that it did not have does not come', async () => {
    const onStart = to('doing', { addLabels: ['Bot', 'busy'], removeLabels: ['ready', 'absent'] });
    const { transitions, start, requests } = setUp({ onStart }, [written], ['todo', 'bot', 'Ready']);
    await start();
    await transitions.finish(cancelled);
    expect(requests.at(-1)?.request.to).toEqual({
      state: 'todo',
      addLabels: ['ready'],
      removeLabels: ['busy'],
    });
  });

  test('without a state only its labels are undone', async () => {
    const onStart: Transition = { state: undefined, addLabels: ['busy'], removeLabels: [] };
    const { transitions, start, requests, states } = setUp({ onStart });
    await start();
    await transitions.finish(cancelled);
    expect(requests.at(-1)?.request.to).toEqual({ state: undefined, addLabels: [], removeLabels: ['busy'] });
    expect(states).toEqual([undefined, undefined]);
  });
});

describe('the state that the stage run set itself', () => {
  test('is told before it is written', async () => {
    const { transitions, start, states } = setUp(all);
    await start();
    await transitions.finish(completed);
    expect(states).toEqual(['doing', 'done']);
  });

  test('is taken back when somebody else moved the issue', async () => {
    const { transitions, start, states } = setUp(all, [written, moved]);
    await start();
    await transitions.finish(cancelled);
    expect(states).toEqual(['doing', 'todo', 'doing']);
  });
});

describe('after a shutdown the report comes first', () => {
  test.each([
    ['on_start is undone', cancelled, 'todo'],
    ['a completed issue is moved, so that nobody pays for it again', completed, 'done'],
    ['a failed one too', failed('agent'), 'blocked'],
  ])('%s later, without pacing', async (_name, verdict, state) => {
    const { transitions, start, stop, requests, late, to } = setUp(all);
    await start();
    stop();
    expect(await transitions.finish(verdict)).toEqual({ verdict });
    expect(to()).toEqual(['doing']);
    const answers = await Promise.all(late.map((write) => write(new AbortController().signal)));
    expect({ answers, last: requests.at(-1)?.urgent, to: to().at(-1) }).toEqual({
      answers: [undefined],
      last: true,
      to: state,
    });
  });

  test('a transition that the shutdown cut off is written again later, and is no failure', async () => {
    const { transitions, start, stop, late, to, requests } = setUp(all, [written, broken, written]);
    await start();
    const finished = transitions.finish(completed);
    stop();
    expect(await finished).toEqual({ verdict: completed });
    await Promise.all(late.map((write) => write(new AbortController().signal)));
    expect(to()).toEqual(['doing', 'done', 'done']);
    expect(requests.map(({ urgent }) => urgent)).toEqual([false, false, true]);
  });

  test.each([
    [cancelled, '#12 plan: `on_start` could not be undone: 502'],
    [completed, '#12 plan: transition to `done` failed: 502'],
  ])('what fails then too is said in a sentence', async (verdict, sentence) => {
    const { transitions, start, stop, late } = setUp(all, [written, broken]);
    await start();
    stop();
    await transitions.finish(verdict);
    expect(await late[0]?.(new AbortController().signal)).toBe(sentence);
  });
});

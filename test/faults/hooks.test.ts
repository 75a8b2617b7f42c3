import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { aliveOf } from '../support/agent/process-alive.ts';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { expectTrueEnd } from './true-end.ts';

/** What a hook does, with the words of its failure; undefined when it is none. */
interface HookFault {
  readonly name: string;
  readonly body: string;
  readonly reason: RegExp | undefined;
  /** Its time limit, where it is to run into it; on a busy machine the others take their time. */
  readonly limitSec?: number;
}

const hookFaults: readonly HookFault[] = [
  { name: 'exits 3', body: 'echo out of luck >&2; exit 3', reason: /exited with code 3/ },
  { name: 'is killed by SIGKILL', body: 'kill -9 $$', reason: /was killed by SIGKILL/ },
  { name: 'is killed by SIGSEGV', body: 'kill -SEGV $$', reason: /was killed by SIGSEGV/ },
  { name: 'runs into its time limit', body: 'sleep 300', reason: /timed out after 3 s/, limitSec: 3 },
  {
    name: 'runs into its time limit ignoring signals',
    body: "trap '' INT TERM; while :; do sleep 1; done",
    reason: /timed out after 3 s/,
    limitSec: 3,
  },
  {
    name: 'prints 10 MB',
    body: 'head -c 10000000 /dev/zero | tr "\\0" x; head -c 10000000 /dev/zero | tr "\\0" y >&2',
    reason: undefined,
  },
  { name: 'names a value that does not exist', body: 'echo {{ issue.nonsense }}', reason: /nonsense/ },
  { name: 'is no shell program', body: 'if then fi (', reason: /exited with code 2/ },
];

const limitOf = ({ limitSec = 30 }: HookFault) => ({ timeout_sec: limitSec });
/** Far above what a run takes here, and far below the 300 s for which what hangs would sleep. */
const WITHIN_SEC = 40;
/** A prompt command may take a minute. */
const PROMPT_WITHIN_SEC = 100;

test.concurrent.each(hookFaults)('a before_run that $name', async ({ body, reason, ...row }) => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      plan: stageWith({
        before_run: body,
        after_run: `touch ${scene.path('after')}`,
        ...limitOf({ body, reason, ...row }),
      }),
    },
    plays: [{ write: { path: scene.path('agent'), text: '' } }],
    loop: { max_iterations: 1 },
  });
  expectOutcome(result, scene, reason);
  expect(existsSync(scene.path('agent'))).toBe(reason === undefined);
  expect(existsSync(scene.path('after'))).toBe(reason === undefined);
});

test.concurrent.each(hookFaults)('an after_create that $name', async ({ body, reason, ...row }) => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const run = {
    stages: { plan: { when: { state: 'todo' } }, second: { when: { state: 'todo' } } },
    hooks: {
      after_create: `echo >> ${scene.path('created')}\n${body}`,
      ...limitOf({ body, reason, ...row }),
    },
    loop: { max_iterations: 1 },
  };
  const result = await scene.run(run);
  expect(result.outputs.dispatched).toBe('2');
  expect(result.outputs[reason === undefined ? 'completed' : 'failed']).toBe('2');
  for (const session of result.record?.sessions ?? []) {
    expect(session.class).toBe(reason === undefined ? null : 'setup');
    if (reason !== undefined) expect(session.reason).toMatch(reason);
  }
  expectTrueEnd(result, scene, WITHIN_SEC);
  // what failed is made anew by the next run, and what did not is not
  await scene.run(run);
  const times = existsSync(scene.path('created')) ? scene.read('created').split('\n').length - 1 : 0;
  expect(times).toBe(reason === undefined ? 1 : /nonsense/.test(String(reason)) ? 0 : 2);
});

test.concurrent.each(hookFaults)(
  'an after_run that $name changes nothing of the outcome',
  async ({ body, reason, ...row }) => {
    await using scene = await openScene();
    scene.issue(['todo']);
    const result = await scene.run({
      stages: { plan: stageWith({ after_run: body, ...limitOf({ body, reason, ...row }) }) },
      loop: { max_iterations: 1 },
    });
    expect([result.exitCode, result.outputs.completed]).toEqual([0, '1']);
    expectTrueEnd(result, scene, WITHIN_SEC);
    if (reason !== undefined) expect(result.stdout).toMatch(reason);
  },
);

interface CommandFault extends HookFault {
  /** What the agent reads where the command did not fail; `Look: fine` without it. */
  readonly prompt?: string;
}

const commandFaults: readonly CommandFault[] = [
  { name: 'exits 3', body: 'echo out of luck >&2; exit 3', reason: /exited with code 3: out of luck/ },
  { name: 'is killed by SIGKILL', body: 'kill -9 $$', reason: /was killed by SIGKILL/ },
  { name: 'is killed by SIGSEGV', body: 'kill -SEGV $$', reason: /was killed by SIGSEGV/ },
  { name: 'runs into its time limit', body: 'sleep 300', reason: /timed out after 60 s/ },
  {
    name: 'runs into its time limit ignoring signals',
    body: "trap '' INT TERM; while :; do sleep 1; done",
    reason: /timed out after 60 s/,
  },
  {
    name: 'prints invalid UTF-8',
    body: "printf 'fi\\377\\376ne\\n'",
    reason: undefined,
    prompt: 'Look: fi\uFFFD\uFFFDne',
  },
  { name: 'prints 10 MB', body: 'head -c 10000000 /dev/zero', reason: /printed more than 1 MiB/ },
  { name: 'leaves a child that holds the pipe', body: 'setsid sleep 300 & echo fine', reason: undefined },
];

test.concurrent.each(commandFaults)(
  'a prompt command that $name',
  async ({ body, reason, prompt = 'Look: fine' }) => {
    await using scene = await openScene();
    scene.issue(['todo']);
    const result = await scene.run({
      stages: { plan: { when: { state: 'todo' }, prompt: `Look: !\`exec(${body})\`` } },
      plays: [{ savePrompt: scene.path('prompt') }],
      loop: { max_iterations: 1 },
    });
    expectOutcome(result, scene, reason);
    if (reason === undefined) expect(scene.read('prompt')).toBe(prompt);
    else expect(existsSync(scene.path('prompt'))).toBe(false);
  },
);

test('a service that before_run starts lives until the stage run ends, and not longer', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const pids = scene.path('pids');
  const result = await scene.run({
    stages: {
      plan: stageWith({
        before_run: `setsid sh -c 'echo $$ > ${pids}; exec sleep 300' > /dev/null 2>&1 & while [ ! -s ${pids} ]; do sleep 0.05; done`,
        after_run: `kill -0 $(cat ${pids}) && touch ${scene.path('alive')}`,
      }),
    },
    loop: { max_iterations: 1 },
  });
  expectTrueEnd(result, scene, WITHIN_SEC);
  expect(existsSync(scene.path('alive'))).toBe(true);
  expect(aliveOf(pids)).toEqual([]);
});

test('of two sessions at once one is ended by its limit, and the processes of the other live', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      hurried: { when: { state: 'todo' }, agent: 'hurried' },
      patient: { when: { state: 'todo' } },
    },
    agents: { hurried: { runtime: 'command', command: ['sleep', '300'], timeout_minutes: 0.02 } },
    plays: [
      { daemon: { pidFile: scene.path('pids'), stubborn: false } },
      { sleepMs: 2500 },
      { run: `kill -0 $(cat ${scene.path('pids')}) && touch ${scene.path('alive')}` },
      { json: { kind: 'completed' } },
    ],
    loop: { max_iterations: 1 },
  });
  expectTrueEnd(result, scene, WITHIN_SEC);
  expect(
    Object.fromEntries(
      (result.record?.sessions ?? []).map(({ stage, state, class: kind }) => [stage, kind ?? state]),
    ),
  ).toEqual({
    hurried: 'timeout',
    patient: 'completed',
  });
  expect(existsSync(scene.path('alive'))).toBe(true);
  expect(aliveOf(scene.path('pids'))).toEqual([]);
});

function stageWith(hooks: JsonObject): JsonObject {
  return { when: { state: 'todo' }, hooks };
}

function expectOutcome(result: SceneResult, scene: Scene, reason: RegExp | undefined): void {
  const session = result.record?.sessions[0];
  expect([result.exitCode, session?.class]).toEqual(reason === undefined ? [0, null] : [1, 'setup']);
  expectTrueEnd(result, scene, PROMPT_WITHIN_SEC);
  if (reason === undefined) return;
  expect(session?.reason).toMatch(reason);
  expect(session?.session_id).toBeNull();
  expect(result.summary).toMatch(/^## Vik: 1 of 1 stage run failed/);
}

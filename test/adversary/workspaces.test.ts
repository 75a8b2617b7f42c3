/** What somebody may have put in the place of our folders and files before the run, or puts there during it. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';

interface Places {
  /** The issue's workspace. */
  readonly workspace: string;
  readonly sessions: string;
  /** A folder that is nobody's business, with `file` in it. */
  readonly outside: string;
}

const pipe = (path: string) => execFileSync('mkfifo', [path]);
const COMPLETED = /^completed$/;

/** What was there before the run, and how the stage run ends. */
const planted: readonly (readonly [string, RegExp, (places: Places) => void])[] = [
  [
    'a link out of the root',
    /found a symbolic link; remove it/,
    ({ workspace, outside }) => symlinkSync(outside, workspace),
  ],
  [
    "a link to another issue's workspace",
    /found a symbolic link/,
    ({ workspace }) => symlinkSync(join(dirname(workspace), 'neighbour'), workspace),
  ],
  [
    'a link to nowhere',
    /found a symbolic link/,
    ({ workspace }) => symlinkSync('/no/such/folder', workspace),
  ],
  ['a link to itself', /found a symbolic link/, ({ workspace }) => symlinkSync(workspace, workspace)],
  ['a link to the root of the disk', /found a symbolic link/, ({ workspace }) => symlinkSync('/', workspace)],
  ['a file', /found a file; remove it/, ({ workspace }) => writeFileSync(workspace, 'x')],
  ['a pipe', /found a file; remove it/, ({ workspace }) => pipe(workspace)],
  [
    'a folder for sessions that is a link out of the root',
    /outside of the root/,
    ({ sessions, outside }) => symlinkSync(outside, sessions),
  ],
  ['a folder for sessions that is a pipe', /can't make the folder/, ({ sessions }) => pipe(sessions)],
  [
    'a mark of an unfinished workspace that is a pipe',
    COMPLETED,
    ({ sessions }) => {
      mkdirSync(sessions);
      pipe(join(sessions, '.creating'));
    },
  ],
  [
    'a mark of an unfinished workspace that is a link to a file',
    COMPLETED,
    ({ sessions, outside }) => {
      mkdirSync(sessions);
      symlinkSync(join(outside, 'file'), join(sessions, '.creating'));
    },
  ],
  [
    'a mark of an unfinished workspace that is a full folder',
    COMPLETED,
    ({ sessions }) => {
      mkdirSync(join(sessions, '.creating', 'x'), { recursive: true });
    },
  ],
  [
    'a mark, and a workspace that is a link out of the root',
    COMPLETED,
    ({ workspace, sessions, outside }) => {
      mkdirSync(sessions);
      writeFileSync(join(sessions, '.creating'), '');
      symlinkSync(outside, workspace);
    },
  ],
  [
    'settings of git that are a pipe',
    COMPLETED,
    ({ workspace }) => {
      mkdirSync(join(workspace, '.git'), { recursive: true });
      pipe(join(workspace, '.git', 'config'));
    },
  ],
  [
    'settings of git that never end',
    COMPLETED,
    ({ workspace }) => {
      mkdirSync(join(workspace, '.git'), { recursive: true });
      symlinkSync('/dev/zero', join(workspace, '.git', 'config'));
    },
  ],
];

/** What the agent does to its workspace, how its session ends, and what its `after_run`, which would write, says. */
const replaced: readonly (readonly [string, string, RegExp])[] = [
  [
    'by a link out of the root',
    'rm -rf "$VIK_WORKDIR"; ln -s "$NOTES/outside" "$VIK_WORKDIR"',
    /found a symbolic link/,
  ],
  ['by a file', 'rm -rf "$VIK_WORKDIR"; : > "$VIK_WORKDIR"', /found a file/],
  ['by nothing', 'rm -rf "$VIK_WORKDIR"', /is gone/],
  [
    'with the folder above it, by a link',
    'mv "$VIK_WORKDIR" "$NOTES/outside/moved"; ln -s "$NOTES/outside/moved" "$VIK_WORKDIR"',
    /found a symbolic link/,
  ],
];

describe('a workspace', () => {
  let scene: Scene;
  let result: SceneResult;
  const outside = () => scene.path('outside');
  const state = (id: string) => {
    const session = result.record?.sessions.find(({ issue }) => issue === id);
    return session?.reason ?? session?.state ?? 'nothing';
  };

  beforeAll(async () => {
    scene = await openScene();
    mkdirSync(outside());
    writeFileSync(join(outside(), 'file'), 'untouched');
    const home = dirname(dirname(scene.workspace('x')));
    for (const folder of ['issues', 'sessions']) mkdirSync(join(home, folder), { recursive: true });
    for (const [index, [, , plant]] of planted.entries()) {
      const id = `planted-${index}`;
      plant({ workspace: scene.workspace(id), sessions: join(home, 'sessions', id), outside: outside() });
    }
    for (const [index, [, script]] of replaced.entries()) scene.write(`replaced-${index}.sh`, script);
    const ids = [
      ...planted.map((_, index) => `planted-${index}`),
      ...replaced.map((_, index) => `replaced-${index}`),
    ];
    const isUsable = (id: string) =>
      !planted.some(([, ends], at) => `planted-${at}` === id && ends !== COMPLETED);
    const hooks = { before_run: 'touch hook', after_run: 'touch hook-after' };
    const command = [
      'sh',
      '-c',
      'touch agent; cd "$SCRIPTS"; if [ -e "$VIK_ISSUE_ID.sh" ]; then . "./$VIK_ISSUE_ID.sh"; fi',
    ];
    result = await scene.run({
      // whose workspace can't be used has an agent of its own, which the circuit breaker then takes out
      pulls: [ids.map((id) => ({ id, title: 't', state: isUsable(id) ? 'todo' : 'unusable' }))],
      hooks: { after_create: 'touch created' },
      loop: { max_iterations: 1, max_issue_concurrency: 100 },
      stages: {
        plan: { when: { state: 'todo' }, hooks },
        spoilt: { when: { state: 'unusable' }, hooks, agent: 'spoilt' },
      },
      env: { NO_COLOR: '1', SCRIPTS: scene.checkout },
      coder: { command },
      agents: { spoilt: { runtime: 'command', command } },
    });
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  test.each(planted.map(([name, ends], index) => [name, ends, `planted-${index}`] as const))(
    'with %s in its place or beside it',
    (_, ends, id) => {
      expect(state(id)).toMatch(ends);
      const worked = existsSync(join(scene.workspace(id), 'agent'));
      expect(worked && !lstatSync(scene.workspace(id)).isSymbolicLink()).toBe(ends === COMPLETED);
    },
  );

  test.each(replaced.map(([name, , says], index) => [name, says, `replaced-${index}`] as const))(
    'replaced during the session %s is one in which no hook runs',
    (_, says, id) => {
      expect(state(id)).toBe('completed');
      const said = result.lines.filter(
        (line) => line.includes(`${id} plan]`) && /`after_run` failed/.test(line),
      );
      expect(said.join('\n')).toMatch(says);
    },
  );

  test('nothing outside was touched', () => {
    expect(readdirSync(outside()).sort()).toEqual(['file', 'moved']);
    expect(readdirSync(join(outside(), 'moved')).sort()).toEqual(['agent', 'created', 'hook']);
    expect(readFileSync(join(outside(), 'file'), 'utf8')).toBe('untouched');
  });
});

/** What stands in the place of a file of ours when the next run begins, and what that run says of it. */
const homes: readonly (readonly [
  string,
  string,
  (path: string, outside: string) => void,
  RegExp | undefined,
])[] = [
  ['the lock', 'lock', (path) => pipe(path), undefined],
  ['the lock', 'lock', (path) => symlinkSync('/dev/zero', path), undefined],
  ['the lock', 'lock', (path) => mkdirSync(join(path, 'x'), { recursive: true }), undefined],
  [
    'the lock',
    'lock',
    (path) => writeFileSync(path, '{"pid":-1,"process_start":null,"run_url":null,"run_id":"::error::FAKED"}'),
    undefined,
  ],
  [
    'the event log',
    'logs/events.jsonl',
    (path) => pipe(path),
    /the event log can't be written any more: .*(is a pipe|ENXIO)/,
  ],
  [
    'the event log',
    'logs/events.jsonl',
    (path, outside) => symlinkSync(outside, path),
    /the event log can't be written any more: .*ELOOP/,
  ],
  ['the record', 'run.json', (path) => pipe(path), undefined],
  ['the record', 'run.json', (path, outside) => symlinkSync(outside, path), undefined],
  [
    'the record',
    'run.json',
    (path) => mkdirSync(join(path, 'x'), { recursive: true }),
    /the run record could not be written/,
  ],
  [
    'the folder of all workspaces',
    'issues',
    (path, outside) => symlinkSync(dirname(outside), path),
    /outside of the root/,
  ],
];

test.concurrent.each(
  homes.map(([name, file, plant, says], index) => [name, index, file, plant, says] as const),
)(
  'something in the place of %s (%i) does not stop the next run, nor lead it astray',
  async (_, _index, file, plant, says) => {
    await using scene = await openScene();
    const outside = scene.path('outside');
    writeFileSync(outside, 'untouched');
    const path = join(dirname(dirname(scene.workspace('x'))), file);
    mkdirSync(dirname(path), { recursive: true });
    plant(path, outside);
    const result = await scene.run({
      env: { NO_COLOR: '1' },
      pulls: [[{ id: 'A', title: 't', state: 'todo' }], []],
    });
    expect(result.outputs).toMatchObject({ drained: 'true', dispatched: '1' });
    if (says === undefined) expect([result.exitCode, result.attempts]).toEqual([0, ['A plan: completed']]);
    else expect(result.stdout).toMatch(says);
    expect(readFileSync(outside, 'utf8')).toBe('untouched');
    const others = readdirSync(dirname(outside)).filter((note) => !/^pulled-\d+$/.test(note));
    expect(others).toEqual(['outside']);
  },
);

test('an agent that puts a pipe in the place of the lock holds up neither this run nor the next', async () => {
  await using scene = await openScene();
  const lock = join(dirname(dirname(scene.workspace('x'))), 'lock');
  const run = {
    env: { NO_COLOR: '1' },
    pulls: [[{ id: 'A', title: 't', state: 'todo' }], []],
    plays: [{ run: `rm -f ${lock}; mkfifo ${lock}` }],
  };
  expect((await scene.run(run)).outputs.completed).toBe('1');
  expect((await scene.run({ ...run, plays: [{ print: 'x' }] })).exitCode).toBe(0);
});

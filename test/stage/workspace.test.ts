import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  type AfterCreate,
  assertInside,
  createLayout,
  createWorkspaces,
  fileNameOf,
  makeFolder,
} from '../../src/stage/workspace.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const nothing: AfterCreate = async () => {};

function setUp() {
  const root = path.join(aTempFolder(), 'root');
  const layout = createLayout({ path: '/checkout/workflow.yml', workspaceRoot: root });
  return { root, layout, workspace: layout.workspaceOf('12'), workspaces: createWorkspaces(layout) };
}

test('everything of a workflow lies under the root, in a folder named for the file', () => {
  const layout = createLayout({ path: '/checkout/.github/workflow.yml', workspaceRoot: '/r' });
  expect({
    ...layout,
    workspace: layout.workspaceOf('12'),
    transcripts: layout.sessionsOf('12'),
  }).toMatchObject({
    home: '/r/workflows/-checkout-.github-workflow.yml',
    lock: '/r/workflows/-checkout-.github-workflow.yml/lock',
    workspace: '/r/workflows/-checkout-.github-workflow.yml/issues/12',
    transcripts: '/r/workflows/-checkout-.github-workflow.yml/sessions/12',
    events: '/r/workflows/-checkout-.github-workflow.yml/logs/events.jsonl',
    record: '/r/workflows/-checkout-.github-workflow.yml/run.json',
  });
});

test.each([
  ['plan', 'plan'],
  ['../plan it', '.._plan_it'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('the stage %j is %j in a file name', (stage, name) => {
  expect(fileNameOf(stage)).toBe(name);
});

test('a new workspace is made, with its root, for this user only', async () => {
  const { workspaces, workspace } = setUp();
  expect(await workspaces.prepare('12', nothing)).toBe(workspace);
  expect(statSync(workspace).mode & 0o777).toBe(0o700);
  expect(readdirSync(workspace)).toEqual([]);
});

test('`after_create` runs once, in the new workspace', async () => {
  const { workspaces, workspace } = setUp();
  const ran: string[] = [];
  const afterCreate: AfterCreate = async (folder) => void ran.push(folder);
  await workspaces.prepare('12', afterCreate);
  await workspaces.prepare('12', afterCreate);
  expect(ran).toEqual([workspace]);
});

test('stages that ask in the same turn share one preparation, and its failure', async () => {
  const { workspaces } = setUp();
  let runs = 0;
  const fails: AfterCreate = async () => {
    runs += 1;
    throw new Error('no network');
  };
  const both = await Promise.allSettled([workspaces.prepare('12', fails), workspaces.prepare('12', fails)]);
  expect({ runs, reasons: both.map((one) => one.status === 'rejected' && one.reason.message) }).toEqual({
    runs: 1,
    reasons: ['no network', 'no network'],
  });
});

test('a workspace whose `after_create` failed is removed, so that it runs again', async () => {
  const { workspaces, workspace } = setUp();
  const fails: AfterCreate = async (folder) => {
    writeFileSync(path.join(folder, 'half'), '');
    throw new Error('no network');
  };
  await expect(workspaces.prepare('12', fails)).rejects.toThrow('no network');
  expect(existsSync(workspace)).toBe(false);
  let runs = 0;
  await workspaces.prepare('12', async () => void runs++);
  expect(runs).toBe(1);
});

test('a workspace in which an earlier run was killed during `after_create` is made anew', async () => {
  const { layout, workspaces, workspace } = setUp();
  // the earlier run: it never comes back from its hook
  const reached = Promise.withResolvers<void>();
  void createWorkspaces(layout).prepare('12', async (folder) => {
    writeFileSync(path.join(folder, 'half'), '');
    reached.resolve();
    await new Promise(() => {});
  });
  await reached.promise;
  let runs = 0;
  await workspaces.prepare('12', async () => void runs++);
  expect({ runs, left: readdirSync(workspace) }).toEqual({ runs: 1, left: [] });
});

test('a failed workspace that can not be removed is made anew by the next one, never taken for a finished one', async () => {
  const { layout, workspaces, workspace } = setUp();
  const away = `${layout.issues}.away`;
  const fails: AfterCreate = async (folder) => {
    writeFileSync(path.join(folder, 'half'), '');
    renameSync(layout.issues, away);
    writeFileSync(layout.issues, '');
    throw new Error('no network');
  };
  await expect(workspaces.prepare('12', fails)).rejects.toThrow(
    /^no network; then .*12` could not be removed/,
  );

  rmSync(layout.issues);
  renameSync(away, layout.issues);
  let runs = 0;
  await workspaces.prepare('12', async () => void runs++);
  expect({ runs, left: readdirSync(workspace) }).toEqual({ runs: 1, left: [] });
});

test.each([
  [
    'a symbolic link',
    (place: string) => symlinkSync('/', place),
    /expected a folder at `.*12`, found a symbolic link/,
  ],
  ['a link to nowhere', (place: string) => symlinkSync('/nowhere', place), /found a symbolic link/],
  [
    'a file',
    (place: string) => writeFileSync(place, ''),
    /expected a folder at `.*12`, found a file; remove it/,
  ],
])('%s in the place of a workspace is an error that names it, and stays', async (_what, put, message) => {
  const { layout, workspaces, workspace } = setUp();
  mkdirSync(layout.issues, { recursive: true });
  put(workspace);
  await expect(workspaces.prepare('12', nothing)).rejects.toThrow(message);
  expect(readdirSync(layout.issues)).toEqual(['12']);
});

test('a workspace that a link above it leads out of the root is refused, and `after_create` not run', async () => {
  const { layout, workspaces, root } = setUp();
  const outside = aTempFolder();
  mkdirSync(layout.home, { recursive: true });
  symlinkSync(outside, layout.issues);
  const ran: string[] = [];
  await expect(workspaces.prepare('12', async (folder) => void ran.push(folder))).rejects.toThrow(
    `is really at \`${outside}/12\`, outside of the root \`${root}\``,
  );
  expect({ ran, left: readdirSync(outside) }).toEqual({ ran: [], left: [] });
});

test('a link above an unfinished workspace does not let it remove a folder outside of the root', async () => {
  const { layout, workspaces } = setUp();
  const outside = aTempFolder();
  mkdirSync(path.join(outside, '12', 'precious'), { recursive: true });
  mkdirSync(layout.sessionsOf('12'), { recursive: true });
  writeFileSync(path.join(layout.sessionsOf('12'), '.creating'), '');
  symlinkSync(outside, layout.issues);
  await expect(workspaces.prepare('12', nothing)).rejects.toThrow(`remove the link \`${layout.issues}\``);
  expect(readdirSync(path.join(outside, '12'))).toEqual(['precious']);
});

test('nor does a link that `after_create` put there before it failed', async () => {
  const { layout, workspaces } = setUp();
  const outside = aTempFolder();
  mkdirSync(path.join(outside, '12', 'precious'), { recursive: true });
  const fails: AfterCreate = async () => {
    renameSync(layout.issues, `${layout.issues}.away`);
    symlinkSync(outside, layout.issues);
    throw new Error('no network');
  };
  await expect(workspaces.prepare('12', fails)).rejects.toThrow(/^no network; then .* could not be removed/);
  expect(readdirSync(path.join(outside, '12'))).toEqual(['precious']);
});

test('a link in the place of the sessions of an issue is refused before anything is written through it', async () => {
  const { layout, workspaces } = setUp();
  const outside = aTempFolder();
  mkdirSync(layout.sessions, { recursive: true });
  symlinkSync(outside, layout.sessionsOf('12'));
  await expect(workspaces.prepare('12', nothing)).rejects.toThrow('outside of the root');
  expect(readdirSync(outside)).toEqual([]);
});

test('a root that is itself behind a link is fine', async () => {
  const folder = aTempFolder();
  mkdirSync(path.join(folder, 'real'));
  symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
  const layout = createLayout({ path: '/w.yml', workspaceRoot: path.join(folder, 'link') });
  expect(await createWorkspaces(layout).prepare('12', nothing)).toBe(layout.workspaceOf('12'));
});

test('the root may be `/`, and is no workspace itself', async () => {
  await expect(assertInside('/', aTempFolder())).resolves.toBeUndefined();
  await expect(assertInside('/', '/')).rejects.toThrow('outside of the root `/`');
});

test('a workspace that is gone says so', async () => {
  const { root, workspaces, workspace } = setUp();
  await workspaces.prepare('12', nothing);
  rmSync(workspace, { recursive: true });
  await expect(assertInside(root, workspace)).rejects.toThrow(`the workspace \`${workspace}\` is gone`);
});

test.runIf(process.platform === 'linux')(
  'a root below a folder that takes none is an error, and nothing hangs',
  async () => {
    await expect(makeFolder('/proc/vik/workflows')).rejects.toThrow(
      "can't make the folder `/proc/vik/workflows`: ENOENT",
    );
  },
);

test('a file in the place of the sessions folder is an error that names it', async () => {
  const { layout, workspaces } = setUp();
  mkdirSync(layout.home, { recursive: true });
  writeFileSync(layout.sessions, '');
  await expect(workspaces.prepare('12', nothing)).rejects.toThrow(
    `can't make the folder \`${layout.sessionsOf('12')}\``,
  );
});

/**
 * The folders of a run on disk, and the workspace of one issue. The only place that joins workspace path segments, and
 * the one that refuses to work outside the root.
 */
import { lstat, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Workflow } from '../workflow/workflow.ts';

/** Absolute paths of everything that a run keeps on disk. */
export interface Layout {
  readonly root: string;
  /** `<root>/workflows/<key>` */
  readonly home: string;
  readonly lock: string;
  readonly issues: string;
  readonly sessions: string;
  readonly logs: string;
  readonly events: string;
  readonly record: string;
  workspaceOf(issueId: string): string;
  sessionsOf(issueId: string): string;
}

/** Stage names are free text: in file names every character outside `A-Z a-z 0-9 . _ -` becomes `_`. */
export function fileNameOf(stage: string): string {
  return stage.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
}

export function createLayout(workflow: Pick<Workflow, 'path' | 'workspaceRoot'>): Layout {
  const root = workflow.workspaceRoot;
  const home = path.join(root, 'workflows', workflow.path.replaceAll('/', '-'));
  const issues = path.join(home, 'issues');
  const sessions = path.join(home, 'sessions');
  const logs = path.join(home, 'logs');
  return {
    root,
    home,
    lock: path.join(home, 'lock'),
    issues,
    sessions,
    logs,
    events: path.join(logs, 'events.jsonl'),
    record: path.join(home, 'run.json'),
    workspaceOf: (issueId) => path.join(issues, issueId),
    sessionsOf: (issueId) => path.join(sessions, issueId),
  };
}

/** A workspace that can't be used, with what is in its place. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
}

/**
 * Asserts that the folder is a real folder strictly inside the root, symlinks resolved. Called when a workspace is
 * prepared and again right before each process starts in it: an agent may have replaced its folder by a link.
 *
 * @throws WorkspaceError that names what is there instead
 */
export async function assertInside(root: string, workspace: string): Promise<void> {
  const found = await lstat(workspace).catch((error: NodeJS.ErrnoException) => {
    throw new WorkspaceError(
      error.code === 'ENOENT'
        ? `the workspace \`${workspace}\` is gone`
        : `the workspace \`${workspace}\` can't be read: ${error.message}`,
      { cause: error },
    );
  });
  if (found.isSymbolicLink()) {
    throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a symbolic link; remove it`);
  }
  if (!found.isDirectory()) {
    throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a file; remove it`);
  }
  const [realRoot, realWorkspace] = await Promise.all([realpath(root), realpath(workspace)]);
  if (!realWorkspace.startsWith(realRoot + path.sep)) {
    throw new WorkspaceError(
      `the workspace \`${workspace}\` is really at \`${realWorkspace}\`, outside of the root \`${realRoot}\``,
    );
  }
}

/** Runs `after_create` in a new workspace; rejects to say that it failed. */
export type AfterCreate = (workspace: string) => Promise<void>;

export interface Workspaces {
  /**
   * The issue's workspace, made when missing. Stages of one issue that ask at the same time share one preparation. A
   * workspace whose `after_create` failed, or was cut off in an earlier run, is removed, so that it runs again.
   *
   * @throws WorkspaceError, and whatever `afterCreate` rejects with
   */
  prepare(issueId: string, afterCreate: AfterCreate): Promise<string>;
}

export function createWorkspaces(layout: Layout): Workspaces {
  const preparing = new Map<string, Promise<string>>();

  async function prepare(issueId: string, afterCreate: AfterCreate): Promise<string> {
    const workspace = layout.workspaceOf(issueId);
    // outside the workspace, because nothing of ours is ever in one
    const unfinished = path.join(layout.sessionsOf(issueId), '.creating');
    await makeFolder(layout.issues);
    await makeFolder(layout.sessionsOf(issueId));
    if (await exists(unfinished)) await rm(workspace, { recursive: true, force: true });
    if (!(await exists(workspace))) await create(workspace, unfinished, afterCreate);
    await assertInside(layout.root, workspace);
    return workspace;
  }

  async function create(workspace: string, unfinished: string, afterCreate: AfterCreate): Promise<void> {
    await writeFile(unfinished, '', { mode: 0o600 });
    try {
      await makeFolder(workspace);
      await assertInside(layout.root, workspace);
      await afterCreate(workspace);
    } catch (error) {
      await rm(workspace, { recursive: true, force: true });
      throw error;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  return {
    prepare(issueId, afterCreate) {
      const shared = preparing.get(issueId);
      if (shared !== undefined) return shared;
      const mine = prepare(issueId, afterCreate).finally(() => preparing.delete(issueId));
      preparing.set(issueId, mine);
      return mine;
    },
  };
}

/** Makes a folder (0700) with its parents. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new WorkspaceError(
      `can't make the folder \`${folder}\`: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

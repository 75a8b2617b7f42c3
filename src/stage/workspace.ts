/**
 * The folders of a run on disk, and the workspace of one issue. The only place that joins workspace path segments, and
 * the one that refuses to work outside the root.
 */

import { lstatSync, realpathSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import { makeFolders } from '../make-folders.ts';
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
  readonly page: string;
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
    page: path.join(home, 'report.html'),
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
  const found = lookAt(workspace);
  if (found === undefined) throw new WorkspaceError(`the workspace \`${workspace}\` is gone`);
  if (found.isSymbolicLink()) {
    throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a symbolic link; remove it`);
  }
  if (!found.isDirectory()) {
    throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a file; remove it`);
  }
  const [realRoot, realWorkspace] = [realRootOf(root), realpathSync.native(workspace)];
  if (!isInside(realRoot, realWorkspace)) {
    throw new WorkspaceError(
      `the workspace \`${workspace}\` is really at \`${realWorkspace}\`, outside of the root \`${realRoot}\``,
    );
  }
}

/** Strictly, of real paths. The root may be `/`, which ends with its separator already. */
function isInside(root: string, file: string): boolean {
  return file !== root && file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/**
 * Asserts that no link on the way to a path leads out of the root, before anything is made or removed there. What is not
 * there yet can't lead anywhere.
 *
 * @throws WorkspaceError that names where it would really be
 */
function assertWayInside(root: string, file: string): void {
  let folder = path.dirname(file);
  while (folder !== root && !exists(folder)) folder = path.dirname(folder);
  try {
    const [realRoot, real] = [realRootOf(root), realpathSync.native(folder)];
    if (real === realRoot || isInside(realRoot, real)) return;
    throw new WorkspaceError(
      `\`${file}\` is really at \`${path.join(real, path.relative(folder, file))}\`, outside of the root \`${realRoot}\`; remove the link \`${folder}\``,
    );
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    // a link to nowhere, or a root that is not there: what is made or removed there fails and says so
  }
}

const realRoots = new Map<string, string>();

/** Where a root was when it was first asked for: one that an agent replaces by a link is not followed. */
function realRootOf(root: string): string {
  const real = realRoots.get(root) ?? realpathSync.native(root);
  realRoots.set(root, real);
  return real;
}

/** Undefined when there is nothing. */
function lookAt(workspace: string): Stats | undefined {
  try {
    return lstatSync(workspace, { throwIfNoEntry: false });
  } catch (error) {
    throw new WorkspaceError(`the workspace \`${workspace}\` can't be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Runs `after_create` in a new workspace; rejects to say that it failed. */
export type AfterCreate = (workspace: string) => Promise<void>;

export interface Workspaces {
  /**
   * The issue's workspace, made when missing. Stages of one issue that ask at the same time share one preparation. A
   * workspace whose `after_create` failed, or was cut off in an earlier run, is removed, so that it runs again.
   *
   * @param afterCreate undefined: a new workspace is an empty folder
   * @throws WorkspaceError, and whatever `afterCreate` rejects with
   */
  prepare(issueId: string, afterCreate: AfterCreate | undefined): Promise<string>;
}

export function createWorkspaces(layout: Layout): Workspaces {
  const preparing = new Map<string, Promise<string>>();

  async function prepare(issueId: string, afterCreate: AfterCreate | undefined): Promise<string> {
    const workspace = layout.workspaceOf(issueId);
    // outside the workspace, because nothing of ours is ever in one
    const unfinished = path.join(layout.sessionsOf(issueId), '.creating');
    // an agent may have put links above the folders, too
    assertWayInside(layout.root, workspace);
    assertWayInside(layout.root, unfinished);
    await makeFolder(layout.sessionsOf(issueId));
    if (exists(unfinished)) {
      await remove(workspace);
      rmSync(unfinished, { recursive: true, force: true });
    }
    if (!exists(workspace)) {
      // a folder that is empty is never half made, so it needs no mark
      if (afterCreate === undefined) await makeFolder(workspace);
      else await create(workspace, unfinished, afterCreate);
    }
    await assertInside(layout.root, workspace);
    return workspace;
  }

  async function create(workspace: string, unfinished: string, afterCreate: AfterCreate): Promise<void> {
    // never into what somebody put in its place
    writeFileSync(unfinished, '', { mode: 0o600, flag: 'wx' });
    try {
      await makeFolder(workspace);
      await assertInside(layout.root, workspace);
      await afterCreate(workspace);
    } catch (error) {
      await remove(workspace, error);
      await rm(unfinished, { force: true });
      throw error;
    }
    rmSync(unfinished, { force: true });
  }

  /** One that can't be removed keeps its mark, so that nobody works in it as if it were finished. */
  async function remove(workspace: string, reason?: unknown): Promise<void> {
    try {
      assertWayInside(layout.root, workspace);
      await rm(workspace, { recursive: true, force: true });
    } catch (error) {
      const because = reason instanceof Error ? `${reason.message}; then ` : '';
      throw new WorkspaceError(
        `${because}the unfinished workspace \`${workspace}\` could not be removed: ${messageOf(error)}`,
        { cause: error },
      );
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
    makeFolders(folder, 0o700);
  } catch (error) {
    throw new WorkspaceError(`can't make the folder \`${folder}\`: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // a path through a file: whatever is wrong there is said when it is used
    return false;
  }
}

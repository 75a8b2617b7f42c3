/** What a stage run says of a session that completed, with git and the tracker answering as told. */
import { describe, expect, test } from 'vitest';
import {
  type CompletedSession,
  checkExpectations,
  type ExpectationsRun,
  readStartingPoint,
} from '../../src/stage/expectations.ts';
import { type Git, GitError } from '../../src/stage/git-state.ts';
import type { Happened, IssueWatch } from '../../src/tracker/tracker.ts';
import type { Expectation } from '../../src/workflow/workflow.ts';
import { anIssue } from '../support/builders.ts';
import { noAbort } from '../support/github/play.ts';

const MET: Happened = { kind: 'met' };
const SILENT: CompletedSession = { lastMessage: 'I am done.', permissionDenials: 0 };

interface Scene {
  readonly expect: readonly Expectation[];
  readonly session?: Partial<CompletedSession>;
  readonly watch?: IssueWatch['check'];
  readonly kind?: 'github' | 'command';
  /** What `git status` answers; undefined: there is no repository. */
  readonly status?: string;
  readonly repositoryGoes?: boolean;
}

/** Git with one commit, which nothing follows. */
function aGit({ status, repositoryGoes }: Scene): Git {
  let looks = 0;
  return {
    keep: async () => '/kept',
    async run([command = '']) {
      const answer = (text: string, code = 0, stderr = '') => ({ code, text, stderr });
      if (command === 'show-ref') looks += 1;
      const isThere = status !== undefined && !(repositoryGoes === true && looks > 1);
      if (!isThere) return answer('', 128, 'fatal: not a git repository');
      if (command === 'show-ref')
        return answer(`${'a'.repeat(40)} HEAD\n${'a'.repeat(40)} refs/heads/main\n`);
      if (command === 'symbolic-ref') return answer('main\n');
      return answer(command === 'status' ? status : '');
    },
  };
}

async function verdictOf(scene: Scene) {
  const check = scene.watch ?? (async (what) => ({ kind: 'unmet', detail: `no ${what}` }));
  const run: ExpectationsRun = {
    issue: anIssue({ id: '1' }),
    stage: { name: 'plan', expect: scene.expect },
    tracker: { kind: scene.kind ?? 'github', watch: async () => ({ check }) },
    git: aGit(scene),
    writeEvent: () => {},
  };
  const start = await readStartingPoint(run, noAbort());
  if (start.kind === 'failed') return start.verdict;
  return checkExpectations(run, start.point, { ...SILENT, ...scene.session }, noAbort());
}

const failed = (reason: string) => ({ state: 'failed', class: 'agent', reason });

describe('a session that completed', () => {
  test('without expectations is completed', async () => {
    expect(await verdictOf({ expect: [] })).toEqual({ state: 'completed' });
  });

  test.each<readonly [string, Scene, string]>([
    [
      'nothing of what happens',
      { expect: [{ kind: 'state_changed' }, { kind: 'comment' }] },
      'nothing happened: no state_changed, no comment',
    ],
    [
      'nothing, and tools were denied',
      { expect: [{ kind: 'comment' }], session: { permissionDenials: 2 } },
      'nothing happened: no comment; the agent was denied permission 2 times: look at the `args` of its profile',
    ],
    [
      'nothing, and a tool was denied',
      { expect: [{ kind: 'comment' }], session: { permissionDenials: 1 } },
      'nothing happened: no comment; the agent was denied permission once: look at the `args` of its profile',
    ],
    [
      'a part, and tools were denied',
      {
        expect: [{ kind: 'comment' }, { kind: 'output', pattern: 'done' }],
        session: { permissionDenials: 2 },
      },
      'not what the stage expects: no comment',
    ],
    ['no commit', { expect: [{ kind: 'commits' }], status: '' }, 'nothing happened: no commit was added'],
    [
      'no commit without a repository',
      { expect: [{ kind: 'commits' }] },
      'nothing happened: no commit was added (the workspace is no git repository)',
    ],
    [
      'no clean worktree',
      { expect: [{ kind: 'clean_worktree' }], status: ' M a\n?? b\n?? c\n?? d\n' },
      'not what the stage expects: the worktree is not clean (4 changes: `M a`, `?? b`, `?? c`, ...)',
    ],
    [
      'no repository any more',
      { expect: [{ kind: 'clean_worktree' }], status: '', repositoryGoes: true },
      'not what the stage expects: the git repository of the workspace is gone',
    ],
    [
      'another last message',
      { expect: [{ kind: 'output', pattern: '^ok$' }] },
      'not what the stage expects: the last message does not match `^ok$`',
    ],
    [
      'no last message',
      { expect: [{ kind: 'output', pattern: '.' }], session: { lastMessage: undefined } },
      'not what the stage expects: there was no last message',
    ],
  ])('with %s is failed', async (_what, scene, reason) => {
    expect(await verdictOf(scene)).toEqual(failed(`completed, but ${reason}`));
  });

  test('with everything is completed, whatever was denied', async () => {
    const expectations: Expectation[] = [
      { kind: 'state_changed' },
      { kind: 'pull_request' },
      { kind: 'clean_worktree' },
      { kind: 'output', pattern: 'done' },
    ];
    const scene = {
      expect: expectations,
      watch: async () => MET,
      status: '',
      session: { permissionDenials: 3 },
    };
    expect(await verdictOf(scene)).toEqual({ state: 'completed' });
  });
});

describe('what can not be checked is never completed', () => {
  const unable = 'completed, but it can not be checked whether what the stage expects happened';
  test.each<readonly [string, Scene, string, string]>([
    [
      'GitHub does not answer',
      { expect: [{ kind: 'comment' }], watch: () => Promise.reject(new Error('502')) },
      'github',
      `${unable}: \`comment\`: 502`,
    ],
    [
      'the pull command fails',
      {
        expect: [{ kind: 'state_changed' }],
        kind: 'command',
        watch: () => Promise.reject(new Error('exited with 1')),
      },
      'setup',
      `${unable}: \`state_changed\`: exited with 1`,
    ],
    [
      'there never was a repository',
      { expect: [{ kind: 'clean_worktree' }] },
      'setup',
      `${unable}: \`clean_worktree\`: the workspace is no git repository`,
    ],
    [
      'the regular expression takes for ever',
      { expect: [{ kind: 'output', pattern: '^(a+)+$' }], session: { lastMessage: `${'a'.repeat(60)}!` } },
      'setup',
      `${unable}: \`output\`: the regular expression \`^(a+)+$\` takes longer than 0.5 s on the last message: write it without repetitions inside repetitions`,
    ],
  ])('%s', async (_what, scene, failureClass, reason) => {
    expect(await verdictOf(scene)).toEqual({ state: 'failed', class: failureClass, reason });
  });

  test('a starting point that can not be read starts nothing', async () => {
    const started = await readStartingPoint(
      {
        issue: anIssue({ id: '1' }),
        stage: { name: 'plan', expect: [{ kind: 'commits' }] },
        tracker: { kind: 'github', watch: () => Promise.reject(new Error('not asked')) },
        git: { keep: async () => '', run: () => Promise.reject(new GitError('`git` was not found')) },
        writeEvent: () => {},
      },
      noAbort(),
    );
    expect(started).toEqual({
      kind: 'failed',
      verdict: {
        state: 'failed',
        class: 'setup',
        reason: 'what the stage expects can not be checked, so nothing was started: git: `git` was not found',
      },
    });
  });

  test('a run that is cancelled meanwhile is cancelled', async () => {
    const shutdown = new AbortController();
    const run: ExpectationsRun = {
      issue: anIssue({ id: '1' }),
      stage: { name: 'plan', expect: [{ kind: 'comment' }] },
      tracker: {
        kind: 'github',
        watch: async () => ({
          async check(_what, _work, signal) {
            shutdown.abort();
            signal.throwIfAborted();
            return MET;
          },
        }),
      },
      git: aGit({ expect: [] }),
      writeEvent: () => {},
    };
    const start = await readStartingPoint(run, noAbort());
    if (start.kind === 'failed') throw new Error('did not start');
    expect(await checkExpectations(run, start.point, SILENT, shutdown.signal)).toEqual({
      state: 'cancelled',
      class: 'cancelled',
      reason: 'the run was cancelled before it was checked what the stage expects',
    });
  });
});

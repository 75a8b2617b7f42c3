/** The bundled Action with `report: { comment: true }`: one comment on each issue that it works. */
import { describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';
import { openScene, type Scene, type SceneRun } from '../support/scenario.ts';

const MARKER = /^<!-- vik:[0-9a-f]{16} -->\n/;
/** Not `expect.poll`, which needs to know in which test of those side by side it is. */
const WAIT = { timeout: 30_000, interval: 50 };
const POSTED = /\/issues\/1\/comments$/;

const moves: JsonObject = { on_success: { state: 'done' }, on_failure: { state: 'failed' } };
const plan: JsonObject = { when: { state: 'todo' }, ...moves };

const run = (scene: Scene, more: SceneRun = {}) =>
  scene.run({ stages: { plan }, report: { comment: true }, ...more });

/** The rows of the comment's table, without when and how long. */
function rows(issue: PlayedIssue, at = 0): string[] {
  const lines = issue.comments[at]?.body.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC \| [^|]+/, '… '));
}

describe.concurrent('on the issue', () => {
  test('a comment says that the work began, and how it ended; the next job edits it', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    let atStart: string | undefined;
    const first = await run(scene, {
      plays: [{ waitFor: scene.path('seen') }, { print: 'a plan for @alice' }],
      onLine: async (line) => {
        if (!line.includes('started with')) return;
        await vi.waitUntil(() => issue.comments.length === 1, WAIT);
        atStart = issue.comments[0]?.body;
        scene.note('seen');
      },
    });
    expect([first.exitCode, first.outputs.drained]).toEqual([0, 'true']);
    expect(atStart).toMatch(MARKER);
    expect(atStart).toMatch(
      /\*\*Vik\*\* is working on this issue\.[\s\S]*\| `plan` \| `coder` \| running \|/,
    );
    expect(rows(issue)).toEqual(['| `plan` | `coder` | completed | … | unknown | unknown |']);
    expect(issue.comments[0]?.body).toContain('- `plan` said last: a plan for `@alice`');
    expect(issue.comments[0]?.body).toContain('(https://github.com/octo/repo/actions/runs/4711)');

    issue.removeLabel('done').addLabel('todo', { by: 'alice' });
    await run(scene, { plays: [{ exit: 3 }] });
    expect(issue.comments).toHaveLength(1);
    expect(rows(issue)).toEqual(['| `plan` | `coder` | **failed** (agent) | … | unknown | unknown |']);
    expect(scene.github.requestsTo('POST', POSTED)).toHaveLength(1);
  });

  test('without the key there is none', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    await run(scene, { report: {} });
    expect(issue.comments).toEqual([]);
  });

  test('two stages at once are in one comment, and what comes after in the same', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    const result = await run(scene, {
      stages: {
        plan: { when: { state: 'todo' }, on_success: { state: 'work' }, on_failure: { add_labels: ['x'] } },
        test: { when: { state: 'todo' } },
        work: { when: { state: 'work' }, ...moves },
      },
    });
    expect(result.attempts).toHaveLength(3);
    expect(issue.comments).toHaveLength(1);
    expect(rows(issue)).toEqual(
      ['plan', 'test', 'work'].map(
        (name) => `| \`${name}\` | \`coder\` | completed | … | unknown | unknown |`,
      ),
    );
  });

  test('a creation whose answer is lost is found again: one comment', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    scene.github.fault({ method: 'POST', path: POSTED, respond: { kind: 'reset-mid-body' } });
    const result = await run(scene);
    expect([result.exitCode, issue.comments.length]).toEqual([0, 1]);
    expect(rows(issue)).toEqual(['| `plan` | `coder` | completed | … | unknown | unknown |']);
    expect(result.lines.filter((line) => line.startsWith('::warning'))).toEqual([]);
  });

  test('an issue that was not moved is asked about again, not started again, after our comment; the run drains', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    scene.issue(['slow']);
    const asked = (): number =>
      scene.github
        .requestsTo('POST', /graphql/)
        .filter(({ body }) => body.includes('query admission') && body.includes('"number":1')).length;
    const result = await run(scene, {
      stages: { plan: { when: { state: 'todo' } }, wait: { when: { state: 'slow' }, agent: 'waiter' } },
      agents: {
        waiter: {
          runtime: 'command',
          command: ['sh', '-c', 'while [ ! -e "$NOTES/go" ]; do sleep 0.1; done'],
        },
      },
      onLine: async (line) => {
        if (!/^\[#1 plan\] +completed/.test(line)) return;
        await vi.waitUntil(() => rows(issue).join().includes('completed'), WAIT);
        const before = asked();
        await vi.waitUntil(() => asked() > before, WAIT);
        scene.note('go');
      },
    });
    expect([...result.attempts].sort()).toEqual(['#1 plan: completed', '#2 wait: completed']);
    expect([result.outputs.drained, result.outputs.reason]).toEqual(['true', 'drained']);
    expect(issue.comments).toHaveLength(1);
    // before its start, and once for each of our writings
    expect(asked()).toBeLessThanOrEqual(3);
  });

  test('it is no comment that a stage expects', async () => {
    await using scene = await openScene();
    scene.issue(['todo']);
    const result = await run(scene, { stages: { plan: { ...plan, expect: ['comment'] } } });
    expect(result.attempts).toEqual([
      '#1 plan: failed (agent): completed, but nothing happened: no comment was added',
    ]);
  });

  test('a refused comment changes nothing but one warning', async () => {
    await using scene = await openScene();
    for (let id = 1; id <= 3; id += 1) scene.issue(['todo']);
    scene.github.fault({
      method: 'POST',
      path: /\/comments$/,
      times: Number.POSITIVE_INFINITY,
      respond: { kind: 'answer', status: 403, body: { message: 'Resource not accessible by integration' } },
    });
    const result = await run(scene);
    expect([result.exitCode, result.outputs.completed]).toEqual([0, '3']);
    expect(result.lines.filter((line) => line.startsWith('::warning'))).toEqual([
      expect.stringMatching(
        /^::warning title=comment not written::the comment on #\d could not be written: .*403 .*; the run is not changed by it$/,
      ),
    ]);
  });

  test('in a shutdown the comment says so, within the runner’s short clock', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    let signalledAt = 0;
    const result = await run(scene, {
      plays: [{ json: { kind: 'tool_call', name: 'shell', phase: 'request' } }, { hang: true }],
      onLine: async (line, pid) => {
        if (!line.includes('shell')) return;
        await vi.waitUntil(() => issue.comments.length === 1, WAIT);
        signalledAt = performance.now();
        process.kill(pid, 'SIGINT');
      },
    });
    expect(performance.now() - signalledAt).toBeLessThan(7000);
    expect(result.outputs.reason).toBe('cancelled');
    expect(rows(issue)).toEqual(['| `plan` | `coder` | cancelled | … | unknown | unknown |']);
  });

  test('with a command intake the file is refused', async () => {
    await using scene = await openScene();
    const result = await run(scene, { pulls: [[]], stages: { plan: { when: { state: 'todo' } } } });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/::error .*`report\.comment` needs `issues\.github`.*\[no_comments\]/);
  });
});

test('secrets do not get into a comment', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  await run(scene, {
    env: { MY_SECRET_KEY: 'sesame-open-1234' },
    plays: [{ print: 'the key is sesame-open-1234' }],
  });
  expect(issue.comments[0]?.body).toContain('the key is \\*\\*\\*');
});

/** Issues from the repository's own command, and one run at a time on one disk. */
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

test.concurrent('aliases, numbers and null are taken; what breaks the rules is left out with a warning', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [
      [
        { identifier: 'A-1', title: 'by other names', desc: 'text', status: 'todo', priority: 3 },
        { id: 7, title: '', description: null, state: 'todo' },
        { id: 'A-1', title: 'again', state: 'todo' },
        { id: '../evil', title: 'a path', state: 'todo' },
        { title: 'no id', state: 'todo' },
        'a text',
      ],
      [],
    ],
    stages: {
      plan: {
        when: { state: 'todo' },
        prompt: '{{ issue.id }} {{ issue.description }}|{{ issue.priority|default(0) }}',
      },
    },
    plays: { 'A-1': [{ savePrompt: scene.path('a') }], '7': [{ savePrompt: scene.path('b') }] },
  });
  expect([result.exitCode, [...result.attempts].sort()]).toEqual([
    0,
    ['#7 plan: completed', 'A-1 plan: completed'],
  ]);
  expect([scene.read('a'), scene.read('b')]).toEqual(['A-1 text|3', '7 |0']);
  expect(result.lines.filter((line) => line.startsWith('::warning title=issue left out'))).toEqual([
    expect.stringContaining('item 3 of the pull (id "A-1") is left out: an earlier item has the same id'),
    expect.stringContaining(
      'item 4 of the pull (id "../evil") is left out: its `id` must be 1 to 128 characters',
    ),
    expect.stringContaining('item 5 of the pull (title "no id") is left out: `id` is missing'),
    expect.stringContaining('item 6 of the pull is left out: it is a string, not an object'),
  ]);
});

test.concurrent('a pull that exits with an error, hangs or prints no JSON has failed, each with its reason', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [{ sh: 'echo "no route to tracker" >&2; exit 3' }, { sh: 'sleep 100' }, '{"not": "closed"'],
    pull: { timeout_sec: 1 },
  });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'intake-failed']);
  const errors = result.lines.filter((line) => line.startsWith('::error title=pull failed'));
  expect(errors).toEqual([
    expect.stringMatching(/1 of 3 in a row\): the pull command exited with 3.*no route to tracker/),
    expect.stringContaining('2 of 3 in a row): the pull command did not end within 1 second'),
    expect.stringContaining('3 of 3 in a row): the pull command did not print JSON'),
  ]);
});

test.concurrent('a pull that prints an object or broken UTF-8 has failed, and a good one goes on', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [{ sh: `printf '["\\377"]'` }, '{}', [{ id: 'A', title: 'x', state: 'todo' }], []],
  });
  expect([result.exitCode, result.attempts]).toEqual([0, ['A plan: completed']]);
  expect(result.stdout).toContain('the pull command printed bytes that are not UTF-8');
  expect(result.stdout).toContain('the pull command printed a JSON object');
  expect(result.summary).toMatch(/^## Vik: 2 pulls failed; 1 stage run completed/);
});

test.concurrent('a command intake asks GitHub nothing', async () => {
  await using scene = await openScene();
  await scene.run({ pulls: [[{ id: 'A', title: 'x', state: 'todo' }], []] });
  expect(scene.github.requests).toEqual([]);
});

test.concurrent('a second run on the same disk stops and names the first', async () => {
  await using scene = await openScene();
  const run = {
    pulls: [[{ id: 'A', title: 'x', state: 'todo' }]],
    plays: [{ write: { path: scene.path('started'), text: '' } }, { waitFor: scene.path('go') }],
  };
  const first = scene.run(run);
  await scene.noted('started');
  const second = await scene.run({ ...run, mayLeaveProcesses: true });
  scene.note('go');
  expect([second.exitCode, second.outputs.reason, second.outputs.dispatched]).toEqual([1, 'locked', '0']);
  expect(second.stdout).toContain('https://github.com/octo/repo/actions/runs/4711');
  expect((await first).attempts).toEqual(['A plan: completed']);
});

test.concurrent('the lock of a killed run is taken over, and what it left unfinished is named', async () => {
  await using scene = await openScene();
  const killed = await scene.run({
    pulls: [[{ id: 'A', title: 'x', state: 'todo' }]],
    plays: [{ json: { kind: 'tool_call', name: 'shell', phase: 'request' } }, { waitFor: scene.path('go') }],
    onLine: (line, pid) => line.includes('shell') && process.kill(pid, 'SIGKILL'),
    mayLeaveProcesses: true,
  });
  scene.note('go');
  expect(killed.signal).toBe('SIGKILL');
  await scene.processesEnded();
  const next = await scene.run({ pulls: [[]] });
  expect([next.exitCode, next.outputs.reason]).toEqual([0, 'drained']);
  expect(next.stdout).toContain('was killed; it left unfinished: A plan');
});

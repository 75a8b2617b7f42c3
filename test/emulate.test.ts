/**
 * A smoke run against a GitHub that others wrote (`emulate`), so that our own played one is not the only witness. It has no
 * GraphQL and answers permissions with other words: trust is turned off.
 */
import { createEmulator } from 'emulate';
import { expect, test } from 'vitest';
import { createGithubClient } from '../src/github/client.ts';
import { createGithubTracker } from '../src/tracker/github-tracker.ts';
import { aStage, createMemoryLog } from './support/builders.ts';
import { noAbort } from './support/github/play.ts';

test('list, admit, move and admit again, as against GitHub', async () => {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { emulated: { login: 'octocat', scopes: ['repo'] } },
      github: { users: [{ login: 'octocat' }], repos: [{ owner: 'octocat', name: 'hello' }] },
    },
  });
  await using _ = { [Symbol.asyncDispose]: () => emulator.close() };
  const client = createGithubClient({
    token: 'emulated',
    apiUrl: emulator.url,
    graphqlUrl: `${emulator.url}/graphql`,
    log: createMemoryLog(),
    throttle: false,
  });
  const at = { owner: 'octocat', repo: 'hello' };
  const signal = noAbort();
  const create = (title: string, labels: readonly string[]) =>
    client.request('POST /repos/{owner}/{repo}/issues', { ...at, title, labels }, { signal });
  for (let count = 1; count <= 120; count += 1)
    await create(`issue ${count}`, [count % 2 === 0 ? 'todo' : 'bug']);

  const tracker = createGithubTracker({
    client,
    repository: at,
    intake: {
      kind: 'github',
      labels: [],
      excludeLabels: [],
      statePrefix: '',
      sort: 'created-asc',
      limit: 1000,
      idleMs: 1000,
      trust: { labelers: 'any', bots: [], authors: 'any', edits: 'allow' },
      sanitize: true,
    },
    stages: [aStage(), aStage({ name: 'implement', state: 'work' })],
    eventIssue: 120,
    log: createMemoryLog(),
  });

  const before = await tracker.pull(signal);
  expect([before.issues.length, before.issues[0]?.id, before.issues[1]?.id]).toEqual([60, '120', '2']);
  const [, issue] = before.issues;
  if (issue === undefined) throw new Error('nothing was listed');
  expect(await tracker.admit(issue, signal)).toMatchObject({ kind: 'admitted', issue: { title: 'issue 2' } });

  const to = { state: 'work', addLabels: ['ai'], removeLabels: [] };
  expect(await tracker.transition({ issue, from: ['todo'], to }, { urgent: false }, signal)).toEqual({
    kind: 'written',
    changes: { added: ['ai'], removed: [] },
  });
  expect(await tracker.admit(issue, signal)).toMatchObject({ kind: 'refused', reason: 'changed' });
  const after = await tracker.pull(signal);
  expect(after.issues.find(({ id }) => id === '2')).toMatchObject({
    state: 'work',
    extra: { labels: ['work', 'ai'] },
  });
});

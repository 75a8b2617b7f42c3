/** Who gets which secret, and that none is written anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const secret = 'correct-horse-battery-staple';
const jobSecrets = {
  MY_API_KEY: secret,
  ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://id-token.example',
  ACTIONS_CACHE_URL: 'https://cache.example',
  NODE_OPTIONS: '--no-deprecation',
};

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

test.concurrent('hooks and the pull command get the token and secrets; agents get neither; INPUT_ and ACTIONS_ reach nobody', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    env: jobSecrets,
    pulls: [{ sh: `env > "$NOTES/pull-env"; printf '[{"id":"A","title":"x","state":"todo"}]'` }, []],
    stages: { plan: { when: { state: 'todo' }, hooks: { before_run: 'env > "$NOTES/hook-env"' } } },
    plays: [{ run: 'env > "$NOTES/agent-env"' }],
  });
  expect(result.attempts).toEqual(['A plan: completed']);
  const asked =
    /^(GH_TOKEN|MY_API_KEY|INPUT_.*|ACTIONS_.*|NODE_OPTIONS|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))=/;
  const names = (note: string) =>
    scene
      .read(note)
      .split('\n')
      .flatMap((line) => asked.exec(line)?.[1] ?? [])
      .sort();
  expect([names('pull-env'), names('hook-env'), names('agent-env')]).toEqual([
    ['GH_TOKEN', 'MY_API_KEY'],
    ['GH_TOKEN', 'MY_API_KEY'],
    [],
  ]);
  expect(scene.read('agent-env')).toContain('GH_REPO=octo/repo');
});

test.concurrent('an agent gets the token with `github_token`, and a secret that its `env` names', async () => {
  await using scene = await openScene();
  await scene.run({
    env: jobSecrets,
    coder: { github_token: true, env: ['MY_API_KEY'] },
    pulls: [[{ id: 'A', title: 'x', state: 'todo' }], []],
    plays: [{ run: 'echo "$GH_TOKEN $MY_API_KEY" > "$NOTES/agent"' }],
  });
  expect(scene.read('agent')).toBe(`${scene.github.token} ${secret}\n`);
});

test.concurrent('a secret that an agent or a hook prints is `***` in every file and every line', async () => {
  await using scene = await openScene({ token: 'ghs_aTokenOfTheJob0123456789' });
  const said = `it is ${secret}, or ${Buffer.from(secret).toString('base64')}, or ${scene.github.token}`;
  const result = await scene.run({
    env: jobSecrets,
    stages: {
      plan: {
        when: { state: 'todo' },
        prompt: 'The key: !`exec(echo "$MY_API_KEY")`',
        hooks: { after_run: 'echo "$MY_API_KEY $GH_TOKEN" >&2; exit 1' },
      },
    },
    pulls: [
      { sh: `printf '[{"id":"A","title":"%s","state":"todo"}]' "$MY_API_KEY"` },
      { sh: 'echo "$MY_API_KEY" >&2; exit 1' },
    ],
    plays: [
      { print: said },
      {
        json: { kind: 'tool_call', call_id: '1', name: 'shell', phase: 'request', input: { command: said } },
      },
      { stderr: `${said}\n` },
      { json: { kind: 'error', detail: said } },
    ],
  });
  expect(result.attempts).toEqual(['A plan: failed (agent): it is ***, or ***, or ***']);
  const written = [...filesUnder(scene.vikHome), ...filesUnder(result.runnerTemp)].map((file) =>
    readFileSync(file, 'utf8'),
  );
  expect(written.length).toBeGreaterThan(4);
  const log = result.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
  for (const text of [...written, log, result.stderr, result.summary]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    expect(text).not.toContain(scene.github.token);
  }
});

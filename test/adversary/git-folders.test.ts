/** A folder that an agent wrote, and the git of a hook that has the token. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';

const token = 'ghs_aTokenThatOnlyHooksGet00000';

interface Plant {
  readonly id: string;
  /** What the agent leaves in the repository that is its workspace. `run` is a command that tells that it ran. */
  readonly leaves: (run: string, server: string) => string;
  /** What the hook does then, as the repository's own program would. */
  readonly hook: string;
}

const commitAndPush = 'git add -A; git commit -qm work; git push -q origin HEAD:refs/heads/work';
const program = (path: string, run: string) => `printf '#!/bin/sh\\n${run}\\n' > ${path}; chmod +x ${path}`;

const plants: readonly Plant[] = [
  ...[
    'pre-commit',
    'commit-msg',
    'prepare-commit-msg',
    'post-commit',
    'pre-push',
    'post-index-change',
    'reference-transaction',
  ].map(
    (hook): Plant => ({
      id: `hook-${hook}`,
      leaves: (run) => program(`.git/hooks/${hook}`, run),
      hook: commitAndPush,
    }),
  ),
  {
    id: 'post-checkout',
    leaves: (run) => program('.git/hooks/post-checkout', run),
    hook: 'git checkout -q -b other',
  },
  {
    id: 'hooks-path',
    leaves: (run) => `mkdir h; ${program('h/pre-commit', run)}; git config core.hooksPath "$PWD/h"`,
    hook: commitAndPush,
  },
  {
    id: 'hooks-include',
    leaves: (run) =>
      `mkdir h; ${program('h/pre-commit', run)}; printf '[core]\\n hooksPath = %s/h\\n' "$PWD" > .git/more; git config include.path more`,
    hook: commitAndPush,
  },
  {
    id: 'hooks-worktree',
    leaves: (run) =>
      `mkdir h; ${program('h/pre-commit', run)}; git config extensions.worktreeConfig true; git config --worktree core.hooksPath "$PWD/h"`,
    hook: commitAndPush,
  },
  { id: 'fsmonitor', leaves: (run) => `git config core.fsmonitor '${run}'`, hook: 'git status; git add -A' },
  {
    id: 'ssh-command',
    leaves: (run) => `git config core.sshCommand '${run}'; git remote set-url origin ssh://127.0.0.1:9/x`,
    hook: 'git push -q origin HEAD',
  },
  {
    id: 'ext',
    leaves: (run) =>
      `git config protocol.ext.allow always; git config protocol.allow always; ${program('evil', run)}; git remote set-url origin "ext::$PWD/evil"`,
    hook: 'git push -q origin HEAD; git fetch -q',
  },
  {
    id: 'git-proxy',
    leaves: (run) =>
      `${program('evil', run)}; git config core.gitProxy "$PWD/evil"; git remote set-url origin git://127.0.0.1:9/x`,
    hook: 'git push -q origin HEAD; git fetch -q',
  },
  {
    id: 'alias',
    leaves: (run) => `for name in push commit status add; do git config "alias.$name" '!${run}'; done`,
    hook: `${commitAndPush}; git status`,
  },
  {
    id: 'pager',
    leaves: (run) =>
      `git config core.pager '${run}'; git config pager.log '${run}'; git config pager.status '${run}'`,
    hook: 'git log; git status; git diff',
  },
  {
    id: 'editor',
    leaves: (run) =>
      `git config core.editor '${run}'; git config sequence.editor '${run}'; git commit -q --allow-empty -m x`,
    hook: 'git commit -q --amend --allow-empty; git rebase -q -i HEAD~1; git revert HEAD',
  },
  {
    id: 'gpg',
    leaves: (run) =>
      `${program('sign', run)}; git config commit.gpgSign true; git config gpg.program "$PWD/sign"; git config user.signingKey x`,
    hook: commitAndPush,
  },
  {
    id: 'gpg-openpgp',
    leaves: (run) =>
      `${program('sign', run)}; git config commit.gpgSign true; git config gpg.openpgp.program "$PWD/sign"; git config user.signingKey x`,
    hook: commitAndPush,
  },
  {
    id: 'gpg-ssh',
    leaves: (run) =>
      `${program('sign', run)}; git config commit.gpgSign true; git config gpg.format ssh; git config gpg.ssh.program "$PWD/sign"; git config user.signingKey x`,
    hook: commitAndPush,
  },
  {
    id: 'gpg-ssh-key',
    leaves: (run) =>
      `git config commit.gpgSign true; git config gpg.format ssh; ${program('evil', run)}; git config gpg.ssh.defaultKeyCommand "$PWD/evil"`,
    hook: commitAndPush,
  },
  {
    id: 'credential-helper',
    leaves: (run, server) =>
      `git config credential.helper '!${run}; cat'; git remote set-url origin ${server}/x`,
    hook: 'git push -q origin HEAD',
  },
  {
    id: 'credential-helper-url',
    leaves: (run, server) =>
      `git config credential.${server}.helper '!${run}; cat'; git config credential.https://github.com/octo.helper '!${run}; cat'; git remote set-url origin ${server}/x`,
    hook: 'git push -q origin HEAD; printf "protocol=https\\nhost=github.com\\npath=octo/repo\\n\\n" | git credential fill',
  },
  {
    id: 'ask-pass',
    leaves: (run, server) =>
      `${program('ask', run)}; git config core.askPass "$PWD/ask"; git remote set-url origin ${server}/x`,
    hook: 'git push -q origin HEAD',
  },
  {
    id: 'instead-of',
    leaves: (_, server) =>
      `git config url.${server}/.insteadOf https://github.com/; git remote set-url origin https://github.com/octo/repo`,
    hook: 'git push -q origin HEAD; git fetch -q',
  },
  {
    id: 'push-instead-of',
    leaves: (_, server) =>
      `git config url.${server}/.pushInsteadOf https://github.com/; git remote set-url origin https://github.com/octo/repo; git config remote.origin.pushurl ${server}/y`,
    hook: 'git push -q origin HEAD',
  },
  {
    id: 'submodule',
    leaves: (run) =>
      `${program('evil', run)}; git config protocol.allow always; git config -f .gitmodules submodule.x.path x; git config -f .gitmodules submodule.x.url "ext::$PWD/evil"; git config submodule.x.url "ext::$PWD/evil"; git add -A; git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),x"`,
    hook: 'git submodule update --init --recursive; git fetch --recurse-submodules -q',
  },
  {
    id: 'alternates',
    leaves: (run) =>
      `git clone -q --bare . "$NOTES/alternate"; echo "$NOTES/alternate/objects" > .git/objects/info/alternates; ${program('evil', run)}; git config core.alternateRefsCommand "$PWD/evil"`,
    hook: 'git fetch -q "$NOTES/alternate" HEAD',
  },
  {
    id: 'template',
    leaves: (run) =>
      `mkdir "$NOTES/template"; git config -f "$NOTES/template/config" filter.template.clean '${run}; cat'; git config --global init.templateDir "$NOTES/template"; echo '* filter=template' > .gitattributes; git add -A; git commit -q -m x`,
    hook: 'git clone -q . "$NOTES/cloned"; cd "$NOTES/cloned"; echo more > more; git add -A; git commit -q -m more',
  },
  {
    // A pack shows that git cleaned up. Since 2.42 it would have run the program then.
    id: 'garbage',
    leaves: (run) =>
      `${program('evil', run)}; for id in $(seq 300); do echo x$id | git hash-object -w --stdin > /dev/null; done; git config gc.auto 1; git config gc.autoDetach false; git config gc.recentObjectsHook "$PWD/evil"`,
    hook: 'git add -A; git commit -qm work; ls .git/objects/pack | grep -q . && touch "$NOTES/ran-$VIK_ISSUE_ID"',
  },
  {
    id: 'git-file',
    leaves: (run) =>
      `mv .git "$NOTES/elsewhere-$VIK_ISSUE_ID"; echo "gitdir: $NOTES/elsewhere-$VIK_ISSUE_ID" > .git; ${program('"$NOTES/elsewhere-$VIK_ISSUE_ID/hooks/pre-commit"', run)}`,
    hook: commitAndPush,
  },
  {
    // The way that docs/security.md gives for a hook that pushes: what lies in the folder is fetched as data.
    id: 'fresh-clone',
    leaves: (run, server) =>
      `git config filter.x.clean '${run}; cat'; git config filter.x.smudge '${run}; cat'; git config filter.x.process '${run}'; echo '* filter=x diff=x merge=x' > .gitattributes; mkdir -p .git/info; cp .gitattributes .git/info/attributes; git config diff.external '${run}'; git config diff.x.textconv '${run}'; git config merge.x.driver '${run}'; git config remote.origin.receivepack '${run}'; git config remote.origin.uploadpack '${run}'; git config uploadpack.packObjectsHook '${run}'; git config http.proxy ${server}; git config http.sslVerify false; git config http.extraHeader 'X-Evil: 1'; ${program('.git/hooks/post-checkout', run)}`,
    hook: 'export GIT_CONFIG_GLOBAL=/dev/null; fresh=$(mktemp -d); git clone -q --bare "$VIK_WORKDIR" "$fresh"; git -C "$fresh" push -q "$NOTES/remotes/$VIK_ISSUE_ID" HEAD:refs/heads/work; rm -rf "$fresh"',
  },
];

describe('in a folder in which an agent left', () => {
  let scene: Scene;
  let result: SceneResult;
  let server: Server;
  const authorizations: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.headers.authorization !== undefined) authorizations.push(request.headers.authorization);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    const { port } = address;
    scene = await openScene({ token });
    for (const folder of ['remotes', 'home']) mkdirSync(scene.path(folder));
    for (const { id, leaves, hook } of plants) {
      scene.write(`agent/${id}`, leaves(`touch "$NOTES/ran-${id}"`, `http://127.0.0.1:${port}`));
      scene.write(`hook/${id}`, hook);
    }
    result = await scene.run({
      env: {
        NO_COLOR: '1',
        HOME: scene.path('home'),
        CHECKOUT: scene.checkout,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_NOSYSTEM: '1',
      },
      pulls: [plants.map(({ id }) => ({ id, title: 't', state: 'todo' }))],
      hooks: {
        after_create:
          'git init -q --bare "$NOTES/remotes/$VIK_ISSUE_ID"; git init -q .; git remote add origin "$NOTES/remotes/$VIK_ISSUE_ID"; git commit -q --allow-empty -m first',
      },
      loop: { max_iterations: 1, max_issue_concurrency: 8 },
      stages: {
        plan: {
          when: { state: 'todo' },
          hooks: {
            after_run:
              'test "$GH_TOKEN" || exit 9; . "$CHECKOUT/hook/$VIK_ISSUE_ID"; touch "$NOTES/hooked-$VIK_ISSUE_ID"',
          },
        },
      },
      coder: { command: ['sh', '-c', 'echo work > file; . "$CHECKOUT/agent/$VIK_ISSUE_ID"; true'] },
    });
  }, 60_000);
  afterAll(async () => {
    await scene[Symbol.asyncDispose]();
    server.close();
  });

  test.each(plants)("$id, a hook's git does not run it", ({ id, hook }) => {
    expect(result.attempts).toContain(`${id} plan: completed`);
    expect(existsSync(scene.path(`hooked-${id}`))).toBe(true);
    expect(existsSync(scene.path(`ran-${id}`))).toBe(false);
    // where the folder's own remote still stands, the work has come through
    if (hook === commitAndPush && !id.startsWith('gpg')) {
      expect(readdirSync(`${scene.path('remotes')}/${id}/refs/heads`)).toEqual(['work']);
    }
  });

  test('no other server gets the token, under whichever name the folder gives it', () => {
    expect(authorizations).toEqual([]);
  });
});

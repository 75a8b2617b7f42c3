/** One issue in `todo`, worked once by the bundled Action on a played GitHub, in a clone of a real git repository. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { type FakeStep, fakeAgentCommand, fakeAgentOnPath } from './agent/fake-agent.ts';
import { makeOrigin } from './git.ts';
import { type PlayedGithub, startPlayedGithub } from './github/played-github.ts';
import { makeTempDir, runAction } from './run-action.ts';

/** What an agent with a token runs: `api POST issues/1/comments '{"body":"x"}'`. */
const API = `const [method, path, body] = process.argv.slice(2);
const { GITHUB_API_URL: url, VIK_REPOSITORY: repo, GH_TOKEN: token } = process.env;
const answer = await fetch(url + '/repos/' + repo + '/' + path, { method, body, headers: { authorization: 'token ' + token } });
if (!answer.ok) throw new Error(await answer.text());
`;
export interface Scene {
  readonly expect: readonly (string | Readonly<Record<string, string>>)[];
  /** What the agent runs in its workspace. */
  readonly run?: string;
  readonly says?: string;
  readonly stage?: Readonly<Record<string, unknown>>;
  /** Instead of `github: {}`. */
  readonly issues?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (github: PlayedGithub) => void;
  /** Claude Code prints this instead, line by line. */
  readonly recording?: string;
  /** Instead of a clone of the repository. */
  readonly afterCreate?: string;
}

/** One issue in `todo`, worked once. */
export async function play(scene: Scene) {
  const folder = await makeTempDir();
  try {
    return await playIn(folder, scene);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playIn(folder: string, scene: Scene) {
  const bin = path.join(folder, 'bin');
  const checkout = path.join(folder, 'checkout');
  for (const each of [bin, checkout]) mkdirSync(each);
  writeFileSync(path.join(bin, 'api.mjs'), API);
  const launcher = `#!/bin/sh\nexec '${process.execPath}' '${bin}/api.mjs' "$@"\n`;
  writeFileSync(path.join(bin, 'api'), launcher, { mode: 0o755 });
  const steps: FakeStep[] = [{ run: scene.run ?? 'true' }, { print: scene.says ?? 'All done.' }];
  const { recording } = scene;
  const printed =
    recording
      ?.trimEnd()
      .split('\n')
      .map((print): FakeStep => ({ print })) ?? [];
  const claude = recording === undefined ? {} : fakeAgentOnPath(folder, 'claude', printed);
  const workflow = {
    loop: { max_iterations: 1 },
    workspace: { root: path.join(folder, 'root') },
    agents: {
      coder:
        recording === undefined
          ? { runtime: 'command', command: fakeAgentCommand(folder, steps), github_token: true }
          : { runtime: 'claude_code', model: 'm', args: { '--permission-mode': 'default' } },
    },
    issues: scene.issues ?? { github: { idle_sec: 1 } },
    issue: {
      hooks: { after_create: scene.afterCreate ?? `git clone -q "$ORIGIN" .` },
      stages: {
        plan: { when: { state: 'todo' }, agent: 'coder', prompt: 'x', expect: scene.expect, ...scene.stage },
      },
    },
  };
  writeFileSync(path.join(checkout, 'workflow.yml'), stringify(workflow));
  await using github = await startPlayedGithub();
  const repo = github.repo('octo/repo');
  repo.setRole('alice', 'write');
  const issue = repo.createIssue({ title: 'one', author: 'alice', labels: ['todo'] });
  scene.prepare?.(github);
  const result = await runAction({
    workspace: checkout,
    runnerTemp: path.join(folder, 'temp'),
    github,
    inputs: { 'github-token': github.token },
    env: {
      ORIGIN: makeOrigin(folder),
      MOVED: path.join(folder, 'moved'),
      PATH: `${bin}:${process.env.PATH}`,
      ...claude,
      ...scene.env,
    },
  });
  const sessions = result.record?.sessions ?? [];
  return { result, sessions, last: sessions.at(-1), labels: issue.labels.map(({ name }) => name), issue };
}

/** `completed`, or the failure as `class: reason`, with the exit code. */
export async function ending(scene: Scene): Promise<string> {
  const { result, last } = await play(scene);
  if (last === undefined) return `nothing started: ${result.stdout}`;
  return `${result.exitCode} ${last.state === 'failed' ? `${last.class}: ${last.reason}` : last.state}`;
}

/** A scene in which the bundle is started by hand, in a checkout of `octo/repo`. */
import { type FakeScript, fakeAgentCommand } from './agent/fake-agent.ts';
import { type CliRun, runCli } from './run-cli.ts';
import type { Scene } from './scenario.ts';

/** A stage for `todo` that moves the issue when it ends. */
export const STAGE = {
  when: { state: 'todo' },
  agent: 'coder',
  prompt: 'Plan {{ issue.title }}.',
  on_success: { state: 'done' },
  on_failure: { state: 'failed' },
};
/** For issues of a command, which have no labels to move. */
export const MOVES_NOTHING = { when: STAGE.when, agent: 'coder', prompt: STAGE.prompt };
const DONE: FakeScript = [{ print: 'done' }];

/** Writes a workflow of these stages for the played GitHub, or with the issues of a command. */
export function writeWorkflow(
  scene: Scene,
  parts: { loop?: object; stages?: object; issues?: object; play?: FakeScript } = {},
): void {
  const command = fakeAgentCommand(scene.checkout, parts.play ?? DONE);
  const issues = parts.issues ?? { github: { idle_sec: 1, trust: { labelers: 'any', edits: 'allow' } } };
  const stages = parts.stages ?? { plan: STAGE };
  scene.write(
    'workflow.yml',
    JSON.stringify(
      {
        loop: parts.loop,
        agents: { coder: { runtime: 'command', command } },
        issues,
        issue: { stages },
      },
      null,
      2,
    ),
  );
}

/** Runs in the scene's checkout, whose remote `origin` is `octo/repo`. */
export function cli(scene: Scene, args: readonly string[], run: Partial<CliRun> = {}) {
  scene.write('.git/config', '[remote "origin"]\n\turl = git@github.com:octo/repo.git\n');
  const env = {
    GITHUB_API_URL: scene.github.url,
    GITHUB_GRAPHQL_URL: scene.github.graphqlUrl,
    GH_TOKEN: scene.github.token,
    VIK_HOME: scene.vikHome,
    NOTES: scene.path('.'),
    ...run.env,
  };
  return runCli(args, { folder: scene.checkout, ...run, env });
}

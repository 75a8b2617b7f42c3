/**
 * A scene for the whole Action: a checkout with a workflow file, a played GitHub, scripted agents. The bundle runs in it
 * as on a runner; after each run it is checked that no process of it is left.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject, JsonValue } from '../../src/json.ts';
import { type FakeScript, fakeAgentCommand } from './agent/fake-agent.ts';
import type { PlayedRepository } from './github/model.ts';
import { type PlayedGithub, type PlayedGithubOptions, startPlayedGithub } from './github/played-github.ts';
import type { NewIssue, PlayedIssue } from './github/played-issue.ts';
import { pidsWithVariable } from './marked-pids.ts';
import { type ActionResult, type ActionRun, makeTempDir, runAction } from './run-action.ts';

/** A run of the Action; what is left out has a sensible value. */
export interface SceneRun extends Partial<Pick<ActionRun, 'inputs' | 'event' | 'env'>> {
  /** Called with each line of the log, and the pid of the Action. */
  readonly onLine?: (line: string, pid: number) => void;
  /** The whole workflow file, in place of the parts below. */
  readonly workflow?: string;
  /** The stages; each gets the scripted agent and a prompt where it has none. */
  readonly stages?: Readonly<Record<string, JsonObject>>;
  readonly hooks?: JsonObject;
  readonly loop?: JsonObject;
  readonly github?: JsonObject;
  readonly report?: JsonObject;
  /** Fields of the scripted agent's profile. */
  readonly coder?: JsonObject;
  /** Further agents. */
  readonly agents?: JsonObject;
  /** Intake from a command: what its pulls print, one after the other; the last is repeated. */
  readonly pulls?: readonly PlayedPull[];
  /** Further fields of `issues.pull`. */
  readonly pull?: JsonObject;
  /** What the scripted agent plays. */
  readonly plays?: FakeScript;
  /** The run is killed, or another one is at work: its processes are not looked for. */
  readonly mayLeaveProcesses?: true;
}

/** Issues, a text that is printed as it is, or a shell script. */
export type PlayedPull = readonly JsonValue[] | string | { readonly sh: string };

export interface SceneResult extends ActionResult {
  /** Every attempt as `#1 plan: completed` or `#1 plan: failed (agent): its reason`, in the record's order. */
  readonly attempts: readonly string[];
  /** Every skipped issue as `1: reason`. */
  readonly skipped: readonly string[];
}

export interface Scene extends AsyncDisposable {
  readonly github: PlayedGithub;
  /** The repository `octo/repo`. `alice` may write to it. */
  readonly repo: PlayedRepository;
  readonly checkout: string;
  /** Workspaces, transcripts, records: the same for every run, as on one disk. */
  readonly vikHome: string;
  /** TMPDIR of its runs, and so of what they start. */
  readonly temp: string;
  /** An absolute path outside the checkout, in the folder that children know as `NOTES`. */
  path(name: string): string;
  /** Writes a file into the checkout. */
  write(name: string, text: string, mode?: number): void;
  /** Waits until nothing is left that a killed run started. */
  processesEnded(): Promise<void>;
  /** What a note says. */
  read(name: string): string;
  /** Leaves an empty note, for agents that wait for it. */
  note(name: string): void;
  /** Waits for a note. */
  noted(name: string): Promise<void>;
  /** Where the workspace of an issue is. */
  workspace(issueId: string): string;
  /** A new issue by alice with these labels. */
  issue(labels: readonly string[], more?: Partial<NewIssue>): PlayedIssue;
  run(run?: SceneRun): Promise<SceneResult>;
  /** `logs/events.jsonl` of all runs so far. */
  events(): readonly JsonObject[];
}

export async function openScene(options: PlayedGithubOptions = {}): Promise<Scene> {
  const folder = await makeTempDir('vik-scene-');
  const [checkout, vikHome, notes] = [join(folder, 'checkout'), join(folder, 'vik'), join(folder, 'notes')];
  const temp = join(folder, 'tmp');
  for (const path of [checkout, notes, temp]) mkdirSync(path);
  const github = await startPlayedGithub(options);
  const repo = github.repo('octo/repo');
  repo.setRole('alice', 'write');
  const write = (name: string, text: string, mode = 0o644): void => {
    mkdirSync(dirname(join(checkout, name)), { recursive: true });
    writeFileSync(join(checkout, name), text, { mode });
  };

  return {
    github,
    repo,
    checkout,
    vikHome,
    temp,
    path: (name) => join(notes, name),
    write,
    note: (name) => writeFileSync(join(notes, name), ''),
    async noted(name) {
      while (!existsSync(join(notes, name))) await sleep(10);
    },
    async processesEnded() {
      while (pidsWithVariable('NOTES', notes).length > 0) await sleep(50);
    },
    read: (name) => readFileSync(join(notes, name), 'utf8'),
    workspace: (issueId) =>
      join(vikHome, 'workflows', join(checkout, 'workflow.yml').replaceAll('/', '-'), 'issues', issueId),
    issue: (labels, more) => repo.createIssue({ title: 'A task', author: 'alice', labels, ...more }),
    async run(run = {}) {
      write('workflow.yml', run.workflow ?? workflowText(run, folder));
      if (run.pulls !== undefined) writePulls(write, notes, run.pulls);
      let pid = 0;
      const result = await runAction({
        ...run,
        onStart: (started) => {
          pid = started;
        },
        onLine: (line) => run.onLine?.(line, pid),
        workspace: checkout,
        runnerTemp: mkdtempSync(join(folder, 'runner-')),
        github,
        inputs: { 'github-token': github.token, ...run.inputs },
        env: { VIK_HOME: vikHome, NOTES: notes, TMPDIR: temp, ...run.env },
      });
      const left = run.mayLeaveProcesses ? [] : pidsWithVariable('NOTES', notes);
      if (left.length > 0) throw new Error(`processes of the run are left: ${left.join(', ')}`);
      return { ...result, attempts: describeAttempts(result), skipped: describeSkipped(result) };
    },
    events: () => readEvents(vikHome),
    async [Symbol.asyncDispose]() {
      rmSync(folder, { recursive: true, force: true });
      await github.stop();
    },
  };
}

/** A workflow file of these parts. JSON is YAML. */
function workflowText(run: SceneRun, folder: string): string {
  const stages = Object.entries(run.stages ?? { plan: { when: { state: 'todo' } } }).map(([name, stage]) => [
    name,
    { agent: 'coder', ...('prompt_file' in stage ? {} : { prompt: 'Work on {{ issue.id }}.' }), ...stage },
  ]);
  const command = fakeAgentCommand(folder, run.plays ?? [{ print: 'done' }]);
  const pull = { command: './pull.sh', idle_sec: 1, ...run.pull };
  return JSON.stringify(
    {
      loop: run.loop ?? {},
      agents: { coder: { runtime: 'command', command, ...run.coder }, ...run.agents },
      issues: run.pulls === undefined ? { github: { idle_sec: 1, ...run.github } } : { pull },
      issue: { hooks: run.hooks ?? {}, stages: Object.fromEntries(stages) },
      ...(run.report === undefined ? {} : { report: run.report }),
    },
    null,
    2,
  );
}

/** `pull.sh` prints one pull after the other, and leaves `pulled-<n>` among the notes as its n-th run begins. */
function writePulls(write: Scene['write'], notes: string, pulls: NonNullable<SceneRun['pulls']>): void {
  for (const [index, pull] of pulls.entries()) {
    const name = `pulls/${index + 1}`;
    if (typeof pull === 'object' && 'sh' in pull) write(name, pull.sh, 0o755);
    else write(name, `cat <<'END'\n${typeof pull === 'string' ? pull : JSON.stringify(pull)}\nEND\n`);
  }
  const script = `#!/bin/sh
n=1; while [ -e "${notes}/pulled-$n" ]; do n=$((n + 1)); done; : > "${notes}/pulled-$n"
[ -e "pulls/$n" ] || n=${pulls.length}
exec sh "pulls/$n"
`;
  write('pull.sh', script, 0o755);
}

function describeAttempts({ record }: ActionResult): string[] {
  return (record?.sessions ?? []).map(({ issue, stage, state, class: kind, reason }) => {
    const name = `${/^\d+$/.test(issue) ? '#' : ''}${issue} ${stage}`;
    return `${name}: ${state}${reason === null ? '' : ` (${kind}): ${reason}`}`;
  });
}

function describeSkipped({ record }: ActionResult): string[] {
  return (record?.skipped ?? []).map(({ issue, reason }) => `${issue}: ${reason}`);
}

function readEvents(vikHome: string): JsonObject[] {
  const workflows = join(vikHome, 'workflows');
  return readdirSync(workflows).flatMap((key) =>
    readFileSync(join(workflows, key, 'logs', 'events.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): JsonObject => JSON.parse(line)),
  );
}

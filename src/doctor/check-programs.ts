/** Whether the programs that the workflow file names are there. Looks at files only: nothing is started. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Adapter } from '../agent/adapter.ts';
import { adapters } from '../agent/adapters.ts';
import { explainMissing, findProgram } from '../process/find-program.ts';
import { readTextFile } from '../workflow/read-text-file.ts';
import type { AgentProfile, Workflow } from '../workflow/workflow.ts';
import type { Checked, Finding, FindPlace } from './finding.ts';

export interface ProgramCheck {
  readonly workflow: Pick<Workflow, 'dir' | 'intake' | 'stages'>;
  /** What children find programs by. */
  readonly env: Readonly<Record<string, string>>;
  readonly isRoot: boolean;
  readonly placeOf: FindPlace;
}

export async function checkPrograms(check: ProgramCheck): Promise<Checked> {
  const profiles = new Map(check.workflow.stages.map(({ agent }) => [agent.name, agent]));
  const found = await Promise.all([...profiles.values()].map((profile) => checkAgent(profile, check)));
  const pull = await checkPullCommand(check);
  return {
    findings: [...found.flatMap(({ findings }) => findings), ...pull],
    facts: found.flatMap(({ facts }) => facts),
  };
}

async function checkAgent(
  profile: AgentProfile,
  { workflow, env, isRoot, placeOf }: ProgramCheck,
): Promise<Checked> {
  const adapter: Adapter = adapters[profile.runtime];
  const { program } = adapter.commandLine(profile);
  const path = await findProgram(program, env, workflow.dir);
  const at = placeOf(['agents', profile.name, profile.runtime === 'command' ? 'command' : 'runtime']);
  const name = `agent \`${profile.name}\``;
  const findings: Finding[] = [];
  const facts: string[] = [];
  if (path !== undefined) {
    const version = await installedVersion(path);
    const found = `${path}${version === undefined ? '' : `, version ${version}`}`;
    facts.push(profile.version === undefined ? `${name} runs ${found}` : `PATH has ${found}`);
  }
  if (profile.version !== undefined) {
    facts.push(
      `${name} uses version ${profile.version}, installed before its first session unless PATH has it`,
    );
    if ((await findProgram('npm', env, workflow.dir)) === undefined) {
      const message = `${name} has a \`version\`, which npm installs: ${explainMissing('npm', env, workflow.dir)}; add a step with actions/setup-node`;
      findings.push({ severity: 'error', code: 'agent_missing', message, place: at });
    }
  } else if (path === undefined) {
    const message = `${name}: ${explainMissing(program, env, workflow.dir)}: ${adapter.installHint(profile)}`;
    findings.push({ severity: 'error', code: 'agent_missing', message, place: at });
  }
  if (isRoot && bypassesPermissions(profile) && env.IS_SANDBOX !== '1') {
    const message = `${name} bypasses permissions, which Claude Code refuses to root, and this runner runs as root: run the job as another user`;
    findings.push({ severity: 'error', code: 'agent_refuses_root', message, place: at });
  }
  return { findings, facts };
}

function bypassesPermissions({ runtime, flags }: AgentProfile): boolean {
  return (
    runtime === 'claude_code' &&
    flags.some((flag) => flag === '--dangerously-skip-permissions' || flag === 'bypassPermissions')
  );
}

const packageJson = z.object({ bin: z.unknown(), version: z.string() });

/** What the package says that a program belongs to; undefined when it can't be told without starting it. */
async function installedVersion(program: string): Promise<string | undefined> {
  const path = await realpath(program).catch(() => program);
  // Claude Code's own installer names the file after the version.
  if (/^\d+\.\d+\.\d+/.test(basename(path))) return basename(path);
  for (let folder = dirname(path), up = 0; up < 4; folder = dirname(folder), up += 1) {
    const file = readTextFile(join(folder, 'package.json'), 1024 * 1024);
    if (file.kind !== 'text') continue;
    const parsed = packageJson.safeParse(parseJson(file.text));
    return parsed.success && parsed.data.bin !== undefined ? parsed.data.version : undefined;
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A broken package.json says no version.
    return undefined;
  }
}

/** A first word that is a program's name or path by itself; everything else is for the shell to read. */
const PLAIN_WORD = /^[A-Za-z0-9_./+-]+$/;

/** What `sh` does itself: no program need be there for these. */
const SHELL_WORDS = new Set(
  '. : alias bg break case cd command continue do echo eval exec exit export false fg for getopts hash if jobs kill pwd printf read readonly return set shift test time times trap true type ulimit umask unalias unset until wait while'.split(
    ' ',
  ),
);

async function checkPullCommand({ workflow, env, placeOf }: ProgramCheck): Promise<Finding[]> {
  if (workflow.intake.kind !== 'command') return [];
  const [word = ''] = workflow.intake.command.trim().split(/[\s;&|<>()]/, 1);
  if (!PLAIN_WORD.test(word) || SHELL_WORDS.has(word)) return [];
  if ((await findProgram(word, env, workflow.dir)) !== undefined) return [];
  const message = `the pull command can't run: ${explainMissing(word, env, workflow.dir)}`;
  const place = placeOf(['issues', 'pull', 'command']);
  return [{ severity: 'error', code: 'pull_command_missing', message, place }];
}

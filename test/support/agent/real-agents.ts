/** The real agent programs, from npm, in an ignored folder: 640 MB that are no dependency of the project. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The versions whose output the adapters were written from. */
export const agentVersions = { codex: '0.169.0', claude: '2.1.197' } as const;

/** Most that an installation may take. */
const installLimitMs = 300_000;

export interface InstalledAgents {
  /** Absolute paths of the programs; both are in one folder. */
  readonly codexBin: string;
  readonly claudeBin: string;
}

/** Installs the agent programs unless they are there in these versions. */
export async function installAgents(): Promise<InstalledAgents> {
  const name = `codex-${agentVersions.codex}-claude-${agentVersions.claude}`;
  const folder = fileURLToPath(new URL(`../../../.agents/${name}`, import.meta.url));
  const bin = join(folder, 'node_modules', '.bin');
  const agents = { codexBin: join(bin, 'codex'), claudeBin: join(bin, 'claude') };
  if (!existsSync(agents.codexBin) || !existsSync(agents.claudeBin)) await install(folder);
  await checkVersion(agents.codexBin, agentVersions.codex);
  await checkVersion(agents.claudeBin, agentVersions.claude);
  return agents;
}

async function install(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // Otherwise npm looks for a project in the folders above.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [
    `@openai/codex@${agentVersions.codex}`,
    `@anthropic-ai/claude-code@${agentVersions.claude}`,
  ];
  const flags = ['--save-exact', '--no-audit', '--no-fund', '--no-package-lock'];
  await run('npm', ['install', '--prefix', folder, ...flags, ...packages], { timeout: installLimitMs });
  // Puts the program for this platform in its place; npm may be set to run no install scripts.
  await run(process.execPath, ['install.cjs'], {
    cwd: join(folder, 'node_modules', '@anthropic-ai', 'claude-code'),
    timeout: installLimitMs,
  });
}

async function checkVersion(program: string, version: string): Promise<void> {
  const { stdout } = await run(program, ['--version'], {
    timeout: 30_000,
    env: { PATH: agentPath(program) },
  });
  if (!stdout.includes(version)) throw new Error(`${program} is version ${stdout.trim()}, not ${version}`);
}

/** A PATH on which the program is found; Codex starts through `node`. */
export function agentPath(program: string): string {
  return [dirname(program), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':');
}

/** The variable that holds the key of the provider in `codexHome`'s configuration. */
export const codexKeyVariable = 'MOCK_KEY';

/** Makes a CODEX_HOME whose model provider is a played one: its path. */
export function codexHome(folder: string, providerUrl: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'config.toml'),
    `model_provider = "mock"
check_for_update_on_startup = false
[analytics]
enabled = false
[features]
plugins = false
[model_providers.mock]
name = "mock"
base_url = "${providerUrl}/v1"
wire_api = "responses"
env_key = "${codexKeyVariable}"
`,
  );
  return folder;
}

/** What Codex needs to talk to a played model and to nobody else. */
export function codexEnv(agents: InstalledAgents, home: string, providerUrl: string): Record<string, string> {
  return {
    PATH: agentPath(agents.codexBin),
    LANG: 'C.UTF-8',
    HOME: home,
    CODEX_HOME: codexHome(join(home, '.codex'), providerUrl),
    [codexKeyVariable]: 'test',
  };
}

/** What Claude Code needs to talk to a played model and to nobody else. */
export function claudeEnv(
  agents: InstalledAgents,
  home: string,
  providerUrl: string,
): Record<string, string> {
  const config = join(home, '.claude');
  mkdirSync(config, { recursive: true });
  return {
    PATH: agentPath(agents.claudeBin),
    LANG: 'C.UTF-8',
    HOME: home,
    CLAUDE_CONFIG_DIR: config,
    ANTHROPIC_BASE_URL: providerUrl,
    ANTHROPIC_API_KEY: 'sk-ant-test',
    DISABLE_TELEMETRY: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_ERROR_REPORTING: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  };
}

/** Flags with which each agent may run the played shell command; also as root. */
export const agentFlags = {
  codex: ['--sandbox', 'danger-full-access'],
  claude_code: ['--permission-mode', 'acceptEdits', '--allowedTools', 'Bash(echo:*)'],
} as const;

/**
 * Whether the programs of codex and claude_code have a key for their provider, or a login. Looks at variables and files;
 * whether a key is right only its provider knows. Where it can't be told, because settings of the author's own name
 * another provider, nothing is said.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../workflow/read-text-file.ts';
import type { AgentProfile, Workflow } from '../workflow/workflow.ts';
import type { Finding, FindPlace } from './finding.ts';

export interface ProviderKeyCheck {
  readonly workflow: Pick<Workflow, 'dir' | 'stages'>;
  /** Of the step: a program gets the variables that are looked at as they are. */
  readonly env: Readonly<Record<string, string>>;
  readonly home: string;
  readonly placeOf: FindPlace;
}

/** Where one program looks, as observed in Codex CLI 0.169.0 and Claude Code 2.1.197. */
interface Ways {
  /** Variables of which one is enough. */
  readonly variables: readonly string[];
  /** Those of them that somebody is told to set. */
  readonly documented: readonly string[];
  /** Beginning of variables that choose another provider. */
  readonly otherProvider?: string;
  /** Its own folder, with the login. */
  readonly folder: string;
  readonly login: string;
  /** Settings that may name a key or another provider. */
  readonly settings: readonly string[];
  /** What they say when they do, in a file or in a flag. */
  readonly speaking: RegExp;
  /** Flags that choose settings which are not looked at. */
  readonly flags: readonly string[];
}

export function checkProviderKeys({ workflow, env, home, placeOf }: ProviderKeyCheck): Finding[] {
  const profiles = new Map(workflow.stages.map(({ agent }) => [agent.name, agent]));
  return [...profiles.values()].flatMap((profile): Finding[] => {
    if (profile.runtime === 'command') return [];
    const ways = WAYS[profile.runtime]({ env, home, dir: workflow.dir });
    if (hasWay(profile, ways, env)) return [];
    const message = `agent \`${profile.name}\` has no key for its provider: ${explain(profile, ways, env)}, and there is no login in ${ways.folder}. Add the secret to the repository and hand it in by \`env:\` of the step`;
    const place = placeOf(['agents', profile.name, 'runtime']);
    return [{ severity: 'warning', code: 'no_provider_key', message, place }];
  });
}

type Around = Pick<ProviderKeyCheck, 'env' | 'home'> & { readonly dir: string };

const WAYS = {
  claude_code({ env, home, dir }) {
    const folder = env.CLAUDE_CONFIG_DIR || join(home, '.claude');
    const documented = ['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'];
    const variables = [
      ...documented,
      'ANTHROPIC_AUTH_TOKEN',
      'CLAUDE_CODE_OAUTH_REFRESH_TOKEN',
      'ANTHROPIC_CUSTOM_HEADERS',
      'ANTHROPIC_PROFILE',
      'ANTHROPIC_FEDERATION_RULE_ID',
    ];
    return {
      documented,
      variables,
      otherProvider: 'CLAUDE_CODE_USE_',
      folder,
      login: join(folder, '.credentials.json'),
      settings: [
        join(folder, 'settings.json'),
        join(dir, '.claude', 'settings.json'),
        join(dir, '.claude', 'settings.local.json'),
        '/etc/claude-code/managed-settings.json',
        '/Library/Application Support/ClaudeCode/managed-settings.json',
        // whose login it is; the login itself is in macOS' keychain there
        join(env.CLAUDE_CONFIG_DIR || home, '.claude.json'),
      ],
      speaking: new RegExp(`apiKeyHelper|oauthAccount|primaryApiKey|CLAUDE_CODE_USE_|${variables.join('|')}`),
      flags: ['--settings'],
    };
  },
  codex({ env, home, dir }) {
    const folder = env.CODEX_HOME || join(home, '.codex');
    const documented = ['CODEX_API_KEY'];
    return {
      documented,
      // a server of the author's own may want no key
      variables: [...documented, 'CODEX_ACCESS_TOKEN', 'OPENAI_BASE_URL'],
      folder,
      login: join(folder, 'auth.json'),
      settings: [join(folder, 'config.toml'), join(dir, '.codex', 'config.toml'), '/etc/codex/config.toml'],
      speaking: /provider|base_url|cli_auth_credentials_store/,
      flags: ['-p', '--profile', '--oss'],
    };
  },
} as const satisfies Record<Exclude<AgentProfile['runtime'], 'command'>, (around: Around) => Ways>;

const MAX_BYTES = 1024 * 1024;

function hasWay({ flags, env: own }: AgentProfile, ways: Ways, env: ProviderKeyCheck['env']): boolean {
  const { variables, otherProvider, login, settings, speaking } = ways;
  const isSet = (name: string): boolean => (env[name] ?? '').trim() !== '';
  if ([...variables, ...own].some(isSet)) return true;
  if (
    otherProvider !== undefined &&
    Object.keys(env).some((name) => name.startsWith(otherProvider) && isSet(name))
  )
    return true;
  if (flags.some((flag) => speaking.test(flag) || ways.flags.includes(flag.split('=', 1)[0] ?? flag)))
    return true;
  return existsSync(login) || settings.some((file) => says(file, speaking));
}

/** A file that is there and can't be read as text may say anything. */
function says(file: string, speaking: RegExp): boolean {
  if (!existsSync(file)) return false;
  const read = readTextFile(file, MAX_BYTES);
  return read.kind !== 'text' || speaking.test(read.text);
}

function explain({ runtime }: AgentProfile, { documented }: Ways, env: ProviderKeyCheck['env']): string {
  const empty = documented.find((name) => env[name] !== undefined);
  const names = documented.map((name) => `\`${name}\``).join(' or ');
  const why =
    empty === undefined
      ? `${names} is not set`
      : `\`${empty}\` is empty, as it is where a secret does not exist`;
  // as observed: it asks without a key
  return runtime === 'codex' && env.OPENAI_API_KEY
    ? `${why} (\`codex exec\` does not read \`OPENAI_API_KEY\`)`
    : why;
}

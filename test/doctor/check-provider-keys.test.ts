import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkProviderKeys } from '../../src/doctor/check-provider-keys.ts';
import { createPlaces } from '../../src/doctor/finding.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import { anAgent, aStage } from '../support/builders.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vik-keys-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(name: string, text = '{}'): void {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
}

function check(profile: Partial<AgentProfile>, env: Record<string, string> = {}): string[] {
  const dir = join(home, 'checkout');
  const placeOf = createPlaces(join(dir, 'workflow.yml'), 'agents:\n  coder:\n    runtime: codex\n');
  const stages = [aStage({ agent: anAgent({ command: [], ...profile }) })];
  return checkProviderKeys({ workflow: { dir, stages }, env, home, placeOf }).map(
    ({ severity, code, message, place }) =>
      `${severity} ${code} ${place?.pointer}:${place?.line} ${message.replaceAll(home, '~')}`,
  );
}

const codex = { runtime: 'codex', model: 'gpt-5.5' } as const;
const claude = { runtime: 'claude_code', model: 'claude-sonnet-4-6' } as const;
const NOTHING = 'warning no_provider_key agents.coder.runtime:3 agent `coder` has no key for its provider: ';
const ADVICE = '. Add the secret to the repository and hand it in by `env:` of the step';

describe('an agent without a key', () => {
  test.each<[string, Partial<AgentProfile>, Record<string, string>, string]>([
    [
      'because nothing is set',
      claude,
      {},
      '`ANTHROPIC_API_KEY` or `CLAUDE_CODE_OAUTH_TOKEN` is not set, and there is no login in ~/.claude',
    ],
    [
      'because GitHub gives an empty text for a secret that does not exist',
      claude,
      { ANTHROPIC_API_KEY: '' },
      '`ANTHROPIC_API_KEY` is empty, as it is where a secret does not exist, and there is no login in ~/.claude',
    ],
    [
      'because its settings are about other things',
      claude,
      { ANTHROPIC_BASE_URL: 'https://gateway', CLAUDE_CODE_MAX_OUTPUT_TOKENS: '8000', CODEX_API_KEY: 'x' },
      '`ANTHROPIC_API_KEY` or `CLAUDE_CODE_OAUTH_TOKEN` is not set, and there is no login in ~/.claude',
    ],
    [
      'with a folder of its own',
      codex,
      { CODEX_HOME: '/srv/codex', ANTHROPIC_API_KEY: 'x' },
      '`CODEX_API_KEY` is not set, and there is no login in /srv/codex',
    ],
    [
      'because `codex exec` reads another one',
      codex,
      { OPENAI_API_KEY: 'x' },
      '`CODEX_API_KEY` is not set (`codex exec` does not read `OPENAI_API_KEY`), and there is no login in ~/.codex',
    ],
  ])('%s', (_, profile, env, why) => {
    write('.claude/settings.json', '{ "model": "opus" }');
    write('.codex/config.toml', 'model = "gpt-5.5"\n');
    expect(check(profile, env)).toEqual([`${NOTHING}${why}${ADVICE}`]);
  });
});

describe('nothing is said of', () => {
  test.each<[Partial<AgentProfile>, string]>([
    [claude, 'ANTHROPIC_API_KEY'],
    [claude, 'CLAUDE_CODE_OAUTH_TOKEN'],
    [claude, 'ANTHROPIC_AUTH_TOKEN'],
    [claude, 'ANTHROPIC_CUSTOM_HEADERS'],
    [claude, 'CLAUDE_CODE_USE_BEDROCK'],
    [claude, 'CLAUDE_CODE_USE_VERTEX'],
    [codex, 'CODEX_API_KEY'],
    [codex, 'CODEX_ACCESS_TOKEN'],
    [codex, 'OPENAI_BASE_URL'],
    [{ ...codex, env: ['GATEWAY_KEY'] }, 'GATEWAY_KEY'],
  ])('%j with the variable %s', (profile, name) => {
    expect([check(profile, { [name]: 'x' }), check(profile, { [name]: ' ' }).length]).toEqual([[], 1]);
  });

  test.each<[Partial<AgentProfile>, string, string]>([
    [claude, '.claude/.credentials.json', '{}'],
    [claude, '.claude/settings.json', '{ "apiKeyHelper": "./key.sh" }'],
    [claude, 'checkout/.claude/settings.json', '{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1" } }'],
    [claude, '.claude.json', '{ "oauthAccount": {} }'],
    [codex, '.codex/auth.json', '{}'],
    [codex, '.codex/config.toml', 'model_provider = "ours"\n'],
    [codex, '.codex/config.toml', 'cli_auth_credentials_store = "keyring"\n'],
  ])('%j with the file %s: %s', (profile, file, text) => {
    expect(check(profile)).toHaveLength(1);
    write(file, text);
    expect(check(profile)).toEqual([]);
  });

  test.each<[Partial<AgentProfile>, readonly string[]]>([
    [codex, ['--config', 'model_provider=ours']],
    [codex, ['-c', 'openai_base_url="http://127.0.0.1:1"']],
    [codex, ['--oss']],
    [codex, ['-p', 'ours']],
    [claude, ['--settings=ours.json']],
  ])('%j with the flags %j', (profile, flags) => {
    expect(check({ ...profile, flags })).toEqual([]);
  });

  test('a command, which asks nobody that we know', () => {
    expect(check({ command: ['./agent.sh'] })).toEqual([]);
  });
});

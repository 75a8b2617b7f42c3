import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  collectSecretValues,
  createEnvironments,
  type EnvironmentsOptions,
} from '../../src/environment/environments.ts';
import { hasGitIdentity } from '../../src/environment/git-identity.ts';
import { anAgent } from '../support/builders.ts';

const facts = {
  issueId: '12',
  title: 'fix it',
  state: 'todo',
  stage: 'plan',
  workdir: '/root/issues/12',
  descriptionFile: '/s/description',
  issueFile: '/s/issue.json',
};

function build(variables: Record<string, string>, options: Partial<EnvironmentsOptions> = {}) {
  return createEnvironments({
    variables,
    token: 'ghs_ours',
    repository: 'o/listed',
    serverUrl: 'https://github.com',
    workspaceRoot: '/root',
    workflowPath: '/checkout/workflow.yml',
    hasGitIdentity: () => true,
    ...options,
  });
}

/** What the environments for hooks, the pull command and agents have of one variable. */
function passes(name: string, value: string, profile = anAgent()) {
  const environments = build({ [name]: value });
  return {
    hook: environments.forHook(facts)[name] === value,
    pull: environments.forPull()[name] === value,
    agent: environments.forAgent(profile, facts)[name] === value,
  };
}

describe('what a child process gets', () => {
  it.each([
    'PATH',
    'HOME',
    'LANG',
    'RUNNER_OS',
    'GITHUB_SHA',
    'CI',
    'GITHUB_EVENT_PATH',
    'ANTHROPIC_BASE_URL',
  ])('an ordinary variable reaches all: %s', (name) => {
    expect(passes(name, 'x')).toEqual({ hook: true, pull: true, agent: true });
  });

  it.each([
    'INPUT_WORKFLOW',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_CACHE_URL',
    'ACTIONS_RESULTS_URL',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'BASH_ENV',
    'ENV',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'NODE_OPTIONS',
    'DYLD_INSERT_LIBRARIES',
  ])('a variable that changes the job or another program reaches none: %s', (name) => {
    expect(passes(name, 'x', anAgent({ env: [name] }))).toEqual({ hook: false, pull: false, agent: false });
  });

  it.each([
    ['MY_API_KEY', anAgent(), false],
    ['MY_API_KEY', anAgent({ env: ['MY_API_KEY'] }), true],
    ['ANTHROPIC_API_KEY', anAgent({ runtime: 'claude_code' }), true],
    ['CLAUDE_CODE_OAUTH_TOKEN', anAgent({ runtime: 'claude_code' }), true],
    ['OPENAI_API_KEY', anAgent({ runtime: 'claude_code' }), false],
    ['OPENAI_API_KEY', anAgent({ runtime: 'codex' }), true],
    ['CODEX_API_KEY', anAgent({ runtime: 'codex' }), true],
    ['ANTHROPIC_API_KEY', anAgent({ runtime: 'codex' }), false],
    ['ANTHROPIC_API_KEY', anAgent({ runtime: 'command' }), false],
    ['GITHUB_TOKEN', anAgent({ githubToken: true }), false],
  ])('the secret %s reaches hooks, and an agent only when it is its own or named', (name, profile, agent) => {
    expect(passes(name, 'value', profile)).toEqual({ hook: true, pull: true, agent });
  });

  it("the token is for the repository's own programs, and for an agent whose profile asks for it", () => {
    const { forHook, forPull, forAgent } = build({ GH_TOKEN: 'ghp_job' });
    expect([
      forHook(facts).GH_TOKEN,
      forPull().GH_TOKEN,
      forAgent(anAgent(), facts).GH_TOKEN,
      forAgent(anAgent({ githubToken: true }), facts).GH_TOKEN,
    ]).toEqual(['ghs_ours', 'ghs_ours', undefined, 'ghs_ours']);
  });

  it('another server than github.com is named to gh, with the token under the name that it reads there', () => {
    const { forHook, forAgent } = build({}, { serverUrl: 'https://ghe.example' });
    expect(forHook(facts)).toMatchObject({ GH_HOST: 'ghe.example', GH_ENTERPRISE_TOKEN: 'ghs_ours' });
    expect(forAgent(anAgent(), facts)).toMatchObject({ GH_HOST: 'ghe.example' });
    expect(forAgent(anAgent(), facts).GH_ENTERPRISE_TOKEN).toBeUndefined();
  });

  it('everyone is told the facts of the issue', () => {
    const { forHook, forAgent, forPull } = build({});
    const told = {
      VIK_ISSUE_ID: '12',
      VIK_ISSUE_TITLE: 'fix it',
      VIK_ISSUE_STATE: 'todo',
      VIK_ISSUE_DESCRIPTION_FILE: '/s/description',
      VIK_ISSUE_FILE: '/s/issue.json',
      VIK_STAGE: 'plan',
      VIK_WORKDIR: '/root/issues/12',
      VIK_WORKSPACE_ROOT: '/root',
      VIK_WORKFLOW_PATH: '/checkout/workflow.yml',
      VIK_REPOSITORY: 'o/listed',
      GH_REPO: 'o/listed',
    };
    expect(forHook(facts)).toMatchObject(told);
    expect(forAgent(anAgent(), facts)).toMatchObject(told);
    expect(forHook({ ...facts, stage: undefined }).VIK_STAGE).toBeUndefined();
    expect(forPull()).toMatchObject({ VIK_REPOSITORY: 'o/listed', VIK_WORKSPACE_ROOT: '/root' });
  });

  it('a title that no variable can hold is cut', () => {
    const title = '😀'.repeat(200_000);
    const cut = build({}).forHook({ ...facts, title }).VIK_ISSUE_TITLE ?? '';
    expect(Buffer.byteLength(cut)).toBeLessThan(131_000);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('templates see what is neither secret nor withheld', () => {
    const { templateEnv, secretNames } = build({ LANG: 'C', B_KEY: 'k', A_TOKEN: 't', GITHUB_ENV: '/f' });
    expect([templateEnv, secretNames]).toEqual([{ LANG: 'C' }, ['A_TOKEN', 'B_KEY']]);
  });

  it('everything secret is to be redacted, also where it is withheld', () => {
    const variables = { ACTIONS_RUNTIME_TOKEN: 'runtime-token', HOME: '/home/x' };
    expect(collectSecretValues(variables, 'ghs_ours')).toEqual([
      'ghs_ours',
      'x-access-token:ghs_ours',
      'runtime-token',
    ]);
  });
});

describe('git in a child process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-git-'));
  execFileSync('git', ['init', '-q', folder]);
  const job = { PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (env: Record<string, string>, args: readonly string[], input = ''): string =>
    execFileSync('git', args, {
      cwd: folder,
      env,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim();

  it('gets the token from the environment, and the settings do not contain it', () => {
    const env = build(job).forHook(facts);
    const answer = git(env, ['credential', 'fill'], 'protocol=https\nhost=github.com\n\n');
    expect(answer.split('\n')).toEqual(
      expect.arrayContaining(['username=x-access-token', 'password=ghs_ours']),
    );
    const settings = Object.entries(env).filter(([name]) => name.startsWith('GIT_CONFIG_'));
    expect(JSON.stringify(settings)).not.toContain('ghs_ours');
  });

  it('gives the token to no other server', () => {
    const env = { ...build(job).forHook(facts), GIT_TERMINAL_PROMPT: '0' };
    expect(() => git(env, ['credential', 'fill'], 'protocol=https\nhost=evil.example\n\n')).toThrow();
  });

  it('takes ssh addresses of the server for https ones', () => {
    const env = build(job).forHook(facts);
    expect(git(env, ['ls-remote', '--get-url', 'git@github.com:o/r.git'])).toBe('https://github.com/o/r.git');
  });

  it('runs no hook and no fsmonitor that an agent left, in agents neither', () => {
    const environments = build(job);
    for (const env of [environments.forHook(facts), environments.forAgent(anAgent(), facts)]) {
      expect([git(env, ['config', 'core.hooksPath']), git(env, ['config', 'core.fsmonitor'])]).toEqual([
        '/dev/null',
        'false',
      ]);
    }
  });

  it('keeps the settings of the job, but those with credentials away from agents', () => {
    const variables = {
      ...job,
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'http.https://github.com/.extraheader',
      GIT_CONFIG_VALUE_0: 'AUTHORIZATION: basic c29tZXRoaW5n',
      GIT_CONFIG_KEY_1: 'core.abbrev',
      GIT_CONFIG_VALUE_1: '11',
    };
    const environments = build(variables);
    const header = ['config', '--get', 'http.https://github.com/.extraheader'];
    const agent = environments.forAgent(anAgent({ env: ['GIT_CONFIG_VALUE_0'] }), facts);
    expect(git(environments.forHook(facts), header)).toBe('AUTHORIZATION: basic c29tZXRoaW5n');
    expect(() => git(agent, header)).toThrow();
    expect(git(agent, ['config', 'core.abbrev'])).toBe('11');
  });

  it('has a credential in a setting of the job redacted', () => {
    const variables = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.https://github.com/.extraheader',
      GIT_CONFIG_VALUE_0: 'AUTHORIZATION: basic c29tZXRoaW5n',
    };
    expect(collectSecretValues(variables, 'ghs_ours')).toContain('AUTHORIZATION: basic c29tZXRoaW5n');
  });

  it('commits as github-actions[bot] where git knows nobody', () => {
    const env = build(job, { hasGitIdentity: (at) => hasGitIdentity(job, at) }).forAgent(anAgent(), {
      ...facts,
      workdir: folder,
    });
    expect(git(env, ['var', 'GIT_AUTHOR_IDENT'])).toContain(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
    );
  });

  it.each([
    ["in the user's settings", '.gitconfig'],
    ["in the other place of the user's settings", '.config/git/config'],
    ['in the settings of the folder', '.git/config'],
  ])('commits as whom git names %s', (_, file) => {
    const home = mkdtempSync(join(tmpdir(), 'vik-git-'));
    mkdirSync(join(home, file, '..'), { recursive: true });
    writeFileSync(join(home, file), '[core]\n\tname = x\n[User]\n  name = Ada\n  email=ada@example.com\n');
    const variables = { HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
    const env = build(variables, { hasGitIdentity: (at) => hasGitIdentity(variables, at) });
    expect(env.forHook({ ...facts, workdir: home }).GIT_AUTHOR_NAME).toBeUndefined();
  });

  it.each([
    ['of another section', '[user "work"]\n  name = Ada\n  email = ada@example.com\n'],
    ['without a value', '[user]\n  name = # Ada\n  email = ada@example.com\n'],
  ])('takes a name %s for none', (_, settings) => {
    const home = mkdtempSync(join(tmpdir(), 'vik-git-'));
    writeFileSync(join(home, '.gitconfig'), settings);
    const variables = { HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
    const env = build(variables, { hasGitIdentity: (at) => hasGitIdentity(variables, at) });
    expect(env.forHook({ ...facts, workdir: home }).GIT_AUTHOR_NAME).toBe('github-actions[bot]');
  });

  it('leaves an identity alone that the job gave', () => {
    const env = build({ ...job, GIT_AUTHOR_NAME: 'Ada' }, { hasGitIdentity: () => false }).forHook(facts);
    expect([env.GIT_AUTHOR_NAME, env.GIT_COMMITTER_NAME]).toEqual(['Ada', 'github-actions[bot]']);
  });
});

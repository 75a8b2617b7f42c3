import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError, readEnvironment, readInputs } from '../src/inputs.ts';

const BASE = { 'INPUT_GITHUB-TOKEN': 'ghs_x', GITHUB_REPOSITORY: 'o/r', GITHUB_WORKSPACE: '/checkout' };

function inputs(env: Record<string, string>) {
  return readInputs(readEnvironment({ ...BASE, ...env }, '/elsewhere'));
}

function problems(env: Record<string, string>): readonly string[] {
  try {
    inputs(env);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((problem) => problem.message);
    throw error;
  }
  return [];
}

describe('readInputs', () => {
  it('fills in every default', () => {
    expect(inputs({})).toEqual({
      workflowPath: '/checkout/workflow.yml',
      token: 'ghs_x',
      mode: 'run',
      repository: 'o/r',
      dryRun: false,
      strict: false,
      maxIssueConcurrency: undefined,
      maxIterations: undefined,
      timeBudgetMs: 340 * 60_000,
      failOn: 'session-failure',
    });
  });

  it('reads every input', () => {
    expect(
      inputs({
        INPUT_WORKFLOW: 'ci/vik.yml',
        INPUT_MODE: 'doctor',
        INPUT_REPOSITORY: 'other/repo.js',
        'INPUT_DRY-RUN': 'TRUE',
        INPUT_STRICT: 'true',
        'INPUT_MAX-ISSUE-CONCURRENCY': '3',
        'INPUT_MAX-ITERATIONS': '7',
        'INPUT_TIME-BUDGET-MINUTES': '0.25',
        'INPUT_FAIL-ON': 'never',
      }),
    ).toEqual({
      workflowPath: '/checkout/ci/vik.yml',
      token: 'ghs_x',
      mode: 'doctor',
      repository: 'other/repo.js',
      dryRun: true,
      strict: true,
      maxIssueConcurrency: 3,
      maxIterations: 7,
      timeBudgetMs: 15_000,
      failOn: 'never',
    });
  });

  it('takes an empty input for one that was not given', () => {
    expect(inputs({ INPUT_MODE: '', 'INPUT_DRY-RUN': '  ', INPUT_REPOSITORY: '' })).toEqual(inputs({}));
  });

  it('can not be changed', () => {
    expect(Object.isFrozen(inputs({}))).toBe(true);
  });

  it.each([
    ['INPUT_MODE', 'Run', 'input `mode` is `Run`: expected `run` or `doctor`'],
    ['INPUT_DRY-RUN', 'yes', 'input `dry-run` is `yes`: expected `true` or `false`'],
    ['INPUT_REPOSITORY', 'just-a-name', 'input `repository` is `just-a-name`: expected `owner/name`'],
    ['INPUT_REPOSITORY', 'a/..', 'input `repository` is `a/..`: expected `owner/name`'],
    ['INPUT_REPOSITORY', 'a/b/c', 'input `repository` is `a/b/c`: expected `owner/name`'],
    ['INPUT_MAX-ITERATIONS', '0', 'input `max-iterations` is `0`: expected a whole number of at least 1'],
    [
      'INPUT_MAX-ISSUE-CONCURRENCY',
      '1.5',
      'input `max-issue-concurrency` is `1.5`: expected a whole number of at least 1',
    ],
    [
      'INPUT_TIME-BUDGET-MINUTES',
      '0',
      'input `time-budget-minutes` is `0`: expected a number of minutes above 0 and up to 7200',
    ],
    [
      'INPUT_TIME-BUDGET-MINUTES',
      '1e3',
      'input `time-budget-minutes` is `1e3`: expected a number of minutes above 0 and up to 7200',
    ],
    ['INPUT_FAIL-ON', 'always', 'input `fail-on` is `always`: expected `session-failure` or `never`'],
  ])('names the input, the value and what is allowed: %s=%s', (name, value, message) => {
    expect(problems({ [name]: value })).toEqual([message]);
  });

  it('names every wrong input at once', () => {
    expect(
      problems({ INPUT_MODE: 'x', 'INPUT_DRY-RUN': 'y', 'INPUT_GITHUB-TOKEN': '', GITHUB_REPOSITORY: '' }),
    ).toEqual([
      expect.stringContaining('`mode`'),
      expect.stringContaining('`dry-run`'),
      expect.stringContaining('input `github-token` is empty: expected a token. Leave the input out'),
      expect.stringContaining('`GITHUB_REPOSITORY` is not set'),
    ]);
  });
});

describe('readEnvironment', () => {
  it.each([
    [{}, 'https://api.github.com/graphql'],
    [{ GITHUB_API_URL: 'https://ghe.example/api/v3/' }, 'https://ghe.example/api/graphql'],
    [{ GITHUB_API_URL: 'http://127.0.0.1:9' }, 'http://127.0.0.1:9/graphql'],
    [
      { GITHUB_API_URL: 'https://ghe.example/api/v3', GITHUB_GRAPHQL_URL: 'https://q.example/' },
      'https://q.example',
    ],
  ])('finds GraphQL where the API is, unless it is told: %j', (env, url) => {
    expect(readEnvironment(env).graphqlUrl).toBe(url);
  });

  it('reads what a job knows of itself', () => {
    const environment = readEnvironment(
      {
        GITHUB_SERVER_URL: 'https://ghe.example/',
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: '42',
        RUNNER_ENVIRONMENT: 'github-hosted',
        RUNNER_DEBUG: '1',
        GITHUB_OUTPUT: '/t/out',
      },
      '/here',
    );
    expect(environment).toMatchObject({
      workspace: '/here',
      serverUrl: 'https://ghe.example',
      apiUrl: 'https://api.github.com',
      runUrl: 'https://ghe.example/o/r/actions/runs/42',
      githubHosted: true,
      debug: true,
      commandFiles: { output: '/t/out', summary: undefined },
    });
  });

  const payload = (action: string, issue: object) =>
    JSON.stringify({ action, issue, repository: { full_name: 'o/r' } });

  it.each([
    ['issues', payload('labeled', { number: 7 }), { number: 7, repository: 'o/r' }],
    ['issues', payload('closed', { number: 7 }), undefined],
    ['issues', payload('opened', { number: 7, pull_request: {} }), undefined],
    ['issue_comment', payload('edited', { number: 7 }), undefined],
  ])('finds the issue of an event: %s %s', (eventName, event, expected) => {
    const file = join(mkdtempSync(join(tmpdir(), 'vik-')), 'event.json');
    writeFileSync(file, event);
    const environment = readEnvironment({ GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: file });
    expect([environment.eventIssue, environment.warnings]).toEqual([expected, []]);
  });

  it.each([['{"action"'], ['{"action":"labeled","issue":{"number":"7"}}']])(
    'warns of an event file that is none, and goes on: %s',
    (event) => {
      const file = join(mkdtempSync(join(tmpdir(), 'vik-')), 'event.json');
      writeFileSync(file, event);
      const environment = readEnvironment({ GITHUB_EVENT_NAME: 'issues', GITHUB_EVENT_PATH: file });
      expect(environment.eventIssue).toBeUndefined();
      expect(environment.warnings).toEqual([expect.stringContaining('GITHUB_EVENT_PATH')]);
    },
  );
});

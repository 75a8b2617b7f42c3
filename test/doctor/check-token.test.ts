import { describe, expect, test } from 'vitest';
import { checkToken } from '../../src/doctor/check-token.ts';
import { createPlaces, type Finding } from '../../src/doctor/finding.ts';
import type { GithubClientOptions } from '../../src/github/client.ts';
import type { Stage, TrustPolicy, Workflow } from '../../src/workflow/workflow.ts';
import { aStage } from '../support/builders.ts';
import { noAbort, type Play, play } from '../support/github/play.ts';
import type { PlayedGithubOptions } from '../support/github/played-github.ts';

const FILE = `issues:
  github:
    trust: {}
issue:
  stages:
    plan:
      when: { state: todo }
      on_success: { state: work }
`;

const MOVES: Partial<Stage> = { onSuccess: { state: 'work', addLabels: [], removeLabels: [] } };

interface Round {
  readonly github?: PlayedGithubOptions;
  readonly client?: Partial<GithubClientOptions>;
  readonly trust?: Partial<TrustPolicy>;
  readonly labels?: readonly string[];
  readonly stages?: readonly Stage[];
  readonly comment?: boolean;
  readonly excluded?: readonly string[];
  readonly repository?: string;
  readonly signal?: AbortSignal;
  prepare?(played: Play): void;
}

/** One check of a repository that has the labels `todo` and `work`; everything that was asked must have changed nothing. */
async function round(options: Round = {}) {
  await using played = await play(options.github, options.client);
  for (const label of options.labels ?? ['todo', 'work']) played.repo.createLabel(label);
  options.prepare?.(played);
  const before = JSON.stringify([...played.repo.labels, ...played.repo.issues]);
  const intake: Workflow['intake'] = {
    kind: 'github',
    labels: [],
    excludeLabels: options.excluded ?? [],
    statePrefix: '',
    sort: 'created-asc',
    limit: 10,
    idleMs: 1,
    sanitize: true,
    trust: { labelers: 'write', bots: [], authors: 'any', edits: 'refuse', ...options.trust },
  };
  const [owner = '', repo = ''] = (options.repository ?? 'o/r').split('/');
  const checked = await checkToken(
    {
      client: played.client,
      repository: { owner, repo },
      intake,
      stages: options.stages ?? [aStage(MOVES)],
      comment: options.comment ?? false,
      placeOf: createPlaces('/checkout/workflow.yml', FILE),
    },
    options.signal ?? noAbort(),
  );
  expect(JSON.stringify([...played.repo.labels, ...played.repo.issues])).toBe(before);
  return { ...checked, requests: played.github.requests };
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ severity, code, place }) =>
    [severity, code, ...(place === undefined ? [] : [`${place.pointer}:${place.line}`])].join(' '),
  );

describe('a token that can do everything', () => {
  test('is said to, and nothing is found', async () => {
    const { findings, facts } = await round();
    expect(findings).toEqual([]);
    expect(facts).toEqual([
      'the token may list the issues of `o/r`',
      'the token may write labels',
      'the token is that of the App `github-actions`',
      'every label that the file names exists',
    ]);
  });

  test('writes nothing but a label that can not be made', async () => {
    const { requests } = await round();
    const writes = requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
    expect(writes.map(({ method, path, body, status }) => [method, path, body, status])).toEqual([
      ['POST', '/repos/o/r/labels', '{"color":"ededed"}', 422],
    ]);
  });
});

describe('a token that can not', () => {
  test.each<readonly [string, Round, readonly string[]]>([
    [
      'write labels',
      { github: { issues: 'read' } },
      ['error no_issues_write issue.stages.plan.on_success:8'],
    ],
    [
      'write comments',
      { github: { issues: 'read' }, stages: [aStage()], comment: true },
      ['error no_issues_write report.comment:1'],
    ],
    ['list issues', { github: { issues: 'none' } }, ['error no_issues_read']],
    [
      'write labels, because its person may only read',
      { github: { tokenAccount: 'bob' }, trust: { labelers: ['bob'] } },
      ['error no_issues_write issue.stages.plan.on_success:8'],
    ],
    ['see the repository', { repository: 'o/other' }, ['error repository_missing']],
    ['be used at all', { prepare: ({ github }) => github.refuseToken() }, ['error token_refused']],
    [
      'change an archived repository',
      { prepare: ({ repo }) => repo.archive() },
      ['error repository_archived'],
    ],
  ])('%s', async (_, options, expected) => {
    expect(said((await round(options)).findings)).toEqual(expected);
  });

  test('write labels is well where no stage has a transition', async () => {
    const { findings, facts } = await round({
      github: { issues: 'read' },
      stages: [aStage()],
      labels: ['todo'],
    });
    expect(findings).toEqual([]);
    expect(facts).toContain('no stage has a transition, so the token need not write labels');
  });

  test('says which permission to add', async () => {
    const [finding] = (await round({ github: { issues: 'read' } })).findings;
    expect(finding?.message).toBe(
      'this token may not write the labels of `o/r`, so no transition can be made: write `permissions:` with `issues: write` into the job, or give another `github-token` with that permission',
    );
  });
});

describe('what stages expect', () => {
  const refused = { kind: 'answer', status: 403, body: { message: 'Resource not accessible' } } as const;
  const expecting = (kind: 'pull_request' | 'commits' | 'comment') => [
    aStage({ ...MOVES, expect: [{ kind }] }),
  ];

  test.each([
    ['pull_request', 'error no_pulls_read issue.stages.plan.expect:6'],
    ['commits', 'error no_contents_read issue.stages.plan.expect:6'],
  ] as const)('must be readable: %s', async (kind, expected) => {
    const { findings } = await round({
      stages: expecting(kind),
      prepare: ({ github }) => github.fault({ path: /\/(?:pulls|git\/ref)(?:\/|\?|$)/, respond: refused }),
    });
    expect(said(findings)).toEqual([expected]);
  });

  test.each(['pull_request', 'commits', 'comment'] as const)('is readable: %s', async (kind) => {
    expect((await round({ stages: expecting(kind) })).findings).toEqual([]);
  });
});

describe('a person’s token', () => {
  const person = { github: { tokenAccount: 'alice' } };
  const alice = ({ repo }: Play) => repo.setRole('alice', 'write');

  test('makes that person’s labels ambiguous', async () => {
    const { findings } = await round({ ...person, prepare: alice });
    expect(said(findings)).toEqual(['warning personal_token issues.github.trust:3']);
  });

  test.each<readonly [string, Partial<TrustPolicy>]>([
    ['when the file names the person', { labelers: ['Alice'] }],
    ['when everybody’s labels are trusted', { labelers: 'any' }],
    ['when nothing is checked', { labelers: 'any', edits: 'allow' }],
  ])('does not, %s', async (_, trust) => {
    expect((await round({ ...person, prepare: alice, trust })).findings).toEqual([]);
  });

  test('with the role triage moves labels, but makes none', async () => {
    const { findings } = await round({
      ...person,
      prepare: ({ repo }) => repo.setRole('alice', 'triage'),
      trust: { labelers: ['alice'] },
      labels: ['todo'],
    });
    expect(said(findings)).toEqual(['warning missing_label issue.stages.plan.on_success.state:8']);
  });
});

describe('labels', () => {
  test('a state that only people give must exist, the others are made by transitions', async () => {
    const { findings, facts } = await round({ labels: [] });
    expect(said(findings)).toEqual(['warning missing_label issue.stages.plan.when.state:7']);
    expect(facts).toContain('`work` does not exist yet: the first transition to it makes it');
  });

  test('one that hides nothing is a fact', async () => {
    const { findings, facts } = await round({ excluded: ['blocked'] });
    expect(findings).toEqual([]);
    expect(facts).toContain('no issue is hidden by `blocked`: o/r has no such label');
  });

  test('are told apart as GitHub does, without regard to case', async () => {
    expect((await round({ labels: ['TODO', 'Work'] })).findings).toEqual([]);
  });
});

describe('without GraphQL', () => {
  test('nothing would start', async () => {
    const { findings } = await round({ github: { graphql: false } });
    expect(said(findings)).toEqual(['error no_graphql issues.github.trust:3']);
    expect(findings[0]?.message).toContain('`issues.github.trust.edits: allow`');
  });

  test('all is well where edits are allowed', async () => {
    expect((await round({ github: { graphql: false }, trust: { edits: 'allow' } })).findings).toEqual([]);
  });
});

describe('a GitHub that does not answer', () => {
  const everything = { path: /./, times: Number.POSITIVE_INFINITY };
  test.each<readonly [string, Round, RegExp]>([
    [
      'resets every connection',
      { prepare: ({ github }) => github.fault({ ...everything, respond: { kind: 'reset' } }) },
      /^GitHub could not be asked what the token may do: GET \/repos\/o\/r: no answer/,
    ],
    [
      'answers 502 for ever',
      {
        prepare: ({ github }) => github.fault({ ...everything, respond: { kind: 'answer', status: 502 } }),
      },
      /502/,
    ],
    [
      'hangs',
      {
        client: { requestTimeoutMs: 50 },
        prepare: ({ github }) => github.fault({ ...everything, respond: { kind: 'hang' } }),
      },
      /no answer/,
    ],
    [
      'sends no JSON',
      { prepare: ({ github }) => github.fault({ ...everything, respond: { kind: 'not-json' } }) },
      /GitHub's answer for the repository was cut off/,
    ],
    ['takes longer than the doctor waits', { signal: AbortSignal.abort() }, /did not answer in time/],
  ])('%s: an error, not a crash', async (_, options, message) => {
    const { findings } = await round(options);
    expect(said(findings)).toEqual(['error no_answer']);
    expect(findings[0]?.message).toMatch(message);
  });

  test('limits our requests: it says until when', async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 1200);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const { findings } = await round({
      prepare: ({ github }) =>
        github.fault({
          ...everything,
          respond: { kind: 'answer', status: 403, headers, body: { message: 'API rate limit exceeded' } },
        }),
    });
    expect(said(findings)).toEqual(['error rate_limited']);
  });

  test('does not let permissions be read: no label could be approved', async () => {
    const respond = { kind: 'answer', status: 403, body: { message: 'Resource not accessible' } } as const;
    const { findings } = await round({
      prepare: ({ github }) => github.fault({ path: /\/collaborators\//, respond }),
    });
    expect(said(findings)).toEqual(['error no_permission_read issues.github.trust:3']);
  });
});

/** Our one comment on an issue: created once, found again, edited after. */
import { describe, expect, test } from 'vitest';
import { createGithubComments } from '../../src/tracker/github-comments.ts';
import { CredentialsError } from '../../src/tracker/tracker.ts';
import { noAbort, type Play, play } from '../support/github/play.ts';

const KEY = '0123456789abcdef';
const MARKER = `<!-- vik:${KEY} -->`;
const POSTED = /\/issues\/1\/comments$/;

/** A job's comments in `o/r`, in which alice has written issue 1. */
function aJob({ client }: Play, key = KEY, settleMs = 1) {
  const comments = createGithubComments({
    client,
    repository: { owner: 'o', repo: 'r' },
    key,
    settleMs,
  });
  return (text: string, more: { urgent?: boolean; signal?: AbortSignal } = {}) =>
    comments.write('1', text, { signal: noAbort(), urgent: false, ...more });
}

async function open(options: Parameters<typeof play>[0] = {}): Promise<Play> {
  const played = await play(options);
  played.repo.createIssue({ title: 'one', author: 'alice', labels: ['todo'] });
  return played;
}

/** Who wrote which comment. */
const told = ({ repo }: Play): string[] =>
  repo.issue(1).comments.map(({ author, body }) => `${author.login}: ${body}`);

describe('one comment', () => {
  test('is created once and edited after, in this job and in the next', async () => {
    await using scene = await open();
    const write = aJob(scene);
    expect([await write('a'), await write('b'), await aJob(scene)('c')]).toEqual([
      { kind: 'written' },
      { kind: 'written' },
      { kind: 'written' },
    ]);
    expect(told(scene)).toEqual([`github-actions: ${MARKER}\nc`]);
    // the account once, the listing once in each job
    expect(scene.github.requestsTo('GET', POSTED)).toHaveLength(2);
    expect(scene.github.requestsTo('POST', /graphql/)).toHaveLength(2);
  });

  test.each<readonly [string, string, string]>([
    ['of somebody else with our marker', 'mallory', `${MARKER}\nmine`],
    ['of a person of the same name', 'github-actions', `${MARKER}\nmine`],
    ['of another workflow', 'github-actions[bot]', '<!-- vik:fedcba9876543210 -->\nits'],
    ['of ours that only quotes the marker', 'github-actions[bot]', `see ${MARKER}`],
  ])('is none %s', async (_what, by, body) => {
    await using scene = await open();
    // GitHub has no two accounts of one login; a person may still call itself so on another server
    if (by === 'github-actions') scene.github.accounts.add('github-actions', 'User');
    scene.repo.issue(1).comment(body, { by });
    await aJob(scene)('new');
    expect(told(scene)).toEqual([expect.stringContaining(body), `github-actions: ${MARKER}\nnew`]);
  });

  test('is found behind two pages of others', async () => {
    await using scene = await open();
    for (let i = 0; i < 210; i += 1) scene.repo.issue(1).comment('hello', { by: 'alice' });
    await aJob(scene)('a');
    await aJob(scene)('b');
    expect(told(scene).filter((one) => one.includes(MARKER))).toEqual([`github-actions: ${MARKER}\nb`]);
  });

  test('that somebody deleted stays deleted in this job', async () => {
    await using scene = await open();
    const write = aJob(scene);
    await write('a');
    scene.repo.issue(1).comments.length = 0;
    expect([await write('b'), await write('c')]).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
    expect(told(scene)).toEqual([]);
    expect(scene.github.requestsTo('PATCH', /comments/)).toHaveLength(1);
  });
});

describe('an answer that is lost', () => {
  test.each(['reset-mid-body', 'reset', 'not-json'] as const)('%s: never a second comment', async (kind) => {
    await using scene = await open();
    const write = aJob(scene);
    scene.github.fault({ method: 'POST', path: POSTED, respond: { kind } });
    await expect(write('a')).rejects.toThrow();
    expect(scene.github.requestsTo('POST', POSTED)).toHaveLength(1);
    await expect(write('b')).resolves.toEqual({ kind: 'written' });
    expect(told(scene)).toEqual([`github-actions: ${MARKER}\nb`]);
    expect(scene.github.requestsTo('POST', POSTED)).toHaveLength(kind === 'reset-mid-body' ? 1 : 2);
  });

  test('is waited for before it is looked for', async () => {
    await using scene = await open();
    const write = aJob(scene, KEY, 300);
    scene.github.fault({ method: 'POST', path: POSTED, respond: { kind: 'reset' } });
    await expect(write('a')).rejects.toThrow();
    const before = performance.now();
    await write('b');
    expect(performance.now() - before).toBeGreaterThanOrEqual(250);
  });

  test('of the listing: nothing is created on a guess', async () => {
    await using scene = await open();
    scene.github.fault({
      method: 'GET',
      path: /comments/,
      times: 9,
      respond: { kind: 'answer', status: 502 },
    });
    await expect(aJob(scene)('a')).rejects.toThrow('502');
    expect(scene.github.requestsTo('POST', POSTED)).toEqual([]);
  });
});

describe('what GitHub refuses', () => {
  test('a token that may not write is told so', async () => {
    await using scene = await open({ issues: 'read' });
    expect(await aJob(scene)('a')).toEqual({
      kind: 'refused',
      detail: expect.stringContaining('the token needs `permissions`: issues=write'),
    });
  });

  test('a server without GraphQL does not tell whose token it is, so nothing is written', async () => {
    await using scene = await open({ graphql: false });
    expect(await aJob(scene)('a')).toMatchObject({ kind: 'refused' });
    expect(told(scene)).toEqual([]);
  });

  test('a refused token is a matter of its own', async () => {
    await using scene = await open();
    scene.github.refuseToken();
    await expect(aJob(scene)('a')).rejects.toThrow(CredentialsError);
  });
});

describe('in a hurry', () => {
  test('only a comment that is known is edited', async () => {
    await using scene = await open();
    const write = aJob(scene);
    expect(await write('a', { urgent: true })).toEqual({ kind: 'left' });
    await write('b');
    expect(await write('c', { urgent: true })).toEqual({ kind: 'written' });
    expect(told(scene)).toEqual([`github-actions: ${MARKER}\nc`]);
  });

  test('a creation that was cut off is looked for', async () => {
    await using scene = await open();
    const write = aJob(scene);
    scene.github.fault({ method: 'POST', path: POSTED, respond: { kind: 'slow', ms: 100 } });
    const stop = new AbortController();
    scene.github.before({ method: 'POST', path: POSTED }, () => stop.abort());
    await expect(write('a', { signal: stop.signal })).rejects.toThrow('aborted');
    expect(await write('b', { urgent: true })).toEqual({ kind: 'left' });
    await expect.poll(() => told(scene)).toHaveLength(1);
    await write('c');
    expect(told(scene)).toEqual([`github-actions: ${MARKER}\nc`]);
  });
});

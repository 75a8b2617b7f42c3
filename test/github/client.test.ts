import { Response } from 'node-fetch';
import { describe, expect, test } from 'vitest';
import { patiently } from '../../src/github/client.ts';
import { createFetch } from '../../src/github/fetch.ts';
import { CredentialsError, RateLimitError } from '../../src/tracker/tracker.ts';
import { type FaultResponse, secondaryLimit } from '../support/github/faults.ts';
import { noAbort, play } from '../support/github/play.ts';

const REPO = 'GET /repos/{owner}/{repo}';
const at = { owner: 'o', repo: 'r' };
const path = /^\/repos\/o\/r$/;

describe('a request', () => {
  test('whose signal is aborted already is not handed on: node-fetch would throw where nobody listens', async () => {
    const sent: string[] = [];
    const send = async (url: string) => {
      sent.push(url);
      return new Response();
    };
    const signal = AbortSignal.abort();
    await expect(createFetch(1_000, send)('http://127.0.0.1/', { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(sent).toEqual([]);
  });

  test('carries the token and our user agent', async () => {
    await using played = await play();
    await played.client.request(REPO, at, { signal: noAbort() });
    expect(played.github.requests[0]?.headers).toMatchObject({
      authorization: 'token ghs_played',
      'user-agent': expect.stringContaining('vik-action'),
    });
  });

  test.each<{ what: string; respond: FaultResponse }>([
    { what: '502', respond: { kind: 'answer', status: 502 } },
    { what: 'a connection reset', respond: { kind: 'reset' } },
    {
      what: 'a 429 that says how long',
      respond: { kind: 'answer', status: 429, headers: { 'retry-after': '2' } },
    },
    { what: 'a 429 that says nothing', respond: { kind: 'answer', status: 429 } },
    { what: 'a secondary limit', respond: secondaryLimit(2) },
    { what: 'a secondary limit that says nothing', respond: secondaryLimit() },
  ])('is sent again after $what', async ({ respond }) => {
    await using played = await play({}, { throttle: true });
    played.github.fault({ path, respond, times: 2 });
    const { status } = await played.client.request(REPO, at, { signal: noAbort() });
    expect([status, played.github.requests.length]).toEqual([200, 3]);
  });

  test.each([400, 403, 404, 410, 422])('is not sent again after %i', async (status) => {
    await using played = await play({}, { throttle: true });
    played.github.fault({ path, respond: { kind: 'answer', status } });
    await expect(played.client.request(REPO, at, { signal: noAbort() })).rejects.toMatchObject({ status });
    expect(played.github.requests).toHaveLength(1);
  });

  test('is not sent again when it must not happen twice', async () => {
    await using played = await play();
    played.repo.createIssue({ title: 'one' });
    played.github.fault({ path: /comments/, respond: { kind: 'reset-mid-body' } });
    await played.client
      .request(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...at, issue_number: 1, body: 'hello' },
        { signal: noAbort(), retries: 0 },
      )
      .catch(() => undefined);
    expect(played.repo.issue(1).comments).toHaveLength(1);
  });

  test('that is answered 500 for ever fails after four tries, in words', async () => {
    await using played = await play();
    played.github.fault({
      path,
      times: 99,
      respond: { kind: 'answer', status: 500, body: { message: 'Oops' } },
    });
    await expect(played.client.request(REPO, at, { signal: noAbort() })).rejects.toThrow(
      'GET /repos/o/r: 500 Oops',
    );
    expect(played.github.requests).toHaveLength(4);
  });

  test('that is never answered ends at its time limit and is sent again', async () => {
    await using played = await play({}, { requestTimeoutMs: 100 });
    played.github.fault({ path, respond: { kind: 'hang' } });
    const { status } = await played.client.request(REPO, at, { signal: noAbort() });
    expect(status).toBe(200);
  });

  test('with a refused token is a CredentialsError, without another try', async () => {
    await using played = await play({}, { throttle: true });
    played.github.refuseToken();
    await expect(played.client.request(REPO, at, { signal: noAbort() })).rejects.toBeInstanceOf(
      CredentialsError,
    );
    expect(played.github.requests).toHaveLength(1);
  });

  test('without permission says which one the token needs', async () => {
    await using played = await play();
    const headers = { 'x-accepted-github-permissions': 'issues=write' };
    const body = { message: 'Resource not accessible by integration' };
    played.github.fault({ path, respond: { kind: 'answer', status: 403, headers, body } });
    await expect(played.client.request(REPO, at, { signal: noAbort() })).rejects.toThrow(
      '403 Resource not accessible by integration (the token needs `permissions`: issues=write)',
    );
  });
});

describe('a rate limit', () => {
  test('that is reset soon is waited for, with one line that says until when', async () => {
    await using played = await play({}, { throttle: true, secondMs: 300 });
    played.github.rateLimit.core.remaining = 0;
    played.github.rateLimit.core.resetAt = new Date(Date.now() + 1000);
    await Promise.all([1, 2].map(() => played.client.request(REPO, at, { signal: noAbort() })));
    expect(played.log.lines[0]).toMatch(
      /^GitHub limits our requests \(the rate limit is used up\): waiting until \d\d:\d\d:\d\d UTC$/,
    );
    expect(played.log.lines).toEqual([...new Set(played.log.lines)]);
  });

  test('that is reset in 20 minutes is a RateLimitError at once', async () => {
    await using played = await play({}, { throttle: true });
    const resetAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 20 * 60_000);
    Object.assign(played.github.rateLimit.core, { remaining: 0, resetAt });
    const failure = played.client.request(REPO, at, { signal: noAbort() });
    await expect(failure).rejects.toBeInstanceOf(RateLimitError);
    await expect(failure).rejects.toMatchObject({ resetAt });
    expect(played.github.requests).toHaveLength(1);
  });

  test('that is reset in 20 minutes is waited for by who is patient', async () => {
    await using played = await play({}, { throttle: true, secondMs: 1 });
    const resetAt = new Date(Date.now() + 20 * 60_000);
    Object.assign(played.github.rateLimit.core, { remaining: 0, resetAt });
    const answer = patiently(played.client).request(REPO, at, { signal: noAbort() });
    await expect.poll(() => played.github.requests.length).toBe(1);
    played.github.rateLimit.core.remaining = 10;
    expect(await answer).toMatchObject({ status: 200 });
    expect(played.log.lines).toEqual([expect.stringContaining('waiting until')]);
  });

  test('is low when less than a tenth of it is left', async () => {
    await using played = await play({ rateLimit: 100 });
    played.github.rateLimit.core.remaining = 11;
    const seen: boolean[] = [];
    for (let count = 0; count < 2; count += 1) {
      await played.client.request(REPO, at, { signal: noAbort() });
      seen.push(played.client.isRateLimitLow());
    }
    expect(seen).toEqual([false, true]);
  });
});

describe('an abort', () => {
  test.each<{ when: string; respond: FaultResponse }>([
    { when: 'no answer comes', respond: { kind: 'hang' } },
    { when: 'a limit is waited for', respond: secondaryLimit(200) },
  ])('while $when ends the request at once, with its own reason', async ({ respond }) => {
    await using played = await play({}, { throttle: true, secondMs: 1000 });
    const controller = new AbortController();
    const reason = new Error('the run stops');
    played.github.fault({ path, respond });
    const sent = played.client.request(REPO, at, { signal: controller.signal });
    await expect.poll(() => played.github.requests.length).toBe(1);
    controller.abort(reason);
    await expect(sent).rejects.toBe(reason);
  });
});

test('queries do not wait in line with writes, which are a second apart', async () => {
  await using played = await play({}, { throttle: true });
  played.repo.createIssue({ title: 'one' });
  const call = { signal: noAbort() };
  const write = () =>
    played.client.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
      { ...at, issue_number: 1, labels: ['todo'] },
      call,
    );
  const query = () => played.client.graphql('{ viewer { login } }', {}, call);
  await Promise.all([write(), write(), ...Array.from({ length: 5 }, query)]);
  const order = played.github.requests.map(({ path }) => (path === '/graphql' ? 'query' : 'write'));
  expect(order.indexOf('query')).toBeLessThan(order.lastIndexOf('write'));
  expect(order.filter((what) => what === 'query')).toHaveLength(5);
});

import { describe, expect, test } from 'vitest';
import { createListing } from '../../src/github/list-issues.ts';
import type { FaultResponse } from '../support/github/faults.ts';
import { noAbort, play } from '../support/github/play.ts';

const repository = { owner: 'o', repo: 'r' };
const query = { labels: ['todo'], sort: 'created', direction: 'asc' } as const;
const all = () => false;

describe('a listing', () => {
  test.each(['page', 'cursor'] as const)('follows the next page as GitHub gives it (%s)', async (paging) => {
    await using played = await play({ paging });
    for (let count = 0; count < 250; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    const { issues } = await createListing(played.client, repository, query).read(all, noAbort());
    expect(issues.map(({ number }) => number)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(played.github.requests).toHaveLength(3);
  });

  test('leaves pull requests and closed issues out', async () => {
    await using played = await play();
    played.repo.createPull({ title: 'a pull request', labels: ['todo'] });
    played.repo.createIssue({ title: 'closed', labels: ['todo'] }).close();
    played.repo.createIssue({ title: 'open', labels: ['todo'] });
    const { issues } = await createListing(played.client, repository, query).read(all, noAbort());
    expect(issues.map(({ title }) => title)).toEqual(['open']);
  });

  test('that has not changed costs nothing against the rate limit, all of its pages', async () => {
    await using played = await play();
    for (let count = 0; count < 250; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    const listing = createListing(played.client, repository, query);
    const first = await listing.read(all, noAbort());
    const { remaining } = played.github.rateLimit.core;
    const second = await listing.read(all, noAbort());
    expect(played.github.requests.map(({ status }) => status)).toEqual([200, 200, 200, 304, 304, 304]);
    expect(played.github.rateLimit.core.remaining).toBe(remaining);
    expect(second).toEqual(first);
  });

  test('shows what changed on one page of several', async () => {
    await using played = await play();
    for (let count = 0; count < 150; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    const listing = createListing(played.client, repository, query);
    await listing.read(all, noAbort());
    played.repo.issue(120).edit({ title: 'new' });
    const { issues } = await listing.read(all, noAbort());
    expect(issues[119]?.title).toBe('new');
    expect(played.github.requests.map(({ status }) => status)).toEqual([200, 200, 304, 200]);
  });

  test('reads no further page when enough is found', async () => {
    await using played = await play();
    for (let count = 0; count < 150; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    const { hasMore } = await createListing(played.client, repository, query).read(() => true, noAbort());
    expect([hasMore, played.github.requests.length]).toEqual([true, 1]);
  });

  test.each<{ what: string; respond: FaultResponse }>([
    { what: 'is not JSON', respond: { kind: 'not-json' } },
    { what: 'is empty', respond: { kind: 'answer', status: 200, body: '' } },
    { what: 'is an object', respond: { kind: 'answer', status: 200, body: {} } },
  ])('of which a page $what fails, it is never short', async ({ respond }) => {
    await using played = await play();
    for (let count = 0; count < 150; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    played.github.fault({ path: /[?&]page=2/, times: 9, respond });
    await expect(createListing(played.client, repository, query).read(all, noAbort())).rejects.toThrow(
      /cut off or is no list/,
    );
  });

  test('of which a page is reset in the middle reads it again', async () => {
    await using played = await play();
    for (let count = 0; count < 150; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    played.github.fault({ path: /[?&]page=2/, respond: { kind: 'reset-mid-body' } });
    const { issues } = await createListing(played.client, repository, query).read(all, noAbort());
    expect([issues.length, played.github.requests.length]).toEqual([150, 3]);
  });

  test('of which a page is reset in the middle for ever fails, it is never short', async () => {
    await using played = await play();
    for (let count = 0; count < 150; count += 1)
      played.repo.createIssue({ title: `t${count}`, labels: ['todo'] });
    played.github.fault({ path: /[?&]page=2/, times: 99, respond: { kind: 'reset-mid-body' } });
    await expect(createListing(played.client, repository, query).read(all, noAbort())).rejects.toThrow(
      'GET /repos/o/r/issues: no answer (',
    );
  });

  test('does not follow a next page to another server, which would get our token', async () => {
    await using played = await play();
    await using other = await play();
    const link = `<${other.github.url}/repos/o/r/issues?page=2>; rel="next"`;
    played.github.fault({
      path: /issues/,
      respond: { kind: 'answer', status: 200, headers: { link }, body: [] },
    });
    await expect(createListing(played.client, repository, query).read(all, noAbort())).rejects.toThrow(
      /goes on at another server/,
    );
    expect(other.github.requests).toEqual([]);
  });

  test('leaves an item that is no issue out, with a warning that names it', async () => {
    await using played = await play();
    played.github.fault({ path: /issues/, respond: { kind: 'answer', status: 200, body: [{ number: 7 }] } });
    const { issues, warnings } = await createListing(played.client, repository, query).read(all, noAbort());
    expect(issues).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/^#7 is left out: /)]);
  });
});

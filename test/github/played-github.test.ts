/** The played GitHub itself: what it is held against must be able to fail. */
import { describe, expect, test } from 'vitest';
import { findViolation } from '../support/github/openapi-check.ts';
import { startPlayedGithub } from '../support/github/played-github.ts';

const LIST = 'GET /repos/{owner}/{repo}/issues';

describe('GitHub’s own description', () => {
  test.each([
    ['an issue without a title', LIST, 200, [{ number: 1 }], /must have required property/],
    ['no list', LIST, 200, {}, /must be array/],
    ['a status that GitHub does not give', LIST, 204, undefined, /does not answer 204/],
    ['an operation that was not cut out', 'GET /zen', 200, 'x', /add it to scripts\/cut-openapi.ts/],
  ])('refuses %s', (_, operation, status, body, violation) => {
    expect(findViolation(operation, status, body)).toMatch(violation);
  });
});

describe('the played GitHub', () => {
  test('fails at its end when it answered what GitHub would not', async () => {
    const github = await startPlayedGithub();
    // No association that GitHub knows.
    github.repo('o/r').createIssue({ title: 'x', association: 'FRIEND' });
    const headers = { authorization: `token ${github.token}` };
    const answer = await fetch(`${github.url}/repos/o/r/issues`, { headers });
    expect(answer.status).toBe(500);
    await expect(github.stop()).rejects.toThrow('GitHub would not answer so');
  });

  test.each([
    [
      'a field that GitHub does not have',
      '{ repository(owner: "o", name: "r") { nope } }',
      'Cannot query field \\"nope\\"',
    ],
    [
      'a field that is not played',
      '{ repository(owner: "o", name: "r") { forkCount } }',
      'does not play the field `forkCount`',
    ],
    [
      'a page without a size',
      '{ repository(owner: "o", name: "r") { issue(number: 1) { labels { totalCount } } } }',
      'must provide a `first` or `last`',
    ],
  ])('answers errors to a query with %s', async (_, query, message) => {
    await using github = await startPlayedGithub();
    github.repo('o/r').createIssue({ title: 'x' });
    const answer = await fetch(github.graphqlUrl, {
      method: 'POST',
      headers: { authorization: `bearer ${github.token}` },
      body: JSON.stringify({ query }),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(message)]);
  });
});

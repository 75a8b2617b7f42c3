import { expect, test } from 'vitest';
import { serverFor, tokenFor } from '../../src/cli/server.ts';

const GHES = {
  serverUrl: 'https://ghe.example',
  apiUrl: 'https://ghe.example/api/v3',
  graphqlUrl: 'https://ghe.example/api/graphql',
};
const CLOUD = {
  serverUrl: 'https://octo.ghe.com',
  apiUrl: 'https://api.octo.ghe.com',
  graphqlUrl: 'https://api.octo.ghe.com/graphql',
};

test.each([
  ['nothing', {}, {}],
  ['github.com', { GH_HOST: 'github.com' }, {}],
  ['an Enterprise Server', { GH_HOST: 'GHE.example' }, GHES],
  ['a server of the cloud', { GH_HOST: 'octo.ghe.com' }, CLOUD],
  [
    'something else than the runner says',
    { GH_HOST: 'ghe.example', GITHUB_API_URL: 'http://127.0.0.1:1' },
    {},
  ],
])('GH_HOST names %s', (_, variables: Record<string, string>, expected) => {
  expect(serverFor(variables)).toEqual(expected);
});

test.each([
  ['github.com', { GH_TOKEN: 'a', GITHUB_TOKEN: 'b' }, 'a'],
  ['github.com', { GITHUB_TOKEN: ' b\n' }, 'b'],
  ['github.com', { GH_TOKEN: '', GITHUB_TOKEN: 'b' }, 'b'],
  ['github.com', { GH_ENTERPRISE_TOKEN: 'e' }, ''],
  ['octo.ghe.com', { GH_TOKEN: 'a', GH_ENTERPRISE_TOKEN: 'e' }, 'a'],
  ['ghe.example', { GH_TOKEN: 'a', GH_ENTERPRISE_TOKEN: 'e' }, 'e'],
  ['ghe.example', { GH_TOKEN: 'a', GITHUB_ENTERPRISE_TOKEN: 'f' }, 'f'],
  ['ghe.example', { GITHUB_TOKEN: 'b' }, 'b'],
])('%s gets of %j the token %j', (host, variables: Record<string, string>, token) => {
  expect(tokenFor(host, variables)).toBe(token);
});

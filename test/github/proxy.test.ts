import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startPlayedGithub } from '../support/github/played-github.ts';
import { makeTempDir, runAction } from '../support/run-action.ts';

/** A proxy for plain HTTP that sends everything to one server, whatever name was asked for. */
async function startProxy(target: string) {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    const { pathname, search } = new URL(incoming.url ?? '/', target);
    const onward = request(new URL(pathname + search, target), {
      method: incoming.method,
      headers: incoming.headers,
    });
    onward.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    const { hostname, port } = new URL(target);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('behind a proxy every request to GitHub goes through it', async () => {
  await using github = await startPlayedGithub();
  github.repo('octo/repo').createIssue({ title: 'one', labels: ['other'] });
  await using proxy = await startProxy(github.url);
  const workspace = await makeTempDir();
  writeFileSync(
    path.join(workspace, 'workflow.yml'),
    `agents: { a: { runtime: command, command: ['true'] } }
issue: { stages: { s: { when: { state: todo }, agent: a, prompt: go } } }
`,
  );

  const result = await runAction({
    workspace,
    inputs: { 'github-token': github.token },
    // a name that only the proxy can find
    github: { url: 'http://github.example.test', graphqlUrl: 'http://github.example.test/graphql' },
    env: { http_proxy: proxy.url },
  });

  expect(result.outputs).toMatchObject({ reason: 'drained', drained: 'true' });
  expect(proxy.asked.length).toBeGreaterThan(0);
  expect(github.requests.length).toBeGreaterThan(0);
});

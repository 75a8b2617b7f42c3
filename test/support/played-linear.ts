import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** Linear with one issue in the column `Ready for agent`, as far as the example asks. */
export async function playLinear(
  key: string,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<{ readonly url: string } & AsyncDisposable> {
  let state = 'Ready for agent';
  const issue = {
    id: 'uuid-7',
    identifier: id,
    title,
    description: null,
    url: `https://linear.app/${id}`,
    priority: 2,
  };
  const server = createServer(async (request, response) => {
    const { query, variables } = requestSchema.parse(JSON.parse(await text(request)));
    if (request.headers.authorization !== key) return response.writeHead(401).end();
    if (query.startsWith('mutation') && variables.id === issue.id) state = variables.state;
    const nodes = state === variables.state ? [{ ...issue, state: { name: state } }] : [];
    return response.end(JSON.stringify({ data: { issues: { nodes }, issueUpdate: { success: true } } }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.object({ id: z.string().optional(), state: z.string() }),
});

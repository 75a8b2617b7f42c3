import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a played model does with a session. */
export type ModelScenario =
  /** Asks for one shell command, and says so; when its result comes, it says `lastMessage`. */
  | { readonly kind: 'command'; readonly command: string; readonly lastMessage: string }
  /** Refuses every request. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly type: string;
      readonly message: string;
      /** Further fields of the error. */
      readonly details?: object;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Sends the headers of an answer and then nothing. */
  | { readonly kind: 'idle' };

/** The agent writes proof.txt in its workspace. */
export const writesProof: ModelScenario = {
  kind: 'command',
  command: 'echo hi > proof.txt',
  lastMessage: 'Done: the command ran and the work is finished.',
};

/** What both providers say to a wrong key. */
export const refusesKey: ModelScenario = {
  kind: 'error',
  status: 401,
  type: 'authentication_error',
  message: 'Incorrect API key provided.',
};

/** A provider's API, played on loopback. */
export interface PlayedModel extends AsyncDisposable {
  /** Without a path. */
  readonly url: string;
  /** Every request so far: `POST /v1/messages?beta=true`. */
  readonly requests: readonly string[];
}

export interface ServerSentEvent {
  readonly type: string;
}

/** Serves one endpoint; every other request is answered with 404. */
export async function startPlayedModel(
  endpoint: string,
  answer: (body: string, response: ServerResponse) => void,
): Promise<PlayedModel> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const body = await readBody(request);
    if (request.method === 'POST' && request.url?.split('?')[0] === endpoint) answer(body, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the played model has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Streams events as both providers do: the type is in the event line and in the data. */
export function sendEvents(response: ServerResponse, events: readonly ServerSentEvent[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  response.end();
}

export function sendError(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

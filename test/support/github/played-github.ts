/**
 * GitHub, played: a small HTTP server on loopback with the part of the REST and GraphQL APIs that the Action uses, held
 * against GitHub's own descriptions of them. No test framework in here: the demo starts it too.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Accounts } from './accounts.ts';
import { createWaiting, type Fault, type FaultResponse, type RequestMatcher } from './faults.ts';
import { answerGraphql } from './graphql.ts';
import { PlayedRepository, World } from './model.ts';
import { findViolation } from './openapi-check.ts';
import type { Paging } from './paging.ts';
import {
  countRequest,
  createRateLimit,
  type PlayedRateLimit,
  rateLimitHeaders,
  rateLimitShape,
  refill,
} from './rate-limit.ts';
import { answerRest, notFound } from './rest.ts';

export interface PlayedGithubOptions {
  /** The one token that is accepted. */
  readonly token?: string;
  /** Whose it is: `github-actions[bot]` without it. */
  readonly tokenAccount?: string;
  /** What `permissions:` of the job gives the token for issues: `write` without it. */
  readonly issues?: 'write' | 'read' | 'none';
  readonly paging?: Paging;
  /** Requests an hour; 1,000 as GITHUB_TOKEN has. */
  readonly rateLimit?: number;
  /** False: there is no GraphQL, as on some other servers. */
  readonly graphql?: boolean;
}

export interface LoggedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** When it came. */
  readonly at: Date;
  /** 0 when there was no answer, or only half of one. */
  status: number;
}

export interface PlayedGithub extends AsyncDisposable {
  /** Base of the REST API, as GITHUB_API_URL. */
  readonly url: string;
  /** As GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly token: string;
  readonly accounts: Accounts;
  /** Every request so far, in the order in which they came. */
  readonly requests: readonly LoggedRequest[];
  readonly rateLimit: { readonly core: PlayedRateLimit; readonly graphql: PlayedRateLimit };
  /** Answers that GitHub's own description does not allow. `stop` rejects when there are any. */
  readonly violations: readonly string[];
  /** The repository of this full name, made on demand. */
  repo(fullName: string): PlayedRepository;
  /** The requests of this method whose path matches. */
  requestsTo(method: string, path: RegExp): LoggedRequest[];
  /** Answers matching requests otherwise. */
  fault(fault: Fault): void;
  /** Runs right before a matching request is answered. */
  before(matcher: RequestMatcher, change: () => void): void;
  /** From now on every request is answered with 401. */
  refuseToken(): void;
  /** Ends every connection. Rejects when an answer was not what GitHub would answer. */
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

export async function startPlayedGithub(options: PlayedGithubOptions = {}): Promise<PlayedGithub> {
  const token = options.token ?? 'ghs_played';
  const world = new World(options.tokenAccount ?? 'github-actions[bot]');
  const requests: LoggedRequest[] = [];
  const violations: string[] = [];
  const faults = createWaiting<Fault>();
  const hooks = createWaiting<RequestMatcher & { readonly change: () => void }>();
  const core = createRateLimit(options.rateLimit ?? 1000);
  const graphqlRate = createRateLimit(options.rateLimit ?? 1000);
  let refused = false;
  let api = '';

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      violations.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `the played GitHub failed: ${error}` }));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', api);
    const body = await readBody(request);
    const logged: LoggedRequest = {
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body,
      at: new Date(),
      status: 0,
    };
    requests.push(logged);
    response.on('finish', () => {
      logged.status = response.statusCode;
    });
    const path = `${url.pathname}${url.search}`;
    hooks.take(method, path)?.change();
    const fault = faults.take(method, path)?.respond;
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const faulty = fault === undefined ? undefined : faultyAnswer(fault);
    const real = faulty ?? (await realAnswer(method, url, body, logged.headers));
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.kind === 'reset-mid-body') {
      const bytes = Buffer.from(real.text);
      response.writeHead(real.status, { ...real.headers, 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => request.socket.resetAndDestroy());
      return;
    }
    response.writeHead(real.status, real.headers);
    response.end(real.text);
  }

  async function realAnswer(
    method: string,
    url: URL,
    text: string,
    headers: LoggedRequest['headers'],
  ): Promise<Answer> {
    const isGraphql = url.pathname === '/graphql' && options.graphql !== false;
    const rate = isGraphql ? graphqlRate : core;
    const send = (status: number, body: unknown, more: Record<string, string> = {}): Answer => ({
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...rateLimitHeaders(rate, isGraphql ? 'graphql' : 'core'),
        ...more,
      },
      text: body === undefined ? '' : JSON.stringify(body),
    });
    if (
      refused ||
      !/^(?:token|bearer) /i.test(headers.authorization?.toString() ?? '') ||
      headers.authorization?.toString().split(' ')[1] !== token
    ) {
      return send(401, {
        message: 'Bad credentials',
        documentation_url: 'https://docs.github.com/rest',
        status: '401',
      });
    }
    if (url.pathname === '/rate_limit') {
      refill(core);
      const limits = { core, search: core, graphql: graphqlRate };
      const resources = Object.fromEntries(
        Object.entries(limits).map(([name, one]) => [name, rateLimitShape(one)]),
      );
      return checked('GET /rate_limit', send(200, { resources, rate: rateLimitShape(core) }));
    }
    if (!countRequest(rate)) {
      return send(403, {
        message: 'API rate limit exceeded for installation ID 1.',
        documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      });
    }
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    const body = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
    if (isGraphql) {
      const { status, body: result } = await answerGraphql(world, body);
      return send(status, result);
    }
    const needed = missingPermission(method, url.pathname, options.issues ?? 'write');
    if (needed !== undefined) {
      const message = 'Resource not accessible by integration';
      const documentation_url = 'https://docs.github.com/rest';
      return send(
        403,
        { message, documentation_url, status: '403' },
        { 'x-accepted-github-permissions': needed },
      );
    }
    const answered = answerRest(method, { world, api, url, paging: options.paging ?? 'page', body });
    if (answered === undefined) {
      if (url.pathname !== '/graphql') violations.push(`the played GitHub has no ${method} ${url.pathname}`);
      return send(404, notFound().body);
    }
    const link: Record<string, string> = answered.link === undefined ? {} : { link: answered.link };
    const real = checked(answered.operation, send(answered.status, answered.body, link));
    if (method !== 'GET' || real.status !== 200) return real;
    const etag = `W/"${createHash('sha256')
      .update(`${real.text}${answered.link ?? ''}`)
      .digest('hex')}"`;
    if (headers['if-none-match'] !== etag) return { ...real, headers: { ...real.headers, etag } };
    // An unchanged answer is not counted, and need not carry Link.
    rate.remaining += 1;
    return { status: 304, headers: { etag, ...rateLimitHeaders(rate, 'core') }, text: '' };
  }

  function checked(operation: string, answer: Answer): Answer {
    const body: unknown = answer.text === '' ? undefined : JSON.parse(answer.text);
    const violation = findViolation(operation, answer.status, body);
    if (violation === undefined) return answer;
    violations.push(violation);
    return {
      status: 500,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify({ message: violation }),
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the played GitHub has no port');
  api = `http://127.0.0.1:${address.port}`;

  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
    if (violations.length > 0) throw new Error(`GitHub would not answer so:\n${violations.join('\n')}`);
  };
  return {
    url: api,
    graphqlUrl: `${api}/graphql`,
    token,
    accounts: world.accounts,
    requests,
    rateLimit: { core, graphql: graphqlRate },
    violations,
    repo(fullName) {
      const key = fullName.toLowerCase();
      let repo = world.repositories.get(key);
      if (repo === undefined) {
        const [owner = '', name = ''] = fullName.split('/');
        repo = new PlayedRepository(world, owner, name);
        world.repositories.set(key, repo);
      }
      return repo;
    },
    requestsTo: (method, path) => requests.filter((one) => one.method === method && path.test(one.path)),
    fault: (fault) => faults.add(fault),
    before: (matcher, change) => hooks.add({ ...matcher, change }),
    refuseToken() {
      refused = true;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** What GitHub says that a request needs, before it looks at anything else of it; undefined when the token has it. */
function missingPermission(
  method: string,
  path: string,
  issues: 'write' | 'read' | 'none',
): string | undefined {
  if (issues === 'write' || !/^\/repos\/[^/]+\/[^/]+\/(?:issues|labels)(?:\/|$)/.test(path)) return undefined;
  if (method !== 'GET') return 'issues=write; pull_requests=write';
  return issues === 'none' ? 'issues=read; pull_requests=read' : undefined;
}

/** Undefined for faults that happen on the way of the real answer. */
function faultyAnswer(fault: FaultResponse): Answer | undefined {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  switch (fault.kind) {
    case 'answer': {
      const text =
        typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? { message: 'fault' });
      return { status: fault.status, headers: { ...json, ...fault.headers }, text };
    }
    case 'not-json':
      return { status: 200, headers: json, text: '<html><body>Unicorn!</body></html>' };
    case 'graphql-errors':
      return { status: 200, headers: json, text: JSON.stringify({ data: null, errors: fault.errors }) };
    case 'reset':
    case 'reset-mid-body':
    case 'slow':
    case 'hang':
      return undefined;
    default:
      fault satisfies never;
      return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

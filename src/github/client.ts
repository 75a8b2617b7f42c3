/**
 * The one way to GitHub: Octokit with pacing, retries and limits, and our own words for what can go wrong. It knows no
 * route; callers parse what it gives them.
 */

import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { CredentialsError, RateLimitError } from '../tracker/tracker.ts';
import { createFetch, type Send, sendDirectly } from './fetch.ts';
import { GithubError } from './github-error.ts';
import { createRateLimits, readResetAt } from './rate-limits.ts';
import { limitsAsTold } from './retry-after.ts';

export interface GithubClientOptions {
  readonly token: string;
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  /** GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly log: Log;
  /** What sends requests; straight to the server without it. */
  readonly send?: Send;
  /** One request, without the waiting between tries; 30 seconds. */
  readonly requestTimeoutMs?: number;
  /** False: writes are not paced and limits are not waited for. */
  readonly throttle?: boolean;
  /** How long one second of waiting for retries and limits lasts; 1000. Tests make it short. */
  readonly secondMs?: number;
}

export interface GithubAnswer {
  /** 304 is an answer, not an error. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** What came, not yet parsed. */
  readonly data: unknown;
}

export interface GithubCall {
  readonly signal: AbortSignal;
  /** 0 for what must not happen twice; 3 without it. */
  readonly retries?: number;
  /** Without pacing and without retries: the runner is about to kill us. */
  readonly urgent?: boolean;
  /** Waits for a limit however far off its reset is: what was paid for already is not given up for want of a request. */
  readonly patient?: boolean;
}

export interface GithubClient {
  readonly apiUrl: string;
  /**
   * One request: `GET /repos/{owner}/{repo}`, or an absolute address that GitHub gave. Rejects with a `GithubError`, a
   * `CredentialsError` (401), a `RateLimitError` (the limit is reset more than 5 minutes off, unless patient), or the signal's reason.
   */
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    call: GithubCall,
  ): Promise<GithubAnswer>;
  /** One GraphQL query; the answer has `data` and perhaps `errors`. Rejects as `request` does. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>, call: GithubCall): Promise<unknown>;
  /** Less than 10 % of a rate limit is left. */
  isRateLimitLow(): boolean;
}

/** Limits that are reset later than this are not waited for. */
const LONGEST_WAIT_SECONDS = 5 * 60;
/** How often one request waits for a limit before it counts as failed. */
const MOST_WAITS = 5;
const USER_AGENT = 'vik-action';

export function createGithubClient(options: GithubClientOptions): GithubClient {
  const { log } = options;
  const limits = createRateLimits();
  const secondMs = options.secondMs ?? 1000;
  const common = {
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: USER_AGENT,
    request: { fetch: createFetch(options.requestTimeoutMs ?? 30_000, options.send ?? sendDirectly) },
    log: {
      debug: () => {},
      info: (message: string) => log.debug(message),
      warn: (message: string) => log.debug(message),
      error: (message: string) => log.debug(message),
    },
  };
  let toldUntil = '';
  const mayWait = (seconds: number, options: object, waits: number, what: string): boolean => {
    if ((seconds > LONGEST_WAIT_SECONDS && !isPatient(options)) || waits >= MOST_WAITS) return false;
    const until = new Date(Date.now() + seconds * secondMs).toISOString().slice(11, 19);
    if (until !== toldUntil) log.info(`GitHub limits our requests (${what}): waiting until ${until} UTC`);
    toldUntil = until;
    return true;
  };
  const throttle = {
    enabled: options.throttle ?? true,
    retryAfterBaseValue: secondMs,
    onRateLimit: (seconds: number, options: object, _octokit: unknown, waits: number) =>
      mayWait(seconds, options, waits, 'the rate limit is used up'),
    onSecondaryRateLimit: (seconds: number, options: object, _octokit: unknown, waits: number) =>
      mayWait(seconds, options, waits, 'too many at once'),
  };
  const paced = {
    ...common,
    retry: { retryAfterBaseValue: secondMs, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
  };
  // This order: the other way round, plugin-retry takes a 429 and ignores `retry-after`.
  const PacedOctokit = Octokit.plugin(limitsAsTold, throttling, retry);
  const octokit = new PacedOctokit({ ...paced, throttle });
  // Queries change nothing: without a group of their own they would wait a second each, in one line with all writes.
  const write = new Bottleneck.Group({ maxConcurrent: 10 });
  const queries = new PacedOctokit({ ...paced, throttle: { ...throttle, write } });
  const graphqlRoute = `POST ${options.graphqlUrl}`;
  let urgentOctokit: Octokit | undefined;
  const pick = (route: string, call: GithubCall): Octokit => {
    if (call.urgent !== true) return route === graphqlRoute ? queries : octokit;
    urgentOctokit ??= new Octokit(common);
    return urgentOctokit;
  };

  async function request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    call: GithubCall,
  ): Promise<GithubAnswer> {
    call.signal.throwIfAborted();
    const retries = call.retries === undefined ? {} : { retries: call.retries };
    const sent = pick(route, call).request(route, {
      ...parameters,
      request: { signal: call.signal, patient: call.patient === true, ...retries },
    });
    try {
      const { status, headers, data } = await unlessAborted(sent, call.signal);
      limits.note(headers);
      return { status, headers, data };
    } catch (error) {
      call.signal.throwIfAborted();
      const failure = readFailure(error);
      limits.note(failure.headers);
      if (failure.status === 304) return { status: 304, headers: failure.headers, data: undefined };
      throw toOurError(failure, describeRoute(route, parameters, options.apiUrl), error);
    }
  }

  return {
    apiUrl: options.apiUrl,
    request,
    async graphql(query, variables, call) {
      const { data } = await request(graphqlRoute, { query, variables }, call);
      return data;
    },
    isRateLimitLow: () => limits.isLow(),
  };
}

interface Failure {
  readonly status: number;
  /** False: the connection failed, Octokit's status 500 is none of GitHub's. */
  readonly isAnswer: boolean;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** What Octokit throws: a RequestError with a response, one without (no connection), or the throttling plugin's own. */
function readFailure(error: unknown): Failure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  const message = messageOf(error);
  const response =
    typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const headers =
    typeof response === 'object' && response !== null && 'headers' in response
      ? { ...(response.headers ?? {}) }
      : {};
  return { status, isAnswer: typeof response === 'object' && response !== null, message, headers };
}

function toOurError({ status, isAnswer, message, headers }: Failure, route: string, cause: unknown): Error {
  const what = message.split('\n', 1)[0] ?? '';
  if (status === 401) {
    return new CredentialsError(
      'GitHub refuses the token (401): check the `github-token` input, it may have expired or been revoked',
      { cause },
    );
  }
  const resetAt = limitResetAt({ status, isAnswer, message, headers });
  if (resetAt !== undefined) {
    const until = resetAt.toISOString().slice(11, 16);
    return new RateLimitError(`GitHub's rate limit is used up until ${until} UTC`, resetAt, { cause });
  }
  const needed = headers['x-accepted-github-permissions'];
  const advice =
    status === 403 && typeof needed === 'string' ? ` (the token needs \`permissions\`: ${needed})` : '';
  return new GithubError(
    `${route}: ${isAnswer ? `${status} ${what}` : `no answer (${what})`}${advice}`,
    status,
    { cause },
  );
}

/** When the limit that caused this error ends; undefined when it was no limit. */
function limitResetAt({ status, message, headers }: Failure): Date | undefined {
  const isPrimary =
    headers['x-ratelimit-remaining'] === '0' &&
    (status === 403 || status === 429 || /rate limit/i.test(message));
  if (isPrimary) return readResetAt(headers);
  const isSecondary = (status === 403 || status === 429) && /secondary rate/i.test(message);
  if (!isSecondary) return undefined;
  return new Date(Date.now() + (Number(headers['retry-after']) || 60) * 1000);
}

/** The pacing and the waits of Octokit's plugins know no signal: the caller stops waiting, the request is aborted too. */
async function unlessAborted<T>(sent: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([sent, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** What was asked for, such as `GET /repos/octo/repo/issues/12`. */
function describeRoute(route: string, parameters: Readonly<Record<string, unknown>>, apiUrl: string): string {
  const filled = route.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name])),
  );
  return filled.replace(apiUrl, '').replace(/\?.*$/, '');
}

/** Octokit hands a request's own options on to its plugins. */
function isPatient(options: object): boolean {
  const { request } = options as { readonly request?: { readonly patient?: boolean } };
  return request?.patient === true;
}

/** The same client, for requests on behalf of a stage run that was admitted; see `GithubCall.patient`. */
export function patiently(client: GithubClient): GithubClient {
  const asPatient = (call: GithubCall): GithubCall => ({ ...call, patient: call.urgent !== true });
  return {
    ...client,
    request: (route, parameters, call) => client.request(route, parameters, asPatient(call)),
    graphql: (query, variables, call) => client.graphql(query, variables, asPatient(call)),
  };
}

/** What a fault answers instead of, or on top of, the real answer. */
export type FaultResponse =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text is sent as it is, anything else as JSON. */
      readonly body?: unknown;
    }
  /** The connection is reset before a byte. The request has no effect. */
  | { readonly kind: 'reset' }
  /** The request has its effect; the connection is reset in the middle of the real answer's body. */
  | { readonly kind: 'reset-mid-body' }
  /** The real answer, so many milliseconds late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never an answer. */
  | { readonly kind: 'hang' }
  /** Status 200 and a page of HTML, called JSON. */
  | { readonly kind: 'not-json' }
  /** GraphQL: status 200 with these errors and no data. */
  | {
      readonly kind: 'graphql-errors';
      readonly errors: readonly { readonly message: string; readonly type?: string }[];
    };

/** Which requests: `path` is matched against the path with its query. */
export interface RequestMatcher {
  readonly method?: string;
  readonly path: RegExp;
  /** How many matching requests; 1 without it, `Infinity` for all. */
  readonly times?: number;
}

export interface Fault extends RequestMatcher {
  readonly respond: FaultResponse;
}

/** Things that wait for requests that match them, each so many times. */
export interface Waiting<T extends RequestMatcher> {
  add(item: T): void;
  /** The first one that matches, used once more. */
  take(method: string, path: string): T | undefined;
}

export function createWaiting<T extends RequestMatcher>(): Waiting<T> {
  const waiting: { readonly item: T; left: number }[] = [];
  return {
    add(item) {
      waiting.push({ item, left: item.times ?? 1 });
    },
    take(method, path) {
      const found = waiting.find(
        ({ item, left }) => left > 0 && (item.method ?? method) === method && item.path.test(path),
      );
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.item;
    },
  };
}

/** GitHub's secondary limit, with or without the header that says how long. */
export function secondaryLimit(retryAfterSeconds?: number): FaultResponse {
  return {
    kind: 'answer',
    status: 403,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    },
  };
}

import nodeFetch, { type RequestInit, Response } from 'node-fetch';

/**
 * What sends one request. Not Node's own `fetch`: the first use of that takes 80 ms, which is a third of an idle run.
 */
export type Send = (
  url: string,
  init: RequestInit,
) => Promise<Pick<Response, 'status' | 'statusText' | 'headers' | 'arrayBuffer'>>;

/** Sends straight to the server. */
export const sendDirectly: Send = nodeFetch;

/**
 * `fetch` with a time limit on each request, its body included. Octokit tries again after a time limit, but not after an
 * abort, which it knows by the error's name only. The body is read here: when the connection is reset in the middle of it,
 * Octokit would take it for an empty one with status 200, this way it tries again.
 */
export function createFetch(
  timeoutMs: number,
  send: Send,
): (url: string, init?: RequestInit & { readonly signal?: AbortSignal }) => Promise<Response> {
  return async (url, init) => {
    const asked = init?.signal ?? undefined;
    // Octokit sends what waited in its queue also after the abort. node-fetch would then destroy the body with an error
    // that nobody listens to, which ends our process.
    throwIfAborted(asked);
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await send(url, {
        ...init,
        signal: asked === undefined ? timeout : AbortSignal.any([asked, timeout]),
      });
      const body = Buffer.from(await response.arrayBuffer());
      const { status, statusText, headers } = response;
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    } catch (error) {
      throwIfAborted(asked);
      if (timeout.aborted) {
        const seconds = Math.round(timeoutMs / 1000);
        throw new Error(`no answer within ${seconds} seconds`, { cause: error });
      }
      throw error;
    }
  };
}

/** With the name by which Octokit knows an abort. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('the request was aborted', 'AbortError');
}

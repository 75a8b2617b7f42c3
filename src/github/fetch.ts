type Fetch = typeof globalThis.fetch;

/**
 * `fetch` with a time limit on each request, its body included. Octokit tries again after a time limit, but not after an
 * abort, which it knows by the error's name only.
 */
export function createFetch(timeoutMs: number): Fetch {
  return async (input, init) => {
    const asked = init?.signal ?? undefined;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await fetch(input, {
        ...init,
        signal: asked === undefined ? timeout : AbortSignal.any([asked, timeout]),
      });
    } catch (error) {
      if (asked?.aborted === true) throw new DOMException('the request was aborted', 'AbortError');
      if (timeout.aborted) {
        const seconds = Math.round(timeoutMs / 1000);
        throw new Error(`no answer within ${seconds} seconds`, { cause: error });
      }
      throw error;
    }
  };
}

import { runInNewContext } from 'node:vm';

/** Nobody's pattern takes this long; one that does would take for ever. Nothing else moves meanwhile. */
const LIMIT_MS = 500;

export type Match = { readonly kind: 'met' | 'unmet' } | { readonly kind: 'failed'; readonly reason: string };

/** Whether a text matches a regular expression, found out in bounded time: a pattern like `(a+)+$` can take for ever. */
export function matchOutput(pattern: string, text: string): Match {
  try {
    const matches: unknown = runInNewContext(
      "new RegExp(pattern, 'u').test(text)",
      { pattern, text },
      { timeout: LIMIT_MS },
    );
    return { kind: matches === true ? 'met' : 'unmet' };
  } catch (error) {
    // errors of the other context are no instances of our Error
    const { code, message } = readError(error);
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return {
        kind: 'failed',
        reason: `the regular expression \`${pattern}\` takes longer than ${LIMIT_MS / 1000} s on the last message: write it without repetitions inside repetitions`,
      };
    }
    return { kind: 'failed', reason: `the regular expression \`${pattern}\` could not be used: ${message}` };
  }
}

function readError(error: unknown): { readonly code: unknown; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: undefined, message: String(error) };
  return {
    code: 'code' in error ? error.code : undefined,
    message: 'message' in error ? String(error.message) : String(error),
  };
}

/** GitHub answered with an error, or not at all. The message says what was asked and what came. */
export class GithubError extends Error {
  override readonly name = 'GithubError';
  /** The HTTP status; 500 stands for a connection that failed, too. */
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Whether GitHub answered 404: it is not there, or this token may not see it. */
export function isNotFound(error: unknown): boolean {
  return error instanceof GithubError && error.status === 404;
}

/** Whether this says that the thing asked for is gone: only 404 and 410 do. */
export function isGone(error: unknown): boolean {
  return isNotFound(error) || (error instanceof GithubError && error.status === 410);
}

import { z } from 'zod';
import { GithubError } from './github-error.ts';

/**
 * What GitHub answered, parsed. After a connection that was reset in the middle, Octokit answers 200 with an empty text:
 * what does not fit is a `GithubError` with this message, so that it can be asked again.
 */
export function parseAnswer<T extends z.ZodType>(schema: T, data: unknown, problem: string): z.output<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new GithubError(problem, 200, { cause: parsed.error });
}

const graphqlErrors = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).min(1),
});

/** The same for a query, whose errors come with status 200; `advice` says what a token needs. 404: it is not there. */
export function parseGraphqlAnswer<T extends z.ZodType>(schema: T, data: unknown, advice = ''): z.output<T> {
  const failed = graphqlErrors.safeParse(data);
  if (failed.success) {
    const isGone = failed.data.errors.some(({ type }) => type === 'NOT_FOUND');
    const messages = failed.data.errors.map(({ message }) => message).join('; ');
    throw new GithubError(`GraphQL: ${messages}${advice}`, isGone ? 404 : 200);
  }
  return parseAnswer(schema, data, "GraphQL: GitHub's answer was cut off or is not what was asked for");
}

/** The REST API of the played GitHub: one function per operation, all of them checked against GitHub's description. */

import type { PlayedRepository, World } from './model.ts';
import type { Paging } from './paging.ts';
import { issueOperations } from './rest-issues.ts';
import { repositoryOperations } from './rest-repository.ts';

export interface RestRequest {
  readonly world: World;
  readonly api: string;
  readonly url: URL;
  readonly paging: Paging;
  /** What the path's placeholders stood for, decoded. */
  readonly at: Readonly<Record<string, string>>;
  readonly repo: PlayedRepository;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RestAnswer {
  readonly status: number;
  /** Undefined for an answer without a body. */
  readonly body?: unknown;
  readonly link?: string | undefined;
}

export type Operation = (request: RestRequest) => RestAnswer;

export interface RoutedAnswer extends RestAnswer {
  /** `GET /repos/{owner}/{repo}/issues`, as the description names it. */
  readonly operation: string;
}

interface Route {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly run: Operation;
}

const routes: readonly Route[] = Object.entries({ ...repositoryOperations, ...issueOperations }).map(
  ([operation, run]) => {
    const [method = '', path = ''] = operation.split(' ');
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    // Only refs have slashes in them.
    const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'ref' ? '(.+)' : '([^/]+)'));
    return { operation, method, pattern: new RegExp(`^${pattern}$`), names, run };
  },
);

/** Undefined when the played GitHub has no such operation. */
export function answerRest(
  method: string,
  request: Omit<RestRequest, 'at' | 'repo'>,
): RoutedAnswer | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const match = route.pattern.exec(request.url.pathname);
    if (match === null) continue;
    const at = Object.fromEntries(
      route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    const found =
      at.owner === undefined ? undefined : findRepository(request.world, `${at.owner}/${at.repo}`);
    if (at.owner !== undefined && found === undefined) return { ...notFound(), operation: route.operation };
    // Operations without a repository in their path never look at it.
    const repo = found ?? noRepository(request.world);
    return { ...route.run({ ...request, at, repo }), operation: route.operation };
  }
  return undefined;
}

export function notFound(): RestAnswer {
  return {
    status: 404,
    body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  };
}

export function invalid(code: string, field: string): RestAnswer {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource: 'Label', code, field }],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    },
  };
}

function findRepository(world: World, fullName: string): PlayedRepository | undefined {
  return world.repositories.get(fullName.toLowerCase());
}

function noRepository(world: World): PlayedRepository {
  const [first] = world.repositories.values();
  if (first === undefined) throw new Error('the played GitHub has no repository: call `repo` first');
  return first;
}

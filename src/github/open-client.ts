import type { Environment } from '../inputs.ts';
import type { Log } from '../log.ts';
import { createGithubClient, type GithubClient } from './client.ts';

/** A client for the server that our surroundings name, through their proxy where there is one. */
export async function openGithub(
  { apiUrl, graphqlUrl, hasProxy }: Pick<Environment, 'apiUrl' | 'graphqlUrl' | 'hasProxy'>,
  token: string,
  log: Log,
): Promise<GithubClient> {
  const proxied = hasProxy ? { send: (await import('./proxy-fetch.ts')).sendThroughProxy } : {};
  return createGithubClient({ token, apiUrl, graphqlUrl, log, ...proxied });
}

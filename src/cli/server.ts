/** Which server somebody means, and with which token; as the `gh` program understands it. */
import type { Environment } from '../inputs.ts';

type Variables = Readonly<Record<string, string>>;

/**
 * The addresses that `GH_HOST` stands for; empty where it says nothing, and where the runner's own variables do.
 * https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export function serverFor(
  variables: Variables,
): Partial<Pick<Environment, 'serverUrl' | 'apiUrl' | 'graphqlUrl'>> {
  const host = variables.GH_HOST?.trim().toLowerCase();
  if (!host || host === 'github.com' || variables.GITHUB_SERVER_URL || variables.GITHUB_API_URL) return {};
  const isCloud = host.endsWith('.ghe.com');
  const api = isCloud ? `https://api.${host}` : `https://${host}/api`;
  return { serverUrl: `https://${host}`, apiUrl: isCloud ? api : `${api}/v3`, graphqlUrl: `${api}/graphql` };
}

/** Another server's own token comes first, so that it does not get that of github.com; empty without one. */
export function tokenFor(serverHost: string, variables: Variables): string {
  const { GH_TOKEN, GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN } = variables;
  const isCloud = serverHost === 'github.com' || serverHost.endsWith('.ghe.com');
  const ownToken = isCloud ? undefined : GH_ENTERPRISE_TOKEN || GITHUB_ENTERPRISE_TOKEN;
  return (ownToken || GH_TOKEN || GITHUB_TOKEN || '').trim();
}

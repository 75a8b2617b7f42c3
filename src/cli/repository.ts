/** Which repository somebody means who gives none: the one that the remote `origin` of the checkout names. */
import { join } from 'node:path';
import { gitConfigOf, readGitConfig } from '../doctor/git-config-file.ts';
import type { GitSetting } from '../environment/git-config.ts';
import { repositoryName } from '../inputs.ts';
import { findCheckout } from '../workflow/prompt-files.ts';

export type FoundRepository =
  | { readonly kind: 'found'; readonly repository: string }
  /** Why not, and what to do. */
  | { readonly kind: 'missing'; readonly message: string };

/**
 * Reads git's files; starts no git.
 *
 * @param serverHost where the repository must be: the token is sent there, so a checkout can't name another server
 */
export async function findRepository(
  folder: string,
  { home, serverHost }: { readonly home: string; readonly serverHost: string },
): Promise<FoundRepository> {
  const checkout = await findCheckout(folder);
  const own = await readGitConfig(await gitConfigOf(checkout), home);
  const user = await readGitConfig(join(home, '.gitconfig'), home);
  const written = own.find(({ key }) => key === 'remote.origin.url')?.value;
  if (written === undefined) return missing(`${folder} is in no checkout with a remote \`origin\``);
  const remote = parseRemote(rewrite(written, [...own, ...user]));
  if (remote === undefined)
    return missing('the remote `origin` of this checkout names no repository of a server');
  if (remote.host !== serverHost.toLowerCase()) {
    return missing(
      `the remote \`origin\` is at \`${remote.host}\`, not at \`${serverHost}\`; for a GitHub Enterprise Server set GH_HOST`,
    );
  }
  return { kind: 'found', repository: remote.repository };
}

/** The server and `owner/name` of a remote's address, in any form that git takes; undefined for a path or a bundle. */
export function parseRemote(
  address: string,
): { readonly host: string; readonly repository: string } | undefined {
  const scp = /^(?:[^@/:\s]+@)?([^/:\s]+):(?!\/\/)(.+)$/.exec(address);
  const [host, path] = scp === null ? readUrl(address) : [scp[1], scp[2]];
  if (host === undefined || path === undefined) return undefined;
  const repository = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (!repositoryName.safeParse(repository).success) return undefined;
  // https://docs.github.com/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
  return { host: host.toLowerCase().replace(/^ssh\.(github\.com)$/, '$1'), repository };
}

function readUrl(address: string): readonly [string?, string?] {
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//i.test(address) || !URL.canParse(address)) return [];
  const { protocol, host, hostname, pathname } = new URL(address);
  return [protocol.startsWith('http') ? host : hostname, decodeURI(pathname)];
}

/** As git does: the longest beginning that a `url.<base>.insteadOf` names is replaced by its base. */
function rewrite(address: string, settings: readonly GitSetting[]): string {
  let best: { readonly base: string; readonly beginning: string } | undefined;
  for (const { key, value } of settings) {
    const base = /^url\.(.+)\.insteadof$/.exec(key)?.[1];
    if (base === undefined || value === '' || !address.startsWith(value)) continue;
    if (best === undefined || value.length > best.beginning.length) best = { base, beginning: value };
  }
  return best === undefined ? address : best.base + address.slice(best.beginning.length);
}

function missing(why: string): FoundRepository {
  return { kind: 'missing', message: `no repository: ${why}; \`--repository owner/name\` names one` };
}

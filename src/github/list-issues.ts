/**
 * One listing of open issues, page by page. A page that has not changed since the last reading is answered by 304, which
 * costs nothing against the rate limit and need not carry Link: the next page's address is kept with its ETag.
 */
import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import { type GithubIssue, issueJson, type Repository } from './issue-json.ts';

export interface ListingQuery {
  /** An issue must have all of them, but for those with a comma: whoever asks for one must look for it himself. */
  readonly labels: readonly string[];
  readonly sort: 'created' | 'updated';
  readonly direction: 'asc' | 'desc';
}

export interface ListedIssues {
  /** Pull requests left out. */
  readonly issues: readonly GithubIssue[];
  /** Items that are no issues as GitHub describes them. */
  readonly warnings: readonly string[];
  /** There are more pages: reading stopped because enough was found. */
  readonly hasMore: boolean;
}

export interface Listing {
  /** Reads pages until there are no more, or `isEnough` of what was found so far. Rejects as `GithubClient.request` does. */
  read(isEnough: (issues: readonly GithubIssue[]) => boolean, signal: AbortSignal): Promise<ListedIssues>;
}

interface Page {
  readonly etag: string | undefined;
  readonly issues: readonly GithubIssue[];
  readonly warnings: readonly string[];
  readonly next: string | undefined;
}

/** A listing to be read again and again. */
export function createListing(
  client: GithubClient,
  { owner, repo }: Repository,
  query: ListingQuery,
): Listing {
  const first = new URL(
    `${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues`,
  );
  first.search = new URLSearchParams({
    state: 'open',
    // GitHub ends a name at a comma: a label with one can't be asked for
    labels: query.labels.filter((label) => !label.includes(',')).join(','),
    sort: query.sort,
    direction: query.direction,
    per_page: '100',
  }).toString();
  let known = new Map<string, Page>();

  async function readPage(address: string, signal: AbortSignal): Promise<Page> {
    const before = known.get(address);
    const headers = before?.etag === undefined ? {} : { 'if-none-match': before.etag };
    const answer = await client.request(`GET ${address}`, { headers }, { signal });
    if (answer.status === 304 && before !== undefined) return before;
    // After a connection reset in the middle of a page, Octokit answers 200 with an empty text.
    if (!Array.isArray(answer.data)) {
      throw new GithubError(
        'the listing of issues was cut off or is no list: GitHub did not answer a JSON array',
        200,
      );
    }
    const { issues, warnings } = parseItems(answer.data);
    const etag = answer.headers.etag;
    return {
      etag: typeof etag === 'string' ? etag : undefined,
      issues,
      warnings,
      next: nextAddress(answer.headers.link, client.apiUrl),
    };
  }

  return {
    async read(isEnough, signal) {
      const pages = new Map<string, Page>();
      const issues: GithubIssue[] = [];
      const warnings: string[] = [];
      let address: string | undefined = first.href;
      while (address !== undefined && !pages.has(address)) {
        const page: Page = await readPage(address, signal);
        pages.set(address, page);
        issues.push(...page.issues);
        warnings.push(...page.warnings);
        address = page.next;
        if (isEnough(issues)) break;
      }
      known = pages;
      return { issues, warnings, hasMore: address !== undefined };
    },
  };
}

function parseItems(items: readonly unknown[]): Pick<Page, 'issues' | 'warnings'> {
  const issues: GithubIssue[] = [];
  const warnings: string[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = issueJson.safeParse(item);
    if (parsed.success) {
      if (!parsed.data.isPull) issues.push(parsed.data);
    } else {
      const number = z.object({ number: z.int() }).safeParse(item).data?.number;
      const name = number === undefined ? `item ${index + 1} of a page` : `#${number}`;
      warnings.push(`${name} is left out: GitHub's answer is no issue (${z.prettifyError(parsed.error)})`);
    }
  }
  return { issues, warnings };
}

/** The next page's address as GitHub gave it, opaque; never one on another server, which would get our token. */
function nextAddress(link: unknown, apiUrl: string): string | undefined {
  if (typeof link !== 'string') return undefined;
  const address = /<([^<>]+)>;[^,]*\brel="next"/.exec(link)?.[1];
  if (address === undefined) return undefined;
  if (new URL(address).origin !== new URL(apiUrl).origin) {
    throw new GithubError(
      `the listing of issues goes on at another server, ${new URL(address).origin}: not read`,
      200,
    );
  }
  return address;
}

/** How listings are cut into pages: by number, or with GitHub's newer opaque cursor. */
export type Paging = 'page' | 'cursor';

export interface Page<T> {
  readonly items: readonly T[];
  /** The Link header; undefined when there is one page only. */
  readonly link: string | undefined;
}

/** `key` names an item for a cursor, so that a list that shifts meanwhile goes on after the same item. */
export function cutPage<T>(all: readonly T[], url: URL, paging: Paging, key: (item: T) => number): Page<T> {
  const size = Math.min(100, Math.max(1, Number(url.searchParams.get('per_page') ?? 30)));
  return paging === 'cursor' && url.searchParams.get('page') === null
    ? byCursor(all, url, size, key)
    : byNumber(all, url, size);
}

function byNumber<T>(all: readonly T[], url: URL, size: number): Page<T> {
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const at = (number: number): string => address(url, { page: String(number) });
  const links: string[] = [];
  if (page > 1) links.push(`<${at(Math.min(page - 1, last))}>; rel="prev"`);
  if (page < last) links.push(`<${at(page + 1)}>; rel="next"`, `<${at(last)}>; rel="last"`);
  if (page > 1) links.push(`<${at(1)}>; rel="first"`);
  return { items: all.slice((page - 1) * size, page * size), link: joined(links) };
}

function byCursor<T>(all: readonly T[], url: URL, size: number, key: (item: T) => number): Page<T> {
  const after = url.searchParams.get('after');
  let start = 0;
  if (after !== null) {
    const [id, offset] = Buffer.from(after, 'base64url').toString().split(':').map(Number);
    const index = all.findIndex((item) => key(item) === id);
    start = index === -1 ? (offset ?? 0) : index + 1;
  }
  const items = all.slice(start, start + size);
  const lastItem = items.at(-1);
  if (lastItem === undefined || start + size >= all.length) return { items, link: undefined };
  const cursor = Buffer.from(`${key(lastItem)}:${start + size}`).toString('base64url');
  return { items, link: joined([`<${address(url, { after: cursor, page: '' })}>; rel="next"`]) };
}

function address(url: URL, parameters: Readonly<Record<string, string>>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.href;
}

function joined(links: readonly string[]): string | undefined {
  return links.length === 0 ? undefined : links.join(', ');
}

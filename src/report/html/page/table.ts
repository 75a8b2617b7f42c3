/** Makes the table of sessions, which the Action wrote, sort and filter. */
import type { PageData, PageSession } from '../page-data.ts';
import { button, byId, element } from './dom.ts';

export interface SessionTable {
  /** The link to a session, to give the focus back to. */
  linkTo(number: number): HTMLElement | undefined;
}

interface Row {
  readonly row: HTMLTableRowElement;
  readonly number: number;
  readonly text: string;
  readonly session: PageSession;
}

/** By what a column is sorted; undefined, what is unknown, is last in both directions. */
type Key = (row: Row) => string | number | undefined;

/** In the order of the table. */
const KEYS: readonly Key[] = [
  ({ session }) => session.ref,
  ({ session }) => session.stage,
  ({ session }) => session.agent,
  ({ session }) => session.state,
  ({ session }) => Date.parse(session.started_at),
  ({ session }) => session.duration_ms,
  ({ session }) => (session.tokens === null ? undefined : session.tokens.input + session.tokens.output),
  ({ session }) => session.cost_usd ?? undefined,
  ({ row }) => row.cells[8]?.textContent ?? '',
];

/** `onFilter` is told which sessions are shown. */
export function enhanceTable(
  { sessions }: PageData,
  onFilter: (numbers: ReadonlySet<number>) => void,
): SessionTable {
  const table = byId('session-table');
  const body = table.querySelector('tbody');
  if (body === null) throw new Error('the table of sessions has no body');
  const rows = [...body.rows].flatMap((row, index): Row[] => {
    const session = sessions[index];
    if (session === undefined) return [];
    const text = row.textContent.toLowerCase();
    openWithRow(row, index + 1);
    return [{ row, number: index + 1, text, session }];
  });
  for (const [column, head] of [...table.querySelectorAll('thead th')].entries()) {
    const key = KEYS[column];
    if (key !== undefined) makeSortable(head, key, body, rows);
  }
  const filters = createFilters(rows, onFilter);
  byId('filters').replaceChildren(...filters);
  byId('filters').hidden = false;
  return {
    linkTo: (number) =>
      rows.find((row) => row.number === number)?.row.cells[1]?.querySelector('a') ?? undefined,
  };
}

/** The stage's name is the link, for the keyboard and for who hears the page; with the mouse it is the whole row. */
function openWithRow(row: HTMLTableRowElement, number: number): void {
  const name = row.cells[1]?.querySelector('bdi');
  if (name === null || name === undefined) return;
  const link = element('a', { href: `#session-${number}` });
  name.replaceWith(link);
  link.append(name);
  row.addEventListener('click', (event) => {
    const isOnLink = event.target instanceof Element && event.target.closest('a, button') !== null;
    // who marks a text to copy it wants to stay
    if (!isOnLink && getSelection()?.isCollapsed !== false) link.click();
  });
}

function makeSortable(head: Element, key: Key, body: HTMLTableSectionElement, rows: readonly Row[]): void {
  const label = head.textContent;
  const sort = button(label, () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const sorted = rows.toSorted((a, b) => compare(key(a), key(b), down ? -1 : 1));
    body.append(...sorted.map(({ row }) => row));
  });
  head.replaceChildren(sort);
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a: ReturnType<Key>, b: ReturnType<Key>, direction: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return order * direction;
}

function createFilters(
  rows: readonly Row[],
  onFilter: (numbers: ReadonlySet<number>) => void,
): readonly HTMLElement[] {
  const search = element('input', {
    type: 'search',
    id: 'filter-text',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const states = ['completed', 'failed', 'cancelled'].filter((state) =>
    rows.some(({ session }) => session.state === state),
  );
  const state = element(
    'select',
    { id: 'filter-state' },
    element('option', { value: '' }, 'all'),
    ...states.map((name) => element('option', { value: name }, name)),
  );
  const count = element('output', { class: 'quiet', 'aria-live': 'polite' });
  const apply = (): void => {
    const words = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const shown = new Set<number>();
    for (const { row, number, text, session } of rows) {
      const matches =
        words.every((word) => text.includes(word)) && (state.value === '' || state.value === session.state);
      row.hidden = !matches;
      if (matches) shown.add(number);
    }
    count.value = `${shown.size} of ${rows.length} ${rows.length === 1 ? 'session' : 'sessions'}`;
    onFilter(shown);
  };
  search.addEventListener('input', apply);
  state.addEventListener('change', apply);
  apply();
  return [
    element('label', { for: 'filter-text' }, 'Filter'),
    search,
    element('label', { for: 'filter-state' }, 'Result'),
    state,
    count,
  ];
}

/** Makes the table of sessions, which the Action wrote, sort and filter. */
import { button, byId, element } from './dom.ts';

export interface SessionTable {
  /** The link to a session, to give the focus back to. */
  linkTo(number: number): HTMLElement | undefined;
}

interface Row {
  readonly row: HTMLTableRowElement;
  readonly number: number;
  readonly text: string;
  readonly state: string;
}

/** `onFilter` is told which sessions are shown. */
export function enhanceTable(onFilter: (numbers: ReadonlySet<number>) => void): SessionTable {
  const table = byId('session-table');
  const body = table.querySelector('tbody');
  if (body === null) throw new Error('the table of sessions has no body');
  const rows = [...body.rows].map((row): Row => {
    const number = Number(row.dataset.session);
    linkStage(row, number);
    const state = row.cells[3]?.dataset.value ?? '';
    return { row, number, text: row.textContent.toLowerCase(), state };
  });
  for (const [column, head] of [...table.querySelectorAll('thead th')].entries())
    makeSortable(head, column, body, rows);
  const filters = createFilters(rows, onFilter);
  byId('filters').replaceChildren(...filters);
  byId('filters').hidden = false;
  return {
    linkTo: (number) =>
      rows.find((row) => row.number === number)?.row.querySelector<HTMLElement>('.stage a') ?? undefined,
  };
}

function linkStage(row: HTMLTableRowElement, number: number): void {
  const cell = row.querySelector('.stage');
  const name = cell?.querySelector('bdi');
  if (cell === null || name === null || name === undefined) return;
  const link = element('a', { href: `#session-${number}` });
  name.replaceWith(link);
  link.append(name);
}

function makeSortable(
  head: Element,
  column: number,
  body: HTMLTableSectionElement,
  rows: readonly Row[],
): void {
  const isNumber = head instanceof HTMLElement && head.dataset.sort === 'number';
  const label = head.textContent;
  const sort = button(label, () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const sorted = rows.toSorted((a, b) => compare(a.row, b.row, column, isNumber) * (down ? -1 : 1));
    body.append(...sorted.map(({ row }) => row));
  });
  head.replaceChildren(sort);
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a: HTMLTableRowElement, b: HTMLTableRowElement, column: number, isNumber: boolean): number {
  const value = (row: HTMLTableRowElement): string =>
    row.cells[column]?.dataset.value ?? row.cells[column]?.textContent ?? '';
  return isNumber ? Number(value(a)) - Number(value(b)) : collator.compare(value(a), value(b));
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
    rows.some((row) => row.state === state),
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
    for (const { row, number, text, state: own } of rows) {
      const matches =
        words.every((word) => text.includes(word)) && (state.value === '' || state.value === own);
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

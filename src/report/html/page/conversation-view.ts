/** A conversation on the page: a part of it at a time, so that ten thousand events don't stop the browser. */

import type { JsonValue } from '../../../json.ts';
import { withoutEscapes } from '../../../plain-text.ts';
import { formatDuration, formatNumber } from '../../format.ts';
import type { Item } from './conversation.ts';
import { button, type Child, element, folded, outside } from './dom.ts';
import { isObject, textField } from './line.ts';
import { renderMarkdown } from './markdown.ts';
import { asText, rawToggle } from './raw-toggle.ts';

const ITEMS_A_PAGE = 200;
const MAX_SUMMARY = 120;

const FILTERS = [
  { kinds: ['message'], label: 'Messages' },
  { kinds: ['tool'], label: 'Tool calls' },
  { kinds: ['other'], label: 'Other events' },
] as const;

export interface ConversationOptions {
  /** When the session started; times are shown since then. */
  readonly startedAt: number;
  /** How much is left out where the gap is, in words; undefined without one. */
  readonly leftOut: string | undefined;
}

export function renderConversation(
  items: readonly Item[],
  { startedAt, leftOut }: ConversationOptions,
): HTMLElement {
  if (items.length === 0) return element('p', { class: 'quiet' }, 'The agent printed nothing.');
  const list = element('ol', { class: 'conversation', tabindex: -1 });
  const hidden = new Set<Item['kind']>();
  const place = element('output', { class: 'quiet', 'aria-live': 'polite' });
  let page = 0;

  const pagers = {
    first: button('First', () => go(0)),
    previous: button('Previous', () => go(page - 1)),
    next: button('Next', () => go(page + 1)),
    last: button('Last', () => go(Number.POSITIVE_INFINITY)),
  };
  const filters = FILTERS.filter(({ kinds }) => items.some(({ kind }) => kinds.some((one) => one === kind)));
  const boxes = filters.map(({ kinds, label }) => {
    const box = element('input', { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      for (const kind of kinds) {
        if (box.checked) hidden.delete(kind);
        else hidden.add(kind);
      }
      go(0);
    });
    return element('label', { class: 'check' }, box, label);
  });
  const pager = element('span', { class: 'pager' }, ...Object.values(pagers));
  const root = element(
    'div',
    {},
    leftOut === undefined ? undefined : notice(leftOut),
    element('div', { class: 'toolbar' }, ...boxes, pager, place),
    list,
  );
  go(0);
  return root;

  /** The gap itself may be pages away. */
  function notice(leftOut: string): HTMLElement {
    return element(
      'p',
      { class: 'why neutral' },
      `${formatNumber(items.length, 'item')} shown, ${leftOut} left out between the oldest and the newest. `,
      button('Go to the gap', goToGap),
    );
  }

  function goToGap(): void {
    const at = shownItems().findIndex(({ kind }) => kind === 'gap');
    go(Math.floor(at / ITEMS_A_PAGE));
    const gap = list.querySelector<HTMLElement>('.gap');
    gap?.focus({ preventScroll: true });
    gap?.scrollIntoView({ block: 'center' });
  }

  function shownItems(): readonly Item[] {
    return items.filter(({ kind }) => !hidden.has(kind));
  }

  function go(wanted: number): void {
    const shown = shownItems();
    const last = Math.max(0, Math.ceil(shown.length / ITEMS_A_PAGE) - 1);
    page = Math.min(Math.max(wanted, 0), last);
    const first = page * ITEMS_A_PAGE;
    const part = shown.slice(first, first + ITEMS_A_PAGE);
    list.start = first + 1;
    list.replaceChildren(...part.map((item) => renderItem(item, startedAt)));
    pager.hidden = last === 0;
    pagers.first.disabled = pagers.previous.disabled = page === 0;
    pagers.next.disabled = pagers.last.disabled = page === last;
    place.value =
      part.length === 0 ? 'nothing to show' : `${first + 1} to ${first + part.length} of ${shown.length}`;
  }
}

function renderItem(item: Item, startedAt: number): HTMLElement {
  const since = item.at === undefined ? '' : `+${formatDuration(item.at - startedAt)}`;
  const raw = item.lines.length === 0 ? undefined : rawOf(item);
  const head = element(
    'div',
    { class: 'item-head' },
    item.tool === undefined ? outside(item.title, { class: 'item-title' }) : undefined,
    item.kind === 'other' && item.text !== ''
      ? outside(withoutEscapes(item.text).slice(0, MAX_SUMMARY), { class: 'quiet' })
      : undefined,
    element('span', { class: 'item-time quiet' }, since),
    raw?.toggle,
  );
  const focusable = item.kind === 'gap' ? -1 : undefined;
  return element('li', { class: `item ${item.kind}`, tabindex: focusable }, head, body(item), raw?.text);
}

function body(item: Item): Child {
  switch (item.kind) {
    case 'message':
      return renderMarkdown(item.text);
    case 'tool':
      return renderTool(item);
    case 'trouble':
    case 'gap':
      return element('p', {}, outside(withoutEscapes(item.text)));
    case 'other':
      return undefined;
    default:
      return item.kind satisfies never;
  }
}

function renderTool({ title, tool, at }: Item): Child {
  if (tool === undefined) return undefined;
  const took =
    tool.endedAt === undefined || at === undefined || tool.endedAt === at
      ? ''
      : formatDuration(tool.endedAt - at);
  const hint = oneLine(tool.input ?? tool.output);
  const summary = [
    outside(title, { class: 'item-title' }),
    ' ',
    element('code', {}, hint),
    ...(tool.failed ? [' ', element('span', { class: 'state failed' }, 'failed')] : []),
    took === '' ? undefined : element('span', { class: 'quiet' }, ` ${took}`),
  ];
  return folded(summary, () => [
    element('h3', {}, 'Input'),
    tool.input === undefined ? element('p', { class: 'quiet' }, 'none') : block(tool.input),
    element('h3', {}, 'Output'),
    tool.output === undefined ? element('p', { class: 'quiet' }, 'none') : block(tool.output),
  ]);
}

/** What a call is about, from the usual names of its input. */
function oneLine(value: JsonValue | undefined): string {
  const named = isObject(value)
    ? ['command', 'file_path', 'path', 'pattern', 'query', 'url', 'description'].flatMap(
        (name) => textField(value, name) ?? [],
      )[0]
    : undefined;
  const whole = named ?? (value === undefined ? '' : asText(value, 0, withoutEscapes));
  const text = withoutEscapes(whole).replace(/\s+/g, ' ').trim();
  return text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY - 1).toWellFormed()}…` : text;
}

function block(value: JsonValue): HTMLElement {
  return element('pre', { tabindex: 0 }, asText(contentText(value) ?? value, 2, withoutEscapes));
}

/** The text of an answer that is a list of texts, as Claude's are, or a command that printed something, as Codex's are. */
function contentText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  if (isObject(value)) return textField(value, 'aggregated_output') || undefined;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const texts = value.map((part: JsonValue) => (isObject(part) ? textField(part, 'text') : undefined));
  return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined;
}

function rawOf(item: Item): ReturnType<typeof rawToggle> {
  return rawToggle(item.title, () =>
    item.lines.map((line) => (line.event === undefined ? line.text : asText(line.event, 2))).join('\n'),
  );
}

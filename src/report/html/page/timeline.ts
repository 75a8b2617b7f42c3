/**
 * All sessions over time: a lane for each issue, a bar for each session. With the keyboard it is one stop, from which
 * arrows lead from bar to bar: a run may have hundreds.
 */
import { formatCost, formatDuration, formatTokens } from '../../format.ts';
import type { PageData, PageSession } from '../page-data.ts';
import { button, element, outside, sentence } from './dom.ts';
import { barAt, moved, zoomed } from './timeline-keys.ts';
import {
  centreOf,
  clampView,
  formatSince,
  isInView,
  stackBars,
  ticks,
  type View,
  zoom,
} from './timeline-math.ts';

const ROW_PX = 22;

export interface Timeline {
  readonly root: HTMLElement;
  /** Shows these sessions only, by their numbers. */
  show(numbers: ReadonlySet<number>): void;
}

interface Bar extends View {
  readonly number: number;
  readonly link: HTMLAnchorElement;
}

interface Lane {
  readonly bars: readonly Bar[];
  readonly element: HTMLElement;
}

export function createTimeline(data: PageData): Timeline {
  const sessions = data.sessions.map((session, index) => ({ session, number: index + 1 }));
  const from = Math.min(Date.parse(data.started_at), ...data.sessions.map(startOf));
  const to = Math.max(Date.parse(data.ended_at), from + 1000, ...data.sessions.map(endOf));
  const all: View = { from, to };
  let view = all;

  /** Numbers of the sessions that the table's filter shows. */
  let shown: ReadonlySet<number> = new Set(sessions.map(({ number }) => number));

  const tip = element('div', { class: 'tip', role: 'tooltip', id: 'timeline-tip', hidden: true });
  const bars: Bar[] = [];
  const lanes = [...Map.groupBy(sessions, ({ session }) => session.ref)].map(([ref, own]): Lane => {
    const rows = stackBars(own.map(({ session }) => ({ from: startOf(session), to: endOf(session) })));
    const track = element('div', { class: 'track' });
    track.style.height = `${(Math.max(...rows) + 1) * ROW_PX}px`;
    const made = own.map(({ session, number }, index): Bar => {
      const link = createBar(session, number);
      link.style.top = `${(rows[index] ?? 0) * ROW_PX + 2}px`;
      track.append(link);
      return { number, link, from: startOf(session), to: endOf(session) };
    });
    bars.push(...made);
    return {
      bars: made,
      element: element('div', { class: 'lane' }, outside(ref, { class: 'lane-name' }), track),
    };
  });
  // In the order in which they started, which is that of their numbers.
  bars.sort((a, b) => a.number - b.number);
  /** Where Tab comes in. */
  let current: Bar | undefined;

  const axis = element('div', { class: 'track axis-track', 'aria-hidden': 'true' });
  const area = element(
    'div',
    {
      class: 'lanes',
      role: 'group',
      'aria-label':
        'Timeline, one lane for each issue. Arrows go from session to session, plus and minus zoom, 0 shows all.',
    },
    element('div', { class: 'lane axis' }, element('span', { class: 'lane-name' }), axis),
    ...lanes.map((lane) => lane.element),
  );
  const range = element('output', { class: 'quiet' });
  const buttons = {
    in: button('+', () => set(zoom(view, 0.5, centre())), { 'aria-label': 'Zoom in' }),
    out: button('−', () => set(zoom(view, 2, centre())), { 'aria-label': 'Zoom out' }),
    all: button('Show all', () => set(all)),
  };
  const toolbar = element('div', { class: 'toolbar' }, buttons.in, buttons.out, buttons.all, range);
  const root = element('div', { class: 'timeline' }, toolbar, area, legend(data.sessions), tip);

  area.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const nextView =
      zoomed(event.key, view, all, centre) ?? (event.shiftKey ? moved(event.key, view) : undefined);
    const nextBar = event.shiftKey ? undefined : barAt(event.key, reachable(), current);
    if (event.key === 'Escape') tip.hidden = true;
    if (nextView === undefined && nextBar === undefined) return;
    event.preventDefault();
    if (nextView !== undefined) set(nextView);
    if (nextBar !== undefined) goTo(nextBar);
  });
  area.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      set(zoom(view, event.deltaY > 0 ? 1.25 : 0.8, timeAt(event.clientX)));
    },
    { passive: false },
  );
  followDrag();
  set(all);

  return {
    root,
    show(numbers) {
      shown = numbers;
      for (const { bars: own, element: lane } of lanes) {
        for (const { number, link } of own) link.hidden = !numbers.has(number);
        lane.hidden = !own.some(({ number }) => numbers.has(number));
      }
      set(view);
    },
  };

  function set(next: View): void {
    view = clampView(next, all);
    const span = view.to - view.from;
    const percent = (at: number): number => ((at - view.from) / span) * 100;
    for (const bar of bars) {
      bar.link.style.left = `${percent(bar.from)}%`;
      bar.link.style.width = `${((bar.to - bar.from) / span) * 100}%`;
    }
    const hasFocus = current?.link === document.activeElement;
    if (!hasFocus && (current === undefined || !isSeen(current))) moveStop(bars.find(isSeen) ?? current);
    bringLanesIntoSight();
    axis.replaceChildren(
      ...ticks(view, from).map(({ at, label }) => {
        const tick = element('span', { class: 'tick' }, label);
        tick.style.left = `${percent(at)}%`;
        return tick;
      }),
    );
    range.value = `${formatSince(view.from - from)} to ${formatSince(view.to - from)} after the start`;
    buttons.out.disabled = view.from <= all.from && view.to >= all.to;
    buttons.all.disabled = buttons.out.disabled;
    tip.hidden = true;
  }

  /** The bars of each lane that the table's filter shows. */
  function reachable(): readonly (readonly Bar[])[] {
    return lanes.map(({ bars: own }) => own.filter(({ number }) => shown.has(number)));
  }

  function isSeen(bar: Bar): boolean {
    return shown.has(bar.number) && isInView(bar, view);
  }

  /** The bar that the mouse is on, or that has the focus. */
  function pointedAt(): Bar | undefined {
    const link = area.querySelector('.bar:hover') ?? document.activeElement;
    return bars.find((bar) => bar.link === link);
  }

  function centre(): number {
    const bar = pointedAt();
    return bar !== undefined && isSeen(bar)
      ? (Math.max(bar.from, view.from) + Math.min(bar.to, view.to)) / 2
      : centreOf(view, bars.filter(isSeen));
  }

  /** Of hundreds of lanes only some are in sight; when all of these are empty, those with a bar are below or above. */
  function bringLanesIntoSight(): void {
    const sight = area.getBoundingClientRect();
    const found = lanes
      .filter((lane) => lane.bars.some(isSeen))
      .map((lane) => lane.element.getBoundingClientRect());
    const middle = found[Math.floor(found.length / 2)];
    const top = sight.top + axis.offsetHeight;
    if (middle === undefined || found.some((lane) => lane.bottom > top && lane.top < sight.bottom)) return;
    area.scrollTop += (middle.top + middle.bottom - top - sight.bottom) / 2;
  }

  /** Moves the view as far as it must to show the bar, which gets the focus. */
  function goTo(bar: Bar): void {
    const span = view.to - view.from;
    moveStop(bar);
    if (!isInView(bar, view)) set({ from: bar.from - span / 10, to: bar.from + span * 0.9 });
    bar.link.focus();
  }

  function moveStop(bar: Bar | undefined): void {
    current?.link.setAttribute('tabindex', '-1');
    current = bar;
    current?.link.setAttribute('tabindex', '0');
  }

  function timeAt(clientX: number): number {
    const { left, width } = axis.getBoundingClientRect();
    return view.from + ((clientX - left) / Math.max(width, 1)) * (view.to - view.from);
  }

  /** Draws the time along with the mouse. */
  function followDrag(): void {
    let last: number | undefined;
    area.addEventListener('pointerdown', (event) => {
      const onBar = event.target instanceof Element && event.target.closest('.bar') !== null;
      if (event.button === 0 && event.pointerType === 'mouse' && !onBar) last = event.clientX;
    });
    area.addEventListener('pointermove', (event) => {
      if (last === undefined || event.buttons === 0) return;
      const by = timeAt(last) - timeAt(event.clientX);
      last = event.clientX;
      set({ from: view.from + by, to: view.to + by });
    });
    area.addEventListener('pointerup', () => {
      last = undefined;
    });
  }

  function createBar(session: PageSession, number: number): HTMLAnchorElement {
    const lines = describe(session);
    const link = element(
      'a',
      {
        class: `bar ${session.state}`,
        href: `#session-${number}`,
        'aria-label': lines.join('; '),
        draggable: 'false',
        tabindex: -1,
      },
      element('span', {}, session.stage),
    );
    const show = (): void => {
      tip.replaceChildren(...lines.map((line) => element('div', {}, sentence(line))));
      tip.hidden = false;
      place(link);
    };
    const hide = (): void => {
      tip.hidden = true;
    };
    link.addEventListener('mouseenter', show);
    link.addEventListener('mouseleave', hide);
    link.addEventListener('focus', () => {
      moveStop(bars.find((bar) => bar.link === link));
      show();
    });
    link.addEventListener('blur', hide);
    return link;
  }

  /** Below the bar, inside of the window. */
  function place(link: HTMLElement): void {
    const bar = link.getBoundingClientRect();
    const home = root.getBoundingClientRect();
    const left = Math.max(bar.left, area.getBoundingClientRect().left);
    tip.style.left = `${Math.max(0, Math.min(left - home.left, home.width - tip.offsetWidth))}px`;
    tip.style.top = `${bar.bottom - home.top + 4}px`;
  }
}

/** What the colours mean, and how to look around. */
function legend(sessions: readonly PageSession[]): HTMLElement {
  const states = (['completed', 'failed', 'cancelled'] as const).filter((state) =>
    sessions.some((session) => session.state === state),
  );
  return element(
    'p',
    { class: 'legend quiet' },
    ...states.map((state) =>
      element('span', {}, element('span', { class: `swatch ${state}`, 'aria-hidden': 'true' }), state),
    ),
    element('span', {}, 'Ctrl and the wheel zoom, dragging moves.'),
    element(
      'span',
      {},
      'Keys: arrows go from session to session, + and − zoom, Shift and an arrow move, 0 shows all.',
    ),
  );
}

function describe(session: PageSession): readonly string[] {
  const result = session.state === 'failed' ? `failed (${session.class})` : session.state;
  return [
    `${session.ref} ${session.stage}${session.attempt > 1 ? `, attempt ${session.attempt}` : ''}: ${result}`,
    session.title,
    [
      session.agent,
      `started ${session.started_at.slice(11, 19)} UTC`,
      formatDuration(session.duration_ms),
      ...(session.tokens === null ? [] : [formatTokens(session.tokens)]),
      ...(session.cost_usd === null ? [] : [formatCost(session.cost_usd)]),
    ].join(', '),
    ...(session.reason === null ? [] : [session.reason.slice(0, 200)]),
  ].filter((line) => line !== '');
}

function startOf(session: PageSession): number {
  return Date.parse(session.started_at);
}

function endOf(session: PageSession): number {
  return Date.parse(session.ended_at);
}

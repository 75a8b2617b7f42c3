/** All sessions over time: a lane for each issue, a bar for each session. */
import { formatCost, formatDuration, formatTokens } from '../../format.ts';
import type { PageData, PageSession } from '../page-data.ts';
import { button, element, outside, sentence } from './dom.ts';
import { clampView, stackBars, ticks, type View, zoom } from './timeline-math.ts';

const ROW_PX = 22;

export interface Timeline {
  readonly root: HTMLElement;
  /** Shows these sessions only, by their numbers. */
  show(numbers: ReadonlySet<number>): void;
}

interface Bar {
  readonly number: number;
  readonly link: HTMLAnchorElement;
  readonly from: number;
  readonly to: number;
}

export function createTimeline(data: PageData): Timeline {
  const sessions = data.sessions.map((session, index) => ({ session, number: index + 1 }));
  const from = Math.min(Date.parse(data.started_at), ...data.sessions.map(startOf));
  const to = Math.max(Date.parse(data.ended_at), from + 1000, ...data.sessions.map(endOf));
  const all: View = { from, to };
  let view = all;

  const tip = element('div', { class: 'tip', role: 'tooltip', id: 'timeline-tip', hidden: true });
  const bars: Bar[] = [];
  const lanes = [...Map.groupBy(sessions, ({ session }) => session.ref)].map(([ref, own]) => {
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
      lane: element('div', { class: 'lane' }, outside(ref, { class: 'lane-name' }), track),
    };
  });

  const axis = element('div', { class: 'track axis-track', 'aria-hidden': 'true' });
  const area = element(
    'div',
    {
      class: 'lanes',
      role: 'group',
      tabindex: 0,
      'aria-label':
        'Timeline, one lane for each issue. Plus and minus zoom, left and right move, 0 shows all, Tab goes from session to session.',
    },
    element('div', { class: 'lane axis' }, element('span', { class: 'lane-name' }), axis),
    ...lanes.map(({ lane }) => lane),
  );
  const range = element('output', { class: 'quiet' });
  const buttons = {
    in: button('+', () => set(zoom(view, 0.5, middle())), { 'aria-label': 'Zoom in' }),
    out: button('−', () => set(zoom(view, 2, middle())), { 'aria-label': 'Zoom out' }),
    all: button('Show all', () => set(all)),
  };
  const toolbar = element('div', { class: 'toolbar' }, buttons.in, buttons.out, buttons.all, range);
  const root = element('div', { class: 'timeline' }, toolbar, area, tip);

  area.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(event.key);
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tip.hidden = true;
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
      for (const { bars: own, lane } of lanes) {
        for (const { number, link } of own) link.hidden = !numbers.has(number);
        lane.hidden = !own.some(({ number }) => numbers.has(number));
      }
    },
  };

  function set(next: View): void {
    view = clampView(next, all);
    const span = view.to - view.from;
    const percent = (at: number): number => ((at - view.from) / span) * 100;
    for (const bar of bars) {
      bar.link.style.left = `${percent(bar.from)}%`;
      bar.link.style.width = `${((bar.to - bar.from) / span) * 100}%`;
      const isOutside = bar.to < view.from || bar.from > view.to;
      // Tab would scroll to a bar that nobody sees.
      bar.link.style.visibility = isOutside ? 'hidden' : 'visible';
    }
    axis.replaceChildren(
      ...ticks(view, from).map(({ at, label }) => {
        const tick = element('span', { class: 'tick' }, label);
        tick.style.left = `${percent(at)}%`;
        return tick;
      }),
    );
    range.value = `${formatDuration(view.from - from)} to ${formatDuration(view.to - from)} after the start`;
    buttons.out.disabled = view.from <= all.from && view.to >= all.to;
    buttons.all.disabled = buttons.out.disabled;
    tip.hidden = true;
  }

  function middle(): number {
    return (view.from + view.to) / 2;
  }

  function keyed(key: string): View | undefined {
    const step = (view.to - view.from) / 5;
    switch (key) {
      case '+':
      case '=':
        return zoom(view, 0.5, middle());
      case '-':
        return zoom(view, 2, middle());
      case '0':
        return all;
      case 'ArrowLeft':
        return { from: view.from - step, to: view.to - step };
      case 'ArrowRight':
        return { from: view.from + step, to: view.to + step };
      default:
        return undefined;
    }
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
    link.addEventListener('focus', show);
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

function describe(session: PageSession): readonly string[] {
  const result = session.state === 'failed' ? `failed (${session.class})` : session.state;
  return [
    `${session.ref} ${session.stage}${session.attempt > 1 ? `, attempt ${session.attempt}` : ''}: ${result}`,
    session.title,
    [
      `${session.agent}, ${formatDuration(session.duration_ms)}`,
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

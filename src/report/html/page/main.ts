/** The page: an overview, and one session at a time, as the address says. */
import type { PageData } from '../page-data.ts';
import { readPageData } from './data.ts';
import { byId } from './dom.ts';
import { renderSession } from './session-view.ts';
import { enhanceTable, type SessionTable } from './table.ts';
import { createTimeline } from './timeline.ts';

const data = readPageData();
if (data !== undefined) start(data);

function start(run: PageData): void {
  const timeline = createTimeline(run);
  byId('timeline').append(timeline.root);
  byId('timeline-section').hidden = false;
  const table = enhanceTable(run, (numbers) => timeline.show(numbers));
  const title = document.title;
  let shown: number | undefined;
  let scrolled = 0;
  const show = (): void => {
    const wanted = sessionOf(location.hash, run);
    if (wanted === shown) return;
    if (shown === undefined) scrolled = window.scrollY;
    const left = shown;
    shown = wanted;
    document.title = wanted === undefined ? title : `${nameOf(run, wanted)} · ${title}`;
    if (wanted === undefined) showOverview(table, left, scrolled);
    else showSession(run, wanted);
  };
  window.addEventListener('hashchange', show);
  show();
}

function showOverview(table: SessionTable, left: number | undefined, scrolled: number): void {
  byId('overview').hidden = false;
  byId('session').hidden = true;
  byId('session').replaceChildren();
  if (left !== undefined) table.linkTo(left)?.focus({ preventScroll: true });
  window.scrollTo(0, scrolled);
}

function showSession(run: PageData, number: number): void {
  const session = run.sessions[number - 1];
  if (session === undefined) return;
  const view = byId('session');
  byId('overview').hidden = true;
  view.replaceChildren();
  for (const child of renderSession(run, session, number)) if (child !== undefined) view.append(child);
  view.hidden = false;
  window.scrollTo(0, 0);
  byId('session-heading').focus({ preventScroll: true });
}

/** The session that the address names, by its number; undefined for the overview. */
function sessionOf(hash: string, run: PageData): number | undefined {
  const number = Number(/^#session-(\d{1,6})$/.exec(hash)?.[1]);
  return number >= 1 && number <= run.sessions.length ? number : undefined;
}

function nameOf(run: PageData, number: number): string {
  const session = run.sessions[number - 1];
  return session === undefined ? '' : `${session.ref} ${session.stage}`;
}

/** One session: what it was, what it cost, what was asked, what was said and done. */

import { formatCost, formatDuration, formatNumber, formatTokens } from '../../format.ts';
import type { PageData, PageSession, SessionDetail, TextExcerpt } from '../page-data.ts';
import { type Gap, readConversation } from './conversation.ts';
import { renderConversation } from './conversation-view.ts';
import { readSession } from './data.ts';
import { type Child, element, folded, outside, sentence } from './dom.ts';
import { renderRunEvents } from './run-events-view.ts';
import { renderCharts } from './session-charts.ts';

/** `number` counts from 1. */
export function renderSession(data: PageData, session: PageSession, number: number): readonly Child[] {
  const { detail, lines } = readSession(number);
  const from = Date.parse(session.started_at);
  const gap = gapOf(detail);
  const result = session.state === 'failed' ? `failed (${session.class})` : session.state;
  return [
    navigation(data, number),
    element(
      'h1',
      { id: 'session-heading', tabindex: -1 },
      outside(`${session.ref} ${session.stage}`),
      session.attempt > 1 ? `, attempt ${session.attempt}` : '',
      ' ',
      element('span', { class: `state ${session.state}` }, result),
    ),
    element('p', { class: 'title' }, issueLink(session)),
    session.reason === null ? undefined : element('p', { class: 'why' }, sentence(session.reason)),
    ...(detail.warnings ?? []).map((warning) =>
      element('p', { class: 'why' }, 'Warning: ', sentence(warning)),
    ),
    facts(session),
    renderCharts(session, detail.usage, lines),
    // what it failed of is often there
    ...(session.state === 'failed' ? text('Standard error', detail.stderr, true) : []),
    ...text('Prompt', detail.prompt),
    element('h2', {}, 'Conversation'),
    detail.transcript === undefined
      ? element('p', { class: 'quiet' }, 'No session started, or its transcript is gone.')
      : renderConversation(readConversation(lines, gap), { startedAt: from, leftOut: gap?.leftOut }),
    ...(session.state === 'failed' ? [] : text('Standard error', detail.stderr)),
    renderRunEvents(detail.events ?? [], from),
    folded(['Record as JSON'], () => [
      element(
        'pre',
        { class: 'raw', tabindex: 0 },
        JSON.stringify({ ...session, last_message: detail.last_message ?? null }, null, 2),
      ),
    ]),
  ];
}

function navigation(data: PageData, number: number): HTMLElement {
  const to = (target: number, label: string): Child =>
    target < 1 || target > data.sessions.length
      ? undefined
      : element('a', { href: `#session-${target}` }, label);
  return element(
    'nav',
    { 'aria-label': 'Sessions' },
    element('a', { href: '#overview' }, '← All sessions'),
    to(number - 1, 'Previous session'),
    to(number + 1, 'Next session'),
    element('span', { class: 'quiet' }, `${number} of ${data.sessions.length}`),
  );
}

function issueLink({ title, url }: PageSession): HTMLElement {
  const text = sentence(title);
  if (url === null || !URL.canParse(url)) return text;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:'
    ? element('a', { href, rel: 'noreferrer noopener' }, text)
    : text;
}

function facts(session: PageSession): HTMLElement {
  const { tokens } = session;
  const unlessNone = (count: number, name: string): readonly (readonly [string, string])[] =>
    count === 0 ? [] : [[name, String(count)]];
  const rows: readonly (readonly [string, string])[] = [
    [
      'Agent',
      `${session.agent} (${[session.runtime, session.agent_version].filter((part) => part !== null).join(' ')})`,
    ],
    ['Started', `${session.started_at.slice(0, 19).replace('T', ' ')} UTC`],
    ['Duration', formatDuration(session.duration_ms)],
    [
      'Tokens',
      tokens === null
        ? 'unknown'
        : `${formatTokens(tokens).replace(/ tokens?$/, '')} (${exact(tokens.input)} read, ${exact(tokens.cache_read)} cached; ${exact(tokens.output)} written)`,
    ],
    ['Cost', session.cost_usd === null ? 'unknown' : formatCost(session.cost_usd)],
    ['Tool calls', String(session.tool_calls)],
    ...unlessNone(session.permission_denials, 'Permission denials'),
    ...unlessNone(session.retries, 'Retries'),
    ...(session.exit_code === null ? [] : ([['Exit code', String(session.exit_code)]] as const)),
    ...(session.signal === null ? [] : ([['Signal', session.signal]] as const)),
    ...(session.session_id === null ? [] : ([['Session', session.session_id]] as const)),
  ];
  return element(
    'dl',
    { class: 'facts' },
    ...rows.map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, outside(value))),
    ),
  );
}

/** `1,234,567` */
function exact(count: number): string {
  return count.toLocaleString('en');
}

function text(heading: string, excerpt: TextExcerpt | undefined, open = false): readonly Child[] {
  if (excerpt === undefined) return [];
  const { head, tail, left_out_bytes } = excerpt;
  const fill = (): readonly Child[] => [
    element('pre', { class: 'plain', tabindex: 0 }, head),
    left_out_bytes === 0
      ? undefined
      : element('p', { class: 'note' }, `${formatBytes(left_out_bytes)} are left out here.`),
    tail === '' ? undefined : element('pre', { class: 'plain', tabindex: 0 }, tail),
  ];
  return [folded([element('h2', {}, heading)], fill, { open })];
}

function gapOf({ transcript }: SessionDetail): (Gap & { readonly leftOut: string }) | undefined {
  if (transcript === undefined || transcript.left_out_bytes === 0) return undefined;
  const leftOut = formatBytes(transcript.left_out_bytes);
  return {
    after: transcript.head_lines,
    leftOut,
    text: `${leftOut} of ${formatBytes(transcript.bytes)} are left out here: this page keeps the oldest and the newest part of a long transcript. The whole of it is in the transcript's own file.`,
  };
}

function formatBytes(bytes: number): string {
  if (bytes < 1024) return formatNumber(bytes, 'byte');
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

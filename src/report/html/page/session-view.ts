/** One session: what it was, what it cost, what was asked, what was said and done. */

import type { JsonObject } from '../../../json.ts';
import { formatCost, formatDuration, formatNumber, formatTokens } from '../../format.ts';
import type { PageData, PageSession, SessionDetail, TextExcerpt } from '../page-data.ts';
import { renderChart } from './chart.ts';
import { readConversation, readFigures } from './conversation.ts';
import { renderConversation } from './conversation-view.ts';
import { readSession } from './data.ts';
import { type Child, element, folded, outside } from './dom.ts';
import { textField } from './line.ts';

/** `number` counts from 1. */
export function renderSession(data: PageData, session: PageSession, number: number): readonly Child[] {
  const { detail, lines } = readSession(number);
  const from = Date.parse(session.started_at);
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
    session.reason === null ? undefined : element('p', { class: 'why' }, outside(session.reason)),
    ...detail.warnings.map((warning) => element('p', { class: 'why' }, 'Warning: ', outside(warning))),
    facts(session),
    charts(session, lines),
    ...text('Prompt', detail.prompt),
    element('h2', {}, 'Conversation'),
    detail.transcript === undefined
      ? element('p', { class: 'quiet' }, 'No session started, or its transcript is gone.')
      : renderConversation(readConversation(lines, gapOf(detail)), from),
    ...text('Standard error', detail.stderr),
    runEvents(detail.events, from),
    folded(['Record as JSON'], () => [
      element(
        'pre',
        { class: 'raw', tabindex: 0 },
        JSON.stringify({ ...session, last_message: detail.last_message }, null, 2),
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
  const text = outside(title);
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
        : `${formatTokens(tokens)}: ${tokens.input} read (${tokens.cache_read} cached), ${tokens.output} written`,
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

function charts(session: PageSession, lines: Parameters<typeof readFigures>[0]): Child {
  const figures = readFigures(lines);
  const from = Date.parse(session.started_at);
  const to = Date.parse(session.ended_at);
  const made = [
    ...(figures.tokens.length === 0
      ? []
      : [
          {
            label: 'Tokens',
            points: figures.tokens,
            format: (value: number) => formatTokens({ input: value, output: 0 }),
          },
        ]),
    ...(figures.costUsd.length === 0 ? [] : [{ label: 'Cost', points: figures.costUsd, format: formatCost }]),
  ];
  if (made.length === 0) return undefined;
  return element(
    'div',
    { class: 'charts' },
    ...made.map(({ label, points, format }) =>
      element(
        'figure',
        {},
        element('figcaption', {}, `${label} over time: ${format(points.at(-1)?.value ?? 0)}`),
        renderChart(points, { from, to, label, format }),
      ),
    ),
  );
}

function text(heading: string, excerpt: TextExcerpt | undefined): readonly Child[] {
  if (excerpt === undefined) return [];
  const { head, tail, left_out_bytes } = excerpt;
  return [
    folded([element('h2', {}, heading)], () => [
      element('pre', { class: 'plain', tabindex: 0 }, head),
      left_out_bytes === 0
        ? undefined
        : element('p', { class: 'note' }, `${formatBytes(left_out_bytes)} are left out here.`),
      tail === '' ? undefined : element('pre', { class: 'plain', tabindex: 0 }, tail),
    ]),
  ];
}

function runEvents(events: readonly JsonObject[], from: number): Child {
  if (events.length === 0) return undefined;
  const rows = events.map((event) => {
    const since = Date.parse(textField(event, 'at') ?? '') - from;
    const { at: _, event: __, ...rest } = event;
    return element(
      'li',
      {},
      element('span', { class: 'quiet' }, `+${formatDuration(since)} `),
      textField(event, 'event') ?? '',
      ' ',
      element('code', {}, JSON.stringify(rest)),
    );
  });
  return folded([element('h2', {}, 'What the run did'), ` ${formatNumber(events.length, 'event')}`], () => [
    element('ul', { class: 'events' }, ...rows),
  ]);
}

function gapOf({ transcript }: SessionDetail): { after: number; text: string } | undefined {
  if (transcript === undefined || transcript.left_out_bytes === 0) return undefined;
  const [left, whole] = [transcript.left_out_bytes, transcript.bytes].map(formatBytes);
  return {
    after: transcript.head_lines,
    text: `${left} of ${whole} are left out here: this page keeps the oldest and the newest part of a long transcript. The whole of it is in the transcript's own file.`,
  };
}

function formatBytes(bytes: number): string {
  if (bytes < 1024) return formatNumber(bytes, 'byte');
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

import { describe, expect, it } from 'vitest';
import { readConversation, readFigures } from '../../../src/report/html/page/conversation.ts';
import { readLine } from '../../../src/report/html/page/line.ts';
import { clampView, stackBars, ticks, zoom } from '../../../src/report/html/page/timeline-math.ts';

const at = (second: number): string => new Date(second * 1000).toISOString();
const lines = (...events: readonly unknown[]) => events.map((event) => readLine(JSON.stringify(event)));

describe('a conversation', () => {
  it("has a tool's call and its answer as one item, also when others come between", () => {
    const items = readConversation(
      lines(
        {
          kind: 'tool_call',
          at: at(1),
          call_id: 'a',
          name: 'Bash',
          phase: 'request',
          input: { command: 'ls' },
        },
        { kind: 'message', at: at(2), text: 'meanwhile' },
        {
          kind: 'tool_call',
          at: at(3),
          call_id: 'a',
          name: 'Bash',
          phase: 'result',
          output: 'x',
          raw: { is_error: true },
        },
        { kind: 'tool_call', at: at(4), call_id: 'b', name: 'web_search', phase: 'result', output: 'found' },
      ),
    );
    expect(items.map(({ kind, title, tool }) => ({ kind, title, tool }))).toEqual([
      {
        kind: 'tool',
        title: 'Bash',
        tool: { input: { command: 'ls' }, output: 'x', endedAt: 3000, failed: true },
      },
      { kind: 'message', title: 'Agent', tool: undefined },
      {
        kind: 'tool',
        title: 'web_search',
        tool: { input: undefined, output: 'found', endedAt: 4000, failed: false },
      },
    ]);
    expect(items[0]?.lines).toHaveLength(2);
  });

  it('says where something is left out', () => {
    const messages = lines({ kind: 'message', text: 'old' }, { kind: 'message', text: 'new' });
    const texts = (after: number) =>
      readConversation(messages, { after, text: 'cut' }).map(({ text }) => text);
    expect([texts(0), texts(1), texts(2)]).toEqual([
      ['cut', 'old', 'new'],
      ['old', 'cut', 'new'],
      ['old', 'new', 'cut'],
    ]);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '[1]',
    '7',
    '{}',
    '{"kind":7,"at":[]}',
    '{"kind":"message","text":{"a":1}}',
    '{"kind":"tool_call","phase":"result","call_id":{}}',
    '{"kind":"constructor"}',
    '{"__proto__":{"kind":"message"}}',
  ])('takes whatever an agent printed: %s', (text) => {
    expect(readConversation([readLine(text)])).toHaveLength(1);
  });
});

describe('figures', () => {
  it('are running totals, so they never fall', () => {
    expect(
      readFigures(
        lines(
          { kind: 'token_usage', at: at(1), input: 100, output: 20 },
          { kind: 'cost', at: at(1), usd: 0.5 },
          { kind: 'token_usage', at: at(2), input: 50, output: 10 },
          { kind: 'token_usage', at: at(3), input: null, output: null },
          { kind: 'cost', at: 'never', usd: 9 },
        ),
      ),
    ).toEqual({
      tokens: [
        { at: 1000, value: 120 },
        { at: 2000, value: 120 },
      ],
      costUsd: [{ at: 1000, value: 0.5 }],
    });
  });
});

describe('a timeline', () => {
  const all = { from: 1000, to: 11_000 };

  it('zooms around a time and never leaves the run', () => {
    expect(zoom(all, 0.5, 1000)).toEqual({ from: 1000, to: 6000 });
    expect(clampView({ from: -500, to: 4500 }, all)).toEqual({ from: 1000, to: 6000 });
    expect(clampView({ from: 8000, to: 12_000 }, all)).toEqual({ from: 7000, to: 11_000 });
    expect(clampView(zoom(all, 100, 5000), all)).toEqual(all);
    expect(clampView({ from: 5000, to: 5001 }, all)).toEqual({ from: 5000, to: 5100 });
  });

  it('lays no bar on another', () => {
    const bars = [
      { from: 0, to: 10 },
      { from: 5, to: 20 },
      { from: 10, to: 12 },
      { from: 11, to: 13 },
    ];
    expect(stackBars(bars)).toEqual([0, 1, 0, 2]);
  });

  it.each([
    [10_000, ['0s', '2s', '4s', '6s', '8s', '10s']],
    [300, ['0s', '0.1s', '0.2s', '0.3s']],
    [1_200_000, ['0s', '5m', '10m', '15m', '20m']],
    [20 * 3_600_000, ['0s', '3h 00m', '6h 00m', '9h 00m', '12h 00m', '15h 00m', '18h 00m']],
  ])('of %i ms has the ticks %j', (span, labels) => {
    expect(ticks({ from: 50, to: 50 + span }, 50).map(({ label }) => label)).toEqual(labels);
  });
});

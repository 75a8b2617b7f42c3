/** A transcript's lines as a conversation: a tool's call and its answer become one item. Knows nothing of the page. */
import type { JsonValue } from '../../../json.ts';
import { field, isObject, type Line, numberField, textField } from './line.ts';

/** What is shown of one event, or of a call and its answer. */
export interface Item {
  readonly kind: 'message' | 'tool' | 'trouble' | 'other' | 'gap';
  /** Milliseconds since 1970; undefined when the line says nothing of it. */
  readonly at: number | undefined;
  readonly title: string;
  /** Of a message, Markdown; of a gap and of trouble, a sentence. */
  readonly text: string;
  readonly tool?: {
    readonly input: JsonValue | undefined;
    /** Undefined while there is no answer. */
    readonly output: JsonValue | undefined;
    readonly endedAt: number | undefined;
    readonly failed: boolean;
  };
  readonly lines: readonly Line[];
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

/** A session's figures as they grew. Programs print running totals, some of them more than once. */
export interface Figures {
  readonly tokens: readonly Point[];
  readonly costUsd: readonly Point[];
}

/** Where something is left out: after so many lines, with a sentence that says so. */
export interface Gap {
  readonly after: number;
  readonly text: string;
}

export function readConversation(lines: readonly Line[], gap?: Gap): readonly Item[] {
  const items: Item[] = [];
  const open = new Map<string, number>();
  const putGap = (index: number): void => {
    if (gap === undefined || gap.after !== index) return;
    items.push({ kind: 'gap', at: undefined, title: 'left out', text: gap.text, lines: [] });
  };
  for (const [index, line] of lines.entries()) {
    putGap(index);
    const item = readItem(line);
    const call = line.event === undefined ? undefined : textField(line.event, 'call_id');
    const phase = line.event === undefined ? undefined : textField(line.event, 'phase');
    const asked = call === undefined ? undefined : open.get(call);
    const request = asked === undefined ? undefined : items[asked];
    if (phase === 'result' && asked !== undefined && request !== undefined && call !== undefined) {
      items[asked] = answered(request, item);
      open.delete(call);
      continue;
    }
    if (phase === 'request' && call !== undefined) open.set(call, items.length);
    items.push(item);
  }
  putGap(lines.length);
  return items;
}

export function readFigures(lines: readonly Line[]): Figures {
  const tokens: Point[] = [];
  const costUsd: Point[] = [];
  for (const { event } of lines) {
    if (event === undefined) continue;
    const at = timeOf(event);
    if (at === undefined) continue;
    const kind = textField(event, 'kind');
    if (kind === 'cost') grow(costUsd, at, numberField(event, 'usd'));
    if (kind === 'token_usage') {
      const input = numberField(event, 'input');
      const output = numberField(event, 'output');
      if (input !== undefined || output !== undefined) grow(tokens, at, (input ?? 0) + (output ?? 0));
    }
  }
  return { tokens, costUsd };
}

function grow(points: Point[], at: number, value: number | undefined): void {
  if (value === undefined) return;
  points.push({ at, value: Math.max(points.at(-1)?.value ?? 0, value) });
}

function answered(request: Item, result: Item): Item {
  return {
    ...request,
    tool: {
      input: request.tool?.input,
      output: result.tool?.output,
      endedAt: result.at,
      failed: result.tool?.failed ?? false,
    },
    lines: [...request.lines, ...result.lines],
  };
}

function readItem(line: Line): Item {
  const { event } = line;
  if (event === undefined)
    return { kind: 'other', at: undefined, title: 'not JSON', text: line.text, lines: [line] };
  const at = timeOf(event);
  const kind = textField(event, 'kind') ?? 'unknown';
  const base = { at, text: '', lines: [line] };
  switch (kind) {
    case 'message':
      return { ...base, kind: 'message', title: 'Agent', text: textField(event, 'text') ?? '' };
    case 'tool_call':
      return {
        ...base,
        kind: 'tool',
        title: textField(event, 'name') ?? 'tool',
        tool: {
          input: present(field(event, 'input')),
          output: present(field(event, 'output')),
          endedAt: textField(event, 'phase') === 'result' ? at : undefined,
          failed: isFailure(field(event, 'raw')),
        },
      };
    case 'subagent': {
      const status = textField(event, 'status');
      const title = `Subagent: ${textField(event, 'action') ?? 'unnamed'}${status === undefined ? '' : `, ${status}`}`;
      const raw = present(field(event, 'raw'));
      return {
        ...base,
        kind: 'tool',
        title,
        tool: { input: raw, output: undefined, endedAt: at, failed: false },
      };
    }
    case 'retrying': {
      const attempt = numberField(event, 'attempt');
      const title = attempt === undefined ? 'Retry' : `Retry ${attempt}`;
      return { ...base, kind: 'trouble', title, text: textField(event, 'detail') ?? '' };
    }
    case 'error':
      return { ...base, kind: 'trouble', title: 'Error', text: textField(event, 'detail') ?? '' };
    case 'session_started':
      return { ...base, kind: 'other', title: 'Session started', text: textField(event, 'session_id') ?? '' };
    case 'completed':
      return { ...base, kind: 'other', title: 'Completed' };
    case 'token_usage': {
      const part = (name: string): string => String(numberField(event, name) ?? 'unknown');
      const text = `input ${part('input')}, output ${part('output')}, cached ${part('cache_read')}`;
      return { ...base, kind: 'other', title: 'Tokens', text };
    }
    case 'cost':
      return { ...base, kind: 'other', title: 'Cost', text: `$${numberField(event, 'usd') ?? 'unknown'}` };
    case 'rate_limit': {
      const left = numberField(event, 'remaining');
      const text = `${textField(event, 'scope') ?? ''}: ${left === undefined ? 'unknown' : `${left} %`} left`;
      return { ...base, kind: left === 0 ? 'trouble' : 'other', title: 'Rate limit', text };
    }
    default:
      return { ...base, kind: 'other', title: textField(event, 'event_type') ?? kind };
  }
}

/** Claude says it of a tool's answer, Codex of a command. */
function isFailure(raw: JsonValue | undefined): boolean {
  if (!isObject(raw)) return false;
  const status = textField(raw, 'status');
  const exitCode = numberField(raw, 'exit_code');
  return (
    raw.is_error === true ||
    status === 'failed' ||
    status === 'declined' ||
    (exitCode !== undefined && exitCode !== 0)
  );
}

function present(value: JsonValue | undefined): JsonValue | undefined {
  return value === null ? undefined : value;
}

function timeOf(event: Parameters<typeof textField>[0]): number | undefined {
  const time = Date.parse(textField(event, 'at') ?? '');
  return Number.isNaN(time) ? undefined : time;
}

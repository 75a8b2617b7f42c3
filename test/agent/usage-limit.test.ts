import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { playLines } from '../support/agent/play-recording.ts';

const failed = (result: string): JsonObject => ({
  type: 'result',
  subtype: 'success',
  is_error: true,
  api_error_status: 429,
  result,
});
const limit = (status: string, fields: JsonObject = {}): JsonObject => ({
  type: 'rate_limit_event',
  rate_limit_info: { status, resetsAt: 1_795_446_240, rateLimitType: 'five_hour', ...fields },
});

const cases: readonly {
  readonly name: string;
  readonly lines: readonly JsonObject[];
  readonly reason: string;
}[] = [
  {
    name: 'the limit that refused it, with the time of its end',
    lines: [limit('rejected', { utilization: 1.02 }), failed("You've hit your limit")],
    reason: "You've hit your limit (the limit ends at 2026-11-23 15:04 UTC)",
  },
  {
    name: 'a time in seconds at the end of the words',
    lines: [failed('Claude AI usage limit reached|1795446240')],
    reason: 'Claude AI usage limit reached (the limit ends at 2026-11-23 15:04 UTC)',
  },
  {
    name: 'a limit that was only near has nothing to do with it',
    lines: [limit('allowed_warning', { utilization: 0.9 }), failed('Rate limited')],
    reason: 'Rate limited',
  },
  {
    name: 'a limit that was over before',
    lines: [limit('rejected'), limit('allowed', { utilization: 0 }), failed('Overloaded')],
    reason: 'Overloaded',
  },
];

it.each(cases)('Claude Code: $name', ({ lines, reason }) => {
  const { verdict } = playLines(
    'claude_code',
    lines.map((line) => JSON.stringify(line)),
    1,
  );
  expect(verdict).toEqual({ state: 'failed', class: 'provider', reason });
});

it('Codex says the time itself', () => {
  const message = "You've hit your usage limit. Upgrade to Pro or try again at 3:04 PM.";
  const { verdict } = playLines('codex', [JSON.stringify({ type: 'turn.failed', error: { message } })], 1);
  expect(verdict).toEqual({ state: 'failed', class: 'provider', reason: message });
});

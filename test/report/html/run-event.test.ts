import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { describeEvent } from '../../../src/report/html/page/run-event.ts';

const failed = { state: 'failed', class: 'agent', reason: 'exit code 3' };

it.each<[JsonObject, string]>([
  [{ event: 'attempt_started', attempt: 2, stage_run: 'b7e0' }, 'Attempt 2 started'],
  [{ event: 'attempt_ended', attempt: 2, verdict: failed }, 'Attempt 2 ended: failed, exit code 3'],
  [{ event: 'attempt_ended', attempt: 1, verdict: { state: 'completed' } }, 'Attempt 1 ended: completed'],
  [{ event: 'hook', hook: 'after_run', outcome: 'ok', duration_ms: 2100 }, 'Hook `after_run` ran for 2s'],
  [
    { event: 'hook', hook: 'before_run', outcome: 'failed', reason: 'exit code 1', duration_ms: 400 },
    'Hook `before_run` failed after 0.4s: exit code 1',
  ],
  [
    { event: 'expectations', met: ['commits', 'pushed'], unmet: [] },
    'Expected and done: `commits`, `pushed`',
  ],
  [
    { event: 'expectations', met: ['commits'], unmet: ['pushed'] },
    'Expected and done: `commits`; expected and not done: `pushed`',
  ],
  [
    { event: 'transition', transition: 'on_success', state: 'work', outcome: 'written' },
    '`on_success` moved the issue to `work`',
  ],
  [{ event: 'transition', transition: 'on_start', outcome: 'written' }, '`on_start` changed the labels'],
  [
    {
      event: 'transition',
      transition: 'on_success',
      state: 'work',
      outcome: 'left-alone',
      detail: 'it moved',
    },
    '`on_success` left the issue alone: it moved',
  ],
  [
    { event: 'transition', transition: 'on_success', state: 'work', outcome: 'failed', detail: 'HTTP 502' },
    '`on_success` failed: HTTP 502',
  ],
  [{ event: 'something_new' }, 'something new'],
  [{}, 'something'],
])('%j reads %j', (event, sentence) => {
  expect(describeEvent(event)).toBe(sentence);
});

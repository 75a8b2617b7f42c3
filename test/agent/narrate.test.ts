import { expect, it } from 'vitest';
import { createNarrator } from '../../src/agent/narrate.ts';
import { createMemoryLog } from '../support/builders.ts';

it('retries are one line per change, never an error, and news again once the session went on', () => {
  const log = createMemoryLog();
  const narrate = createNarrator(log, (text) => text);
  const retry = (attempt: number, detail: string) => narrate({ kind: 'retrying', attempt, detail });
  for (const attempt of [1, 2, 3]) retry(attempt, `status 503, request id: 0f9c2a11-77aa-4e55-b5${attempt}0`);
  for (const attempt of [4, 5]) retry(attempt, 'overloaded (HTTP 529)');
  narrate({ kind: 'message', text: 'on it' });
  retry(1, 'overloaded (HTTP 529)');
  expect(log.lines).toEqual([
    'retrying (attempt 1): status 503, request id: 0f9c2a11-77aa-4e55-b510',
    'retrying (attempt 4): overloaded (HTTP 529)',
    'retrying (attempt 1): overloaded (HTTP 529)',
  ]);
});

it('of a session that calls without end the log has a thousand calls, and says so', () => {
  const log = createMemoryLog();
  const narrate = createNarrator(log, (text) => text);
  for (let call = 1; call <= 1_500; call += 1) {
    narrate({
      kind: 'tool_call',
      call_id: null,
      name: 'shell',
      phase: 'request',
      input: `${call}`,
      output: null,
      raw: null,
    });
  }
  expect([log.lines.length, log.lines.at(-2), log.lines.at(-1)]).toEqual([
    1_001,
    'shell: 1000',
    '1000 calls: what else it calls is in its transcript only',
  ]);
});

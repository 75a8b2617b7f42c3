import { describe, expect, it } from 'vitest';
import { exampleSnapshot as snapshot } from '../support/agent/example-snapshot.ts';
import { type Played, playRecording } from '../support/agent/play-recording.ts';

interface Recording extends Omit<Played, 'version'> {
  /** The part of the file name after program and version. */
  readonly name: string;
  /** How the program exited: a code, or the signal that killed it. */
  readonly exit: number | string;
}

/** So many retries in a row for one reason. */
function retries(count: number, detail: string): string[] {
  return Array.from({ length: count }, (_, index) => `retrying ${index + 1} ${detail}`);
}

const recordings: readonly Recording[] = [
  {
    name: '400-error',
    exit: 1,
    events: [
      'session_started 01a20608-b4da-76d3-8d27-2fc8b734aaa1',
      'unknown turn.started',
      'error {"error":{"type":"invalid_request_error","code":"bad","message":"mock: bad request","param":null}}',
      'error {"error":{"type":"invalid_request_error","code":"bad","message":"mock: bad request","param":null}}',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'mock: bad request' },
    snapshot: snapshot({ sessionId: '01a20608-b4da-76d3-8d27-2fc8b734aaa1' }),
  },
  {
    name: '401-error',
    exit: 1,
    events: [
      'session_started 01a20608-9724-7ba2-92ca-a93c9698b08e',
      'unknown turn.started',
      ...retries(
        5,
        'unexpected status 401 Unauthorized: Incorrect API key provided., url: http://127.0.0.1:8080/v1/responses',
      ),
      'error unexpected status 401 Unauthorized: Incorrect API key provided., url: http://127.0.0.1:8080/v1/responses',
      'error unexpected status 401 Unauthorized: Incorrect API key provided., url: http://127.0.0.1:8080/v1/responses',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason:
        'unexpected status 401 Unauthorized: Incorrect API key provided., url: http://127.0.0.1:8080/v1/responses',
    },
    snapshot: snapshot({ sessionId: '01a20608-9724-7ba2-92ca-a93c9698b08e', retries: 5 }),
  },
  {
    name: '429-error',
    exit: 1,
    events: [
      'session_started 01a20609-10f8-75b1-8844-3461eb7b5013',
      'unknown turn.started',
      'error exceeded retry limit, last status: 429 Too Many Requests',
      'error exceeded retry limit, last status: 429 Too Many Requests',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'exceeded retry limit, last status: 429 Too Many Requests',
    },
    snapshot: snapshot({ sessionId: '01a20609-10f8-75b1-8844-3461eb7b5013' }),
  },
  {
    name: '500-error',
    exit: 1,
    events: [
      'session_started 01a20609-0d06-7280-ae80-a0adb9c48029',
      'unknown turn.started',
      ...retries(5, 'We’re currently experiencing high demand, which may cause temporary errors.'),
      'error We’re currently experiencing high demand, which may cause temporary errors.',
      'error We’re currently experiencing high demand, which may cause temporary errors.',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'We’re currently experiencing high demand, which may cause temporary errors.',
    },
    snapshot: snapshot({ sessionId: '01a20609-0d06-7280-ae80-a0adb9c48029', retries: 5 }),
  },
  {
    name: '503-error',
    exit: 1,
    events: [
      'session_started 01a20609-10f7-7532-ab65-07fc8d236667',
      'unknown turn.started',
      ...retries(5, 'rate limit exceeded: Overloaded'),
      'error rate limit exceeded: Overloaded',
      'error rate limit exceeded: Overloaded',
    ],
    verdict: { state: 'failed', class: 'provider', reason: 'rate limit exceeded: Overloaded' },
    snapshot: snapshot({ sessionId: '01a20609-10f7-7532-ab65-07fc8d236667', retries: 5 }),
  },
  {
    name: 'connection-refused-bounded-error',
    exit: 1,
    events: [
      'session_started 01a2060f-6847-76d0-a3b8-5e2410b991fd',
      'unknown turn.started',
      ...retries(5, 'Connection failed: error sending request'),
      'error Connection failed: error sending request',
      'error Connection failed: error sending request',
    ],
    verdict: { state: 'failed', class: 'provider', reason: 'Connection failed: error sending request' },
    snapshot: snapshot({ sessionId: '01a2060f-6847-76d0-a3b8-5e2410b991fd', retries: 5 }),
  },
  {
    name: 'connection-refused-unbounded-cut',
    exit: 'SIGKILL',
    events: [
      'session_started 01a20609-0fd4-7d93-a789-874e966d6109',
      'unknown turn.started',
      'retrying null waiting for network (Connection failed: error sending request)',
      'retrying null waiting for network (Connection failed: error sending request)',
      'retrying null waiting for network (Connection failed: error sending request)',
      'retrying null waiting for network (Connection failed: error sending request)',
      'retrying null waiting for network (Connection failed: error sending request)',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'killed by SIGKILL' },
    snapshot: snapshot({ sessionId: '01a20609-0fd4-7d93-a789-874e966d6109', retries: 5 }),
  },
  {
    name: 'idle-timeout-error',
    exit: 1,
    events: [
      'session_started 01a2060f-cf17-7a71-98fe-d6650294b9af',
      'unknown turn.started',
      ...retries(1, 'stream disconnected before completion: idle timeout waiting for SSE'),
      'error stream disconnected before completion: idle timeout waiting for SSE',
      'error stream disconnected before completion: idle timeout waiting for SSE',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'stream disconnected before completion: idle timeout waiting for SSE',
    },
    snapshot: snapshot({ sessionId: '01a2060f-cf17-7a71-98fe-d6650294b9af', retries: 1 }),
  },
  {
    name: 'no-key-error',
    exit: 1,
    events: [
      'session_started 01a2060f-ea22-7c02-965f-ad08b2f149bb',
      'unknown turn.started',
      'error Missing environment variable: `MOCK_KEY`. set it',
      'error Missing environment variable: `MOCK_KEY`. set it',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'Missing environment variable: `MOCK_KEY`. set it',
    },
    snapshot: snapshot({ sessionId: '01a2060f-ea22-7c02-965f-ad08b2f149bb' }),
  },
  {
    name: 'sandbox-denied',
    exit: 0,
    events: [
      'session_started 01a2060e-59f1-7650-bc6c-a213dfbef477',
      'unknown turn.started',
      'unknown item.completed',
      'message I will write the file.',
      'message Done: the command ran and the work is finished.',
      'token_usage 3000 84 1800',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '01a2060e-59f1-7650-bc6c-a213dfbef477',
      tokens: { input: 3000, output: 84, cacheRead: 1800, cacheWrite: 0 },
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
  {
    name: 'sigint',
    exit: 1,
    events: [
      'session_started 01a2060b-64b6-79c2-ac97-5f48a65bf1da',
      'unknown turn.started',
      'message Sleeping.',
      'tool_call request item_1 command_execution {"id":"item_1","type":"command_execution","command":"/bin/bash -lc \'sleep 300\'","aggregated_output":"","exit_code":null,"status":"in_progress"}',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'exit code 1' },
    snapshot: snapshot({
      sessionId: '01a2060b-64b6-79c2-ac97-5f48a65bf1da',
      toolCalls: 1,
      lastMessage: 'Sleeping.',
    }),
  },
  {
    name: 'sigterm',
    exit: 'SIGTERM',
    events: [
      'session_started 01a2060b-51e0-7010-a18b-eb0446c0195c',
      'unknown turn.started',
      'message Sleeping.',
      'tool_call request item_1 command_execution {"id":"item_1","type":"command_execution","command":"/bin/bash -lc \'sleep 300\'","aggregated_output":"","exit_code":null,"status":"in_progress"}',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'killed by SIGTERM' },
    snapshot: snapshot({
      sessionId: '01a2060b-51e0-7010-a18b-eb0446c0195c',
      toolCalls: 1,
      lastMessage: 'Sleeping.',
    }),
  },
  {
    name: 'subagent',
    exit: 0,
    events: [
      'session_started 01a20611-0e0f-76f1-ad33-67ef9845a455',
      'unknown turn.started',
      'message I will delegate this.',
      'subagent item_1 wait in_progress []',
      'subagent item_1 wait completed []',
      'message Done: the command ran and the work is finished.',
      'token_usage 4500 126 2700',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '01a20611-0e0f-76f1-ad33-67ef9845a455',
      tokens: { input: 4500, output: 126, cacheRead: 2700, cacheWrite: 0 },
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
  {
    name: 'text',
    exit: 0,
    events: [
      'session_started 01a20608-8825-7cc0-9804-bed057e33afb',
      'unknown turn.started',
      'message Hello from the mock model.',
      'token_usage 1500 42 900',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '01a20608-8825-7cc0-9804-bed057e33afb',
      tokens: { input: 1500, output: 42, cacheRead: 900, cacheWrite: 0 },
      lastMessage: 'Hello from the mock model.',
    }),
  },
  {
    name: 'tool-call',
    exit: 0,
    events: [
      'session_started 01a20608-826c-7580-a5e6-ad9a427f7fa3',
      'unknown turn.started',
      'unknown item.completed',
      'message I will write the file.',
      'tool_call request item_2 command_execution {"id":"item_2","type":"command_execution","command":"/bin/bash -lc \'echo hi > proof.txt\'","aggregated_output":"","exit_code":null,"status":"in_progress"}',
      'tool_call result item_2 command_execution {"id":"item_2","type":"command_execution","command":"/bin/bash -lc \'echo hi > proof.txt\'","aggregated_output":"","exit_code":0,"status":"completed"}',
      'message Done: the command ran and the work is finished.',
      'token_usage 3000 84 1800',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '01a20608-826c-7580-a5e6-ad9a427f7fa3',
      tokens: { input: 3000, output: 84, cacheRead: 1800, cacheWrite: 0 },
      toolCalls: 1,
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
];

describe('recorded streams of Codex 0.169.0', () => {
  it.each(recordings)('$name', ({ name, exit, ...expected }) => {
    const played = playRecording('codex', `codex-0.169.0-${name}`, exit);
    expect(played).toEqual({ ...expected, version: undefined });
  });
});

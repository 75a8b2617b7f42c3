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
      'session_started 2e4798c9-f8e0-46c7-ae2b-94c82a6c4427',
      'message API Error: 400 mock: bad request',
      'token_usage 0 0 0',
      'cost 0',
      'error API Error: 400 mock: bad request',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'API Error: 400 mock: bad request' },
    snapshot: snapshot({
      sessionId: '2e4798c9-f8e0-46c7-ae2b-94c82a6c4427',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      lastMessage: 'API Error: 400 mock: bad request',
    }),
  },
  {
    name: '401-error',
    exit: 1,
    events: [
      'session_started 448614a4-7c38-4143-b8cd-d006255387dd',
      ...retries(10, 'authentication_failed (HTTP 401)'),
      'message Invalid API key · Fix external API key',
      'token_usage 0 0 0',
      'cost 0',
      'error Invalid API key · Fix external API key',
    ],
    verdict: { state: 'failed', class: 'provider', reason: 'Invalid API key · Fix external API key' },
    snapshot: snapshot({
      sessionId: '448614a4-7c38-4143-b8cd-d006255387dd',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      retries: 10,
      lastMessage: 'Invalid API key · Fix external API key',
    }),
  },
  {
    name: '429-error',
    exit: 1,
    events: [
      'session_started 33493661-bd0a-470f-a214-682007ac85b6',
      ...retries(10, 'rate_limit (HTTP 429)'),
      'message API Error: Request rejected (429) · Number of requests has exceeded your rate limit',
      'token_usage 0 0 0',
      'cost 0',
      'error API Error: Request rejected (429) · Number of requests has exceeded your rate limit',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'API Error: Request rejected (429) · Number of requests has exceeded your rate limit',
    },
    snapshot: snapshot({
      sessionId: '33493661-bd0a-470f-a214-682007ac85b6',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      retries: 10,
      lastMessage: 'API Error: Request rejected (429) · Number of requests has exceeded your rate limit',
    }),
  },
  {
    name: '500-error',
    exit: 1,
    events: [
      'session_started e11fa180-ba6e-4d78-9bcd-24d2fad1ca40',
      ...retries(10, 'server_error (HTTP 500)'),
      'message API Error: 500 Internal server error. This is a server-side issue, usually temporary — try again in a moment. If it persists, check your inference gateway (127.0.0.1:8080).',
      'token_usage 0 0 0',
      'cost 0',
      'error API Error: 500 Internal server error. This is a server-side issue, usually temporary — try again in a moment. If it persists, check your inference gateway (127.0.0.1:8080).',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason:
        'API Error: 500 Internal server error. This is a server-side issue, usually temporary — try again in a moment. If it persists, check your inference gateway (127.0.0.1:8080).',
    },
    snapshot: snapshot({
      sessionId: 'e11fa180-ba6e-4d78-9bcd-24d2fad1ca40',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      retries: 10,
      lastMessage:
        'API Error: 500 Internal server error. This is a server-side issue, usually temporary — try again in a moment. If it persists, check your inference gateway (127.0.0.1:8080).',
    }),
  },
  {
    name: 'connection-refused-error',
    exit: 1,
    events: [
      'session_started a4488fc7-7f17-4d28-9f58-ae06b6372166',
      ...retries(1, 'unknown (no answer)'),
      'message API Error: Unable to connect to API (ConnectionRefused)',
      'token_usage 0 0 0',
      'cost 0',
      'error API Error: Unable to connect to API (ConnectionRefused)',
    ],
    verdict: {
      state: 'failed',
      class: 'provider',
      reason: 'API Error: Unable to connect to API (ConnectionRefused)',
    },
    snapshot: snapshot({
      sessionId: 'a4488fc7-7f17-4d28-9f58-ae06b6372166',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      retries: 1,
      lastMessage: 'API Error: Unable to connect to API (ConnectionRefused)',
    }),
  },
  {
    name: 'max-turns-error',
    exit: 1,
    events: [
      'session_started 7f6b304b-2357-486e-8ac5-c649ba87b3a0',
      'message I will write the file.',
      'tool_call request toolu_mock0001 Bash {"command":"echo hi > proof.txt","description":"Write the proof file"}',
      'tool_call result toolu_mock0001 Bash "(Bash completed with no output)"',
      'token_usage 1200 42 900',
      'cost 0.005625',
      'error Reached maximum number of turns (1)',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'Reached maximum number of turns (1)' },
    snapshot: snapshot({
      sessionId: '7f6b304b-2357-486e-8ac5-c649ba87b3a0',
      tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 },
      costUsd: 0.005625,
      toolCalls: 1,
      lastMessage: 'I will write the file.',
    }),
  },
  {
    name: 'permission-denied',
    exit: 0,
    events: [
      'session_started 590cd4ee-de57-4e72-a33b-9273470f61d2',
      'message I will write the file.',
      'tool_call request toolu_mock0001 Bash {"command":"touch denied.txt; curl http://127.0.0.1:1","description":"Write the proof file"}',
      'tool_call result toolu_mock0001 Bash "This Bash command contains multiple operations. The following parts require approval: touch denied.txt, curl http://127.0.0.1:1"',
      'message Done: the command ran and the work is finished.',
      'token_usage 2400 84 1800',
      'cost 0.01125',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '590cd4ee-de57-4e72-a33b-9273470f61d2',
      tokens: { input: 4800, output: 84, cacheRead: 1800, cacheWrite: 600 },
      costUsd: 0.01125,
      toolCalls: 1,
      permissionDenials: 1,
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
  {
    name: 'prompt-too-long-error',
    exit: 1,
    events: [
      'session_started 12872e0c-4732-45e8-a9f0-88ae5e285c3d',
      'unknown system/status',
      'unknown system/status',
      'message Prompt is too long',
      'token_usage 0 0 0',
      'cost 0',
      'error Prompt is too long',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'Prompt is too long' },
    snapshot: snapshot({
      sessionId: '12872e0c-4732-45e8-a9f0-88ae5e285c3d',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      costUsd: 0,
      lastMessage: 'Prompt is too long',
    }),
  },
  {
    name: 'rate-limit-warning',
    exit: 0,
    events: [
      'session_started 2a766053-10d5-4d9a-9740-63188544af75',
      'message Hello from the mock model.',
      'rate_limit claude:five_hour 9% until 2026-11-23T02:27:33.000Z seen 2026-11-23T01:00:00.000Z',
      'token_usage 1200 42 900',
      'cost 0.005625',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '2a766053-10d5-4d9a-9740-63188544af75',
      tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 },
      costUsd: 0.005625,
      lastMessage: 'Hello from the mock model.',
    }),
  },
  {
    name: 'retry-then-ok',
    exit: 0,
    events: [
      'session_started 28e2c08a-7154-492a-8aba-186ad32bf8b5',
      ...retries(2, 'overloaded (HTTP 529)'),
      'message I will write the file.',
      'tool_call request toolu_mock0001 Bash {"command":"echo hi > proof.txt","description":"Write the proof file"}',
      'tool_call result toolu_mock0001 Bash "(Bash completed with no output)"',
      'message Done: the command ran and the work is finished.',
      'token_usage 2400 84 1800',
      'cost 0.01125',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '28e2c08a-7154-492a-8aba-186ad32bf8b5',
      tokens: { input: 4800, output: 84, cacheRead: 1800, cacheWrite: 600 },
      costUsd: 0.01125,
      toolCalls: 1,
      retries: 2,
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
  {
    name: 'sigterm',
    exit: 143,
    events: [
      'session_started 0476ca6f-1f99-4e77-a0c2-d700e1d773d8',
      'tool_call request toolu_mock0001 Bash {"command":"sleep 300","description":"Sleep","timeout":400000}',
    ],
    verdict: { state: 'failed', class: 'agent', reason: 'exit code 143' },
    snapshot: snapshot({ sessionId: '0476ca6f-1f99-4e77-a0c2-d700e1d773d8', toolCalls: 1 }),
  },
  {
    name: 'subagent',
    exit: 0,
    events: [
      'session_started da81d6b8-8592-4037-88e0-1a21fbe062c0',
      'message I will delegate this.',
      'subagent toolu_mock0001 Agent null []',
      'unknown system/task_started',
      'unknown user',
      'unknown system/task_progress',
      'tool_call request toolu_mock0002 Bash {"command":"echo hi > proof.txt","description":"Write the proof file"}',
      'tool_call result toolu_mock0002 Bash "(Bash completed with no output)"',
      'unknown system/task_updated',
      'unknown system/task_notification',
      'subagent toolu_mock0001 Agent completed [adc050de4fdc221c3]',
      'message Done: the command ran and the work is finished.',
      'token_usage 4800 168 3600',
      'cost 0.0225',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: 'da81d6b8-8592-4037-88e0-1a21fbe062c0',
      tokens: { input: 9600, output: 168, cacheRead: 3600, cacheWrite: 1200 },
      costUsd: 0.0225,
      toolCalls: 1,
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
  {
    name: 'text',
    exit: 0,
    events: [
      'session_started 64e716a1-0d15-4549-b841-c0a4a8e13356',
      'message Hello from the mock model.',
      'token_usage 1200 42 900',
      'cost 0.005625',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '64e716a1-0d15-4549-b841-c0a4a8e13356',
      tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 },
      costUsd: 0.005625,
      lastMessage: 'Hello from the mock model.',
    }),
  },
  {
    name: 'tool-call',
    exit: 0,
    events: [
      'session_started 7d3148eb-5805-4074-a2c8-67600d05ed1d',
      'message I will write the file.',
      'tool_call request toolu_mock0001 Bash {"command":"echo hi > proof.txt","description":"Write the proof file"}',
      'tool_call result toolu_mock0001 Bash "(Bash completed with no output)"',
      'message Done: the command ran and the work is finished.',
      'token_usage 2400 84 1800',
      'cost 0.01125',
      'completed',
    ],
    verdict: { state: 'completed' },
    snapshot: snapshot({
      sessionId: '7d3148eb-5805-4074-a2c8-67600d05ed1d',
      tokens: { input: 4800, output: 84, cacheRead: 1800, cacheWrite: 600 },
      costUsd: 0.01125,
      toolCalls: 1,
      lastMessage: 'Done: the command ran and the work is finished.',
    }),
  },
];

describe('recorded streams of Claude Code 2.1.197', () => {
  it.each(recordings)('$name', ({ name, exit, ...expected }) => {
    const played = playRecording('claude_code', `claude-2.1.197-${name}`, exit);
    expect(played).toEqual({ ...expected, version: '2.1.197' });
  });
});

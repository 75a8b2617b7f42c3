/** Every recorded failure of the real programs, made again: what they print today is what the adapters were written for. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { StopRequest } from '../../src/stop.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import { playRecording } from '../support/agent/play-recording.ts';
import { aliveOf } from '../support/agent/process-alive.ts';
import { type InstalledAgents, installAgents } from '../support/agent/real-agents.ts';
import { prepareRealSession } from '../support/agent/real-session.ts';
import { pidsWithVariable } from '../support/marked-pids.ts';
import { startPlayedAnthropic } from '../support/models/anthropic.ts';
import { startPlayedOpenai } from '../support/models/openai.ts';
import { type ModelScenario, refusesKey, writesProof } from '../support/models/played-model.ts';

type Runtime = 'codex' | 'claude_code';

interface Failure {
  readonly name: string;
  readonly runtime: Runtime;
  readonly scenario: ModelScenario;
  /** The recording in test/fixtures/agent-events that it makes again. */
  readonly recording?: string;
  /** Nothing listens where the provider should be. */
  readonly refused?: true;
  readonly profile?: Partial<AgentProfile>;
  readonly env?: Readonly<Record<string, string>>;
  readonly prompt?: string;
  readonly state?: 'completed';
  readonly class?: 'agent' | 'provider' | 'stalled';
  readonly reason?: RegExp;
  readonly snapshot?: object;
}

/** Kinds of failure that are tried again ten times by default, over three minutes. */
const oneRetry = { CLAUDE_CODE_MAX_RETRIES: '1' };
const codexRetries = (flags: readonly string[] = []) => ({
  flags: [
    ...['--sandbox', 'danger-full-access'],
    ...['-c', 'model_providers.mock.request_max_retries=0'],
    ...['-c', 'model_providers.mock.stream_max_retries=1'],
    ...flags,
  ],
});
const anything = { flags: ['--permission-mode', 'bypassPermissions'] };
const asRoot = { IS_SANDBOX: '1' };

function answers(
  status: number,
  type: string,
  message: string,
  more: { readonly details?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): ModelScenario {
  return { kind: 'error', status, type, message, ...more };
}

const badRequest = answers(400, 'invalid_request_error', 'mock: bad request');
const tooMany = answers(429, 'rate_limit_error', 'Number of requests has exceeded your rate limit');
const outage = answers(500, 'api_error', 'mock: internal error');
const killsItsParent: ModelScenario = { kind: 'command', command: 'kill -TERM $PPID', lastMessage: 'Done.' };
const resetsAt = Math.ceil(Date.now() / 1000) + 3600;

const ofClaude: readonly Omit<Failure, 'runtime'>[] = [
  {
    name: '400',
    recording: 'claude-2.1.197-400-error',
    scenario: badRequest,
    class: 'agent',
    reason: /^API Error: 400 mock: bad request$/,
    snapshot: { retries: 0 },
  },
  {
    name: '401',
    recording: 'claude-2.1.197-401-error',
    scenario: refusesKey,
    env: oneRetry,
    class: 'provider',
    reason: /401|API key/,
    snapshot: { retries: 1 },
  },
  {
    name: '429',
    recording: 'claude-2.1.197-429-error',
    scenario: tooMany,
    env: oneRetry,
    class: 'provider',
    reason: /^API Error: .*429.*exceeded your rate limit/,
    snapshot: { retries: 1 },
  },
  {
    name: '500',
    recording: 'claude-2.1.197-500-error',
    scenario: outage,
    env: oneRetry,
    class: 'provider',
    reason: /^API Error: 500 /,
    snapshot: { retries: 1 },
  },
  {
    name: 'connection refused',
    recording: 'claude-2.1.197-connection-refused-error',
    scenario: outage,
    refused: true,
    env: oneRetry,
    class: 'provider',
    reason: /^API Error: Unable to connect to API \(ConnectionRefused\)$/,
  },
  {
    name: 'max turns',
    recording: 'claude-2.1.197-max-turns-error',
    scenario: writesProof,
    profile: { flags: ['--permission-mode', 'acceptEdits', '--max-turns', '1'] },
    class: 'agent',
    reason: /maximum number of turns \(1\)/,
    snapshot: { tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 } },
  },
  {
    name: 'permission denied: completed, and counted',
    recording: 'claude-2.1.197-permission-denied',
    scenario: writesProof,
    profile: { flags: ['--permission-mode', 'default'] },
    state: 'completed',
    snapshot: { permissionDenials: 1 },
  },
  {
    name: 'prompt too long',
    recording: 'claude-2.1.197-prompt-too-long-error',
    scenario: writesProof,
    prompt: 'long '.repeat(1_000_000),
    class: 'agent',
    reason: /^Prompt is too long/,
  },
  {
    name: 'usage limit of a subscription, with the time of its end',
    scenario: answers(429, 'rate_limit_error', "This request would exceed your account's rate limit.", {
      headers: {
        'anthropic-ratelimit-unified-status': 'rejected',
        'anthropic-ratelimit-unified-representative-claim': 'five_hour',
        'anthropic-ratelimit-unified-reset': String(resetsAt),
        'anthropic-ratelimit-unified-overage-status': 'rejected',
      },
    }),
    env: { ANTHROPIC_API_KEY: '', CLAUDE_CODE_OAUTH_TOKEN: 'sk-ant-oat01-test', ...oneRetry },
    class: 'provider',
    reason: new RegExp(`limit.*the limit ends at ${minute(resetsAt)}`),
  },
  {
    name: 'killed by SIGTERM from within',
    scenario: killsItsParent,
    profile: anything,
    env: asRoot,
    class: 'agent',
    reason: /^(exit code 143|killed by SIGTERM)/,
  },
  {
    name: 'an idle stream, ended by our stall limit',
    scenario: { kind: 'idle' },
    profile: { stallMs: 6_000 },
    class: 'stalled',
    reason: /^stalled: no sign of life for 0\.1 min$/,
  },
];

const ofCodex: readonly Omit<Failure, 'runtime'>[] = [
  {
    name: '400',
    recording: 'codex-0.169.0-400-error',
    scenario: badRequest,
    class: 'agent',
    reason: /^mock: bad request$/,
    snapshot: { retries: 0 },
  },
  {
    name: '401',
    recording: 'codex-0.169.0-401-error',
    scenario: refusesKey,
    profile: codexRetries(),
    class: 'provider',
    reason: /401 Unauthorized: Incorrect API key provided\./,
    snapshot: { retries: 1 },
  },
  {
    name: '429',
    recording: 'codex-0.169.0-429-error',
    scenario: tooMany,
    profile: codexRetries(),
    class: 'provider',
    reason: /429 Too Many Requests/,
  },
  {
    name: '500',
    recording: 'codex-0.169.0-500-error',
    scenario: outage,
    profile: codexRetries(),
    class: 'provider',
    reason: /high demand/,
    snapshot: { retries: 1 },
  },
  {
    name: '503',
    recording: 'codex-0.169.0-503-error',
    scenario: answers(503, 'server_error', 'Overloaded', { details: { code: 'slow_down' } }),
    profile: codexRetries(),
    class: 'provider',
    reason: /./,
  },
  {
    // with the program's own number of tries: Vik is what keeps it from waiting for a network for ever
    name: 'connection refused, with a bounded wait',
    recording: 'codex-0.169.0-connection-refused-bounded-error',
    scenario: outage,
    refused: true,
    class: 'provider',
    reason: /^Connection failed/,
    snapshot: { retries: 5 },
  },
  {
    name: 'no key',
    recording: 'codex-0.169.0-no-key-error',
    scenario: writesProof,
    env: { MOCK_KEY: '' },
    class: 'provider',
    reason: /^Missing environment variable: `MOCK_KEY`/,
  },
  {
    name: 'permission denied by its sandbox: completed, without the proof',
    scenario: writesProof,
    profile: { flags: ['--sandbox', 'read-only'] },
    state: 'completed',
  },
  {
    name: 'prompt too long',
    scenario: writesProof,
    prompt: 'x'.repeat(1_048_577),
    class: 'agent',
    reason: /^exit code 1: .*exceeds the maximum length/,
  },
  {
    name: 'usage limit',
    scenario: answers(429, 'usage_limit_reached', 'The usage limit has been reached', {
      details: { plan_type: 'plus', resets_at: resetsAt },
    }),
    profile: codexRetries(),
    class: 'provider',
    reason: /usage limit.*try again at/i,
  },
  {
    name: 'killed by SIGTERM from within',
    scenario: killsItsParent,
    class: 'agent',
    profile: codexRetries(),
    reason: /^(exit code 143|killed by SIGTERM)/,
  },
  {
    name: 'an idle stream, by its own limit',
    recording: 'codex-0.169.0-idle-timeout-error',
    scenario: { kind: 'idle' },
    profile: codexRetries(['-c', 'model_providers.mock.stream_idle_timeout_ms=1000']),
    class: 'provider',
    reason: /idle timeout waiting for SSE/,
    snapshot: { retries: 1 },
  },
  {
    name: 'an idle stream, ended by our stall limit',
    scenario: { kind: 'idle' },
    profile: { stallMs: 6_000 },
    class: 'stalled',
    reason: /^stalled: no sign of life for 0\.1 min$/,
  },
];

const failures: readonly Failure[] = [
  ...ofClaude.map((failure) => ({ ...failure, runtime: 'claude_code' as const })),
  ...ofCodex.map((failure) => ({ ...failure, runtime: 'codex' as const })),
];

let agents: InstalledAgents;
beforeAll(async () => {
  agents = await installAgents();
});

const played = { codex: startPlayedOpenai, claude_code: startPlayedAnthropic };

describe.concurrent('the real programs', () => {
  test.each(failures)('$runtime: $name', { timeout: 120_000 }, async (failure) => {
    await using model = await played[failure.runtime]({ scenario: failure.scenario });
    using session = prepareRealSession({
      agents,
      runtime: failure.runtime,
      // the port of TCP's discard service, where nobody listens
      modelUrl: failure.refused === undefined ? model.url : 'http://127.0.0.1:9',
      ...(failure.profile === undefined ? {} : { profile: failure.profile }),
      ...(failure.env === undefined ? {} : { env: failure.env }),
      ...(failure.prompt === undefined ? {} : { prompt: failure.prompt }),
    });
    const startedAt = performance.now();
    const { verdict, snapshot } = await session.run();
    const { name, state = 'failed', class: kind, reason } = failure;
    expect({ name, ...verdict }).toMatchObject({
      name,
      state,
      ...(kind === undefined ? {} : { class: kind }),
      ...(reason === undefined ? {} : { reason: expect.stringMatching(reason) }),
    });
    expect(snapshot).toMatchObject(failure.snapshot ?? {});
    expect(performance.now() - startedAt).toBeLessThan(90_000);
    expect(pidsOf(session.workspace)).toEqual([]);
    if (failure.recording !== undefined) {
      const recorded = playRecording(failure.runtime, failure.recording, 1).events;
      const kinds = session.transcript().map(({ kind }) => String(kind));
      expect(known(kinds)).toEqual(known(recorded.map((event) => event.split(' ', 1)[0] ?? '')));
    }
  });
});

describe.each(['codex', 'claude_code'] as const)('%s, told to stop while `sleep 300` runs', (runtime) => {
  test('is cancelled, and nothing of it is left, in a session of its own neither', async () => {
    const command = `setsid sh -c 'echo $$ >> pids; exec sleep 300' > /dev/null 2>&1 & sh -c 'echo $$ >> pids; exec sleep 300'`;
    await using model = await played[runtime]({ scenario: { kind: 'command', command, lastMessage: '' } });
    using session = prepareRealSession({
      agents,
      runtime,
      modelUrl: model.url,
      profile: runtime === 'codex' ? codexRetries() : anything,
      env: asRoot,
    });
    const pids = join(session.workspace, 'pids');
    const stop = new AbortController();
    const running = session.run(stop.signal);
    const started = () => (existsSync(pids) ? readFileSync(pids, 'utf8').split('\n').length - 1 : 0);
    await expect.poll(started, { timeout: 30_000 }).toBe(2);
    expect(aliveOf(pids)).toHaveLength(2);
    const since = performance.now();
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    expect((await running).verdict).toMatchObject({ state: 'cancelled' });
    expect(performance.now() - since).toBeLessThan(7_500);
    expect(aliveOf(pids)).toEqual([]);
    expect(pidsOf(session.workspace)).toEqual([]);
  });
});

/** Each kind of event once, in the order of their first coming: how often a program tries again is a setting. */
function known(kinds: readonly string[]): string[] {
  return [...new Set(kinds)].filter((kind) => kind !== 'unknown');
}

/** What runs with this session's home folder, which no other has. */
function pidsOf(workspace: string): number[] {
  return pidsWithVariable('HOME', dirname(workspace));
}

function minute(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

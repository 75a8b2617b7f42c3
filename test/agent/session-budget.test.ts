import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/json.ts';
import type { Verdict } from '../../src/outcome.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import type { FakeStep } from '../support/agent/fake-agent.ts';
import { createFakeSessions } from '../support/agent/fake-session.ts';

const price = { input: 1, cachedInput: 0.1, output: 10 };
const budget = (reason: string): Verdict => ({ state: 'failed', class: 'budget', reason });

const threadId = '01a2089f-56fa-7dd0-8bd5-8771e9894efe';
const usage = (input: number, cached: number, output: number) => ({
  input_tokens: input,
  cached_input_tokens: cached,
  cache_write_input_tokens: 0,
  output_tokens: output,
});
const tokenCount = (...figures: Parameters<typeof usage>) => ({
  type: 'event_msg',
  payload: { type: 'token_count', info: { total_token_usage: usage(...figures) } },
});
const usageRecord = (...figures: Parameters<typeof usage>) => ({
  type: 'token_usage_record',
  payload: { thread_id: threadId, thread_token_usage: usage(...figures) },
});
const rollout = (line: JsonValue): FakeStep => ({
  append: {
    path: `../codex-home/sessions/2026/11/23/rollout-2026-11-23T13-36-29-${threadId}.jsonl`,
    text: `${JSON.stringify(line)}\n`,
  },
});
const codexStarts: FakeStep = { json: { type: 'thread.started', thread_id: threadId } };
const codexEnds = (...figures: Parameters<typeof usage>): FakeStep => ({
  json: { type: 'turn.completed', usage: usage(...figures) },
});

const streamEvent = (event: JsonValue, parent: string | null = null): FakeStep => ({
  json: { type: 'stream_event', event, parent_tool_use_id: parent },
});
const messageStart = (parent?: string) =>
  streamEvent(
    {
      type: 'message_start',
      message: {
        usage: {
          input_tokens: 100,
          cache_creation_input_tokens: 20,
          cache_read_input_tokens: 30,
          output_tokens: 1,
        },
      },
    },
    parent,
  );
const messageDelta = (output: number, parent?: string) =>
  streamEvent({ type: 'message_delta', usage: { output_tokens: output } }, parent);
const claudeResult = (fields: { readonly [name: string]: JsonValue }): FakeStep => ({
  json: { type: 'result', subtype: 'success', is_error: false, permission_denials: [], ...fields },
});
const modelUsage = (output: number): JsonValue => ({
  m: { inputTokens: 1, outputTokens: output, cacheReadInputTokens: 0, cacheCreationInputTokens: 0 },
});

interface Case {
  readonly name: string;
  readonly profile: Partial<AgentProfile>;
  readonly script: readonly FakeStep[];
  readonly verdict: Verdict;
  readonly tokens?: { readonly input: number; readonly output: number };
  readonly costUsd?: number;
}

const cases: readonly Case[] = [
  {
    name: 'Codex is ended when its session file crosses the limit of tokens',
    profile: { runtime: 'codex', maxOutputTokens: 100 },
    script: [
      codexStarts,
      rollout(tokenCount(1000, 0, 90)),
      rollout(usageRecord(2000, 0, 150)),
      { hang: true },
    ],
    verdict: budget('over its limit of 100 output tokens: it used 150'),
    tokens: { input: 2000, output: 150 },
  },
  {
    name: 'Codex is ended when its session file crosses the limit of money',
    profile: { runtime: 'codex', maxCostUsd: 0.002, price },
    script: [codexStarts, rollout({ type: 'other' }), rollout(usageRecord(2000, 1000, 150)), { hang: true }],
    verdict: budget('over its limit of $0.002: it cost $0.0026'),
    tokens: { input: 2000, output: 150 },
    costUsd: 0.0026,
  },
  {
    name: 'Codex that crosses it with its last word is failed all the same',
    profile: { runtime: 'codex', maxOutputTokens: 100 },
    script: [codexStarts, codexEnds(1000, 0, 101)],
    verdict: budget('over its limit of 100 output tokens: it used 101'),
    tokens: { input: 1000, output: 101 },
  },
  {
    name: 'Codex within its limits is completed, and what it cost is computed',
    profile: { runtime: 'codex', maxCostUsd: 1, maxOutputTokens: 100, price },
    script: [codexStarts, rollout(usageRecord(900, 0, 90)), codexEnds(1000, 500, 100)],
    verdict: { state: 'completed' },
    tokens: { input: 1000, output: 100 },
    costUsd: 0.00155,
  },
  {
    name: 'Codex without a price has no cost',
    profile: { runtime: 'codex' },
    script: [codexStarts, codexEnds(1000, 500, 100)],
    verdict: { state: 'completed' },
    tokens: { input: 1000, output: 100 },
  },
  {
    name: 'Claude Code is ended when its messages cross the limit, a subagent in between',
    profile: { runtime: 'claude_code', maxOutputTokens: 100 },
    script: [
      ...[messageStart(), messageDelta(40), messageStart('toolu_1'), messageDelta(30, 'toolu_1')],
      ...[messageStart(), messageDelta(20), messageDelta(31), { hang: true as const }],
    ],
    verdict: budget('over its limit of 100 output tokens: it used 101'),
    tokens: { input: 450, output: 101 },
  },
  {
    name: 'Claude Code that prints its result when it is ended has those figures',
    profile: { runtime: 'claude_code', maxOutputTokens: 100 },
    script: [
      {
        onSignal: {
          signal: 'SIGINT',
          steps: [
            claudeResult({
              subtype: 'error_during_execution',
              is_error: true,
              total_cost_usd: 0.3,
              modelUsage: modelUsage(140),
            }),
            { exit: 1 },
          ],
        },
      },
      ...[messageStart(), messageDelta(120), { hang: true as const }],
    ],
    verdict: budget('over its limit of 100 output tokens: it used 140'),
    tokens: { input: 1, output: 140 },
    costUsd: 0.3,
  },
  {
    name: 'Claude Code that its own limit ended says the figures',
    profile: { runtime: 'claude_code', maxCostUsd: 0.005 },
    script: [
      claudeResult({
        ...{ subtype: 'error_max_budget_usd', is_error: true, errors: ['Reached maximum budget ($0.005)'] },
        ...{ total_cost_usd: 0.005625, modelUsage: modelUsage(42) },
      }),
      { exit: 1 },
    ],
    verdict: budget('over its limit of $0.005: it cost $0.005625'),
    tokens: { input: 1, output: 42 },
    costUsd: 0.005625,
  },
  {
    name: 'a command is ended when it prints that it crossed its limit',
    profile: { runtime: 'command', maxCostUsd: 1 },
    script: [{ json: { kind: 'cost', usd: 0.9 } }, { json: { kind: 'cost', usd: 1.25 } }, { hang: true }],
    verdict: budget('over its limit of $1.00: it cost $1.25'),
    costUsd: 1.25,
  },
  {
    name: 'a command that goes on spending after its last word is ended, too',
    profile: { runtime: 'command', maxCostUsd: 1 },
    script: [{ json: { kind: 'completed' } }, { json: { kind: 'cost', usd: 1.25 } }, { hang: true }],
    verdict: budget('over its limit of $1.00: it cost $1.25'),
    costUsd: 1.25,
  },
  {
    name: 'a limit that was crossed stays crossed, whatever the last figures say',
    profile: { runtime: 'codex', maxOutputTokens: 100 },
    script: [codexStarts, rollout(usageRecord(2000, 0, 150)), { sleepMs: 300 }, codexEnds(1, 1000, 1)],
    verdict: budget('over its limit of 100 output tokens: it used 150'),
    tokens: { input: 1, output: 1 },
  },
  {
    name: 'figures that no session can have are unknown',
    profile: { runtime: 'claude_code' },
    script: [claudeResult({ total_cost_usd: -1, modelUsage: modelUsage(1e300) })],
    verdict: { state: 'completed' },
    tokens: { input: 1, output: 0 },
  },
  {
    name: 'a session that failed by itself keeps its reason',
    profile: { runtime: 'command', maxOutputTokens: 10 },
    script: [{ json: { kind: 'error', detail: 'gave up' } }, { json: { kind: 'token_usage', output: 11 } }],
    verdict: { state: 'failed', class: 'agent', reason: 'gave up' },
    tokens: { input: 0, output: 11 },
  },
];

describe('what a session may spend', () => {
  it.each(cases)('$name', async ({ profile, script, verdict, tokens, costUsd }) => {
    using sessions = createFakeSessions();
    const codexHome = join(sessions.folder, 'codex-home');
    mkdirSync(join(codexHome, 'sessions', '2026', '11', '23'), { recursive: true });
    const outcome = await sessions.run(script, { profile, env: { CODEX_HOME: codexHome } });
    expect(outcome.verdict).toEqual(verdict);
    expect(outcome.snapshot.costUsd).toBe(costUsd);
    expect(outcome.snapshot.tokens).toEqual(
      tokens === undefined ? undefined : expect.objectContaining(tokens),
    );
  });
});

it('pieces of messages are not in the transcript', async () => {
  using sessions = createFakeSessions();
  await sessions.run([messageStart(), messageDelta(3), claudeResult({ result: 'done' })], {
    profile: { runtime: 'claude_code', maxOutputTokens: 100 },
  });
  expect(sessions.transcript().map(({ kind }) => kind)).toEqual(['token_usage', 'completed']);
});

it('a session whose file is not there has its limit checked at the end', async () => {
  using sessions = createFakeSessions();
  const outcome = await sessions.run([codexStarts, codexEnds(10, 0, 101)], {
    profile: { runtime: 'codex', maxOutputTokens: 100 },
    env: { CODEX_HOME: join(sessions.folder, 'empty') },
  });
  expect(outcome.verdict).toEqual(budget('over its limit of 100 output tokens: it used 101'));
});

/** The figures that were recorded while a session was played. */
async function recorded(script: readonly FakeStep[], profile: Partial<AgentProfile>) {
  using sessions = createFakeSessions();
  const figures: (readonly [input: number, output: number, costUsd: number | undefined])[] = [];
  mkdirSync(join(sessions.folder, 'codex-home', 'sessions', '2026', '11', '23'), { recursive: true });
  await sessions.run(script, {
    profile,
    env: { CODEX_HOME: join(sessions.folder, 'codex-home') },
    onUsage: ({ tokens: { input, output }, costUsd }) => figures.push([input, output, costUsd]),
  });
  return { figures, kinds: sessions.transcript().map(({ kind }) => kind) };
}

it('the figures of Claude Code are recorded while it works, and its last ones', async () => {
  const { figures, kinds } = await recorded(
    [messageStart(), messageDelta(40), claudeResult({ total_cost_usd: 0.3, modelUsage: modelUsage(90) })],
    { runtime: 'claude_code', maxOutputTokens: 100 },
  );
  expect(figures).toEqual([
    [150, 1, undefined],
    [1, 90, 0.3],
  ]);
  expect(kinds.filter((kind) => kind === 'token_usage')).toHaveLength(1);
});

it('the figures of Codex are recorded from its session file, without a limit too, and its last ones', async () => {
  const { figures, kinds } = await recorded(
    [codexStarts, rollout(usageRecord(900, 0, 90)), { sleepMs: 3000 }, codexEnds(1000, 500, 100)],
    { runtime: 'codex', price },
  );
  expect(figures).toEqual([
    [900, 90, expect.closeTo(0.0018)],
    [1000, 100, expect.closeTo(0.00155)],
  ]);
  expect(kinds.filter((kind) => kind === 'token_usage')).toHaveLength(1);
});

it('a session that is refused is cancelled, and installs nothing', async () => {
  using sessions = createFakeSessions();
  const outcome = await sessions.run([], {
    profile: { runtime: 'codex', version: '1.2.3' },
    refusal: () => 'the job reached its limit',
  });
  expect(outcome.verdict).toEqual({
    state: 'cancelled',
    class: 'cancelled',
    reason: 'the job reached its limit',
  });
  expect(sessions.logLines).toEqual([]);
});

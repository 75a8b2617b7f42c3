import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/agent/adapter.ts';
import { adapters } from '../../src/agent/adapters.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import { playedAt, playLines } from '../support/agent/play-recording.ts';
import { anAgent } from '../support/builders.ts';

function lineOf(fields: Partial<AgentProfile> & Pick<AgentProfile, 'runtime'>): string {
  const adapter: Adapter = adapters[fields.runtime];
  const { program, args } = adapter.commandLine(anAgent({ model: 'm', command: [], ...fields }));
  return [program, ...args].join(' ');
}

describe('the command line', () => {
  const cases: readonly { readonly profile: Parameters<typeof lineOf>[0]; readonly line: string }[] = [
    {
      profile: { runtime: 'codex', flags: ['--sandbox', 'danger-full-access'] },
      line: 'codex exec --sandbox danger-full-access --json -m m --skip-git-repo-check -c features.unbounded_connection_retries=false',
    },
    {
      profile: {
        runtime: 'codex',
        flags: ['--skip-git-repo-check', '-c', 'features.unbounded_connection_retries=true'],
      },
      line: 'codex exec --skip-git-repo-check -c features.unbounded_connection_retries=true --json -m m',
    },
    {
      profile: { runtime: 'codex', flags: ['--disable', 'unbounded_connection_retries'] },
      line: 'codex exec --disable unbounded_connection_retries --json -m m --skip-git-repo-check',
    },
    {
      profile: { runtime: 'claude_code', flags: ['--permission-mode', 'acceptEdits'] },
      line: 'claude --verbose --output-format stream-json --model m -p --permission-mode acceptEdits',
    },
    { profile: { runtime: 'command', command: ['/repo/agent.sh', '--json'] }, line: '/repo/agent.sh --json' },
  ];
  it.each(cases)('is `$line`', ({ profile, line }) => expect(lineOf(profile)).toBe(line));
});

describe('the environment', () => {
  it('limits the retries of Claude Code unless that is set', () => {
    const profile = anAgent({ runtime: 'claude_code' });
    const { extraEnv } = adapters.claude_code;
    expect([extraEnv(profile, {}), extraEnv(profile, { CLAUDE_CODE_MAX_RETRIES: '1' })]).toEqual([
      { CLAUDE_CODE_MAX_RETRIES: '4' },
      {},
    ]);
  });

  it('tells a command its model, when it has one', () => {
    const { extraEnv } = adapters.command;
    expect([extraEnv(anAgent({ model: 'm' }), {}), extraEnv(anAgent(), {})]).toEqual([
      { VIK_MODEL: 'm' },
      {},
    ]);
  });
});

describe('a line that nobody expected', () => {
  const cases = [
    { runtime: 'codex', line: 'plain text', event: { kind: 'unknown', event_type: null, raw: 'plain text' } },
    { runtime: 'codex', line: '', event: { kind: 'unknown', event_type: null, raw: '' } },
    { runtime: 'claude_code', line: '[1]', event: { kind: 'unknown', event_type: null, raw: [1] } },
    {
      runtime: 'claude_code',
      line: '{"type":7}',
      event: { kind: 'unknown', event_type: null, raw: { type: 7 } },
    },
    {
      runtime: 'codex',
      line: '{"type":"thread.started","thread_id":7}',
      event: { kind: 'session_started', session_id: null },
    },
    {
      runtime: 'codex',
      line: '{"type":"item.completed","item":"text"}',
      event: { kind: 'unknown', event_type: 'item.completed', raw: { type: 'item.completed', item: 'text' } },
    },
    {
      runtime: 'claude_code',
      line: '{"type":"assistant","message":null}',
      event: { kind: 'unknown', event_type: 'assistant', raw: { type: 'assistant', message: null } },
    },
    { runtime: 'command', line: 'plain text', event: { kind: 'message', text: 'plain text' } },
    { runtime: 'command', line: '{"kind":"other"}', event: { kind: 'message', text: '{"kind":"other"}' } },
    {
      runtime: 'command',
      line: '{"kind":"cost","usd":"much"}',
      event: { kind: 'unknown', event_type: 'cost', raw: { kind: 'cost', usd: 'much' } },
    },
  ] as const;
  it.each(cases)('$runtime: $line', ({ runtime, line, event }) => {
    expect(adapters[runtime].createLineMapper()(line, playedAt).events).toEqual([event]);
  });

  const type = fc.constantFrom(
    ...['thread.started', 'item.started', 'item.completed', 'turn.failed', 'turn.completed', 'error'],
    ...['system', 'assistant', 'user', 'result', 'rate_limit_event'],
  );
  const kind = fc.constantFrom(
    'message',
    'error',
    'cost',
    'token_usage',
    'tool_call',
    'rate_limit',
    'subagent',
  );
  const anyLine = fc.record(
    {
      ...{ type, kind, subtype: fc.constantFrom('init', 'api_retry', 'success'), item: fc.jsonValue() },
      ...{
        message: fc.jsonValue(),
        error: fc.jsonValue(),
        usage: fc.jsonValue(),
        modelUsage: fc.jsonValue(),
      },
      ...{ is_error: fc.jsonValue(), result: fc.jsonValue(), rate_limit_info: fc.jsonValue() },
    },
    { requiredKeys: [] },
  );
  it.each(['codex', 'claude_code', 'command'] as const)(
    'never throws, whatever its fields hold: %s',
    (runtime) => {
      const mapLine = adapters[runtime].createLineMapper();
      fc.assert(
        fc.property(anyLine, (line) => {
          expect(mapLine(JSON.stringify(line), playedAt).events.length).toBeGreaterThan(0);
        }),
      );
    },
  );
});

describe('totals', () => {
  it('of a Codex thread are the highest, never the sum', () => {
    const turn = (input: number, output: number) =>
      JSON.stringify({ type: 'turn.completed', usage: { input_tokens: input, output_tokens: output } });
    const { snapshot } = playLines('codex', [turn(100, 10), turn(250, 30)], 0);
    expect(snapshot.tokens).toEqual({ input: 250, output: 30, cacheRead: 0, cacheWrite: 0 });
  });

  it('of a Claude session ended by its spending limit are those of its models', () => {
    const usage = { inputTokens: 10, outputTokens: 5, cacheReadInputTokens: 3, cacheCreationInputTokens: 2 };
    const result = {
      ...{
        type: 'result',
        subtype: 'error_max_budget_usd',
        is_error: true,
        errors: ['Reached maximum budget ($1)'],
      },
      ...{
        usage: { input_tokens: 0, output_tokens: 0 },
        modelUsage: { a: usage, b: usage },
        total_cost_usd: 1.5,
      },
    };
    const { snapshot, verdict } = playLines('claude_code', [JSON.stringify(result)], 1);
    expect({ tokens: snapshot.tokens, cost: snapshot.costUsd, verdict }).toEqual({
      tokens: { input: 30, output: 10, cacheRead: 6, cacheWrite: 4 },
      cost: 1.5,
      verdict: { state: 'failed', class: 'budget', reason: 'over its limit of $1.00: it cost $1.50' },
    });
  });
});

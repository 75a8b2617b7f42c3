import { expect, test } from 'vitest';
import { cases as expectations } from './expectation-cases.ts';
import { findingsOf } from './load-text.ts';
import { cases as meaning } from './meaning-cases.ts';
import { cases as structure } from './structure-cases.ts';

test.each([...structure, ...meaning, ...expectations])('$title', async ({ text, files, findings }) => {
  expect(await findingsOf(text, files)).toEqual(findings);
});

test('lists nested 5,000 deep are one error', async () => {
  const findings = await findingsOf(`agents: ${'['.repeat(5000)}\n`);
  expect(findings).toEqual([
    expect.stringMatching(/^workflow\.yml:1:\d+ error the YAML is nested too deeply \[yaml_syntax\]$/),
  ]);
});

test('aliases that multiply are refused in less than two seconds', async () => {
  const list = `[${'x, '.repeat(2000)}x]`;
  const flags = Array.from({ length: 2000 }, (_, i) => `      --f${i}: *list`).join('\n');
  const started = performance.now();
  const findings = await findingsOf(`x: &list ${list}
agents:
  coder:
    runtime: codex
    args:
${flags}
`);
  expect(findings).toContain(
    'workflow.yml:1:1 error aliases make more than 100,000 values of this file: write less [yaml_syntax]',
  );
  expect(performance.now() - started).toBeLessThan(2000);
});

test('an alias inside its own anchor ends', async () => {
  const findings = await findingsOf('agents: &a { coder: *a }\nissue: &b { stages: *b }\n');
  expect(findings).toContain(
    'workflow.yml:1:14 error `agents.coder.runtime` is missing: expected `codex`, `claude_code` or `command`, for example `runtime: codex` [missing_field] agents.coder.runtime',
  );
});

test('a mistake behind an alias is said once for each place that has it, at the anchor', async () => {
  const findings = await findingsOf(`agents:
  a: &profile { runtime: codex, model: m, args: { -s: read-only }, tiemout_minutes: 1 }
  b: *profile
issues: { pull: { command: ./list } }
issue: { stages: { plan: { when: { state: todo }, agent: a, prompt: x } } }
`);
  expect(findings).toEqual([
    'workflow.yml:2:68 warning `agents.a.tiemout_minutes` is not a known key and is ignored; did you mean `timeout_minutes`? [unknown_field] agents.a.tiemout_minutes',
    'workflow.yml:2:68 warning `agents.b.tiemout_minutes` is not a known key and is ignored; did you mean `timeout_minutes`? [unknown_field] agents.b.tiemout_minutes',
  ]);
});

import { expect, test } from 'vitest';
import { type ArgValue, agentFlags, checkAgentArgs, grantsPermission } from '../../src/agent/flags.ts';

test.each<[string, Record<string, ArgValue>, string[]]>([
  ['a text', { '--sandbox': 'read-only' }, ['--sandbox', 'read-only']],
  ['an empty text', { '--name': '' }, ['--name', '']],
  ['a number', { '--max-turns': 5 }, ['--max-turns', '5']],
  ['true', { '--search': true }, ['--search']],
  ['false', { '--search': false }, []],
  ['a list', { '--tools': ['A', 2, true] }, ['--tools', 'A,2,true']],
  ['a list of one', { '--config': ['a=1'] }, ['--config', 'a=1']],
  ['an empty list', { '--tools': [] }, ['--tools', '']],
  ['a repeated flag', { '--allowedTools[]': ['A', 'B'] }, ['--allowedTools', 'A', '--allowedTools', 'B']],
  ['a repeated flag without items', { '--allowedTools[]': [] }, []],
  ['a repeated flag with one text', { '-c[]': 'a=1' }, ['-c', 'a=1']],
  ['several, in order', { '-b': 'x', '-a': true }, ['-b', 'x', '-a']],
])('%s', (_what, args, flags) => {
  expect(agentFlags(new Map(Object.entries(args)))).toEqual(flags);
});

test('a flag that the adapter gives is refused whatever its value, and `-p` is a profile for codex', () => {
  const args = new Map<string, ArgValue>([
    ['-p', 'work'],
    ['--json', false],
    ['--model[]', ['a']],
  ]);
  expect(checkAgentArgs('codex', args).map(({ key }) => key)).toEqual(['--json', '--model[]']);
  expect(checkAgentArgs('claude_code', args).map(({ key }) => key)).toEqual(['-p', '--json', '--model[]']);
});

test.each([
  ['codex', ['--sandbox=read-only'], true],
  ['codex', ['-s', 'read-only'], true],
  ['codex', ['--full-auto'], true],
  ['codex', ['-c', 'sandbox_mode = "workspace-write"'], true],
  ['codex', ['--permission-mode', 'plan'], false],
  ['claude_code', ['--allowedTools', 'Bash'], true],
  ['claude_code', ['--permission-mode=acceptEdits'], true],
  ['claude_code', ['--sandbox', 'x'], false],
  ['command', [], true],
] as const)('%s with %j says what the agent may do: %s', (runtime, flags, expected) => {
  expect(grantsPermission(runtime, flags)).toBe(expected);
});

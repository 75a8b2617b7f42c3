import { expect, test } from 'vitest';
import { formatStart, type Start } from '../../src/report/start-line.ts';
import { anAgent } from '../support/builders.ts';

const start: Start = { agent: anAgent(), title: 'Fix the login', attempt: 1, limits: undefined };

test.each<[string, Partial<Start>, string]>([
  ['its agent and its issue', {}, 'started with coder (command) on "Fix the login"'],
  [
    'the model, the attempt and its limits',
    { agent: anAgent({ runtime: 'codex', model: 'gpt-5.5' }), attempt: 2, limits: 'at most $0.50' },
    'started with coder (codex, gpt-5.5) on "Fix the login", attempt 2; at most $0.50',
  ],
  ['nothing of an empty title', { title: ' ' }, 'started with coder (command)'],
  [
    'the beginning of a long title, on one line',
    { title: `Fix\n::error::\u001b[31mit ${'x'.repeat(80)}` },
    `started with coder (command) on "Fix ⏎ ::error::it ${'x'.repeat(41)}…"`,
  ],
])('an attempt starts with %s', (_, fields, line) => {
  expect(formatStart({ ...start, ...fields })).toBe(line);
});

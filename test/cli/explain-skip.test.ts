import { expect, test } from 'vitest';
import { explainSkip } from '../../src/cli/explain-skip.ts';
import { aStage } from '../support/builders.ts';

const stages = [aStage(), aStage({ name: 'review' }), aStage({ name: 'work', state: 'work' })];

test.each([
  [
    'a state that starts nothing: those that do',
    { reason: 'no-matching-stage', detail: "vik's words", state: 'wrok' },
    undefined,
    'no stage starts from the state `wrok`; those that start one: `todo`, `work`',
  ],
  [
    'an interrupted look: that it was one',
    { reason: 'shutting-down', detail: "vik's words", state: 'todo' },
    undefined,
    'not decided: this command was ended',
  ],
  [
    'a refused token: its words',
    { reason: 'shutting-down', detail: "vik's words", state: 'todo' },
    'GitHub answered 401',
    'not decided: GitHub answered 401',
  ],
  [
    'anything else: as it was decided',
    { reason: 'not-trusted', detail: 'labelled by mallory', state: 'todo' },
    undefined,
    'labelled by mallory',
  ],
] as const)('why nothing starts, %s', (_, skipped, ended, expected) => {
  expect(explainSkip(skipped, stages, ended)).toBe(expected);
});

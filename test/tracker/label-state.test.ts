import { describe, expect, test } from 'vitest';
import { createLabelStates, passesFilters } from '../../src/tracker/label-state.ts';

const states = createLabelStates(['todo', 'In Progress'], '');
const prefixed = createLabelStates(['todo', 'work'], 'vik:');

describe('the labels of an issue', () => {
  test.each([
    [
      'one of the states is that state',
      states,
      ['bug', 'todo'],
      { kind: 'state', state: 'todo', label: 'todo' },
    ],
    [
      'case is ignored, the state is in the file’s spelling',
      states,
      ['in progress'],
      { kind: 'state', state: 'In Progress', label: 'in progress' },
    ],
    ['none of the states is not ours', states, ['bug'], { kind: 'none' }],
    ['no labels are not ours', states, [], { kind: 'none' }],
    [
      'two states are ambiguous, as the issue spells them',
      states,
      ['Todo', 'bug', 'IN PROGRESS'],
      { kind: 'ambiguous', labels: ['Todo', 'IN PROGRESS'] },
    ],
    [
      'with a prefix the label carries it',
      prefixed,
      ['vik:work'],
      { kind: 'state', state: 'work', label: 'vik:work' },
    ],
    [
      'case is ignored in the prefix too',
      prefixed,
      ['VIK:Work'],
      { kind: 'state', state: 'work', label: 'VIK:Work' },
    ],
    ['with a prefix the bare state is not ours', prefixed, ['work'], { kind: 'none' }],
    ['a prefix alone is not ours', prefixed, ['vik:'], { kind: 'none' }],
  ])('%s', (_, read, labels, expected) => {
    expect(read.read(labels)).toEqual(expected);
  });
});

test.each([
  [['vik', 'todo'], true],
  [['VIK', 'todo'], true],
  [['todo'], false],
  [['vik', 'Blocked'], false],
])('with `labels: [vik]` and `exclude_labels: [blocked]`, %j passes: %s', (labels, passes) => {
  expect(passesFilters(labels, { labels: ['vik'], excludeLabels: ['blocked'] })).toBe(passes);
});

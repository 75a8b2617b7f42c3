import { expect, test } from 'vitest';
import { explainUnlisted } from '../../src/tracker/github-unlisted.ts';
import { statesOf } from '../../src/tracker/label-state.ts';
import { aStage } from '../support/builders.ts';

const stages = [aStage({ state: 'todo' }), aStage({ state: 'work' })];
const intake = { labels: ['vik'], excludeLabels: ['blocked'], limit: 50 };
const explain = (labels: readonly string[]) => explainUnlisted({ labels }, intake, statesOf(stages, 's:'));

const NO_STATE = 'it carries no label of a state: `s:todo` or `s:work`';
const LACKS = 'it lacks `vik`, which `issues.github.labels` wants';
const HIDDEN = 'it carries `blocked`, which `issues.github.exclude_labels` hides';

test.each([
  ['none at all', [], `${NO_STATE}; ${LACKS}`],
  ['only the required one', ['vik'], NO_STATE],
  ['a state without the prefix', ['vik', 'todo'], NO_STATE],
  ['a state, but not the required one', ['s:todo'], LACKS],
  ['one that hides it, in capitals', ['VIK', 'S:todo', 'Blocked'], HIDDEN],
  [
    'all that it needs',
    ['vik', 's:work'],
    'it was not among the first 50 (`issues.github.limit`), or it changed just now',
  ],
])('an issue with labels: %s', (_, labels, detail) => {
  expect(explain(labels)).toBe(detail);
});

import { expect, test } from 'vitest';
import { createProgress } from '../src/progress.ts';
import { anIssue, aStage, completed } from './support/builders.ts';

test('a stage run ended when its last attempt did, however long its transition took', () => {
  const progress = createProgress();
  const endedAt = new Date('2026-11-23T10:03:12Z');
  progress.begin(anIssue({ id: '1' }), aStage()).ended(completed, endedAt);
  expect(progress.stageRuns.map(({ state }) => state)).toEqual([
    { kind: 'ended', verdict: completed, endedAt },
  ]);
});

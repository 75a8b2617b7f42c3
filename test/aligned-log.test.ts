import { expect, test } from 'vitest';
import { alignLabels } from '../src/aligned-log.ts';
import { createLog } from '../src/log.ts';
import { aStage } from './support/builders.ts';

function linesOf(stages: readonly string[], labels: readonly string[]): string[] {
  const lines: string[] = [];
  const log = createLog({ redact: (text) => text, debug: false, write: (line) => lines.push(line) });
  const aligned = alignLabels(
    log,
    stages.map((name) => aStage({ name })),
  );
  for (const label of labels) aligned.child(label).info('x');
  return lines;
}

test('what the stages of a workflow say begins in one column, from the first line on', () => {
  expect(linesOf(['plan', 'implement-the-thing'], ['#1 plan', '#1234 implement-the-thing'])).toEqual([
    '[#1 plan]                   x\n',
    '[#1234 implement-the-thing] x\n',
  ]);
});

test('one name that is very long stands out, and the others stay where they can be read', () => {
  expect(linesOf(['plan', 'a'.repeat(60)], ['#1 plan', `#1 ${'a'.repeat(60)}`])).toEqual([
    '[#1 plan]                    x\n',
    `[#1 ${'a'.repeat(60)}] x\n`,
  ]);
});

import { expect, test } from 'vitest';
import { cases } from './limit-cases.ts';
import { findingsOf } from './load-text.ts';

test.each(cases)('$title', async ({ text, files, findings }) => {
  expect(await findingsOf(text, files)).toEqual(findings);
});

import { expect, test } from 'vitest';

test('everything runs on Node 24, as on a runner, whatever Node the machine has', () => {
  expect(process.version).toMatch(/^v24\./);
});

import { expect, test } from 'vitest';
import {
  callingWorkflowPath,
  checkCallingWorkflow,
  checkConcurrency,
} from '../../src/workflow/check-concurrency.ts';
import { checkoutWith } from './load-text.ts';

const JOBS = `on: { schedule: [{ cron: "0 * * * *" }] }
jobs:
  lint: { runs-on: ubuntu-latest, concurrency: lint }
  vik: { runs-on: ubuntu-latest }
`;

test.each([
  ['a group at the top', `concurrency: vik\n${JOBS}`],
  ['a map at the top', `concurrency: { group: vik, cancel-in-progress: false }\n${JOBS}`],
  ['a group on the job', JOBS.replace('vik: {', 'vik: { concurrency: vik,')],
  ['a file that GitHub reads and we do not', 'jobs: [\n'],
])('%s is enough', (_what, text) => {
  expect(checkConcurrency(text, '/r/vik.yml', 'vik', 'run')).toBeUndefined();
});

test.each([
  ['run', 'warning'],
  ['doctor', 'error'],
] as const)('without one on the job a %s gives an %s at the job', (mode, severity) => {
  expect(checkConcurrency(JOBS, '/r/vik.yml', 'vik', mode)).toEqual({
    severity,
    code: 'no_concurrency',
    pointer: 'jobs.vik',
    message: `two runs of this workflow may work the same issues at once: write \`concurrency: { group: "vik-\${{ github.repository }}", cancel-in-progress: false }\` in the job \`vik\``,
    file: '/r/vik.yml',
    line: 4,
    column: 3,
  });
});

test('nothing after `concurrency:` is none', () => {
  const found = checkConcurrency(`concurrency:\n${JOBS}`, '/r/vik.yml', 'vik', 'run');
  expect(found).toMatchObject({ code: 'no_concurrency', line: 5, column: 3 });
});

test('a job of a reusable workflow is held by any job of the calling file', () => {
  expect(checkConcurrency(JOBS, '/r/vik.yml', 'inner', 'run')).toBeUndefined();
  const none = JOBS.replace(', concurrency: lint', '');
  expect(checkConcurrency(none, '/r/vik.yml', 'inner', 'run')).toMatchObject({
    pointer: 'jobs',
    line: 2,
    column: 1,
  });
});

test.each([
  ['acme/shop/.github/workflows/vik.yml@refs/heads/main', '/ws/.github/workflows/vik.yml'],
  ['Acme/Shop/.github/workflows/a@b.yml@refs/tags/v1', '/ws/.github/workflows/a@b.yml'],
  ['acme/other/.github/workflows/vik.yml@refs/heads/main', undefined],
  ['acme/shop/../../etc/passwd@refs/heads/main', undefined],
  ['nonsense', undefined],
  [undefined, undefined],
])('the file of %s', (ref, path) => {
  expect(callingWorkflowPath({ ref, repository: 'acme/shop', workspace: '/ws' })).toBe(path);
});

test('the calling file is read where it is checked out, and says nothing where it is not', async () => {
  await using checkout = await checkoutWith({ '.github/workflows/vik.yml': JOBS });
  const calling = { repository: 'acme/shop', workspace: checkout.dir, job: 'vik', mode: 'run' } as const;
  const ref = 'acme/shop/.github/workflows/vik.yml@refs/heads/main';
  expect(await checkCallingWorkflow({ ...calling, ref })).toMatchObject({ code: 'no_concurrency', line: 4 });
  expect(await checkCallingWorkflow({ ...calling, ref: ref.replace('vik.yml', 'x.yml') })).toBeUndefined();
});

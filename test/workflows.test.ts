import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { lintAction, lintWorkflow, OUR_ACTION } from './support/lint-github-yaml.ts';

const root = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`);

describe('the linters', () => {
  it('find what is wrong, so that finding nothing says something', async () => {
    const text = `on: push
jobs:
  vik:
    runs-on: ubuntu-latest
    steps:
      - uses: ${OUR_ACTION}@v1
        with: { wrkflow: workflow.yml }
      - run: echo \${{ steps.nobody.outputs.x }}
        shel: bash
`;
    const found = await lintWorkflow(text);
    expect(found.filter((each) => /wrkflow.*languageservice/.test(each))).toHaveLength(1);
    expect(found.filter((each) => /shel.*languageservice/.test(each))).toHaveLength(1);
    expect(found.filter((each) => /nobody.*actionlint/.test(each))).toHaveLength(1);
    expect(await lintAction(read('action.yml').replace('main:', 'mian:'))).not.toEqual([]);
  });
});

describe('our own files', () => {
  it('action.yml is a valid action', async () => {
    expect(await lintAction(read('action.yml'))).toEqual([]);
  });

  it.each(workflows)('%s is a valid workflow', async (file) => {
    expect(await lintWorkflow(read(file))).toEqual([]);
  });

  it.each(workflows)('%s gives nobody more than they need', (file) => {
    const workflow = workflowSchema.parse(parse(read(file)));
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      expect(job.permissions).toEqual(more[name] ?? { contents: 'read' });
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
      for (const step of job.steps) {
        if (step.uses?.startsWith('actions/checkout@'))
          expect(step.with).toMatchObject({ 'persist-credentials': false });
      }
    }
  });

  it.each(workflows)('%s names other actions by commit, with the version beside it', (file) => {
    const uses = read(file).match(/^.*\buses:.*$/gm) ?? [];
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('the CI runs `.ci/run`, which can be run', () => {
    expect(read('.github/workflows/ci.yml')).toMatch(/^ +- run: \.ci\/run$/m);
    expect(statSync(new URL('.ci/run', root)).mode & 0o111).toBe(0o111);
  });

  it('a release is checked in full before it is signed, and signed before it is there', () => {
    const { jobs } = releaseSchema.parse(parse(read('.github/workflows/release.yml')));
    expect([jobs.release.needs, jobs.attest.needs]).toEqual(['attest', ['check', 'agents']]);
    expect(jobs.check.steps.at(-1)).toEqual({ run: '.ci/run' });
    expect(jobs.agents.steps.slice(-2)).toEqual([{ run: 'npm ci' }, { run: 'npm run test:agents' }]);
    // What is signed is there: the bundle, and the licences of what is in it.
    expect(read('dist/licenses.txt')).toContain('minijinja');
    expect(jobs.attest.steps.at(-1)?.with).toEqual({ 'subject-path': 'action.yml\ndist/*\n' });
    expect(jobs.attest.steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  it('`.ci/run` does what the README says, and the rest', () => {
    const steps = [...read('.ci/run').matchAll(/^step (.+)$/gm)].map(([, step]) => step);
    expect(steps).toEqual([
      'need_chromium',
      'npm ci',
      'npm run typecheck',
      'npm run lint',
      'check_dist',
      'npm test',
      'npm run test:faults',
    ]);
  });

  it('dependabot looks after packages and actions, those of the examples too', () => {
    const updates = z.object({
      updates: z.array(
        z.object({ 'package-ecosystem': z.string(), directories: z.array(z.string()).optional() }),
      ),
    });
    const found = updates.parse(parse(read('.github/dependabot.yml'))).updates;
    expect(found.map((each) => each['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    // One by one: whether it expands a pattern for actions is nowhere promised.
    const examples = readdirSync(new URL('examples/', root)).filter((name) => !name.endsWith('.md'));
    expect(found[1]?.directories).toEqual([
      '/',
      ...examples.map((name) => `/examples/${name}/.github/workflows`),
    ]);
  });
});

const steps = z.array(
  z.object({ run: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
);
const releaseSchema = z.object({
  jobs: z.object({
    check: z.object({ steps }),
    agents: z.object({ steps }),
    attest: z.object({ needs: z.array(z.string()), steps }),
    release: z.object({ needs: z.string(), steps }),
  }),
});

/** Jobs that do more than to look. None of them runs a program of ours with what it may do, but for the notes. */
const more: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
  release: { contents: 'write' },
};

const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      'timeout-minutes': z.number(),
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
      ),
    }),
  ),
});

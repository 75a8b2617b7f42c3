/** Each folder under examples/ is checked as a user would check it; scenarios/examples.test.ts runs it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { workflowJsonSchema } from '../src/workflow/json-schema.ts';
import { loadWorkflow } from '../src/workflow/load-workflow.ts';
import { EXAMPLES, exampleNames } from './support/example-scene.ts';
import { lintWorkflow, OUR_ACTION } from './support/lint-github-yaml.ts';
import { codeSpans, deadLinks, localLinks } from './support/markdown.ts';
import { surroundings } from './workflow/load-text.ts';

const root = join(import.meta.dirname, '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

const PUSH = { contents: 'write', issues: 'write', 'pull-requests': 'write' };
const permissions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  triage: { contents: 'read', issues: 'write' },
  'other-tracker': { contents: 'write', 'pull-requests': 'write' },
};

const pinsOf = (text: string): string[] =>
  [...text.matchAll(/uses: (\S+@.*)$/gm)]
    .map(([, pin = '']) => pin)
    .filter((pin) => !pin.startsWith(OUR_ACTION));

/** The paths of each upload in a GitHub workflow. */
function uploadsOf(github: string): string[][] {
  const step = z.looseObject({ uses: z.string().optional(), with: z.looseObject({}).optional() });
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ steps: z.array(step) })) })
    .parse(parse(github));
  return Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    .map((each) => String(each.with?.path).trim().split('\n'));
}

describe.each(exampleNames)('%s', (name) => {
  const github = read('examples', name, '.github/workflows/vik.yml');
  const workflow = read('examples', name, 'workflow.yml');
  const readme = read('examples', name, 'README.md');

  test('its GitHub workflow is valid and gives nobody more than they need', async () => {
    expect(await lintWorkflow(github)).toEqual([]);
    const values = z.looseObject({ jobs: z.object({ vik: z.unknown() }) }).parse(parse(github));
    expect(values).toMatchObject({ permissions: {} });
    expect(values.jobs.vik).toMatchObject({
      // at the top, a run that `if` skips would take the place of one that waits
      concurrency: { group: 'vik-${{ github.repository }}', 'cancel-in-progress': false },
      permissions: permissions[name] ?? PUSH,
      'timeout-minutes': expect.any(Number),
    });
    expect(values).not.toHaveProperty('concurrency');
    expect(github.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false\n/g)).toHaveLength(
      1,
    );
  });

  test('only labels that can be a state start a runner', () => {
    const { on, jobs } = z
      .object({ on: z.looseObject({}), jobs: z.object({ vik: z.looseObject({}) }) })
      .parse(parse(github));
    const prefix = parse(workflow).issues.github?.state_prefix;
    expect(jobs.vik.if).toBe(
      'issues' in on
        ? `github.event_name != 'issues' || startsWith(github.event.label.name, '${prefix}')`
        : undefined,
    );
  });

  test('where an agent shall run tests, what they need is installed, before an agent can have a say in it', () => {
    const prompts = globSync(join(EXAMPLES, name, 'prompts/*.md')).map((file) => readFileSync(file, 'utf8'));
    const hook: string = parse(workflow).issue.hooks.after_create;
    const commands = hook.split('\n').flatMap((line) => /^(?:npm ci|git switch)/.exec(line) ?? []);
    expect(commands.includes('npm ci')).toBe(
      [workflow, ...prompts].some((text) => /run the tests/i.test(text)),
    );
    if (commands.includes('npm ci')) expect(commands).toEqual(['npm ci', 'git switch']);
  });

  test('it names other actions by the same commits as the rest of the project', () => {
    const pins = pinsOf(github);
    expect(pins.filter((pin) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(pin))).toEqual([]);
    const ours = [...pinsOf(read('README.md')), ...pinsOf(read('.github/workflows/ci.yml'))];
    expect(pins.filter((pin) => !ours.includes(pin))).toEqual([]);
  });

  test('it delivers the report and the transcripts, or says where on the machine they stay', () => {
    const paths = uploadsOf(github);
    if (paths.length === 0) expect(readme).toMatch(/`report\.html`[^.]* below `~\/\.vik`/);
    else {
      expect(paths).toEqual([
        ['${{ steps.vik.outputs.report-html-path }}', '${{ steps.vik.outputs.sessions-path }}'],
      ]);
    }
  });

  test('its workflow.yml loads without a finding and is valid for editors', async () => {
    const path = join(EXAMPLES, name, 'workflow.yml');
    const loaded = await loadWorkflow({ ...surroundings, path });
    expect(loaded).toMatchObject({ kind: 'loaded', warnings: [] });
    const validate = new Ajv2020({ strictRequired: false, allowUnionTypes: true }).compile(
      workflowJsonSchema(),
    );
    validate(parse(workflow));
    expect(validate.errors).toBeNull();
    const { $id } = JSON.parse(read('schema/workflow.schema.json'));
    expect(workflow.split('\n')[0]).toBe(`# yaml-language-server: $schema=${$id}`);
  });

  test('its README names the secrets and variables to set, and links to what is there', () => {
    const wanted = [...github.matchAll(/\$\{\{ (?:secrets|vars)\.(\w+) \}\}/g)].map(([, word = '']) => word);
    expect(wanted.filter((word) => !codeSpans(readme).includes(word))).toEqual([]);
    expect(deadLinks(root, `examples/${name}/README.md`)).toEqual([]);
    expect(localLinks(read('examples/README.md'))).toContain(`${name}/README.md`);
  });
});

test("a vik user's file has no key of ours", () => {
  const values = parse(read('examples/from-vik/workflow.yml'));
  expect(keysOf(values, [])).toEqual([
    'loop.max_issue_concurrency',
    'loop.wait_ms',
    'workspace.root',
    'agents.*.runtime',
    'agents.*.model',
    'agents.*.args.--config',
    'agents.*.args.--sandbox',
    'issues.pull.command',
    'issues.pull.idle_sec',
    'issue.hooks.after_create',
    'issue.stages.*.when.state',
    'issue.stages.*.agent',
    'issue.stages.*.prompt_file',
    'issue.stages.*.hooks.before_run',
    'issue.stages.*.hooks.after_run',
    'issue.stages.*.prompt',
  ]);
});

/** Paths of the keys that an author did not choose, each once. */
function keysOf(value: unknown, path: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.join('.')];
  const isNamed = ['agents', 'issue.stages'].includes(path.join('.'));
  const below = Object.entries(value).flatMap(([key, each]) => keysOf(each, [...path, isNamed ? '*' : key]));
  return [...new Set(below)];
}

/** What the README and docs/ say is tried: every example and every command line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { withTables } from '../scripts/readme-tables.ts';
import { adapters } from '../src/agent/adapters.ts';
import { checkPromptTemplate, checkShellTemplate } from '../src/stage/template.ts';
import type { AgentProfile } from '../src/workflow/workflow.ts';
import { agentVersions } from './support/agent/real-agents.ts';
import { lintWorkflow } from './support/lint-github-yaml.ts';
import { codeInColumn, fencedBlocks, section } from './support/markdown.ts';
import { findingsOf, workflowOf } from './workflow/load-text.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = pages.flatMap((page) =>
  fencedBlocks(read(page)).map((block) => ({ ...block, name: `${page}:${block.line}` })),
);
const yaml = examples.filter(({ language }) => language === 'yaml');

/** Makes whole what is shown in part. */
function complete(fragment: Readonly<Record<string, unknown>>): string {
  const agents = { coder: { runtime: 'command', command: ['true'] } };
  const stages = {
    plan: { when: { state: 'todo' }, agent: Object.keys(fragment.agents ?? agents)[0], prompt: 'Plan it.' },
  };
  return stringify({ agents, issue: { stages }, ...fragment });
}

/** What a block of YAML is an example of. */
function kindOf(text: string): 'GitHub workflow' | 'steps' | 'workflow.yml' {
  const values: unknown = parse(text);
  if (Array.isArray(values)) return 'steps';
  const hasJobs = typeof values === 'object' && values !== null && 'jobs' in values;
  return hasJobs ? 'GitHub workflow' : 'workflow.yml';
}
const vikKeys = ['loop', 'workspace', 'agents', 'prices', 'issues', 'issue', 'report'];

describe('examples of GitHub workflows', () => {
  const workflows = yaml.filter(({ text }) => kindOf(text) === 'GitHub workflow');
  const steps = yaml.filter(({ text }) => kindOf(text) === 'steps');

  it('are there: a whole one, and steps', () => {
    expect(workflows.map(({ name }) => name.split(':')[0])).toEqual(['README.md']);
    expect(steps.map(({ name }) => name.split(':')[0])).toEqual(['README.md', 'docs/doctor.md']);
  });

  it.each(workflows)('$name is valid', async ({ text }) => {
    expect(await lintWorkflow(text)).toEqual([]);
  });

  it.each(workflows)('$name is the safe setup', ({ text }) => {
    const { on, permissions, jobs } = z.record(z.string(), z.unknown()).parse(parse(text));
    expect(on).toEqual({
      issues: { types: ['labeled'] },
      schedule: [{ cron: expect.any(String) }],
      workflow_dispatch: {
        inputs: {
          mode: { type: 'choice', options: ['run', 'doctor'], default: 'run' },
          'dry-run': { type: 'boolean', default: false },
        },
      },
    });
    expect(permissions).toEqual({});
    expect(jobs).toMatchObject({
      vik: {
        if: "github.event_name != 'issues' || startsWith(github.event.label.name, 'vik:')",
        // at the top, a run that `if` skips would take the place of one that waits
        concurrency: { group: 'vik-${{ github.repository }}', 'cancel-in-progress': false },
        'timeout-minutes': 350,
        permissions: { contents: 'write', issues: 'write', 'pull-requests': 'write' },
        steps: [
          { with: { 'persist-credentials': false } },
          {
            id: 'vik',
            with: {
              mode: "${{ inputs.mode || 'run' }}",
              'dry-run': '${{ inputs.dry-run || false }}',
              strict: true,
            },
          },
          { with: { path: expect.stringContaining('${{ steps.vik.outputs.sessions-path }}') } },
        ],
      },
    });
  });

  it.each(steps)('$name has valid steps', async ({ text }) => {
    const job = { 'runs-on': 'ubuntu-latest', steps: parse(text) };
    expect(await lintWorkflow(stringify({ on: 'push', jobs: { vik: job } }))).toEqual([]);
  });
});

describe('examples of workflow.yml', () => {
  const files = yaml.filter(({ text }) => kindOf(text) === 'workflow.yml');

  it.each(files)('$name loads without a finding', async ({ text }) => {
    const values = z.record(z.string(), z.unknown()).parse(parse(text));
    expect(Object.keys(values).filter((key) => !vikKeys.includes(key))).toEqual([]);
    const isWhole = 'agents' in values && 'issue' in values;
    const prompts = Object.fromEntries(
      [...text.matchAll(/prompt_file: (\S+)/g)].map(([, file = '']) => [file, 'Plan it.']),
    );
    const found = await findingsOf(isWhole ? text : complete(values), prompts);
    // What a fragment does not show can't be complete.
    expect(found.filter((each) => isWhole || !each.includes('[no_transition]'))).toEqual([]);
  });
});

describe('examples of templates', () => {
  it.each(examples.filter(({ language }) => language === 'jinja'))('$name is a prompt', async ({ text }) => {
    expect(await checkPromptTemplate(text)).toEqual([]);
  });

  it.each(examples.filter(({ language, text }) => language === 'sh' && text.includes('{{')))(
    '$name is a hook',
    async ({ text }) => {
      expect(await checkShellTemplate(text)).toEqual([]);
    },
  );

  const table = section(read('docs/prompts-and-hooks.md'), "### What a value can't become");
  const forms = (column: number) => codeInColumn(table, column).map(([form = '']) => form);

  it.each(forms(0))('a value is refused in: %s', async (form) => {
    const codes = (await checkShellTemplate(form)).map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toEqual(['error unbindable_value']);
  });

  it.each(forms(1))('and allowed in: %s', async (form) => {
    expect(await checkShellTemplate(form)).toEqual([]);
  });
});

describe('command lines', () => {
  it('are what the adapters build', async () => {
    const page = section(read('docs/agents.md'), '## The command lines');
    const [profiles, lines] = fencedBlocks(page);
    const values = z.record(z.string(), z.unknown()).parse(parse(profiles?.text ?? ''));
    const stages = Object.fromEntries(
      Object.keys(z.record(z.string(), z.unknown()).parse(values.agents)).map((agent) => [
        agent,
        { when: { state: agent }, agent, prompt: 'Plan it.' },
      ]),
    );
    const workflow = await workflowOf(stringify({ ...values, issue: { stages } }));
    const shown = workflow.stages.map(({ agent }) => shellLine(agent).replace(workflow.dir, '/repo'));
    expect(lines?.text.trimEnd().split('\n')).toEqual(shown);
  });

  function shellLine(profile: AgentProfile): string {
    const adapter = adapters[profile.runtime];
    const { program, args } = adapter.commandLine(profile);
    const extra = Object.entries(adapter.extraEnv(profile, {})).map(([name, value]) => `${name}=${value}`);
    const words = [program, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`));
    return [...extra, ...words].join(' ');
  }
});

describe('README.md', () => {
  it('README.md has the tables of action.yml', () => {
    expect(read('README.md')).toBe(withTables(read('README.md'), read('action.yml')));
  });

  it('the first screen has what to know before use, and the way to the quick start', () => {
    const screen = read('README.md').split('\n').slice(0, 40).join('\n');
    for (const fact of [
      'Anyone who can set a label can spend your money',
      'persist-credentials: false',
      'lives for one job',
      '(#quick-start)',
      '(docs/security.md)',
    ])
      expect(screen).toContain(fact);
  });

  it('it says which version it is, and the versions of the agents that it is tested with', () => {
    const { version } = JSON.parse(read('package.json'));
    const { codex, claude } = agentVersions;
    const said = `version ${version}, not released yet. There is no tag to use, so pin a commit. Tested with Codex CLI ${codex} and Claude Code ${claude}.`;
    expect(read('README.md').replaceAll('\n', ' ')).toContain(said);
    expect(read('docs/agents.md')).toContain(`Codex CLI ${codex} and Claude Code ${claude}.`);
  });

  it('its pictures leave room for the text', () => {
    const pictures = [...read('README.md').matchAll(/docs\/images\/[\w-]+\.png/g)].map(([file]) => file);
    // twice as many pixels as points; 8 bytes of signature, a length and a type stand before width and height
    const heights = pictures.map((file) => readFileSync(join(root, file)).readUInt32BE(20) / 2);
    expect(heights).toHaveLength(4);
    expect(heights.filter((height) => height > 600)).toEqual([]);
  });
});

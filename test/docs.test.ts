/** The lists of names in docs/ are those of the source, and what a page links to is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { countFaultRows, withFaultRows } from '../scripts/fault-results.ts';
import { createEnvironments } from '../src/environment/environments.ts';
import { codeInColumn, codeSpans, deadLinks, fencedBlocks, localLinks, section } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('lists', () => {
  it('every key of the schema is in docs/workflow-file.md', () => {
    const documented = codeSpans(read('docs/workflow-file.md'))
      .join(' ')
      .split(/[^\w]+/);
    const keys = keysOf(JSON.parse(read('schema/workflow.schema.json')));
    expect(keys.length).toBeGreaterThan(40);
    expect([...new Set(keys)].filter((key) => !documented.includes(key))).toEqual([]);
  });

  it('the number of fault rows on two pages is that of the suite', { timeout: 120_000 }, () => {
    const rows = countFaultRows();
    for (const page of ['README.md', 'CONTRIBUTING.md'])
      expect(read(page)).toBe(withFaultRows(read(page), rows));
  });

  it.each([
    [
      'diagnostic codes',
      'src/workflow/diagnostic.ts',
      'DiagnosticCode',
      'docs/workflow-file.md',
      '## Diagnostics',
      [],
    ],
    ['failure classes', 'src/outcome.ts', 'FailureClass', 'docs/troubleshooting.md', '## Classes', []],
    [
      'reasons of skips',
      'src/outcome.ts',
      'SkipReason',
      'docs/troubleshooting.md',
      '## Why an issue was skipped',
      [],
    ],
    // What the doctor says instead of a reason of a run.
    ['reasons of runs', 'src/outcome.ts', 'RunReason', 'docs/files.md', '## How a run ends', ['checked']],
    [
      'reasons of runs, each with what to do,',
      'src/outcome.ts',
      'RunReason',
      'docs/troubleshooting.md',
      '## How the run ended',
      ['checked'],
    ],
  ])('the %s are those of the source', (_, source, type, page, heading, others) => {
    const listed = codeInColumn(section(read(page), heading), 0).flat();
    const members = membersOf(source, type);
    expect([...listed].sort()).toEqual([...members, ...others].sort());
  });

  it('the reasons of runs in action.yml are those of the source', () => {
    const { reason } = z
      .object({ outputs: z.object({ reason: z.object({ description: z.string() }) }) })
      .parse(parse(read('action.yml'))).outputs;
    const named = codeSpans(reason.description).filter((code) => code !== 'mode: doctor');
    expect([...named].sort()).toEqual([...membersOf('src/outcome.ts', 'RunReason'), 'checked'].sort());
  });

  it('what can be expected is that of the source', () => {
    const listed = codeInColumn(section(read('docs/workflow-file.md'), '## What a stage expects'), 0).flat();
    const [, words = ''] =
      /EXPECTATION_WORDS = \[([^\]]+)\]/.exec(read('src/workflow/expect-schema.ts')) ?? [];
    const names = [...words.matchAll(/'(\w+)'/g)].map(([, word]) => word);
    expect(listed.map((each) => each.replace(/:.*/, '')).sort()).toEqual([...names, 'output'].sort());
  });

  it('the events of the log are those of the source', () => {
    const table = section(read('docs/files.md'), '## `logs/events.jsonl`');
    const written = [...source().matchAll(/\bwriteEvent\(\s*'(\w+)'/g)].map(([, event]) => event);
    expect(codeInColumn(table, 0).flat().sort()).toEqual([...new Set(written)].sort());
  });

  it('the kinds of events are those of the source', () => {
    const table = section(read('docs/files.md'), '## Transcripts');
    const kinds = [...read('src/agent/events.ts').matchAll(/kind: '(\w+)'/g)].map(([, kind]) => kind);
    expect(codeInColumn(table, 0).flat().sort()).toEqual(kinds.sort());
  });

  it('the record in docs/files.md has the fields of the source', () => {
    const [shown] = fencedBlocks(section(read('docs/files.md'), '## `run.json`'));
    const fields = [...read('src/report/record.ts').matchAll(/^ +readonly (\w+):/gm)].map(
      ([, field]) => field,
    );
    const own = fields.filter((field) => field !== undefined && /^[a-z_]+$/.test(field));
    expect([...(shown?.text ?? '').matchAll(/"(\w+)"/g)].map(([, field]) => field)).toEqual(
      expect.arrayContaining(own),
    );
  });

  it('the variables are those that children get', () => {
    const environments = createEnvironments({
      variables: {},
      token: 'x',
      repository: 'o/r',
      serverUrl: 'https://github.com',
      workspaceRoot: '/root',
      workflowPath: '/w',
      hasGitIdentity: () => true,
    });
    const facts = {
      issueId: '1',
      title: 't',
      state: 's',
      stage: 'p',
      workdir: '/d',
      descriptionFile: '/t',
      issueFile: '/i',
    };
    const given = Object.keys(environments.forHook(facts)).filter((name) => name.startsWith('VIK_'));
    const table = section(read('docs/prompts-and-hooks.md'), '## Variables');
    expect(codeInColumn(table, 0).flat().sort()).toEqual(given.sort());
  });
});

describe('reasons in words', () => {
  it('are what the source says', () => {
    const spans = codeInColumn(section(read('docs/troubleshooting.md'), '## Reasons in words'), 0).flat();
    // One text of ours may be put together from two.
    const pieces = spans.flatMap((span) =>
      span.split(/…|, but /).map((piece) => piece.replace(/:? *$/, '').trim()),
    );
    const said = plain(source());
    expect(pieces.length).toBeGreaterThan(40);
    expect(pieces.filter((piece) => !said.includes(piece))).toEqual([]);
  });

  it('are all there that the source gives to a stage run', () => {
    const page = plain(read('docs/troubleshooting.md'));
    const texts = sourcesOf(['src/agent', 'src/stage', 'src/process.ts'])
      .flatMap((text) => [...text.matchAll(REASON)].map(([, , words = '']) => plain(words)))
      .flatMap((words) => words.split(/\$\{[^}]*\}+|[:;,]/).map((piece) => piece.trim()))
      .filter((piece) => /^\S+ \S+ \S/.test(piece));
    expect(texts.length).toBeGreaterThan(15);
    expect([...new Set(texts)].filter((text) => !page.includes(text))).toEqual([]);
  });
});

describe('links and commands', () => {
  it.each(pages)('%s links to what is there', (page) => {
    expect(deadLinks(root, page)).toEqual([]);
  });

  it('README.md links to every page', () => {
    const linked = localLinks(read('README.md')).map((link) => link.split('#', 1)[0]);
    expect([...pages, 'LICENSE'].filter((page) => page !== 'README.md' && !linked.includes(page))).toEqual(
      [],
    );
  });

  it.each(pages)('%s names scripts of package.json only', (page) => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const named = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

/** The literals of a union type in our source, which no longer exists when tests run. */
function membersOf(file: string, type: string): string[] {
  const [, body] = new RegExp(`^export type ${type} =\n([\\s\\S]*?);$`, 'm').exec(read(file)) ?? [];
  if (body === undefined) throw new Error(`${file} has no type \`${type}\``);
  return [...body.matchAll(/^ +\| '([\w-]+)'/gm)].map(([, member = '']) => member);
}

/** The texts of our source files at or below these paths. */
function sourcesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path.endsWith('.ts')) return [read(path)];
    const below = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
    return below.filter((name) => name.endsWith('.ts')).map((name) => read(join(path, name)));
  });
}

function source(): string {
  return sourcesOf(['src']).join('\n');
}

/** Code without what only marks it as a text. */
function plain(text: string): string {
  return text.replaceAll('\\', '').replaceAll('`', '');
}

/** Where a stage run is given its reason: a literal after `reason`, or in an error that becomes one. */
const REASON =
  /\b(?:reason(?: =|:)|notStarted(?: =|:)|setupFailure\(|new (?:Workspace|ProcessStart|Install)Error\()\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1/g;

/** Names of keys that an author writes, at any depth. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) =>
    name === 'properties' && typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, below]) => [key, ...keysOf(below)])
      : keysOf(value),
  );
}

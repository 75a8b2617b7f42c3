/** The rules about who may import whom, read off the import lines, so that nobody has to remember them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

interface Import {
  readonly from: string;
  /** A path below src/, or a package. */
  readonly to: string;
  readonly isType: boolean;
  /** Loaded when it is needed. */
  readonly isLazy: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(path.join(SRC, file), 'utf8')]));
const imports = [...sources].flatMap(([file, source]) => readImports(file, source));

function readImports(file: string, source: string): Import[] {
  const found = source.matchAll(
    /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<name>[^']+)'|import\('(?<lazy>[^']+)'\)/gm,
  );
  return [...found].map(({ groups }) => {
    const name = groups?.name ?? groups?.lazy ?? '';
    const to = name.startsWith('.') ? path.normalize(path.join(path.dirname(file), name)) : name;
    return { from: file, to, isType: groups?.type !== undefined, isLazy: groups?.lazy !== undefined };
  });
}

/** Imports that break a rule, as `from -> to`. */
function breaches(isBreach: (one: Import) => boolean): string[] {
  return imports.filter(isBreach).map(({ from, to }) => `${from} -> ${to}`);
}

const isIn = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`));

describe('packages', () => {
  test('@octokit/* is known in github/ only', () => {
    expect(breaches(({ from, to }) => to.startsWith('@octokit/') && !isIn(from, 'github'))).toEqual([]);
  });
  test('@actions/* is known in main, inputs, log, report, process and github only', () => {
    const allowed = ['main.ts', 'inputs.ts', 'log.ts', 'process.ts'];
    expect(
      breaches(
        ({ from, to }) =>
          to.startsWith('@actions/') && !allowed.includes(from) && !isIn(from, 'report', 'process', 'github'),
      ),
    ).toEqual([]);
  });
  test('processes are started in process only', () => {
    expect(breaches(({ to }) => to === 'node:child_process' || to === 'child_process')).toEqual([]);
    expect(
      breaches(({ from, to }) => to === '@actions/exec' && from !== 'process.ts' && !isIn(from, 'process')),
    ).toEqual([]);
  });
});

describe('direction', () => {
  test('dispatch/ knows nothing of stages, agents, GitHub and reports', () => {
    expect(
      breaches(({ from, to }) => isIn(from, 'dispatch') && isIn(to, 'stage', 'agent', 'github', 'report')),
    ).toEqual([]);
  });
  test('agent/ knows nothing of issues, stages and dispatch', () => {
    expect(
      breaches(
        ({ from, to }) => isIn(from, 'agent') && isIn(to, 'stage', 'dispatch', 'github', 'tracker', 'report'),
      ),
    ).toEqual([]);
  });
  test('trust/ decides without asking anybody', () => {
    expect(
      breaches(
        ({ from, to, isType }) => isIn(from, 'trust') && !isType && isIn(to, 'github', 'stage', 'dispatch'),
      ),
    ).toEqual([]);
  });
  test('log, redact, process, errors and waits are leaves; errors, which imports nothing, may be used by all', () => {
    const partsOfLog = ['plain-text.ts', 'runner-commands.ts'];
    const own = (from: string, to: string) => {
      if (from === 'log.ts') return partsOfLog.includes(to);
      return (from === 'process.ts' || isIn(from, 'process')) && (isIn(to, 'process') || to === 'process.ts');
    };
    const leaves = (from: string) =>
      ['log.ts', ...partsOfLog, 'redact.ts', 'process.ts', 'waits.ts', 'left-issues.ts'].includes(from) ||
      isIn(from, 'process');
    expect(
      breaches(
        ({ from, to, isType }) =>
          leaves(from) && !isType && sources.has(to) && to !== 'errors.ts' && !own(from, to),
      ),
    ).toEqual([]);
    expect(imports.filter(({ from }) => from === 'errors.ts')).toEqual([]);
  });
  test('templates are a leaf: they know no tracker, process or workflow', () => {
    const isTemplate = (file: string) => file.startsWith('stage/template');
    expect(
      breaches(
        ({ from, to }) =>
          isTemplate(from) && (isIn(to, 'tracker', 'workflow', 'agent', 'dispatch') || to === 'process.ts'),
      ),
    ).toEqual([]);
  });
  test('nobody imports index or main but those above them, types apart', () => {
    expect(breaches(({ from, to, isType }) => !isType && to === 'main.ts' && from !== 'index.ts')).toEqual(
      [],
    );
    expect(breaches(({ to }) => to === 'index.ts')).toEqual([]);
  });
  test('index loads a job or a command, and neither brings the other', () => {
    const isCli = (file: string) => file === 'cli.ts' || isIn(file, 'cli');
    const fromIndex = imports.filter(({ from }) => from === 'index.ts');
    expect(fromIndex.filter(({ isLazy }) => isLazy).map(({ to }) => to)).toEqual(['main.ts', 'cli.ts']);
    expect(fromIndex.filter(({ isLazy }) => !isLazy).map(({ to }) => to)).toEqual(['sealed-start.ts']);
    expect(breaches(({ from, to }) => isCli(to) && !isCli(from) && from !== 'index.ts')).toEqual([]);
    expect(breaches(({ from, to, isType }) => isIn(from, 'cli') && !isType && to === 'cli.ts')).toEqual([]);
    // a command is loaded when it is the one that was given
    const commands = ['cli/doctor.ts', 'cli/explain.ts', 'cli/run.ts'];
    expect(breaches(({ to, isLazy }) => commands.includes(to) && !isLazy)).toEqual([]);
  });
  test('there are no cycles', () => {
    expect(findCycle()).toBeUndefined();
  });
});

describe('who touches the process', () => {
  test('process.env is read in inputs, and before anything else is loaded, only', () => {
    expect(filesWith(/\bprocess\.env\b|\bprocess\[/)).toEqual(['inputs.ts', 'sealed-start.ts']);
  });
  test('process.exit is called in index only', () => {
    expect(filesWith(/\bprocess\.(exit|exitCode|abort)\b/)).toEqual(['index.ts']);
  });
});

describe('habits', () => {
  test('no default exports, no re-exports, no drawers', () => {
    expect(filesWith(/^export default|^export \* /m)).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\.ts$/.test(file))).toEqual([]);
  });
  test('workspace path segments are joined in workspace only', () => {
    expect(
      filesWith(/['"`/](workflows|sessions|issues)['"`]\)|join\([^)]*['"](workflows|sessions|issues)['"]/),
    ).toEqual(['stage/workspace.ts']);
  });
});

describe('CONTRIBUTING', () => {
  const text = readFileSync(path.resolve(SRC, '../CONTRIBUTING.md'), 'utf8');
  const picture = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => `${file.split('/')[0]}/`));
  const exists = (name: string) => folders.has(name) || files.includes(name);

  test('its list has every folder of src/ once, and only what is there', () => {
    const list = /\| in `src\/` \|.*\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '';
    const listed = [...list.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
    expect(listed.filter((name) => name.endsWith('/')).toSorted()).toEqual([...folders].toSorted());
    const named = list.match(/(?<=`)[a-z-]+(?:\.ts|\/)(?=`)/g) ?? [];
    expect(named.filter((name) => !exists(name))).toEqual([]);
  });

  test('its picture has every folder of src/ and only what is there, and an arrow joins two of which one imports the other', () => {
    const names = new Map(
      [...picture.matchAll(/(\w+)\(?\["src\/([^"]+)"\]/g)].map(([, id = '', at = '']) => [id, at]),
    );
    expect([...names.values()].filter((name) => !exists(name))).toEqual([]);
    // `process/` is drawn as its `process.ts`
    const isDrawn = (folder: string) =>
      [...names.values()].some((name) => name === folder || name === folder.replace(/\/$/, '.ts'));
    expect([...folders].filter((folder) => !isDrawn(folder))).toEqual([]);
    const arrows = readArrows(picture);
    expect(arrows.length).toBeGreaterThan(15);
    // `doctor/` with its `doctor.ts` is one
    const isOf = (file: string, name: string) => {
      const stem = name.replace(/\/$|\.ts$/, '');
      return file === `${stem}.ts` || file.startsWith(`${stem}/`);
    };
    const knows = (a: string, b: string) => imports.some(({ from, to }) => isOf(from, a) && isOf(to, b));
    const isJoined = (a: string, b: string) => knows(a, b) || knows(b, a);
    const broken = arrows.filter(
      ([from = '', to = '']) => !isJoined(names.get(from) ?? '?', names.get(to) ?? '?'),
    );
    expect(broken).toEqual([]);
    expect([...names.keys()].filter((id) => !arrows.flat().includes(id))).toEqual([]);
  });
});

/** Every arrow as the ids of its two ends: `a --> b & c` is two, `a --> b --> c` too. */
function readArrows(picture: string): string[][] {
  return picture.split('\n').flatMap((line) => {
    const ends = line.split(/-->(?:\|[^|]*\|)?/).map((end) => end.match(/\b\w+(?=\(?\["|\s*$|\s*&)/g) ?? []);
    return ends
      .slice(1)
      .flatMap((to, index) => (ends[index] ?? []).flatMap((from) => to.map((each) => [from, each])));
  });
}

/** Files whose code, comments left out, matches. */
function filesWith(pattern: RegExp): string[] {
  return [...sources].filter(([, source]) => pattern.test(withoutComments(source))).map(([file]) => file);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** The first cycle of imports, those of types among them, as a path; undefined when there is none. */
function findCycle(): string | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(file)) return [...trail, file].join(' -> ');
    if (done.has(file)) return undefined;
    for (const { from, to } of imports) {
      if (from !== file || !sources.has(to)) continue;
      const cycle = visit(to, [...trail, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/**
 * Runs the fault suite and writes test/faults/results.md: how many rows it has, and which of them take longest. With
 * `--count` it runs none, and only brings the number of rows in README.md and CONTRIBUTING.md up to date.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const pages = ['README.md', 'CONTRIBUTING.md'].map((name) => path.join(root, name));
const LONGEST = 10;

const listed = z.array(z.object({ file: z.string() }));
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), duration: z.number().nullish() }),
      ),
    }),
  ),
});

/** The number of rows, every entry of a table on its own. Collects them; none is run. */
export function countFaultRows(): number {
  // Without it vitest reads the files and takes a table for one test.
  const flags = ['--config', 'vitest.faults.config.ts', '--json', '--no-static-parse'];
  return listed.parse(JSON.parse(runVitest(['list', ...flags]))).length;
}

/** A page with this number of rows. Throws when the marker is missing. */
export function withFaultRows(text: string, rows: number): string {
  const marked = /(<!-- fault-rows -->).*?(<!-- \/fault-rows -->)/;
  if (!marked.test(text)) throw new Error('there is no `<!-- fault-rows -->` in it');
  return text.replace(marked, `$1${rows}$2`);
}

/** The page about one run of the suite. */
function formatResults({ testResults }: z.infer<typeof report>, seconds: number): string {
  const rows = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((row) => ({ ...row, file: path.basename(name) })),
  );
  const count = (status: string) => rows.filter((row) => row.status === status).length;
  const longest = rows.toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, LONGEST);
  const facts = [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
    `load of the machine at the end, over 5 minutes: ${(loadavg()[1] ?? 0).toFixed(1)}`,
    `${rows.length} rows in ${Math.round(seconds)} s, most of them side by side: ${count('passed')} passed, ${count('failed')} failed, ${count('pending') + count('skipped')} skipped`,
  ];
  const table = longest.map(
    ({ fullName, file, duration }) =>
      `| ${fullName.replaceAll('|', '\\|')} | ${file} | ${((duration ?? 0) / 1000).toFixed(1)} s |`,
  );
  return `# Faults\n\nWritten by \`npm run test:faults:results\`.\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n\nThe longest rows:\n\n| row | file | took |\n| --- | --- | --- |\n${table.join('\n')}\n`;
}

function runVitest(args: readonly string[]): string {
  return execFileSync(process.execPath, [vitest, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    // not those of a vitest that asks for the number
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))),
  });
}

function runSuite(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'vik-faults-'));
  const file = path.join(folder, 'report.json');
  const startedAt = performance.now();
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    console.log(runVitest(['run', '--config', 'vitest.faults.config.ts', ...reporters]));
    const results = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    const text = formatResults(results, (performance.now() - startedAt) / 1000);
    writeFileSync(path.join(root, 'test/faults/results.md'), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = countFaultRows();
  for (const page of pages) writeFileSync(page, withFaultRows(readFileSync(page, 'utf8'), rows));
  // A row that fails ends it here: results are those of a suite that is green.
  if (!process.argv.includes('--count')) runSuite();
}

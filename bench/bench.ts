/**
 * Measures what the design asks for and writes the table to bench/results.md. `npm run bench -- --quick` takes 1 round
 * instead of 5 and writes nothing; `--only starts,many,ten,decisions,output,pulls` takes some of the rows, and writes
 * nothing either. Ends with 1 when a gate is not met.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBigOutput } from './big-output.ts';
import { measureDecisions } from './decisions.ts';
import { measureManyIssues } from './many-issues.ts';
import { removeFolders } from './programs.ts';
import type { Row } from './row.ts';
import { measureStarts } from './starts.ts';
import { measureUnchangedPulls } from './unchanged-pulls.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const rounds = values.quick === true ? 1 : 5;

const measurements: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  starts: () => measureStarts(rounds),
  many: () => measureManyIssues(1000, rounds),
  ten: () => measureManyIssues(10, rounds),
  decisions: () => measureDecisions(rounds),
  output: () => measureBigOutput(rounds),
  pulls: measureUnchangedPulls,
};
const wanted = values.only?.split(',') ?? Object.keys(measurements);

const rows: Row[] = [];
try {
  for (const name of wanted) {
    const measure = measurements[name];
    if (measure === undefined) {
      throw new Error(`--only knows ${Object.keys(measurements).join(', ')}, not \`${name}\``);
    }
    console.error(`measuring ${name} ...`);
    rows.push(...(await measure()));
  }
} finally {
  removeFolders();
}

const table = [
  '| what | measured | must reach | reached | |',
  '| --- | --- | --- | --- | --- |',
  ...rows.map(
    ({ what, measured, gate }) =>
      `| ${what} | ${measured} | ${gate.mustReach} | ${gate.reached} | ${gate.isMet ? 'yes' : '**no**'} |`,
  ),
].join('\n');
console.log(table);

if (values.quick !== true && values.only === undefined) {
  const facts = [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
    `Node ${process.versions.node} on ${process.platform} ${process.arch}`,
    `load of the machine at the end, over 5 minutes: ${(loadavg()[1] ?? 0).toFixed(1)}`,
    `median of ${rounds} rounds, measured by turns within one run`,
  ];
  const text = `# Benchmark\n\nWritten by \`npm run bench\`.\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n\n${table}\n`;
  writeFileSync(new URL('results.md', import.meta.url), text);
}
process.exitCode = rows.every(({ gate }) => gate.isMet) ? 0 : 1;

/**
 * Writes the tables of inputs and outputs in README.md from action.yml, between their markers:
 * `<!-- inputs -->` ... `<!-- /inputs -->`, and the same for outputs. With `--check` it only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The two tables as Markdown. */
export function renderTables(actionYml: string): { readonly inputs: string; readonly outputs: string } {
  const action = actionSchema.parse(parse(actionYml));
  return {
    inputs: table(
      ['Input', 'Default', 'Meaning'],
      Object.entries(action.inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === undefined ? '' : `\`${input.default}\``,
        input.description,
      ]),
    ),
    outputs: table(
      ['Output', 'Meaning'],
      Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    ),
  };
}

/** The README with both tables brought up to date. Throws when a marker is missing. */
export function withTables(readme: string, actionYml: string): string {
  const tables = renderTables(actionYml);
  return replaceBlock(replaceBlock(readme, 'inputs', tables.inputs), 'outputs', tables.outputs);
}

function replaceBlock(readme: string, name: string, content: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`README.md has no \`${start}\` ... \`${end}\``);
  return `${readme.slice(0, from)}${start}\n${content}\n${readme.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function main(args: readonly string[]): void {
  const readmeFile = new URL('../README.md', import.meta.url);
  const readme = readFileSync(readmeFile, 'utf8');
  const wanted = withTables(readme, readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));
  if (!args.includes('--check')) {
    writeFileSync(readmeFile, wanted);
  } else if (readme !== wanted) {
    console.error('the tables in README.md differ from action.yml: run `node scripts/readme-tables.ts`');
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));

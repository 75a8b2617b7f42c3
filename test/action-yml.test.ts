import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderTables, withTables } from '../scripts/readme-tables.ts';
import { readEnvironment, readInputs } from '../src/inputs.ts';
import { emptyOutputs } from '../src/report/outputs.ts';

const text = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');
const action = parse(text);

describe('action.yml', () => {
  it('names exactly the outputs that are set', () => {
    expect(Object.keys(action.outputs)).toEqual(Object.keys(emptyOutputs('drained')));
  });

  it('has the defaults that the program has', () => {
    const given = Object.fromEntries(
      Object.entries<{ default?: string }>(action.inputs)
        .filter(([name]) => name !== 'github-token')
        .map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']),
    );
    const surroundings = { 'INPUT_GITHUB-TOKEN': 'x', GITHUB_REPOSITORY: 'o/r' };
    expect(readInputs(readEnvironment({ ...surroundings, ...given }, '/'))).toEqual(
      readInputs(readEnvironment(surroundings, '/')),
    );
  });

  it.each(Object.keys(action.inputs))('declares an input that is read: %s', (name) => {
    const surroundings = { 'INPUT_GITHUB-TOKEN': 'x', GITHUB_REPOSITORY: 'o/r' };
    const inputs = (value: string) =>
      readInputs(readEnvironment({ ...surroundings, [`INPUT_${name.toUpperCase()}`]: value }, '/'));
    const values = ['doctor', 'true', '7', 'never', 'a/b', 'other.yml'];
    const read = values.flatMap((value) => {
      try {
        return [JSON.stringify(inputs(value))];
      } catch {
        return ['refused'];
      }
    });
    expect(new Set(read).size).toBeGreaterThan(1);
  });

  it('runs on node24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });
});

describe('renderTables', () => {
  it('has a row for each input and output', () => {
    const tables = renderTables(text);
    expect(tables.inputs.split('\n')[2]).toBe(
      '| `workflow` | `workflow.yml` | Path of the workflow file, from `GITHUB_WORKSPACE`. |',
    );
    expect(tables.inputs.split('\n')).toHaveLength(2 + Object.keys(action.inputs).length);
    expect(tables.outputs.split('\n')).toHaveLength(2 + Object.keys(action.outputs).length);
  });

  it('stands between its markers, and what is around them stays', () => {
    const readme = 'a\n<!-- inputs -->\nold\n<!-- /inputs -->\nb\n<!-- outputs --><!-- /outputs -->\nc\n';
    const updated = withTables(readme, text);
    expect(updated).toMatch(
      /^a\n<!-- inputs -->\n\| Input [\s\S]*\n<!-- \/inputs -->\nb\n<!-- outputs -->\n\| Output /,
    );
    expect(withTables(updated, text)).toBe(updated);
  });

  it('misses a marker loudly', () => {
    expect(() => withTables('nothing', text)).toThrow('README.md has no `<!-- inputs -->`');
  });
});

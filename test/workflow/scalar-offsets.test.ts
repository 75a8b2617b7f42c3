import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, type Scalar, stringify } from 'yaml';
import { scalarOffsets } from '../../src/workflow/scalar-offsets.ts';
import { parseYamlFile } from '../../src/workflow/yaml-file.ts';

function scalarOf(yaml: string): {
  readonly value: string;
  readonly offsets: number[];
  readonly text: string;
} {
  const file = parseYamlFile(yaml);
  const node = isMap(file.root) ? file.follow(file.root.items[0]?.value ?? null) : null;
  if (!isScalar(node) || typeof node.value !== 'string') throw new Error(`no text in ${yaml}`);
  return { value: node.value, offsets: scalarOffsets(node, file.text), text: file.text };
}

test.each([
  ['a literal block', 'a: |\n  one {{ x\n\n    two {{ y\n'],
  ['a literal block with an indentation indicator', 'a: |4-  # why\n      one {{ x\n    two {{ y\n'],
  ['a literal block with Windows line ends', 'a: |+\r\n  one {{ x\r\n\r\n  {{ y\r\n\r\n'],
  ['a folded block', 'a: >-\n\n  one {{ x\n  two\n\n\n    more {{ y\n  end\n'],
  ['a plain text', 'a:   !!str &anchor one {{ x\n  {{ y\n\n  end\n'],
  ['single quotes', "a: 'it''s {{ x\n   {{ y\n\n   end'\n"],
  ['double quotes', 'a: "\\t\\u0041\\U0001F600 {{ x \\\n   joined \\"{{ y\\"\n   end"\n'],
])('%s: each value stands where its offset says', (_style, yaml) => {
  const { value, offsets, text } = scalarOf(yaml);
  const found = [...value.matchAll(/\{\{ [xy]/g)].map(({ index }) => text.slice(offsets[index]).slice(0, 4));
  expect(found).toEqual(['{{ x', '{{ y']);
  expect(offsets).toHaveLength(value.length + 1);
});

const word = fc.stringMatching(/^[a-z{}%"'\\:#-]{1,6}$/);
const line = fc
  .tuple(fc.nat(3), fc.array(word, { maxLength: 5 }))
  .map(([indent, words]) => ' '.repeat(indent) + words.join(' '));
const value = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));
const style = fc.constantFrom<Scalar.Type>(
  'BLOCK_LITERAL',
  'BLOCK_FOLDED',
  'QUOTE_DOUBLE',
  'QUOTE_SINGLE',
  'PLAIN',
);

test('in every style, width and line end, every character stands where its offset says', () => {
  const check = (written: string, type: Scalar.Type, lineWidth: number, windows: boolean): void => {
    const blockQuote = type === 'BLOCK_FOLDED' ? 'folded' : type === 'BLOCK_LITERAL' ? 'literal' : false;
    const yaml = stringify({ a: written }, { defaultStringType: type, lineWidth, blockQuote });
    const { value, offsets, text } = scalarOf(windows ? yaml.replaceAll('\n', '\r\n') : yaml);
    const wrong = [...value].filter((character, index) => {
      const found = text[offsets[index] ?? -1];
      return /\S/.test(character) && found !== character && found !== '\\';
    });
    expect(wrong).toEqual([]);
  };
  fc.assert(fc.property(value, style, fc.constantFrom(0, 20, 40), fc.boolean(), check), { numRuns: 500 });
});

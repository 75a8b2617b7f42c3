import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHook, runIn, SHELLS } from './shells.ts';

const FRAGMENTS = [
  ...[
    '$(touch pwned)',
    '`touch pwned`',
    '${x}',
    '$x',
    '"',
    "'",
    '\\',
    '\n',
    '\t',
    ' ',
    ';',
    '&',
    '|',
    '<',
    '>',
    '(',
    ')',
  ],
  ...[
    '*',
    '?',
    '[a]',
    '{a,b}',
    '~',
    '#',
    '!',
    '-',
    '--',
    '=',
    '%s',
    '%n',
    '{{',
    '}}',
    '{%',
    '%}',
    '\r',
    '\u0001',
    '\u007f',
  ],
  ...[
    '\u0081',
    'é',
    '日本',
    '👩‍👧',
    'E',
    'EOF',
    'done',
    'fi',
    'a[$(touch pwned)]',
    '.',
    ':',
    '/',
    '\\\n',
    "'\"'\"'",
    '0',
    'a',
  ],
];
const value = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom(...FRAGMENTS).map((text) => text.repeat(2_000)),
);
// text beside a value in one word, the same in all quotes
const beside = fc.string({ unit: fc.constantFrom(...'abz09_.,:/@%+=-'), maxLength: 4 });

/** A word of a program and the text that a shell must make of it. */
interface Piece {
  readonly source: string;
  readonly text: string;
}

const word: fc.Arbitrary<(print: string, seen: string) => Piece> = fc
  .tuple(beside, beside, fc.constantFrom('bare', 'double', 'single', 'inner', 'variable'))
  .map(([before, after, quoting]) => (print, seen) => {
    const plain = `${before}${print}${after}`;
    const text = `${before}${seen}${after}`;
    switch (quoting) {
      case 'bare':
        return { source: plain, text };
      case 'double':
        return { source: `"${plain}"`, text };
      case 'single':
        return { source: `'${plain}'`, text };
      case 'inner':
        return { source: `"$(printf '%s.' ${plain})"`, text: `${text}.` };
      default:
        return { source: `"$v0"${plain}"\${v0}"'${print}'`, text: `-v0${text}-v0${seen}` };
    }
  });

const EMIT: ((w: Piece) => Piece)[] = [
  ({ source, text }) => ({ source: `printf '%s\\0' ${source}`, text: `${text}\0` }),
  ({ source, text }) => ({ source: `v1=${source}; printf '%s\\0' "$v1"`, text: `${text}\0` }),
  ({ source, text }) => ({ source: `v1=${source} printenv v1 && printf '\\0'`, text: `${text}\n\0` }),
  ({ source, text }) => ({ source: `export v2=${source}\nprintf '%s\\0' "$v2"`, text: `${text}\0` }),
  ({ source, text }) => ({
    source: `for i in ${source} b; do printf '%s\\0' "$i"; done`,
    text: `${text}\0b\0`,
  }),
  ({ source, text }) => ({ source: `f() { printf '%s\\0' "$1"; }; f ${source}`, text: `${text}\0` }),
  ({ source }) => ({
    source: `case ${source} in ${source}) printf 'y\\0';; *) printf 'n\\0';; esac`,
    text: 'y\0',
  }),
  ({ source }) => ({ source: `[ ${source} = ${source} ] && printf 'y\\0'`, text: 'y\0' }),
  ({ source, text }) => ({ source: `sh -c 'printf "%s\\0" "$1"' sh ${source}`, text: `${text}\0` }),
  ({ source, text }) => ({ source: `printf '%s\\0' ${source} | cat # ${source}`, text: `${text}\0` }),
];

const WRAP: ((program: string) => string)[] = [
  (program) => program,
  (program) => `(\n${program}\n)`,
  (program) => `{\n${program}\n}`,
  (program) => `if true; then\n${program}\nfi`,
  (program) => `while true; do\n${program}\nbreak; done`,
  (program) => `g() {\n${program}\n}\ng`,
  (program) => `{% if issue.v %}{% endif %}\n${program}\n# it's`,
  (program) => `true &&\n{ ${program}\n}`,
];

const statement = fc.oneof(
  fc
    .tuple(fc.constantFrom(...EMIT), word, fc.constantFrom(...WRAP))
    .map(([emit, make, wrap]) => (print: string, seen: string): Piece => {
      const { source, text } = emit(make(print, seen));
      return { source: wrap(source), text };
    }),
  fc
    .tuple(beside, beside, fc.boolean(), fc.constantFrom(...WRAP))
    .map(([before, after, tabs, wrap]) => (print: string, seen: string): Piece => {
      const [operator, indent] = tabs ? ['<<-', '\t'] : ['<<', ''];
      const body = `${indent}:${before}"${print}"${after} '$(printf '%s.' ${print})'`;
      return {
        source: wrap(`cat ${operator}EOF_1\n${body}\n${indent}EOF_1\nprintf '\\0'`),
        text: `:${before}"${seen}"${after} '${seen}.'\n\0`,
      };
    }),
);

describe.each(SHELLS)('in %s', (shell) => {
  it('whatever the values and wherever they may stand, they arrive as they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(statement, value), { minLength: 1, maxLength: 8 }),
        async (items) => {
          const pieces = items.map(([make, text], index) => make(`{{ issue.v${index} }}`, text));
          const issue = Object.fromEntries(items.map(([, text], index) => [`v${index}`, text]));
          const source = `v0=-v0\n${pieces.map((piece) => piece.source).join('\n')}\n`;
          const program = await renderHook(source, { ...issue, v: '' });
          const { stdout, files, stderr } = runIn(shell, program);
          expect({ source, stdout, files, stderr }).toEqual({
            source,
            stdout: pieces.map((piece) => piece.text).join(''),
            files: [],
            stderr: '',
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

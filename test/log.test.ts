import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLog, type Log, maskSecret, plainText } from '../src/log.ts';
import { createRedactor } from '../src/redact.ts';

/** What the runner would read. */
function written(use: (log: Log) => void, secrets: readonly string[] = [], debug = false): string {
  let text = '';
  const log = createLog({
    redact: createRedactor(secrets),
    debug,
    write: (line) => {
      text += line;
    },
  });
  use(log);
  log.close();
  return text;
}

describe('plainText', () => {
  it.each([
    ['a\r\nb\nc\rd', 'a ⏎ b ⏎ c ⏎ d'],
    ['a\u2028b', 'a ⏎ b'],
    ['\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'red link'],
    ['a\u0000b\u0008\u0080c', 'abc'],
    ['tab\there', 'tab here'],
    ['##[error]x ###[y', '## [error]x ### [y'],
    ['#\u0000#\u200b[group]', '## [group]'],
    ['abc\u202egnp.exe', 'abcgnp.exe'],
    ['👩‍💻 é 漢', '👩‍💻 é 漢'],
  ])('%j reads %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('createLog', () => {
  it.each([
    '::error::x',
    '  ::add-mask::x',
    '\u0000::set-env name=PATH::x',
    '\n::stop-commands::x',
    '\u00a0::x::',
    'a\n::error::x',
    'a\r::error::x',
    '##[error]x',
    'deep in a line ##[add-mask]x',
  ])('no text is a command of the runner: %j', (text) => {
    const lines = written((log) => {
      log.info(text);
      log.child('#12 plan').info(text);
      log.child(text).info('x');
    });
    expect(lines.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(lines.trimEnd().split('\n')).toHaveLength(3);
  });

  it('has the label of a stage run before each line', () => {
    expect(written((log) => log.child('#12 plan').info('completed in 3m 12s'))).toBe(
      '[#12 plan] completed in 3m 12s\n',
    );
  });

  it('says where a problem is, in an annotation', () => {
    expect(
      written((log) => log.error('bad: 100%', { title: 'a, b: c', file: 'x.yml', line: 3, column: 7 })),
    ).toBe('::error title=a%2C b%3A c,file=x.yml,line=3,col=7::bad: 100%25\n');
  });

  it('keeps the lines of an annotation, none of them where ours begin', () => {
    expect(written((log) => log.child('#1 p').error('exit 1\n[#2 p] completed\r\n##[group]'))).toBe(
      '::error::[#1 p] exit 1%0A  [#2 p] completed%0A  ## [group]\n',
    );
  });

  it('makes at most 10 annotations of a kind, the rest lines, and says so', () => {
    const text = written((log) => {
      for (let i = 1; i <= 12; i++) log.warning(`w${i}`, { kind: 'ambiguous' });
      log.warning('another', { kind: 'trust' });
    });
    expect(text.split('\n').slice(9)).toEqual([
      '::warning::w10',
      'warning: w11',
      'warning: w12',
      '::warning::another',
      '12 warnings about `ambiguous`: the first 10 are annotations, the other 2 are lines of this log only',
      '',
    ]);
  });

  it('writes debug lines only when somebody asked for them', () => {
    const use = (log: Log): void => log.debug('detail');
    expect([written(use), written(use, [], true)]).toEqual(['', '::debug::detail\n']);
  });

  it('redacts secrets, also one that control characters cut or newlines are part of', () => {
    const use = (log: Log): void => log.info('a sec\u0000ret-value b two\nlines-of-it c');
    expect(written(use, ['secret-value', 'two\nlines-of-it'])).toBe('a *** b *** c\n');
  });

  it('writes the commands byte for byte as @actions/core does', () => {
    const message = 'a %, b: c\nd';
    const properties = { title: 'a %, b: c', file: 'f,g.ts', startLine: 3, startColumn: 4 };
    const theirs = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import * as core from '@actions/core';
         const [message, properties] = JSON.parse(process.argv[1]);
         core.error(message.replace('\\n', '\\n  '), properties);
         core.warning('w'); core.debug('d'); core.setSecret('s%');`,
        JSON.stringify([message, properties]),
      ],
      { encoding: 'utf8', cwd: import.meta.dirname },
    );
    let ours = written(
      (log) => {
        log.error(message, { title: properties.title, file: properties.file, line: 3, column: 4 });
        log.warning('w');
        log.debug('d');
      },
      [],
      true,
    );
    maskSecret('s%', (line) => {
      ours += line;
    });
    expect(ours).toBe(theirs);
  });
});

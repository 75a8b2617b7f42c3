import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLog, type Log, type LogOptions, type RunLog, showsColours } from '../src/log.ts';
import { plainText } from '../src/plain-text.ts';
import { createRedactor } from '../src/redact.ts';
import { maskSecret } from '../src/runner-commands.ts';

/** What the runner would read. */
function written(
  use: (log: RunLog) => void,
  secrets: readonly string[] = [],
  debug = false,
  options: Partial<LogOptions> = {},
): string {
  let text = '';
  const log = createLog({
    ...options,
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

it.each(['\x1b]', '\x9d', '\x9b', '\x1b['])('escape sequences are found in time in 200 KB of %j', (start) => {
  const startedAt = performance.now();
  plainText(start.repeat(200_000 / start.length));
  expect(performance.now() - startedAt).toBeLessThan(2000);
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

  it('has the place and the key in a line that is no annotation any more, and the key once', () => {
    const at = { file: 'flow/w.yml', line: 14, column: 36, pointer: 'issues.github.limit' };
    const use = (log: Log): void => {
      for (let i = 1; i <= 10; i++) log.error(`e${i}`, at);
      log.error('not a number', at);
      log.error('`issues.github.limit` is 0', { ...at, pointer: 'issues.github.limit' });
      log.error('no such file', { file: 'flow/w.yml' });
    };
    expect(written(use).split('\n').slice(9, 13)).toEqual([
      '::error file=flow/w.yml,line=14,col=36::e10',
      'error: flow/w.yml:14:36: `issues.github.limit`: not a number',
      'error: flow/w.yml:14:36: `issues.github.limit` is 0',
      'error: flow/w.yml: no such file',
    ]);
    expect(written(use, [], false, { annotations: false }).split('\n')[0]).toBe(
      'error: flow/w.yml:14:36: `issues.github.limit`: e1',
    );
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

describe('for a person who watches', () => {
  it('a line begins with the time since the start, all of one width', () => {
    const times = [0, 42_900, 3_599_999, 3_600_000, 20_400_000];
    const text = written(
      (log) => {
        for (const _ of [...times]) log.child('#1 p').info('x');
      },
      [],
      false,
      {
        elapsedMs: () => times.shift() ?? 0,
      },
    );
    expect(text).toBe(
      [
        '   0:00  [#1 p] x',
        '   0:42  [#1 p] x',
        '  59:59  [#1 p] x',
        '1:00:00  [#1 p] x',
        '5:40:00  [#1 p] x',
        '',
      ].join('\n'),
    );
  });

  it('labels of one width let texts begin in one column; commands of the runner have no use for it', () => {
    const use = (log: Log): void => {
      const labels = ['#1 plan', '#12 implement', '#123 a long name'];
      for (const label of labels) log.child(label, 15).info('x');
      log.child('#1 plan', 15).warning('w');
    };
    expect(written(use)).toBe(
      ['[#1 plan]       x', '[#12 implement] x', '[#123 a long name] x', '::warning::[#1 plan] w', ''].join(
        '\n',
      ),
    );
  });

  it('commands of the runner stand at the start of their lines, without time and colours', () => {
    const use = (log: Log): void => {
      log.child('#1 p').warning('w');
      log.error('e', { title: 't' });
      log.debug('d');
    };
    expect(written(use, [], true, { elapsedMs: () => 0, colours: true })).toBe(
      '::warning::[#1 p] w\n::error title=t::e\n::debug::d\n',
    );
  });

  it('colours are ours alone, put around what was cleaned', () => {
    const use = (log: Log): void => {
      log.child('#1 \u001b[5mp').info('a \u001b[31mred\u001b[0m \u009b31m word', 'good');
      log.info('plain');
    };
    expect(written(use, [], false, { elapsedMs: () => 0, colours: true })).toBe(
      [
        '\u001b[90m   0:00\u001b[0m  \u001b[95m[#1 p]\u001b[0m \u001b[32ma red  word\u001b[0m',
        '\u001b[90m   0:00\u001b[0m  plain',
        '',
      ].join('\n'),
    );
  });

  it('a line that is no annotation any more says what it is', () => {
    const text = written(
      (log) => {
        for (let i = 1; i <= 11; i++) log.child('#1 p').warning(`w${i}`);
      },
      [],
      false,
      { elapsedMs: () => 0 },
    );
    expect(text.split('\n').slice(10, 11)).toEqual(['   0:00  warning: [#1 p] w11']);
  });

  it.each([
    [{ GITHUB_ACTIONS: 'true' }, false, true],
    [{ GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, true, false],
    [{ GITHUB_ACTIONS: 'true', NO_COLOR: '' }, false, true],
    [{}, true, true],
    [{}, false, false],
  ])('%j, terminal %j: colours %j', (variables, isTerminal, colours) => {
    expect(showsColours(variables, isTerminal)).toBe(colours);
  });

  it('outside of a job nothing is a command of the runner, and nothing is kept back', () => {
    const text = written(
      (log) => {
        log.info('::notice::i');
        log.debug('d');
        log.error('e\n::error::f', { title: 't', file: 'f' });
        for (let i = 1; i <= 11; i++) log.child('#1 p').warning(`w${i}`);
        log.close();
      },
      [],
      true,
      { annotations: false },
    );
    const lines = text.trimEnd().split('\n');
    expect(lines.slice(0, 5)).toEqual([
      ': :notice::i',
      'debug: d',
      'error: f: e',
      '  : :error::f',
      'warning: [#1 p] w1',
    ]);
    expect(lines.at(-1)).toBe('warning: [#1 p] w11');
  });
});

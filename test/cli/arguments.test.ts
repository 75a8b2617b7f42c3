import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';

const DOCTOR = {
  kind: 'command',
  command: 'doctor',
  workflow: 'workflow.yml',
  repository: undefined,
  json: false,
  strict: false,
};

describe('what is understood', () => {
  test.each([
    ['doctor', DOCTOR],
    ['doctor .vik/flow.yml', { ...DOCTOR, workflow: '.vik/flow.yml' }],
    ['--json doctor --strict', { ...DOCTOR, json: true, strict: true }],
    ['run --repository octo/repo', { ...DOCTOR, command: 'run', repository: 'octo/repo' }],
    [
      'explain --repository=octo/repo a.yml',
      { ...DOCTOR, command: 'explain', repository: 'octo/repo', workflow: 'a.yml' },
    ],
    ['doctor -- --odd.yml', { ...DOCTOR, workflow: '--odd.yml' }],
    ['--help', { kind: 'help', command: undefined }],
    ['run -h', { kind: 'help', command: 'run' }],
    ['doktor --help', { kind: 'help', command: undefined }],
    ['help', { kind: 'help', command: undefined }],
    ['help explain', { kind: 'help', command: 'explain' }],
    ['-v', { kind: 'version' }],
    ['--version', { kind: 'version' }],
  ])('%s', (line, expected) => {
    expect(parseArguments(line.split(' '))).toEqual(expected);
  });
});

describe('what is not, with what was expected', () => {
  test.each([
    [[], 'expected a command: `doctor`, `explain` or `run`'],
    [['doktor'], 'unknown command `doktor`; did you mean `doctor`?; expected `doctor`, `explain` or `run`'],
    [
      ['help', 'doktor'],
      'unknown command `doktor`; did you mean `doctor`?; expected `doctor`, `explain` or `run`',
    ],
    [['help', 'run', 'run'], 'expected one command after `help`, got 2: `run`, `run`'],
    [['deploy'], 'unknown command `deploy`; expected `doctor`, `explain` or `run`'],
    [['doctor', '--strikt'], 'unknown option `--strikt`; did you mean `--strict`?'],
    [['doctor', '-x'], 'unknown option `-x`'],
    [['--frobnicate', '--help'], 'unknown option `--frobnicate`'],
    [['doctor', '--json=yes'], '`--json` takes no value, got `yes`'],
    [['run', '--repository'], '`--repository` needs a value: `owner/name`'],
    [['run', '--repository', '--json'], '`--repository` is `--json`: expected `owner/name`'],
    [['run', '--repository', 'octo'], '`--repository` is `octo`: expected `owner/name`'],
    [['run', '--repository='], '`--repository` is ``: expected `owner/name`'],
    [['run', 'a.yml', 'b.yml'], 'expected one workflow file, got 2: `a.yml`, `b.yml`'],
    [['run', ''], 'expected the path of a workflow file, got an empty argument'],
  ])('%j', (args, message) => {
    expect(parseArguments(args)).toEqual({ kind: 'wrong', message });
  });
});

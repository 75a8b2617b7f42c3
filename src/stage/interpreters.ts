// Programs that read some of their arguments, or their standard input, as program text. A list of what people write
// in hooks: it can't be complete, and what an unknown program does with its argument is not covered (trust.md).

/** What an operand is, in order; operands after the list are data. */
export type Operand = 'code' | 'file' | 'data';

export interface Interpreter {
  /** Options whose value is program text. A single letter also counts inside a cluster such as `-ne`. */
  readonly code: readonly string[];
  /** A letter that makes the first operand the program, as `-c` of a shell does. */
  readonly codeFlag?: string;
  /** A letter that makes standard input the program and all operands data, as `-s` of a shell does. */
  readonly stdinFlag?: string;
  /** Options whose value is a file with the program. */
  readonly file: readonly string[];
  /** Options whose value is code that is loaded besides the program. */
  readonly loads?: readonly string[];
  /** Options with another value in the next word. */
  readonly values: readonly string[];
  /** Options with two values, such as `jq --arg`. */
  readonly pairs?: readonly string[];
  /** Letters that take the rest of their own word, such as `-i.bak`. */
  readonly attached?: string;
  readonly operands: readonly Operand[];
  /** What follows the option with the code is data, as with `python -c`. */
  readonly stopsAtCode?: boolean;
  /** Options are recognised after operands too, so a value that begins a word may be read as one. */
  readonly permutes?: boolean;
  /** It reads its program from standard input when it was given none. */
  readonly stdin?: boolean;
  /** The right form. */
  readonly advice: string;
}

const SHELL: Interpreter = {
  code: [],
  codeFlag: 'c',
  stdinFlag: 's',
  file: [],
  values: ['-o', '+o', '-O', '+O', '--rcfile', '--init-file'],
  operands: ['file'],
  stdin: true,
  advice: `give it as an argument: \`sh -c '... "$1"' sh {{ v }}\``,
};
const PYTHON: Interpreter = {
  code: ['-c'],
  file: ['-m'],
  values: ['-W', '-X', '--check-hash-based-pycs'],
  operands: ['file'],
  stopsAtCode: true,
  stdin: true,
  advice: `give it as an argument: \`python3 -c 'import sys; ... sys.argv[1]' {{ v }}\``,
};
const NODE: Interpreter = {
  code: ['-e', '--eval', '-p', '--print', '-pe'],
  file: [],
  loads: ['-r', '--require', '--import', '--loader', '--experimental-loader'],
  values: ['-C', '--conditions', '--input-type', '--env-file'],
  operands: ['file'],
  stdin: true,
  advice: "give it as an argument: `node -e '... process.argv[1]' -- {{ v }}`",
};
const PERL: Interpreter = {
  code: ['-e', '-E'],
  file: [],
  loads: ['-I'],
  values: [],
  attached: 'MmiFxDC',
  operands: ['file'],
  stdin: true,
  advice: "give it as an argument: `perl -e '... $ARGV[0]' -- {{ v }}`",
};
const RUBY: Interpreter = {
  code: ['-e'],
  file: [],
  loads: ['-r', '-I'],
  values: ['-C', '-E'],
  attached: 'iF0xKTW',
  operands: ['file'],
  stdin: true,
  advice: "give it as an argument: `ruby -e '... ARGV[0]' -- {{ v }}`",
};
const PHP: Interpreter = {
  code: ['-r', '-B', '-R', '-E'],
  file: ['-f', '-F'],
  values: ['-d', '-c', '-z'],
  operands: ['file'],
  stdin: true,
  advice: "give it as an argument: `php -r '... $argv[1]' -- {{ v }}`",
};
const ONE_LINER: Interpreter = {
  code: ['-e', '--eval', '-E'],
  file: [],
  loads: ['-r', '-l'],
  values: [],
  operands: ['file'],
  stdin: true,
  advice: 'read it in the program from the environment: `VIK_ISSUE_TITLE`',
};
const AWK: Interpreter = {
  code: ['-e', '--source'],
  file: ['-f', '--file', '-E', '--exec'],
  loads: ['-i', '--include', '-l', '--load'],
  values: ['-v', '--assign', '-F', '--field-separator'],
  operands: ['code'],
  advice: `use the environment: \`title={{ v }} awk '... ENVIRON["title"]'\``,
};
const SED: Interpreter = {
  code: ['-e', '--expression'],
  file: ['-f', '--file'],
  values: ['-l', '--line-length'],
  attached: 'i',
  operands: ['code'],
  permutes: true,
  advice: `use \`title={{ v }} awk '... ENVIRON["title"]'\`, which takes the value as text`,
};
const JQ: Interpreter = {
  code: [],
  file: ['-f', '--from-file'],
  values: ['-L', '--indent', '-p', '-o', '-I', '--input-format', '--output-format'],
  pairs: ['--arg', '--argjson', '--slurpfile', '--rawfile', '--argfile'],
  operands: ['code'],
  advice: "use `jq --arg title {{ v }} '... $title'`",
};
const PSQL: Interpreter = {
  code: ['-c', '--command'],
  file: ['-f', '--file'],
  values: ['-d', '-h', '-p', '-U', '-v', '--set', '--variable', '-o', '-L', '-P', '-F', '-R', '-T'],
  operands: [],
  permutes: true,
  stdin: true,
  advice: "use psql's variables: `psql -v title={{ v }}` and `:'title'` in the SQL it reads",
};
const MYSQL: Interpreter = {
  code: ['-e', '--execute', '--init-command'],
  file: [],
  values: ['-u', '-h', '-P', '-D', '-S'],
  attached: 'p',
  operands: [],
  permutes: true,
  stdin: true,
  advice: 'write a small program with bound parameters',
};
const SQLITE: Interpreter = {
  code: ['-cmd', '-c', '-s'],
  file: [],
  loads: ['-init'],
  values: ['-separator', '-nullvalue', '-newline', '-vfs'],
  operands: ['data', 'code', 'code', 'code'],
  permutes: true,
  stdin: true,
  advice: 'write a small program with bound parameters',
};
const SWITCH_USER: Interpreter = {
  ...SHELL,
  code: ['-c', '--command', '--session-command'],
  codeFlag: '',
  stdinFlag: '',
  values: ['-s', '--shell', '-g', '--group', '-G', '--supp-group', '-w', '--whitelist-environment'],
  operands: ['data', 'file'],
  permutes: true,
};
const EDITOR: Interpreter = {
  code: ['-c', '--cmd', '--eval', '--execute'],
  file: [],
  loads: ['-S', '-s', '-u', '--load', '-l', '--script'],
  values: [],
  operands: [],
  permutes: true,
  advice: 'use `"$VIK_ISSUE_TITLE"` in a script of the repository',
};
const REMOTE_COPY: Interpreter = {
  code: ['-e', '--rsh', '--rsync-path'],
  file: [],
  values: [],
  operands: [],
  advice: 'put the value in a file and name the file',
};

/** Every argument is program text for these, or may become it. */
const ALL_CODE: Readonly<Record<string, string>> = {
  ssh: "send the value on standard input: `printf '%s\\n' {{ v }} | ssh host 'read -r v; ...'`",
  watch: SHELL.advice,
  parallel: 'give the values on standard input, one a line',
  make: 'use `"$$VIK_ISSUE_TITLE"` in the recipe',
  gmake: 'use `"$$VIK_ISSUE_TITLE"` in the recipe',
  just: 'use `"$VIK_ISSUE_TITLE"` in the recipe',
  task: 'use `"$VIK_ISSUE_TITLE"` in the task',
  at: SHELL.advice,
  batch: SHELL.advice,
  crontab: SHELL.advice,
  expect: 'use `$env(VIK_ISSUE_TITLE)` in the script',
  tmux: SHELL.advice,
  screen: SHELL.advice,
  concurrently: SHELL.advice,
  dc: 'use `expr` or `awk`',
  m4: 'use `envsubst`',
  pwsh: 'use `$env:VIK_ISSUE_TITLE`',
  powershell: 'use `$env:VIK_ISSUE_TITLE`',
  cmd: 'use `"$VIK_ISSUE_TITLE"` in a shell',
};
/** Those of them that read their program from standard input. */
const STDIN_CODE = new Set(['at', 'batch', 'crontab', 'dc', 'm4', 'pwsh', 'powershell', 'parallel']);

const NAMED: Readonly<Record<string, Interpreter>> = {
  sed: SED,
  gsed: SED,
  awk: AWK,
  gawk: AWK,
  mawk: AWK,
  nawk: AWK,
  jq: JQ,
  gojq: JQ,
  jaq: JQ,
  node: NODE,
  nodejs: NODE,
  bun: NODE,
  perl: PERL,
  ruby: RUBY,
  php: PHP,
  lua: ONE_LINER,
  luajit: ONE_LINER,
  julia: ONE_LINER,
  elixir: ONE_LINER,
  raku: ONE_LINER,
  Rscript: ONE_LINER,
  groovy: ONE_LINER,
  scala: ONE_LINER,
  osascript: ONE_LINER,
  tclsh: { ...ONE_LINER, code: [] },
  psql: PSQL,
  mysql: MYSQL,
  mariadb: MYSQL,
  sqlite3: SQLITE,
  duckdb: SQLITE,
  mongosh: { ...SQLITE, code: ['--eval'], operands: ['data', 'file'] },
  su: SWITCH_USER,
  runuser: SWITCH_USER,
  script: { ...SWITCH_USER, values: ['-T', '-I', '-O', '-B', '-E', '-m', '-o'], operands: [], stdin: false },
  'nix-shell': { ...SWITCH_USER, code: ['--run', '--command'], operands: [], stdin: false },
  vi: EDITOR,
  vim: EDITOR,
  nvim: EDITOR,
  emacs: EDITOR,
  ex: { ...EDITOR, stdin: true },
  ed: { ...EDITOR, stdin: true },
  rsync: REMOTE_COPY,
  npx: { ...REMOTE_COPY, code: ['-c', '--call'], values: ['-p', '--package'], operands: ['file'] },
};

const SHELLS = /^(?:r?bash|dash|ash|sh|[mp]?ksh|ksh93|zsh|yash|fish)$/;
const PYTHONS = /^(?:python|pypy)[0-9.]*$/;

/** What is known about a program; undefined for one that takes its arguments as data, as far as we know. */
export function findInterpreter(name: string): Interpreter | undefined {
  if (SHELLS.test(name)) return SHELL;
  if (PYTHONS.test(name)) return PYTHON;
  if (name === 'yq') return { ...JQ, code: ['--expression'], operands: ['code'] };
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** The right form when every argument of the program is, or may become, program text. */
export function findAllCodeAdvice(name: string): string | undefined {
  return Object.hasOwn(ALL_CODE, name) ? ALL_CODE[name] : undefined;
}

export function readsCommandsFromStdin(name: string): boolean {
  return STDIN_CODE.has(name);
}

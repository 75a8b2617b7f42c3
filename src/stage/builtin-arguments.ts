// Arguments that bash's and dash's own commands read as a name, a number or a program. bash runs the command
// substitution in `a[$(cmd)]` wherever it reads a name or a number, so a value must never stand there.
import { type CommandWord, type Refusal, refuse, warnOf } from './command-words.ts';

/** Builtins that only see text in their arguments. */
const TEXT = new Set([
  ...[
    ':',
    'true',
    'false',
    'echo',
    'cd',
    'pushd',
    'popd',
    'dirs',
    'pwd',
    'type',
    'kill',
    'set',
    'umask',
    'ulimit',
  ],
  ...['shift', 'return', 'exit', 'break', 'continue', 'times'],
]);
const DECLARES = new Set(['export', 'readonly', 'local', 'declare', 'typeset']);
const PROGRAMS = new Set(['eval', 'trap', 'alias', 'let', 'fc', 'bind', 'complete', 'compgen', 'enable']);
const NAMES = new Set([
  ...[
    'read',
    'mapfile',
    'readarray',
    'unset',
    'getopts',
    'wait',
    'hash',
    'unalias',
    'compopt',
    'shopt',
    'history',
  ],
  ...['caller', 'jobs', 'fg', 'bg', 'disown', 'suspend', 'logout'],
]);

/**
 * What a builtin refuses, by argument; undefined when the name is no builtin of these shells.
 */
export function judgeBuiltin(name: string, args: readonly CommandWord[]): Map<number, Refusal> | undefined {
  if (TEXT.has(name)) return new Map();
  if (name === 'printf') return judgePrintf(args);
  if (name === 'test' || name === '[') return judgeTest(name, args);
  if (DECLARES.has(name)) return judgeDeclaration(name, args);
  if (name === 'source' || name === '.') return judgeSource(name, args);
  if (PROGRAMS.has(name)) {
    const way =
      name === 'let' ? '`expr {{ v }} + 1`, which takes it as text' : '`sh -c \'... "$1"\' sh {{ v }}`';
    return all(args, refuse(`\`${name}\` reads its arguments as a program; use ${way}`));
  }
  if (NAMES.has(name)) {
    return all(
      args,
      refuse(`\`${name}\` reads its arguments as options and names of variables; write them out`),
    );
  }
  return undefined;
}

function judgePrintf(args: readonly CommandWord[]): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  const [first, second] = args;
  const asOption = refuse(
    "`printf` would read a value that begins with `-v` as the name of a variable; use `printf '%s\\n' {{ v }}`",
  );
  if (first?.bound && (first.free || first.prefix.startsWith('-'))) refusals.set(0, asOption);
  if (first?.prefix === '-v' && second?.bound) refusals.set(1, asOption);
  const formatAt = first?.text === '--' ? 1 : first?.text === '-v' ? 2 : 0;
  if (args[formatAt]?.bound && !refusals.has(formatAt)) {
    refusals.set(
      formatAt,
      warnOf("`printf` reads `%` and `\\` in its first argument; use `printf '%s\\n' {{ v }}`"),
    );
  }
  return refusals;
}

const UNARY = /^-[a-hknoprstuwxzGLNOS]$/;
const BINARY = /^(?:=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;

/** With a static operator in its place an operand is text; otherwise a value could be an operator, such as `-v`. */
function judgeTest(name: string, args: readonly CommandWord[]): Map<number, Refusal> {
  const operands = name === '[' ? args.slice(0, -1) : args;
  const positive = operands[0]?.text === '!' ? operands.slice(1) : operands;
  const [left, middle, right] = positive;
  const isText =
    positive.length <= 1 ||
    (positive.length === 2 && UNARY.test(left?.text ?? '')) ||
    (positive.length === 3 && BINARY.test(middle?.text ?? '') && right !== undefined);
  if (isText) return new Map();
  return all(
    args,
    refuse(
      `\`${name}\` could take the value for an operator here; write one comparison, \`[ {{ v }} = text ]\`, and join several with \`&&\` or \`||\``,
    ),
  );
}

function judgeDeclaration(name: string, args: readonly CommandWord[]): Map<number, Refusal> {
  const special = args.some((word) => /^[-+][A-Za-z]*[aAinI]/.test(word.prefix));
  const asName = refuse(
    `\`${name}\` would read the value as the name of a variable; use \`${name} title={{ v }}\``,
  );
  const evaluated = refuse(
    `bash evaluates what \`${name}\` assigns with these options; assign it without them: \`title={{ v }}\``,
  );
  const refusals = new Map<number, Refusal>();
  for (const [index, word] of args.entries()) {
    if (!word.bound) continue;
    if (special) refusals.set(index, evaluated);
    else if (word.assigns === undefined) refusals.set(index, asName);
  }
  return refusals;
}

function judgeSource(name: string, args: readonly CommandWord[]): Map<number, Refusal> {
  const file = refuse(`the value would choose the program that \`${name}\` runs; write the file out`);
  return args[0]?.bound ? new Map([[0, file]]) : new Map();
}

function all(args: readonly CommandWord[], refusal: Refusal): Map<number, Refusal> {
  return new Map([...args.entries()].filter(([, word]) => word.bound).map(([index]) => [index, refusal]));
}

/** Variables that a shell or a well-known program reads as a program, as a number, or as where to find programs. */
const SPECIAL =
  /^(?:PS[0-4]|PROMPT_COMMAND|ENV|BASH_ENV|PATH|IFS|SHELLOPTS|BASHOPTS|OPTIND|RANDOM|SRANDOM|SECONDS|LINENO|HISTCMD|BASHPID|EPOCH\w+|LD_\w+|DYLD_\w+|NODE_OPTIONS|PYTHON(?:PATH|STARTUP|HOME)|PERL5(?:LIB|OPT|DB)|RUBY(?:LIB|OPT)|GIT_\w*(?:COMMAND|EDITOR|PAGER|DIFF|SSH|ASKPASS|CONFIG\w*)|EDITOR|VISUAL|PAGER|BROWSER|MAKEFLAGS|LESSOPEN|VIK_VALUE_\w*)$/;

/** Why a value can't be assigned to this variable; undefined when it can. */
export function judgeAssignment(name: string): Refusal | undefined {
  if (!SPECIAL.test(name)) return undefined;
  return refuse(`\`${name}\` is a variable that programs or the shell itself act on; use another name`);
}

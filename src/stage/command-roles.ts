// What a command does with its arguments, as far as the shell and well-known programs go.
import { judgeBuiltin } from './builtin-arguments.ts';
import { type CommandWord, programName, type Refusal, refuse, warnOf } from './command-words.ts';
import { judgeInterpreter } from './interpreter-arguments.ts';
import { findAllCodeAdvice, findInterpreter, readsCommandsFromStdin } from './interpreters.ts';
import { findWrapped } from './wrapper-commands.ts';

export interface CommandVerdict {
  /** By word; 0 is the command's name. */
  readonly refusals: ReadonlyMap<number, Refusal>;
  /** The program that reads its standard input as program text, if any. */
  readonly stdinReader: string | undefined;
}

const AS_NAME = refuse(
  "a value can't be the name of a command; write the command out, or choose one with `case {{ v }} in ...`",
);

/** Programs whose arguments are text for sure, so that a word such as `sh` among them means nothing. */
const TEXT_ONLY = new Set([
  'echo',
  'printf',
  'grep',
  'egrep',
  'fgrep',
  'rg',
  'test',
  '[',
  'cat',
  'tee',
  'ls',
  'which',
]);

export function judgeCommand(words: readonly CommandWord[]): CommandVerdict {
  const [nameWord, ...args] = words;
  if (nameWord === undefined) return { refusals: new Map(), stdinReader: undefined };
  if (nameWord.bound) return { refusals: new Map([[0, AS_NAME]]), stdinReader: undefined };
  const name = programName(nameWord);
  if (name === undefined) return judgeUnknown(words);

  if (name === 'command' && /^-[pvV]*[vV]/.test(args[0]?.prefix ?? '')) return nothing();
  const wrapped = findWrapped(name, words);
  if (wrapped !== undefined) return judgeWrapped(name, words, wrapped.commandAt, wrapped.refusals);

  const builtin = judgeBuiltin(name, args);
  if (builtin !== undefined) return { refusals: shift(builtin, 1), stdinReader: undefined };

  const advice = findAllCodeAdvice(name);
  if (advice !== undefined) return judgeAllCode(name, words, advice);
  const spec = findInterpreter(name);
  if (spec !== undefined) {
    const skipped = name === 'yq' && /^(?:e|ea|eval|eval-all)$/.test(args[0]?.text ?? '') ? 2 : 1;
    const verdict = judgeInterpreter(name, spec, words.slice(skipped));
    return {
      refusals: shift(verdict.refusals, skipped),
      stdinReader: verdict.readsStdin ? name : undefined,
    };
  }
  switch (name) {
    case 'git':
      return { refusals: judgeGit(words), stdinReader: undefined };
    case 'gh':
      return { refusals: judgeGh(words), stdinReader: undefined };
    case 'find':
      return { refusals: judgeFind(words), stdinReader: undefined };
    case 'scp':
      return {
        refusals: each(
          words,
          1,
          warnOf("`scp` may let the other side's shell read the value; put it in a file"),
        ),
        stdinReader: undefined,
      };
    default:
      return TEXT_ONLY.has(name) ? nothing() : judgeUnknown(words);
  }
}

function nothing(): CommandVerdict {
  return { refusals: new Map(), stdinReader: undefined };
}

function judgeWrapped(
  name: string,
  words: readonly CommandWord[],
  commandAt: number,
  own: ReadonlyMap<number, Refusal>,
): CommandVerdict {
  const inner = judgeCommand(words.slice(commandAt));
  const refusals = new Map([...own, ...shift(inner.refusals, commandAt)]);
  const stdinReader = name === 'xargs' ? xargsReader(words, commandAt, inner) : inner.stdinReader;
  return { refusals, stdinReader };
}

/** What xargs reads becomes arguments, and program text when the program takes its text from those. */
function xargsReader(
  words: readonly CommandWord[],
  commandAt: number,
  inner: CommandVerdict,
): string | undefined {
  const name = programName(words[commandAt]);
  if (name === undefined) return undefined;
  const takesAll = findAllCodeAdvice(name) !== undefined || inner.stdinReader !== undefined;
  const optionAt = words.findIndex(
    ({ prefix }, at) => at < commandAt && /^(?:-[IJi]|--replace)/.test(prefix),
  );
  const attached = words[optionAt]?.prefix.replace(/^(?:-[IJi]|--replace=?)/, '');
  const mark = attached === '' ? (words[optionAt + 1]?.text ?? '{}') : (attached ?? '');
  const args = words.slice(commandAt + 1);
  const pasted =
    optionAt !== -1 && args.some(({ text }) => text === undefined || (text !== mark && text.includes(mark)));
  return takesAll || (pasted && findInterpreter(name) !== undefined) ? `xargs ${name}` : undefined;
}

function judgeAllCode(name: string, words: readonly CommandWord[], advice: string): CommandVerdict {
  const refusal = refuse(
    `\`${name}\` reads its arguments as a program, or lets another one read them; ${advice}`,
  );
  const remote = words.slice(1).map((word) => word.text ?? '');
  const sshShell =
    name === 'ssh' &&
    (remote.filter((text) => !text.startsWith('-')).length < 2 ||
      /(?:^|[\s/;|&])(?:[a-z]*sh|python[0-9.]*|perl|ruby|node|psql|mysql)(?:\s|$)/.test(remote.join(' ')));
  return {
    refusals: each(words, 1, refusal),
    stdinReader: sshShell || readsCommandsFromStdin(name) ? name : undefined,
  };
}

/** Looks for `... sh -c '...'` in the arguments of a program that isn't known, such as `docker exec`. */
function judgeUnknown(words: readonly CommandWord[]): CommandVerdict {
  const refusals = new Map<number, Refusal>();
  let stdinReader: string | undefined;
  for (const [index, word] of words.entries()) {
    const name = index === 0 ? undefined : programName(word);
    const spec = name === undefined ? undefined : findInterpreter(name);
    if (name === undefined || spec === undefined || spec.operands[0] === 'code') continue;
    const verdict = judgeInterpreter(name, spec, words.slice(index + 1));
    for (const [at, refusal] of verdict.inCodeOption) refusals.set(index + 1 + at, refusal);
    if (verdict.readsStdin) stdinReader ??= name;
  }
  return { refusals, stdinReader };
}

/** Configuration that git runs as a command. */
const GIT_PROGRAMS =
  /^(?:alias\.|core\.(?:sshcommand|editor|pager|fsmonitor|hookspath|gitproxy|askpass)|pager\.|sequence\.editor|.*\.(?:helper|cmd|command|textconv|clean|smudge|process|driver|program|receivepack|uploadpack|vcs|update)$|diff\.external|protocol\.|include)/i;

function judgeGit(words: readonly CommandWord[]): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  const inConfig = refuse(
    'git runs some of its configuration as commands; write the name of the setting out, as in `git -c user.name={{ v }}`',
  );
  const inCode = refuse('git gives the value to a shell; use `"$VIK_ISSUE_TITLE"` in the command');
  let at = 1;
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (word?.text === '-c') {
      at += 1;
      const setting = words[at];
      const [key = '', value] = setting?.prefix.split('=') ?? [];
      if (setting?.bound && (value === undefined || GIT_PROGRAMS.test(key))) refusals.set(at, inConfig);
    } else if (word?.text === '-C') at += 1;
    else if (word === undefined || !word.prefix.startsWith('-')) break;
    else if (word.bound) refusals.set(at, inConfig);
  }
  const subcommand = words[at];
  if (subcommand?.bound) refusals.set(at, refuse("a value can't be the name of a git command; write it out"));
  const rest = words.slice(at + 1);
  switch (subcommand?.text) {
    case 'submodule':
      if (rest.some((word) => word.text === 'foreach')) spread(refusals, words, at, inCode);
      break;
    case 'filter-branch':
      spread(refusals, words, at, inCode);
      break;
    case 'bisect':
      if (rest[0]?.text === 'run')
        for (const [index, refusal] of judgeCommand(rest.slice(1)).refusals)
          refusals.set(at + 2 + index, refusal);
      break;
    case 'config':
      if (rest.some((word) => word.free || GIT_PROGRAMS.test(word.prefix)))
        spread(refusals, words, at, inConfig);
      break;
    case 'rebase':
    case 'difftool':
    case 'mergetool':
      for (const [index, word] of rest.entries()) {
        const before = rest[index - 1]?.prefix ?? '';
        const takesCode =
          /^(?:-x|--exec|--extcmd)$/.test(before) || /^(?:-x|--exec=|--extcmd=)/.test(word.prefix);
        if (word.bound && takesCode) refusals.set(at + 1 + index, inCode);
      }
      break;
    default:
      break;
  }
  return refusals;
}

/** Whether the setting is written out before the first value, and git does not run it. */
function namesHarmlessSetting(args: readonly CommandWord[]): boolean {
  const before = args.slice(
    0,
    args.findIndex((word) => word.bound),
  );
  const names = before.filter((word) => /^[a-z][\w-]*\./i.test(word.prefix));
  return names.length > 0 && !names.some((word) => GIT_PROGRAMS.test(word.prefix));
}

function judgeGh(words: readonly CommandWord[]): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  const isApi = words[1]?.text === 'api';
  const inFilter = refuse(
    '`gh` would read the value as part of a program; pipe its JSON to `jq --arg title {{ v }}`',
  );
  const inQuery = refuse('the value would be part of the query; use a GraphQL variable: `-f title={{ v }}`');
  for (const [index, word] of words.entries()) {
    if (!word.bound) continue;
    const before = words[index - 1]?.prefix ?? '';
    const isFilter = /^(?:-q|--jq)$/.test(before) || /^(?:-q|--jq=)/.test(word.prefix);
    const isTemplate =
      isApi && (/^(?:-t|--template)$/.test(before) || /^(?:-t|--template=)/.test(word.prefix));
    if (isFilter || isTemplate) refusals.set(index, inFilter);
    if (isApi && /^(?:-[fF]=?|--(?:raw-)?field=)?query=/.test(word.prefix)) refusals.set(index, inQuery);
  }
  return refusals;
}

function judgeFind(words: readonly CommandWord[]): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  const ends = warnOf(
    '`find` ends its command at an argument that is `;` or `+`, which the value may be; put text before it',
  );
  for (let at = 1; at < words.length; at += 1) {
    if (!/^-(?:exec|ok)(?:dir)?$/.test(words[at]?.text ?? '')) continue;
    const from = at + 1;
    while (at + 1 < words.length && !/^[;+]$/.test(words[at + 1]?.text ?? '')) at += 1;
    const command = words.slice(from, at + 1);
    for (const [index, word] of command.entries()) if (word.free) refusals.set(from + index, ends);
    for (const [index, refusal] of judgeCommand(command).refusals) refusals.set(from + index, refusal);
  }
  return refusals;
}

function each(words: readonly CommandWord[], from: number, refusal: Refusal): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  spread(refusals, words, from - 1, refusal);
  return refusals;
}

/** Refuses every value after a word. */
function spread(
  refusals: Map<number, Refusal>,
  words: readonly CommandWord[],
  after: number,
  refusal: Refusal,
): void {
  for (const [index, word] of words.entries()) if (index > after && word.bound) refusals.set(index, refusal);
}

function shift(refusals: ReadonlyMap<number, Refusal>, by: number): Map<number, Refusal> {
  return new Map([...refusals].map(([index, refusal]) => [index + by, refusal]));
}

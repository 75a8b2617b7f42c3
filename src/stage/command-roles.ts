// What a command does with its arguments, as far as the shell and well-known programs go.
import { judgeBuiltin } from './builtin-arguments.ts';
import { type CommandWord, programName, type Refusal, refuse, warnOf } from './command-words.ts';
import { judgeGit } from './git-arguments.ts';
import { judgeInterpreter, NAMES_STDIN } from './interpreter-arguments.ts';
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

const COMPUTED_NAME = warnOf(
  'which command this is only the shell knows, and some read their arguments as a program; write its name out',
);
const PATCHED_NAME = refuse('which command gets the value is put together by the shell; write its name out');

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
  if (name === undefined) return judgeComputed(nameWord, words);

  if (name === 'command' && /^-[pvV]*[vV]/.test(args[0]?.prefix ?? '')) return nothing();
  const wrapped = findWrapped(name, words);
  if (wrapped !== undefined) return judgeWrapped(name, words, wrapped.commandAt, wrapped.refusals);

  const builtin = judgeBuiltin(name, args);
  if (builtin !== undefined) {
    const sourcesStdin =
      /^(?:source|\.)$/.test(name) && args.some(({ text }) => NAMES_STDIN.test(text ?? ''));
    return { refusals: shift(builtin, 1), stdinReader: sourcesStdin ? name : undefined };
  }

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
      return judgeGitCommand(words);
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

/** `"$TOOL" {{ v }}`: most programs take their arguments as text, but which one this is only the shell knows. */
function judgeComputed(nameWord: CommandWord, words: readonly CommandWord[]): CommandVerdict {
  const unknown = judgeUnknown(words);
  const own = each(words, 1, nameWord.tail === '' ? COMPUTED_NAME : PATCHED_NAME);
  return { ...unknown, refusals: new Map([...own, ...unknown.refusals]) };
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

function judgeGitCommand(words: readonly CommandWord[]): CommandVerdict {
  const { commandAt, refusals } = judgeGit(words);
  const inner = judgeCommand(words.slice(commandAt));
  return { refusals: new Map([...refusals, ...shift(inner.refusals, commandAt)]), stdinReader: undefined };
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

/** Refuses every value from a word on. */
function each(words: readonly CommandWord[], from: number, refusal: Refusal): Map<number, Refusal> {
  const bound = [...words.entries()].filter(([index, word]) => index >= from && word.bound);
  return new Map(bound.map(([index]) => [index, refusal]));
}

function shift(refusals: ReadonlyMap<number, Refusal>, by: number): Map<number, Refusal> {
  return new Map([...refusals].map(([index, refusal]) => [index + by, refusal]));
}

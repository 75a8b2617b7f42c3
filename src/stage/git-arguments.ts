// Where git runs what its arguments say.
import { type CommandWord, type Refusal, refuse, warnOf } from './command-words.ts';

export interface GitVerdict {
  /** By word; 0 is `git`. */
  readonly refusals: ReadonlyMap<number, Refusal>;
  /** Where the command of `git bisect run` begins; the number of words when there is none. */
  readonly commandAt: number;
}

/** Settings that git runs as a command. */
const PROGRAMS =
  /^(?:alias\.|core\.(?:sshcommand|editor|pager|fsmonitor|hookspath|gitproxy|askpass)|pager\.|sequence\.editor|.*\.(?:helper|cmd|command|textconv|clean|smudge|process|driver|program|receivepack|uploadpack|vcs|update)$|diff\.external|protocol\.|include)/i;

const IN_SETTING = refuse(
  'git runs some of its settings as commands; write the name of the setting out, as in `git -c user.name={{ v }}`',
);
const IN_SHELL = refuse('git gives the value to a shell; use `"$VIK_ISSUE_TITLE"` in the command');
const AS_OPTION = warnOf(
  'git takes a value that begins with `--upload-pack=` or `--exec=` for a command; put `--` before it',
);
const AS_SUBCOMMAND = refuse("a value can't be the name of a git command; write it out");

export function judgeGit(words: readonly CommandWord[]): GitVerdict {
  const refusals = new Map<number, Refusal>();
  const at = readOwnOptions(words, refusals);
  const subcommand = words[at];
  const rest = words.slice(at + 1);
  const refuseRest = (refusal: Refusal, applies: (word: CommandWord, index: number) => boolean): void => {
    for (const [index, word] of rest.entries()) {
      if (word.bound && applies(word, index)) refusals.set(at + 1 + index, refusal);
    }
  };
  if (subcommand?.bound) refusals.set(at, AS_SUBCOMMAND);
  switch (subcommand?.text) {
    case 'bisect':
      return { refusals, commandAt: rest[0]?.text === 'run' ? at + 2 : words.length };
    case 'filter-branch':
      refuseRest(IN_SHELL, () => true);
      break;
    case 'submodule':
      refuseRest(IN_SHELL, () => rest.some((word) => word.text === 'foreach'));
      break;
    case 'config':
      refuseRest(IN_SETTING, () => !namesHarmlessSetting(rest));
      break;
    case 'rebase':
    case 'difftool':
    case 'mergetool':
      refuseRest(IN_SHELL, (word, index) => takesCommand(word, rest[index - 1]));
      break;
    case 'archive':
    case 'clone':
    case 'fetch':
    case 'grep':
    case 'ls-remote':
    case 'pull':
    case 'push':
      // the worse verdict last
      refuseRest(AS_OPTION, (word, index) => word.free && !isAfterOptions(rest, index));
      refuseRest(IN_SHELL, (word, index) => runsOption(word, rest[index - 1]));
      if (subcommand.text !== 'clone') break;
      refuseRest(IN_SHELL, (_, index) => rest[index - 1]?.text === '-u');
      refuseRest(IN_SETTING, (word, index) => isProgramSetting(word, rest[index - 1]));
      break;
    default:
      break;
  }
  return { refusals, commandAt: words.length };
}

/** Goes over `-C dir -c name=value` and gives the index of the subcommand. */
function readOwnOptions(words: readonly CommandWord[], refusals: Map<number, Refusal>): number {
  let at = 1;
  for (let word = words[at]; word?.prefix.startsWith('-'); word = words[at]) {
    const setting = words[at + 1];
    if (word.bound) refusals.set(at, IN_SETTING);
    if (word.text === '-c' && setting?.bound) {
      const [name = '', value] = setting.prefix.split('=');
      if (value === undefined || PROGRAMS.test(name)) refusals.set(at + 1, IN_SETTING);
    }
    at += word.text === '-c' || word.text === '-C' ? 2 : 1;
  }
  return at;
}

/** Whether the setting is written out before the first value, and git does not run it. */
function namesHarmlessSetting(args: readonly CommandWord[]): boolean {
  const firstValue = args.findIndex((word) => word.bound);
  const names = args.slice(0, firstValue).filter((word) => /^[a-z][\w-]*\./i.test(word.prefix));
  return names.length > 0 && !names.some((word) => PROGRAMS.test(word.prefix));
}

function takesCommand(word: CommandWord, before: CommandWord | undefined): boolean {
  if (/^(?:-x|--exec|--extcmd)$/.test(before?.text ?? '')) return true;
  return /^(?:-x|--exec=|--extcmd=)/.test(word.prefix);
}

function isAfterOptions(args: readonly CommandWord[], index: number): boolean {
  return args.slice(0, index).some(({ text }) => text === '--' || text === '--end-of-options');
}

/** Options of the commands that talk to another repository, and of `grep`, whose value git runs. */
function runsOption(word: CommandWord, before: CommandWord | undefined): boolean {
  if (/^--(?:upload-pack|receive-pack|exec)$/.test(before?.text ?? '')) return true;
  return /^(?:-O|--(?:upload-pack|receive-pack|exec|open-files-in-pager)=)/.test(word.prefix);
}

/** `git clone -c name=value` */
function isProgramSetting(word: CommandWord, before: CommandWord | undefined): boolean {
  const setting = /^(?:-c|--config)$/.test(before?.text ?? '')
    ? word.prefix
    : /^(?:-c|--config=)(.*)$/s.exec(word.prefix)?.[1];
  if (setting === undefined) return false;
  const [name = '', value] = setting.split('=');
  return value === undefined || PROGRAMS.test(name);
}

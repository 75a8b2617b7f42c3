// Programs that run the command in their own arguments.
import { judgeAssignment } from './builtin-arguments.ts';
import { type CommandWord, type Refusal, refuse } from './command-words.ts';

interface Wrapper {
  /** Options with a value in the next word; a single letter also at the end of a cluster. */
  readonly values: readonly string[];
  /** Words of its own before the command, such as the duration of `timeout`. */
  readonly operands: number;
  /** Takes `NAME=value` before the command. */
  readonly assigns?: boolean;
}

const PLAIN: Wrapper = { values: [], operands: 0 };

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  env: {
    values: ['-u', '--unset', '-C', '--chdir', '-P', '-S', '--split-string'],
    operands: 0,
    assigns: true,
  },
  sudo: {
    values: [
      '-u',
      '-g',
      '-h',
      '-p',
      '-C',
      '-T',
      '-D',
      '-R',
      '-r',
      '-t',
      '-U',
      '--user',
      '--group',
      '--chdir',
    ],
    operands: 0,
    assigns: true,
  },
  doas: { values: ['-u', '-C'], operands: 0 },
  command: PLAIN,
  builtin: PLAIN,
  exec: { values: ['-a'], operands: 0 },
  nohup: PLAIN,
  setsid: PLAIN,
  time: { values: ['-f', '-o', '--format', '--output'], operands: 0 },
  nice: { values: ['-n', '--adjustment'], operands: 0 },
  ionice: { values: ['-c', '-n', '--class', '--classdata'], operands: 0 },
  stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'], operands: 0 },
  timeout: { values: ['-k', '-s', '--kill-after', '--signal'], operands: 1 },
  gtimeout: { values: ['-k', '-s', '--kill-after', '--signal'], operands: 1 },
  chroot: { values: ['--userspec', '--groups'], operands: 1 },
  taskset: PLAIN,
  flock: { values: ['-w', '--timeout', '-E', '--conflict-exit-code'], operands: 1 },
  unbuffer: PLAIN,
  caffeinate: { values: ['-t', '-w'], operands: 0 },
  gosu: { values: [], operands: 1 },
  'su-exec': { values: [], operands: 1 },
  tini: { values: ['-p', '-e'], operands: 0 },
  'dumb-init': PLAIN,
  'xvfb-run': { values: ['-n', '-s', '-e', '-f', '-w', '--server-num', '--server-args'], operands: 0 },
  strace: { values: ['-e', '-o', '-s', '-p', '-u', '-E', '-P'], operands: 0 },
  unshare: PLAIN,
  nsenter: { values: ['-t', '--target', '-S', '-G'], operands: 0 },
  'systemd-run': { values: ['-p', '-u', '-E', '--unit', '--property', '--setenv'], operands: 0 },
  busybox: PLAIN,
  toybox: PLAIN,
  'cross-env': { values: [], operands: 0, assigns: true },
  xargs: {
    values: [
      '-a',
      '-d',
      '-E',
      '-I',
      '-J',
      '-L',
      '-n',
      '-P',
      '-R',
      '-s',
      '--arg-file',
      '--delimiter',
      '--replace',
      '--max-args',
      '--max-lines',
      '--max-procs',
      '--max-chars',
    ],
    operands: 0,
  },
};

export interface Wrapped {
  /** Where the command begins in the words; their length when there is none. */
  readonly commandAt: number;
  /** Values among the wrapper's own words. */
  readonly refusals: ReadonlyMap<number, Refusal>;
}

/** Looks through `timeout 5 sudo -u x`: where the command begins. Undefined for a program that is no wrapper. */
export function findWrapped(name: string, words: readonly CommandWord[]): Wrapped | undefined {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined) return undefined;
  const commandAt = commandIndex(name, wrapper, words);
  const refusals = new Map<number, Refusal>();
  for (const [index, word] of words.slice(0, commandAt).entries()) {
    if (!word.bound) continue;
    const assigned = wrapper.assigns ? assignedName(word) : undefined;
    if (assigned !== undefined) {
      const refusal = judgeAssignment(assigned);
      if (refusal !== undefined) refusals.set(index, refusal);
      continue;
    }
    refusals.set(
      index,
      refuse(
        `\`${name}\` could take the value for one of its options or for the command; write them out in the hook`,
      ),
    );
  }
  return { commandAt, refusals };
}

/** The name in a word such as `title={{ v }}`. */
function assignedName(word: CommandWord): string | undefined {
  return /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(word.prefix)?.[1];
}

function commandIndex(name: string, wrapper: Wrapper, words: readonly CommandWord[]): number {
  let operands = wrapper.operands;
  let at = 1;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    if (word.text === '--') {
      at += 1;
      while (at < words.length && wrapper.assigns && assignedName(words[at] ?? word) !== undefined) at += 1;
      return at + operands;
    }
    // a free word might be an option; what follows it can't be told
    if (word.prefix.startsWith('-')) {
      // the command of `env -S 'sh -c'` is in the option: whatever follows may be its code
      if (name === 'env' && /^-[^-]*S|^--split/.test(word.prefix)) return words.length;
      at += takesNextWord(wrapper, word) ? 2 : 1;
      continue;
    }
    if (wrapper.assigns && assignedName(word) !== undefined) at += 1;
    else if (operands > 0) {
      operands -= 1;
      at += 1;
    } else return at;
  }
  return words.length;
}

function takesNextWord(wrapper: Wrapper, word: CommandWord): boolean {
  const text = word.bound ? '' : (word.text ?? '');
  if (text.startsWith('--')) return wrapper.values.includes(text);
  return text !== '' && wrapper.values.includes(`-${text.at(-1) ?? ''}`) && !hasAttachedValue(wrapper, text);
}

function hasAttachedValue(wrapper: Wrapper, cluster: string): boolean {
  return [...cluster.slice(1, -1)].some((letter) => wrapper.values.includes(`-${letter}`));
}

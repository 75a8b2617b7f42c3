import { type CommandWord, type Refusal, refuse } from './command-words.ts';
import type { Interpreter } from './interpreters.ts';

export interface InterpreterVerdict {
  /** By argument. */
  readonly refusals: ReadonlyMap<number, Refusal>;
  /** Those of them that an option made program text, beyond doubt. */
  readonly inCodeOption: ReadonlyMap<number, Refusal>;
  /** No argument gave it a program, so its standard input is one. */
  readonly readsStdin: boolean;
}

/** Standard input under a name, by itself or right after an option. */
export const NAMES_STDIN = /^(?:--[a-z-]+=|-[A-Za-z]+)?(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;

/** Finds which arguments an interpreter reads as program text, and refuses the values in them. */
export function judgeInterpreter(
  name: string,
  spec: Interpreter,
  args: readonly CommandWord[],
): InterpreterVerdict {
  const refusals = new Map<number, Refusal>();
  const inCodeOption = new Map<number, Refusal>();
  const inCode = refuse(`\`${name}\` would read the value as part of a program; ${spec.advice}`);
  const asFile = refuse(
    `the value would choose the program that \`${name}\` runs; name the program in the hook`,
  );
  const asOption = refuse(
    `\`${name}\` would read a value that begins with \`-\` as an option, which can hold a program; put \`--\` before it`,
  );
  const refuseAt = (index: number, refusal: Refusal): void => {
    if (args[index]?.bound) refusals.set(index, refusal);
  };

  let hasProgram = false;
  let fromStdin = false;
  let namesStdin = false;
  let wantsCode = false;
  let optionsEnded = false;
  let operand = 0;
  let at = 0;

  while (at < args.length) {
    const word = args[at];
    if (word === undefined) break;
    if (!optionsEnded && word.text === '--') {
      optionsEnded = true;
      at += 1;
      continue;
    }
    if (!optionsEnded && isOption(word)) {
      const option = readOption(spec, word);
      const valueAt = option.inNextWord ? at + 1 : at;
      switch (option.role) {
        case 'code':
          refuseAt(valueAt, inCode);
          if (args[valueAt]?.bound) inCodeOption.set(valueAt, inCode);
          hasProgram = true;
          break;
        case 'file':
          refuseAt(valueAt, asFile);
          hasProgram = true;
          namesStdin ||= NAMES_STDIN.test(args[valueAt]?.text ?? '');
          break;
        case 'loads':
          refuseAt(valueAt, asFile);
          break;
        case 'codeFlag':
          wantsCode = true;
          break;
        case 'stdinFlag':
          fromStdin = true;
          break;
        case 'unclear':
          refuseAt(at, asOption);
          break;
        default:
          break;
      }
      at = valueAt + 1 + (option.role === 'pair' ? 1 : 0);
      if (option.role === 'code' && spec.stopsAtCode) return { refusals, inCodeOption, readsStdin: false };
      continue;
    }
    const kind = operandKind(spec, operand, { hasProgram, fromStdin, wantsCode });
    if (kind === 'code') refuseAt(at, inCode);
    if (wantsCode && kind === 'code' && word.bound) inCodeOption.set(at, inCode);
    if (kind === 'file') refuseAt(at, asFile);
    if (kind === 'data' && word.free && !optionsEnded) refuseAt(at, asOption);
    at += 1;
    // `sed -i ''` is how BSD's sed is told to keep no copy; `su -` asks for a login shell
    if (word.text === '' || (word.text === '-' && kind === 'data')) continue;
    if (kind === 'file') namesStdin ||= NAMES_STDIN.test(word.text ?? '');
    if (kind !== 'data' && word.text !== '-') hasProgram = true;
    operand += 1;
    if (!spec.permutes) optionsEnded = true;
  }
  const readsStdin = namesStdin || (spec.stdin === true && (fromStdin || !hasProgram));
  return { refusals, inCodeOption, readsStdin };
}

function operandKind(
  spec: Interpreter,
  index: number,
  seen: { readonly hasProgram: boolean; readonly fromStdin: boolean; readonly wantsCode: boolean },
): 'code' | 'file' | 'data' {
  if (seen.wantsCode) return index === 0 ? 'code' : 'data';
  if (seen.fromStdin) return 'data';
  const kind = spec.operands[index] ?? 'data';
  // an option has given the program already; only a program that takes more than one goes on
  return seen.hasProgram && spec.operands.length === 1 ? 'data' : kind;
}

interface Option {
  readonly role: 'code' | 'file' | 'loads' | 'value' | 'pair' | 'codeFlag' | 'stdinFlag' | 'flag' | 'unclear';
  readonly inNextWord: boolean;
}

function isOption(word: CommandWord): boolean {
  return word.text !== undefined && /^[-+]/.test(word.prefix) && (word.prefix.length > 1 || word.bound);
}

function readOption(spec: Interpreter, word: CommandWord): Option {
  const whole = word.bound ? undefined : word.text;
  if (whole !== undefined) {
    const role = exactRole(spec, whole);
    if (role !== undefined) return { role, inNextWord: true };
  }
  if (word.prefix.startsWith('--')) {
    const [name = '', ...value] = word.prefix.split('=');
    const role = value.length > 0 ? exactRole(spec, name) : undefined;
    if (role !== undefined) return { role, inNextWord: false };
    return { role: word.bound && value.length === 0 ? 'unclear' : 'flag', inNextWord: false };
  }
  return readCluster(spec, word);
}

/** `-ne`, `-es/a/b/`, `-ec`: letters until one takes a value. */
function readCluster(spec: Interpreter, word: CommandWord): Option {
  const letters = word.prefix.slice(1);
  const sign = word.prefix[0] ?? '-';
  let flag: Option | undefined;
  for (const [index, letter] of [...letters].entries()) {
    if (letter === spec.codeFlag) flag = { role: 'codeFlag', inNextWord: false };
    if (letter === spec.stdinFlag) flag ??= { role: 'stdinFlag', inNextWord: false };
    if (spec.attached?.includes(letter)) return flag ?? { role: 'value', inNextWord: false };
    const role = exactRole(spec, sign + letter);
    if (role === undefined) continue;
    const hasRest = index < letters.length - 1 || word.bound;
    if (flag?.role === 'codeFlag') return { role: 'codeFlag', inNextWord: !hasRest };
    return { role, inNextWord: !hasRest };
  }
  if (word.bound) return { role: 'unclear', inNextWord: false };
  return flag ?? { role: 'flag', inNextWord: false };
}

function exactRole(
  spec: Interpreter,
  option: string,
): 'code' | 'file' | 'loads' | 'value' | 'pair' | undefined {
  if (spec.code.includes(option)) return 'code';
  if (spec.file.includes(option)) return 'file';
  if (spec.loads?.includes(option)) return 'loads';
  if (spec.values.includes(option)) return 'value';
  return spec.pairs?.includes(option) ? 'pair' : undefined;
}

// The words of one command of a rendered shell program, as the rules about commands look at them.
import type { Assignment, Word, WordPart } from 'unbash';

export interface CommandWord {
  /** Quotes removed, tokens left in place; undefined when the shell computes some of it. */
  readonly text: string | undefined;
  /** A value stands somewhere in it, a command substitution inside it included. */
  readonly bound: boolean;
  /** What stands before the first value; the whole text of a word without one. */
  readonly prefix: string;
  /** It may begin with characters of a value: whoever reads it may take it for an option or an operator. */
  readonly free: boolean;
  /** Set when the shell itself reads it as `NAME=value` (after `export`, say). */
  readonly assigns: string | undefined;
}

/** Why a value can't stand where it stands, or had better not. */
export interface Refusal {
  readonly severity: 'error' | 'warning';
  readonly code: 'unbindable_value' | 'nested_interpreter';
  readonly message: string;
}

export function refuse(message: string): Refusal {
  return { severity: 'error', code: 'unbindable_value', message };
}

export function warnOf(message: string): Refusal {
  return { severity: 'warning', code: 'nested_interpreter', message };
}

/** Reads one word; `token` matches a token anywhere in a text. */
export function readWord(node: Word | Assignment, source: string, token: RegExp): CommandWord {
  const bound = token.test(source.slice(node.pos, node.end));
  const assigns = node.type === 'Assignment' ? node.name : undefined;
  const text = node.type === 'Assignment' ? node.text : staticText(node);
  const tokenAt = text?.search(token) ?? 0;
  const prefix = text === undefined ? '' : tokenAt === -1 ? text : text.slice(0, tokenAt);
  return { text, bound, prefix, free: bound && prefix === '', assigns };
}

/** The program's name without its folder; undefined when the shell computes it or a value is in it. */
export function programName(word: CommandWord | undefined): string | undefined {
  if (word?.text === undefined || word.bound) return undefined;
  return word.text.slice(word.text.lastIndexOf('/') + 1);
}

function staticText(word: Word): string | undefined {
  return (word.parts ?? []).every(isStatic) ? word.value : undefined;
}

function isStatic(part: WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return true;
    case 'DoubleQuoted':
      return part.parts.every(isStatic);
    default:
      return false;
  }
}

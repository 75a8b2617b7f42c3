// The words of one command of a rendered shell program, as the rules about commands look at them.
import type { Assignment, Word, WordPart } from 'unbash';

export interface CommandWord {
  /** Quotes removed, tokens left in place; undefined when the shell computes some of it. */
  readonly text: string | undefined;
  /** What surely stands at its end: all of the text, or what follows the last part that the shell computes. */
  readonly tail: string;
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
  if (node.type === 'Assignment') return { ...readText(node.text, token), bound, assigns: node.name };
  const { computed, text } = readTail(node.parts);
  if (!computed) return { ...readText(node.value, token), bound, assigns: undefined };
  return { text: undefined, tail: text, bound, prefix: '', free: bound, assigns: undefined };
}

function readText(text: string, token: RegExp): Pick<CommandWord, 'text' | 'tail' | 'prefix' | 'free'> {
  const tokenAt = text.search(token);
  const prefix = tokenAt === -1 ? text : text.slice(0, tokenAt);
  return { text, tail: text, prefix, free: tokenAt === 0 };
}

/** The program's name without its folder; undefined when the shell computes it or a value is in it. */
export function programName(word: CommandWord | undefined): string | undefined {
  if (word === undefined || word.bound) return undefined;
  const slash = word.tail.lastIndexOf('/');
  return word.text === undefined && slash === -1 ? undefined : word.tail.slice(slash + 1);
}

/** Whether the shell computes a part of the word, and what follows the last such part. */
function readTail(parts: readonly WordPart[] | undefined): { computed: boolean; text: string } {
  let computed = false;
  let text = '';
  for (const part of parts ?? []) {
    const inner = readPart(part);
    computed ||= inner.computed;
    text = inner.computed ? inner.text : text + inner.text;
  }
  return { computed, text };
}

function readPart(part: WordPart): { computed: boolean; text: string } {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return { computed: false, text: part.value };
    case 'DoubleQuoted':
      return readTail(part.parts);
    default:
      return { computed: true, text: '' };
  }
}

// Where the values of a rendered shell program stand in it. Everything the parser knows how to place is said here;
// whatever it does not know is refused.
import type { Command, Redirection, SyntaxNode, Word } from 'unbash';
import { judgeAssignment } from './builtin-arguments.ts';
import { judgeCommand } from './command-roles.ts';
import { programName, type Refusal, readWord } from './command-words.ts';
import * as refusals from './place-refusals.ts';

export type Quoting = 'bare' | 'double' | 'single' | 'heredoc';

/** A stretch of the program in which a value would stand. */
export interface Stretch {
  readonly pos: number;
  readonly end: number;
  readonly quoting: Quoting;
  readonly refusal: Refusal | undefined;
}

export interface SyntaxTree {
  readonly stretches: readonly Stretch[];
  /** The first thing that the parser could not read. */
  readonly error: { readonly message: string; readonly pos: number } | undefined;
  /** Why no value of this program can be bound. */
  readonly refusal: Refusal | undefined;
}

type Visit = (child: SyntaxNode) => void;
type ForEachChild = (node: SyntaxNode, visit: Visit) => void;

interface Surroundings {
  readonly quoting: Quoting;
  readonly refusal: Refusal | undefined;
}

/** Walks the whole tree of a program; `token` matches the stand-in of a value. */
export function readTree(
  root: SyntaxNode,
  source: string,
  token: RegExp,
  forEachChild: ForEachChild,
): SyntaxTree {
  const stretches: Stretch[] = [];
  const evaluatedNames = new Set<string>();
  let error: SyntaxTree['error'];
  let refusal = source.includes('VIK_VALUE_') ? refusals.WITH_OUR_NAMES : undefined;
  collectFacts(root);
  walk(root, { quoting: 'bare', refusal: undefined });
  return { stretches, error, refusal };

  function collectFacts(node: SyntaxNode): void {
    if (node.type === 'Script' && node.errors?.[0] !== undefined) error ??= node.errors[0];
    if (node.type === 'AnsiCQuoted' && node.text.includes("\\'")) refusal ??= refusals.WITH_ODD_QUOTES;
    if (node.type === 'Command') {
      const words = wordsOf(node);
      const name = programName(words[0]);
      const isAlias =
        name === 'alias' || (/^(?:command|builtin)$/.test(name ?? '') && words[1]?.text === 'alias');
      if (isAlias) refusal ??= refusals.WITH_ALIAS;
      if (/^(?:declare|typeset|local|readonly|export)$/.test(name ?? '')) {
        if (words.some((word) => /^-[A-Za-z]*[inaA]/.test(word.prefix)))
          for (const word of words.slice(1)) evaluatedNames.add(word.assigns ?? word.text ?? '');
      }
    }
    if (node.type === 'Assignment' && node.value.type === 'ArrayValue') evaluatedNames.add(node.name);
    for (const [name] of arithmeticOf(node).matchAll(/[A-Za-z_]\w*/g)) evaluatedNames.add(name);
    forEachChild(node, collectFacts);
  }

  /** What the shell evaluates as arithmetic here: bash runs the command in a variable whose text is `a[$(cmd)]`. */
  function arithmeticOf(node: SyntaxNode): string {
    const text = source.slice(node.pos, node.end);
    switch (node.type) {
      case 'ArithmeticExpansion':
      case 'ArithmeticCommand':
        return text;
      case 'ArithmeticFor':
        return source.slice(node.pos, node.body.pos);
      case 'ParameterExpansion':
        return node.index !== undefined || node.operation?.type === 'Slice' ? text : '';
      case 'TestCommand':
        return /\s-(?:eq|ne|lt|le|gt|ge|v)\s/.test(text) ? text : '';
      case 'Command':
        return node.name?.text === 'let' ? text : '';
      default:
        return '';
    }
  }

  function mark(node: { pos: number; end: number }, around: Surroundings): void {
    stretches.push({ pos: node.pos, end: node.end, ...around });
  }

  function walkAll(nodes: readonly (SyntaxNode | undefined)[], around: Surroundings): void {
    for (const node of nodes) if (node !== undefined) walk(node, around);
  }

  function walk(node: SyntaxNode, around: Surroundings): void {
    switch (node.type) {
      case 'Word':
      case 'BraceExpansion':
      case 'HereDocBody':
        if (node.parts === undefined || node.parts.length === 0) mark(node, around);
        else walkAll(node.parts, around);
        return;
      case 'Literal':
      case 'Glob':
        mark(node, node.type === 'Glob' ? strictest(around, refusals.IN_PATTERN) : around);
        return;
      case 'SingleQuoted':
        mark(node, { ...around, quoting: 'single' });
        return;
      case 'DoubleQuoted':
        walkAll(node.parts, { ...around, quoting: 'double' });
        return;
      case 'AnsiCQuoted':
      case 'LocaleString':
        mark(node, strictest(around, refusals.IN_DOLLAR_QUOTES));
        return;
      case 'ExtendedGlob':
        mark(node, strictest(around, refusals.IN_PATTERN));
        return;
      case 'ParameterExpansion':
      case 'SimpleExpansion':
        mark(node, strictest(around, refusals.IN_PARAMETER));
        return;
      case 'ArithmeticExpansion':
      case 'ArithmeticCommand':
        mark(node, strictest(around, refusals.EVALUATED));
        return;
      case 'ArithmeticFor':
        mark({ pos: node.pos, end: node.body.pos }, strictest(around, refusals.EVALUATED));
        walk(node.body, around);
        return;
      case 'TestCommand':
        mark(node, strictest(around, refusals.IN_TEST));
        return;
      case 'CommandExpansion':
        if (node.text.startsWith('`')) mark(node, strictest(around, refusals.IN_BACKTICKS));
        else if (node.script !== undefined) walk(node.script, { ...around, quoting: 'bare' });
        return;
      case 'Assignment': {
        if (node.index !== undefined) mark(node.index, strictest(around, refusals.IN_ARRAY));
        const judged = evaluatedNames.has(node.name) ? refusals.AS_EVALUATED : judgeAssignment(node.name);
        const isArray = node.value.type === 'ArrayValue' || source[node.value.pos] === '(';
        if (isArray) mark(node.value, strictest(around, refusals.IN_ARRAY));
        else walk(node.value, judged === undefined ? around : strictest(around, judged));
        return;
      }
      case 'HereDoc':
        if (node.delimiter !== undefined) mark(node.delimiter, strictest(around, refusals.AS_DELIMITER));
        if (node.delimiter?.quoted !== false) mark(node.body, strictest(around, refusals.IN_QUOTED_HEREDOC));
        else walk(node.body, { ...around, quoting: 'heredoc' });
        return;
      case 'Redirect': {
        const duplicates = node.operator === '>&' || node.operator === '<&';
        if (node.target !== undefined)
          walk(node.target, duplicates ? strictest(around, refusals.AS_DUPLICATED) : around);
        return;
      }
      case 'Command':
        walkCommand(node, around);
        return;
      case 'Redirected':
        walk(node.command, around);
        walkRedirects(node.redirects, around, stdinReader(node.command));
        return;
      case 'Pipeline': {
        let reader: string | undefined;
        for (const stage of [...node.commands].reverse()) {
          walk(stage, reader === undefined ? around : strictest(around, refusals.pipedInto(reader)));
          reader ??= stdinReader(stage);
        }
        return;
      }
      case 'For':
      case 'Select': {
        walk(node.name, strictest(around, refusals.AS_VARIABLE));
        const judged = evaluatedNames.has(node.name.text)
          ? refusals.AS_EVALUATED
          : judgeAssignment(node.name.text);
        walkAll(node.wordlist ?? [], judged === undefined ? around : strictest(around, judged));
        walk(node.body, around);
        return;
      }
      case 'Function':
        walk(node.name, strictest(around, refusals.AS_FUNCTION));
        walk(node.body, around);
        return;
      case 'Coproc':
        if (node.name !== undefined) walk(node.name, strictest(around, refusals.AS_VARIABLE));
        walk(node.body, around);
        return;
      case 'Script':
      case 'CompoundList':
      case 'AndOr':
      case 'Statement':
      case 'If':
      case 'Elif':
      case 'While':
      case 'Subshell':
      case 'BraceGroup':
      case 'Case':
      case 'CaseItem':
      case 'ProcessSubstitution':
      case 'HereString':
        forEachChild(node, (child) => walk(child, around));
        return;
      default:
        // not marked, so a value in it has no place and is refused
        return;
    }
  }

  function walkCommand(node: Command, around: Surroundings): void {
    const words = wordsOf(node);
    const verdict = judgeCommand(words);
    const nodes = [...(node.name === undefined ? [] : [node.name]), ...node.args];
    for (const [index, word] of nodes.entries()) {
      const judged = verdict.refusals.get(index);
      walk(word, judged === undefined ? around : strictest(around, judged));
    }
    for (const item of node.prefix) if (item.type === 'Assignment') walk(item, around);
    walkRedirects(node.redirects, around, verdict.stdinReader);
  }

  function walkRedirects(
    redirects: readonly Redirection[],
    around: Surroundings,
    reader: string | undefined,
  ): void {
    for (const redirect of redirects) {
      const isInput = redirect.operator.startsWith('<');
      walk(
        redirect,
        isInput && reader !== undefined ? strictest(around, refusals.pipedInto(reader)) : around,
      );
    }
  }

  function wordsOf(node: Command): ReturnType<typeof readWord>[] {
    const name: Word[] = node.name === undefined ? [] : [node.name];
    return [...name, ...node.args].map((word) => readWord(word, source, token));
  }

  /** The program in this part of a pipeline that reads its standard input as program text. */
  function stdinReader(node: SyntaxNode): string | undefined {
    if (node.type === 'Command') return judgeCommand(wordsOf(node)).stdinReader;
    if (node.type === 'Word' || node.type === 'Assignment' || node.type === 'Function') return undefined;
    let reader: string | undefined;
    forEachChild(node, (child) => {
      reader ??= stdinReader(child);
    });
    return reader;
  }
}

/** The outer reason stays, unless it only warns and the inner one forbids. */
function strictest(around: Surroundings, refusal: Refusal): Surroundings {
  if (around.refusal?.severity === 'error') return around;
  return around.refusal !== undefined && refusal.severity === 'warning' ? around : { ...around, refusal };
}

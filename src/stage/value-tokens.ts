import { randomBytes } from 'node:crypto';
import { TemplateError } from './template-finding.ts';

/** What one run of a `{{ }}` printed. */
export interface PrintedValue {
  /** Which `{{ }}`, as numbered by whoever wrapped them. */
  readonly print: number;
  /** In MiniJinja's own text form; other tokens in it are expanded. */
  readonly text: string;
}

/** What one run of a command span would execute. */
export interface PrintedCommand {
  readonly span: number;
  /** The shell program, with tokens for its values. */
  readonly body: string;
}

/**
 * Stand-ins for what must not be part of a rendered text. Nobody can guess one, so no value can contain one. A token
 * begins with a character that ends a shell variable's name, and ends with one that ends a number.
 */
export interface Tokens {
  /** Names of the two filters; unguessable too, so that a template can't call them. */
  readonly valueFilter: string;
  readonly commandFilter: string;
  readonly valuePattern: RegExp;
  addValue(text: string, print: number): string;
  addCommand(body: string, span: number): string;
  value(token: string): PrintedValue;
  command(token: string): PrintedCommand;
  /** The tokens of commands in a text, each once. */
  commandsIn(text: string): ReadonlySet<string>;
  replaceCommands(text: string, replacement: (token: string) => string): string;
  expandValues(text: string): string;
}

export function createTokens(): Tokens {
  const nonce = `vik${randomBytes(16).toString('hex')}`;
  const valuePattern = new RegExp(`\\.${nonce}v\\d+\\.`);
  const allValues = new RegExp(valuePattern, 'g');
  const allCommands = new RegExp(`\\.${nonce}c\\d+\\.`, 'g');
  const values = new Map<string, PrintedValue>();
  const commands = new Map<string, PrintedCommand>();

  function value(token: string): PrintedValue {
    return known(values.get(token));
  }
  function expandValues(text: string): string {
    return text.replace(allValues, (token) => value(token).text);
  }

  return {
    valueFilter: `${nonce}_value`,
    commandFilter: `${nonce}_command`,
    valuePattern,
    addValue(text, print) {
      const token = `.${nonce}v${values.size}.`;
      values.set(token, { print, text: values.size > 0 ? expandValues(text) : text });
      return token;
    },
    addCommand(body, span) {
      const token = `.${nonce}c${commands.size}.`;
      commands.set(token, { span, body });
      return token;
    },
    value,
    command: (token) => known(commands.get(token)),
    commandsIn: (text) => new Set(text.match(allCommands)),
    replaceCommands: (text, replacement) => text.replace(allCommands, replacement),
    expandValues,
  };
}

/** A token that was never given out can't be in a text: its random part can't be guessed. */
function known<T>(entry: T | undefined): T {
  if (entry === undefined)
    throw new TemplateError('a bound value was changed while the template was rendered');
  return entry;
}

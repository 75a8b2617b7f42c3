import { parseArgs } from 'node:util';
import { repositoryName } from '../inputs.ts';
import { alternatives, didYouMean } from '../workflow/suggest.ts';

/** The commands, in the order in which somebody meets them. */
const COMMANDS = ['doctor', 'explain', 'run'] as const;

/** A command with its options. */
export interface AskedCommand {
  readonly kind: 'command';
  readonly command: (typeof COMMANDS)[number];
  /** As written. */
  readonly workflow: string;
  /** `owner/name`; undefined: that of the current checkout. */
  readonly repository: string | undefined;
  /** One JSON document on standard output, everything else on standard error. */
  readonly json: boolean;
  /** Warnings count as errors. */
  readonly strict: boolean;
}

export type Asked =
  | AskedCommand
  /** Of one command, or of all. */
  | { readonly kind: 'help'; readonly command: AskedCommand['command'] | undefined }
  | { readonly kind: 'version' }
  /** What is wrong, and what was expected. */
  | { readonly kind: 'wrong'; readonly message: string };

const OPTIONS = {
  repository: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Reads the arguments after the program's own name. Pure. */
export function parseArguments(args: readonly string[]): Asked {
  // not strict: its messages explain parseArgs, ours say what to write
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const message = token.kind === 'option' ? findWrong(token.name, token.rawName, token.value) : undefined;
    if (message !== undefined) return wrong(message);
  }
  const [first, ...others] = positionals;
  if (first === 'help') return readHelp(others);
  if (values.help === true) return { kind: 'help', command: findCommand(first) };
  if (values.version === true) return { kind: 'version' };

  const [workflow = 'workflow.yml', ...more] = others;
  if (first === undefined) return wrong(`expected a command: ${alternatives(COMMANDS)}`);
  const command = findCommand(first);
  if (command === undefined) return unknownCommand(first);
  if (more.length > 0) {
    return wrong(
      `expected one workflow file, got ${1 + more.length}: \`${[workflow, ...more].join('`, `')}\``,
    );
  }
  if (workflow === '') return wrong('expected the path of a workflow file, got an empty argument');
  const repository = typeof values.repository === 'string' ? values.repository : undefined;
  return {
    kind: 'command',
    command,
    workflow,
    repository,
    json: values.json === true,
    strict: values.strict === true,
  };
}

function readHelp([name, ...more]: readonly string[]): Asked {
  if (more.length > 0) {
    return wrong(
      `expected one command after \`help\`, got ${1 + more.length}: \`${[name, ...more].join('`, `')}\``,
    );
  }
  const command = findCommand(name);
  return name === undefined || command !== undefined ? { kind: 'help', command } : unknownCommand(name);
}

function findCommand(name: string | undefined): AskedCommand['command'] | undefined {
  return COMMANDS.find((known) => known === name);
}

function unknownCommand(name: string): Asked {
  const known = alternatives(COMMANDS);
  return wrong(`unknown command \`${name}\`${didYouMean(name, COMMANDS)}; expected ${known}`);
}

/** What is wrong with one option. */
function findWrong(name: string, rawName: string, value: string | undefined): string | undefined {
  switch (name) {
    case 'repository':
      if (value === undefined) return '`--repository` needs a value: `owner/name`';
      return repositoryName.safeParse(value).success
        ? undefined
        : `\`--repository\` is \`${value}\`: expected \`owner/name\``;
    case 'json':
    case 'strict':
    case 'help':
    case 'version':
      return value === undefined ? undefined : `\`${rawName}\` takes no value, got \`${value}\``;
    default:
      return `unknown option \`${rawName}\`${suggest(name)}`;
  }
}

function suggest(name: string): string {
  const known = Object.keys(OPTIONS);
  return didYouMean(name, known).replace('`', '`--');
}

function wrong(message: string): Asked {
  return { kind: 'wrong', message };
}

// MiniJinja, loaded when the first template with tags is rendered: an idle run never pays for the WebAssembly.

import type { Environment } from 'minijinja-js';
import { messageOf } from '../errors.ts';
import type { JsonValue } from '../json.ts';

/** How deep a context may nest; at a few thousand levels the WebAssembly module breaks for good. */
const MAX_DEPTH = 100;
/** MiniJinja's instructions for one template: some 100 ms. */
const FUEL = 1_000_000;
/** A name that ends in `.html` or `.json` would switch escaping on. */
const NAME = 'template.txt';

/** What MiniJinja found wrong. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly line: number;
  /** 1 when it is unknown. */
  readonly column: number;

  constructor(message: string, line: number, column: number, cause: unknown) {
    super(message, { cause });
    this.line = line;
    this.column = column;
  }
}

/** Gets the text of a `{% filter %}` block and the number it was called with; gives what is printed. Must not throw. */
export type BlockFilter = (text: string, index: number) => string;

/** @throws EngineError when MiniJinja can't parse it */
export async function parseTemplate(source: string): Promise<void> {
  await withEnvironment((environment) => environment.addTemplate(NAME, source));
}

/** @throws EngineError */
export async function renderTemplate(
  source: string,
  context: Readonly<Record<string, JsonValue>>,
  filters: Readonly<Record<string, BlockFilter>> = {},
): Promise<string> {
  if (isDeeperThan(context, MAX_DEPTH)) {
    throw new EngineError(`the issue's fields nest deeper than ${MAX_DEPTH} levels`, 1, 1, undefined);
  }
  const plain: unknown = JSON.parse(JSON.stringify(context));
  const added = Object.entries(filters);
  if (added.length === 0) return renderWithoutFilters(source, plain);
  return withEnvironment((environment) => {
    for (const [name, filter] of added) {
      environment.addFilter(name, (text: unknown, index: unknown) => filter(String(text), Number(index)));
    }
    return environment.renderNamedStr(NAME, source, plain);
  });
}

/** What MiniJinja makes of a template without tags: it drops one newline at the end. */
export function renderPlainText(source: string): string {
  return source.replace(/\n$/, '').replace(/\r$/, '');
}

/** Has no template and no filter, so one render leaves nothing for the next: to make one costs more than to render. */
let plainEnvironment: Environment | undefined;

async function renderWithoutFilters(source: string, context: unknown): Promise<string> {
  const { Environment } = await loadEngine();
  plainEnvironment ??= openEnvironment(Environment);
  const environment = plainEnvironment;
  try {
    return environment.renderNamedStr(NAME, source, context);
  } catch (error) {
    // what went wrong inside of it may have left it broken
    plainEnvironment = undefined;
    environment.free();
    throw toEngineError(error);
  }
}

async function withEnvironment<T>(use: (environment: Environment) => T): Promise<T> {
  const { Environment } = await loadEngine();
  const environment = openEnvironment(Environment);
  try {
    return use(environment);
  } catch (error) {
    throw toEngineError(error);
  } finally {
    // the garbage collector does not know the module's memory
    environment.free();
  }
}

let loading: Promise<typeof import('minijinja-js')> | undefined;

/** Once: a bundled `import()` makes its namespace anew each time, which costs more than a render. */
function loadEngine(): Promise<typeof import('minijinja-js')> {
  loading ??= import('minijinja-js');
  return loading;
}

function openEnvironment(Engine: new () => Environment): Environment {
  const environment = new Engine();
  environment.undefinedBehavior = 'strict';
  environment.fuel = FUEL;
  // it prints the whole context
  environment.removeGlobal('debug');
  return environment;
}

function toEngineError(error: unknown): EngineError {
  const text = messageOf(error);
  const [first = ''] = text.split('\n');
  const [, message = first, line = '1'] = /^(.*) \(in [^()]*:(\d+)\)$/.exec(first) ?? [];
  return new EngineError(message, Number(line), columnOf(text), error);
}

/** MiniJinja draws the source with a caret below; the message itself has only the line. */
function columnOf(text: string): number {
  const drawn = /^(\s*\d+ > ).*\n\s*i(\s+)\^/m.exec(text);
  if (drawn === null) return 1;
  const [whole, gutter = ''] = drawn;
  const caretLine = whole.slice(whole.indexOf('\n') + 1);
  return Math.max(1, caretLine.length - gutter.length);
}

function isDeeperThan(value: JsonValue, limit: number): boolean {
  const open: { value: JsonValue; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.value === null || typeof next.value !== 'object') continue;
    if (next.depth >= limit) return true;
    for (const child of Object.values(next.value)) open.push({ value: child, depth: next.depth + 1 });
  }
  return false;
}

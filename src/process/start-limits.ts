/** Linux: MAX_ARG_STRLEN, 32 pages, with the final NUL. */
const ONE_STRING_BYTES = 131_072;
/** Linux gives a quarter of the stack limit of 8 MiB, macOS (ARG_MAX) 1 MiB; some of it is left for the launcher. */
const ALL_STRINGS_BYTES = (process.platform === 'linux' ? 2_097_152 : 1_048_576) - 16_384;
const POINTER_BYTES = 8;

/**
 * Why the system would refuse to start this; undefined when it would not. Has to be known before: for "argument list
 * too long" and for NUL characters `spawn` throws, inside an async executor of @actions/exec, which nobody can catch and
 * which would end our own process.
 */
export function findStartLimit(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): string | undefined {
  let total = 0;
  for (const [index, arg] of args.entries()) {
    const bytes = bytesOf(arg);
    const problem = findProblem(arg, bytes);
    if (problem !== undefined) return `${index === 0 ? 'the command' : `argument ${index}`} ${problem}`;
    total += bytes + POINTER_BYTES;
  }
  for (const name in env) {
    const value = env[name] ?? '';
    // the `=` between them
    const bytes = Buffer.byteLength(name) + 1 + bytesOf(value);
    const problem = findProblem(value, bytes) ?? (name.includes('\0') ? HAS_NUL : undefined);
    if (problem !== undefined) return `variable \`${name}\` ${problem}`;
    total += bytes + POINTER_BYTES;
  }
  return total > ALL_STRINGS_BYTES
    ? `arguments and environment have ${total} bytes together; the system takes ${ALL_STRINGS_BYTES}. Hand over what is long in a file`
    : undefined;
}

const HAS_NUL = 'has a NUL character';

function findProblem(text: string, bytes: number): string | undefined {
  if (text.includes('\0')) return HAS_NUL;
  if (process.platform !== 'linux' || bytes <= ONE_STRING_BYTES) return undefined;
  return `has ${bytes} bytes; the system takes ${ONE_STRING_BYTES}. Hand it over in a file`;
}

/** As the system counts it, with its NUL at the end. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + 1;
}

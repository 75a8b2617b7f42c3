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
  const strings: (readonly [name: string, text: string])[] = [
    ...args.map((arg, index) => [index === 0 ? 'the command' : `argument ${index}`, arg] as const),
    ...Object.entries(env).map(([name, value]) => [`variable \`${name}\``, `${name}=${value}`] as const),
  ];
  for (const [name, text] of strings) {
    if (text.includes('\0')) return `${name} has a NUL character`;
    const bytes = Buffer.byteLength(text) + 1;
    if (process.platform === 'linux' && bytes > ONE_STRING_BYTES) {
      return `${name} has ${bytes} bytes; the system takes ${ONE_STRING_BYTES}. Hand it over in a file`;
    }
    total += bytes + POINTER_BYTES;
  }
  return total > ALL_STRINGS_BYTES
    ? `arguments and environment have ${total} bytes together; the system takes ${ALL_STRINGS_BYTES}. Hand over what is long in a file`
    : undefined;
}

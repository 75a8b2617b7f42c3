// What process.ts keeps of a standard error, less a character that the cut may have broken.
const CUT_FROM_BYTES = 2048 - 4;

/**
 * The tail of a standard error without its first line when that may be cut: half a secret there would not be
 * recognised, so not redacted.
 */
export function wholeLines(tail: string): string {
  const text = tail.trimEnd();
  const firstEnd = text.indexOf('\n');
  return firstEnd !== -1 && Buffer.byteLength(tail) >= CUT_FROM_BYTES ? text.slice(firstEnd + 1) : text;
}

/**
 * A text whose beginning was cut off, from its first whole line on; of a single line from its first whole word on. Half
 * a secret would not be recognised, so not redacted.
 */
export function fromWholeLine(text: string): string {
  const lineEnd = text.indexOf('\n');
  if (lineEnd !== -1 && lineEnd < text.length - 1) return text.slice(lineEnd + 1);
  const wordEnd = text.search(/\s/);
  return wordEnd === -1 ? '' : text.slice(wordEnd + 1);
}

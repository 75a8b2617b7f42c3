/** A text whose beginning was cut off, from its first whole line on; of a single line what is there. */
export function fromWholeLine(text: string): string {
  const lineEnd = text.indexOf('\n');
  return lineEnd === -1 || lineEnd === text.length - 1 ? text : text.slice(lineEnd + 1);
}

/** What the runner reads in our output: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */

/** Tells the runner to print `***` for a value, whoever prints it: each of its lines, as the runner compares lines. */
export function maskSecret(value: string, write: (line: string) => void = writeToStdout): void {
  for (const line of value.split(/\r?\n/)) {
    if (line.trim() !== '') write(`${formatCommand('add-mask', {}, line)}\n`);
  }
}

/** A line that begins with `::`, spaces apart, would be a command of the runner. */
export function withoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ');
}

/** A command of the runner, without a newline. */
export function formatCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** What is written is never waited for: the runner reads it as it comes. */
export function writeToStdout(line: string): void {
  process.stdout.write(line);
}

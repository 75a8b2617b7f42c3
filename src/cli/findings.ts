/** What is wrong, for a person with the source line and a caret, or for a program. */

import type { Finding } from '../doctor/finding.ts';
import { findSecrets } from '../environment/secrets.ts';
import type { JsonObject } from '../json.ts';
import { type Diagnostic, diagnosticsToJson, splitDiagnostic } from '../workflow/diagnostic.ts';
import { readTextFile } from '../workflow/read-text-file.ts';
import type { Local } from './local.ts';
import { frameSource } from './source-frame.ts';
import type { Terminal } from './terminal.ts';

/** A finding of any kind; without a place when no line of a file causes it. */
export interface Shown extends Pick<Diagnostic, 'severity' | 'message'> {
  readonly code: string;
  readonly pointer?: string;
  /** Absolute. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The doctor's findings in the form that diagnostics have. */
export function flatten({ severity, code, message, place }: Finding): Shown {
  return { severity, code, message, ...place };
}

const MAX_BYTES = 4 * 1024 * 1024;

/** Prints each finding as `file:line:column severity message [code]`, errors first, each with its source line. */
export async function printFindings(
  found: readonly Shown[],
  { terminal, folder }: Pick<Local, 'terminal' | 'folder'>,
): Promise<void> {
  const texts = new Map<string, string | undefined>();
  for (const finding of errorsFirst(found)) {
    const { severity, file, line, column } = finding;
    const colour = severity === 'error' ? 'red' : 'yellow';
    if (file === undefined || line === undefined || column === undefined) {
      terminal.line([severity, colour], ` ${finding.message} [${finding.code}]`);
      continue;
    }
    const [place, , message] = splitDiagnostic({ ...finding, file, line, column }, folder);
    terminal.line(`${place} `, [severity, colour], ` ${message}`);
    if (!texts.has(file)) {
      const read = readTextFile(file, MAX_BYTES);
      texts.set(file, read.kind === 'text' ? read.text : undefined);
    }
    printSource(texts.get(file) ?? '', { line, column }, terminal);
  }
}

/** A line with a secret in it is not shown, whatever is found there. */
function printSource(
  text: string,
  place: { readonly line: number; readonly column: number },
  terminal: Terminal,
): void {
  const frame = frameSource(text, place);
  if (frame === undefined || findSecrets(frame.source).length > 0 || /extraheader/i.test(frame.source))
    return;
  terminal.line([frame.margin, 'dim'], frame.source);
  terminal.line([frame.caretIndent, 'dim'], ['^', 'cyan']);
}

/** The one JSON document of a command. */
export function printJson(
  found: readonly Shown[],
  { terminal, redact }: Pick<Local, 'terminal' | 'redact'>,
  more: JsonObject = {},
): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  terminal.answer(redact(diagnosticsToJson({ errors, warnings }, more)));
}

/** Whether a command must not go on. */
export function isFatal(found: readonly Shown[], strict: boolean): boolean {
  return found.some(({ severity }) => severity === 'error' || strict);
}

function errorsFirst(found: readonly Shown[]): readonly Shown[] {
  return [...found].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}

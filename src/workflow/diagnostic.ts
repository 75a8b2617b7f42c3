import { relative, sep } from 'node:path';
import type { JsonObject } from '../json.ts';
import type { Annotation } from '../log.ts';

/** Every code that the loading of a workflow file can give, errors first. */
export type DiagnosticCode =
  | 'unreadable_file'
  | 'yaml_syntax'
  | 'duplicate_key'
  | 'missing_field'
  | 'wrong_type'
  | 'empty_str'
  | 'empty_map'
  | 'non_positive_number'
  | 'unknown_agent'
  | 'unknown_runtime'
  | 'prompt_source'
  | 'both_intakes'
  | 'prompt_file_missing'
  | 'prompt_file_outside'
  | 'template_syntax'
  | 'unbindable_value'
  | 'agent_args'
  | 'bad_version'
  | 'no_price'
  | 'transition_conflict'
  | 'case_conflict'
  | 'expectation'
  | 'no_comments'
  | 'unknown_field'
  | 'nested_interpreter'
  | 'no_transition'
  | 'no_concurrency'
  | 'no_permission_flag'
  | 'repeated_flag'
  | 'withheld_variable'
  | 'bare_exec';

/** Something that an author should change, with the place to change it. */
export interface Diagnostic {
  /** Nothing starts while there is an error. */
  readonly severity: 'error' | 'warning';
  readonly code: DiagnosticCode;
  /** Dotted path of the key in the workflow file (`issue.stages.plan.agent`); empty for the file as a whole. */
  readonly pointer: string;
  /** Lower case, without the code: formatting adds it. */
  readonly message: string;
  /** Absolute path of the file that line and column refer to: a prompt file for what is wrong in its template. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
}

/** A diagnostic, or a finding of the doctor at a place in a file. */
export type Placed = Omit<Diagnostic, 'code' | 'pointer'> & {
  readonly code: string;
  readonly pointer?: string;
};

/** `workflow.yml:12:7`, `error` and `message [code]`, the path relative to `cwd` where it is below it. */
export function splitDiagnostic(diagnostic: Placed, cwd: string): readonly [string, string, string] {
  const { line, column, severity } = diagnostic;
  const { message, annotation } = formatMessage(diagnostic, cwd);
  return [`${annotation.file}:${line}:${column}`, severity, message];
}

/** The message with its code, and its place for an annotation: the path relative to `workspace` where it is in it. */
export function formatMessage(
  { file, line, column, pointer = '', message, code }: Omit<Placed, 'severity'>,
  workspace: string,
): { readonly message: string; readonly annotation: Required<Omit<Annotation, 'title' | 'kind'>> } {
  return {
    message: `${message} [${code}]`,
    annotation: { file: pathIn(workspace, file), line, column, pointer },
  };
}

/** The path of a file relative to a folder in which it is, or else as it is. */
export function pathIn(folder: string, file: string): string {
  const path = relative(folder, file);
  return path === '' || path === '..' || path.startsWith(`..${sep}`) ? file : path;
}

/**
 * What was found, as `vik doctor --json` prints it: `{ "errors": [...], "warnings": [...] }`.
 *
 * @param more further keys of the document
 */
export function diagnosticsToJson(
  found: {
    readonly errors?: readonly Pick<Diagnostic, 'severity' | 'message'>[];
    readonly warnings: readonly Pick<Diagnostic, 'severity' | 'message'>[];
  },
  more: JsonObject = {},
): string {
  return JSON.stringify({ errors: found.errors ?? [], warnings: found.warnings, ...more }, null, 2);
}

/**
 * The findings in the order in which a reader meets them, the workflow file before prompt files; what several
 * aliases of one YAML anchor (or stages with one prompt file) have in common is said once.
 */
export function sortDiagnostics(found: readonly Diagnostic[], workflowFile: string): Diagnostic[] {
  const distinct = new Map<string, Diagnostic>();
  for (const finding of found) {
    const { code, file, line, column, message } = finding;
    const key = JSON.stringify([code, file, line, column, message]);
    if (!distinct.has(key)) distinct.set(key, finding);
  }
  return [...distinct.values()].sort(
    (a, b) =>
      Number(a.file !== workflowFile) - Number(b.file !== workflowFile) ||
      (a.file < b.file ? -1 : Number(a.file > b.file)) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

/** Something wrong with a template, found before anything starts. */
export interface TemplateFinding {
  readonly severity: 'error' | 'warning';
  readonly code: 'template_syntax' | 'unbindable_value' | 'nested_interpreter' | 'bare_exec';
  readonly message: string;
  /** 1-based, in the template's source. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** A template that can't be rendered, or whose values can't be bound; the message says where and what to do. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** A finding whose place is still an offset in the source. */
export type Problem = Pick<TemplateFinding, 'severity' | 'code' | 'message'> & { readonly offset: number };

export function locate(source: string, problem: Problem): TemplateFinding {
  const { severity, code, message, offset } = problem;
  return { severity, code, message, ...positionAt(source, offset) };
}

/** The error at run time for what the check at load time reports as a finding. */
export function problemError(source: string, name: string, problem: Problem): TemplateError {
  const { line, column } = positionAt(source, problem.offset);
  return new TemplateError(`line ${line}, column ${column} of \`${name}\`: ${problem.message}`);
}

/** The offset of a 1-based line and column. */
export function offsetAt(source: string, line: number, column: number): number {
  const before = source.split('\n').slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}

function positionAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import type { Path, ReadValues } from './read-values.ts';
import type { YamlFile } from './yaml-file.ts';

/** Whether a finding points at a key or at its value. */
export type Spot = 'key' | 'value';

/** Collects what is wrong with one workflow file, each with the place that it is about. */
export interface Findings {
  error(code: DiagnosticCode, path: Path, message: string, spot?: Spot): void;
  warning(code: DiagnosticCode, path: Path, message: string, spot?: Spot): void;
  /** For what has no key of the schema: an offset in the file. */
  errorAt(code: DiagnosticCode, path: Path, message: string, offset: number): void;
  warningAt(code: DiagnosticCode, path: Path, message: string, offset: number): void;
  add(diagnostic: Diagnostic): void;
  readonly all: readonly Diagnostic[];
}

/** Positions come from the place of the path, or from the nearest parent that the file has (for what is missing). */
export function createFindings(file: string, yaml: YamlFile, read: ReadValues): Findings {
  const all: Diagnostic[] = [];
  const at = (severity: Diagnostic['severity'], offset: number) => {
    return (code: DiagnosticCode, path: Path, message: string): void => {
      const pointer = path.join('.');
      all.push({ severity, code, pointer, message, file, ...yaml.positionAt(offset) });
    };
  };
  const offsetOf = (path: Path, spot: Spot): number => {
    const place = read.placeOf(path);
    if (place === undefined) return path.length === 0 ? 0 : offsetOf(path.slice(0, -1), 'key');
    return spot === 'key' ? place.keyOffset : place.valueOffset;
  };
  return {
    error: (code, path, message, spot = 'value') => at('error', offsetOf(path, spot))(code, path, message),
    warning: (code, path, message, spot = 'value') =>
      at('warning', offsetOf(path, spot))(code, path, message),
    errorAt: (code, path, message, offset) => at('error', offset)(code, path, message),
    warningAt: (code, path, message, offset) => at('warning', offset)(code, path, message),
    add: (diagnostic) => all.push(diagnostic),
    all,
  };
}

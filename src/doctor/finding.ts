/** What the doctor finds, and the places in the workflow file that findings point at. */
import type { Diagnostic } from '../workflow/diagnostic.ts';
import { type Path, readValues } from '../workflow/read-values.ts';
import { workflowSchema } from '../workflow/schema.ts';
import { parseYamlFile } from '../workflow/yaml-file.ts';

/** Every code that a check of the surroundings can give; the workflow file's own codes are `DiagnosticCode`. */
export type DoctorCode =
  | 'token_refused'
  | 'rate_limited'
  | 'no_answer'
  | 'repository_missing'
  | 'repository_archived'
  | 'no_issues_read'
  | 'issues_off'
  | 'no_issues_write'
  | 'no_pulls_read'
  | 'no_contents_read'
  | 'no_graphql'
  | 'no_permission_read'
  | 'personal_token'
  | 'missing_label'
  | 'agent_missing'
  | 'agent_refuses_root'
  | 'no_provider_key'
  | 'pull_command_missing'
  | 'credentials_on_disk'
  | 'secret_in_file'
  | 'agent_needs_token'
  | 'command_not_in_workspace'
  | 'unsupported_runner';

/** Where in a file a finding is. */
export type Place = Pick<Diagnostic, 'pointer' | 'file' | 'line' | 'column'>;

/** Something that somebody should act on; the message says how. */
export interface Finding {
  /** With an error, a run would not work, or not safely. */
  readonly severity: 'error' | 'warning';
  readonly code: DoctorCode;
  /** Lower case, without the code. */
  readonly message: string;
  /** Undefined for what no line of a file causes. */
  readonly place: Place | undefined;
}

/** What one check says: findings, and facts that are good to know. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly facts: readonly string[];
}

/** Looks up where a key of the workflow file stands; for a key that is not written, the nearest one above it. */
export type FindPlace = (path: Path) => Place;

/** @param text the workflow file, which was loaded without errors */
export function createPlaces(file: string, text: string): FindPlace {
  const yaml = parseYamlFile(text);
  const read = readValues(yaml, workflowSchema);
  const offsetOf = (path: Path): number =>
    read.placeOf(path)?.keyOffset ?? (path.length === 0 ? 0 : offsetOf(path.slice(0, -1)));
  return (path) => ({ pointer: path.join('.'), file, ...yaml.positionAt(offsetOf(path)) });
}

/** The place of an offset in a text. */
export function placeInText(file: string, text: string, offset: number, pointer: string): Place {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { pointer, file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

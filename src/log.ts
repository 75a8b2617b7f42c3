/** Where a line of a file is, for an annotation. `file` is relative to GITHUB_WORKSPACE. */
export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** At most 10 warnings of one kind become annotations; the rest are lines. */
  readonly kind?: string;
}

/** The run's log. One line per call; the text may hold anything, it is made harmless and secrets are redacted here. */
export interface Log {
  info(message: string): void;
  debug(message: string): void;
  /** Someone should act. */
  warning(message: string, annotation?: Annotation): void;
  error(message: string, annotation?: Annotation): void;
  /** A log whose lines begin with `[label] `: `[#12 plan] ...`. */
  child(label: string): Log;
}

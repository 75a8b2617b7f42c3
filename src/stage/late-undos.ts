/** Undoing `on_start` after a shutdown: the report comes first, then all issues at once. */
export interface LateUndos {
  add(undo: LateUndo): void;
  /** Runs all at once; answers what could not be undone, in words. Never rejects. */
  run(signal: AbortSignal): Promise<readonly string[]>;
}

/** Answers why it failed, in words that name the issue, or undefined. */
export type LateUndo = (signal: AbortSignal) => Promise<string | undefined>;

export function createLateUndos(): LateUndos {
  const undos: LateUndo[] = [];
  return {
    add: (undo) => undos.push(undo),
    async run(signal) {
      const failures = await Promise.all(undos.map((undo) => undo(signal)));
      return failures.filter((failure) => failure !== undefined);
    },
  };
}

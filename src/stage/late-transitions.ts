/** Transitions that a shutdown left unwritten: the report comes first, then those of all issues at once. */
export interface LateTransitions {
  add(transition: LateTransition): void;
  /** Writes all at once; answers what could not be written, in words. Never rejects. */
  write(signal: AbortSignal): Promise<readonly string[]>;
}

/** Answers why it failed, in a sentence that names the issue, or undefined. */
export type LateTransition = (signal: AbortSignal) => Promise<string | undefined>;

export function createLateTransitions(): LateTransitions {
  const late: LateTransition[] = [];
  return {
    add: (transition) => late.push(transition),
    async write(signal) {
      const failures = await Promise.all(late.map((transition) => transition(signal)));
      return failures.filter((failure) => failure !== undefined);
    },
  };
}

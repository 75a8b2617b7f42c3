/** The states that reserved stage runs set themselves: they start nothing and end no visit. */
export interface OwnStates {
  /** The last state that the stage run set; undefined when it set none. */
  of(issueId: string, stage: string): string | undefined;
  set(issueId: string, stage: string, state: string | undefined): void;
  isOwn(issueId: string, state: string): boolean;
}

export function createOwnStates(): OwnStates {
  const byIssue = new Map<string, Map<string, string>>();
  return {
    of: (issueId, stage) => byIssue.get(issueId)?.get(stage),
    set(issueId, stage, state) {
      const states = byIssue.get(issueId) ?? new Map<string, string>();
      if (state === undefined) states.delete(stage);
      else states.set(stage, state);
      if (states.size === 0) byIssue.delete(issueId);
      else byIssue.set(issueId, states);
    },
    isOwn: (issueId, state) => [...(byIssue.get(issueId)?.values() ?? [])].includes(state),
  };
}

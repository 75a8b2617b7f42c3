/** The keys `(issue id, stage name)` that are held, and which issues count towards the limit because of them. */
export interface Reservations {
  /** Issues of which at least one stage run is not waiting for a retry. The limit counts these, never stages. */
  readonly activeIssues: number;
  readonly isEmpty: boolean;
  isActive(issueId: string): boolean;
  /** Whether any stage of the issue is reserved, waiting for a retry or not. */
  holds(issueId: string): boolean;
  isReserved(issueId: string, stage: string): boolean;
  reserve(issueId: string, stage: string): void;
  /** The stage run waits for its retry: its key stays reserved, but does not count. */
  pause(issueId: string, stage: string): void;
  resume(issueId: string, stage: string): void;
  release(issueId: string, stage: string): void;
}

export function createReservations(): Reservations {
  const stagesOf = new Map<string, Map<string, 'active' | 'paused'>>();
  const active = new Set<string>();

  function set(issueId: string, stage: string, state: 'active' | 'paused' | undefined): void {
    const stages = stagesOf.get(issueId) ?? new Map<string, 'active' | 'paused'>();
    if (state === undefined) stages.delete(stage);
    else stages.set(stage, state);
    if (stages.size === 0) stagesOf.delete(issueId);
    else stagesOf.set(issueId, stages);
    if (state === 'active' || [...stages.values()].includes('active')) active.add(issueId);
    else active.delete(issueId);
  }

  return {
    get activeIssues() {
      return active.size;
    },
    get isEmpty() {
      return stagesOf.size === 0;
    },
    isActive: (issueId) => active.has(issueId),
    holds: (issueId) => stagesOf.has(issueId),
    isReserved: (issueId, stage) => stagesOf.get(issueId)?.has(stage) ?? false,
    reserve: (issueId, stage) => set(issueId, stage, 'active'),
    pause: (issueId, stage) => set(issueId, stage, 'paused'),
    resume: (issueId, stage) => set(issueId, stage, 'active'),
    release: (issueId, stage) => set(issueId, stage, undefined),
  };
}

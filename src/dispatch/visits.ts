/**
 * A stage runs once for each visit of an issue to its state. This remembers which stage ran in which visit, and learns
 * from pulls when a visit is over. Where the tracker has a history, the visit has a name (read at admission) and a pull
 * only says, by another revision, that it is worth asking for the name again.
 */
import type { Issue } from '../tracker/issue.ts';

/** What one successful pull showed. */
export interface Sighting {
  /** `performance.now()` when it began. */
  readonly beganAt: number;
  readonly issues: readonly Issue[];
}

export interface Visits {
  /** Whether the stage ran in the issue's present visit, as far as a pull can tell. */
  hasRun(issue: Issue, stage: string): boolean;
  /** Whether the stage already ran in the visit of this name, learnt at admission; remembers the revision asked about. */
  isSame(issue: Issue, stage: string, visit: string | undefined): boolean;
  /** The stage starts for the issue in this visit. */
  begin(issue: Issue, stage: string, visit: string | undefined): void;
  /** Its stage run is over. `putBack`: it wrote the issue's state again itself, which names the visit anew. */
  end(issueId: string, stage: string, putBack: boolean): void;
  /** The stage was refused before its session: as if it had not begun. */
  forget(issueId: string, stage: string): void;
  see(sighting: Sighting): void;
}

interface Visit {
  readonly state: string;
  name: string | undefined;
  /** The next name that is learnt is this visit's: our own label event made it. */
  isRenamed: boolean;
  /** The revision for which the tracker last confirmed the name. */
  revision: string | undefined;
  endedAt: number;
  /** Successful pulls in a row, begun after its end, that did not show the issue. */
  absences: number;
}

export interface VisitRules {
  /** What a listing omits ends a visit after two pulls: true for a command, false for GitHub, whose pages shift. */
  readonly absenceEnds: boolean;
  /** Whether a stage run that is still reserved set this state itself. */
  isOwnState(issueId: string, state: string): boolean;
}

export function createVisits(rules: VisitRules): Visits {
  const byIssue = new Map<string, Map<string, Visit>>();

  function see({ beganAt, issues }: Sighting): void {
    if (byIssue.size === 0) return;
    const states = new Map(issues.map((issue) => [issue.id, issue.state]));
    for (const [issueId, visits] of byIssue) {
      const state = states.get(issueId);
      for (const [stage, visit] of visits) {
        if (isOver(issueId, visit, state, beganAt)) visits.delete(stage);
      }
      if (visits.size === 0) byIssue.delete(issueId);
    }
  }

  function isOver(issueId: string, visit: Visit, state: string | undefined, beganAt: number): boolean {
    if (state !== undefined) {
      visit.absences = 0;
      return state !== visit.state && !rules.isOwnState(issueId, state);
    }
    if (!rules.absenceEnds || beganAt < visit.endedAt) return false;
    visit.absences += 1;
    return visit.absences >= 2;
  }

  return {
    hasRun(issue, stage) {
      const visit = byIssue.get(issue.id)?.get(stage);
      if (visit === undefined) return false;
      return visit.name === undefined || visit.revision === issue.revision;
    },
    isSame(issue, stage, name) {
      const visit = byIssue.get(issue.id)?.get(stage);
      if (visit === undefined) return false;
      if (visit.isRenamed) visit.name = name;
      if (visit.name !== undefined && name !== undefined && visit.name !== name) return false;
      visit.isRenamed = false;
      visit.revision = issue.revision;
      return true;
    },
    begin(issue, stage, name) {
      const visits = byIssue.get(issue.id) ?? new Map<string, Visit>();
      visits.set(stage, {
        state: issue.state,
        name,
        isRenamed: false,
        revision: issue.revision,
        endedAt: Number.POSITIVE_INFINITY,
        absences: 0,
      });
      byIssue.set(issue.id, visits);
    },
    end(issueId, stage, putBack) {
      const visit = byIssue.get(issueId)?.get(stage);
      if (visit === undefined) return;
      visit.endedAt = performance.now();
      visit.isRenamed = putBack;
    },
    forget(issueId, stage) {
      const visits = byIssue.get(issueId);
      visits?.delete(stage);
      if (visits?.size === 0) byIssue.delete(issueId);
    },
    see,
  };
}

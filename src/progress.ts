/**
 * What the stage runs of this job are doing while they do it, for the log's status line and the comments on issues.
 * Stage runs tell it; nothing is decided by it.
 */
import type { AttemptOutcome, SessionSnapshot, Tokens, Verdict } from './outcome.ts';
import type { Issue } from './tracker/issue.ts';

/** A stage run as it is now. */
export interface LiveStageRun {
  readonly issue: Issue;
  readonly stage: string;
  readonly agent: string;
  /** From 1. */
  readonly attempt: number;
  readonly startedAt: Date;
  readonly state: LiveState;
  /** Of all attempts so far, the running one included. */
  figures(): LiveFigures;
}

export type LiveState =
  | { readonly kind: 'running' }
  /** For its next attempt. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ended'; readonly verdict: Verdict; readonly endedAt: Date };

export interface LiveFigures {
  /** Undefined until some are known. */
  readonly tokens: Pick<Tokens, 'input' | 'output'> | undefined;
  readonly costUsd: number | undefined;
  /** Redacted. */
  readonly lastMessage: string | undefined;
}

/** How a stage run tells what it does. */
export interface StageRunTold {
  attempt(number: number): void;
  /** An agent has been started; `peek` answers what it has said of itself so far. */
  session(peek: () => SessionSnapshot): void;
  attemptEnded(outcome: Pick<AttemptOutcome, 'session'>): void;
  /** Its transition is written; `verdict` is what counts. `endedAt`: of its last attempt, as log and record have it. */
  ended(verdict: Verdict, endedAt: Date): void;
}

export interface Progress {
  begin(
    issue: Issue,
    stage: { readonly name: string; readonly agent: { readonly name: string } },
  ): StageRunTold;
  /** In the order in which they began. */
  readonly stageRuns: readonly LiveStageRun[];
  ofIssue(issueId: string): readonly LiveStageRun[];
}

/** @param onChange told of the issue when a stage run of it begins or ends */
export function createProgress(onChange: (issue: Issue) => void = () => {}): Progress {
  const all: LiveStageRun[] = [];
  const byIssue = new Map<string, LiveStageRun[]>();

  return {
    stageRuns: all,
    ofIssue: (issueId) => byIssue.get(issueId) ?? [],
    begin(issue, stage) {
      const { live, told } = follow(issue, stage.name, stage.agent.name, () => onChange(issue));
      all.push(live);
      const runs = byIssue.get(issue.id) ?? [];
      byIssue.set(issue.id, [...runs, live]);
      onChange(issue);
      return told;
    },
  };
}

function follow(
  issue: Issue,
  stage: string,
  agent: string,
  onEnd: () => void,
): { readonly live: LiveStageRun; readonly told: StageRunTold } {
  const startedAt = new Date();
  const past: SessionSnapshot[] = [];
  let attempt = 1;
  let state: LiveState = { kind: 'running' };
  let peek: (() => SessionSnapshot) | undefined;

  const live: LiveStageRun = {
    issue,
    stage,
    agent,
    startedAt,
    get attempt() {
      return attempt;
    },
    get state() {
      return state;
    },
    figures: () => addUp(peek === undefined ? past : [...past, peek()]),
  };
  const told: StageRunTold = {
    attempt(number) {
      attempt = number;
      state = { kind: 'running' };
    },
    session(look) {
      peek = look;
    },
    attemptEnded({ session }) {
      peek = undefined;
      if (session !== undefined) past.push(session);
      state = { kind: 'waiting' };
    },
    ended(verdict, endedAt) {
      state = { kind: 'ended', verdict, endedAt };
      onEnd();
    },
  };
  return { live, told };
}

function addUp(sessions: readonly SessionSnapshot[]): LiveFigures {
  const tokens = sessions.flatMap((session) => session.tokens ?? []);
  const costs = sessions.flatMap((session) => session.costUsd ?? []);
  return {
    tokens:
      tokens.length === 0
        ? undefined
        : tokens.reduce((sum, one) => ({ input: sum.input + one.input, output: sum.output + one.output }), {
            input: 0,
            output: 0,
          }),
    costUsd: costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0),
    lastMessage: sessions.findLast((session) => session.lastMessage !== undefined)?.lastMessage,
  };
}

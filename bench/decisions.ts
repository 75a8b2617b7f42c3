/** 10,000 issues and 10 stages, decisions only. */
import { createAdmissions } from '../src/dispatch/admissions.ts';
import { type DispatchView, decide } from '../src/dispatch/decide.ts';
import { createReservations } from '../src/dispatch/reservations.ts';
import { createVisits } from '../src/dispatch/visits.ts';
import type { Issue } from '../src/tracker/issue.ts';
import { anIssue, aStage } from '../test/support/builders.ts';
import { measureByTurns } from './measure.ts';
import { atMost, type Row } from './row.ts';

const ISSUES = 10_000;
const STAGES = 10;

/**
 * Decides about every issue and reserves what may start, as one offer does, then decides about all of them again, which
 * is what the next pull does: now each is active. Once with a state for each stage, once with all stages on one state.
 */
export async function measureDecisions(rounds: number): Promise<readonly Row[]> {
  const medianOf = await measureByTurns(
    { apart: async () => decideAll('apart'), together: async () => decideAll('together') },
    rounds,
    2,
  );
  const describe = `${ISSUES.toLocaleString('en')} issues and ${STAGES} stages, decided and reserved, then decided again`;
  return [
    {
      what: describe,
      measured: 'each stage has its own state',
      gate: atMost(medianOf('apart'), 100, ' ms'),
    },
    {
      what: 'the same',
      measured: `all ${STAGES} stages on one state: ${(ISSUES * STAGES).toLocaleString('en')} reservations`,
      gate: atMost(medianOf('together'), 100, ' ms'),
    },
  ];
}

function decideAll(states: 'apart' | 'together'): number {
  const stateOf = (index: number) => (states === 'apart' ? `state-${index % STAGES}` : 'todo');
  const stages = Array.from({ length: STAGES }, (_, index) =>
    aStage({ name: `stage-${index}`, state: stateOf(index) }),
  );
  const issues: readonly Issue[] = Array.from({ length: ISSUES }, (_, index) =>
    anIssue({ id: String(index + 1), state: stateOf(index) }),
  );
  const reservations = createReservations();
  const visits = createVisits({ absenceEnds: true, isOwnState: () => false });
  const admissions = createAdmissions({
    tracker: { admit: (issue) => Promise.resolve({ kind: 'admitted', issue, visit: undefined }) },
    onCredentialsError: () => {},
    onRateLimit: () => {},
    waitForReset: async () => false,
  });
  const view: DispatchView = {
    stopping: false,
    stages,
    maxIssueConcurrency: ISSUES,
    get activeIssues() {
      return reservations.activeIssues;
    },
    isActive: reservations.isActive,
    isReserved: reservations.isReserved,
    hasRun: visits.hasRun,
    runsLeft: () => STAGES,
    unavailable: () => undefined,
    refusal: admissions.refusal,
  };
  let started = 0;
  const offer = () => {
    for (const issue of issues) {
      const decision = decide(issue, view);
      if (decision.kind === 'skip') continue;
      for (const stage of decision.stages) {
        reservations.reserve(issue.id, stage.name);
        started += 1;
      }
    }
  };
  const startedAt = performance.now();
  offer();
  offer();
  const ms = performance.now() - startedAt;
  const expected = states === 'apart' ? ISSUES : ISSUES * STAGES;
  if (started !== expected) throw new Error(`${started} stage runs were reserved, expected ${expected}`);
  return ms;
}

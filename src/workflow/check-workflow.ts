import { checkAgents } from './check-agents.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkIntake } from './check-intake.ts';
import { checkKeys } from './check-keys.ts';
import { checkPrices } from './check-prices.ts';
import { checkReport } from './check-report.ts';
import { checkStages } from './check-stages.ts';
import { checkTransitions } from './check-transitions.ts';
import { type Draft, draftSchema } from './draft.ts';
import type { Findings } from './findings.ts';
import type { ReadValues } from './read-values.ts';

/** Everything about a workflow file that no single key shows, without looking at other files. */
export function checkWorkflow(read: ReadValues, findings: Findings): Draft {
  const draft = draftSchema
    .catch({
      agents: new Map(),
      loop: {},
      prices: new Map(),
      issues: {},
      issue: { stages: new Map() },
      report: {},
    })
    .parse(read.value, { jitless: true });
  checkKeys(read, findings);
  checkAgents(draft, read, findings);
  checkPrices(draft, findings);
  checkIntake(draft, read, findings);
  checkStages(draft, read, findings);
  checkTransitions(draft, findings);
  checkExpectations(draft, findings);
  checkReport(draft, findings);
  return draft;
}

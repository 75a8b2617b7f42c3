/** What the doctor says of a workflow without errors. It starts nothing; errors never get here. */
import type { Job } from './main.ts';
import { reportHealthy } from './report/report.ts';
import type { Workflow } from './workflow/workflow.ts';

/** Reports that nothing is wrong, and what a run would work; answers the step's exit code. */
export function runDoctor(
  { environment, inputs, log, redact }: Job,
  workflow: Workflow,
  warnings: number,
): 0 | 1 {
  const states = workflow.stages.map(
    ({ name, state, agent }) => `\`${state}\` starts ${name} with ${agent.name}`,
  );
  const found =
    warnings === 0 ? 'no errors' : `no errors, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return reportHealthy(
    { headline: `${inputs.workflowPath} has ${found}; the doctor starts nothing`, facts: states },
    { commandFiles: environment.commandFiles, log, redact },
  ).exitCode;
}

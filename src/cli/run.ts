import { runWorkflow } from '../run-workflow.ts';
import type { ExitCode } from './exit-code.ts';
import { isFatal, printFindings, printJson } from './findings.ts';
import { load } from './load.ts';
import { assertAskable, createJob, type Local } from './local.ts';

/** Works the issues until drained, as a job does; the report's last line is the run's headline. */
export async function run(local: Local): Promise<ExitCode> {
  const { asked, terminal, log } = local;
  const { workflow, found } = await load(local);
  if (!asked.json) await printFindings(found, local);
  if (workflow === undefined || isFatal(found, asked.strict)) {
    const headline = 'the workflow file is not fit to run; nothing was started';
    if (asked.json) printJson(found, local, { exit_code: 1, headline, report: null });
    terminal.line([headline, 'red']);
    return 1;
  }
  assertAskable(local, workflow);
  const { exitCode, headline, recordPath } = await runWorkflow(
    createJob(local, { mode: 'run', dryRun: false }),
    workflow,
  );
  log.close();
  if (asked.json) printJson(found, local, { exit_code: exitCode, headline, report: recordPath ?? null });
  terminal.line([headline, exitCode === 0 ? 'green' : 'red']);
  return exitCode;
}

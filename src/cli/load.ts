import type { Diagnostic } from '../workflow/diagnostic.ts';
import { type LoadedWorkflow, loadWorkflow } from '../workflow/load-workflow.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Local } from './local.ts';

export interface Loaded {
  /** Undefined for a file with errors. */
  readonly workflow: Workflow | undefined;
  readonly found: readonly Diagnostic[];
}

/** Reads the workflow file as a job would. */
export async function load({ workflowPath, home, environment }: Local): Promise<Loaded> {
  const { variables, runnerTemp, githubHosted } = environment;
  const loaded: LoadedWorkflow = await loadWorkflow({
    path: workflowPath,
    home,
    vikHome: variables.VIK_HOME,
    runnerTemp,
    githubHosted,
  });
  return loaded.kind === 'loaded'
    ? { workflow: loaded.workflow, found: loaded.warnings }
    : { workflow: undefined, found: [...loaded.errors.map(withoutInput), ...loaded.warnings] };
}

/** Here is no input that says which file is read. */
function withoutInput(error: Diagnostic): Diagnostic {
  return error.code === 'unreadable_file'
    ? { ...error, message: error.message.replace(/; the input .*$/, '') }
    : error;
}

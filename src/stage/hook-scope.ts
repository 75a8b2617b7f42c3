/** What hooks and prompt commands of an issue run with: the fields of templates, and the surroundings of a shell. */
import { buildIssueFacts, buildIssueFields, type StageFacts } from './facts.ts';
import type { PrivateFiles } from './private-files.ts';
import type { ShellScope } from './shell.ts';
import type { StageDeps } from './stage-deps.ts';
import type { TemplateContext } from './template.ts';

/** What templates see. */
export function buildContext(deps: StageDeps, facts: StageFacts): TemplateContext {
  return {
    issue: buildIssueFields(facts),
    workspace_root: deps.layout.root,
    workflow_path: deps.workflow.path,
    workflow_dir: deps.workflow.dir,
    env: deps.environments.templateEnv,
  };
}

/** Where, and with which environment, shell programs run. */
export function scopeOf(deps: StageDeps, facts: StageFacts, files: PrivateFiles): ShellScope {
  return {
    processes: deps.processes,
    root: deps.layout.root,
    workspace: facts.workspace,
    // built only where there is a hook or a prompt command
    get env() {
      return deps.environments.forHook(buildIssueFacts(facts, files));
    },
  };
}

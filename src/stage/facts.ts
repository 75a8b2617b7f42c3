/** What hooks, prompt commands, agents and templates are told about the issue and the run. */
import type { IssueFacts } from '../environment/environments.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Issue } from '../tracker/issue.ts';
import type { PrivateFiles } from './private-files.ts';

export interface StageFacts {
  readonly issue: Issue;
  /** Undefined in `after_create`, which belongs to no stage. */
  readonly stage: string | undefined;
  readonly workspace: string;
}

/** The facts that become the `VIK_*` variables of a child. */
export function buildIssueFacts(facts: StageFacts, files: PrivateFiles): IssueFacts {
  return {
    issueId: facts.issue.id,
    title: facts.issue.title,
    state: facts.issue.state,
    stage: facts.stage,
    workdir: facts.workspace,
    descriptionFile: files.description,
    issueFile: files.issue,
  };
}

/** `issue` as templates and `VIK_ISSUE_FILE` see it: the tracker's fields, the known ones over them. */
export function buildIssueFields(facts: Pick<StageFacts, 'issue' | 'stage' | 'workspace'>): JsonObject {
  const { issue, stage, workspace } = facts;
  const { stage: _stage, ...extra } = issue.extra;
  const fields: Record<string, JsonValue> = {
    ...extra,
    id: issue.id,
    title: issue.title,
    description: issue.description,
    state: issue.state,
    workdir: workspace,
  };
  return stage === undefined ? fields : { ...fields, stage };
}

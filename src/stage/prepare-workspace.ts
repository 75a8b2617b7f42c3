import { v7 as uuidv7 } from 'uuid';
import type { Log } from '../log.ts';
import { buildIssueFields, type StageFacts } from './facts.ts';
import { buildContext, scopeOf } from './hook-scope.ts';
import { type HookOutcome, runHook } from './hooks.ts';
import { createPrivateFiles } from './private-files.ts';
import type { StageDeps } from './stage-deps.ts';
import { describeError } from './verdict.ts';

/** The issue's workspace, its `after_create` run when it is new. */
export async function prepareWorkspace(
  deps: StageDeps,
  log: Log,
  facts: StageFacts,
  signal: AbortSignal,
): Promise<HookOutcome> {
  const { afterCreate } = deps.workflow;
  const issueFacts: StageFacts = { ...facts, stage: undefined };
  try {
    if (afterCreate === undefined) {
      await deps.workspaces.prepare(facts.issue.id, undefined);
      return { kind: 'ok' };
    }
    await deps.workspaces.prepare(facts.issue.id, async () => {
      log.debug(`new workspace ${facts.workspace}`);
      await using files = await createPrivateFiles(
        deps.layout.sessionsOf(facts.issue.id),
        `after_create-${uuidv7()}`,
        buildIssueFields(issueFacts),
      );
      const outcome = await runHook(
        {
          name: 'after_create',
          hook: afterCreate,
          context: buildContext(deps, issueFacts),
          scope: scopeOf(deps, issueFacts, files),
          secretNames: deps.environments.secretNames,
          // not under the stage run's id: what it left running serves all stages of the issue
          marker: `workspace-${facts.issue.id}/hook/1`,
          writeEvent: (event, fields) =>
            deps.writeEvent(event, { issue: facts.issue.id, stage: null, ...fields }),
        },
        signal,
      );
      if (outcome.kind === 'failed') throw new AfterCreateError(outcome.reason, outcome.stderrTail);
    });
    return { kind: 'ok' };
  } catch (error) {
    if (error instanceof AfterCreateError) {
      return { kind: 'failed', reason: error.message, stderrTail: error.stderrTail };
    }
    return { kind: 'failed', reason: describeError(error), stderrTail: '' };
  }
}

/** Carries the tail to every stage that awaited the same preparation. */
class AfterCreateError extends Error {
  override readonly name = 'AfterCreateError';
  readonly stderrTail: string;

  constructor(message: string, stderrTail: string) {
    super(message);
    this.stderrTail = stderrTail;
  }
}

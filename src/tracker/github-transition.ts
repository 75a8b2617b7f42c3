/**
 * Moving an issue from one state to another: first the new state's label, then the old one, because the other order could
 * lose the issue. Only if nobody else has moved it meanwhile.
 */
import { messageOf } from '../errors.ts';
import type { GithubCall, GithubClient } from '../github/client.ts';
import { isGone } from '../github/github-error.ts';
import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { addLabels, removeLabel } from '../github/labels.ts';
import { readIssue } from '../github/read-issue.ts';
import { isSameLabel, type LabelStates } from './label-state.ts';
import { CredentialsError, type TransitionOutcome, type TransitionRequest } from './tracker.ts';

export interface GithubTransitionDeps {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly states: LabelStates;
}

type WriteTransition = (request: TransitionRequest, call: GithubCall) => Promise<TransitionOutcome>;

export function createGithubTransition({
  client,
  repository,
  states,
}: GithubTransitionDeps): WriteTransition {
  async function write({ issue, from, to }: TransitionRequest, call: GithubCall): Promise<TransitionOutcome> {
    const number = Number(issue.id);
    const now = await readIssue(client, repository, number, call);
    const carried = now.labels.filter((label) =>
      from.some((state) => isSameLabel(label, states.labelOf(state))),
    );
    if (carried.length === 0) return { kind: 'left-alone', detail: describeMove(now, from) };

    const target = to.state === undefined ? undefined : states.labelOf(to.state);
    const wanted = [...(target === undefined ? [] : [target]), ...to.addLabels];
    const added = wanted.filter((label) => !now.labels.some((one) => isSameLabel(one, label)));
    // A label that the repository doesn't have is made by this: https://github.com/github/docs/issues/35718
    if (added.length > 0) await addLabels(client, repository, number, added, call);
    if (target !== undefined) {
      const old = carried.filter((label) => !isSameLabel(label, target));
      const isNew = added.some((label) => isSameLabel(label, target));
      const failure = await removeOld(number, old, isNew ? target : undefined, call);
      if (failure !== undefined) return failure;
    }
    // not those that it doesn't carry: each is a write, and writes are paced
    const unwanted = to.removeLabels.filter((label) => now.labels.some((one) => isSameLabel(one, label)));
    for (const label of unwanted) await removeLabel(client, repository, number, label, call);
    return { kind: 'written' };
  }

  /** Takes the old state's labels off; if that fails, the new one is taken off again. */
  async function removeOld(
    number: number,
    old: readonly string[],
    target: string | undefined,
    call: GithubCall,
  ): Promise<TransitionOutcome | undefined> {
    for (const label of old) {
      try {
        await removeLabel(client, repository, number, label, call);
      } catch (error) {
        const credentials = error instanceof CredentialsError;
        const what = `\`${label}\` could not be removed (${messageOf(error)})`;
        if (target === undefined) return { kind: 'failed', detail: what, credentials };
        const undone = await takeBack(number, target, call);
        return { kind: 'failed', detail: `${what}, so \`${target}\` ${undone}`, credentials };
      }
    }
    return undefined;
  }

  async function takeBack(number: number, target: string, call: GithubCall): Promise<string> {
    try {
      await removeLabel(client, repository, number, target, call);
      return 'was taken off again';
    } catch (error) {
      return `was to be taken off again, which failed too (${messageOf(error)}): the issue carries both, remove one of them`;
    }
  }

  function describeMove(now: GithubIssue, from: readonly string[]): string {
    const before = from.map((state) => `\`${state}\``).join(' or ');
    const found = states.read(now.labels);
    const place =
      found.kind === 'state' ? `it is \`${found.state}\` now` : 'it has no state of this file now';
    return `somebody moved the issue: ${place}, not ${before}`;
  }

  return async (request, call) => {
    try {
      return await write(request, call);
    } catch (error) {
      if (isGone(error)) return { kind: 'left-alone', detail: 'the issue is gone' };
      return { kind: 'failed', detail: messageOf(error), credentials: error instanceof CredentialsError };
    }
  };
}

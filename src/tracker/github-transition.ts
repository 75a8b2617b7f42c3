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

/** Labels that could not be taken off. */
interface Stuck {
  readonly labels: readonly string[];
  readonly detail: string;
  readonly credentials: boolean;
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
    const old = target === undefined ? [] : carried.filter((label) => !isSameLabel(label, target));
    const stuck = await removeAll(number, old, call);
    if (stuck !== undefined) return takeBack(number, added, stuck, call);
    // not those that it doesn't carry: each is a write, and writes are paced
    const unwanted = to.removeLabels.filter((label) => now.labels.some((one) => isSameLabel(one, label)));
    const left = await removeAll(number, unwanted, call);
    if (left !== undefined && (left.credentials || target === undefined)) return { kind: 'failed', ...left };
    return {
      kind: 'written',
      changes: {
        added: added.filter((label) => target === undefined || !isSameLabel(label, target)),
        removed: unwanted.filter((label) => left?.labels.includes(label) !== true),
      },
      ...(left === undefined ? {} : { problem: left.detail }),
    };
  }

  /** Takes labels off one after the other; answers which could not be, and why. */
  async function removeAll(
    number: number,
    labels: readonly string[],
    call: GithubCall,
  ): Promise<Stuck | undefined> {
    const stuck: { readonly label: string; readonly error: unknown }[] = [];
    for (const label of labels) {
      try {
        await removeLabel(client, repository, number, label, call);
      } catch (error) {
        stuck.push({ label, error });
      }
    }
    if (stuck.length === 0) return undefined;
    return {
      labels: stuck.map(({ label }) => label),
      detail: stuck
        .map(({ label, error }) => `\`${label}\` could not be removed (${messageOf(error)})`)
        .join(', '),
      credentials: stuck.some(({ error }) => error instanceof CredentialsError),
    };
  }

  /** The old state's label stays, so everything that was added is taken off again. */
  async function takeBack(
    number: number,
    added: readonly string[],
    { detail, credentials }: Stuck,
    call: GithubCall,
  ): Promise<TransitionOutcome> {
    if (added.length === 0) return { kind: 'failed', detail, credentials };
    const names = added.map((label) => `\`${label}\``).join(' and ');
    const were = added.length === 1 ? 'was' : 'were';
    const kept = await removeAll(number, added, call);
    const undone =
      kept === undefined
        ? `${were} taken off again`
        : `${were} to be taken off again, and ${kept.detail}: remove what does not belong there`;
    return { kind: 'failed', detail: `${detail}, so ${names} ${undone}`, credentials };
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

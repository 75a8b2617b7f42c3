/**
 * The one check of one issue right before it starts: still open, still exactly this state, still through the filters, and
 * approved. Whatever can't be found out means that it does not start.
 */
import type { GithubClient } from '../github/client.ts';
import { GithubError, isGone } from '../github/github-error.ts';
import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { readEvents } from '../github/read-events.ts';
import { type IssueReading, NoGraphqlError, readHistory } from '../github/read-history.ts';
import { readIssue } from '../github/read-issue.ts';
import type { Permission } from '../github/read-permission.ts';
import type { Log } from '../log.ts';
import { decideTrust, type TrustRules } from '../trust/decide-trust.ts';
import type { IssueHistory } from '../trust/history.ts';
import type { GithubIntake } from '../workflow/workflow.ts';
import { toIssue } from './github-issue.ts';
import type { Issue } from './issue.ts';
import { isSameLabel, type LabelStates, passesFilters } from './label-state.ts';
import type { Admission } from './tracker.ts';

export interface GithubAdmissionDeps {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly intake: GithubIntake;
  readonly states: LabelStates;
  /** What somebody may do, asked once per job and login. */
  permissionOf(login: string, signal: AbortSignal): Promise<Permission>;
  readonly log: Log;
}

type Refused = Extract<Admission, { readonly kind: 'refused' }>;

/** More pages of history than this are not read for one issue. */
const MOST_PAGES = 10;

export function createGithubAdmission(
  deps: GithubAdmissionDeps,
): (issue: Issue, signal: AbortSignal) => Promise<Admission> {
  const { client, repository, intake, states, log } = deps;
  const { trust } = intake;
  const isTrustOff = trust.labelers === 'any' && trust.edits === 'allow';
  let hasGraphql = true;
  let saidNoGraphql = false;

  /** The issue as it is now, with its history where trust or visits ask for it. */
  async function read(
    number: number,
    signal: AbortSignal,
  ): Promise<Omit<IssueReading, 'history'> & { history?: IssueHistory }> {
    if (!isTrustOff && hasGraphql) {
      try {
        return await readHistory(client, repository, number, signal);
      } catch (error) {
        if (!(error instanceof NoGraphqlError)) throw error;
        hasGraphql = false;
      }
    }
    const issue = await readIssue(client, repository, number, { signal });
    const readOlder = () => Promise.reject(new GithubError('there is no older history', 200));
    if (isTrustOff || trust.edits === 'refuse') return { issue, own: undefined, readOlder };
    return { issue, own: undefined, readOlder, history: await readEvents(client, repository, issue, signal) };
  }

  async function admit(issue: Issue, signal: AbortSignal): Promise<Admission> {
    const reading = await read(Number(issue.id), signal);
    const now = reading.issue;
    const moved = findChange(now, issue.state);
    if (moved !== undefined) return refuse('changed', moved);
    const admitted = toIssue(now, issue.state, repository, intake.sanitize);
    if (trust.authors !== 'any' && !trust.authors.includes(now.authorAssociation)) {
      const needed = trust.authors.map((name) => `\`${name}\``).join(', ');
      return refuse(
        'not-trusted',
        `it was written by \`${now.author}\` (\`${now.authorAssociation}\`), \`trust.authors\` wants ${needed}`,
      );
    }
    if (isTrustOff) return { kind: 'admitted', issue: admitted, visit: undefined };
    if (reading.history === undefined) return refuseWithoutGraphql();
    return judge({ ...reading, history: reading.history }, admitted, signal);
  }

  async function judge(first: IssueReading, admitted: Issue, signal: AbortSignal): Promise<Admission> {
    const label = stateLabelOf(first.issue, admitted.state);
    const permissions = new Map<string, Permission>();
    const rules: TrustRules = {
      policy: trust,
      isStateLabel: (name) => states.stateOf(name) !== undefined,
      own: first.own,
    };
    let reading = first;
    for (let pages = 1; pages <= MOST_PAGES; ) {
      const decision = decideTrust(reading.history, label, rules, permissions);
      switch (decision.kind) {
        case 'approved':
          return { kind: 'admitted', issue: admitted, visit: nameVisit(reading.history, label) };
        case 'refused':
          return refuse(decision.reason, decision.detail);
        case 'needs-permission':
          permissions.set(decision.login.toLowerCase(), await deps.permissionOf(decision.login, signal));
          break;
        case 'needs-history':
          pages += 1;
          reading = await reading.readOlder(signal);
          break;
        default:
          decision satisfies never;
      }
    }
    return refuse('check-failed', 'its history is too long to check: open a new issue for this work');
  }

  function findChange(now: GithubIssue, state: string): string | undefined {
    if (!now.isOpen) return 'it was closed meanwhile';
    if (now.isPull) return 'it is a pull request';
    const found = states.read(now.labels);
    if (found.kind === 'none') return `it is not \`${state}\` any more`;
    if (found.kind === 'ambiguous') {
      return `it carries the labels of several states now: ${found.labels.map((label) => `\`${label}\``).join(', ')}`;
    }
    if (found.state !== state) return `it is \`${found.state}\` now, not \`${state}\``;
    return passesFilters(now.labels, intake) ? undefined : 'its labels do not pass the filters any more';
  }

  function stateLabelOf(issue: GithubIssue, state: string): string {
    const label = states.labelOf(state);
    return issue.labels.find((carried) => isSameLabel(carried, label)) ?? label;
  }

  function refuseWithoutGraphql(): Refused {
    const detail =
      'this server has no GraphQL, so edits of an issue after its label can not be found: set `issues.github.trust.edits: allow` to start without that check';
    if (!saidNoGraphql) log.error(`nothing can start: ${detail}`, { title: 'no GraphQL' });
    saidNoGraphql = true;
    return refuse('check-failed', detail);
  }

  return async (issue, signal) => {
    try {
      return await admit(issue, signal);
    } catch (error) {
      if (isGone(error)) return refuse('changed', 'it is gone');
      if (error instanceof GithubError) {
        return refuse('check-failed', `it could not be checked: ${error.message}`);
      }
      throw error;
    }
  };
}

/** The newest event that put the label there; a label that was there at creation has none. */
function nameVisit({ events }: IssueHistory, label: string): string {
  const event = events.findLast((one) => one.kind === 'labeled' && isSameLabel(one.label, label));
  return event?.id ?? 'created';
}

function refuse(reason: Refused['reason'], detail: string): Refused {
  return { kind: 'refused', reason, detail };
}

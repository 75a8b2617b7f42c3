/**
 * Who may start work: the label is the approval. Decided from the label's own history, without asking anybody: what is
 * missing for the decision is named, the caller fetches it and asks again.
 */
import type { TrustPolicy } from '../workflow/workflow.ts';
import type { Account, BodyEdit, IssueHistory } from './history.ts';

export interface TrustRules {
  readonly policy: TrustPolicy;
  /** Whether this label is a state of the workflow file. */
  isStateLabel(label: string): boolean;
  /** The account of our token; undefined when it is not known. */
  readonly own: Account | undefined;
}

/** What is known of collaborators' permissions, by login in lower case. */
export type Permissions = ReadonlyMap<string, 'write' | 'triage' | 'none'>;

export type TrustDecision =
  | { readonly kind: 'approved' }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-trusted' | 'edited-after-label';
      readonly detail: string;
    }
  | { readonly kind: 'needs-permission'; readonly login: string }
  | { readonly kind: 'needs-history' };

type Approval =
  | { readonly kind: 'approved'; readonly at: Date; readonly index: number }
  | Exclude<TrustDecision, { readonly kind: 'approved' }>;

type Judgement =
  | 'trusted'
  | 'own'
  | 'untrusted'
  | { readonly kind: 'needs-permission'; readonly login: string };

/** Judges the approval of the issue that carries this state label now. */
export function decideTrust(
  history: IssueHistory,
  stateLabel: string,
  rules: TrustRules,
  permissions: Permissions,
): TrustDecision {
  const approval = findApproval(history, stateLabel, history.events.length, rules, permissions);
  if (approval.kind !== 'approved') return approval;
  return rules.policy.edits === 'allow'
    ? { kind: 'approved' }
    : checkEdits(history, approval, rules, permissions);
}

/** Walks the label events back from before `end`, over our own transitions, to the one that approved. */
function findApproval(
  history: IssueHistory,
  stateLabel: string,
  end: number,
  rules: TrustRules,
  permissions: Permissions,
): Approval {
  const index = history.events.findLastIndex(
    (event, at) => at < end && event.kind === 'labeled' && isSame(event.label, stateLabel),
  );
  if (index === -1 && !history.hasAllEvents) return { kind: 'needs-history' };
  // A label without an event was there at creation: its author put it there.
  const event = index === -1 ? { at: history.createdAt, actor: history.author } : history.events[index];
  if (event === undefined) return { kind: 'needs-history' };
  const judgement = judgeLabeler(event.actor, rules, permissions);
  const approved = { kind: 'approved', at: event.at, index } as const;
  if (judgement === 'trusted') return approved;
  if (typeof judgement === 'object') return judgement;
  if (judgement === 'own') {
    const before = index === -1 ? [] : stateLabelsBefore(history, index, rules);
    const [carried] = before;
    if (carried !== undefined && before.length === 1) {
      return findApproval(history, carried, index, rules, permissions);
    }
    if (rules.policy.labelers === 'any') return approved;
    return refuse(
      `\`${stateLabel}\` was added by \`${nameOf(event.actor)}\`, whose labels approve nothing by themselves, and ${
        carried === undefined ? 'no other state came before it' : 'the issue carried several states then'
      }: somebody trusted must remove the label and add it again`,
    );
  }
  return refuse(
    `\`${stateLabel}\` was ${index === -1 ? 'there from the start, by' : 'added by'} ${whyNot(event.actor, rules)}`,
  );
}

/** The state labels that the issue carried right before this event: today's labels with everything since undone. */
function stateLabelsBefore(history: IssueHistory, index: number, rules: TrustRules): string[] {
  const carried = new Map(history.labels.map((label) => [label.toLowerCase(), label]));
  for (const event of history.events.slice(index).reverse()) {
    if (event.kind === 'labeled') carried.delete(event.label.toLowerCase());
    if (event.kind === 'unlabeled') carried.set(event.label.toLowerCase(), event.label);
  }
  return [...carried.values()].filter((label) => rules.isStateLabel(label));
}

function checkEdits(
  history: IssueHistory,
  approval: { readonly at: Date; readonly index: number },
  rules: TrustRules,
  permissions: Permissions,
): TrustDecision {
  if (!history.hasAllEdits) return { kind: 'needs-history' };
  const renames = history.events.filter((event, at) => event.kind === 'renamed' && at > approval.index);
  const changes = [
    ...renames.map(({ actor }) => ({ what: 'title', editor: actor })),
    // Seconds are all that GitHub tells: an edit in the same second counts as after the label.
    ...laterEdits(history, approval.at).map(({ editor }) => ({ what: 'text', editor })),
  ];
  for (const { what, editor } of changes) {
    const judgement = judgeEditor(editor, rules, permissions);
    if (typeof judgement === 'object') return judgement;
    if (judgement !== 'untrusted') continue;
    const detail = `its ${what} was changed by \`${nameOf(editor)}\` after the label was added: read it, then remove and re-apply the label to approve the new text`;
    return { kind: 'refused', reason: 'edited-after-label', detail };
  }
  return { kind: 'approved' };
}

/** Edits since the approval, the original text left out. */
function laterEdits(history: IssueHistory, since: Date): BodyEdit[] {
  const { edits, lastEdit, createdAt } = history;
  const original = edits.findIndex(({ at }) => at.getTime() === createdAt.getTime());
  const later = edits.filter(({ at }, index) => index !== original && at >= since);
  // A revision can be deleted from the history of edits; that there was one can't.
  const isUnlisted =
    lastEdit !== undefined && lastEdit.at >= since && !later.some(({ at }) => at >= lastEdit.at);
  return isUnlisted ? [...later, lastEdit] : later;
}

function judgeLabeler(actor: Account | undefined, rules: TrustRules, permissions: Permissions): Judgement {
  const { labelers } = rules.policy;
  if (isNamed(actor, rules)) return 'trusted';
  if (isOwn(actor, rules)) return 'own';
  if (labelers === 'any') return 'trusted';
  return typeof labelers === 'string' ? judgePermission(actor, labelers, permissions) : 'untrusted';
}

/** `labelers: any` trusts everybody's label, but not everybody's later change of what was labelled. */
function judgeEditor(editor: Account | undefined, rules: TrustRules, permissions: Permissions): Judgement {
  const { labelers } = rules.policy;
  if (isNamed(editor, rules)) return 'trusted';
  if (isToken(editor, rules)) return 'own';
  if (typeof labelers !== 'string') return 'untrusted';
  return judgePermission(editor, labelers === 'triage' ? 'triage' : 'write', permissions);
}

function judgePermission(
  actor: Account | undefined,
  least: 'write' | 'triage',
  permissions: Permissions,
): Judgement {
  if (actor?.kind !== 'user') return 'untrusted';
  const permission = permissions.get(actor.login.toLowerCase());
  if (permission === undefined) return { kind: 'needs-permission', login: actor.login };
  return permission === 'write' || permission === least ? 'trusted' : 'untrusted';
}

/** Named in the workflow file: an App in `bots`, a person in `labelers`. */
function isNamed(actor: Account | undefined, { policy }: TrustRules): boolean {
  if (actor?.kind === 'app')
    return policy.bots.some((login) => isSame(login.replace(/\[bot\]$/, ''), actor.login));
  if (actor?.kind !== 'user' || typeof policy.labelers === 'string') return false;
  return policy.labelers.some((login) => isSame(login, actor.login));
}

/** Whose labels may be transitions: our token's account and, whatever the token, that of workflows. */
function isOwn(actor: Account | undefined, rules: TrustRules): boolean {
  const isWorkflows = actor?.kind === 'app' && isSame(actor.login, 'github-actions');
  return isWorkflows || isToken(actor, rules);
}

function isToken(actor: Account | undefined, { own }: TrustRules): boolean {
  return actor !== undefined && actor.kind === own?.kind && isSame(actor.login, own.login);
}

function whyNot(actor: Account | undefined, { policy }: TrustRules): string {
  if (actor === undefined)
    return 'an account that is deleted: somebody trusted must remove the label and add it again';
  if (actor.kind === 'app') {
    return `the App \`${actor.login}\`, which \`trust.bots\` does not name: a person must remove the label and add it again, or name the App`;
  }
  const needed =
    typeof policy.labelers === 'string'
      ? `has no ${policy.labelers} access`
      : 'is not among `trust.labelers`';
  return `\`${actor.login}\`, who ${needed}: somebody trusted must remove the label and add it again`;
}

function nameOf(actor: Account | undefined): string {
  return actor?.login ?? 'a deleted account';
}

function refuse(detail: string): {
  readonly kind: 'refused';
  readonly reason: 'not-trusted';
  readonly detail: string;
} {
  return { kind: 'refused', reason: 'not-trusted', detail };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

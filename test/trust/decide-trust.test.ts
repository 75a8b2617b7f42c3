import { describe, expect, test } from 'vitest';
import { decideTrust, type Permissions, type TrustRules } from '../../src/trust/decide-trust.ts';
import type { Account, BodyEdit, IssueEvent, IssueHistory } from '../../src/trust/history.ts';
import type { TrustPolicy } from '../../src/workflow/workflow.ts';

const writer: Account = { kind: 'user', login: 'Wendy' };
const triager: Account = { kind: 'user', login: 'tess' };
const reader: Account = { kind: 'user', login: 'rita' };
const workflow: Account = { kind: 'app', login: 'github-actions' };
const app: Account = { kind: 'app', login: 'sorter' };
const ghost = undefined;

const permissions: Permissions = new Map([
  ['wendy', 'write'],
  ['tess', 'triage'],
  ['rita', 'none'],
  // A person may call herself as an App does.
  ['sorter', 'none'],
]);

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
let id = 0;
const event = (
  kind: 'labeled' | 'unlabeled',
  label: string,
  actor: Account | undefined,
  second: number,
): IssueEvent => {
  id += 1;
  return { kind, label, actor, at: at(second), id: String(id) };
};
const labeled = (label: string, actor: Account | undefined, second: number) =>
  event('labeled', label, actor, second);
const unlabeled = (label: string, actor: Account | undefined, second: number) =>
  event('unlabeled', label, actor, second);
const renamed = (actor: Account | undefined, second: number): IssueEvent => ({
  kind: 'renamed',
  id: `r${second}`,
  at: at(second),
  actor,
});
const edit = (editor: Account | undefined, second: number): BodyEdit => ({ editor, at: at(second) });

interface Case {
  readonly events?: readonly IssueEvent[];
  readonly labels?: readonly string[];
  readonly author?: Account | undefined;
  readonly edits?: readonly BodyEdit[];
  readonly lastEdit?: BodyEdit;
  readonly policy?: Partial<TrustPolicy>;
  readonly own?: Account;
  readonly state?: string;
}

function decide(given: Case) {
  const history: IssueHistory = {
    author: 'author' in given ? given.author : reader,
    createdAt: at(0),
    labels: given.labels ?? [given.state ?? 'todo'],
    events: given.events ?? [],
    hasAllEvents: true,
    edits: given.edits ?? [],
    hasAllEdits: true,
    lastEdit: given.lastEdit,
  };
  const rules: TrustRules = {
    policy: { labelers: 'write', bots: [], authors: 'any', edits: 'refuse', ...given.policy },
    isStateLabel: (label) => ['todo', 'work', 'planning'].includes(label.toLowerCase()),
    own: given.own ?? workflow,
  };
  const decision = decideTrust(history, given.state ?? 'todo', rules, permissions);
  return decision.kind === 'refused' ? decision.reason : decision.kind;
}

describe('a label approves', () => {
  test.each<[string, string, Case]>([
    ['by somebody with write access', 'approved', { events: [labeled('todo', writer, 5)] }],
    ['in another spelling', 'approved', { events: [labeled('ToDo', writer, 5)] }],
    ['by a reader', 'not-trusted', { events: [labeled('todo', reader, 5)] }],
    ['by somebody with triage access', 'not-trusted', { events: [labeled('todo', triager, 5)] }],
    [
      'by triage where that is enough',
      'approved',
      { events: [labeled('todo', triager, 5)], policy: { labelers: 'triage' } },
    ],
    [
      'by write where triage is enough',
      'approved',
      { events: [labeled('todo', writer, 5)], policy: { labelers: 'triage' } },
    ],
    [
      'by a reader where anybody may',
      'approved',
      { events: [labeled('todo', reader, 5)], policy: { labelers: 'any' } },
    ],
    [
      'by somebody on the list',
      'approved',
      { events: [labeled('todo', reader, 5)], policy: { labelers: ['RITA'] } },
    ],
    [
      'by write access that is not on the list',
      'not-trusted',
      { events: [labeled('todo', writer, 5)], policy: { labelers: ['rita'] } },
    ],
    ['by a deleted account', 'not-trusted', { events: [labeled('todo', ghost, 5)] }],
    ['by an App', 'not-trusted', { events: [labeled('todo', app, 5)] }],
    [
      'by an App on the list of labelers, which is for people',
      'not-trusted',
      { events: [labeled('todo', app, 5)], policy: { labelers: ['sorter'] } },
    ],
    ['by an App in `bots`', 'approved', { events: [labeled('todo', app, 5)], policy: { bots: ['Sorter'] } }],
    [
      'by an App in `bots`, written with [bot]',
      'approved',
      { events: [labeled('todo', app, 5)], policy: { bots: ['sorter[bot]'] } },
    ],
    [
      'by a person with the login of an App in `bots`',
      'not-trusted',
      { events: [labeled('todo', { kind: 'user', login: 'sorter' }, 5)], policy: { bots: ['sorter'] } },
    ],
    [
      'by a person called github-actions',
      'needs-permission',
      { events: [labeled('todo', { kind: 'user', login: 'github-actions' }, 5)] },
    ],
    ['there from the start, by an author with write access', 'approved', { author: writer }],
    ['there from the start, by a reader', 'not-trusted', { author: reader }],
    ['there from the start, by a deleted account', 'not-trusted', { author: ghost }],
    [
      'added by a reader after a writer had added and removed it',
      'not-trusted',
      { events: [labeled('todo', writer, 1), unlabeled('todo', writer, 2), labeled('todo', reader, 3)] },
    ],
    [
      'added by a writer after a reader had',
      'approved',
      { events: [labeled('todo', reader, 1), unlabeled('todo', reader, 2), labeled('todo', writer, 3)] },
    ],
    [
      'by somebody whose permission is not known yet',
      'needs-permission',
      { events: [labeled('todo', { kind: 'user', login: 'new' }, 5)] },
    ],
  ])('%s: %s', (_, expected, given) => {
    expect(decide(given)).toBe(expected);
  });
});

describe('a transition', () => {
  const moved = (by: Account, first: Account | undefined): IssueEvent[] => [
    labeled('todo', first, 1),
    labeled('work', by, 2),
    unlabeled('todo', by, 3),
  ];
  test.each<[string, string, Case]>([
    ['of ours is judged by the label before', 'approved', { state: 'work', events: moved(workflow, writer) }],
    ['of ours over a reader’s label', 'not-trusted', { state: 'work', events: moved(workflow, reader) }],
    ['of our own App', 'approved', { state: 'work', events: moved(app, writer), own: app }],
    [
      'of github-actions while our token is another App’s',
      'approved',
      { state: 'work', events: moved(workflow, writer), own: app },
    ],
    ['of another App', 'not-trusted', { state: 'work', events: moved(app, writer) }],
    [
      'with a person’s token is the person’s label, too',
      'approved',
      { state: 'work', events: moved(writer, writer), own: { kind: 'user', login: 'other' } },
    ],
    [
      'with our person’s token needs a state before',
      'not-trusted',
      { events: [labeled('todo', writer, 1)], own: writer },
    ],
    [
      'with our person’s token, who is named',
      'approved',
      { events: [labeled('todo', writer, 1)], own: writer, policy: { labelers: ['wendy'] } },
    ],
    [
      'over two steps',
      'approved',
      {
        state: 'work',
        events: [
          labeled('todo', writer, 1),
          labeled('planning', workflow, 2),
          unlabeled('todo', workflow, 3),
          labeled('work', workflow, 4),
          unlabeled('planning', workflow, 5),
        ],
      },
    ],
    [
      'undone',
      'approved',
      {
        events: [
          labeled('todo', writer, 1),
          labeled('planning', workflow, 2),
          unlabeled('todo', workflow, 3),
          labeled('todo', workflow, 4),
          unlabeled('planning', workflow, 5),
        ],
      },
    ],
    [
      'over a label from the start, by a writer',
      'approved',
      {
        state: 'work',
        author: writer,
        events: [labeled('work', workflow, 2), unlabeled('todo', workflow, 3)],
      },
    ],
    [
      'over a label from the start, by a reader',
      'not-trusted',
      {
        state: 'work',
        author: reader,
        events: [labeled('work', workflow, 2), unlabeled('todo', workflow, 3)],
      },
    ],
    [
      'with no state before: a workflow that labels by keyword',
      'not-trusted',
      { events: [labeled('todo', workflow, 2)] },
    ],
    [
      'with no state before, where anybody may label',
      'approved',
      { events: [labeled('todo', workflow, 2)], policy: { labelers: 'any' } },
    ],
    [
      'over a label that is no state',
      'not-trusted',
      {
        state: 'work',
        labels: ['work', 'bug'],
        events: [labeled('bug', writer, 1), labeled('work', workflow, 2)],
      },
    ],
    [
      'after the approval was taken back',
      'not-trusted',
      {
        state: 'work',
        events: [labeled('todo', writer, 1), unlabeled('todo', writer, 2), labeled('work', workflow, 3)],
      },
    ],
    [
      'over two states at once',
      'not-trusted',
      {
        state: 'work',
        events: [
          labeled('todo', writer, 1),
          labeled('planning', reader, 2),
          labeled('work', workflow, 3),
          unlabeled('todo', workflow, 4),
          unlabeled('planning', workflow, 5),
        ],
      },
    ],
  ])('%s: %s', (_, expected, given) => {
    expect(decide(given)).toBe(expected);
  });
});

describe('an edit', () => {
  const approval = [labeled('todo', writer, 5)];
  test.each<[string, string, Case]>([
    ['before the label', 'approved', { events: approval, edits: [edit(reader, 0), edit(reader, 4)] }],
    [
      'of the text after the label, by the author',
      'edited-after-label',
      { events: approval, edits: [edit(reader, 0), edit(reader, 6)] },
    ],
    ['in the second of the label', 'edited-after-label', { events: approval, edits: [edit(reader, 5)] }],
    ['by a writer', 'approved', { events: approval, edits: [edit(writer, 6)] }],
    ['by a deleted account', 'edited-after-label', { events: approval, edits: [edit(ghost, 6)] }],
    ['by an App', 'edited-after-label', { events: approval, edits: [edit(app, 6)] }],
    [
      'by an App in `bots`',
      'approved',
      { events: approval, edits: [edit(app, 6)], policy: { bots: ['sorter'] } },
    ],
    ['by our token', 'approved', { events: approval, edits: [edit(workflow, 6)] }],
    [
      'by github-actions while our token is another’s',
      'edited-after-label',
      { events: approval, edits: [edit(workflow, 6)], own: app },
    ],
    [
      'that is allowed',
      'approved',
      { events: approval, edits: [edit(reader, 6)], policy: { edits: 'allow' } },
    ],
    [
      'where anybody may label: the text is still what was labelled',
      'edited-after-label',
      { events: approval, edits: [edit(reader, 6)], policy: { labelers: 'any' } },
    ],
    ['of the title only', 'edited-after-label', { events: [...approval, renamed(reader, 6)] }],
    ['of the title, before', 'approved', { events: [renamed(reader, 4), ...approval] }],
    ['of the title, by a writer', 'approved', { events: [...approval, renamed(writer, 6)] }],
    [
      'after the approval and before our transition',
      'edited-after-label',
      {
        state: 'work',
        events: [labeled('todo', writer, 1), labeled('work', workflow, 7), unlabeled('todo', workflow, 8)],
        edits: [edit(reader, 4)],
      },
    ],
    ['whose revision was deleted', 'edited-after-label', { events: approval, lastEdit: edit(reader, 6) }],
    [
      'after which the label was applied again',
      'approved',
      {
        events: [...approval, unlabeled('todo', writer, 8), labeled('todo', writer, 9)],
        edits: [edit(reader, 6)],
      },
    ],
    [
      'right after creation, with the label there from the start',
      'edited-after-label',
      { author: writer, edits: [edit(writer, 0), edit(reader, 3)] },
    ],
    ['is not one: the original text', 'approved', { author: writer, edits: [edit(writer, 0)] }],
  ])('%s: %s', (_, expected, given) => {
    expect(decide(given)).toBe(expected);
  });
});

test('what is missing of the history is asked for, never guessed', () => {
  const rules: TrustRules = {
    policy: { labelers: 'write', bots: [], authors: 'any', edits: 'refuse' },
    isStateLabel: (label) => label === 'todo',
    own: workflow,
  };
  const history: IssueHistory = {
    author: writer,
    createdAt: at(0),
    labels: ['todo'],
    events: [],
    hasAllEvents: false,
    edits: [],
    hasAllEdits: true,
    lastEdit: undefined,
  };
  const withLabel = { ...history, events: [labeled('todo', writer, 3)], hasAllEdits: false };
  expect([
    decideTrust(history, 'todo', rules, permissions),
    decideTrust(withLabel, 'todo', rules, permissions),
  ]).toEqual([{ kind: 'needs-history' }, { kind: 'needs-history' }]);
});

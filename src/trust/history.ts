/** What happened to an issue, as far as trust asks. Types only: `github/` fills them, `decide-trust` judges them. */

/** Who did something; told apart by the account's type, never by the look of the login. */
export interface Account {
  readonly kind: 'user' | 'app' | 'other';
  /** Without "[bot]". */
  readonly login: string;
}

export type IssueEvent =
  | {
      readonly kind: 'labeled' | 'unlabeled';
      readonly id: string;
      readonly at: Date;
      /** Undefined for a deleted account. */
      readonly actor: Account | undefined;
      readonly label: string;
    }
  | {
      readonly kind: 'renamed';
      readonly id: string;
      readonly at: Date;
      readonly actor: Account | undefined;
    };

/** An edit of the body. */
export interface BodyEdit {
  readonly at: Date;
  readonly editor: Account | undefined;
}

export interface IssueHistory {
  readonly author: Account | undefined;
  readonly createdAt: Date;
  /** The labels it carries now. */
  readonly labels: readonly string[];
  /** Oldest first. */
  readonly events: readonly IssueEvent[];
  /** False: there are older events than these. */
  readonly hasAllEvents: boolean;
  /** In no order. GitHub's first entry is the original text, written when the issue was. */
  readonly edits: readonly BodyEdit[];
  readonly hasAllEdits: boolean;
  /** What the issue itself says of its last edit; undefined when its body was never edited. */
  readonly lastEdit: BodyEdit | undefined;
}

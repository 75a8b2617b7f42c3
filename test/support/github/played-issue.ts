import type { PlayedAccount } from './accounts.ts';
import type { PlayedLabel, PlayedRepository } from './model.ts';

export interface PlayedEvent {
  readonly id: number;
  readonly event: 'labeled' | 'unlabeled' | 'renamed' | 'closed' | 'reopened';
  readonly actor: PlayedAccount;
  readonly at: Date;
  readonly label: string | undefined;
  readonly rename: { readonly from: string; readonly to: string } | undefined;
}

export interface PlayedComment {
  readonly id: number;
  readonly issue: number;
  readonly author: PlayedAccount;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface PlayedPull {
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  /** From a fork of this account, with this commit at its head. */
  readonly fork?: { readonly owner: string; readonly sha: string };
}

/** Who does something; `at` overrides the played clock. */
export interface Doing {
  readonly by?: string;
  readonly at?: Date;
}

export interface NewIssue {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly author?: string;
  readonly association?: string;
  readonly assignees?: readonly string[];
  readonly milestone?: string;
  /** False: labels were there at creation without an event. GitHub usually writes `labeled` events by the author. */
  readonly labelEvents?: boolean;
  /** Makes it a pull request. */
  readonly pull?: PlayedPull;
  readonly at?: Date;
}

export class PlayedIssue {
  readonly repository: PlayedRepository;
  readonly number: number;
  readonly id: number;
  readonly author: PlayedAccount;
  readonly association: string;
  readonly createdAt: Date;
  readonly events: PlayedEvent[] = [];
  /** Versions of the body; the first one is the original. */
  readonly bodyEdits: { readonly editor: PlayedAccount; readonly at: Date; readonly body: string }[] = [];
  readonly comments: PlayedComment[] = [];
  readonly pull: PlayedPull | undefined;
  labels: PlayedLabel[] = [];
  assignees: PlayedAccount[];
  milestone: string | undefined;
  title: string;
  body: string;
  state: 'open' | 'closed' = 'open';
  closedAt: Date | undefined;
  updatedAt: Date;
  /** What reading it answers: `gone` 410, `hidden` 404. */
  visibility: 'there' | 'gone' | 'hidden' = 'there';
  /** Listings lag behind: it is left out of them, though it can be read by number. */
  unlisted = false;

  constructor(repository: PlayedRepository, number: number, data: NewIssue) {
    const { world } = repository;
    this.repository = repository;
    this.number = number;
    this.id = world.id();
    this.author = world.accounts.get(data.author ?? 'octocat');
    this.association = data.association ?? 'NONE';
    this.createdAt = world.tick(data.at);
    this.updatedAt = this.createdAt;
    this.title = data.title;
    this.body = data.body ?? '';
    this.pull = data.pull;
    this.assignees = (data.assignees ?? []).map((login) => world.accounts.get(login));
    this.milestone = data.milestone;
    for (const name of data.labels ?? []) {
      const label = repository.createLabel(name);
      if (this.labels.includes(label)) continue;
      this.labels.push(label);
      if (data.labelEvents !== false)
        this.record('labeled', this.author, this.createdAt, { label: label.name });
    }
  }

  hasLabel(name: string): boolean {
    return this.labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  addLabel(name: string, doing: Doing = {}): this {
    if (this.hasLabel(name)) return this;
    const label = this.repository.createLabel(name);
    this.labels.push(label);
    this.happen('labeled', doing, { label: label.name });
    return this;
  }

  removeLabel(name: string, doing: Doing = {}): this {
    const label = this.labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (label === undefined) return this;
    this.labels = this.labels.filter((one) => one !== label);
    this.happen('unlabeled', doing, { label: label.name });
    return this;
  }

  /** The label was deleted in the repository: it goes without an event. */
  dropLabel(label: PlayedLabel): void {
    this.labels = this.labels.filter((one) => one !== label);
  }

  edit(change: { readonly title?: string; readonly body?: string }, doing: Doing = {}): this {
    if (change.title !== undefined && change.title !== this.title) {
      const rename = { from: this.title, to: change.title };
      this.title = change.title;
      this.happen('renamed', doing, { rename });
    }
    if (change.body !== undefined && change.body !== this.body) {
      if (this.bodyEdits.length === 0) {
        this.bodyEdits.push({ editor: this.author, at: this.createdAt, body: this.body });
      }
      this.body = change.body;
      this.updatedAt = this.repository.world.tick(doing.at);
      this.bodyEdits.push({ editor: this.actor(doing), at: this.updatedAt, body: change.body });
    }
    return this;
  }

  close(doing: Doing = {}): this {
    if (this.state === 'closed') return this;
    this.state = 'closed';
    this.closedAt = this.happen('closed', doing, {});
    return this;
  }

  reopen(doing: Doing = {}): this {
    if (this.state === 'open') return this;
    this.state = 'open';
    this.closedAt = undefined;
    this.happen('reopened', doing, {});
    return this;
  }

  comment(body: string, doing: Doing = {}): PlayedComment {
    const { world } = this.repository;
    this.updatedAt = world.tick(doing.at);
    const comment = {
      id: world.id(),
      issue: this.number,
      author: this.actor(doing),
      body,
      createdAt: this.updatedAt,
      updatedAt: this.updatedAt,
    };
    this.comments.push(comment);
    return comment;
  }

  private actor(doing: Doing): PlayedAccount {
    return this.repository.world.accounts.get(doing.by ?? 'octocat');
  }

  private happen(event: PlayedEvent['event'], doing: Doing, detail: Partial<PlayedEvent>): Date {
    this.updatedAt = this.repository.world.tick(doing.at);
    this.record(event, this.actor(doing), this.updatedAt, detail);
    return this.updatedAt;
  }

  private record(
    event: PlayedEvent['event'],
    actor: PlayedAccount,
    at: Date,
    detail: Partial<PlayedEvent>,
  ): void {
    const id = this.repository.world.id();
    this.events.push({ label: undefined, rename: undefined, ...detail, id, event, actor, at });
  }
}

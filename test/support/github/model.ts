import { type Accounts, createAccounts, type Role } from './accounts.ts';
import { type NewIssue, type PlayedComment, PlayedIssue, type PlayedPull } from './played-issue.ts';

export interface PlayedLabel {
  readonly id: number;
  name: string;
  readonly color: string;
  readonly description: string | null;
}

/** Everything that the played repositories share: accounts, ids, the clock. */
export class World {
  readonly accounts: Accounts = createAccounts();
  readonly repositories = new Map<string, PlayedRepository>();
  /** The account that our token belongs to. */
  tokenAccount: string;
  private ids = 5000;
  private time = Math.floor(Date.now() / 1000) * 1000 - 24 * 3600_000;

  constructor(tokenAccount: string) {
    this.tokenAccount = tokenAccount;
  }

  id(): number {
    this.ids += 1;
    return this.ids;
  }

  /** The played clock: a day ago, one second further at each thing that happens. */
  tick(at?: Date): Date {
    this.time = at === undefined ? this.time + 1000 : Math.floor(at.getTime() / 1000) * 1000;
    return new Date(this.time);
  }
}

export class PlayedRepository {
  readonly world: World;
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly createdAt: Date;
  archived = false;
  readonly labels: PlayedLabel[] = [];
  readonly issues = new Map<number, PlayedIssue>();
  /** Full names such as `refs/heads/main`, with their commit. */
  readonly refs = new Map<string, string>([['refs/heads/main', 'a'.repeat(40)]]);
  readonly roles = new Map<string, { readonly role: Role; readonly roleName: string }>();

  constructor(world: World, owner: string, name: string) {
    this.world = world;
    this.owner = owner;
    this.name = name;
    this.id = world.id();
    this.createdAt = world.tick();
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Labels are unique and found without regard to case, as on GitHub. */
  findLabel(name: string): PlayedLabel | undefined {
    return this.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  createLabel(name: string, color = 'ededed', description: string | null = null): PlayedLabel {
    const existing = this.findLabel(name);
    if (existing !== undefined) return existing;
    const label = { id: this.world.id(), name, color, description };
    this.labels.push(label);
    return label;
  }

  deleteLabel(name: string): void {
    const label = this.findLabel(name);
    if (label === undefined) return;
    this.labels.splice(this.labels.indexOf(label), 1);
    for (const issue of this.issues.values()) issue.dropLabel(label);
  }

  archive(): void {
    this.archived = true;
  }

  /** `roleName` for a custom role that stands on one of GitHub's. */
  setRole(login: string, role: Role, roleName: string = role): void {
    this.roles.set(login.toLowerCase(), { role, roleName });
  }

  createIssue(data: NewIssue): PlayedIssue {
    const issue = new PlayedIssue(this, this.issues.size + 1, data);
    this.issues.set(issue.number, issue);
    return issue;
  }

  createPull(
    data: NewIssue & { readonly head?: string; readonly base?: string; readonly fork?: PlayedPull['fork'] },
  ): PlayedIssue {
    const { head = 'feature', base = 'main', fork } = data;
    return this.createIssue({
      ...data,
      pull: { head, base, draft: false, ...(fork === undefined ? {} : { fork }) },
    });
  }

  /** Puts a branch at a commit: what a push does. */
  push(branch: string, sha: string): void {
    this.refs.set(`refs/heads/${branch}`, sha);
  }

  /** The commit at the head of a pull request. */
  headOf({ head, fork }: PlayedPull): string {
    return fork?.sha ?? this.refs.get(`refs/heads/${head}`) ?? 'b'.repeat(40);
  }

  /** The issue or pull request of this number. Throws when there is none. */
  issue(number: number): PlayedIssue {
    const issue = this.issues.get(number);
    if (issue === undefined) throw new Error(`the played ${this.fullName} has no issue ${number}`);
    return issue;
  }

  findComment(id: number): PlayedComment | undefined {
    for (const issue of this.issues.values()) {
      const comment = issue.comments.find((one) => one.id === id);
      if (comment !== undefined) return comment;
    }
    return undefined;
  }
}

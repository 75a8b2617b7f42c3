/** What somebody may do in a repository, in GitHub's words for roles. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** An account as GitHub has it. Apps' logins are kept without "[bot]": REST writes it, GraphQL does not. */
export interface PlayedAccount {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin';
  /** GraphQL answers null for it, REST the account `ghost`. */
  deleted: boolean;
}

/** Accounts by login. A login that nobody registered is made on demand: a Bot when it ends in "[bot]". */
export interface Accounts {
  get(login: string): PlayedAccount;
  /** Registers an account of another type than its login says. */
  add(login: string, type: PlayedAccount['type']): PlayedAccount;
  /** The account is deleted: what it did stays, without its name. */
  delete(login: string): void;
}

export function createAccounts(): Accounts {
  const byLogin = new Map<string, PlayedAccount>();
  const add = (login: string, type: PlayedAccount['type']): PlayedAccount => {
    const account = { id: 1000 + byLogin.size, login: login.replace(/\[bot\]$/, ''), type, deleted: false };
    byLogin.set(login.toLowerCase(), account);
    return account;
  };
  const get = (login: string): PlayedAccount =>
    byLogin.get(login.toLowerCase()) ?? add(login, login.endsWith('[bot]') ? 'Bot' : 'User');
  return {
    get,
    add,
    delete(login) {
      get(login).deleted = true;
    },
  };
}

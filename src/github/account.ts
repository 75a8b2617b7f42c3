import type { Account } from '../trust/history.ts';

/** What GraphQL calls the type of an actor, and REST `type`. */
export function toAccount(type: string, login: string): Account {
  const kind = type === 'User' ? 'user' : type === 'Bot' ? 'app' : 'other';
  return { kind, login: kind === 'app' ? login.replace(/\[bot\]$/, '') : login };
}

import { plainText } from '../plain-text.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import { shorten } from './markdown.ts';

/** A title's beginning says which issue it is; the line has more to say. */
const MAX_TITLE = 60;

export interface Start {
  readonly agent: Pick<AgentProfile, 'name' | 'runtime' | 'model'>;
  /** The issue's, redacted: half a secret would not be recognised. */
  readonly title: string;
  /** From 1. */
  readonly attempt: number;
  /** Of what it may spend, in words. */
  readonly limits: string | undefined;
}

/** The line of the log with which an attempt starts: `started with coder (codex, gpt-5.5) on "Fix the login"`. */
export function formatStart({ agent, title, attempt, limits }: Start): string {
  const program = agent.model === undefined ? agent.runtime : `${agent.runtime}, ${agent.model}`;
  const shown = shorten(plainText(title), MAX_TITLE);
  return [
    `started with ${agent.name} (${program})`,
    ...(shown === '' ? [] : [` on "${shown}"`]),
    ...(attempt > 1 ? [`, attempt ${attempt}`] : []),
    ...(limits === undefined ? [] : [`; ${limits}`]),
  ].join('');
}

import { z } from 'zod';
import { text } from './scalars.ts';

/** What a stage may expect by a word alone. */
export const EXPECTATION_WORDS = [
  'state_changed',
  'comment',
  'commits',
  'pull_request',
  'clean_worktree',
] as const;

const outputSchema = z
  .object({
    output: text.meta({
      description:
        'A regular expression of JavaScript, with the flag `u`, that the last message of the agent must match.',
      examples: ['(?i:all tests pass)'],
    }),
  })
  .meta({
    description: "A condition on the agent's last message.",
    examples: [{ output: '(?i:all tests pass)' }],
  });

/** `expect` of a stage. */
export const expectSchema = z
  .array(
    z.union([z.enum(EXPECTATION_WORDS), outputSchema]).meta({
      description: 'One thing that must be true.',
      examples: ['state_changed', { output: '(?i:all tests pass)' }],
    }),
  )
  .default([])
  .meta({
    description:
      'What must be true after a session that completed, or the stage run is failed. Checked after `after_run`, ' +
      'compared with what was there before the session.',
    examples: [['state_changed', 'commits']],
  });

export type ExpectationEntry = z.output<typeof expectSchema>[number];

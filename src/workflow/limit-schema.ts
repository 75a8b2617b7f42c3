import { z } from 'zod';

/** Limits of a session that stand in a profile and, where they win, in a stage. Without a default, so that a stage can leave one to its profile. */
export const sessionLimits = {
  timeout_minutes: z
    .number()
    .positive()
    .optional()
    .meta({
      description: 'Wall clock of one session in minutes; fractions are allowed. Default: 60.',
      examples: [60],
    }),
  stall_minutes: z
    .number()
    .min(0)
    .optional()
    .meta({
      description:
        'A session without a sign of life for so many minutes is ended; 0 turns it off. Default: 30.',
      examples: [30],
    }),
  exit_grace_sec: z
    .number()
    .min(0)
    .optional()
    .meta({
      description: 'Seconds that the program has to exit after its last word. Default: 60.',
      examples: [60],
    }),
  max_cost_usd: z
    .number()
    .positive()
    .optional()
    .meta({
      description:
        'What one session may cost, in US dollars; above it the session is ended and failed (`budget`). ' +
        'Codex needs the price of its model in `prices`.',
      examples: [2.5],
    }),
  max_output_tokens: z
    .int()
    .min(1)
    .optional()
    .meta({
      description:
        'How many tokens the model may write in one session; above it the session is ended and failed (`budget`).',
      examples: [50_000],
    }),
};

const price = z.number().min(0);

/** Dollars per million tokens, by model. */
export const pricesSchema = z
  .map(
    z.string(),
    z.object({
      input: price.meta({ description: 'Dollars per million input tokens.', examples: [1.25] }),
      cached_input: price.meta({
        description: 'Dollars per million input tokens read from the cache.',
        examples: [0.125],
      }),
      output: price.meta({ description: 'Dollars per million output tokens.', examples: [10] }),
    }),
  )
  .default(new Map())
  .meta({
    description:
      'Prices by model, in dollars per million tokens. Codex prints no cost: with its model here the cost is computed, ' +
      'otherwise it is unknown. Claude Code and commands print their own.',
    examples: [{ 'gpt-5.5': { input: 1.25, cached_input: 0.125, output: 10 } }],
  });

export type Prices = z.output<typeof pricesSchema>;

import { z } from 'zod';

const TIMEOUT = {
  description: 'Wall clock of one session in minutes; fractions are allowed.',
  examples: [60],
};
const STALL = {
  description: 'A session without a sign of life for so many minutes is ended; 0 turns it off.',
  examples: [30],
};
const GRACE = {
  description: 'Seconds that the program has to exit after its last word.',
  examples: [60],
};

/** Money and tokens have no default: without one there is no limit. */
const spending = {
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

/** Limits of a session that stand in a profile. */
export const profileLimits = {
  timeout_minutes: z.number().positive().default(60).meta(TIMEOUT),
  stall_minutes: z.number().min(0).default(30).meta(STALL),
  exit_grace_sec: z.number().min(0).default(60).meta(GRACE),
  ...spending,
};

/** The same in a stage, where they win: one that is left out is that of the profile. */
export const stageLimits = {
  timeout_minutes: z.number().positive().optional().meta(inStage(TIMEOUT)),
  stall_minutes: z.number().min(0).optional().meta(inStage(STALL)),
  exit_grace_sec: z.number().min(0).optional().meta(inStage(GRACE)),
  max_cost_usd: spending.max_cost_usd.meta(inStage(spending.max_cost_usd.meta())),
  max_output_tokens: spending.max_output_tokens.meta(inStage(spending.max_output_tokens.meta())),
};

function inStage<Meta extends { readonly description?: string | undefined }>(meta: Meta | undefined) {
  return { ...meta, description: `${meta?.description} Without it, that of the profile.` };
}

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

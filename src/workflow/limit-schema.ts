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

const COST = {
  description:
    'What one session may cost, in US dollars; above it the session is ended and failed (`budget`). ' +
    'Codex needs the price of its model in `prices`.',
  examples: [2.5],
};
const OUTPUT = {
  description:
    'How many tokens the model may write in one session; above it the session is ended and failed (`budget`).',
  examples: [50_000],
};

const costUsd = z.number().positive().optional();
const outputTokens = z.int().min(1).optional();

/** Limits of a session that stand in a profile. */
export const profileLimits = {
  timeout_minutes: z.number().positive().default(60).meta(TIMEOUT),
  stall_minutes: z.number().min(0).default(30).meta(STALL),
  exit_grace_sec: z.number().min(0).default(60).meta(GRACE),
  max_cost_usd: costUsd.meta(withoutIt('no limit', COST)),
  max_output_tokens: outputTokens.meta(withoutIt('no limit', OUTPUT)),
};

/** The same in a stage, where they win: one that is left out is that of the profile. */
export const stageLimits = {
  timeout_minutes: z.number().positive().optional().meta(withoutIt('that of the profile', TIMEOUT)),
  stall_minutes: z.number().min(0).optional().meta(withoutIt('that of the profile', STALL)),
  exit_grace_sec: z.number().min(0).optional().meta(withoutIt('that of the profile', GRACE)),
  max_cost_usd: costUsd.meta(withoutIt('that of the profile', COST)),
  max_output_tokens: outputTokens.meta(withoutIt('that of the profile', OUTPUT)),
};

function withoutIt<Meta extends { readonly description: string }>(what: string, meta: Meta): Meta {
  return { ...meta, description: `${meta.description} Without it: ${what}.` };
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

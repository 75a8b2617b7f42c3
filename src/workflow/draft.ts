import { z } from 'zod';
import { argSchema } from './agent-schema.ts';
import { EXPECTATION_WORDS } from './expect-schema.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = maybe(z.string().regex(/\S/));

const limits = { max_cost_usd: maybe(z.number().positive()) };

const transition = maybe(z.object({ state: text }));

const expectation = maybe(z.union([z.enum(EXPECTATION_WORDS), z.object({ output: z.string().regex(/\S/) })]));

const stage = z.object({
  when: maybe(z.object({ state: text })),
  agent: text,
  prompt_file: maybe(z.string()),
  prompt: maybe(z.string()),
  ...limits,
  hooks: maybe(z.object({ before_run: maybe(z.string()), after_run: maybe(z.string()) })),
  expect: maybe(z.array(expectation)),
  on_start: transition,
  on_success: transition,
  on_failure: transition,
});

const agent = z.object({
  runtime: maybe(z.enum(['codex', 'claude_code', 'command'])),
  model: text,
  version: text,
  ...limits,
  command: maybe(z.array(z.string()).min(1)),
  args: maybe(z.map(z.string(), argSchema.catch(false))),
  env: maybe(z.array(z.string().catch(''))),
});

/**
 * The values that the checks between keys look at. What is wrong or missing is undefined here (the schema has
 * reported it), so that one mistake doesn't hide the next: all findings come in one go.
 */
export const draftSchema = z.object({
  agents: z.map(z.string(), agent.catch({})).catch(new Map()),
  loop: z.object(limits).catch({}),
  prices: z.map(z.string(), z.unknown()).catch(new Map()),
  report: z.object({ comment: maybe(z.boolean()) }).catch({}),
  issues: z.object({ pull: maybe(z.object({})), github: maybe(z.object({})) }).catch({}),
  issue: z
    .object({
      hooks: maybe(z.object({ after_create: maybe(z.string()) })),
      stages: z.map(z.string(), stage.catch({})).catch(new Map()),
    })
    .catch({ stages: new Map() }),
});

export type Draft = z.output<typeof draftSchema>;
export type DraftAgent = z.output<typeof agent>;
export type DraftStage = z.output<typeof stage>;

import { z } from 'zod';
import { profileLimits } from './limit-schema.ts';
import { text } from './scalars.ts';

const scalarArg = z.union([z.string(), z.number(), z.boolean()]);

/** One value under `args`: a scalar, or a list of scalars. */
export const argSchema = z.union([z.string(), z.number(), z.boolean(), z.array(scalarArg)]);

/** One entry of `agents`. */
export const agentSchema = z
  .object({
    runtime: z.enum(['codex', 'claude_code', 'command']).meta({
      description: 'The program: the Codex CLI, Claude Code, or any command of yours.',
      examples: ['codex'],
    }),
    model: text.optional().meta({
      description: 'Name of the model; a command gets it as VIK_MODEL. Required for codex and claude_code.',
      examples: ['gpt-5.5'],
    }),
    command: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({
        description:
          'Program and arguments of `runtime: command`. A program with a `/` is looked for from the folder of this file, ' +
          'otherwise on PATH. The prompt is its standard input. Required for `runtime: command`.',
        examples: [['./agent.sh', '--json']],
      }),
    args: z
      .map(z.string(), argSchema)
      .default(new Map())
      .meta({
        description:
          'Flags of codex or claude_code, in order. `true` gives the bare flag, a list is joined by commas, ' +
          'a key that ends in `[]` repeats the flag for each item.',
        examples: [{ '--sandbox': 'workspace-write', '--config[]': ['model_reasoning_effort=high'] }],
      }),
    ...profileLimits,
    version: text.optional().meta({
      description:
        'Version of the program for codex and claude_code: exact or a semver range. When PATH does not have it, it is ' +
        "installed from npm into the runner's tool cache. Without it: what is on PATH.",
      examples: ['0.169.0'],
    }),
    github_token: z
      .boolean()
      .default(false)
      .meta({ description: 'Give this agent GH_TOKEN, the token of the Action.', examples: [true] }),
    env: z
      .array(text.regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
      .default([])
      .meta({
        description: "Names of secret variables that it may see besides its provider's own.",
        examples: [['MY_PROXY_KEY']],
      }),
  })
  .meta({
    allOf: [
      {
        if: { properties: { runtime: { const: 'command' } }, required: ['runtime'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise
        then: { required: ['command'] },
        else: { required: ['model'] },
      },
    ],
  });

export type AgentEntry = z.output<typeof agentSchema>;

import { z } from 'zod';
import { agentSchema } from './agent-schema.ts';
import { expectSchema } from './expect-schema.ts';
import { intakeSchema } from './intake-schema.ts';
import { pricesSchema, stageLimits } from './limit-schema.ts';
import { hookBody, hookSeconds, text } from './scalars.ts';

const loopSchema = z
  .object({
    max_issue_concurrency: z
      .int()
      .min(1)
      .default(10)
      .meta({
        description: 'Distinct issues that may be active at once. Stages of one issue do not count.',
        examples: [10],
      }),
    max_iterations: z
      .int()
      .min(1)
      .optional()
      .meta({
        description:
          'At most this many pulls in one job. Without it: as many as it takes until nothing is left to do.',
        examples: [3],
      }),
    max_runs_per_issue: z
      .int()
      .min(1)
      .default(5)
      .meta({
        description: 'Sessions of one issue in one job, retries included. Guards the bill.',
        examples: [5],
      }),
    max_cost_usd: z
      .number()
      .positive()
      .optional()
      .meta({
        description:
          'What the sessions of one job may cost together, in US dollars. Once reached, no further session starts; ' +
          'those that run go on to their own limits. What has no known cost does not count. Without it: no limit.',
        examples: [25],
      }),
    wait_ms: z
      .int()
      .min(1)
      .default(5000)
      .meta({
        description: 'Accepted so that files written for vik load unchanged. Not used here.',
        examples: [5000],
      }),
  })
  .meta({ description: 'Limits of one run.', examples: [{ max_issue_concurrency: 3 }] });

const workspaceSchema = z
  .object({
    root: text.optional().meta({
      description:
        'Folder for workspaces, transcripts and the run record, from the folder of this file; `~` expands. ' +
        'Without it: `$VIK_HOME`, else `$RUNNER_TEMP/vik` on GitHub-hosted runners, else `~/.vik`.',
      examples: ['.vik'],
    }),
  })
  .meta({ description: 'Where the run keeps its files.', examples: [{ root: '.vik' }] });

const transitionSchema = z.object({
  state: text.optional().meta({
    description:
      "The issue's new state: its label is added, then the old state's label removed. Without it: it stays as it is.",
    examples: ['work'],
  }),
  add_labels: z
    .array(text)
    .default([])
    .meta({ description: 'Labels to add besides the state.', examples: [['planned']] }),
  remove_labels: z
    .array(text)
    .default([])
    .meta({ description: 'Labels to remove besides the state.', examples: [['needs-triage']] }),
});

const stageSchema = z
  .object({
    when: z
      .object({
        state: text.meta({
          description: 'The state that the stage matches, exactly and case-sensitively.',
          examples: ['todo'],
        }),
      })
      .meta({ description: 'Which issues the stage works.', examples: [{ state: 'todo' }] }),
    agent: text.meta({
      description: 'Name of the agent profile (a key of `agents`) that works the stage.',
      examples: ['coder'],
    }),
    prompt_file: text.optional().meta({
      description:
        'File with the prompt template, from the folder of this file; inside the checkout. Required, unless there is `prompt`.',
      examples: ['prompts/plan.md'],
    }),
    prompt: text.optional().meta({
      description: 'The prompt template itself. Required, unless there is `prompt_file`.',
      examples: ['Plan issue {{ issue.id }}: {{ issue.title }}'],
    }),
    ...stageLimits,
    hooks: z
      .object({
        before_run: hookBody.optional().meta({
          description: 'Shell program run before the session. Its failure fails the stage.',
          examples: ['git status --short'],
        }),
        after_run: hookBody.optional().meta({
          description: 'Shell program run after the session, unless the runner cancelled the job.',
          examples: ['git push origin HEAD'],
        }),
        timeout_sec: hookSeconds,
      })
      .prefault({})
      .meta({ description: "The stage's hooks.", examples: [{ before_run: 'git status --short' }] }),
    retry: z
      .object({
        max_attempts: z
          .int()
          .min(1)
          .default(1)
          .meta({
            description:
              'Attempts in one job, the first included. Only agent failures and time limits are tried again.',
            examples: [2],
          }),
        backoff_sec: z
          .number()
          .min(0)
          .default(10)
          .meta({
            description: 'Wait before the second attempt in seconds; doubles each time, at most 300.',
            examples: [10],
          }),
      })
      .prefault({})
      .meta({ description: 'Further attempts within this job.', examples: [{ max_attempts: 2 }] }),
    expect: expectSchema,
    on_start: transitionSchema.optional().meta({
      description: 'What is done to the labels when the stage starts. GitHub intake only.',
      examples: [{ state: 'planning' }],
    }),
    on_success: transitionSchema.optional().meta({
      description: 'What is done to the labels when the stage completed. GitHub intake only.',
      examples: [{ state: 'work' }],
    }),
    on_failure: transitionSchema.optional().meta({
      description:
        'What is done to the labels when the agent failed or ran into a limit. GitHub intake only.',
      examples: [{ state: 'blocked' }],
    }),
  })
  .meta({ oneOf: [{ required: ['prompt_file'] }, { required: ['prompt'] }] });

const reportSchema = z
  .object({
    comment: z
      .boolean()
      .default(false)
      .meta({
        description:
          'One comment on each issue that is worked shows how it goes, and is edited ever after: stage, result, ' +
          'duration, tokens, cost, last message. GitHub intake only; the job needs `issues: write`.',
        examples: [true],
      }),
  })
  .meta({
    description: 'Where the run is shown besides the log and the summary.',
    examples: [{ comment: true }],
  });

/** The shape of a workflow file. What several keys say together is checked elsewhere (`check-workflow.ts`). */
export const workflowSchema = z
  .object({
    loop: loopSchema.prefault({}),
    workspace: workspaceSchema.prefault({}),
    agents: z
      .map(z.string(), agentSchema)
      .min(1)
      .meta({
        description: 'Agent profiles by name, at least one.',
        examples: [
          { coder: { runtime: 'codex', model: 'gpt-5.5', args: { '--sandbox': 'workspace-write' } } },
        ],
      }),
    prices: pricesSchema,
    issues: intakeSchema.prefault({}),
    issue: z
      .object({
        hooks: z
          .object({
            after_create: hookBody.optional().meta({
              description: "Shell program run once, in an issue's new workspace.",
              examples: ['git clone --depth 1 "$GITHUB_SERVER_URL/$VIK_REPOSITORY" .'],
            }),
            timeout_sec: hookSeconds,
          })
          .prefault({})
          .meta({ description: 'Hooks of every issue.', examples: [{ after_create: 'git init' }] }),
        stages: z
          .map(z.string(), stageSchema)
          .min(1)
          .meta({
            description: 'Stages by name, in the order in which they start. At least one.',
            examples: [{ plan: { when: { state: 'todo' }, agent: 'coder', prompt_file: 'prompts/plan.md' } }],
          }),
      })
      .meta({
        description: 'What is done with an issue.',
        examples: [{ stages: { plan: { when: { state: 'todo' }, agent: 'coder', prompt: 'Plan it.' } } }],
      }),
    report: reportSchema.prefault({}),
  })
  .meta({
    title: 'Vik workflow',
    description: 'Which issue state is worked by which coding agent with which prompt.',
  });

export type WorkflowFile = z.output<typeof workflowSchema>;
export type StageEntry = z.output<typeof stageSchema>;
export type TransitionEntry = z.output<typeof transitionSchema>;

import { z } from 'zod';
import { text } from './scalars.ts';

const logins = z.array(text);

const trustSchema = z
  .object({
    labelers: z
      .union([z.enum(['write', 'triage', 'any']), logins])
      .default('write')
      .meta({
        description:
          'Who may start work by setting a state label: everybody with at least this permission, anybody, or these logins.',
        examples: ['write', ['octocat']],
      }),
    bots: logins.default([]).meta({
      description: "Apps whose labels and edits count as a person's, without `[bot]`.",
      examples: [['my-triage-app']],
    }),
    authors: z
      .union([
        z.literal('any'),
        z.array(
          z.enum([
            'OWNER',
            'MEMBER',
            'COLLABORATOR',
            'CONTRIBUTOR',
            'FIRST_TIME_CONTRIBUTOR',
            'FIRST_TIMER',
            'MANNEQUIN',
            'NONE',
          ]),
        ),
      ])
      .default('any')
      .meta({
        description: 'Who must have written the issue: anybody, or somebody with one of these associations.',
        examples: ['any', ['OWNER', 'MEMBER', 'COLLABORATOR']],
      }),
    edits: z
      .enum(['refuse', 'allow'])
      .default('refuse')
      .meta({
        description: 'What an edit of the text after the label means: the issue is refused, or nothing.',
        examples: ['refuse'],
      }),
  })
  .meta({ description: 'Whose label is an approval.', examples: [{ labelers: 'write', edits: 'refuse' }] });

const githubSchema = z
  .object({
    labels: z
      .array(text)
      .default([])
      .meta({ description: 'Labels that an issue must all have.', examples: [['vik']] }),
    exclude_labels: z
      .array(text)
      .default([])
      .meta({ description: 'An issue with any of these labels is left alone.', examples: [['blocked']] }),
    state_prefix: z
      .string()
      .default('')
      .meta({
        description: 'With `vik:` the label `vik:todo` gives the state `todo`.',
        examples: ['vik:'],
      }),
    sort: z
      .enum(['created-asc', 'created-desc', 'updated-asc', 'updated-desc'])
      .default('created-asc')
      .meta({ description: 'In which order issues are offered.', examples: ['created-asc'] }),
    limit: z
      .int()
      .min(1)
      .default(1000)
      .meta({ description: 'Most issues taken from one pull.', examples: [1000] }),
    idle_sec: z
      .number()
      .min(1)
      .default(60)
      .meta({ description: 'Least seconds between two pulls.', examples: [60] }),
    trust: trustSchema.prefault({}),
    sanitize: z
      .boolean()
      .default(true)
      .meta({
        description:
          'Remove hidden text (comments, invisible characters, hidden attributes) from title and description.',
        examples: [true],
      }),
  })
  .meta({
    description:
      'Issues of the repository, their state given by labels. Without it: all its defaults, unless there is `pull`.',
    examples: [{ labels: ['vik'] }],
  });

const pullSchema = z
  .object({
    command: text.meta({
      description: 'Shell command, run in the folder of this file, that prints the issues as one JSON array.',
      examples: ['./scripts/issues-json'],
    }),
    idle_sec: z
      .number()
      .min(1)
      .default(5)
      .meta({ description: 'Least seconds between two pulls.', examples: [5] }),
    timeout_sec: z
      .number()
      .positive()
      .default(60)
      .meta({ description: 'Time limit of the command in seconds.', examples: [60] }),
  })
  .meta({ description: 'Issues that a command prints.', examples: [{ command: './scripts/issues-json' }] });

/** `issues`: where issues come from. */
export const intakeSchema = z.object({ pull: pullSchema.optional(), github: githubSchema.optional() }).meta({
  description:
    'Where issues come from: `pull` or `github`, not both. Neither means `github` with its defaults.',
  examples: [{ github: { labels: ['vik'] } }],
  not: { required: ['pull', 'github'] },
});

/** `issues.github` as it is when nothing is written. */
export const githubDefaults = githubSchema.parse({});

export type IntakeEntry = z.output<typeof intakeSchema>;
export type GithubEntry = z.output<typeof githubSchema>;

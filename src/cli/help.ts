/** What `--help` prints, and `help <command>`. */
import type { AskedCommand } from './arguments.ts';

type Command = AskedCommand['command'];

const FILE = 'The file is `workflow.yml` when none is given.';

const OPTIONS = (jsonMore: string): string => `Options:
  --repository owner/name   the repository whose issues are meant; without it the one that the
                            remote \`origin\` of the current checkout names
  --json                    one JSON document on standard output: { "errors": [...], "warnings": [...] }${jsonMore}
  --strict                  warnings count as errors
  -h, --help                this text
  -v, --version             the version`;

const AROUND = `Environment:
  GH_TOKEN or GITHUB_TOKEN  the token for GitHub; \`GH_TOKEN=$(gh auth token)\` takes that of the gh program
  GH_HOST                   the host of a GitHub Enterprise Server; its token may be in GH_ENTERPRISE_TOKEN
  VIK_HOME                  where workspaces and reports are kept, unless the file says; ~/.vik without it

Exit code: 0 all is well, 1 something is wrong or a stage run failed, 2 it was asked wrongly.`;

/** What there is. */
const HELP = `Vik: works labelled issues with coding agents, stage by stage.

Usage: node dist/index.js <command> [workflow.yml] [options]

Commands:
  doctor    check the file, the programs it names, and what the token may do; starts nothing
  explain   say for every open issue which stages would start, with which agent and prompt,
            or why none would; starts nothing but the pull command of the file, spends no token
  run       work the issues until nothing is left to do, as the Action does; Ctrl-C ends it in order
  help      what a command does: \`help explain\`

${FILE}

${OPTIONS(`,
                            with \`explain\` also "issues", with \`run\` also "exit_code", "headline", "report"`)}

${AROUND}`;

const OF_COMMAND = {
  doctor: {
    does: `Checks the workflow file, the programs it names, and what the token may do; starts nothing.
Without a token it checks what it can, and says what it did not ask GitHub about.`,
    jsonMore: '',
  },
  explain: {
    does: `Says for every open issue which stages would start, with which agent and prompt, or why none would.
It starts nothing but the pull command of the file, spends no token and changes nothing: commands in
prompts are shown and not run. What would have to wait for a place is said to.`,
    jsonMore: ',\n                            and "issues", whose prompts are whole',
  },
  run: {
    does: `Works the issues until nothing is left to do, as the Action does. Ctrl-C ends it in order: what runs is
cancelled, and states that were set at the start are put back.`,
    jsonMore:
      ',\n                            and "exit_code", "headline", "report"; the log goes to standard error',
  },
} as const satisfies Record<Command, { readonly does: string; readonly jsonMore: string }>;

/** What one command does; without one, what there is. */
export function helpOf(command: Command | undefined): string {
  if (command === undefined) return HELP;
  const { does, jsonMore } = OF_COMMAND[command];
  const usage = `Usage: node dist/index.js ${command} [workflow.yml] [options]`;
  return [usage, does, FILE, OPTIONS(jsonMore), AROUND].join('\n\n');
}

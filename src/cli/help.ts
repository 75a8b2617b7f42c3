/** What `--help` prints. */
export const HELP = `Vik: works labelled issues with coding agents, stage by stage.

Usage: node dist/index.js <command> [workflow.yml] [options]

Commands:
  doctor    check the file, the programs it names, and what the token may do; starts nothing
  explain   say for every open issue which stages would start, with which agent and prompt,
            or why none would; starts nothing but the pull command of the file, spends no token
  run       work the issues until nothing is left to do, as the Action does; Ctrl-C ends it in order

The file is \`workflow.yml\` when none is given.

Options:
  --repository owner/name   the repository whose issues are meant; without it the one that the
                            remote \`origin\` of the current checkout names
  --json                    one JSON document on standard output: { "errors": [...], "warnings": [...] },
                            with \`explain\` also "issues", with \`run\` also "exit_code", "headline", "report"
  --strict                  warnings count as errors
  -h, --help                this text
  -v, --version             the version

Environment:
  GH_TOKEN or GITHUB_TOKEN  the token for GitHub; \`GH_TOKEN=$(gh auth token)\` takes that of the gh program
  GH_HOST                   the host of a GitHub Enterprise Server; its token may be in GH_ENTERPRISE_TOKEN
  VIK_HOME                  where workspaces and reports are kept, unless the file says; ~/.vik without it

Exit code: 0 all is well, 1 something is wrong or a stage run failed, 2 it was asked wrongly.`;

import { type Case, ENDS, STAGE, withAgent, withStages, withTop } from './cases.ts';

/** Mistakes in the YAML and in single keys. */
export const cases: readonly Case[] = [
  {
    title: 'an unclosed list',
    text: 'agents: [a\nissue: 1\n',
    findings: [
      'workflow.yml:2:1 error flow sequence in block collection must be sufficiently indented and end with a ] [yaml_syntax]',
    ],
  },
  {
    title: 'two syntax errors',
    text: 'agents: @a\nissue:\n  - b\n c: d\n',
    findings: [
      'workflow.yml:1:9 error plain value cannot start with reserved character @ [yaml_syntax]',
      'workflow.yml:4:1 error all mapping items must start at the same column [yaml_syntax]',
    ],
  },
  {
    title: 'a tab as indentation',
    text: 'agents:\n\tcoder: 1\n',
    findings: ['workflow.yml:2:1 error a tab is used as indentation: YAML wants spaces [yaml_syntax]'],
  },
  {
    title: 'a tab among spaces, after which nothing else is in its place',
    text: 'issue:\n  stages:\n    plan:\n\t  when: { state: todo }\n      agent: coder\n',
    findings: ['workflow.yml:4:1 error a tab is used as indentation: YAML wants spaces [yaml_syntax]'],
  },
  {
    title: 'a tab in a block of text',
    text: 'issue:\n  hooks:\n    before_run: |\n\techo hi\nagents: {}\n',
    findings: ['workflow.yml:4:1 error a tab is used as indentation: YAML wants spaces [yaml_syntax]'],
  },
  {
    title: 'two tabs, and a mistake before them',
    text: 'agents: @a\nloop:\n\tmax_iterations: 1\n\twait_ms: 1\n',
    findings: [
      'workflow.yml:1:9 error plain value cannot start with reserved character @ [yaml_syntax]',
      'workflow.yml:3:1 error a tab is used as indentation: YAML wants spaces [yaml_syntax]',
      'workflow.yml:4:1 error a tab is used as indentation: YAML wants spaces [yaml_syntax]',
    ],
  },
  {
    title: 'a second document',
    text: 'agents: 1\n---\nissue: 2\n',
    findings: [
      'workflow.yml:2:1 error a second YAML document begins here (`---`): a workflow file is one document, remove the rest [yaml_syntax]',
    ],
  },
  {
    title: 'an alias without an anchor',
    text: 'agents: *coder\n',
    findings: [
      'workflow.yml:1:9 error the alias `*coder` has no anchor `&coder` before it [yaml_syntax] agents',
    ],
  },
  {
    title: 'an unknown tag',
    text: 'agents: !include agents.yml\n',
    findings: [
      'workflow.yml:1:9 error a tag (`!name`) that nobody here knows: write the value itself, or put the text in quotes [yaml_syntax]',
    ],
  },
  {
    title: 'an empty file',
    text: '',
    findings: [
      'workflow.yml:1:1 error `agents` is missing: expected a map, for example `agents: { coder: { runtime: codex, model: gpt-5.5, args: { --sandbox: workspace-write } } }` [missing_field] agents',
      'workflow.yml:1:1 error `issue` is missing: expected a map, for example `issue: { stages: { plan: { when: { state: todo }, agent: coder, prompt: Plan it. } } }` [missing_field] issue',
    ],
  },
  {
    title: 'a file with nothing but a comment',
    text: '# nothing yet\n',
    findings: [
      'workflow.yml:1:1 error `agents` is missing: expected a map, for example `agents: { coder: { runtime: codex, model: gpt-5.5, args: { --sandbox: workspace-write } } }` [missing_field] agents',
      'workflow.yml:1:1 error `issue` is missing: expected a map, for example `issue: { stages: { plan: { when: { state: todo }, agent: coder, prompt: Plan it. } } }` [missing_field] issue',
    ],
  },
  {
    title: 'a list at the top',
    text: '- agents\n',
    findings: [
      'workflow.yml:1:1 error the file is a list: expected a map with the keys `agents`, `issues` and `issue` [wrong_type]',
    ],
  },
  {
    title: 'a text at the top',
    text: 'agents\n',
    findings: [
      'workflow.yml:1:1 error the file is `agents`: expected a map with the keys `agents`, `issues` and `issue` [wrong_type]',
    ],
  },
  {
    title: 'a key that is given twice',
    text: withTop('loop:', '  wait_ms: 1', '  wait_ms: 2'),
    findings: [
      'workflow.yml:8:3 error `loop.wait_ms` is given twice: keep one of them [duplicate_key] loop.wait_ms',
    ],
  },
  {
    title: 'a stage that is given twice, once in quotes',
    text: withStages(`1: { ${STAGE}, ${ENDS} }`, `"1": { ${STAGE} }`),
    findings: [
      'workflow.yml:6:5 error `issue.stages.1` is given twice: keep one of them [duplicate_key] issue.stages.1',
    ],
  },
  {
    title: 'a list as a key',
    text: withTop('? [a, b]', ': 1'),
    findings: ['workflow.yml:6:3 error a key of the file is a map or a list: expected a text [wrong_type]'],
  },
  {
    title: 'missing agents and stages',
    text: 'issue: {}\n',
    findings: [
      'workflow.yml:1:1 error `agents` is missing: expected a map, for example `agents: { coder: { runtime: codex, model: gpt-5.5, args: { --sandbox: workspace-write } } }` [missing_field] agents',
      'workflow.yml:1:1 error `issue.stages` is missing: expected a map, for example `stages: { plan: { when: { state: todo }, agent: coder, prompt_file: prompts/plan.md } }` [missing_field] issue.stages',
    ],
  },
  {
    title: 'a missing state, agent and prompt',
    text: withStages(`plan: { when: , ${ENDS} }`),
    findings: [
      'workflow.yml:5:5 error `issue.stages.plan.agent` is missing: expected a text, for example `agent: coder` [missing_field] issue.stages.plan.agent',
      'workflow.yml:5:5 error `issue.stages.plan` has no prompt: write `prompt_file: prompts/plan.md`, or `prompt` with the text [prompt_source] issue.stages.plan',
      'workflow.yml:5:13 error `issue.stages.plan.when.state` is missing: expected a text, for example `state: todo` [missing_field] issue.stages.plan.when.state',
    ],
  },
  {
    title: 'a missing runtime',
    text: withAgent('model: gpt-5.5'),
    findings: [
      'workflow.yml:4:3 error `agents.coder.runtime` is missing: expected `codex`, `claude_code` or `command`, for example `runtime: codex` [missing_field] agents.coder.runtime',
    ],
  },
  {
    title: 'a missing model',
    text: withAgent('runtime: claude_code', 'model:', 'args: { --permission-mode: plan }'),
    findings: [
      'workflow.yml:6:5 error `agents.coder.model` is missing: claude_code needs the name of a model, for example `model: claude-sonnet-4-6` [missing_field] agents.coder.model',
    ],
  },
  {
    title: 'a missing command',
    text: withAgent('runtime: command'),
    findings: [
      'workflow.yml:4:3 error `agents.coder.command` is missing: the runtime `command` needs its program, for example `command: [./agent.sh, --json]` [missing_field] agents.coder.command',
    ],
  },
  {
    title: 'a pull without its command',
    text: withTop('issues: { pull: }').replace(`, ${ENDS}`, ''),
    findings: [
      'workflow.yml:6:11 error `issues.pull.command` is missing: expected a text, for example `command: ./scripts/issues-json` [missing_field] issues.pull.command',
    ],
  },
  {
    title: 'a word instead of a number',
    text: withTop('loop: { max_issue_concurrency: ten }'),
    findings: [
      'workflow.yml:6:32 error `loop.max_issue_concurrency` is `ten`: expected a whole number of at least 1, for example `max_issue_concurrency: 10` [wrong_type] loop.max_issue_concurrency',
    ],
  },
  {
    title: 'a fraction instead of a whole number',
    text: withTop('loop: { max_runs_per_issue: 1.5 }'),
    findings: [
      'workflow.yml:6:29 error `loop.max_runs_per_issue` is `1.5`: expected a whole number of at least 1, for example `max_runs_per_issue: 5` [wrong_type] loop.max_runs_per_issue',
    ],
  },
  {
    title: 'a boolean instead of a text',
    text: withStages(`plan: { when: { state: true }, agent: coder, prompt: x, ${ENDS} }`),
    findings: [
      'workflow.yml:5:28 error `issue.stages.plan.when.state` is `true`: expected a text, put it in quotes [wrong_type] issue.stages.plan.when.state',
    ],
  },
  {
    title: 'a text instead of a boolean',
    text: withTop('issues: { github: { sanitize: "no" } }'),
    findings: [
      'workflow.yml:6:31 error `issues.github.sanitize` is the text `no`: expected `true` or `false`, for example `sanitize: true` [wrong_type] issues.github.sanitize',
    ],
  },
  {
    title: 'a text instead of a list',
    text: withTop('issues: { github: { labels: vik } }'),
    findings: [
      'workflow.yml:6:29 error `issues.github.labels` is `vik`: expected a list of texts, for example `labels: [vik]` [wrong_type] issues.github.labels',
    ],
  },
  {
    title: 'nothing in a list',
    text: withTop('issues: { github: { labels: [a, ] } }', 'workspace: { root: [] }').replace(
      '[a, ]',
      '[a, ~]',
    ),
    findings: [
      'workflow.yml:6:33 error `issues.github.labels.1` is nothing: expected a text [wrong_type] issues.github.labels.1',
      'workflow.yml:7:20 error `workspace.root` is a list: expected a text, for example `root: .vik` [wrong_type] workspace.root',
    ],
  },
  {
    title: 'a list instead of a map',
    text: withTop('loop: []'),
    findings: ['workflow.yml:6:7 error `loop` is a list: expected a map [wrong_type] loop'],
  },
  {
    title: 'stages as a list, as in old vik files',
    text: 'agents:\n  coder: { runtime: codex, model: m, args: { -s: read-only } }\nissue:\n  stages:\n    - name: plan\n',
    findings: [
      'workflow.yml:5:5 error `issue.stages` is a list: write it as a map, each stage under its name (`plan:` with its keys below, instead of `- name: plan`) [wrong_type] issue.stages',
    ],
  },
  {
    title: 'a template without quotes',
    text: withStages(`plan: { when: { state: todo }, agent: coder, ${ENDS}, prompt: {{ issue.title }} }`),
    findings: [
      'workflow.yml:5:118 error `issue.stages.plan.prompt` is a map: a text that begins with `{{` must stand in quotes, or in a block after `|` [wrong_type] issue.stages.plan.prompt',
    ],
  },
  {
    title: 'a word that is not in the list of words',
    text: withTop('issues: { github: { sort: created_asc } }'),
    findings: [
      'workflow.yml:6:27 error `issues.github.sort` is `created_asc`: expected `created-asc`, `created-desc`, `updated-asc` or `updated-desc`; did you mean `created-asc`? [wrong_type] issues.github.sort',
    ],
  },
  {
    title: 'trust in words that nobody knows',
    text: withTop(
      'issues: { github: { trust: { labelers: admin, authors: [owner], edits: deny, bots: [""] } } }',
    ),
    findings: [
      'workflow.yml:6:40 error `issues.github.trust.labelers` is `admin`: expected `write`, `triage` or `any` or a list of texts, for example `labelers: write` [wrong_type] issues.github.trust.labelers',
      'workflow.yml:6:57 error `issues.github.trust.authors.0` is `owner`: expected `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `FIRST_TIME_CONTRIBUTOR`, `FIRST_TIMER`, `MANNEQUIN` or `NONE`; did you mean `OWNER`? [wrong_type] issues.github.trust.authors.0',
      'workflow.yml:6:72 error `issues.github.trust.edits` is `deny`: expected `refuse` or `allow` [wrong_type] issues.github.trust.edits',
      'workflow.yml:6:85 error `issues.github.trust.bots.0` is empty: expected a text [empty_str] issues.github.trust.bots.0',
    ],
  },
  {
    title: 'an empty list of the command',
    text: withAgent('runtime: command', 'command: []'),
    findings: [
      'workflow.yml:6:14 error `agents.coder.command` is an empty list: it needs at least one entry, for example `command: [./agent.sh, "--json"]` [wrong_type] agents.coder.command',
    ],
  },
  {
    title: 'a command in one text',
    text: withAgent('runtime: command', 'command: ./agent.sh --json'),
    findings: [
      'workflow.yml:6:14 error `agents.coder.command` is `./agent.sh --json`: expected a list of texts, for example `command: [./agent.sh, "--json"]` [wrong_type] agents.coder.command',
    ],
  },
  {
    title: 'an empty program',
    text: withAgent('runtime: command', 'command: [" "]'),
    findings: [
      'workflow.yml:6:15 error `agents.coder.command.0` is empty: expected a program [empty_str] agents.coder.command.0',
    ],
  },
  {
    title: 'a variable with its dollar sign',
    text: withAgent('runtime: command', 'command: [a]', 'env: [$KEY]'),
    findings: [
      'workflow.yml:7:11 error `agents.coder.env.0` is `$KEY`: expected the name of a variable [wrong_type] agents.coder.env.0',
    ],
  },
  {
    title: 'empty texts',
    text: withStages(`"": { when: { state: " " }, agent: "", prompt_file: "", ${ENDS} }`),
    findings: [
      'workflow.yml:5:5 error a stage has an empty name: give it one [empty_str] issue.stages',
      'workflow.yml:5:26 error `issue.stages..when.state` is empty: expected a text, for example `state: todo` [empty_str] issue.stages..when.state',
      'workflow.yml:5:40 error `issue.stages..agent` is empty: expected a text, for example `agent: coder` [empty_str] issue.stages..agent',
      'workflow.yml:5:57 error `issue.stages..prompt_file` is empty: expected a text, for example `prompt_file: prompts/plan.md` [empty_str] issue.stages..prompt_file',
    ],
  },
  {
    title: 'empty maps',
    text: 'agents: {}\nissue: { stages: {} }\n',
    findings: [
      'workflow.yml:1:1 error `agents` is empty: it needs at least one entry, for example `agents: { coder: { runtime: codex, model: gpt-5.5, args: { --sandbox: workspace-write } } }` [empty_map] agents',
      'workflow.yml:2:10 error `issue.stages` is empty: it needs at least one entry, for example `stages: { plan: { when: { state: todo }, agent: coder, prompt_file: prompts/plan.md } }` [empty_map] issue.stages',
    ],
  },
  {
    title: 'numbers that are too small',
    text: withTop('loop: { max_iterations: 0, wait_ms: -1 }', 'issues: { github: { idle_sec: 0.5 } }'),
    findings: [
      'workflow.yml:6:25 error `loop.max_iterations` is `0`: expected a whole number of at least 1, for example `max_iterations: 3` [non_positive_number] loop.max_iterations',
      'workflow.yml:6:37 error `loop.wait_ms` is `-1`: expected a whole number of at least 1, for example `wait_ms: 5000` [non_positive_number] loop.wait_ms',
      'workflow.yml:7:31 error `issues.github.idle_sec` is `0.5`: expected a number of at least 1, for example `idle_sec: 60` [non_positive_number] issues.github.idle_sec',
    ],
  },
  {
    title: 'times that are too short',
    text: withAgent(
      'runtime: command',
      'command: [a]',
      'timeout_minutes: 0',
      'stall_minutes: -1',
      'exit_grace_sec: .nan',
    ),
    findings: [
      'workflow.yml:7:22 error `agents.coder.timeout_minutes` is `0`: expected a number above 0, for example `timeout_minutes: 60` [non_positive_number] agents.coder.timeout_minutes',
      'workflow.yml:8:20 error `agents.coder.stall_minutes` is `-1`: expected a number of at least 0, for example `stall_minutes: 30` [non_positive_number] agents.coder.stall_minutes',
      'workflow.yml:9:21 error `agents.coder.exit_grace_sec` is `.nan`: expected a number of at least 0, for example `exit_grace_sec: 60` [wrong_type] agents.coder.exit_grace_sec',
    ],
  },
  {
    title: 'an unknown runtime',
    text: withAgent('runtime: claude-code', 'model: m'),
    findings: [
      'workflow.yml:5:14 error `agents.coder.runtime` is `claude-code`: expected `codex`, `claude_code` or `command`; did you mean `claude_code`? [unknown_runtime] agents.coder.runtime',
    ],
  },
  {
    title: 'unknown keys',
    text: withTop('loop: { max_issue_concurency: 1 }', 'workspaces: 1', 'zzz: { a: 1 }'),
    findings: [
      'workflow.yml:6:9 warning `loop.max_issue_concurency` is not a known key and is ignored; did you mean `max_issue_concurrency`? [unknown_field] loop.max_issue_concurency',
      'workflow.yml:7:1 warning `workspaces` is not a known key and is ignored; did you mean `workspace`? [unknown_field] workspaces',
      'workflow.yml:8:1 warning `zzz` is not a known key and is ignored [unknown_field] zzz',
    ],
  },
  {
    title: 'keys that only vik has, and a merge key',
    text: withTop('server: { port: 1 }', 'issues: { webhook: {}, <<: 1 }'),
    findings: [
      'workflow.yml:6:1 warning `server` is not a known key and is ignored: vik serves HTTP there, a job has nobody to serve [unknown_field] server',
      'workflow.yml:7:11 warning `issues.webhook` is not a known key and is ignored: the triggers of the GitHub workflow take its place [unknown_field] issues.webhook',
      'workflow.yml:7:24 warning `issues.<<` is not a known key and is ignored: merge keys are not part of YAML 1.2, repeat the keys here [unknown_field] issues.<<',
    ],
  },
];

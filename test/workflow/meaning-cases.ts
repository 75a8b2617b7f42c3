import { type Case, ENDS, STAGE, withAgent, withStages, withTop } from './cases.ts';

const ON_PULL = withTop('issues: { pull: { command: ./list } }');

/** Mistakes that several keys make together. */
export const cases: readonly Case[] = [
  {
    title: 'a comment on the issue, with issues that are not on GitHub',
    text: `${withStages('plan: { when: { state: todo }, agent: coder, prompt: x }')}issues: { pull: { command: ./list } }\nreport: { comment: true }\n`,
    findings: [
      'workflow.yml:7:11 error `report.comment` needs `issues.github`: with `issues.pull` there is no issue on GitHub to comment on; remove it [no_comments] report.comment',
    ],
  },
  {
    title: 'a comment on the issue that is not yes or no',
    text: withTop('report: { comment: often }'),
    findings: [
      'workflow.yml:6:20 error `report.comment` is `often`: expected `true` or `false`, for example `comment: true` [wrong_type] report.comment',
    ],
  },
  {
    title: 'an agent that is almost the name of one',
    text: withStages(`plan: { when: { state: todo }, agent: codr, prompt: x, ${ENDS} }`),
    findings: [
      'workflow.yml:5:43 error agent `codr` is not in `agents`, which has `coder`; did you mean `coder`? [unknown_agent] issue.stages.plan.agent',
    ],
  },
  {
    title: 'an agent with two letters in the wrong order',
    text: withStages(`plan: { when: { state: todo }, agent: tow, prompt: x, ${ENDS} }`).replace(
      'coder:',
      'two: { runtime: command, command: [x] }\n  coder:',
    ),
    findings: [
      'workflow.yml:6:43 error agent `tow` is not in `agents`, which has `two` and `coder`; did you mean `two`? [unknown_agent] issue.stages.plan.agent',
    ],
  },
  {
    title: 'an agent that is no name at all',
    text: withStages(`plan: { when: { state: todo }, agent: reviewer, prompt: x, ${ENDS} }`),
    findings: [
      'workflow.yml:5:43 error agent `reviewer` is not in `agents`, which has `coder` [unknown_agent] issue.stages.plan.agent',
    ],
  },
  {
    title: 'two prompts',
    text: withStages(
      'plan:',
      '  prompt_file: plan.md',
      '  when: { state: todo }',
      '  agent: coder',
      '  prompt: x',
      `  on_success: {}`,
      '  on_failure: {}',
    ),
    files: { 'plan.md': 'x' },
    findings: [
      'workflow.yml:9:7 error `issue.stages.plan` has both `prompt_file` and `prompt`: keep one of them [prompt_source] issue.stages.plan.prompt',
    ],
  },
  {
    title: 'no prompt',
    text: withStages(`Plan & do: { when: { state: todo }, agent: coder, ${ENDS} }`),
    findings: [
      'workflow.yml:5:5 error `issue.stages.Plan & do` has no prompt: write `prompt_file: prompts/Plan___do.md`, or `prompt` with the text [prompt_source] issue.stages.Plan & do',
    ],
  },
  {
    title: 'two intakes',
    text: `${withStages(`plan: { ${STAGE} }`)}issues:\n  github:\n  pull: { command: ./list }\n`,
    findings: [
      'workflow.yml:8:3 error `issues` has both `pull` and `github`: issues come from one place, remove the other [both_intakes] issues.pull',
    ],
  },
  {
    title: 'a prompt file that does not exist',
    text: withStages(`plan: { when: { state: todo }, agent: coder, prompt_file: prompts/plan.md, ${ENDS} }`),
    findings: [
      "workflow.yml:5:63 error prompt file `prompts/plan.md` does not exist; paths start at the workflow file's folder [prompt_file_missing] issue.stages.plan.prompt_file",
    ],
  },
  {
    title: 'a prompt file that is a folder',
    text: withStages(`plan: { when: { state: todo }, agent: coder, prompt_file: prompts, ${ENDS} }`),
    files: { 'prompts/plan.md': 'x' },
    findings: [
      "workflow.yml:5:63 error prompt file `prompts` is a folder, expected a file; paths start at the workflow file's folder [prompt_file_missing] issue.stages.plan.prompt_file",
    ],
  },
  {
    title: 'an empty prompt file',
    text: withStages(`plan: { when: { state: todo }, agent: coder, prompt_file: plan.md, ${ENDS} }`),
    files: { 'plan.md': ' \n' },
    findings: [
      'workflow.yml:5:63 error prompt file `plan.md` is empty: write what the agent is to do [empty_str] issue.stages.plan.prompt_file',
    ],
  },
  {
    title: 'flags that the adapter gives',
    text: withAgent(
      'runtime: codex',
      'model: m',
      'args:',
      '  --sandbox: read-only',
      '  --json: true',
      '  --model=x: true',
      '  -m[]: [a]',
      '  -p: profile',
      '  --print: false',
    ),
    findings: [
      'workflow.yml:9:7 error `--json` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.--json',
      'workflow.yml:10:7 error `--model` is not for `args`: write `model:` in the profile instead [agent_args] agents.coder.args.--model=x',
      'workflow.yml:11:7 error `-m` is not for `args`: write `model:` in the profile instead [agent_args] agents.coder.args.-m[]',
      'workflow.yml:13:7 error `--print` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.--print',
    ],
  },
  {
    title: 'flags that the adapter of Claude Code gives',
    text: withAgent(
      'runtime: claude_code',
      'model: m',
      'args: { --permission-mode: plan, -p: true, --print: true, --output-format: text, --input-format: text, --model: n }',
    ),
    findings: [
      'workflow.yml:7:38 error `-p` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.-p',
      'workflow.yml:7:48 error `--print` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.--print',
      'workflow.yml:7:63 error `--output-format` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.--output-format',
      'workflow.yml:7:86 error `--input-format` is not for `args`: remove it, Vik gives it itself [agent_args] agents.coder.args.--input-format',
      'workflow.yml:7:108 error `--model` is not for `args`: write `model:` in the profile instead [agent_args] agents.coder.args.--model',
    ],
  },
  {
    title: 'flags without a meaning',
    text: withAgent(
      'runtime: codex',
      'model: m',
      'args:',
      '  --sandbox: read-only',
      '  --search:',
      '  --config: { a: 1 }',
      '  --list: [a, [b]]',
      '  --maps: [{ a: 1 }]',
      '  --nothing: [~]',
      '  --more[]:',
    ),
    findings: [
      'workflow.yml:9:7 error `agents.coder.args.--search` has no value: write `--search: true` for a flag without a value [agent_args] agents.coder.args.--search',
      'workflow.yml:10:17 error `agents.coder.args.--config` is a map: a flag takes a text, a number, `true`, or a list of those, for example `--config: [key=value]` [agent_args] agents.coder.args.--config',
      'workflow.yml:11:15 error `agents.coder.args.--list` has a list in its list: write its items as texts, numbers or booleans [agent_args] agents.coder.args.--list',
      'workflow.yml:12:15 error `agents.coder.args.--maps` has a map in its list: write its items as texts, numbers or booleans [agent_args] agents.coder.args.--maps',
      'workflow.yml:13:18 error `agents.coder.args.--nothing` has an item without a value in its list: write its items as texts, numbers or booleans [agent_args] agents.coder.args.--nothing',
      'workflow.yml:14:7 error `agents.coder.args.--more[]` has no value: write `--more: true` for a flag without a value [agent_args] agents.coder.args.--more[]',
    ],
  },
  {
    title: 'args of a command',
    text: withAgent('runtime: command', 'command: [./agent]', 'args: { --json: true }'),
    findings: [
      'workflow.yml:7:5 error `agents.coder.args` is for codex and claude_code: write the arguments of a command in `agents.coder.command` [agent_args] agents.coder.args',
    ],
  },
  {
    title: 'a command for codex',
    text: withAgent('runtime: codex', 'model: m', 'args: { --sandbox: read-only }', 'command: [codex]'),
    findings: [
      'workflow.yml:8:5 warning `agents.coder.command` is not used: it is for `runtime: command`, and this profile runs codex [unknown_field] agents.coder.command',
    ],
  },
  {
    title: 'lists that codex reads as one value',
    text: withAgent(
      'runtime: codex',
      'model: m',
      'args:',
      '  -s: read-only',
      '  --config: [a=1, b=2]',
      '  -c: [a]',
      '  --image: [a, b]',
      '  --enable[]: [a, b]',
      '  --other: [a, b]',
    ),
    findings: [
      'workflow.yml:9:7 warning `--config` becomes one `--config a=1,b=2`, which codex reads as one value: write `--config[]` to repeat the flag [repeated_flag] agents.coder.args.--config',
      'workflow.yml:11:7 warning `--image` becomes one `--image a,b`, which codex reads as one value: write `--image[]` to repeat the flag [repeated_flag] agents.coder.args.--image',
    ],
  },
  {
    title: 'lists that Claude Code splits itself',
    text: withAgent(
      'runtime: claude_code',
      'model: m',
      'args: { --allowedTools: [A, B], --add-dir: [a, b] }',
    ),
    findings: [],
  },
  {
    title: 'a Claude profile that may do nothing',
    text: withAgent('runtime: claude_code', 'model: m', 'args: { --verbose: true }'),
    findings: [
      'workflow.yml:4:3 warning `agents.coder` has no permission flag in its `args`: Claude Code is refused every change then, and the run is green; write `--permission-mode: acceptEdits` with `--allowedTools[]: [...]`, or `--permission-mode: bypassPermissions` [no_permission_flag] agents.coder',
    ],
  },
  {
    title: 'variables that no agent gets',
    text: withAgent(
      'runtime: command',
      'command: [x]',
      'env: [MY_KEY, ACTIONS_RUNTIME_TOKEN, INPUT_GITHUB_TOKEN, NODE_OPTIONS]',
    ),
    findings: [
      'workflow.yml:7:19 warning `agents.coder.env.1`: no program that Vik starts gets `ACTIONS_RUNTIME_TOKEN`, so naming it here changes nothing [withheld_variable] agents.coder.env.1',
      'workflow.yml:7:42 warning `agents.coder.env.2`: no program that Vik starts gets `INPUT_GITHUB_TOKEN`, so naming it here changes nothing [withheld_variable] agents.coder.env.2',
      'workflow.yml:7:62 warning `agents.coder.env.3`: no program that Vik starts gets `NODE_OPTIONS`, so naming it here changes nothing [withheld_variable] agents.coder.env.3',
    ],
  },
  {
    title: 'a Codex profile that may do nothing',
    text: withAgent('runtime: codex', 'model: m'),
    findings: [
      'workflow.yml:4:3 warning `agents.coder` has no `--sandbox` in its `args`: codex may only read then; write `--sandbox: workspace-write` (or `danger-full-access` on a runner of its own) [no_permission_flag] agents.coder',
    ],
  },
  {
    title: 'a Codex profile that may do what its configuration says',
    text: withAgent('runtime: codex', 'model: m', 'args: { --config: sandbox_mode="workspace-write" }'),
    findings: [],
  },
  {
    title: 'a Codex profile that may do everything',
    text: withAgent(
      'runtime: codex',
      'model: m',
      'args: { --dangerously-bypass-approvals-and-sandbox: true }',
    ),
    findings: [],
  },
  {
    title: 'stages that nothing moves on',
    text: withStages(
      `plan: { ${STAGE} }`,
      `work: { when: { state: work }, agent: coder, prompt: x, on_success: {} }`,
      `test: { when: { state: test }, agent: coder, prompt: x, on_failure: {} }`,
    ),
    findings: [
      'workflow.yml:5:5 warning stage `plan` has no `on_success` and no `on_failure`: unless the agent moves the issue itself, the next run works it, and pays for it, again [no_transition] issue.stages.plan',
      'workflow.yml:6:5 warning stage `work` has no `on_failure`: unless the agent moves the issue itself, a failed issue is tried again by every run [no_transition] issue.stages.work',
      'workflow.yml:7:5 warning stage `test` has no `on_success`: unless the agent moves the issue itself, the next run works it, and pays for it, again [no_transition] issue.stages.test',
    ],
  },
  {
    title: 'on_start into a state that a stage works',
    text: withStages(
      `plan: { ${STAGE}, on_start: { state: work }, ${ENDS} }`,
      `work: { when: { state: work }, agent: coder, prompt: x, ${ENDS} }`,
    ),
    findings: [
      'workflow.yml:5:80 error `on_start` sets `work`, which stage `work` works: it would start while this one runs; use a state that no stage has in `when` [transition_conflict] issue.stages.plan.on_start.state',
    ],
  },
  {
    title: 'on_start that nothing takes back',
    text: withStages(
      `plan: { ${STAGE}, on_start: { state: planning }, on_success: { state: done }, on_failure: { add_labels: [failed] } }`,
    ),
    findings: [
      'workflow.yml:5:80 error `on_start` sets `planning`, and nothing takes it back when the agent fails: add `on_failure: { state: ... }` [transition_conflict] issue.stages.plan.on_start.state',
    ],
  },
  {
    title: 'two stages that both move the same state',
    text: withStages(
      `plan: { ${STAGE}, ${ENDS} }`,
      `work: { ${STAGE}, on_success: {}, on_failure: { state: failed } }`,
      `note: { ${STAGE}, on_success: { add_labels: [a] }, on_failure: {} }`,
    ),
    findings: [
      'workflow.yml:6:98 error stages `plan` and `work` both work `todo` and both set a state: only one of them may; give the other one no `state` [transition_conflict] issue.stages.work.on_failure.state',
    ],
  },
  {
    title: 'transitions with a command intake',
    text: ON_PULL,
    findings: [
      'workflow.yml:5:61 error `on_success` needs `issues.github`: with `issues.pull` nobody but the agent or a hook can move the issue; remove it [transition_conflict] issue.stages.plan.on_success',
      'workflow.yml:5:90 error `on_failure` needs `issues.github`: with `issues.pull` nobody but the agent or a hook can move the issue; remove it [transition_conflict] issue.stages.plan.on_failure',
    ],
  },
  {
    title: 'states that differ in case',
    text: withStages(
      `plan: { ${STAGE}, on_success: { state: Work }, on_failure: {} }`,
      `work: { when: { state: work }, agent: coder, prompt: x, on_success: { state: TODO }, on_failure: {} }`,
    ),
    findings: [
      'workflow.yml:6:28 error state `work` differs from `Work` only in case, and GitHub takes them for one label: write both the same [case_conflict] issue.stages.work.when.state',
      'workflow.yml:6:82 error state `TODO` differs from `todo` only in case, and GitHub takes them for one label: write both the same [case_conflict] issue.stages.work.on_success.state',
    ],
  },
  {
    title: 'states that differ in case, from a command',
    text: `${withStages(`plan: { ${STAGE} }`, 'work: { when: { state: Todo }, agent: coder, prompt: x }')}issues: { pull: { command: ./list } }\n`,
    findings: [],
  },
  {
    title: 'mistakes of every kind at once',
    text: `${withStages(
      `plan: { when: { state: 1.5 }, agent: codr, prompt_file: no.md, retry: { max_attempts: 0 } }`,
    )}lop: {}\nloop: { wait_ms: x }\n`,
    findings: [
      'workflow.yml:5:42 error agent `codr` is not in `agents`, which has `coder`; did you mean `coder`? [unknown_agent] issue.stages.plan.agent',
      "workflow.yml:5:61 error prompt file `no.md` does not exist; paths start at the workflow file's folder [prompt_file_missing] issue.stages.plan.prompt_file",
      'workflow.yml:5:91 error `issue.stages.plan.retry.max_attempts` is `0`: expected a whole number of at least 1, for example `max_attempts: 2` [non_positive_number] issue.stages.plan.retry.max_attempts',
      'workflow.yml:7:18 error `loop.wait_ms` is `x`: expected a whole number of at least 1, for example `wait_ms: 5000` [wrong_type] loop.wait_ms',
      'workflow.yml:5:5 warning stage `plan` has no `on_success` and no `on_failure`: unless the agent moves the issue itself, the next run works it, and pays for it, again [no_transition] issue.stages.plan',
      'workflow.yml:6:1 warning `lop` is not a known key and is ignored; did you mean `loop`? [unknown_field] lop',
    ],
  },
];

import { type Case, ENDS, STAGE, withStages } from './cases.ts';

const expecting = (expect: string, ends = ENDS): string =>
  withStages(`plan: { ${STAGE}, ${ends}, expect: ${expect} }`);
const onPull = (expect: string): string =>
  `${withStages(`plan: { ${STAGE}, expect: ${expect} }`)}issues: { pull: { command: ./list } }\n`;

/** Mistakes in what a stage expects. */
export const cases: readonly Case[] = [
  {
    title: 'everything that can be expected on GitHub',
    text: expecting(
      "[state_changed, comment, commits, pull_request, clean_worktree, { output: '(?i:done)' }, { output: tests }]",
      'on_failure: { state: failed }',
    ),
    findings: [],
  },
  {
    title: 'everything that can be expected of issues from a command',
    text: onPull('[state_changed, commits, clean_worktree, { output: done }]'),
    findings: [],
  },
  {
    title: 'an expectation that is almost one',
    text: expecting('[commits, coment]'),
    findings: [
      'workflow.yml:5:139 error `issue.stages.plan.expect.1` is `coment`: expected `state_changed`, `comment`, `commits`, `pull_request` or `clean_worktree` or a map; did you mean `comment`? [wrong_type] issue.stages.plan.expect.1',
    ],
  },
  {
    title: 'an expectation that is none',
    text: expecting('[3]'),
    findings: [
      'workflow.yml:5:130 error `issue.stages.plan.expect.0` is `3`: expected `state_changed`, `comment`, `commits`, `pull_request` or `clean_worktree` or a map, for example `state_changed` [wrong_type] issue.stages.plan.expect.0',
    ],
  },
  {
    title: 'an expectation without a list',
    text: expecting('commits'),
    findings: [
      'workflow.yml:5:129 error `issue.stages.plan.expect` is `commits`: expected a list, for example `expect: [state_changed, commits]` [wrong_type] issue.stages.plan.expect',
    ],
  },
  {
    title: 'an output that is written as another key',
    text: expecting('[{ outptu: done }]'),
    findings: [
      'workflow.yml:5:130 error `issue.stages.plan.expect.0.output` is missing: expected a text, for example `output: "(?i:all tests pass)"` [missing_field] issue.stages.plan.expect.0.output',
      'workflow.yml:5:132 warning `issue.stages.plan.expect.0.outptu` is not a known key and is ignored; did you mean `output`? [unknown_field] issue.stages.plan.expect.0.outptu',
    ],
  },
  {
    title: 'an empty regular expression, which everything matches',
    text: expecting("[{ output: '' }]"),
    findings: [
      'workflow.yml:5:140 error `issue.stages.plan.expect.0.output` is empty: expected a text, for example `output: "(?i:all tests pass)"` [empty_str] issue.stages.plan.expect.0.output',
    ],
  },
  {
    title: 'no regular expression',
    text: expecting("[{ output: '(done' }]"),
    findings: [
      'workflow.yml:5:140 error `(done` is no regular expression: Unterminated group [expectation] issue.stages.plan.expect.0.output',
    ],
  },
  {
    title: 'an escape that means nothing',
    text: expecting("[{ output: 'a\\-b' }]"),
    findings: [
      'workflow.yml:5:140 error `a\\-b` is no regular expression: Invalid escape [expectation] issue.stages.plan.expect.0.output',
    ],
  },
  {
    title: 'the same expectation twice',
    text: expecting('[commits, { output: a }, commits, { output: a }]'),
    findings: [
      'workflow.yml:5:154 error `commits` is expected twice: remove one of them [expectation] issue.stages.plan.expect.2',
      'workflow.yml:5:163 error `output: a` is expected twice: remove one of them [expectation] issue.stages.plan.expect.3',
    ],
  },
  {
    title: 'a state that the agent and the Action both change',
    text: expecting('[state_changed]'),
    findings: [
      'workflow.yml:5:130 error `state_changed` is for an agent that moves the issue itself, and `on_success` of this stage sets `done` after the check: keep one of them [transition_conflict] issue.stages.plan.expect.0',
    ],
  },
  {
    title: 'what a pull command has nothing of',
    text: onPull('[comment, pull_request]'),
    findings: [
      'workflow.yml:5:70 error `comment` needs `issues.github`: with `issues.pull` there is no issue on GitHub to look at; remove it [expectation] issue.stages.plan.expect.0',
      'workflow.yml:5:79 error `pull_request` needs `issues.github`: with `issues.pull` there is no issue on GitHub to look at; remove it [expectation] issue.stages.plan.expect.1',
    ],
  },
];

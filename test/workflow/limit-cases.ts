import { type Case, ENDS, withAgent, withStages } from './cases.ts';

const PERMITTED = 'args: { --sandbox: read-only }';
const PRICES = 'prices: { gpt-5.5: { input: 1, cached_input: 0, output: 8 } }';

/** Mistakes about limits, money and versions. */
export const cases: readonly Case[] = [
  {
    title: 'limits that are none',
    text: withAgent(
      'runtime: codex',
      'model: gpt-5.5',
      PERMITTED,
      ...['timeout_minutes: 0', 'stall_minutes: -1', 'exit_grace_sec: soon', 'max_cost_usd: 0'],
      'max_output_tokens: 1.5',
    ),
    findings: [
      'workflow.yml:8:22 error `agents.coder.timeout_minutes` is `0`: expected a number above 0, for example `timeout_minutes: 60` [non_positive_number] agents.coder.timeout_minutes',
      'workflow.yml:9:20 error `agents.coder.stall_minutes` is `-1`: expected a number of at least 0, for example `stall_minutes: 30` [non_positive_number] agents.coder.stall_minutes',
      'workflow.yml:10:21 error `agents.coder.exit_grace_sec` is `soon`: expected a number of at least 0, for example `exit_grace_sec: 60` [wrong_type] agents.coder.exit_grace_sec',
      'workflow.yml:11:19 error `agents.coder.max_cost_usd` is `0`: expected a number above 0, for example `max_cost_usd: 2.5` [non_positive_number] agents.coder.max_cost_usd',
      'workflow.yml:12:24 error `agents.coder.max_output_tokens` is `1.5`: expected a whole number of at least 1, for example `max_output_tokens: 50000` [wrong_type] agents.coder.max_output_tokens',
    ],
  },
  {
    title: 'limits of a stage that are none',
    text: withStages(
      `plan: { when: { state: todo }, agent: coder, prompt: x, ${ENDS}, timeout_minutes: -1, max_output_tokens: 0, max_cost: 1 }`,
    ),
    findings: [
      'workflow.yml:5:138 error `issue.stages.plan.timeout_minutes` is `-1`: expected a number above 0, for example `timeout_minutes: 60` [non_positive_number] issue.stages.plan.timeout_minutes',
      'workflow.yml:5:161 error `issue.stages.plan.max_output_tokens` is `0`: expected a whole number of at least 1, for example `max_output_tokens: 50000` [non_positive_number] issue.stages.plan.max_output_tokens',
      'workflow.yml:5:164 warning `issue.stages.plan.max_cost` is not a known key and is ignored; did you mean `max_cost_usd`? [unknown_field] issue.stages.plan.max_cost',
    ],
  },
  {
    title: 'a limit in dollars that nobody can check, in a profile and in a stage',
    text: `${withStages(
      `plan: { when: { state: todo }, agent: coder, prompt: x, ${ENDS}, max_cost_usd: 1 }`,
    ).replace(
      'model: gpt-5.5',
      'model: gpt-5.5, max_cost_usd: 3',
    )}prices: { gpt5.5: { input: 1, cached_input: 1, output: 1 } }\nloop: { max_cost_usd: 9 }\n`,
    findings: [
      "workflow.yml:2:44 error `agents.coder.max_cost_usd` can't hold: codex prints no cost, and `prices` has no `gpt-5.5`; add `prices: { gpt-5.5: { input: ..., cached_input: ..., output: ... } }`, dollars per million tokens; did you mean `gpt5.5`? [no_price] agents.coder.max_cost_usd",
      "workflow.yml:5:121 error `issue.stages.plan.max_cost_usd` can't hold: codex prints no cost, and `prices` has no `gpt-5.5`; add `prices: { gpt-5.5: { input: ..., cached_input: ..., output: ... } }`, dollars per million tokens; did you mean `gpt5.5`? [no_price] issue.stages.plan.max_cost_usd",
      'workflow.yml:6:11 warning `prices.gpt5.5` is not used: no codex profile has that model; did you mean `gpt-5.5`? [unknown_field] prices.gpt5.5',
      'workflow.yml:7:9 warning `loop.max_cost_usd` does not see what `agents.coder` costs: codex prints no cost, and `prices` has no `gpt-5.5`; add `prices: { gpt-5.5: { input: ..., cached_input: ..., output: ... } }`, dollars per million tokens; did you mean `gpt5.5`? [no_price] loop.max_cost_usd',
    ],
  },
  {
    title: 'limits in dollars with a price',
    text: `${withStages(
      `plan: { when: { state: todo }, agent: coder, prompt: x, ${ENDS}, max_cost_usd: 1 }`,
    )}${PRICES}\nloop: { max_cost_usd: 9 }\n`,
    findings: [],
  },
  {
    title: 'a limit in dollars for a program that prints its cost',
    text: withAgent('runtime: command', 'command: [./agent]', 'max_cost_usd: 1'),
    findings: [],
  },
  {
    title: 'prices that are none',
    text: `${withAgent('runtime: codex', 'model: gpt-5.5', PERMITTED)}prices: { gpt-5.5: { input: -1, output: free } }\n`,
    findings: [
      'workflow.yml:8:11 error `prices.gpt-5.5.cached_input` is missing: expected a number of at least 0, for example `cached_input: 0.125` [missing_field] prices.gpt-5.5.cached_input',
      'workflow.yml:8:29 error `prices.gpt-5.5.input` is `-1`: expected a number of at least 0, for example `input: 1.25` [non_positive_number] prices.gpt-5.5.input',
      'workflow.yml:8:41 error `prices.gpt-5.5.output` is `free`: expected a number of at least 0, for example `output: 10` [wrong_type] prices.gpt-5.5.output',
    ],
  },
  {
    title: 'versions that npm could not mean',
    text: withAgent('runtime: codex', 'model: m', PERMITTED, 'version: latest'),
    findings: [
      'workflow.yml:8:14 error `agents.coder.version` is `latest`: expected an exact version or a semver range, for example `version: 0.169.0` or `version: ^0.169.0` [bad_version] agents.coder.version',
    ],
  },
  {
    title: 'a version with nothing in it',
    text: withAgent('runtime: codex', 'model: m', PERMITTED, 'version: " "'),
    findings: [
      'workflow.yml:8:14 error `agents.coder.version` is empty: expected a text, for example `version: 0.169.0` [empty_str] agents.coder.version',
    ],
  },
  ...['0.169.0', '0.169', '^2.1.0', '">=1 <2 || 3.x"', '2.1.197-beta.1', '"*"'].map((version) => ({
    title: `the version ${version}`,
    text: withAgent('runtime: codex', 'model: m', PERMITTED, `version: ${version}`),
    findings: [],
  })),
  {
    title: 'the version of a command',
    text: withAgent('runtime: command', 'command: [./agent]', 'version: 1.2.3'),
    findings: [
      'workflow.yml:7:5 warning `agents.coder.version` is not used: only codex and claude_code are installed by Vik [unknown_field] agents.coder.version',
    ],
  },
];

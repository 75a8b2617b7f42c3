import type { AgentProfile } from '../workflow/workflow.ts';
import type { Adapter } from './adapter.ts';
import { hasBudget } from './budget.ts';
import { createClaudeLineMapper } from './claude-lines.ts';
import { requireModel } from './model.ts';

/** Claude Code, `claude -p --output-format stream-json`, as observed in version 2.1.197. */
export const claudeCode: Adapter = {
  commandLine(profile) {
    const model = requireModel(profile);
    return {
      program: 'claude',
      args: [
        ...['--verbose', '--output-format', 'stream-json', '--model', model],
        ...budgetFlags(profile),
        ...['-p', ...profile.flags],
      ],
    };
  },
  extraEnv: (_profile, env) =>
    // Its own ten retries take three minutes, also for a wrong key.
    Object.hasOwn(env, 'CLAUDE_CODE_MAX_RETRIES') ? {} : { CLAUDE_CODE_MAX_RETRIES: '4' },
  createLineMapper: createClaudeLineMapper,
  installHint: () =>
    'give the profile a `version`, and it gets installed, or install it before this step: `npm install -g @anthropic-ai/claude-code`',
  silenceIsSuccess: false,
  usageFile: undefined,
  versionArgs: ['--version'],
  // `system/init` does.
  saysVersion: true,
};

/** It tells its usage only in its last line, unless it prints each message while it is written. */
function budgetFlags({ maxCostUsd, maxOutputTokens, flags }: AgentProfile): string[] {
  if (!hasBudget({ maxCostUsd, maxOutputTokens })) return [];
  const given = (flag: string) => flags.some((each) => each === flag || each.startsWith(`${flag}=`));
  return [
    ...(given('--include-partial-messages') ? [] : ['--include-partial-messages']),
    ...(maxCostUsd === undefined || given('--max-budget-usd')
      ? []
      : ['--max-budget-usd', String(maxCostUsd)]),
  ];
}

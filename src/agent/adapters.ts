import type { RuntimeName } from '../workflow/workflow.ts';
import type { Adapter } from './adapter.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { command } from './command.ts';

/** Every runtime a workflow file can name. */
export const adapters = {
  codex,
  claude_code: claudeCode,
  command,
} as const satisfies Record<RuntimeName, Adapter>;

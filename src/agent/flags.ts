import type { RuntimeName } from '../workflow/workflow.ts';

/** One value under `args`. Numbers come as the text that the author wrote. */
export type ArgValue = string | number | boolean | readonly (string | number | boolean)[];

/** What in `args` the author should change. */
export interface ArgProblem {
  /** The key under `args`, as written. */
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/**
 * An agent's `args` as flags, in the file's order: a text or number gives `flag value`, `true` gives `flag`, `false`
 * nothing, a list `flag a,b` (as vik does); a key that ends in `[]` repeats its flag for each item.
 */
export function agentFlags(args: ReadonlyMap<string, ArgValue>): string[] {
  const flags: string[] = [];
  for (const [key, value] of args) {
    const flag = flagOf(key);
    if (typeof value === 'boolean') {
      if (value) flags.push(flag);
    } else if (typeof value !== 'object') {
      flags.push(flag, String(value));
    } else if (key.endsWith('[]')) {
      for (const item of value) flags.push(flag, String(item));
    } else {
      flags.push(flag, value.map(String).join(','));
    }
  }
  return flags;
}

/**
 * Flags that the adapter gives itself: a second one would change what it reads, or be refused by the program. `false`,
 * which gives none, is no way to turn one off.
 */
const OWNED: Readonly<Record<RuntimeName, readonly string[]>> = {
  // Codex's own `-p` chooses a profile of its configuration, so it stays the author's.
  codex: ['--json', '--output-format', '--input-format', '--print', '-m', '--model'],
  claude_code: ['--json', '--output-format', '--input-format', '-p', '--print', '-m', '--model'],
  command: [],
};

/** Flags of Codex that take one value each: joined by a comma, all but the first get lost or are refused. */
const REPEATED_BY_CODEX: readonly string[] = [
  '--config',
  '-c',
  '--enable',
  '--disable',
  '--add-dir',
  '--image',
];

/** What the adapter of a runtime can't take, and what its program would read differently than it looks. */
export function checkAgentArgs(runtime: RuntimeName, args: ReadonlyMap<string, ArgValue>): ArgProblem[] {
  const problems: ArgProblem[] = [];
  for (const [key, value] of args) {
    const [flag = ''] = flagOf(key).split('=', 1);
    if (OWNED[runtime].includes(flag)) {
      const instead =
        flag === '-m' || flag === '--model'
          ? 'write `model:` in the profile instead'
          : 'remove it, Vik gives it itself';
      problems.push({ key, severity: 'error', message: `\`${flag}\` is not for \`args\`: ${instead}` });
    }
    const many = typeof value === 'object' && value.length > 1;
    if (runtime === 'codex' && many && !key.endsWith('[]') && REPEATED_BY_CODEX.includes(flag)) {
      const message = `\`${key}\` becomes one \`${flag} ${value.map(String).join(',')}\`, which codex reads as one value: write \`${key}[]\` to repeat the flag`;
      problems.push({ key, severity: 'warning', message });
    }
  }
  return problems;
}

const CLAUDE_PERMISSIONS: readonly string[] = [
  '--permission-mode',
  '--dangerously-skip-permissions',
  '--allowedTools',
  '--allowed-tools',
  '--permission-prompt-tool',
  '--settings',
];

const CODEX_PERMISSIONS: readonly string[] = [
  '--sandbox',
  '-s',
  '--full-auto',
  '--dangerously-bypass-approvals-and-sandbox',
  '--yolo',
];

/**
 * Whether a profile says what the agent may do. Without it Claude Code is refused every tool and Codex may not
 * write: the session would do nothing and be green.
 */
export function grantsPermission(runtime: RuntimeName, flags: readonly string[]): boolean {
  if (runtime === 'command') return true;
  const known = runtime === 'codex' ? CODEX_PERMISSIONS : CLAUDE_PERMISSIONS;
  if (flags.some((flag) => known.includes(flag.split('=', 1)[0] ?? flag))) return true;
  return runtime === 'codex' && flags.some((value) => /^sandbox_mode\s*=/.test(value));
}

function flagOf(key: string): string {
  return key.endsWith('[]') ? key.slice(0, -2) : key;
}

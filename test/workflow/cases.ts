/** One mistake, the files beside the workflow file, and every finding that it gives. */
export interface Case {
  readonly title: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

/** A GitHub intake with one agent, and a stage for each line. */
export function withStages(...stages: readonly string[]): string {
  return `agents:
  coder: { runtime: codex, model: gpt-5.5, args: { --sandbox: read-only } }
issue:
  stages:
    ${stages.join('\n    ')}
`;
}

/** A command intake whose agent profile has these lines. */
export function withAgent(...lines: readonly string[]): string {
  return `issues: { pull: { command: ./list } }
issue: { stages: { plan: { when: { state: todo }, agent: coder, prompt: x } } }
agents:
  coder:
    ${lines.join('\n    ')}
`;
}

/** A correct file with these lines at its end. */
export function withTop(...lines: readonly string[]): string {
  return `${withStages(`plan: { ${STAGE}, ${ENDS} }`)}${lines.join('\n')}\n`;
}

export const STAGE = 'when: { state: todo }, agent: coder, prompt: x';
export const ENDS = 'on_success: { state: done }, on_failure: { state: failed }';

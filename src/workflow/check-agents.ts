import { agentFlags, checkAgentArgs, grantsPermission } from '../agent/flags.ts';
import { isWithheld } from '../environment/withheld.ts';
import type { Draft, DraftAgent } from './draft.ts';
import type { Findings } from './findings.ts';
import { isNothing, type Path, type ReadValues } from './read-values.ts';

/** What the keys of one agent profile say together. */
export function checkAgents(draft: Draft, read: ReadValues, findings: Findings): void {
  for (const [name, agent] of draft.agents) checkAgent(name, agent, read, findings);
}

function checkAgent(name: string, agent: DraftAgent, read: ReadValues, findings: Findings): void {
  const path = ['agents', name];
  const pointer = path.join('.');
  const { runtime, args = new Map() } = agent;
  const has = (key: string): boolean => {
    const place = read.placeOf([...path, key]);
    return place !== undefined && !isNothing(place.node);
  };
  checkEnv(pointer, agent, path, findings);
  if (runtime === undefined) return;

  if (runtime === 'command') {
    if (!has('command')) {
      const message = `\`${pointer}.command\` is missing: the runtime \`command\` needs its program, for example \`command: [./agent.sh, --json]\``;
      findings.error('missing_field', [...path, 'command'], message, 'key');
    } else if (agent.command !== undefined && agent.command[0]?.trim() === '') {
      findings.error(
        'empty_str',
        [...path, 'command', 0],
        `\`${pointer}.command.0\` is empty: expected a program`,
      );
    }
    if (has('version')) {
      const message = `\`${pointer}.version\` is not used: only codex and claude_code are installed by Vik`;
      findings.warning('unknown_field', [...path, 'version'], message, 'key');
    }
    if (args.size > 0) {
      const message = `\`${pointer}.args\` is for codex and claude_code: write the arguments of a command in \`${pointer}.command\``;
      findings.error('agent_args', [...path, 'args'], message, 'key');
    }
    return;
  }

  if (!has('model')) {
    const example = runtime === 'codex' ? 'gpt-5.5' : 'claude-sonnet-4-6';
    const message = `\`${pointer}.model\` is missing: ${runtime} needs the name of a model, for example \`model: ${example}\``;
    findings.error('missing_field', [...path, 'model'], message, 'key');
  }
  if (has('command')) {
    const message = `\`${pointer}.command\` is not used: it is for \`runtime: command\`, and this profile runs ${runtime}`;
    findings.warning('unknown_field', [...path, 'command'], message, 'key');
  }
  for (const { key, severity, message } of checkAgentArgs(runtime, args)) {
    const at = [...path, 'args', key];
    if (severity === 'error') findings.error('agent_args', at, message, 'key');
    else findings.warning('repeated_flag', at, message, 'key');
  }
  if (!grantsPermission(runtime, agentFlags(args))) {
    findings.warning('no_permission_flag', path, permissionAdvice(pointer, runtime), 'key');
  }
}

function checkEnv(pointer: string, { env = [] }: DraftAgent, path: Path, findings: Findings): void {
  for (const [index, name] of env.entries()) {
    if (!isWithheld(name)) continue;
    const message = `\`${pointer}.env.${index}\`: no program that Vik starts gets \`${name}\`, so naming it here changes nothing`;
    findings.warning('withheld_variable', [...path, 'env', index], message);
  }
}

function permissionAdvice(pointer: string, runtime: 'codex' | 'claude_code'): string {
  return runtime === 'codex'
    ? `\`${pointer}\` has no \`--sandbox\` in its \`args\`: codex may only read then; write \`--sandbox: workspace-write\` (or \`danger-full-access\` on a runner of its own)`
    : `\`${pointer}\` has no permission flag in its \`args\`: Claude Code is refused every change then, and the run is green; write \`--permission-mode: acceptEdits\` with \`--allowedTools[]: [...]\`, or \`--permission-mode: bypassPermissions\``;
}

/** What works in vik and would not work here, as far as a prompt shows it. See "Coming from vik" in the documentation. */
import { findCommandSpans } from '../stage/command-spans.ts';
import { type Piece, splitTemplate } from '../stage/template-pieces.ts';
import type { Stage, Workflow } from '../workflow/workflow.ts';
import { type Finding, type FindPlace, placeInText } from './finding.ts';

/** Commands of `gh` and git that GitHub refuses without a token. */
const NEEDS_TOKEN =
  /(?<![\w./-])(?:gh (?:api|issue|label|pr|project|release|repo|run|search|workflow)|git push)(?![\w-])/g;

/** A prompt command that names a program of the checkout: `./scripts/context`. */
const RELATIVE_PROGRAM = /^\s*(\.\.?\/[\w./-]+)/;

export function checkPrompts(
  { stages, afterCreate }: Pick<Workflow, 'stages' | 'afterCreate'>,
  placeOf: FindPlace,
): Finding[] {
  return stages.flatMap((stage) => {
    const { source } = stage.prompt;
    const pieces = splitTemplate(source);
    const { spans } = findCommandSpans(source, pieces);
    const findings: Finding[] = [];
    const told = visibleText(source, pieces, spans);
    const [call] = told.matchAll(NEEDS_TOKEN);
    if (call !== undefined && !stage.agent.githubToken) {
      findings.push({
        severity: 'warning',
        code: 'agent_needs_token',
        message: `the prompt of ${stage.name} says \`${call[0]}\`, and agent \`${stage.agent.name}\` has no token: let \`on_success\` or a hook do it, or write \`github_token: true\` into the profile, which lets whoever writes an issue try to make the agent use it`,
        place: placeIn(stage, call.index, placeOf),
      });
    }
    const isEmpty = afterCreate === undefined && stage.beforeRun === undefined;
    for (const { bodyStart, bodyEnd } of isEmpty ? spans : []) {
      const program = RELATIVE_PROGRAM.exec(source.slice(bodyStart, bodyEnd))?.[1];
      if (program === undefined) continue;
      findings.push({
        severity: 'warning',
        code: 'command_not_in_workspace',
        message: `the prompt of ${stage.name} runs \`${program}\` in the issue's workspace, which is an empty folder without an \`after_create\` hook: clone the repository there, or write \`{{ workflow_dir }}\` before the path`,
        place: placeIn(stage, bodyStart, placeOf),
      });
    }
    return findings;
  });
}

/** The text as long as it was, with what the agent never reads as text (commands, comments) as spaces. */
function visibleText(
  source: string,
  pieces: readonly Piece[],
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  const hidden = [...spans, ...pieces.filter(({ kind }) => kind !== 'text' && kind !== 'raw')];
  let text = source;
  for (const { start, end } of hidden) {
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

function placeIn({ name, prompt }: Stage, offset: number, placeOf: FindPlace): Finding['place'] {
  return prompt.file === undefined
    ? placeOf(['issue', 'stages', name, 'prompt'])
    : placeInText(prompt.file, prompt.source, offset, prompt.pointer);
}

import type { Draft, DraftStage } from './draft.ts';
import type { Findings } from './findings.ts';
import { isNothing, type ReadValues } from './read-values.ts';
import { alternatives, didYouMean } from './suggest.ts';

/** What the keys of one stage say together, and the names that a stage refers to. */
export function checkStages(draft: Draft, read: ReadValues, findings: Findings): void {
  const agents = [...draft.agents.keys()];
  for (const [name, stage] of draft.issue.stages) {
    if (name.trim() === '') {
      const offset = read.placeOf(['issue', 'stages', name])?.keyOffset ?? 0;
      findings.errorAt('empty_str', ['issue', 'stages'], 'a stage has an empty name: give it one', offset);
    }
    checkAgentName(name, stage, agents, findings);
    checkPromptSource(name, read, findings);
  }
}

function checkAgentName(
  name: string,
  stage: DraftStage,
  agents: readonly string[],
  findings: Findings,
): void {
  if (stage.agent === undefined || agents.length === 0 || agents.includes(stage.agent)) return;
  const near = didYouMean(stage.agent, agents);
  const message = `agent \`${stage.agent}\` is not in \`agents\`, which has ${alternatives(agents).replace(/ or (?=`[^`]*`$)/, ' and ')}${near}`;
  findings.error('unknown_agent', ['issue', 'stages', name, 'agent'], message);
}

function checkPromptSource(name: string, read: ReadValues, findings: Findings): void {
  const path = ['issue', 'stages', name];
  const given = ['prompt_file', 'prompt'].flatMap((key) => {
    const place = read.placeOf([...path, key]);
    return place === undefined || isNothing(place.node) ? [] : [place];
  });
  const pointer = path.join('.');
  const [first, second] = given.sort((a, b) => a.keyOffset - b.keyOffset);
  if (second !== undefined) {
    const message = `\`${pointer}\` has both \`prompt_file\` and \`prompt\`: keep one of them`;
    findings.error('prompt_source', second.path, message, 'key');
  } else if (first === undefined && read.placeOf(path) !== undefined) {
    const message = `\`${pointer}\` has no prompt: write \`prompt_file: prompts/${fileName(name)}.md\`, or \`prompt\` with the text`;
    findings.error('prompt_source', path, message, 'key');
  }
}

function fileName(stage: string): string {
  return stage.replace(/[^A-Za-z0-9._-]/g, '_');
}

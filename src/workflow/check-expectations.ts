import { messageOf } from '../errors.ts';
import type { Draft, DraftStage } from './draft.ts';
import type { Findings } from './findings.ts';

/** Expectations that read GitHub: a command's issues have no comments and no pull requests that we could read. */
const GITHUB_ONLY = ['comment', 'pull_request'];

/** Whether what the stages expect can be checked, and can hold. */
export function checkExpectations(draft: Draft, findings: Findings): void {
  for (const [name, stage] of draft.issue.stages) checkStage(name, stage, draft, findings);
}

function checkStage(name: string, stage: DraftStage, draft: Draft, findings: Findings): void {
  const seen = new Set<string>();
  for (const [index, entry] of (stage.expect ?? []).entries()) {
    if (entry === undefined) continue;
    const path = ['issue', 'stages', name, 'expect', index];
    const key = typeof entry === 'string' ? entry : JSON.stringify(entry);
    if (seen.has(key)) {
      const what = typeof entry === 'string' ? `\`${entry}\`` : `\`output: ${entry.output}\``;
      findings.error('expectation', path, `${what} is expected twice: remove one of them`);
      continue;
    }
    seen.add(key);
    if (typeof entry !== 'string') {
      const problem = findProblem(entry.output);
      if (problem !== undefined) findings.error('expectation', [...path, 'output'], problem);
    } else if (draft.issues.pull !== undefined && GITHUB_ONLY.includes(entry)) {
      const message = `\`${entry}\` needs \`issues.github\`: with \`issues.pull\` there is no issue on GitHub to look at; remove it`;
      findings.error('expectation', path, message);
    } else if (entry === 'state_changed' && stage.on_success?.state !== undefined) {
      const message = `\`state_changed\` is for an agent that moves the issue itself, and \`on_success\` of this stage sets \`${stage.on_success.state}\` after the check: keep one of them`;
      findings.error('transition_conflict', path, message);
    }
  }
}

/** In the engine's own words: `Unterminated group`. */
function findProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    const said = messageOf(error);
    const reason = said.slice(said.lastIndexOf('/u: ') + (said.includes('/u: ') ? 4 : 1));
    return `\`${pattern}\` is no regular expression: ${reason}`;
  }
}

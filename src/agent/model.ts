import type { AgentProfile } from '../workflow/workflow.ts';

/** The model of a profile whose runtime needs one. The workflow file is refused without it, so this throwing is a bug. */
export function requireModel(profile: AgentProfile): string {
  if (profile.model === undefined) throw new Error(`agent \`${profile.name}\` has no model`);
  return profile.model;
}

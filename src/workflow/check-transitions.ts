import type { Draft, DraftStage } from './draft.ts';
import type { Findings } from './findings.ts';
import type { Path } from './read-values.ts';

const TRANSITIONS = ['on_start', 'on_success', 'on_failure'] as const;

/** Whether the states and transitions of all stages fit together, and to the intake. */
export function checkTransitions(draft: Draft, findings: Findings): void {
  if (draft.issues.pull !== undefined) {
    refuseTransitions(draft, findings);
    return;
  }
  checkCase(draft, findings);
  const matched = matchedStates(draft);
  const moving = new Map<string, string>();
  for (const [name, stage] of draft.issue.stages) {
    checkOnStart(name, stage, matched, findings);
    checkOneMover(name, stage, moving, findings);
    checkBothEndings(name, stage, findings);
  }
}

/** A command's issues have no labels that could be written. */
function refuseTransitions(draft: Draft, findings: Findings): void {
  for (const [name, stage] of draft.issue.stages) {
    for (const key of TRANSITIONS) {
      if (stage[key] === undefined) continue;
      const message = `\`${key}\` needs \`issues.github\`: with \`issues.pull\` nobody but the agent or a hook can move the issue; remove it`;
      findings.error('transition_conflict', [...stagePath(name), key], message, 'key');
    }
  }
}

/** GitHub ignores case in labels: two states that differ only in case are one label. */
function checkCase(draft: Draft, findings: Findings): void {
  const spelled = new Map<string, string>();
  for (const { state, path } of namedStates(draft)) {
    const first = spelled.get(state.toLowerCase());
    if (first === undefined) spelled.set(state.toLowerCase(), state);
    else if (first !== state) {
      const message = `state \`${state}\` differs from \`${first}\` only in case, and GitHub takes them for one label: write both the same`;
      findings.error('case_conflict', path, message);
    }
  }
}

function checkOnStart(
  name: string,
  stage: DraftStage,
  matched: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  const state = stage.on_start?.state;
  if (state === undefined) return;
  const path = [...stagePath(name), 'on_start', 'state'];
  const matching = matched.get(state);
  if (matching !== undefined) {
    const message = `\`on_start\` sets \`${state}\`, which stage \`${matching}\` works: it would start while this one runs; use a state that no stage has in \`when\``;
    findings.error('transition_conflict', path, message);
  }
  if (stage.on_failure?.state === undefined) {
    const message = `\`on_start\` sets \`${state}\`, and nothing takes it back when the agent fails: add \`on_failure: { state: ... }\``;
    findings.error('transition_conflict', path, message);
  }
}

/** An issue has one state: two stages that work the same one can't both move it on. */
function checkOneMover(
  name: string,
  stage: DraftStage,
  moving: Map<string, string>,
  findings: Findings,
): void {
  const state = stage.when?.state;
  const mover = TRANSITIONS.find((key) => stage[key]?.state !== undefined);
  if (state === undefined || mover === undefined) return;
  const other = moving.get(state);
  if (other === undefined) {
    moving.set(state, name);
    return;
  }
  const message = `stages \`${other}\` and \`${name}\` both work \`${state}\` and both set a state: only one of them may; give the other one no \`state\``;
  findings.error('transition_conflict', [...stagePath(name), mover, 'state'], message);
}

function checkBothEndings(name: string, stage: DraftStage, findings: Findings): void {
  // Where the agent must move the issue itself, or fail, nothing is left to `on_success`.
  const movesItself = stage.expect?.includes('state_changed') === true;
  const missing = (['on_success', 'on_failure'] as const).filter(
    (key) => stage[key] === undefined && !(key === 'on_success' && movesItself),
  );
  if (missing.length === 0) return;
  const keys = missing.map((key) => `\`${key}\``).join(' and no ');
  const what = missing.includes('on_success')
    ? 'the next run works it, and pays for it, again'
    : 'a failed issue is tried again by every run';
  const message = `stage \`${name}\` has no ${keys}: unless the agent moves the issue itself, ${what}`;
  findings.warning('no_transition', stagePath(name), message, 'key');
}

function matchedStates(draft: Draft): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const [name, { when }] of draft.issue.stages) {
    if (when?.state !== undefined && !matched.has(when.state)) matched.set(when.state, name);
  }
  return matched;
}

function namedStates(draft: Draft): readonly { readonly state: string; readonly path: Path }[] {
  return [...draft.issue.stages].flatMap(([name, stage]) =>
    (['when', ...TRANSITIONS] as const).flatMap((key) => {
      const state = stage[key]?.state;
      return state === undefined ? [] : [{ state, path: [...stagePath(name), key, 'state'] }];
    }),
  );
}

function stagePath(name: string): Path {
  return ['issue', 'stages', name];
}

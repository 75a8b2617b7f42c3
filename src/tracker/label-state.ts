/** On GitHub the state of an issue is one of its labels. */
import type { Stage } from '../workflow/workflow.ts';

/** What an issue's labels say of its state. */
export type LabelState =
  | { readonly kind: 'state'; readonly state: string; readonly label: string }
  /** None of this file's states: not ours. */
  | { readonly kind: 'none' }
  /** Two or more of them, as they are spelled on the issue. */
  | { readonly kind: 'ambiguous'; readonly labels: readonly string[] };

/** The states of one workflow file and the labels that stand for them. */
export interface LabelStates {
  /** In the file's order, without repetition. */
  readonly states: readonly string[];
  /** `vik:todo` for `todo`. */
  labelOf(state: string): string;
  /** The state that this label stands for, in the file's spelling. */
  stateOf(label: string): string | undefined;
  read(labels: readonly string[]): LabelState;
}

/** The states that the stages match or set at their start. */
export function statesOf(stages: readonly Pick<Stage, 'state' | 'onStart'>[], prefix: string): LabelStates {
  const named = stages.flatMap(({ state, onStart }) => [state, onStart?.state ?? state]);
  return createLabelStates([...new Set(named)], prefix);
}

/** GitHub ignores case in labels, so a label that equals a state's but for case is that state. */
export function createLabelStates(states: readonly string[], prefix: string): LabelStates {
  const byLabel = new Map(states.map((state) => [fold(`${prefix}${state}`), state]));
  const stateOf = (label: string): string | undefined => byLabel.get(fold(label));
  return {
    states: [...byLabel.values()],
    labelOf: (state) => `${prefix}${state}`,
    stateOf,
    read(labels) {
      const found = labels.flatMap((label) => {
        const state = stateOf(label);
        return state === undefined ? [] : [{ label, state }];
      });
      const [first] = found;
      if (first === undefined) return { kind: 'none' };
      if (found.length > 1) return { kind: 'ambiguous', labels: found.map(({ label }) => label) };
      return { kind: 'state', ...first };
    },
  };
}

/** Whether GitHub takes these names for the same label. */
export function isSameLabel(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** Whether an issue with these labels passes: all of the required ones, none of the excluded ones. */
export function passesFilters(
  labels: readonly string[],
  filters: { readonly labels: readonly string[]; readonly excludeLabels: readonly string[] },
): boolean {
  const carried = new Set(labels.map(fold));
  return (
    filters.labels.every((label) => carried.has(fold(label))) &&
    !filters.excludeLabels.some((label) => carried.has(fold(label)))
  );
}

function fold(label: string): string {
  return label.toLowerCase();
}

/** Whether the labels that the workflow file names exist. */
import type { GithubCall, GithubClient } from '../github/client.ts';
import type { Repository } from '../github/issue-json.ts';
import { findMissingLabels } from '../github/labels.ts';
import { isSameLabel } from '../tracker/label-state.ts';
import type { GithubIntake, Stage } from '../workflow/workflow.ts';
import type { Checked, Finding, FindPlace } from './finding.ts';

export interface LabelCheck {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly intake: GithubIntake;
  readonly stages: readonly Stage[];
  /** Whether transitions can make a label that is not there. */
  readonly canCreate: boolean;
  readonly placeOf: FindPlace;
}

/** A label that is looked for, and where the file names it. */
interface Named {
  readonly label: string;
  readonly path: readonly (string | number)[];
  /** `start`: a person puts it there; `move`: a transition does; `filter`: every issue must have it; `hide`: none may. */
  readonly use: 'start' | 'move' | 'filter' | 'hide';
}

/** Rejects as `GithubClient.request` does. */
export async function checkLabels(check: LabelCheck, call: GithubCall): Promise<Checked> {
  const { client, repository, canCreate, placeOf } = check;
  const name = `${repository.owner}/${repository.repo}`;
  const named = distinct(namedLabels(check));
  const names = named.map(({ label }) => label);
  const absent = new Set(await findMissingLabels(client, repository, names, call));
  const missing = named.filter(({ label }) => absent.has(label));
  const findings: Finding[] = [];
  const facts: string[] = [];
  for (const { label, path, use } of missing) {
    if (use === 'hide') {
      facts.push(`no issue is hidden by \`${label}\`: ${name} has no such label`);
      continue;
    }
    if (use === 'move' && canCreate) {
      facts.push(`\`${label}\` does not exist yet: the first transition to it makes it`);
      continue;
    }
    const why =
      use === 'move'
        ? 'and this token may not make it, so the transition to it fails'
        : 'so no issue can be found by it';
    const message = `${name} has no label \`${label}\`, ${why}: create it on the repository's page of labels, or correct the name`;
    findings.push({ severity: 'warning', code: 'missing_label', message, place: placeOf(path) });
  }
  if (named.length > 0 && missing.length === 0) facts.push('every label that the file names exists');
  return { findings, facts };
}

function namedLabels({ intake, stages }: LabelCheck): Named[] {
  const labelOf = (state: string): string => `${intake.statePrefix}${state}`;
  const moves = stages.flatMap((stage): Named[] =>
    (['on_start', 'on_success', 'on_failure'] as const).flatMap((key): Named[] => {
      const transition = {
        on_start: stage.onStart,
        on_success: stage.onSuccess,
        on_failure: stage.onFailure,
      }[key];
      const path = ['issue', 'stages', stage.name, key];
      return [
        ...(transition?.state === undefined
          ? []
          : [{ label: labelOf(transition.state), path: [...path, 'state'], use: 'move' as const }]),
        ...(transition?.addLabels ?? []).map((label) => ({
          label,
          path: [...path, 'add_labels'],
          use: 'move' as const,
        })),
      ];
    }),
  );
  const starts = stages.map(({ name, state }): Named => {
    const label = labelOf(state);
    const isMovedTo = moves.some((move) => isSameLabel(move.label, label));
    return { label, path: ['issue', 'stages', name, 'when', 'state'], use: isMovedTo ? 'move' : 'start' };
  });
  return [
    ...intake.labels.map(
      (label, index): Named => ({
        label,
        path: ['issues', 'github', 'labels', index],
        use: 'filter',
      }),
    ),
    ...starts,
    ...moves,
    ...intake.excludeLabels.map(
      (label, index): Named => ({
        label,
        path: ['issues', 'github', 'exclude_labels', index],
        use: 'hide',
      }),
    ),
  ];
}

function distinct(named: readonly Named[]): Named[] {
  return named.filter(
    ({ label }, index) => named.findIndex((other) => isSameLabel(other.label, label)) === index,
  );
}

import { resolve, sep } from 'node:path';
import { isMap, isScalar, type ParsedNode } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import { readTextFile } from './read-text-file.ts';
import { keyText, parseYamlFile, type YamlFile, type YamlNode } from './yaml-file.ts';

export interface CallingWorkflow {
  /** GITHUB_WORKFLOW_REF: `owner/name/.github/workflows/vik.yml@refs/heads/main`. */
  readonly ref: string | undefined;
  /** GITHUB_REPOSITORY. */
  readonly repository: string | undefined;
  /** GITHUB_WORKSPACE, where that repository may be checked out. */
  readonly workspace: string;
  /** GITHUB_JOB. */
  readonly job: string | undefined;
  /** A warning in a run, an error in the doctor. */
  readonly mode: 'run' | 'doctor';
}

const MAX_BYTES = 1024 * 1024;

/** `checkConcurrency` for the GitHub workflow that runs this job. Undefined also when its file isn't checked out. */
export async function checkCallingWorkflow(calling: CallingWorkflow): Promise<Diagnostic | undefined> {
  const path = callingWorkflowPath(calling);
  if (path === undefined) return undefined;
  const file = readTextFile(path, MAX_BYTES);
  return file.kind === 'text' ? checkConcurrency(file.text, path, calling.job, calling.mode) : undefined;
}

/** Where the calling workflow's file is in the workspace; undefined when it belongs to another repository. */
export function callingWorkflowPath(
  calling: Pick<CallingWorkflow, 'ref' | 'repository' | 'workspace'>,
): string | undefined {
  const { ref = '', repository, workspace } = calling;
  const [, owner, inside] = /^([^/]+\/[^/]+)\/(.+?\.ya?ml)@/.exec(ref) ?? [];
  if (inside === undefined || owner?.toLowerCase() !== repository?.toLowerCase()) return undefined;
  const path = resolve(workspace, inside);
  return path.startsWith(resolve(workspace) + sep) ? path : undefined;
}

/**
 * Cron and label events overlap all the time: without `concurrency` at the top of the GitHub workflow, or on this
 * job, two runs work the same issues at once.
 *
 * @param text the calling workflow's file
 * @param job the id of this job; a job that the file doesn't have is one of a reusable workflow, so any job counts
 */
export function checkConcurrency(
  text: string,
  file: string,
  job: string | undefined,
  mode: 'run' | 'doctor',
): Diagnostic | undefined {
  const yaml = parseYamlFile(text);
  // GitHub itself started this job from that file: what we can't read in it says nothing.
  if (yaml.broken || !isMap(yaml.root) || hasConcurrency(yaml.root, yaml)) return undefined;
  const jobs = child(yaml.root, 'jobs', yaml);
  const ours = jobs && job !== undefined ? child(jobs.value, job, yaml) : undefined;
  const candidates = ours === undefined ? valuesOf(jobs?.value ?? null, yaml) : [ours.value];
  if (candidates.some((candidate) => hasConcurrency(candidate, yaml))) return undefined;
  const place = yaml.positionAt((ours ?? jobs)?.keyOffset ?? 0);
  const where = ours === undefined ? 'at the top of this workflow' : `in the job \`${job}\``;
  return {
    severity: mode === 'doctor' ? 'error' : 'warning',
    code: 'no_concurrency',
    pointer: ours === undefined ? 'jobs' : `jobs.${job}`,
    message: `two runs of this workflow may work the same issues at once: write \`concurrency: { group: "vik-\${{ github.repository }}", cancel-in-progress: false }\` ${where}`,
    file,
    ...place,
  };
}

function hasConcurrency(node: YamlNode, yaml: YamlFile): boolean {
  const value = child(node, 'concurrency', yaml)?.value ?? null;
  return isScalar(value) ? value.value !== null && value.value !== '' : value !== null;
}

function child(
  node: YamlNode,
  name: string,
  yaml: YamlFile,
): { readonly value: YamlNode; readonly keyOffset: number } | undefined {
  for (const { key, value } of pairs(node)) {
    if (keyText(yaml.follow(key)) === name) return { value: yaml.follow(value), keyOffset: key.range[0] };
  }
  return undefined;
}

function valuesOf(node: YamlNode, yaml: YamlFile): YamlNode[] {
  return pairs(node).map(({ value }) => yaml.follow(value));
}

function pairs(node: YamlNode): readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[] {
  return isMap(node) ? node.items : [];
}

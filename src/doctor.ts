/**
 * Checks everything that a run of this file would need, and starts nothing: no program, and no request to GitHub that
 * changes anything there. Files with errors never get here.
 */
import { homedir } from 'node:os';
import { checkCheckout } from './doctor/check-checkout.ts';
import { checkPrograms } from './doctor/check-programs.ts';
import { checkPrompts } from './doctor/check-prompts.ts';
import { checkProviderKeys } from './doctor/check-provider-keys.ts';
import { type CheckedText, checkSecrets } from './doctor/check-secrets.ts';
import { type Checked, createPlaces, type Finding, type FindPlace } from './doctor/finding.ts';
import type { Job } from './job.ts';
import { CAN_SWEEP } from './process/sweep.ts';
import { type Reported, reportChecked } from './report/report.ts';
import { createStops } from './signals.ts';
import { callingWorkflowPath } from './workflow/check-concurrency.ts';
import { type Diagnostic, formatMessage, pathIn } from './workflow/diagnostic.ts';
import { readTextFile } from './workflow/read-text-file.ts';
import type { Workflow } from './workflow/workflow.ts';

/** A doctor that waits longer for GitHub says so instead. */
const LONGEST_MS = 60_000;

/**
 * Reports what is wrong, and what a run would work; answers the ending.
 *
 * @param found what the loading of the files found, already said where it is a warning
 */
export async function runDoctor(
  job: Job,
  workflow: Workflow,
  found: readonly Diagnostic[],
): Promise<Reported> {
  const { environment, inputs, log, redact } = job;
  const { workspace } = environment;
  const { findings, facts, isCancelled } = await examine(job, workflow, { asksGithub: true });
  const problems = [...found.filter(({ severity }) => severity === 'error'), ...findings].map((finding) => ({
    severity: finding.severity,
    ...describe(finding, workspace),
  }));
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return reportChecked(
    {
      name: pathIn(workspace, inputs.workflowPath),
      problems,
      saidWarnings: warnings.map((warning) => formatMessage(warning, workspace)),
      facts,
      isStrict: inputs.strict,
      isCancelled,
    },
    { commandFiles: environment.commandFiles, log, redact },
  );
}

/** What a doctor's round found. */
export interface Examined extends Checked {
  /** It was told to end before it was through. */
  readonly isCancelled: boolean;
}

/**
 * Checks everything around a file that was loaded.
 *
 * @param asksGithub false: there is no token, or no repository to ask about
 */
export async function examine(
  job: Job,
  workflow: Workflow,
  { asksGithub }: { readonly asksGithub: boolean },
): Promise<Examined> {
  const { environment, log, interrupts } = job;
  using stops = createStops(LONGEST_MS, interrupts, (what) => log.warning(`${what}: ending the checks`));
  const texts = await readTexts(job, workflow);
  const placeOf = createPlaces(workflow.path, texts[0]?.text ?? '');
  const home = environment.variables.HOME || homedir();
  const { workspace, variables: env } = environment;
  const isRoot = process.getuid?.() === 0;
  const [token, programs, checkout] = await Promise.all([
    asksGithub || workflow.intake.kind === 'command'
      ? askGithub(job, workflow, placeOf, stops.everything)
      : { findings: [], facts: [] },
    checkPrograms({ workflow, env, isRoot, placeOf }),
    checkCheckout({ workspace, workflowPath: workflow.path, home }),
  ]);
  return {
    findings: [
      ...checkRunner(process.platform),
      ...checkSecrets(texts),
      ...programs.findings,
      ...checkProviderKeys({ workflow, env, home, placeOf }),
      ...checkPrompts(workflow, placeOf),
      ...checkout,
      ...token.findings,
    ],
    facts: [...describeStages(workflow), ...programs.facts, ...token.facts, ...describeRunner()],
    isCancelled: stops.shutdownAt !== undefined,
  };
}

/** The files of the repository that this run reads, the workflow file first. */
async function readTexts({ environment, inputs }: Job, workflow: Workflow): Promise<CheckedText[]> {
  const { workflowRef: ref, repository, workspace } = environment;
  const calling = callingWorkflowPath({ ref, repository, workspace });
  const texts: CheckedText[] = [];
  for (const file of [inputs.workflowPath, ...(calling === undefined ? [] : [calling])]) {
    const read = readTextFile(file, 1024 * 1024);
    if (read.kind === 'text') texts.push({ file, text: read.text, pointer: '' });
  }
  for (const { prompt } of workflow.stages) {
    if (prompt.file === undefined || texts.some(({ file }) => file === prompt.file)) continue;
    texts.push({ file: prompt.file, text: prompt.source, pointer: prompt.pointer });
  }
  return texts;
}

async function askGithub(
  { environment, inputs, log }: Job,
  { intake, stages, report }: Workflow,
  placeOf: FindPlace,
  signal: AbortSignal,
): Promise<Checked> {
  if (intake.kind === 'command') {
    return { findings: [], facts: ['the issues come from a command: GitHub was not asked'] };
  }
  const [{ openGithub }, { checkToken }] = await Promise.all([
    import('./github/open-client.ts'),
    import('./doctor/check-token.ts'),
  ]);
  const [owner = '', repo = ''] = inputs.repository.split('/');
  const client = await openGithub(environment, inputs.token, log);
  const { comment } = report;
  return checkToken({ client, repository: { owner, repo }, intake, stages, comment, placeOf }, signal);
}

function checkRunner(platform: NodeJS.Platform): Finding[] {
  if (platform === 'linux' || platform === 'darwin') return [];
  const message = `this runner's system, ${platform}, is not supported: use \`runs-on: ubuntu-latest\` or a macOS runner`;
  return [{ severity: 'error', code: 'unsupported_runner', message, place: undefined }];
}

function describeStages({ stages }: Workflow): string[] {
  return stages.map(({ name, state, agent }) => `\`${state}\` starts ${name} with ${agent.name}`);
}

function describeRunner(): string[] {
  return CAN_SWEEP
    ? []
    : ['on this system processes that an agent puts into a session of their own are not found and live on'];
}

/** The message with its code, and its place for an annotation. */
function describe(finding: Diagnostic | Finding, workspace: string) {
  if (!('place' in finding)) return formatMessage(finding, workspace);
  const { place, message, code } = finding;
  return place === undefined
    ? { message: `${message} [${code}]` }
    : formatMessage({ ...place, message, code }, workspace);
}

import { examine } from '../doctor.ts';
import { formatNumber } from '../report/format.ts';
import type { ExitCode } from './exit-code.ts';
import { flatten, isFatal, printFindings, printJson, type Shown } from './findings.ts';
import { load } from './load.ts';
import { createJob, type Local } from './local.ts';

/** Checks the file and everything that a run of it would need here; starts nothing. */
export async function doctor(local: Local): Promise<ExitCode> {
  const { asked, terminal, lacks } = local;
  const { workflow, found: loading } = await load(local);
  const asksGithub = lacks.length === 0;
  const examined =
    workflow === undefined
      ? undefined
      : await examine(createJob(local, { mode: 'doctor', dryRun: false }), workflow, { asksGithub });
  const found: readonly Shown[] = [
    ...loading,
    ...(examined?.findings ?? []).map(flatten),
    ...(workflow?.intake.kind === 'github' && !asksGithub ? [notAsked(lacks)] : []),
  ];
  const isCancelled = examined?.isCancelled === true;
  if (asked.json) {
    printJson(found, local);
  } else {
    await printFindings(found, local);
    for (const fact of examined?.facts ?? []) terminal.line(fact);
  }
  const isBad = isCancelled || isFatal(found, asked.strict);
  const headline = isCancelled ? `cancelled before ${asked.workflow} was checked` : describe(found, local);
  terminal.line([headline, isBad ? 'red' : 'green']);
  return isBad ? 1 : 0;
}

function notAsked(lacks: readonly string[]): Shown {
  const message = `GitHub was not asked, so labels and permissions are not checked: ${lacks.join('; ')}`;
  return { severity: 'warning', code: 'not_asked', message };
}

function describe(found: readonly Shown[], { asked }: Local): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.length - errors;
  const counted = [
    errors === 0 ? 'no errors' : formatNumber(errors, 'error'),
    ...(warnings === 0 ? [] : [formatNumber(warnings, 'warning')]),
  ].join(', ');
  const strictly = asked.strict && errors === 0 && warnings > 0 ? ', and --strict is given' : '';
  return `${asked.workflow} has ${counted}${strictly}; the doctor starts nothing`;
}

/** Whether the token can do what the workflow file needs. Asks GitHub, and changes nothing there. */
import type { GithubCall, GithubClient } from '../github/client.ts';
import { GithubError } from '../github/github-error.ts';
import type { Repository } from '../github/issue-json.ts';
import {
  mayWriteLabels,
  type RepositoryFacts,
  readRepository,
  readViewer,
  tryListing,
} from '../github/probe.ts';
import { readPermission } from '../github/read-permission.ts';
import { CredentialsError, RateLimitError } from '../tracker/tracker.ts';
import type { Account } from '../trust/history.ts';
import type { GithubIntake, Stage, Workflow } from '../workflow/workflow.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkLabels } from './check-labels.ts';
import type { Checked, DoctorCode, Finding, FindPlace } from './finding.ts';

export interface TokenCheck {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly intake: GithubIntake;
  readonly stages: Workflow['stages'];
  /** The file asks for a comment on each issue. */
  readonly comment?: boolean;
  readonly placeOf: FindPlace;
}

/** Never rejects for what GitHub answers or does not: that is a finding. */
export async function checkToken(check: TokenCheck, signal: AbortSignal): Promise<Checked> {
  const findings: Finding[] = [];
  const facts: string[] = [];
  try {
    await ask(check, { signal }, findings, facts);
  } catch (error) {
    const failure = describeFailure(error, signal);
    if (failure === undefined) throw error;
    findings.push({ severity: 'error', place: undefined, ...failure });
  }
  return { findings, facts };
}

/** What can't be asked at all rejects; what can be asked and is refused is a finding. */
async function ask(check: TokenCheck, call: GithubCall, findings: Finding[], facts: string[]): Promise<void> {
  const { client, repository, stages, placeOf } = check;
  const name = `\`${repository.owner}/${repository.repo}\``;
  const error = (code: DoctorCode, message: string, place?: Finding['place']): void => {
    findings.push({ severity: 'error', code, message, place });
  };
  const found = await unlessStatus([403, 404], readRepository(client, repository, call));
  if (found.kind === 'status') {
    const message = `${name} is not there, or this token may not see it (${found.status}): check the inputs \`repository\` and \`github-token\``;
    error('repository_missing', message);
    return;
  }
  if (found.value.isArchived) {
    error('repository_archived', `${name} is archived: its labels can not be changed; unarchive it`);
    return;
  }

  const listing = await unlessStatus([403, 404, 410], tryListing(client, repository, call));
  if (listing.kind === 'status') {
    if (listing.status === 410)
      error('issues_off', `issues are turned off in ${name}: turn them on in its settings`);
    else
      error(
        'no_issues_read',
        `this token may not list the issues of ${name} (${listing.status}): ${permissionAdvice('issues: read', 'write` where the file has transitions, else `read')}`,
      );
    return;
  }
  facts.push(`the token may list the issues of ${name}`);

  const transitions = firstTransition(stages);
  const write = await mayWriteLabels(client, repository, call);
  const canLabel = write || found.value.role?.triage === true;
  if (transitions === undefined) {
    facts.push('no stage has a transition, so the token need not write labels');
  } else if (canLabel) {
    facts.push('the token may write labels');
  } else {
    const message = `this token may not write the labels of ${name}, so no transition can be made: ${permissionAdvice('issues: write')}${roleAdvice(found.value)}`;
    error('no_issues_write', message, placeOf(transitions));
  }

  // a person who may see the repository may comment; that of an App's token is a permission
  if (check.comment === true && !write && found.value.role === undefined) {
    const message = `this token may not write to the issues of ${name}, so no comment can be made: ${permissionAdvice('issues: write')}`;
    error('no_issues_write', message, placeOf(['report', 'comment']));
  }

  findings.push(...(await checkExpectations(check, call)));
  const own = await checkTrust(check, call, findings);
  if (own !== undefined)
    facts.push(`the token is that of ${own.kind === 'app' ? 'the App' : 'the person'} \`${own.login}\``);
  const labels = await checkLabels({ ...check, canCreate: write }, call);
  findings.push(...labels.findings);
  facts.push(...labels.facts);
}

/** Whether approvals can be judged, and whose token it is. */
async function checkTrust(
  { client, repository, intake, placeOf }: TokenCheck,
  call: GithubCall,
  findings: Finding[],
): Promise<Account | undefined> {
  const { trust } = intake;
  if (trust.labelers === 'any' && trust.edits === 'allow') return undefined;
  const at = placeOf(['issues', 'github', 'trust']);
  let own: Account | undefined;
  try {
    own = await readViewer(client, call);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (trust.edits === 'refuse') {
      const why =
        error.status === 404 ? 'this server has no GraphQL' : `GraphQL can not be asked (${error.message})`;
      findings.push({
        severity: 'error',
        code: 'no_graphql',
        message: `${why}, so edits of an issue after its label can not be found and nothing would start: let the job reach GITHUB_GRAPHQL_URL, or set \`issues.github.trust.edits: allow\` to start without that check`,
        place: at,
      });
    }
  }
  if (trust.labelers === 'write' || trust.labelers === 'triage') {
    try {
      await readPermission(
        client,
        repository,
        own?.kind === 'user' ? own.login : repository.owner,
        call.signal,
      );
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      findings.push({
        severity: 'error',
        code: 'no_permission_read',
        message: `this token can't read what a collaborator may do (${error.message}), so no label can be approved: give a token with \`metadata: read\`, or name the trusted logins in \`issues.github.trust.labelers\``,
        place: at,
      });
    }
  }
  if (own?.kind === 'user' && !isNamed(own.login, trust.labelers)) {
    findings.push({
      severity: 'warning',
      code: 'personal_token',
      message: `\`github-token\` is the token of \`${own.login}\`: labels that this person adds by hand can't be told from the Action's own and approve nothing by themselves. Use the job's own token or that of an App, or name the login in \`issues.github.trust.labelers\``,
      place: at,
    });
  }
  return own;
}

function isNamed(login: string, labelers: GithubIntake['trust']['labelers']): boolean {
  if (typeof labelers === 'string') return labelers === 'any';
  return labelers.some((one) => one.toLowerCase() === login.toLowerCase());
}

/** Where the first transition is written; undefined when there is none. */
function firstTransition(stages: readonly Stage[]): readonly string[] | undefined {
  for (const { name, onStart, onSuccess, onFailure } of stages) {
    const key =
      (onStart && 'on_start') ?? (onSuccess && 'on_success') ?? (onFailure && 'on_failure') ?? undefined;
    if (key !== undefined) return ['issue', 'stages', name, key];
  }
  return undefined;
}

function permissionAdvice(permission: string, alternative?: string): string {
  const wanted = alternative === undefined ? permission : `issues: ${alternative}`;
  return `write \`permissions:\` with \`${wanted}\` into the job, or give another \`github-token\` with that permission`;
}

function roleAdvice({ role }: RepositoryFacts): string {
  return role === undefined || role.triage
    ? ''
    : '; the person whose token it is needs the role triage or more';
}

type Asked<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'status'; readonly status: number };

async function unlessStatus<T>(statuses: readonly number[], asked: Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'value', value: await asked };
  } catch (error) {
    if (error instanceof GithubError && statuses.includes(error.status)) {
      return { kind: 'status', status: error.status };
    }
    throw error;
  }
}

/** Undefined for a bug. */
function describeFailure(
  error: unknown,
  signal: AbortSignal,
): { readonly code: DoctorCode; readonly message: string } | undefined {
  if (error instanceof CredentialsError) return { code: 'token_refused', message: error.message };
  if (error instanceof RateLimitError) {
    return {
      code: 'rate_limited',
      message: `${error.message}: what the token may do was not checked, try again then`,
    };
  }
  if (error instanceof GithubError) {
    return {
      code: 'no_answer',
      message: `GitHub could not be asked what the token may do: ${error.message}. Check that the runner reaches GITHUB_API_URL, or try again`,
    };
  }
  if (signal.aborted) {
    return {
      code: 'no_answer',
      message: 'GitHub did not answer in time: what the token may do was not checked, try again',
    };
  }
  return undefined;
}

/** The part of the page that needs no script: headline, facts, the table of sessions, and what else is to say. */
import type { AttemptOutcome, RunOutcome } from '../../outcome.ts';
import type { Redact } from '../../redact.ts';
import { firstParagraph } from '../first-paragraph.ts';
import { formatCost, formatDenials, formatDuration, formatNumber, formatTokens } from '../format.ts';
import { nothingHappened, splitHeadline } from '../headline.ts';
import { shorten } from '../markdown.ts';
import type { RunRecord } from '../record.ts';
import { runTotals } from '../stage-runs.ts';
import { type Html, html, webAddress } from './html.ts';

const MAX_TITLE = 160;
const MAX_MESSAGE = 300;

export interface OverviewOptions {
  readonly dryRun: boolean;
  /** Makes one line of a text. */
  readonly redact: Redact;
  /** Leaves lines as they are: which text is a paragraph is seen by them. */
  readonly redactLines: Redact;
  /** Address of the run on GitHub. */
  readonly runUrl: string | undefined;
}

/** The overview as HTML; `outcome.attempts` in the order of the page's sessions. */
export function renderOverview(outcome: RunOutcome, record: RunRecord, options: OverviewOptions): Html {
  return html`<header>
${headline(outcome, options.dryRun)}
${facts(outcome, record, options)}
${explanation(outcome, options.redact)}
</header>
${sessionSection(outcome.attempts, options)}
${plannedSection(outcome, options.redact)}
${unmovedSection(outcome, options.redact)}
${listSection(
  'not-undone',
  'Not undone',
  outcome.notUndone.map((one) => sentence(options.redact(one))),
)}
${skippedSection(outcome, options.redact)}`;
}

/** As in the summary. */
function headline(outcome: RunOutcome, dryRun: boolean): Html {
  const { heading, rest } = splitHeadline(outcome, dryRun);
  return html`<h1>Vik: ${heading}</h1>${rest === '' ? undefined : html`\n<p>${rest}</p>`}`;
}

function facts(outcome: RunOutcome, record: RunRecord, { runUrl }: OverviewOptions): Html {
  const { sessions, inputTokens: input, outputTokens: output, ...totals } = runTotals(outcome);
  const known = (figure: string, unknown: number): Html => {
    const missing = unknown === 0 ? [] : [`unknown for ${formatNumber(unknown, 'session')}`];
    return text([...(unknown === sessions && unknown > 0 ? [] : [figure]), ...missing].join(', '));
  };
  const run = webAddress(runUrl ?? null);
  return html`<dl class="facts">
${fact('Repository', html`<bdi>${record.repository}</bdi>`)}
${run === undefined ? undefined : fact('Run', html`<a href="${run}">on GitHub</a>`)}
${fact('Started', time(record.started_at))}
${fact('Duration', text(formatDuration(outcome.endedAt.getTime() - outcome.startedAt.getTime())))}
${fact('Pulls', text(`${outcome.pulls}${outcome.failedPulls === 0 ? '' : `, ${outcome.failedPulls} failed`}`))}
${fact('Sessions', text(String(sessions)))}
${fact('Tokens', known(formatTokens({ input, output }).replace(/ tokens?$/, ''), totals.tokensUnknown))}
${fact('Cost', known(formatCost(totals.costUsd), totals.costUnknown))}
</dl>`;
}

function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function text(value: string): Html {
  return html`${value}`;
}

function time(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function explanation(outcome: RunOutcome, redact: Redact): Html | undefined {
  const found = nothingHappened(outcome) ? outcome.searched : undefined;
  if (outcome.detail === undefined && found === undefined) return undefined;
  return html`${outcome.detail === undefined ? undefined : html`<p class="why">Why: ${sentence(redact(outcome.detail))}</p>`}${found === undefined ? undefined : html`<p class="why neutral">Found: ${sentence(redact(found))}</p>`}`;
}

/** A sentence of ours that may quote names in backticks, which become code. */
function sentence(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`<bdi>${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}</bdi>`;
}

/** The script knows them by their place. */
const SESSION_COLUMNS = [
  ...['Issue', 'Stage', 'Agent', 'Result', 'Started (UTC)', 'Duration', 'Tokens', 'Cost'],
  'Reason, last message',
] as const;

function sessionSection(attempts: readonly AttemptOutcome[], options: OverviewOptions): Html | undefined {
  if (attempts.length === 0) return undefined;
  return html`<section id="timeline-section" hidden><h2 id="timeline-heading">Timeline</h2><div id="timeline"></div></section>
<section><h2 id="sessions-heading">Sessions</h2>
<noscript><p class="note">The timeline, sorting, and the transcripts need JavaScript; the table does not.</p></noscript>
<div id="filters" hidden></div>
<div class="scroll tall" role="region" aria-labelledby="sessions-heading" tabindex="0"><table id="session-table">
<thead><tr>${SESSION_COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${attempts.map((attempt) => sessionRow(attempt, options))}
</tbody></table></div></section>`;
}

/** A row is all that there are hundreds of, so it has no attribute that the script or the style could do without. */
function sessionRow(attempt: AttemptOutcome, options: OverviewOptions): Html {
  const { stage, agent, session, startedAt, endedAt } = attempt;
  const cells = [
    issueCell(attempt.issue, options.redact),
    html`<bdi>${stage}</bdi>${attempt.attempt > 1 ? html` <span class="quiet">attempt ${attempt.attempt}</span>` : undefined}`,
    html`<bdi>${agent}</bdi>`,
    resultCell(attempt),
    text(startedAt.toISOString().slice(11, 19)),
    text(formatDuration(endedAt.getTime() - startedAt.getTime())),
    text(session?.tokens === undefined ? 'unknown' : formatTokens(session.tokens).replace(/ tokens?$/, '')),
    text(session?.costUsd === undefined ? 'unknown' : formatCost(session.costUsd)),
    messageCell(attempt, options),
  ];
  return html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
}

/** Why it did not complete, and what the agent said last. */
function messageCell({ verdict, session }: AttemptOutcome, { redact, redactLines }: OverviewOptions): Html {
  const message = redact(firstParagraph(redactLines(session?.lastMessage ?? '')));
  const said = message === '' ? undefined : html`<bdi>${shorten(message, MAX_MESSAGE)}</bdi>`;
  if (verdict.state === 'completed') return html`${said}`;
  const reason = html`<div class="reason">${sentence(shorten(redact(verdict.reason), MAX_MESSAGE))}</div>`;
  return said === undefined ? reason : html`${reason}<div class="quiet">${said}</div>`;
}

function issueCell(
  issue: { readonly ref: string; readonly title: string; readonly url: string | undefined },
  redact: Redact,
): Html {
  return html`${issueLink(issue, redact)} ${sentence(shorten(redact(issue.title), MAX_TITLE))}`;
}

function issueLink(
  { ref, url }: { readonly ref: string; readonly url: string | undefined },
  redact: Redact,
): Html {
  const address = webAddress(url === undefined ? null : redact(url));
  const shown = html`<bdi>${ref}</bdi>`;
  return address === undefined ? shown : html`<a href="${address}">${shown}</a>`;
}

function resultCell(attempt: AttemptOutcome): Html {
  const { verdict } = attempt;
  const more = [
    ...(verdict.state === 'failed' ? [verdict.class] : []),
    ...(attempt.final ? [] : ['retried']),
    ...formatDenials(attempt.session),
  ].join(', ');
  return html`<span class="state ${verdict.state}">${verdict.state}</span>${more === '' ? undefined : html` <span class="quiet">${more}</span>`}`;
}

function plannedSection({ planned }: RunOutcome, redact: Redact): Html | undefined {
  if (planned.length === 0) return undefined;
  return html`<section><h2 id="planned-heading">Would start</h2>${plainTable(
    'planned-heading',
    ['Issue', 'Stage', 'Agent'],
    planned.map(({ issue, stage, agent }) => [issueCell(issue, redact), text(stage), text(agent)]),
  )}</section>`;
}

function unmovedSection({ unmoved }: RunOutcome, redact: Redact): Html | undefined {
  return listSection(
    'unmoved',
    'Not moved',
    unmoved.map(
      ({ issue, stage }) =>
        html`${issueLink(issue, redact)} is still <code>${redact(issue.state)}</code> after <code>${stage}</code> completed: the next run will work it, and pay for it, again`,
    ),
  );
}

function skippedSection({ skipped }: RunOutcome, redact: Redact): Html | undefined {
  if (skipped.length === 0) return undefined;
  return html`<section><h2 id="skipped-heading">Skipped</h2>${plainTable(
    'skipped-heading',
    ['Issue', 'State', 'Reason', 'Why'],
    skipped.map((skip) => [
      issueCell(skip, redact),
      text(redact(skip.state ?? '')),
      text(skip.reason),
      sentence(shorten(redact(skip.detail), MAX_MESSAGE)),
    ]),
  )}</section>`;
}

function listSection(id: string, heading: string, items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<section id="${id}"><h2>${heading}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

function plainTable(labelledBy: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

/** The part of the page that needs no script: headline, facts, the table of sessions, and what else is to say. */
import type { AttemptOutcome, RunOutcome } from '../../outcome.ts';
import type { Redact } from '../../redact.ts';
import { formatCost, formatDenials, formatDuration, formatNumber, formatTokens } from '../format.ts';
import { formatHeadline, nothingHappened } from '../headline.ts';
import { shorten } from '../markdown.ts';
import type { RunRecord } from '../record.ts';
import { runTotals } from '../stage-runs.ts';
import { type Html, html, webAddress } from './html.ts';

const MAX_TITLE = 160;
const MAX_MESSAGE = 300;

export interface OverviewOptions {
  readonly dryRun: boolean;
  readonly redact: Redact;
  /** Address of the run on GitHub. */
  readonly runUrl: string | undefined;
}

/** The overview as HTML; `outcome.attempts` in the order of the page's sessions. */
export function renderOverview(outcome: RunOutcome, record: RunRecord, options: OverviewOptions): Html {
  return html`<header>
<h1>Vik: ${formatHeadline(outcome, options.dryRun)}</h1>
${facts(outcome, record, options)}
${explanation(outcome, options.redact)}
</header>
${sessionSection(outcome.attempts, options.redact)}
${plannedSection(outcome, options.redact)}
${unmovedSection(outcome, options.redact)}
${listSection('not-undone', 'Not undone', outcome.notUndone.map(options.redact))}
${skippedSection(outcome, options.redact)}`;
}

function facts(outcome: RunOutcome, record: RunRecord, { runUrl }: OverviewOptions): Html {
  const totals = runTotals(outcome);
  const known = totals.costUnknown < totals.sessions;
  const unknown =
    totals.costUnknown === 0
      ? ''
      : `${known ? ', ' : ''}unknown for ${formatNumber(totals.costUnknown, 'session')}`;
  const run = webAddress(runUrl ?? null);
  return html`<dl class="facts">
${fact('Repository', html`<bdi>${record.repository}</bdi>`)}
${run === undefined ? undefined : fact('Run', html`<a href="${run}" rel="noreferrer noopener">on GitHub</a>`)}
${fact('Started', time(record.started_at))}
${fact('Duration', text(formatDuration(outcome.endedAt.getTime() - outcome.startedAt.getTime())))}
${fact('Pulls', text(`${outcome.pulls}${outcome.failedPulls === 0 ? '' : `, ${outcome.failedPulls} failed`}`))}
${fact('Sessions', text(String(totals.sessions)))}
${fact('Tokens', text(formatTokens({ input: totals.inputTokens, output: totals.outputTokens }).replace(/ tokens?$/, '')))}
${fact('Cost', text(`${known ? formatCost(totals.costUsd) : ''}${unknown}` || formatCost(0)))}
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
  const sentences = [
    ...(outcome.detail === undefined ? [] : [`Why: ${redact(outcome.detail)}`]),
    ...(nothingHappened(outcome) && outcome.searched !== undefined
      ? [`Found: ${redact(outcome.searched)}`]
      : []),
  ];
  if (sentences.length === 0) return undefined;
  return html`${sentences.map((sentence) => html`<p class="why"><bdi>${sentence}</bdi></p>`)}`;
}

function sessionSection(attempts: readonly AttemptOutcome[], redact: Redact): Html | undefined {
  if (attempts.length === 0) return undefined;
  return html`<section id="timeline-section" hidden><h2 id="timeline-heading">Timeline</h2><div id="timeline"></div></section>
<section><h2 id="sessions-heading">Sessions</h2>
<noscript><p class="note">The timeline, sorting, and the transcripts need JavaScript; the table does not.</p></noscript>
<div id="filters" hidden></div>
<div class="scroll" role="region" aria-labelledby="sessions-heading" tabindex="0"><table id="session-table">
<thead><tr><th scope="col">Issue</th><th scope="col">Stage</th><th scope="col">Agent</th><th scope="col">Result</th><th scope="col" data-sort="number">Started</th><th scope="col" data-sort="number">Duration</th><th scope="col" data-sort="number">Tokens</th><th scope="col" data-sort="number">Cost</th><th scope="col">Last message</th></tr></thead>
<tbody>
${attempts.map((attempt, index) => sessionRow(attempt, index + 1, redact))}
</tbody></table></div></section>`;
}

function sessionRow(attempt: AttemptOutcome, number: number, redact: Redact): Html {
  const { verdict, session } = attempt;
  const durationMs = attempt.endedAt.getTime() - attempt.startedAt.getTime();
  const tokens = session?.tokens;
  const reason = verdict.state === 'completed' ? undefined : shorten(redact(verdict.reason), MAX_MESSAGE);
  const message = reason ?? shorten(redact(session?.lastMessage ?? ''), MAX_MESSAGE);
  return html`<tr data-session="${number}"><td>${issueCell(attempt.issue, redact)}</td><td class="stage"><bdi>${attempt.stage}</bdi>${attempt.attempt > 1 ? html` <span class="quiet">attempt ${attempt.attempt}</span>` : undefined}</td><td><bdi>${attempt.agent}</bdi></td><td data-value="${verdict.state}">${resultCell(attempt)}</td><td data-value="${attempt.startedAt.getTime()}" class="figure">${attempt.startedAt.toISOString().slice(11, 19)}</td><td data-value="${durationMs}" class="figure">${formatDuration(durationMs)}</td><td data-value="${tokens === undefined ? -1 : tokens.input + tokens.output}" class="figure">${tokens === undefined ? 'unknown' : formatTokens(tokens).replace(/ tokens?$/, '')}</td><td data-value="${session?.costUsd ?? -1}" class="figure">${session?.costUsd === undefined ? 'unknown' : formatCost(session.costUsd)}</td><td class="message"><bdi>${message}</bdi></td></tr>
`;
}

function issueCell(
  issue: { readonly ref: string; readonly title: string; readonly url: string | undefined },
  redact: Redact,
): Html {
  const address = webAddress(issue.url === undefined ? null : redact(issue.url));
  const ref = html`<bdi>${issue.ref}</bdi>`;
  const linked =
    address === undefined ? ref : html`<a href="${address}" rel="noreferrer noopener">${ref}</a>`;
  return html`${linked} <bdi class="title">${shorten(redact(issue.title), MAX_TITLE)}</bdi>`;
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
        `${issue.ref} is still ${redact(issue.state)} after ${stage} completed: the next run will work it, and pay for it, again`,
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
      text(shorten(redact(skip.detail), MAX_MESSAGE)),
    ]),
  )}</section>`;
}

function listSection(id: string, heading: string, items: readonly string[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<section id="${id}"><h2>${heading}</h2><ul>${items.map((item) => html`<li><bdi>${item}</bdi></li>`)}</ul></section>`;
}

function plainTable(labelledBy: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

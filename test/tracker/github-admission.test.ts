import { describe, expect, test } from 'vitest';
import type { Admission } from '../../src/tracker/tracker.ts';
import { CredentialsError } from '../../src/tracker/tracker.ts';
import { anIssue } from '../support/builders.ts';
import { noAbort, playTracker, type TrackerPlay, type TrackerRules } from '../support/github/play.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';

const first = anIssue({ id: '1', ref: '#1' });

/** An issue in `todo`, labelled by the maintainer wendy. */
async function playApproved(
  rules: TrackerRules = {},
): Promise<TrackerPlay & { readonly issue: PlayedIssue }> {
  const played = await playTracker({ trust: {}, ...rules });
  played.repo.setRole('wendy', 'maintain');
  const issue = played.repo
    .createIssue({ title: 'x', body: 'text', author: 'rita' })
    .addLabel('todo', { by: 'wendy' });
  return { ...played, issue };
}

const reasonOf = (admission: Admission): string =>
  admission.kind === 'refused' ? admission.reason : admission.kind;

describe('admission', () => {
  test('gives the issue as it is now, and names the visit by its newest label event', async () => {
    await using played = await playApproved();
    played.issue.edit({ title: 'newer', body: 'new<!-- x -->' }, { by: 'wendy' });
    const admission = await played.tracker.admit(first, noAbort());
    expect(admission).toMatchObject({
      kind: 'admitted',
      visit: expect.stringMatching(/^EV_labeled_/),
      issue: {
        title: 'newer',
        description: 'new',
        extra: { raw_description: 'new<!-- x -->', author: 'rita' },
      },
    });
  });

  test('gives the same fields as a pull does', async () => {
    await using played = await playApproved();
    const [pulled] = (await played.tracker.pull(noAbort())).issues;
    expect(await played.tracker.admit(first, noAbort())).toMatchObject({ kind: 'admitted', issue: pulled });
  });

  test('of an issue that came back to its state is another visit', async () => {
    await using played = await playApproved();
    const before = await played.tracker.admit(first, noAbort());
    played.issue.removeLabel('todo', { by: 'wendy' }).addLabel('todo', { by: 'wendy' });
    const after = await played.tracker.admit(first, noAbort());
    expect([before, after].map((one) => one.kind)).toEqual(['admitted', 'admitted']);
    expect('visit' in before && 'visit' in after && before.visit !== after.visit).toBe(true);
  });

  test('is one GraphQL query, and one request for each actor of the job', async () => {
    await using played = await playApproved();
    played.repo.createIssue({ title: 'y' }).addLabel('todo', { by: 'wendy' });
    await Promise.all(['1', '2'].map((id) => played.tracker.admit(anIssue({ id }), noAbort())));
    expect(played.github.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /repos/o/r/collaborators/wendy/permission',
      'POST /graphql',
      'POST /graphql',
    ]);
  });

  test.each<[string, string, (issue: PlayedIssue) => void, RegExp]>([
    ['closed', 'changed', (issue) => issue.close(), /closed meanwhile/],
    [
      'in another state',
      'changed',
      (issue) => issue.removeLabel('todo').addLabel('work'),
      /it is `work` now, not `todo`/,
    ],
    ['in no state', 'changed', (issue) => issue.removeLabel('todo'), /not `todo` any more/],
    ['in two states', 'changed', (issue) => issue.addLabel('work'), /several states now: `todo`, `work`/],
    ['excluded', 'changed', (issue) => issue.addLabel('blocked'), /filters/],
    ['hidden', 'changed', (issue) => Object.assign(issue, { visibility: 'hidden' }), /gone/],
    [
      'edited by its author',
      'edited-after-label',
      (issue) => issue.edit({ body: 'evil' }, { by: 'rita' }),
      /re-apply the label to approve the new text/,
    ],
    [
      'renamed by its author',
      'edited-after-label',
      (issue) => issue.edit({ title: 'evil' }, { by: 'rita' }),
      /its title was changed by `rita`/,
    ],
    [
      'labelled again by a reader',
      'not-trusted',
      (issue) => issue.removeLabel('todo').addLabel('todo', { by: 'rita' }),
      /`rita`, who has no write access/,
    ],
    [
      'labelled by a workflow',
      'not-trusted',
      (issue) => issue.removeLabel('todo').addLabel('todo', { by: 'github-actions[bot]' }),
      /no other state came before/,
    ],
    [
      'labelled by an App',
      'not-trusted',
      (issue) => issue.removeLabel('todo').addLabel('todo', { by: 'sorter[bot]' }),
      /the App `sorter`/,
    ],
  ])('refuses an issue that was %s right before: %s', async (_, reason, change, detail) => {
    await using played = await playApproved({ intake: { excludeLabels: ['blocked'] } });
    played.github.before({ path: /graphql/ }, () => change(played.issue));
    expect(await played.tracker.admit(first, noAbort())).toEqual({
      kind: 'refused',
      reason,
      detail: expect.stringMatching(detail),
    });
  });

  test('refuses the label of an account that was deleted since', async () => {
    await using played = await playApproved();
    played.github.accounts.delete('wendy');
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('not-trusted');
  });

  test('admits what our own transition moved', async () => {
    await using played = await playApproved();
    const to = { state: 'work', addLabels: [], removeLabels: [] };
    await played.tracker.transition({ issue: first, from: ['todo'], to }, { urgent: false }, noAbort());
    expect(reasonOf(await played.tracker.admit({ ...first, state: 'work' }, noAbort()))).toBe('admitted');
  });

  test('takes triage where the file says so, by the role’s name', async () => {
    await using played = await playApproved({ trust: { labelers: 'triage' } });
    played.repo.setRole('tess', 'triage');
    played.issue.removeLabel('todo').addLabel('todo', { by: 'tess' });
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('admitted');
  });

  test('asks for the author’s association', async () => {
    await using played = await playApproved({ trust: { authors: ['OWNER', 'MEMBER'] } });
    expect(await played.tracker.admit(first, noAbort())).toMatchObject({
      reason: 'not-trusted',
      detail: 'it was written by `rita` (`NONE`), `trust.authors` wants `OWNER`, `MEMBER`',
    });
  });

  test('reads a history of several pages to its beginning', async () => {
    await using played = await playApproved();
    for (let count = 0; count < 150; count += 1) {
      played.issue.edit({ title: `t${count}`, body: `b${count}` }, { by: 'wendy' });
    }
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('admitted');
    played.issue.edit({ body: 'evil' }, { by: 'rita' });
    for (let count = 0; count < 150; count += 1) played.issue.edit({ body: `c${count}` }, { by: 'wendy' });
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('edited-after-label');
  });

  test('does not start what has too long a history', async () => {
    await using played = await playApproved();
    for (let count = 0; count < 1100; count += 1) played.issue.edit({ title: `t${count}` }, { by: 'wendy' });
    expect(await played.tracker.admit(first, noAbort())).toMatchObject({ reason: 'check-failed' });
  });
});

describe('admission fails closed', () => {
  test.each<[string, Parameters<TrackerPlay['github']['fault']>[0]]>([
    [
      'GraphQL answers errors',
      {
        path: /graphql/,
        respond: { kind: 'graphql-errors', errors: [{ message: 'no', type: 'FORBIDDEN' }] },
      },
    ],
    ['GraphQL fails for ever', { path: /graphql/, times: 99, respond: { kind: 'answer', status: 502 } }],
    ['GraphQL is cut off', { path: /graphql/, times: 99, respond: { kind: 'reset-mid-body' } }],
    ['GraphQL is no JSON', { path: /graphql/, respond: { kind: 'not-json' } }],
    [
      'the permission can not be read',
      { path: /permission/, times: 99, respond: { kind: 'answer', status: 500 } },
    ],
    ['the permission may not be read', { path: /permission/, respond: { kind: 'answer', status: 403 } }],
    ['the permission is cut off', { path: /permission/, times: 99, respond: { kind: 'reset-mid-body' } }],
  ])('when %s', async (_, fault) => {
    await using played = await playApproved();
    played.github.fault(fault);
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('check-failed');
  });

  test('and asks again for a permission that could not be read', async () => {
    await using played = await playApproved();
    played.github.fault({ path: /permission/, respond: { kind: 'answer', status: 403 } });
    await played.tracker.admit(first, noAbort());
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('admitted');
  });

  test('but a refused token is a CredentialsError', async () => {
    await using played = await playApproved();
    played.github.refuseToken();
    await expect(played.tracker.admit(first, noAbort())).rejects.toBeInstanceOf(CredentialsError);
  });
});

describe('without GraphQL', () => {
  test('and with `edits: refuse` nothing starts, with one error that names the way out', async () => {
    await using played = await playApproved({ github: { graphql: false } });
    const answers = [
      await played.tracker.admit(first, noAbort()),
      await played.tracker.admit(first, noAbort()),
    ];
    expect(answers.map(reasonOf)).toEqual(['check-failed', 'check-failed']);
    expect(played.log.lines).toEqual([
      expect.stringMatching(/^error: nothing can start: .*`issues.github.trust.edits: allow`/),
    ]);
  });

  test.each([
    ['wendy', 'admitted'],
    ['rita', 'not-trusted'],
  ])('and with `edits: allow` the label of %s is judged by REST: %s', async (by, expected) => {
    await using played = await playApproved({ github: { graphql: false }, trust: { edits: 'allow' } });
    played.issue.removeLabel('todo').addLabel('todo', { by });
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe(expected);
  });

  test('a deleted account is not trusted by REST either, which shows it as `ghost`', async () => {
    await using played = await playApproved({ github: { graphql: false }, trust: { edits: 'allow' } });
    played.repo.setRole('ghost', 'admin');
    played.github.accounts.delete('wendy');
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('not-trusted');
  });
});

describe('with trust turned off', () => {
  test('a REST read of the issue is enough', async () => {
    await using played = await playTracker();
    played.repo.createIssue({ title: 'x', labels: ['todo'] });
    expect(await played.tracker.admit(first, noAbort())).toMatchObject({
      kind: 'admitted',
      visit: undefined,
    });
    expect(played.github.requests.map(({ path }) => path)).toEqual(['/repos/o/r/issues/1']);
  });

  test.each(['hidden', 'gone'] as const)('an issue that is %s is refused as changed', async (visibility) => {
    await using played = await playTracker();
    played.repo.createIssue({ title: 'x', labels: ['todo'] }).visibility = visibility;
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('changed');
  });

  test('an outage is no sign that it is gone', async () => {
    await using played = await playTracker();
    played.repo.createIssue({ title: 'x', labels: ['todo'] });
    played.github.fault({ path: /issues/, times: 99, respond: { kind: 'answer', status: 503 } });
    expect(reasonOf(await played.tracker.admit(first, noAbort()))).toBe('check-failed');
  });
});

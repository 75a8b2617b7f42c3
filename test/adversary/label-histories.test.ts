/** Who put the label there, and what changed since: one played repository, one run, an issue for each history. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlayedRepository } from '../support/github/model.ts';
import type { NewIssue, PlayedIssue } from '../support/github/played-issue.ts';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';

const STARTS = undefined;
const edited = /^edited-after-label: its (title|text) was changed .*re-apply the label/;
const noAccess = /^not-trusted: .*who has no write access: somebody trusted must remove the label/;

/** An issue by the stranger mallory, and what happened to it. */
type History = (made: (more?: Partial<NewIssue>) => PlayedIssue, repo: PlayedRepository) => unknown;

const byWriter = { by: 'alice' };
const byReader = { by: 'rita' };
const byAuthor = { by: 'mallory' };
const byActions = { by: 'github-actions[bot]' };

const histories: readonly (readonly [string, RegExp | undefined, History])[] = [
  ['a label by a writer', STARTS, (made) => made().addLabel('todo', byWriter)],
  ['a label by a maintainer', STARTS, (made) => made().addLabel('todo', { by: 'maud' })],
  [
    'a label by a custom role that stands on write',
    STARTS,
    (made) => made().addLabel('todo', { by: 'casey' }),
  ],
  ['a label by an App on the list', STARTS, (made) => made().addLabel('todo', { by: 'listed[bot]' })],
  ['a label by a writer at creation', STARTS, (made) => made({ author: 'alice', labels: ['todo'] })],
  ['a label by a triager', noAccess, (made) => made().addLabel('todo', { by: 'tina' })],
  ['a label by a reader', noAccess, (made) => made().addLabel('todo', byReader)],
  [
    'a label by a custom role that is only called admin',
    noAccess,
    (made) => made().addLabel('todo', { by: 'adam' }),
  ],
  ['a label by somebody without any role', noAccess, (made) => made().addLabel('todo', { by: 'stranger' })],
  [
    'a label by a person with the name of an App on the list',
    noAccess,
    (made) => made().addLabel('todo', { by: 'listed' }),
  ],
  [
    'a label by an App that is not on the list',
    /^not-trusted: .*the App `sorter`, which `trust\.bots` does not name/,
    (made) => made().addLabel('todo', { by: 'sorter[bot]' }),
  ],
  ['a label by an organization', noAccess, (made) => made().addLabel('todo', { by: 'an-org' })],
  [
    'a label by a writer whose account is deleted',
    /^not-trusted: .*an account that is deleted/,
    (made) => made().addLabel('todo', { by: 'gone' }),
  ],
  ['a label by the author at creation', noAccess, (made) => made({ labels: ['todo'] })],
  [
    'a label at creation that left no event',
    /^not-trusted: `todo` was there from the start, by `mallory`/,
    (made) => made({ labels: ['todo'], labelEvents: false }),
  ],
  [
    'a label of a writer that was removed, and put back by a reader',
    noAccess,
    (made) => made().addLabel('todo', byWriter).removeLabel('todo', byWriter).addLabel('todo', byReader),
  ],
  [
    'a label of a writer that the author removed and put back',
    noAccess,
    (made) => made().addLabel('todo', byWriter).removeLabel('todo', byAuthor).addLabel('todo', byAuthor),
  ],
  [
    'a label of a reader that a writer removed and put back',
    STARTS,
    (made) => made().addLabel('todo', byReader).removeLabel('todo', byWriter).addLabel('todo', byWriter),
  ],
  [
    'another label by a writer, the state by a reader',
    noAccess,
    (made) => made().addLabel('good', byWriter).addLabel('todo', byReader),
  ],
  [
    'two states by a writer',
    /^ambiguous: carries `todo` and `work`/,
    (made) => made().addLabel('todo', byWriter).addLabel('work', byWriter),
  ],
  [
    'a workflow that labels by keyword',
    /^not-trusted: .*whose labels approve nothing by themselves/,
    (made) => made().addLabel('todo', byActions),
  ],
  [
    'our own transition from what a writer approved',
    STARTS,
    (made) => made().addLabel('todo', byWriter).addLabel('work', byActions).removeLabel('todo', byActions),
  ],
  [
    'our own transition from what a reader labelled',
    noAccess,
    (made) => made().addLabel('todo', byReader).addLabel('work', byActions).removeLabel('todo', byActions),
  ],
  [
    'a state by a reader after one by a writer',
    noAccess,
    (made) => made().addLabel('todo', byWriter).removeLabel('todo', byReader).addLabel('work', byReader),
  ],
  [
    'a keyword workflow after the approval of another state was taken back',
    /^not-trusted: .*approve nothing/,
    (made) => made().addLabel('todo', byWriter).removeLabel('todo', byWriter).addLabel('work', byActions),
  ],
  [
    'a text edited by the author before the label',
    STARTS,
    (made) => made().edit({ body: 'better' }, byAuthor).addLabel('todo', byWriter),
  ],
  [
    'a text edited by the author after the label',
    edited,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'worse' }, byAuthor),
  ],
  [
    'a text edited by the author in the second of the label',
    edited,
    (made) => {
      const at = new Date(Date.now() - 3600_000);
      return made()
        .addLabel('todo', { ...byWriter, at })
        .edit({ body: 'worse' }, { ...byAuthor, at });
    },
  ],
  [
    'a text edited by the author and put back',
    edited,
    (made) =>
      made({ body: 'good' })
        .addLabel('todo', byWriter)
        .edit({ body: 'worse' }, byAuthor)
        .edit({ body: 'good' }, byAuthor),
  ],
  [
    'a text edited by the author, then by a writer',
    edited,
    (made) =>
      made().addLabel('todo', byWriter).edit({ body: 'worse' }, byAuthor).edit({ body: 'worse!' }, byWriter),
  ],
  [
    'a text edited by a writer',
    STARTS,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'clear' }, byWriter),
  ],
  [
    'a text edited by a triager',
    edited,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'x' }, { by: 'tina' }),
  ],
  [
    'a text edited by an App on the list',
    STARTS,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'tidy' }, { by: 'listed[bot]' }),
  ],
  [
    'a text edited by an App that is not on the list',
    edited,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'x' }, { by: 'sorter[bot]' }),
  ],
  [
    'a text edited by an account that is deleted',
    edited,
    (made) => made().addLabel('todo', byWriter).edit({ body: 'x' }, { by: 'gone' }),
  ],
  [
    'a title edited by the author after the label',
    edited,
    (made) => made().addLabel('todo', byWriter).edit({ title: 'worse' }, byAuthor),
  ],
  [
    'a title edited by the author and put back',
    edited,
    (made) =>
      made({ title: 'good' })
        .addLabel('todo', byWriter)
        .edit({ title: 'worse' }, byAuthor)
        .edit({ title: 'good' }, byAuthor),
  ],
  [
    'a title edited by a writer',
    STARTS,
    (made) => made().addLabel('todo', byWriter).edit({ title: 'clear' }, byWriter),
  ],
  [
    'a text edited after our own transition',
    edited,
    (made) =>
      made()
        .addLabel('todo', byWriter)
        .addLabel('work', byActions)
        .removeLabel('todo', byActions)
        .edit({ body: 'x' }, byAuthor),
  ],
  [
    'an edit that a writer approved by re-applying the label',
    STARTS,
    (made) =>
      made()
        .addLabel('todo', byWriter)
        .edit({ body: 'x' }, byAuthor)
        .removeLabel('todo', byWriter)
        .addLabel('todo', byWriter),
  ],
  [
    'closed and reopened by the author',
    STARTS,
    (made) => made().addLabel('todo', byWriter).close(byAuthor).reopen(byAuthor),
  ],
];

describe('an issue with', () => {
  let scene: Scene;
  let result: SceneResult;
  const late = histories.length + 1;

  beforeAll(async () => {
    scene = await openScene();
    const { repo } = scene;
    repo.setRole('maud', 'maintain');
    repo.setRole('tina', 'triage');
    repo.setRole('rita', 'read');
    repo.setRole('casey', 'write', 'tester');
    repo.setRole('adam', 'read', 'admin');
    repo.setRole('gone', 'write');
    scene.github.accounts.add('an-org', 'Organization');
    scene.github.accounts.delete('gone');
    for (const [name, , happen] of histories)
      happen((more) => repo.createIssue({ title: name, author: 'mallory', ...more }), repo);
    // between the listing, which shows the approved text, and the check
    const inTime = repo.createIssue({ title: 'good', author: 'mallory' }).addLabel('todo', byWriter);
    scene.github.before({ method: 'POST', path: /graphql/ }, () => inTime.edit({ body: 'worse' }, byAuthor));
    result = await scene.run({
      env: { NO_COLOR: '1' },
      stages: { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } },
      github: { trust: { bots: ['listed'] } },
      loop: { max_iterations: 1, max_issue_concurrency: 100 },
      coder: { command: ['sh', '-c', 'touch "$NOTES/started-$VIK_ISSUE_ID"'] },
    });
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  const skipOf = (number: number) => result.record?.skipped.find(({ issue }) => issue === String(number));

  test.each(histories.map(([name, refusal], index) => [name, refusal, index + 1] as const))(
    '%s',
    (_, refusal, number) => {
      const skip = skipOf(number);
      expect(existsSync(scene.path(`started-${number}`))).toBe(refusal === STARTS);
      if (refusal === STARTS) {
        expect(skip).toBeUndefined();
        return;
      }
      expect(`${skip?.reason}: ${skip?.detail}`).toMatch(refusal);
      expect(
        result.lines.filter((line) => line.includes(`#${number} skipped: ${skip?.reason}: `)),
      ).toHaveLength(1);
      // nothing moved
      expect(scene.github.requestsTo('POST', new RegExp(`/issues/${number}/`))).toEqual([]);
    },
  );

  test('a text edited between the listing and the check', () => {
    expect(existsSync(scene.path(`started-${late}`))).toBe(false);
    expect(skipOf(late)).toMatchObject({ reason: 'edited-after-label' });
  });
});

/** The release workflow: its notes, and the shell of its last job, run with a real git and a `gh` that notes its words. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { releaseNotes } from '../scripts/release-notes.ts';
import { makeTempDir } from './support/run-action.ts';

const root = join(import.meta.dirname, '..');
const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-23

### Added

- A thing, see [it].

## [1.1.0] - Unreleased

- Another.

## [1.0.0] - 2026-01-01

[it]: https://example.com
`;

describe('the notes', () => {
  test('are the section of the version', () => {
    expect(releaseNotes({ tag: 'v1.2.0', version: '1.2.0', changelog: CHANGELOG })).toBe(
      '### Added\n\n- A thing, see [it].\n',
    );
  });

  test.each([
    ['v1.3.0', '1.2.0', 'the tag is `v1.3.0` and package.json says `1.2.0`: expected the tag `v1.2.0`'],
    ['v1.3.0', '1.3.0', 'CHANGELOG.md has no section `## [1.3.0] - <date>`: rename `## [Unreleased]`'],
    ['v1.1.0', '1.1.0', 'CHANGELOG.md has no date for 1.1.0: write `## [1.1.0] - YYYY-MM-DD`'],
    ['v1.0.0', '1.0.0', 'CHANGELOG.md says nothing about 1.0.0'],
  ])('%s with %s in package.json is no release', (tag, version, message) => {
    expect(() => releaseNotes({ tag, version, changelog: CHANGELOG })).toThrow(message);
  });

  test('the command fails with the reason, so the workflow ends there', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/release-notes.ts'), 'v99.0.0'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^the tag is `v99\.0\.0` and package\.json says/),
    ]);
  });
});

const stepSchema = z.object({ name: z.string().optional(), run: z.string().optional() });
const workflowSchema = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(stepSchema) })),
});
const { jobs } = workflowSchema.parse(
  parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')),
);

/** Runs a step as the runner does, in a repository with these tags on its one commit; the words given to `gh`. */
async function runStep(
  name: string,
  {
    tag,
    tags,
    gh = 'true',
  }: { readonly tag: string; readonly tags: readonly string[]; readonly gh?: string },
) {
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((each) => each.name === name);
  const folder = await makeTempDir('vik-release-');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=me', '-c', 'user.email=me@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'Start');
  for (const each of tags) git('tag', '--annotate', '--message', each, each);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/gh'), `#!/bin/sh\necho "$*" >> "$NOTED"\n${gh}\n`, { mode: 0o755 });
  const noted = join(folder, 'noted');
  writeFileSync(noted, '');
  const { status } = spawnSync('bash', ['-e', '-c', step?.run ?? 'exit 99'], {
    cwd: folder,
    env: {
      PATH: `${folder}/bin:${process.env.PATH}`,
      NOTED: noted,
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: 'octo/vik',
    },
  });
  const said = readFileSync(noted, 'utf8').replaceAll(git('rev-parse', 'HEAD'), 'COMMIT');
  return { status, said: said.split('\n').slice(0, -1) };
}

describe('the tag of the major version', () => {
  const move = 'Move the tag of the major version';
  const patch = 'api --silent --method PATCH repos/octo/vik/git/refs/tags/v1 -f sha=COMMIT -F force=true';
  const post = 'api --silent --method POST repos/octo/vik/git/refs -f ref=refs/tags/v1 -f sha=COMMIT';

  test('is moved to the newest release of that version', async () => {
    const tags = ['v1', 'v1.9.0', 'v1.10.0', 'v1.11.0-rc.1', 'v2.0.0', 'v10.0.0'];
    expect(await runStep(move, { tag: 'v1.10.0', tags })).toEqual({ status: 0, said: [patch] });
  });

  test('is made when it is not there', async () => {
    const gh = 'case $* in *PATCH*) exit 1 ;; esac';
    expect(await runStep(move, { tag: 'v1.0.0', tags: ['v1.0.0'], gh })).toEqual({
      status: 0,
      said: [patch, post],
    });
  });

  test('stays where it is for a fix of an older version', async () => {
    expect(await runStep(move, { tag: 'v1.9.1', tags: ['v1', 'v1.9.1', 'v1.10.0'] })).toEqual({
      status: 0,
      said: [],
    });
  });

  test('that can not be moved or made fails the job', async () => {
    const { status } = await runStep(move, { tag: 'v1.0.0', tags: ['v1.0.0'], gh: 'exit 1' });
    expect(status).not.toBe(0);
  });
});

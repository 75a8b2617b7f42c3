/**
 * Prints the notes of a release from CHANGELOG.md: `node scripts/release-notes.ts v1.2.3`. Fails when the tag, package.json
 * and the changelog don't agree, so that no release says something else than it is.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export interface Release {
  /** `v1.2.3`. */
  readonly tag: string;
  /** The version in package.json. */
  readonly version: string;
  /** The text of CHANGELOG.md, in the format of Keep a Changelog. */
  readonly changelog: string;
}

/** The section of the tag's version, without its heading. Throws an Error that says what to do when there is none. */
export function releaseNotes({ tag, version, changelog }: Release): string {
  if (tag !== `v${version}`) {
    throw new Error(
      `the tag is \`${tag}\` and package.json says \`${version}\`: expected the tag \`v${version}\``,
    );
  }
  const headings = [...changelog.matchAll(/^## \[(.+?)\](?: - (.*))?$/gm)];
  const index = headings.findIndex(([, name]) => name === version);
  const heading = headings[index];
  if (heading === undefined) {
    throw new Error(`CHANGELOG.md has no section \`## [${version}] - <date>\`: rename \`## [Unreleased]\``);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(heading[2] ?? '')) {
    throw new Error(`CHANGELOG.md has no date for ${version}: write \`## [${version}] - YYYY-MM-DD\``);
  }
  const rest = changelog.slice(heading.index + heading[0].length, headings[index + 1]?.index);
  // Addresses of links stand at the end of the file.
  const notes = rest.replace(/^\[.+?\]: \S+$/gm, '').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}`);
  return `${notes}\n`;
}

function main(tag = ''): void {
  const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  try {
    const { version } = JSON.parse(read('package.json'));
    process.stdout.write(releaseNotes({ tag, version, changelog: read('CHANGELOG.md') }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]);

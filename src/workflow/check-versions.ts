import validRange from 'semver/ranges/valid.js';
import type { Draft } from './draft.ts';
import type { Findings } from './findings.ts';

/** Versions that npm could not mean. Loaded only for a file that has one: an idle run does without semver. */
export function checkVersions(draft: Draft, findings: Findings): void {
  for (const [name, { runtime, version }] of draft.agents) {
    if (version === undefined || runtime === 'command' || validRange(version) !== null) continue;
    const pointer = `agents.${name}.version`;
    const message = `\`${pointer}\` is \`${version}\`: expected an exact version or a semver range, for example \`version: 0.169.0\` or \`version: ^0.169.0\``;
    findings.error('bad_version', ['agents', name, 'version'], message);
  }
}

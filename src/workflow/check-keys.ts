import type { Findings } from './findings.ts';
import type { ReadValues } from './read-values.ts';
import { didYouMean } from './suggest.ts';

/** Keys that vik has and that mean nothing in a job that starts, works and ends. */
const VIK_ONLY: Readonly<Record<string, string>> = {
  server: 'vik serves HTTP there, a job has nobody to serve',
  'issues.webhook': 'the triggers of the GitHub workflow take its place',
};

/** Keys that nobody reads: most are typing mistakes, and what they were to change stays as it is. */
export function checkKeys(read: ReadValues, findings: Findings): void {
  for (const { path, keyOffset, known } of read.unknownKeys) {
    const pointer = path.join('.');
    const key = String(path.at(-1));
    const why = Object.hasOwn(VIK_ONLY, pointer) ? `: ${VIK_ONLY[pointer]}` : hint(key, known);
    findings.warningAt(
      'unknown_field',
      path,
      `\`${pointer}\` is not a known key and is ignored${why}`,
      keyOffset,
    );
  }
  for (const { path, offset } of read.complexKeys) {
    const where = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;
    findings.errorAt('wrong_type', path, `a key of ${where} is a map or a list: expected a text`, offset);
  }
}

function hint(key: string, known: readonly string[]): string {
  if (key === '<<') return ': merge keys are not part of YAML 1.2, repeat the keys here';
  return didYouMean(key, known);
}

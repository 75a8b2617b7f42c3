import type { Draft } from './draft.ts';
import type { Findings } from './findings.ts';

/** Whether there is an issue on GitHub to comment on. */
export function checkReport({ report, issues }: Draft, findings: Findings): void {
  if (report.comment !== true || issues.pull === undefined) return;
  const message =
    '`report.comment` needs `issues.github`: with `issues.pull` there is no issue on GitHub to comment on; remove it';
  findings.error('no_comments', ['report', 'comment'], message, 'key');
}

import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/outcome.ts';
import { formatShortSummary, formatSummary, MAX_SUMMARY_BYTES } from '../../src/report/summary.ts';
import { anAttempt, anIssue } from '../support/builders.ts';
import { activeIn, renderMarkdown as html, textOutsideCode } from '../support/github-markdown.ts';
import { anOutcome, aSession, aSkip } from '../support/report.ts';

const options = {
  dryRun: false,
  recordPath: '/root/run.json',
  hasPage: true,
  redact: (text: string) => text,
};

function summary(fields: Partial<RunOutcome>, changed: Partial<typeof options> = {}): string {
  return formatSummary(anOutcome(fields), { ...options, ...changed });
}

const twelve = anIssue({
  id: '12',
  ref: '#12',
  title: 'Fix the login',
  url: 'https://github.com/o/r/issues/12',
});

describe('formatSummary', () => {
  it('shows a run with a failure', () => {
    const failed = anAttempt({
      issue: anIssue({ id: 'ABC-1', title: 'Add a | pipe' }),
      stage: 'work',
      verdict: { state: 'failed', class: 'agent', reason: 'exit code 3: `npm test` failed' },
      endedAt: new Date('2026-11-23T10:00:12Z'),
      stderrTail: 'npm ERR!\n```\n  at line 3\n',
      session: aSession({ input: 40_000, output: 1_000, costUsd: 0.42 }),
      warnings: ['after_run failed: exit code 1'],
    });
    const text = summary({
      attempts: [anAttempt({ issue: twelve, session: aSession({ lastMessage: 'Wrote a plan.' }) }), failed],
      skipped: [aSkip({ reason: 'issue-concurrency-full' })],
      unmoved: [{ issue: twelve, stage: 'plan' }],
    });
    expect(text).toMatchSnapshot();
    expect(html(text)).toMatchSnapshot();
  });

  it('counts what the agent was denied', () => {
    const session = aSession({ permissionDenials: 1 });
    expect(summary({ attempts: [anAttempt({ issue: twelve, session })] })).toContain(
      '| completed, 1 permission denial |',
    );
  });

  it('says what was found when there was nothing to do', () => {
    expect(
      summary(
        {
          pulls: 1,
          searched: '0 open issues with label `todo` or `work`; label `work` does not exist here',
        },
        { hasPage: false },
      ),
    ).toBe(
      '## Vik: nothing to do\n\nDrained after 1 pull.\n\n' +
        'Found: 0 open issues with label `todo` or `work`; label `work` does not exist here\n',
    );
  });

  it('says of how many sessions tokens or cost are unknown, and no zero of what is', () => {
    const totals = (...sessions: readonly ReturnType<typeof aSession>[]) => {
      const attempts = sessions.map((session) => anAttempt({ issue: twelve, session }));
      return /^\d+ sessions?, .*$/m.exec(summary({ attempts }))?.[0];
    };
    const nothing = aSession({ tokens: undefined });
    const tokens = aSession();
    const all = aSession({ costUsd: 0.25 });
    expect([totals(nothing), totals(all, tokens, nothing), totals(all)]).toEqual([
      '1 session, tokens and cost unknown for 1 session',
      '3 sessions, 2.2k tokens, $0.25, tokens unknown for 1 session, cost unknown for 2 sessions',
      '1 session, 1.1k tokens, $0.25',
    ]);
  });

  it('a reason that begins with what the agent did has it as its subject', () => {
    const reason = 'completed, but nothing happened: no commit was added';
    const attempt = anAttempt({ issue: twelve, verdict: { state: 'failed', class: 'agent', reason } });
    expect(summary({ attempts: [attempt] })).toContain(
      '`plan` failed: the agent completed, but nothing happened: no commit was added\n',
    );
  });

  it('lists what a dry run would start', () => {
    expect(
      summary(
        { planned: [{ issue: twelve, stage: 'plan', agent: 'coder' }], pulls: 1 },
        { dryRun: true, hasPage: false },
      ),
    ).toBe(
      '## Vik: dry run, 1 stage run would start\n\nDrained after 1 pull.\n\n' +
        '| Would start | Stage | Agent |\n| --- | --- | --- |\n' +
        '| [`#12`](https://github.com/o/r/issues/12) Fix the login | `plan` | `coder` |\n',
    );
  });

  it('has what went wrong before the table, and where the report is at its end', () => {
    const verdict = { state: 'failed', class: 'agent', reason: 'exit code 3' } as const;
    const headings = (text: string) => text.match(/^(?:#+ .*|.*report-html-path.*)$/gm);
    expect(headings(summary({ attempts: [anAttempt({ issue: twelve, verdict })] }))).toEqual([
      '## Vik: 1 of 1 stage run failed',
      '### What went wrong',
      '### Stage runs',
      '### Timeline',
      expect.stringContaining('`report.html`'),
    ]);
  });

  it('folds all but the first ten failures', () => {
    const attempts = Array.from({ length: 13 }, (_, index) =>
      anAttempt({
        issue: anIssue({ id: String(index) }),
        verdict: { state: 'failed', class: 'agent', reason: `exit code ${index + 1}` },
      }),
    );
    const wrong = /### What went wrong([\s\S]*)### Stage runs/.exec(summary({ attempts }))?.[1] ?? '';
    const [open = '', folded = ''] = wrong.split('<details><summary>3 more</summary>');
    expect([open.match(/failed: /g)?.length, folded.match(/failed: /g)?.length]).toEqual([10, 3]);
  });

  it('shows the first paragraph of a last message below the title, in small letters', () => {
    const session = aSession({ lastMessage: '## Summary\n\nI **fixed** `login.ts`.\n\n- a\n' });
    expect(summary({ attempts: [anAttempt({ issue: twelve, session })] })).toContain(
      ') Fix the login<br><sub>I fixed login.ts. …</sub> |',
    );
  });

  it('takes secrets out before it shortens, so that no half of one is left', () => {
    const secret = 'ghs_0123456789abcdefghij';
    const text = summary(
      { attempts: [anAttempt({ issue: { ...twelve, title: `${'z'.repeat(70)}${secret}` } })] },
      { redact: (from) => from.replaceAll(secret, '***') },
    );
    expect([text.includes('ghs_'), text.includes('z\\*\\*\\*')]).toEqual([false, true]);
  });
});

const HOSTILE: readonly string[] = [
  '![x](https://evil.example/x.png)',
  '[click](https://evil.example)',
  '<img src=https://evil.example/x.png>',
  '</code></td></table><h1>x',
  '</details><script>alert(1)</script>',
  '<!-- hidden',
  'a | b | c',
  'a \\| b \\\\| c',
  '`code` ``more`` ```fence',
  '`',
  '```\n</details>\n<img src=x>',
  '~~~\n# heading',
  'x\n\n# heading\n\n- item',
  '| - |\n| - |',
  '@octocat and o/r#12 and #12 and GH-12',
  'as in GH-12',
  'see 3f2a9bc1d0',
  ':tada: :+1:',
  '$\\sqrt{3}$ and $`x`$',
  'https://evil.example www.evil.example mail@evil.example',
  '[ref]: https://evil.example\n[ref]',
  '\u202egnp.exe \u0000 \u001b[31m',
  '&lt;img&gt; &#60;b&#62;',
  '*a* _b_ ~~c~~ **d**',
  '::error::x ##[error]x',
  '%%{init: {"theme": "dark"}}%% ; click a href "https://evil.example"',
  '1. one',
  '---',
  '> quote',
  'deadbeef and defaced',
  'x (@octocat), "#12" and mailto:a@evil.example',
  '\\',
  'a title that ends in \\\\\\',
  '[ ] a task [^1]\n\n[^1]: note',
  '',
  ' ',
];

describe('a hostile text', () => {
  const calm = structureOf('calm');

  /** The tags of a summary in which one text stands everywhere that a text of others can stand. */
  function structureOf(text: string): readonly string[] {
    return (html(everywhere(text)).match(/<[^>]*>/g) ?? []).filter((tag) => !/<\/?code|<\/?pre/.test(tag));
  }

  function everywhere(text: string): string {
    const issue = { ...twelve, title: text };
    const failed = anAttempt({
      issue,
      verdict: { state: 'failed', class: 'agent', reason: `exit code 1: ${text}` },
      stderrTail: `x ${text} y`,
      session: aSession({ lastMessage: text }),
      warnings: [text],
    });
    return summary({
      detail: text,
      attempts: [failed],
      skipped: [aSkip({ reason: 'not-trusted', title: text, state: `${text}x`, detail: text })],
      unmoved: [{ issue: { ...issue, state: `${text}x` }, stage: 'plan' }],
      planned: [{ issue, stage: 'plan', agent: 'coder' }],
      notUndone: [text],
    });
  }

  it.each(HOSTILE.map((text) => [text]))('adds no tag, breaks no table and links nothing: %j', (text) => {
    expect(structureOf(text)).toEqual(calm);
  });

  it.each(HOSTILE.map((text) => [text]))(
    'is in code wherever GitHub would make something of it: %j',
    (text) => {
      const seen = textOutsideCode(everywhere(text)).replaceAll(textOutsideCode(everywhere('calm')), '');
      expect(activeIn(seen)).toEqual([]);
    },
  );

  it('is a link only to a web address', () => {
    const links = (url: string): readonly string[] =>
      html(summary({ attempts: [anAttempt({ issue: { ...twelve, url } })] })).match(/<a [^>]*>/g) ?? [];
    expect(links('javascript:alert(1)')).toEqual([]);
    expect(links('not an address')).toEqual([]);
    expect(links('https://x.example/a)b|c`d "e" <f>')).toEqual([
      '<a href="https://x.example/a%29b%7Cc%60d%20%22e%22%20%3Cf%3E">',
    ]);
  });

  it('of a stage can not change the picture', () => {
    const names = ['title x', 'section y:', 'click a call b()', 'plan #1; %% x', 'a :crit, 0, 1', '```'];
    const text = summary({ attempts: names.map((stage) => anAttempt({ issue: twelve, stage })) });
    const picture = /```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';
    expect(picture.split('\n').slice(4)).toEqual([
      '    · title x :done, 1795428000000, 1795428192000',
      '    · section y :done, 1795428000000, 1795428192000',
      '    · click a call b :done, 1795428000000, 1795428192000',
      '    · plan #1     x :done, 1795428000000, 1795428192000',
      '    · a  crit  0  1 :done, 1795428000000, 1795428192000',
      '    ·  :done, 1795428000000, 1795428192000',
    ]);
  });
});

describe('a summary that GitHub would not take', () => {
  const failures = (count: number, stderrBytes: number) =>
    Array.from({ length: count }, (_, index) =>
      anAttempt({
        issue: anIssue({ id: String(index) }),
        verdict: { state: 'failed', class: 'agent', reason: `exit code ${index}` },
        stderrTail: 'é'.repeat(stderrBytes / 2),
      }),
    );

  it('cuts the longest texts first, keeps every reason, and says so', () => {
    const text = summary({ attempts: failures(600, 4096) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(text).toContain('failed: exit code 599');
    expect(text).toContain('Texts are cut after 512 characters: GitHub takes at most 1 MiB.');
    expect(text).toContain('`/root/run.json`');
  });

  it('then cuts the lists', () => {
    const detail = 'é'.repeat(400);
    const skipped = Array.from({ length: 9000 }, () => aSkip({ reason: 'changed', title: detail, detail }));
    const text = summary({ attempts: failures(9000, 400), skipped });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(text).toMatch(/Texts are cut after 64 characters, and lists after \d+ rows/);
    expect(text).toContain('more are not shown.');
  });
});

describe('formatShortSummary', () => {
  it('lists every problem', () => {
    const problems = ['input `mode` is `x`: expected `run` or `doctor`', '<img src=x> `'];
    expect(formatShortSummary('an input is wrong; nothing was started', problems, options.redact)).toBe(
      '## Vik: an input is wrong; nothing was started\n\n' +
        '- input `mode` is `x`: expected `run` or `doctor`\n- `<img` src=x> \\`\n',
    );
  });
});

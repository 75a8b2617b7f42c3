/** A name, and a text that tries to run a command or to be more than text. */
export type HostileText = readonly [string, (command: string) => string];

const shell: readonly HostileText[] = [
  ['a command substitution', (run) => `$(${run})`],
  ['a command substitution in backticks', (run) => `\`${run}\``],
  ['the end of double quotes', (run) => `"; ${run}; "`],
  ['the end of single quotes', (run) => `'; ${run}; '`],
  ['both quotes', (run) => `'"; ${run}; "'`],
  ['an escaped quote', (run) => `\\"; ${run}; \\"`],
  ['a last backslash', (run) => `; ${run} \\`],
  ['the end of a here-document', (run) => `x\nEND\n${run}\ncat <<END`],
  ['a semicolon and a comment', (run) => `; ${run} #`],
  ['a pipe', (run) => `| ${run}`],
  ['a background command', (run) => `& ${run} &`],
  ['and, or', (run) => `&& ${run} || ${run}`],
  ['lines', (run) => `a\n${run}\nb`],
  ['carriage returns', (run) => `a\r${run}\rb\r\n${run}`],
  ['a redirection', () => '> "$NOTES"/ran-by-redirection'],
  ['a parameter with a default', (run) => `\${nothing:-$(${run})}`],
  ['an expansion of a prompt', (run) => `\${x@P}\\$(${run})`],
  ['arithmetic', (run) => `$((a[$(${run})]))`],
  ['an array index', (run) => `a[$(${run})]`],
  ['dollar quotes', (run) => `$'\\x24(${run})'`],
  ['a process substitution', (run) => `<(${run})`],
  ['a function in a variable', (run) => `() { :; }; ${run}`],
  ['an assignment', (run) => `PATH=/tmp IFS=/ ${run}`],
  ['patterns and braces', () => '* ~ ~root {a,b} [a-z] ? !! !$'],
  ['an option', () => '-n'],
  ['the end of options', () => '-- --help'],
  ['an option of git that is a command', (run) => `--upload-pack=${run}`],
  ['an option of ssh that is a command', (run) => `-oProxyCommand=${run}`],
  ['formats of printf', () => '%s%n%x%1000000d'],
  ['NUL', (run) => `a\0$(${run})`],
];

const templates: readonly HostileText[] = [
  ['a command span', (run) => `\`exec(${run})\``],
  ['a command span with a bang', (run) => `!\`exec(${run})\``],
  ['the end of our span, and one of its own', (run) => `")\` !\`exec(${run})\``],
  ['a template value', () => '{{ 7 * 7 }} {{ env.HOME }}'],
  ['a template loop', () => '{% for n in range(100000000) %}x{% endfor %}'],
  ['the end of a raw block', () => '{% endraw %}{{ 7 * 7 }}{% raw %}'],
  ['the end of the block that binds values', (run) => `{% endfilter %}$(${run}){% filter upper %}`],
  ['a template comment', () => '{# a #} {{ debug() }}'],
];

const commands: readonly HostileText[] = [
  ['an error of the runner', () => '::error::FAKED'],
  ['a mask', () => '::add-mask::octo'],
  ['the end of commands', () => '::stop-commands::x'],
  ['an output', () => 'x\n::set-output name=drained::false\ndrained=false\ndrained<<x'],
  ['the old form of a command', () => '##[error]FAKED'],
  ['the old form, hidden', () => '#\u200b#[error]FAKED #\u202e#\u00ad[error] #\x1b[0m#[error]FAKED'],
  ['the old form, twice', () => '###[[error]#[error]FAKED'],
  ['an encoded newline', () => '%0A::error::FAKED%0D%0A::error::FAKED'],
  ['properties of an annotation', () => 'x,file=a.ts,line=1::FAKED'],
  ['a carriage return before a command', () => 'x\r::error::FAKED'],
  ['odd newlines before a command', () => 'a\u2028::error::FAKED\u0085::error::FAKED\u000b::error::FAKED'],
  ['odd spaces before a command', () => '\ufeff\u00a0\u3000 ::error::FAKED'],
  [
    'a line that looks like one of ours',
    () => 'x\n[#1 plan] completed in 1s\n## Vik: completed 9 stage runs',
  ],
  ['colours', () => '\x1b[31mFAKED\x1b[0m \x9b31mFAKED'],
  ['a link for terminals', () => '\x1b]8;;https://evil.example\x07click\x1b]8;;\x07'],
  ['a cursor that moves', () => '\x1b[2J\x1b[1;1H\x1bc\b\b\b\x07'],
];

const markdown: readonly HostileText[] = [
  ['a picture', () => '![x](https://evil.example/p.png)'],
  ['a link', () => '[click](https://evil.example) <https://evil.example>'],
  ['a link by reference', () => '[click]\n\n[click]: https://evil.example'],
  ['an address', () => 'see https://evil.example and www.evil.example or a@evil.example'],
  ['HTML', () => '<img src="https://evil.example/p.png"><script>alert(1)</script><h1>FAKED</h1>'],
  ['the end of our HTML', () => '</code></summary></details></td></tr></table><h1>FAKED</h1>'],
  ['a details block', () => '<details open><summary>FAKED</summary>x</details>'],
  ['entities', () => '&#60;img src=x&#62; &lt;b&gt; &#x60;'],
  ['a table', () => 'a | b | c\n| - | - |\n| d | e |'],
  ['the end of a code span', () => '` ``x`` ``` <b>FAKED</b>'],
  ['the end of a code block', () => 'x\n```\n<b>FAKED</b>\n~~~\n````'],
  ['a picture of Mermaid', () => '```mermaid\nclick a "https://evil.example"\n```'],
  ['mentions', () => '@octo/team @alice closes #1 octo/repo#1 GH-1 aaaaaaa'],
  ['a formula and emoji', () => '$$\\href{https://evil.example}{x}$$ :tada:'],
  ['a footnote and a heading', () => '# FAKED\n[^1]\n\n[^1]: FAKED'],
  ['backslashes and pipes', () => '\\|\\\\|\\` \\'],
];

const unicode: readonly HostileText[] = [
  ['text that runs backwards', () => 'a\u202e)hctuot(\u202c \u2066b\u2069 \u200f'],
  ['text that takes no room', () => 'a\u200bb\u2060c\ufeffd\u00ade'],
  [
    'letters of the tag block',
    () => `x${[...'run this'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
  ],
  ['half a character', () => 'a\ud800b\udc00c'],
  ['letters that look like others', () => '＄（ｔｏｕｃｈ） ｀x｀ ﹩(x) ‘’ “”'],
  ['marks upon marks', () => `a${'\u0301'.repeat(2000)}`],
  ['a name of JavaScript', () => '__proto__'],
  ['a path', () => '../../../../etc/passwd /etc/passwd ..\\..\\x file:///etc/passwd'],
  ['16,000 characters', () => '$(x)'.repeat(4_000)],
];

export const hostileTexts: readonly HostileText[] = [
  ...shell,
  ...templates,
  ...commands,
  ...markdown,
  ...unicode,
];

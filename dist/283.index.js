export const id = 283;
export const ids = [283];
export const modules = {

/***/ 9283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $w: () => (/* reexport */ TemplateError),
  checkPromptTemplate: () => (/* binding */ checkPromptTemplate),
  checkShellTemplate: () => (/* binding */ checkShellTemplate),
  nQ: () => (/* binding */ renderPrompt),
  Dn: () => (/* binding */ renderShell)
});

;// CONCATENATED MODULE: ./lib/stage/command-words.js
function refuse(message) {
    return { severity: 'error', code: 'unbindable_value', message };
}
function warnOf(message) {
    return { severity: 'warning', code: 'nested_interpreter', message };
}
/** Reads one word; `token` matches a token anywhere in a text. */
function readWord(node, source, token) {
    const bound = token.test(source.slice(node.pos, node.end));
    if (node.type === 'Assignment')
        return { ...readText(node.text, token), bound, assigns: node.name };
    const { computed, text } = readTail(node.parts);
    if (!computed)
        return { ...readText(node.value, token), bound, assigns: undefined };
    return { text: undefined, tail: text, bound, prefix: '', free: bound, assigns: undefined };
}
function readText(text, token) {
    const tokenAt = text.search(token);
    const prefix = tokenAt === -1 ? text : text.slice(0, tokenAt);
    return { text, tail: text, prefix, free: tokenAt === 0 };
}
/** The program's name without its folder; undefined when the shell computes it or a value is in it. */
function programName(word) {
    if (word === undefined || word.bound)
        return undefined;
    const slash = word.tail.lastIndexOf('/');
    return word.text === undefined && slash === -1 ? undefined : word.tail.slice(slash + 1);
}
/** Whether the shell computes a part of the word, and what follows the last such part. */
function readTail(parts) {
    let computed = false;
    let text = '';
    for (const part of parts ?? []) {
        const inner = readPart(part);
        computed ||= inner.computed;
        text = inner.computed ? inner.text : text + inner.text;
    }
    return { computed, text };
}
function readPart(part) {
    switch (part.type) {
        case 'Literal':
        case 'SingleQuoted':
        case 'AnsiCQuoted':
        case 'Glob':
            return { computed: false, text: part.value };
        case 'DoubleQuoted':
            return readTail(part.parts);
        default:
            return { computed: true, text: '' };
    }
}

;// CONCATENATED MODULE: ./lib/stage/builtin-arguments.js
// Arguments that bash's and dash's own commands read as a name, a number or a program. bash runs the command
// substitution in `a[$(cmd)]` wherever it reads a name or a number, so a value must never stand there.

/** Builtins that only see text in their arguments. */
const TEXT = new Set([
    ...[
        ':',
        'true',
        'false',
        'echo',
        'cd',
        'pushd',
        'popd',
        'dirs',
        'pwd',
        'type',
        'kill',
        'set',
        'umask',
        'ulimit',
    ],
    ...['shift', 'return', 'exit', 'break', 'continue', 'times'],
]);
const DECLARES = new Set(['export', 'readonly', 'local', 'declare', 'typeset']);
const PROGRAMS = new Set(['eval', 'trap', 'alias', 'let', 'fc', 'bind', 'complete', 'compgen', 'enable']);
const NAMES = new Set([
    ...[
        'read',
        'mapfile',
        'readarray',
        'unset',
        'getopts',
        'wait',
        'hash',
        'unalias',
        'compopt',
        'shopt',
        'history',
    ],
    ...['caller', 'jobs', 'fg', 'bg', 'disown', 'suspend', 'logout'],
]);
/**
 * What a builtin refuses, by argument; undefined when the name is no builtin of these shells.
 */
function judgeBuiltin(name, args) {
    if (TEXT.has(name))
        return new Map();
    if (name === 'printf')
        return judgePrintf(args);
    if (name === 'test' || name === '[')
        return judgeTest(name, args);
    if (DECLARES.has(name))
        return judgeDeclaration(name, args);
    if (name === 'source' || name === '.')
        return judgeSource(name, args);
    if (PROGRAMS.has(name)) {
        const way = name === 'let' ? '`expr {{ v }} + 1`, which takes it as text' : '`sh -c \'... "$1"\' sh {{ v }}`';
        return builtin_arguments_all(args, refuse(`\`${name}\` reads its arguments as a program; use ${way}`));
    }
    if (NAMES.has(name)) {
        return builtin_arguments_all(args, refuse(`\`${name}\` reads its arguments as options and names of variables; write them out`));
    }
    return undefined;
}
function judgePrintf(args) {
    const refusals = new Map();
    const [first, second] = args;
    const asOption = refuse("`printf` would read a value that begins with `-v` as the name of a variable; use `printf '%s\\n' {{ v }}`");
    if (first?.bound && (first.free || first.prefix.startsWith('-')))
        refusals.set(0, asOption);
    if (first?.prefix === '-v' && second?.bound)
        refusals.set(1, asOption);
    const formatAt = first?.text === '--' ? 1 : first?.text === '-v' ? 2 : 0;
    if (args[formatAt]?.bound && !refusals.has(formatAt)) {
        refusals.set(formatAt, warnOf("`printf` reads `%` and `\\` in its first argument; use `printf '%s\\n' {{ v }}`"));
    }
    return refusals;
}
const UNARY = /^-[a-hknoprstuwxzGLNOS]$/;
const BINARY = /^(?:=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;
/** With a static operator in its place an operand is text; otherwise a value could be an operator, such as `-v`. */
function judgeTest(name, args) {
    const operands = name === '[' ? args.slice(0, -1) : args;
    const positive = operands[0]?.text === '!' ? operands.slice(1) : operands;
    const [left, middle, right] = positive;
    const isText = positive.length <= 1 ||
        (positive.length === 2 && UNARY.test(left?.text ?? '')) ||
        (positive.length === 3 && BINARY.test(middle?.text ?? '') && right !== undefined);
    if (isText)
        return new Map();
    return builtin_arguments_all(args, refuse(`\`${name}\` could take the value for an operator here; write one comparison, \`[ {{ v }} = text ]\`, and join several with \`&&\` or \`||\``));
}
function judgeDeclaration(name, args) {
    const special = args.some((word) => /^[-+][A-Za-z]*[aAinI]/.test(word.prefix));
    const asName = refuse(`\`${name}\` would read the value as the name of a variable; use \`${name} title={{ v }}\``);
    const evaluated = refuse(`bash evaluates what \`${name}\` assigns with these options; assign it without them: \`title={{ v }}\``);
    const refusals = new Map();
    for (const [index, word] of args.entries()) {
        if (!word.bound)
            continue;
        if (special)
            refusals.set(index, evaluated);
        else if (word.assigns === undefined)
            refusals.set(index, asName);
    }
    return refusals;
}
function judgeSource(name, args) {
    const file = refuse(`the value would choose the program that \`${name}\` runs; write the file out`);
    return args[0]?.bound ? new Map([[0, file]]) : new Map();
}
function builtin_arguments_all(args, refusal) {
    return new Map([...args.entries()].filter(([, word]) => word.bound).map(([index]) => [index, refusal]));
}
/** Variables that a shell or a well-known program reads as a program, as a number, or as where to find programs. */
const SPECIAL = /^(?:PS[0-4]|PROMPT_COMMAND|ENV|BASH_ENV|PATH|IFS|SHELLOPTS|BASHOPTS|OPTIND|RANDOM|SRANDOM|SECONDS|LINENO|HISTCMD|BASHPID|EPOCH\w+|LD_\w+|DYLD_\w+|NODE_OPTIONS|PYTHON(?:PATH|STARTUP|HOME)|PERL5(?:LIB|OPT|DB)|RUBY(?:LIB|OPT)|GIT_\w*(?:COMMAND|EDITOR|PAGER|DIFF|SSH|ASKPASS|CONFIG\w*)|EDITOR|VISUAL|PAGER|BROWSER|MAKEFLAGS|LESSOPEN|VIK_VALUE_\w*)$/;
/** Why a value can't be assigned to this variable; undefined when it can. */
function judgeAssignment(name) {
    if (!SPECIAL.test(name))
        return undefined;
    return refuse(`\`${name}\` is a variable that programs or the shell itself act on; use another name`);
}

;// CONCATENATED MODULE: ./lib/stage/git-arguments.js
// Where git runs what its arguments say.

/** Settings that git runs as a command. */
const git_arguments_PROGRAMS = /^(?:alias\.|core\.(?:sshcommand|editor|pager|fsmonitor|hookspath|gitproxy|askpass)|pager\.|sequence\.editor|.*\.(?:helper|cmd|command|textconv|clean|smudge|process|driver|program|receivepack|uploadpack|vcs|update)$|diff\.external|protocol\.|include)/i;
const IN_SETTING = refuse('git runs some of its settings as commands; write the name of the setting out, as in `git -c user.name={{ v }}`');
const IN_SHELL = refuse('git gives the value to a shell; use `"$VIK_ISSUE_TITLE"` in the command');
const AS_OPTION = warnOf('git takes a value that begins with `--upload-pack=` or `--exec=` for a command; put `--` before it');
const AS_SUBCOMMAND = refuse("a value can't be the name of a git command; write it out");
function judgeGit(words) {
    const refusals = new Map();
    const at = readOwnOptions(words, refusals);
    const subcommand = words[at];
    const rest = words.slice(at + 1);
    const refuseRest = (refusal, applies) => {
        for (const [index, word] of rest.entries()) {
            if (word.bound && applies(word, index))
                refusals.set(at + 1 + index, refusal);
        }
    };
    if (subcommand?.bound)
        refusals.set(at, AS_SUBCOMMAND);
    switch (subcommand?.text) {
        case 'bisect':
            return { refusals, commandAt: rest[0]?.text === 'run' ? at + 2 : words.length };
        case 'filter-branch':
            refuseRest(IN_SHELL, () => true);
            break;
        case 'submodule':
            refuseRest(IN_SHELL, () => rest.some((word) => word.text === 'foreach'));
            break;
        case 'config':
            refuseRest(IN_SETTING, () => !namesHarmlessSetting(rest));
            break;
        case 'rebase':
        case 'difftool':
        case 'mergetool':
            refuseRest(IN_SHELL, (word, index) => takesCommand(word, rest[index - 1]));
            break;
        case 'archive':
        case 'clone':
        case 'fetch':
        case 'grep':
        case 'ls-remote':
        case 'pull':
        case 'push':
            // the worse verdict last
            refuseRest(AS_OPTION, (word, index) => word.free && !isAfterOptions(rest, index));
            refuseRest(IN_SHELL, (word, index) => runsOption(word, rest[index - 1]));
            if (subcommand.text !== 'clone')
                break;
            refuseRest(IN_SHELL, (_, index) => rest[index - 1]?.text === '-u');
            refuseRest(IN_SETTING, (word, index) => isProgramSetting(word, rest[index - 1]));
            break;
        default:
            break;
    }
    return { refusals, commandAt: words.length };
}
/** Goes over `-C dir -c name=value` and gives the index of the subcommand. */
function readOwnOptions(words, refusals) {
    let at = 1;
    for (let word = words[at]; word?.prefix.startsWith('-'); word = words[at]) {
        const setting = words[at + 1];
        if (word.bound)
            refusals.set(at, IN_SETTING);
        if (word.text === '-c' && setting?.bound) {
            const [name = '', value] = setting.prefix.split('=');
            if (value === undefined || git_arguments_PROGRAMS.test(name))
                refusals.set(at + 1, IN_SETTING);
        }
        at += word.text === '-c' || word.text === '-C' ? 2 : 1;
    }
    return at;
}
/** Whether the setting is written out before the first value, and git does not run it. */
function namesHarmlessSetting(args) {
    const firstValue = args.findIndex((word) => word.bound);
    const names = args.slice(0, firstValue).filter((word) => /^[a-z][\w-]*\./i.test(word.prefix));
    return names.length > 0 && !names.some((word) => git_arguments_PROGRAMS.test(word.prefix));
}
function takesCommand(word, before) {
    if (/^(?:-x|--exec|--extcmd)$/.test(before?.text ?? ''))
        return true;
    return /^(?:-x|--exec=|--extcmd=)/.test(word.prefix);
}
function isAfterOptions(args, index) {
    return args.slice(0, index).some(({ text }) => text === '--' || text === '--end-of-options');
}
/** Options of the commands that talk to another repository, and of `grep`, whose value git runs. */
function runsOption(word, before) {
    if (/^--(?:upload-pack|receive-pack|exec)$/.test(before?.text ?? ''))
        return true;
    return /^(?:-O|--(?:upload-pack|receive-pack|exec|open-files-in-pager)=)/.test(word.prefix);
}
/** `git clone -c name=value` */
function isProgramSetting(word, before) {
    const setting = /^(?:-c|--config)$/.test(before?.text ?? '')
        ? word.prefix
        : /^(?:-c|--config=)(.*)$/s.exec(word.prefix)?.[1];
    if (setting === undefined)
        return false;
    const [name = '', value] = setting.split('=');
    return value === undefined || git_arguments_PROGRAMS.test(name);
}

;// CONCATENATED MODULE: ./lib/stage/interpreter-arguments.js

/** Standard input under a name, by itself or right after an option. */
const NAMES_STDIN = /^(?:--[a-z-]+=|-[A-Za-z]+)?(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;
/** Finds which arguments an interpreter reads as program text, and refuses the values in them. */
function judgeInterpreter(name, spec, args) {
    const refusals = new Map();
    const inCodeOption = new Map();
    const inCode = refuse(`\`${name}\` would read the value as part of a program; ${spec.advice}`);
    const asFile = refuse(`the value would choose the program that \`${name}\` runs; name the program in the hook`);
    const asOption = refuse(`\`${name}\` would read a value that begins with \`-\` as an option, which can hold a program; put \`--\` before it`);
    const refuseAt = (index, refusal) => {
        if (args[index]?.bound)
            refusals.set(index, refusal);
    };
    let hasProgram = false;
    let fromStdin = false;
    let namesStdin = false;
    let wantsCode = false;
    let optionsEnded = false;
    let operand = 0;
    let at = 0;
    while (at < args.length) {
        const word = args[at];
        if (word === undefined)
            break;
        if (!optionsEnded && word.text === '--') {
            optionsEnded = true;
            at += 1;
            continue;
        }
        if (!optionsEnded && isOption(word)) {
            const option = readOption(spec, word);
            const valueAt = option.inNextWord ? at + 1 : at;
            switch (option.role) {
                case 'code':
                    refuseAt(valueAt, inCode);
                    if (args[valueAt]?.bound)
                        inCodeOption.set(valueAt, inCode);
                    hasProgram = true;
                    break;
                case 'file':
                    refuseAt(valueAt, asFile);
                    hasProgram = true;
                    namesStdin ||= NAMES_STDIN.test(args[valueAt]?.text ?? '');
                    break;
                case 'loads':
                    refuseAt(valueAt, asFile);
                    break;
                case 'codeFlag':
                    wantsCode = true;
                    break;
                case 'stdinFlag':
                    fromStdin = true;
                    break;
                case 'unclear':
                    refuseAt(at, asOption);
                    break;
                default:
                    break;
            }
            at = valueAt + 1 + (option.role === 'pair' ? 1 : 0);
            if (option.role === 'code' && spec.stopsAtCode)
                return { refusals, inCodeOption, readsStdin: false };
            continue;
        }
        const kind = operandKind(spec, operand, { hasProgram, fromStdin, wantsCode });
        if (kind === 'code')
            refuseAt(at, inCode);
        if (wantsCode && kind === 'code' && word.bound)
            inCodeOption.set(at, inCode);
        if (kind === 'file')
            refuseAt(at, asFile);
        if (kind === 'data' && word.free && !optionsEnded)
            refuseAt(at, asOption);
        at += 1;
        // `sed -i ''` is how BSD's sed is told to keep no copy; `su -` asks for a login shell
        if (word.text === '' || (word.text === '-' && kind === 'data'))
            continue;
        if (kind === 'file')
            namesStdin ||= NAMES_STDIN.test(word.text ?? '');
        if (kind !== 'data' && word.text !== '-')
            hasProgram = true;
        operand += 1;
        if (!spec.permutes)
            optionsEnded = true;
    }
    const readsStdin = namesStdin || (spec.stdin === true && (fromStdin || !hasProgram));
    return { refusals, inCodeOption, readsStdin };
}
function operandKind(spec, index, seen) {
    if (seen.wantsCode)
        return index === 0 ? 'code' : 'data';
    if (seen.fromStdin)
        return 'data';
    const kind = spec.operands[index] ?? 'data';
    // an option has given the program already; only a program that takes more than one goes on
    return seen.hasProgram && spec.operands.length === 1 ? 'data' : kind;
}
function isOption(word) {
    return word.text !== undefined && /^[-+]/.test(word.prefix) && (word.prefix.length > 1 || word.bound);
}
function readOption(spec, word) {
    const whole = word.bound ? undefined : word.text;
    if (whole !== undefined) {
        const role = exactRole(spec, whole);
        if (role !== undefined)
            return { role, inNextWord: true };
    }
    if (word.prefix.startsWith('--')) {
        const [name = '', ...value] = word.prefix.split('=');
        const role = value.length > 0 ? exactRole(spec, name) : undefined;
        if (role !== undefined)
            return { role, inNextWord: false };
        return { role: word.bound && value.length === 0 ? 'unclear' : 'flag', inNextWord: false };
    }
    return readCluster(spec, word);
}
/** `-ne`, `-es/a/b/`, `-ec`: letters until one takes a value. */
function readCluster(spec, word) {
    const letters = word.prefix.slice(1);
    const sign = word.prefix[0] ?? '-';
    let flag;
    for (const [index, letter] of [...letters].entries()) {
        if (letter === spec.codeFlag)
            flag = { role: 'codeFlag', inNextWord: false };
        if (letter === spec.stdinFlag)
            flag ??= { role: 'stdinFlag', inNextWord: false };
        if (spec.attached?.includes(letter))
            return flag ?? { role: 'value', inNextWord: false };
        const role = exactRole(spec, sign + letter);
        if (role === undefined)
            continue;
        const hasRest = index < letters.length - 1 || word.bound;
        if (flag?.role === 'codeFlag')
            return { role: 'codeFlag', inNextWord: !hasRest };
        return { role, inNextWord: !hasRest };
    }
    if (word.bound)
        return { role: 'unclear', inNextWord: false };
    return flag ?? { role: 'flag', inNextWord: false };
}
function exactRole(spec, option) {
    if (spec.code.includes(option))
        return 'code';
    if (spec.file.includes(option))
        return 'file';
    if (spec.loads?.includes(option))
        return 'loads';
    if (spec.values.includes(option))
        return 'value';
    return spec.pairs?.includes(option) ? 'pair' : undefined;
}

;// CONCATENATED MODULE: ./lib/stage/interpreters.js
// Programs that read some of their arguments, or their standard input, as program text. A list of what people write
// in hooks: it can't be complete, and what an unknown program does with its argument is not covered (trust.md).
const SHELL = {
    code: [],
    codeFlag: 'c',
    stdinFlag: 's',
    file: [],
    values: ['-o', '+o', '-O', '+O', '--rcfile', '--init-file'],
    operands: ['file'],
    stdin: true,
    advice: `give it as an argument: \`sh -c '... "$1"' sh {{ v }}\``,
};
const PYTHON = {
    code: ['-c'],
    file: ['-m'],
    values: ['-W', '-X', '--check-hash-based-pycs'],
    operands: ['file'],
    stopsAtCode: true,
    stdin: true,
    advice: `give it as an argument: \`python3 -c 'import sys; ... sys.argv[1]' {{ v }}\``,
};
const NODE = {
    code: ['-e', '--eval', '-p', '--print', '-pe'],
    file: [],
    loads: ['-r', '--require', '--import', '--loader', '--experimental-loader'],
    values: ['-C', '--conditions', '--input-type', '--env-file'],
    operands: ['file'],
    stdin: true,
    advice: "give it as an argument: `node -e '... process.argv[1]' -- {{ v }}`",
};
const PERL = {
    code: ['-e', '-E'],
    file: [],
    loads: ['-I'],
    values: [],
    attached: 'MmiFxDC',
    operands: ['file'],
    stdin: true,
    advice: "give it as an argument: `perl -e '... $ARGV[0]' -- {{ v }}`",
};
const RUBY = {
    code: ['-e'],
    file: [],
    loads: ['-r', '-I'],
    values: ['-C', '-E'],
    attached: 'iF0xKTW',
    operands: ['file'],
    stdin: true,
    advice: "give it as an argument: `ruby -e '... ARGV[0]' -- {{ v }}`",
};
const PHP = {
    code: ['-r', '-B', '-R', '-E'],
    file: ['-f', '-F'],
    values: ['-d', '-c', '-z'],
    operands: ['file'],
    stdin: true,
    advice: "give it as an argument: `php -r '... $argv[1]' -- {{ v }}`",
};
const ONE_LINER = {
    code: ['-e', '--eval', '-E'],
    file: [],
    loads: ['-r', '-l'],
    values: [],
    operands: ['file'],
    stdin: true,
    advice: 'read it in the program from the environment: `VIK_ISSUE_TITLE`',
};
const AWK = {
    code: ['-e', '--source'],
    file: ['-f', '--file', '-E', '--exec'],
    loads: ['-i', '--include', '-l', '--load'],
    values: ['-v', '--assign', '-F', '--field-separator'],
    operands: ['code'],
    advice: `use the environment: \`title={{ v }} awk '... ENVIRON["title"]'\``,
};
const SED = {
    code: ['-e', '--expression'],
    file: ['-f', '--file'],
    values: ['-l', '--line-length'],
    attached: 'i',
    operands: ['code'],
    permutes: true,
    advice: `use \`title={{ v }} awk '... ENVIRON["title"]'\`, which takes the value as text`,
};
const JQ = {
    code: [],
    file: ['-f', '--from-file'],
    values: ['-L', '--indent', '-p', '-o', '-I', '--input-format', '--output-format'],
    pairs: ['--arg', '--argjson', '--slurpfile', '--rawfile', '--argfile'],
    operands: ['code'],
    advice: "use `jq --arg title {{ v }} '... $title'`",
};
const PSQL = {
    code: ['-c', '--command'],
    file: ['-f', '--file'],
    values: ['-d', '-h', '-p', '-U', '-v', '--set', '--variable', '-o', '-L', '-P', '-F', '-R', '-T'],
    operands: [],
    permutes: true,
    stdin: true,
    advice: "use psql's variables: `psql -v title={{ v }}` and `:'title'` in the SQL it reads",
};
const MYSQL = {
    code: ['-e', '--execute', '--init-command'],
    file: [],
    values: ['-u', '-h', '-P', '-D', '-S'],
    attached: 'p',
    operands: [],
    permutes: true,
    stdin: true,
    advice: 'write a small program with bound parameters',
};
const SQLITE = {
    code: ['-cmd', '-c', '-s'],
    file: [],
    loads: ['-init'],
    values: ['-separator', '-nullvalue', '-newline', '-vfs'],
    operands: ['data', 'code', 'code', 'code'],
    permutes: true,
    stdin: true,
    advice: 'write a small program with bound parameters',
};
const SWITCH_USER = {
    ...SHELL,
    code: ['-c', '--command', '--session-command'],
    codeFlag: '',
    stdinFlag: '',
    values: ['-s', '--shell', '-g', '--group', '-G', '--supp-group', '-w', '--whitelist-environment'],
    operands: ['data', 'file'],
    permutes: true,
};
const EDITOR = {
    code: ['-c', '--cmd', '--eval', '--execute'],
    file: [],
    loads: ['-S', '-s', '-u', '--load', '-l', '--script'],
    values: [],
    operands: [],
    permutes: true,
    advice: 'use `"$VIK_ISSUE_TITLE"` in a script of the repository',
};
const REMOTE_COPY = {
    code: ['-e', '--rsh', '--rsync-path'],
    file: [],
    values: [],
    operands: [],
    advice: 'put the value in a file and name the file',
};
/** Every argument is program text for these, or may become it. */
const ALL_CODE = {
    ssh: "send the value on standard input: `printf '%s\\n' {{ v }} | ssh host 'read -r v; ...'`",
    watch: SHELL.advice,
    parallel: 'give the values on standard input, one a line',
    make: 'use `"$$VIK_ISSUE_TITLE"` in the recipe',
    gmake: 'use `"$$VIK_ISSUE_TITLE"` in the recipe',
    just: 'use `"$VIK_ISSUE_TITLE"` in the recipe',
    task: 'use `"$VIK_ISSUE_TITLE"` in the task',
    at: SHELL.advice,
    batch: SHELL.advice,
    crontab: SHELL.advice,
    expect: 'use `$env(VIK_ISSUE_TITLE)` in the script',
    tmux: SHELL.advice,
    screen: SHELL.advice,
    concurrently: SHELL.advice,
    dc: 'use `expr` or `awk`',
    m4: 'use `envsubst`',
    pwsh: 'use `$env:VIK_ISSUE_TITLE`',
    powershell: 'use `$env:VIK_ISSUE_TITLE`',
    cmd: 'use `"$VIK_ISSUE_TITLE"` in a shell',
};
/** Those of them that read their program from standard input. */
const STDIN_CODE = new Set(['at', 'batch', 'crontab', 'dc', 'm4', 'pwsh', 'powershell', 'parallel']);
const NAMED = {
    sed: SED,
    gsed: SED,
    awk: AWK,
    gawk: AWK,
    mawk: AWK,
    nawk: AWK,
    jq: JQ,
    gojq: JQ,
    jaq: JQ,
    node: NODE,
    nodejs: NODE,
    bun: NODE,
    perl: PERL,
    ruby: RUBY,
    php: PHP,
    lua: ONE_LINER,
    luajit: ONE_LINER,
    julia: ONE_LINER,
    elixir: ONE_LINER,
    raku: ONE_LINER,
    Rscript: ONE_LINER,
    groovy: ONE_LINER,
    scala: ONE_LINER,
    osascript: ONE_LINER,
    tclsh: { ...ONE_LINER, code: [] },
    psql: PSQL,
    mysql: MYSQL,
    mariadb: MYSQL,
    sqlite3: SQLITE,
    duckdb: SQLITE,
    mongosh: { ...SQLITE, code: ['--eval'], operands: ['data', 'file'] },
    su: SWITCH_USER,
    runuser: SWITCH_USER,
    script: { ...SWITCH_USER, values: ['-T', '-I', '-O', '-B', '-E', '-m', '-o'], operands: [], stdin: false },
    'nix-shell': { ...SWITCH_USER, code: ['--run', '--command'], operands: [], stdin: false },
    vi: EDITOR,
    vim: EDITOR,
    nvim: EDITOR,
    emacs: EDITOR,
    ex: { ...EDITOR, stdin: true },
    ed: { ...EDITOR, stdin: true },
    rsync: REMOTE_COPY,
    npx: { ...REMOTE_COPY, code: ['-c', '--call'], values: ['-p', '--package'], operands: ['file'] },
};
const SHELLS = /^(?:r?bash|dash|ash|sh|[mp]?ksh|ksh93|zsh|yash|fish)$/;
const PYTHONS = /^(?:python|pypy)[0-9.]*$/;
/** What is known about a program; undefined for one that takes its arguments as data, as far as we know. */
function findInterpreter(name) {
    if (SHELLS.test(name))
        return SHELL;
    if (PYTHONS.test(name))
        return PYTHON;
    if (name === 'yq')
        return { ...JQ, code: ['--expression'], operands: ['code'] };
    return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}
/** The right form when every argument of the program is, or may become, program text. */
function findAllCodeAdvice(name) {
    return Object.hasOwn(ALL_CODE, name) ? ALL_CODE[name] : undefined;
}
function readsCommandsFromStdin(name) {
    return STDIN_CODE.has(name);
}

;// CONCATENATED MODULE: ./lib/stage/wrapper-commands.js
// Programs that run the command in their own arguments.


const PLAIN = { values: [], operands: 0 };
const WRAPPERS = {
    env: {
        values: ['-u', '--unset', '-C', '--chdir', '-P', '-S', '--split-string'],
        operands: 0,
        assigns: true,
    },
    sudo: {
        values: [
            '-u',
            '-g',
            '-h',
            '-p',
            '-C',
            '-T',
            '-D',
            '-R',
            '-r',
            '-t',
            '-U',
            '--user',
            '--group',
            '--chdir',
        ],
        operands: 0,
        assigns: true,
    },
    doas: { values: ['-u', '-C'], operands: 0 },
    command: PLAIN,
    builtin: PLAIN,
    exec: { values: ['-a'], operands: 0 },
    nohup: PLAIN,
    setsid: PLAIN,
    time: { values: ['-f', '-o', '--format', '--output'], operands: 0 },
    nice: { values: ['-n', '--adjustment'], operands: 0 },
    ionice: { values: ['-c', '-n', '--class', '--classdata'], operands: 0 },
    stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'], operands: 0 },
    timeout: { values: ['-k', '-s', '--kill-after', '--signal'], operands: 1 },
    gtimeout: { values: ['-k', '-s', '--kill-after', '--signal'], operands: 1 },
    chroot: { values: ['--userspec', '--groups'], operands: 1 },
    taskset: PLAIN,
    flock: { values: ['-w', '--timeout', '-E', '--conflict-exit-code'], operands: 1 },
    unbuffer: PLAIN,
    caffeinate: { values: ['-t', '-w'], operands: 0 },
    gosu: { values: [], operands: 1 },
    'su-exec': { values: [], operands: 1 },
    tini: { values: ['-p', '-e'], operands: 0 },
    'dumb-init': PLAIN,
    'xvfb-run': { values: ['-n', '-s', '-e', '-f', '-w', '--server-num', '--server-args'], operands: 0 },
    strace: { values: ['-e', '-o', '-s', '-p', '-u', '-E', '-P'], operands: 0 },
    unshare: PLAIN,
    nsenter: { values: ['-t', '--target', '-S', '-G'], operands: 0 },
    'systemd-run': { values: ['-p', '-u', '-E', '--unit', '--property', '--setenv'], operands: 0 },
    busybox: PLAIN,
    toybox: PLAIN,
    'cross-env': { values: [], operands: 0, assigns: true },
    xargs: {
        values: [
            '-a',
            '-d',
            '-E',
            '-I',
            '-J',
            '-L',
            '-n',
            '-P',
            '-R',
            '-s',
            '--arg-file',
            '--delimiter',
            '--replace',
            '--max-args',
            '--max-lines',
            '--max-procs',
            '--max-chars',
        ],
        operands: 0,
    },
};
/** Looks through `timeout 5 sudo -u x`: where the command begins. Undefined for a program that is no wrapper. */
function findWrapped(name, words) {
    const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
    if (wrapper === undefined)
        return undefined;
    const commandAt = commandIndex(name, wrapper, words);
    const refusals = new Map();
    for (const [index, word] of words.slice(0, commandAt).entries()) {
        if (!word.bound)
            continue;
        const assigned = wrapper.assigns ? assignedName(word) : undefined;
        if (assigned !== undefined) {
            const refusal = judgeAssignment(assigned);
            if (refusal !== undefined)
                refusals.set(index, refusal);
            continue;
        }
        refusals.set(index, refuse(`\`${name}\` could take the value for one of its options or for the command; write them out in the hook`));
    }
    return { commandAt, refusals };
}
/** The name in a word such as `title={{ v }}`. */
function assignedName(word) {
    return /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(word.prefix)?.[1];
}
function commandIndex(name, wrapper, words) {
    let operands = wrapper.operands;
    let at = 1;
    while (at < words.length) {
        const word = words[at];
        if (word === undefined)
            break;
        if (word.text === '--') {
            at += 1;
            while (at < words.length && wrapper.assigns && assignedName(words[at] ?? word) !== undefined)
                at += 1;
            return at + operands;
        }
        // a free word might be an option; what follows it can't be told
        if (word.prefix.startsWith('-')) {
            // the command of `env -S 'sh -c'` is in the option: whatever follows may be its code
            if (name === 'env' && /^-[^-]*S|^--split/.test(word.prefix))
                return words.length;
            at += takesNextWord(wrapper, word) ? 2 : 1;
            continue;
        }
        if (wrapper.assigns && assignedName(word) !== undefined)
            at += 1;
        else if (operands > 0) {
            operands -= 1;
            at += 1;
        }
        else
            return at;
    }
    return words.length;
}
function takesNextWord(wrapper, word) {
    const text = word.bound ? '' : (word.text ?? '');
    if (text.startsWith('--'))
        return wrapper.values.includes(text);
    return text !== '' && wrapper.values.includes(`-${text.at(-1) ?? ''}`) && !hasAttachedValue(wrapper, text);
}
function hasAttachedValue(wrapper, cluster) {
    return [...cluster.slice(1, -1)].some((letter) => wrapper.values.includes(`-${letter}`));
}

;// CONCATENATED MODULE: ./lib/stage/command-roles.js
// What a command does with its arguments, as far as the shell and well-known programs go.






const AS_NAME = refuse("a value can't be the name of a command; write the command out, or choose one with `case {{ v }} in ...`");
const COMPUTED_NAME = warnOf('which command this is only the shell knows, and some read their arguments as a program; write its name out');
const PATCHED_NAME = refuse('which command gets the value is put together by the shell; write its name out');
/** Programs whose arguments are text for sure, so that a word such as `sh` among them means nothing. */
const TEXT_ONLY = new Set([
    'echo',
    'printf',
    'grep',
    'egrep',
    'fgrep',
    'rg',
    'test',
    '[',
    'cat',
    'tee',
    'ls',
    'which',
]);
function judgeCommand(words) {
    const [nameWord, ...args] = words;
    if (nameWord === undefined)
        return { refusals: new Map(), stdinReader: undefined };
    if (nameWord.bound)
        return { refusals: new Map([[0, AS_NAME]]), stdinReader: undefined };
    const name = programName(nameWord);
    if (name === undefined)
        return judgeComputed(nameWord, words);
    if (name === 'command' && /^-[pvV]*[vV]/.test(args[0]?.prefix ?? ''))
        return nothing();
    const wrapped = findWrapped(name, words);
    if (wrapped !== undefined)
        return judgeWrapped(name, words, wrapped.commandAt, wrapped.refusals);
    const builtin = judgeBuiltin(name, args);
    if (builtin !== undefined) {
        const sourcesStdin = /^(?:source|\.)$/.test(name) && args.some(({ text }) => NAMES_STDIN.test(text ?? ''));
        return { refusals: shift(builtin, 1), stdinReader: sourcesStdin ? name : undefined };
    }
    const advice = findAllCodeAdvice(name);
    if (advice !== undefined)
        return judgeAllCode(name, words, advice);
    const spec = findInterpreter(name);
    if (spec !== undefined) {
        const skipped = name === 'yq' && /^(?:e|ea|eval|eval-all)$/.test(args[0]?.text ?? '') ? 2 : 1;
        const verdict = judgeInterpreter(name, spec, words.slice(skipped));
        return {
            refusals: shift(verdict.refusals, skipped),
            stdinReader: verdict.readsStdin ? name : undefined,
        };
    }
    switch (name) {
        case 'git':
            return judgeGitCommand(words);
        case 'gh':
            return { refusals: judgeGh(words), stdinReader: undefined };
        case 'find':
            return { refusals: judgeFind(words), stdinReader: undefined };
        case 'scp':
            return {
                refusals: each(words, 1, warnOf("`scp` may let the other side's shell read the value; put it in a file")),
                stdinReader: undefined,
            };
        default:
            return TEXT_ONLY.has(name) ? nothing() : judgeUnknown(words);
    }
}
/** `"$TOOL" {{ v }}`: most programs take their arguments as text, but which one this is only the shell knows. */
function judgeComputed(nameWord, words) {
    const unknown = judgeUnknown(words);
    const own = each(words, 1, nameWord.tail === '' ? COMPUTED_NAME : PATCHED_NAME);
    return { ...unknown, refusals: new Map([...own, ...unknown.refusals]) };
}
function nothing() {
    return { refusals: new Map(), stdinReader: undefined };
}
function judgeWrapped(name, words, commandAt, own) {
    const inner = judgeCommand(words.slice(commandAt));
    const refusals = new Map([...own, ...shift(inner.refusals, commandAt)]);
    const stdinReader = name === 'xargs' ? xargsReader(words, commandAt, inner) : inner.stdinReader;
    return { refusals, stdinReader };
}
/** What xargs reads becomes arguments, and program text when the program takes its text from those. */
function xargsReader(words, commandAt, inner) {
    const name = programName(words[commandAt]);
    if (name === undefined)
        return undefined;
    const takesAll = findAllCodeAdvice(name) !== undefined || inner.stdinReader !== undefined;
    const optionAt = words.findIndex(({ prefix }, at) => at < commandAt && /^(?:-[IJi]|--replace)/.test(prefix));
    const attached = words[optionAt]?.prefix.replace(/^(?:-[IJi]|--replace=?)/, '');
    const mark = attached === '' ? (words[optionAt + 1]?.text ?? '{}') : (attached ?? '');
    const args = words.slice(commandAt + 1);
    const pasted = optionAt !== -1 && args.some(({ text }) => text === undefined || (text !== mark && text.includes(mark)));
    return takesAll || (pasted && findInterpreter(name) !== undefined) ? `xargs ${name}` : undefined;
}
function judgeAllCode(name, words, advice) {
    const refusal = refuse(`\`${name}\` reads its arguments as a program, or lets another one read them; ${advice}`);
    const remote = words.slice(1).map((word) => word.text ?? '');
    const sshShell = name === 'ssh' &&
        (remote.filter((text) => !text.startsWith('-')).length < 2 ||
            /(?:^|[\s/;|&])(?:[a-z]*sh|python[0-9.]*|perl|ruby|node|psql|mysql)(?:\s|$)/.test(remote.join(' ')));
    return {
        refusals: each(words, 1, refusal),
        stdinReader: sshShell || readsCommandsFromStdin(name) ? name : undefined,
    };
}
/** Looks for `... sh -c '...'` in the arguments of a program that isn't known, such as `docker exec`. */
function judgeUnknown(words) {
    const refusals = new Map();
    let stdinReader;
    for (const [index, word] of words.entries()) {
        const name = index === 0 ? undefined : programName(word);
        const spec = name === undefined ? undefined : findInterpreter(name);
        if (name === undefined || spec === undefined || spec.operands[0] === 'code')
            continue;
        const verdict = judgeInterpreter(name, spec, words.slice(index + 1));
        for (const [at, refusal] of verdict.inCodeOption)
            refusals.set(index + 1 + at, refusal);
        if (verdict.readsStdin)
            stdinReader ??= name;
    }
    return { refusals, stdinReader };
}
function judgeGitCommand(words) {
    const { commandAt, refusals } = judgeGit(words);
    const inner = judgeCommand(words.slice(commandAt));
    return { refusals: new Map([...refusals, ...shift(inner.refusals, commandAt)]), stdinReader: undefined };
}
function judgeGh(words) {
    const refusals = new Map();
    const isApi = words[1]?.text === 'api';
    const inFilter = refuse('`gh` would read the value as part of a program; pipe its JSON to `jq --arg title {{ v }}`');
    const inQuery = refuse('the value would be part of the query; use a GraphQL variable: `-f title={{ v }}`');
    for (const [index, word] of words.entries()) {
        if (!word.bound)
            continue;
        const before = words[index - 1]?.prefix ?? '';
        const isFilter = /^(?:-q|--jq)$/.test(before) || /^(?:-q|--jq=)/.test(word.prefix);
        const isTemplate = isApi && (/^(?:-t|--template)$/.test(before) || /^(?:-t|--template=)/.test(word.prefix));
        if (isFilter || isTemplate)
            refusals.set(index, inFilter);
        if (isApi && /^(?:-[fF]=?|--(?:raw-)?field=)?query=/.test(word.prefix))
            refusals.set(index, inQuery);
    }
    return refusals;
}
function judgeFind(words) {
    const refusals = new Map();
    const ends = warnOf('`find` ends its command at an argument that is `;` or `+`, which the value may be; put text before it');
    for (let at = 1; at < words.length; at += 1) {
        if (!/^-(?:exec|ok)(?:dir)?$/.test(words[at]?.text ?? ''))
            continue;
        const from = at + 1;
        while (at + 1 < words.length && !/^[;+]$/.test(words[at + 1]?.text ?? ''))
            at += 1;
        const command = words.slice(from, at + 1);
        for (const [index, word] of command.entries())
            if (word.free)
                refusals.set(from + index, ends);
        for (const [index, refusal] of judgeCommand(command).refusals)
            refusals.set(from + index, refusal);
    }
    return refusals;
}
/** Refuses every value from a word on. */
function each(words, from, refusal) {
    const bound = [...words.entries()].filter(([index, word]) => index >= from && word.bound);
    return new Map(bound.map(([index]) => [index, refusal]));
}
function shift(refusals, by) {
    return new Map([...refusals].map(([index, refusal]) => [index + by, refusal]));
}

;// CONCATENATED MODULE: ./lib/stage/place-refusals.js
// Why a value can't stand at a place in a shell program, each with the right form. Arithmetic and `[[ -eq ]]` run
// what a variable holds, so "use a variable" is no help there.

const EVALUATED = refuse("a value can't stand in arithmetic, which runs what a variable holds; use `expr {{ v }} + 1`, or check it first with `case {{ v }} in *[!0-9]*) exit 1;; esac`");
const IN_PARAMETER = refuse("a value can't stand inside `${...}`; assign it first: `title={{ v }}`");
const IN_TEST = refuse("a value can't stand in `[[ ]]`; use `[ {{ v }} = text ]` or `case {{ v }} in`");
const IN_ARRAY = refuse('a value can\'t stand in an array or its index; use `set -- {{ v }}` and `"$@"`');
const AS_EVALUATED = refuse('bash runs what this variable holds, because it is used in arithmetic, as an array or with attributes (`declare -i`); use another variable, or check the value first with `case {{ v }} in *[!0-9]*) exit 1;; esac` and count with `expr`');
const IN_BACKTICKS = refuse("a value can't stand in backticks; use `$(...)`");
const IN_DOLLAR_QUOTES = refuse("a value can't stand in `$'...'` or `$\"...\"`; use double quotes");
const IN_PATTERN = refuse("a value can't stand in an extended or bracket pattern; put the value outside of it");
const IN_QUOTED_HEREDOC = refuse("a value can't stand in a here-document with a quoted delimiter; take the quotes off the delimiter and escape `$` in the text");
const AS_DELIMITER = refuse("a value can't be the delimiter of a here-document; write it out");
const AS_DUPLICATED = refuse("a value can't be the target of `>&` or `<&`; use `> {{ v }} 2>&1`");
const AS_FUNCTION = refuse("a value can't be the name of a function; write it out");
const AS_VARIABLE = refuse("a value can't be the name of a variable; write it out");
const WITH_ALIAS = refuse('`alias` can change what the words after it mean; use a function instead');
const WITH_ODD_QUOTES = refuse("`$'...'` with an escaped quote ends elsewhere in dash, which is `sh` on many machines; write the text with `printf`");
const WITH_OUR_NAMES = refuse('variables that begin with `VIK_VALUE_` hold the values of this program; use another name');
/** The value would reach the standard input of a program that reads it as its text. */
function pipedInto(reader) {
    return refuse(`\`${reader}\` would read the value as part of a program; put the program in an argument or a file, and give it the value as an argument`);
}

;// CONCATENATED MODULE: ./lib/stage/shell-places.js




/** Walks the whole tree of a program; `token` matches the stand-in of a value. */
function readTree(root, source, token, forEachChild) {
    const stretches = [];
    const evaluatedNames = new Set();
    let error;
    let refusal = source.includes('VIK_VALUE_') ? WITH_OUR_NAMES : undefined;
    collectFacts(root);
    walk(root, { quoting: 'bare', refusal: undefined });
    return { stretches, error, refusal };
    function collectFacts(node) {
        if (node.type === 'Script' && node.errors?.[0] !== undefined)
            error ??= node.errors[0];
        if (node.type === 'AnsiCQuoted' && node.text.includes("\\'"))
            refusal ??= WITH_ODD_QUOTES;
        if (node.type === 'Command') {
            const words = wordsOf(node);
            const name = programName(words[0]);
            const isAlias = name === 'alias' || (/^(?:command|builtin)$/.test(name ?? '') && words[1]?.text === 'alias');
            if (isAlias)
                refusal ??= WITH_ALIAS;
            if (/^(?:declare|typeset|local|readonly|export)$/.test(name ?? '')) {
                if (words.some((word) => /^-[A-Za-z]*[inaA]/.test(word.prefix)))
                    for (const word of words.slice(1))
                        evaluatedNames.add(word.assigns ?? word.text ?? '');
            }
        }
        if (node.type === 'Assignment' && node.value.type === 'ArrayValue')
            evaluatedNames.add(node.name);
        for (const [name] of arithmeticOf(node).matchAll(/[A-Za-z_]\w*/g))
            evaluatedNames.add(name);
        forEachChild(node, collectFacts);
    }
    /** What the shell evaluates as arithmetic here: bash runs the command in a variable whose text is `a[$(cmd)]`. */
    function arithmeticOf(node) {
        const text = source.slice(node.pos, node.end);
        switch (node.type) {
            case 'ArithmeticExpansion':
            case 'ArithmeticCommand':
                return text;
            case 'ArithmeticFor':
                return source.slice(node.pos, node.body.pos);
            case 'ParameterExpansion':
                return node.index !== undefined || node.operation?.type === 'Slice' ? text : '';
            case 'TestCommand':
                return /\s-(?:eq|ne|lt|le|gt|ge|v)\s/.test(text) ? text : '';
            case 'Command':
                return node.name?.text === 'let' ? text : '';
            default:
                return '';
        }
    }
    function mark(node, around) {
        stretches.push({ pos: node.pos, end: node.end, ...around });
    }
    function walkAll(nodes, around) {
        for (const node of nodes)
            if (node !== undefined)
                walk(node, around);
    }
    function walk(node, around) {
        switch (node.type) {
            case 'Word':
            case 'BraceExpansion':
            case 'HereDocBody':
                if (node.parts === undefined || node.parts.length === 0)
                    mark(node, around);
                else
                    walkAll(node.parts, around);
                return;
            case 'Literal':
            case 'Glob':
                mark(node, node.type === 'Glob' ? strictest(around, IN_PATTERN) : around);
                return;
            case 'SingleQuoted':
                mark(node, { ...around, quoting: 'single' });
                return;
            case 'DoubleQuoted':
                walkAll(node.parts, { ...around, quoting: 'double' });
                return;
            case 'AnsiCQuoted':
            case 'LocaleString':
                mark(node, strictest(around, IN_DOLLAR_QUOTES));
                return;
            case 'ExtendedGlob':
                mark(node, strictest(around, IN_PATTERN));
                return;
            case 'ParameterExpansion':
            case 'SimpleExpansion':
                mark(node, strictest(around, IN_PARAMETER));
                return;
            case 'ArithmeticExpansion':
            case 'ArithmeticCommand':
                mark(node, strictest(around, EVALUATED));
                return;
            case 'ArithmeticFor':
                mark({ pos: node.pos, end: node.body.pos }, strictest(around, EVALUATED));
                walk(node.body, around);
                return;
            case 'TestCommand':
                mark(node, strictest(around, IN_TEST));
                return;
            case 'CommandExpansion':
                if (node.text.startsWith('`'))
                    mark(node, strictest(around, IN_BACKTICKS));
                else if (node.script !== undefined)
                    walk(node.script, { ...around, quoting: 'bare' });
                return;
            case 'Assignment': {
                if (node.index !== undefined)
                    mark(node.index, strictest(around, IN_ARRAY));
                const judged = evaluatedNames.has(node.name) ? AS_EVALUATED : judgeAssignment(node.name);
                const isArray = node.value.type === 'ArrayValue' || source[node.value.pos] === '(';
                if (isArray)
                    mark(node.value, strictest(around, IN_ARRAY));
                else
                    walk(node.value, judged === undefined ? around : strictest(around, judged));
                return;
            }
            case 'HereDoc':
                if (node.delimiter !== undefined)
                    mark(node.delimiter, strictest(around, AS_DELIMITER));
                if (node.delimiter?.quoted !== false)
                    mark(node.body, strictest(around, IN_QUOTED_HEREDOC));
                else
                    walk(node.body, { ...around, quoting: 'heredoc' });
                return;
            case 'Redirect': {
                const duplicates = node.operator === '>&' || node.operator === '<&';
                if (node.target !== undefined)
                    walk(node.target, duplicates ? strictest(around, AS_DUPLICATED) : around);
                return;
            }
            case 'Command':
                walkCommand(node, around);
                return;
            case 'Redirected':
                walk(node.command, around);
                walkRedirects(node.redirects, around, stdinReader(node.command));
                return;
            case 'Pipeline': {
                let reader;
                for (const stage of [...node.commands].reverse()) {
                    walk(stage, reader === undefined ? around : strictest(around, pipedInto(reader)));
                    reader ??= stdinReader(stage);
                }
                return;
            }
            case 'For':
            case 'Select': {
                walk(node.name, strictest(around, AS_VARIABLE));
                const judged = evaluatedNames.has(node.name.text)
                    ? AS_EVALUATED
                    : judgeAssignment(node.name.text);
                walkAll(node.wordlist ?? [], judged === undefined ? around : strictest(around, judged));
                walk(node.body, around);
                return;
            }
            case 'Function':
                walk(node.name, strictest(around, AS_FUNCTION));
                walk(node.body, around);
                return;
            case 'Coproc':
                if (node.name !== undefined)
                    walk(node.name, strictest(around, AS_VARIABLE));
                walk(node.body, around);
                return;
            case 'Script':
            case 'CompoundList':
            case 'AndOr':
            case 'Statement':
            case 'If':
            case 'Elif':
            case 'While':
            case 'Subshell':
            case 'BraceGroup':
            case 'Case':
            case 'CaseItem':
            case 'ProcessSubstitution':
            case 'HereString':
                forEachChild(node, (child) => walk(child, around));
                return;
            default:
                // not marked, so a value in it has no place and is refused
                return;
        }
    }
    function walkCommand(node, around) {
        const words = wordsOf(node);
        const verdict = judgeCommand(words);
        const nodes = [...(node.name === undefined ? [] : [node.name]), ...node.args];
        for (const [index, word] of nodes.entries()) {
            const judged = verdict.refusals.get(index);
            walk(word, judged === undefined ? around : strictest(around, judged));
        }
        for (const item of node.prefix)
            if (item.type === 'Assignment')
                walk(item, around);
        walkRedirects(node.redirects, around, verdict.stdinReader);
    }
    function walkRedirects(redirects, around, reader) {
        for (const redirect of redirects) {
            const isInput = redirect.operator.startsWith('<');
            walk(redirect, isInput && reader !== undefined ? strictest(around, pipedInto(reader)) : around);
        }
    }
    function wordsOf(node) {
        const name = node.name === undefined ? [] : [node.name];
        return [...name, ...node.args].map((word) => readWord(word, source, token));
    }
    /** The program in this part of a pipeline that reads its standard input as program text. */
    function stdinReader(node) {
        if (node.type === 'Command')
            return judgeCommand(wordsOf(node)).stdinReader;
        if (node.type === 'Word' || node.type === 'Assignment' || node.type === 'Function')
            return undefined;
        let reader;
        forEachChild(node, (child) => {
            reader ??= stdinReader(child);
        });
        return reader;
    }
}
/** The outer reason stays, unless it only warns and the inner one forbids. */
function strictest(around, refusal) {
    if (around.refusal?.severity === 'error')
        return around;
    return around.refusal !== undefined && refusal.severity === 'warning' ? around : { ...around, refusal };
}

;// CONCATENATED MODULE: ./lib/stage/template-finding.js
/** A template that can't be rendered, or whose values can't be bound; the message says where and what to do. */
class TemplateError extends Error {
    name = 'TemplateError';
}
function locate(source, problem) {
    const { severity, code, message, offset } = problem;
    return { severity, code, message, ...positionAt(source, offset) };
}
/** The error at run time for what the check at load time reports as a finding. */
function problemError(source, name, problem) {
    const { line, column } = positionAt(source, problem.offset);
    return new TemplateError(`line ${line}, column ${column} of \`${name}\`: ${problem.message}`);
}
/** The offset of a 1-based line and column. */
function offsetAt(source, line, column) {
    const before = source.split('\n').slice(0, line - 1);
    return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}
function positionAt(source, offset) {
    const before = source.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

;// CONCATENATED MODULE: ./lib/stage/shell-binding.js


const UNKNOWN_PLACE = {
    severity: 'error',
    code: 'unbindable_value',
    message: "a value can't stand here; put it in a word of its own: `{{ v }}`",
};
const AFTER_DOLLAR = {
    severity: 'error',
    code: 'unbindable_value',
    message: "a value can't follow `$` or a backslash, which would change what is read; put it in a word of its own",
};
/** Finds every token of a program and says what may become of it. `token` must not be global. */
async function checkProgram(program, token) {
    const tree = await parseProgram(program, token);
    if (tree.error !== undefined)
        return { uses: [], parseError: tree.error };
    const uses = [...program.matchAll(new RegExp(token, 'g'))].map((match) => {
        const pos = match.index;
        const end = pos + match[0].length;
        const stretch = tree.stretches.find((candidate) => candidate.pos <= pos && end <= candidate.end);
        return { token: match[0], pos, end, stretch, refusal: refusalOf(program, pos, stretch, tree) };
    });
    return { uses, parseError: undefined };
}
/**
 * Puts references in the place of the checked uses.
 *
 * @throws TemplateError when the result doesn't parse to exactly those references: a bug, or a shell construct unknown to us
 */
async function bindProgram(program, uses, readValue) {
    const names = new Map();
    const nameOf = (value) => {
        const name = names.get(value) ?? `VIK_VALUE_${names.size + 1}`;
        names.set(value, name);
        return name;
    };
    const references = [];
    let bound = '';
    let at = 0;
    for (const use of uses) {
        bound += program.slice(at, use.pos);
        at = use.end;
        if (use.stretch === undefined)
            continue;
        const name = nameOf(readValue(use.token));
        const [before, after] = AROUND[use.stretch.quoting];
        references.push({ name, pos: bound.length + before.length });
        bound += `${before}\${${name}}${after}`;
    }
    bound += program.slice(at);
    await assertReferences(bound, references);
    return { program: bound, env: Object.fromEntries([...names].map(([value, name]) => [name, value])) };
}
const AROUND = {
    bare: ['"', '"'],
    double: ['', ''],
    single: [`'"`, `"'`],
    heredoc: ['', ''],
};
async function parseProgram(program, token) {
    const { forEachChild, parse } = await __webpack_require__.e(/* import() */ 989).then(__webpack_require__.bind(__webpack_require__, 8989));
    return readTree(parse(program), program, token, forEachChild);
}
function refusalOf(program, pos, stretch, tree) {
    if (stretch === undefined)
        return isInComment(program, pos, tree.stretches) ? undefined : UNKNOWN_PLACE;
    if (stretch.refusal?.severity === 'error')
        return stretch.refusal;
    if (tree.refusal !== undefined)
        return tree.refusal;
    if (stretch.quoting !== 'single' && followsEscape(program, pos))
        return AFTER_DOLLAR;
    return stretch.refusal;
}
/** Whether an unescaped `$` or backslash stands directly before; a backslash before a newline joins the lines. */
function followsEscape(program, pos) {
    let at = pos;
    while (program[at - 1] === '\n' && backslashesBefore(program, at - 1) % 2 === 1)
        at -= 2;
    if (program[at - 1] === '$')
        return backslashesBefore(program, at - 1) % 2 === 0;
    return backslashesBefore(program, at) % 2 === 1;
}
function backslashesBefore(program, pos) {
    let count = 0;
    while (program[pos - 1 - count] === '\\')
        count += 1;
    return count;
}
/** The tree has no comments: one begins at a `#` that begins a word and belongs to no word, and nothing follows it. */
function isInComment(program, pos, stretches) {
    const lineStart = program.lastIndexOf('\n', pos - 1) + 1;
    const overlaps = (from, to) => stretches.some((stretch) => stretch.pos < to && from < stretch.end);
    for (let at = lineStart; at < pos; at += 1) {
        const beginsWord = at === 0 || /[\s;&|()]/.test(program[at - 1] ?? '');
        if (program[at] === '#' && beginsWord && !overlaps(at, pos))
            return true;
    }
    return false;
}
/** A second look, at what will really run: every reference is where it was put, whole, and quoted. */
async function assertReferences(program, references) {
    const { forEachChild, parse } = await __webpack_require__.e(/* import() */ 989).then(__webpack_require__.bind(__webpack_require__, 8989));
    const expected = new Map(references.map(({ name, pos }) => [pos, `\${${name}}`]));
    const script = parse(program);
    let sound = true;
    const visit = (node, quoted) => {
        if (node.type === 'Script' && (node.errors?.length ?? 0) > 0)
            sound = false;
        if (node.type === 'ParameterExpansion' && expected.get(node.pos) === node.text && quoted) {
            expected.delete(node.pos);
        }
        const quotes = node.type === 'DoubleQuoted' || node.type === 'HereDocBody';
        forEachChild(node, (child) => visit(child, quotes));
    };
    visit(script, false);
    if (!sound || expected.size > 0) {
        throw new TemplateError('the values could not be bound in this program; put each in a word of its own: `{{ v }}`');
    }
}

;// CONCATENATED MODULE: ./lib/stage/template-branches.js
/** A template with more loops and branches than this is checked in part. */
const MAX_SAMPLES = 200;
/**
 * The samples of a template, or of a part of it; undefined when a block begins or ends outside of the part. Prints
 * are numbered in the order of the pieces. What `{% set %}` blocks and macros hold is data where they are printed.
 */
function sampleTemplate(pieces, source) {
    const tree = readBlocks(pieces, source);
    if (tree === undefined)
        return undefined;
    const paths = findPaths(tree.nodes);
    const samples = [pick(tree.nodes, () => 0), pick(tree.nodes, (count) => count - 1)];
    const covered = new Set(samples.flatMap(printsOf));
    for (const [print, path] of paths) {
        if (covered.has(print) || samples.length >= MAX_SAMPLES)
            continue;
        const sample = pick(tree.nodes, (_count, id) => path.get(id) ?? 0);
        samples.push(sample);
        for (const found of printsOf(sample))
            covered.add(found);
    }
    return tree.choices === 0 ? samples.slice(0, 1) : samples;
}
function readBlocks(pieces, source) {
    const root = { closer: '', branches: [[]], hasElse: true };
    let open = [root];
    let prints = 0;
    let choices = 0;
    const current = () => open.at(-1) ?? root;
    const add = (node) => {
        current().branches.at(-1)?.push(node);
    };
    for (const [index, piece] of pieces.entries()) {
        if (piece.kind === 'text')
            add(trimText(pieces, index, source));
        else if (piece.kind === 'raw')
            add({ kind: 'text', text: piece.text, offset: piece.start });
        else if (piece.kind === 'print') {
            add({ kind: 'print', print: prints });
            prints += 1;
        }
        else if (piece.kind === 'statement') {
            const { keyword, rest } = piece;
            const opens = keyword === 'set'
                ? isSetBlock(rest)
                : /^(?:if|for|macro|with|filter|call|block|autoescape)$/.test(keyword);
            if (opens)
                open.push({ closer: `end${keyword}`, branches: [[]], hasElse: false });
            else if (keyword === 'else' || keyword === 'elif') {
                if (open.length === 1)
                    return undefined;
                open = [...open.slice(0, -1), { ...current(), hasElse: keyword === 'else' }];
                current().branches.push([]);
            }
            else if (keyword.startsWith('end')) {
                const block = open.length > 1 ? open.pop() : undefined;
                if (block?.closer !== keyword)
                    return undefined;
                if (keyword === 'endif' || keyword === 'endfor') {
                    const branches = block.hasElse ? block.branches : [...block.branches, []];
                    add({ kind: 'choice', id: choices, branches });
                    choices += 1;
                }
                else if (keyword !== 'endset' && keyword !== 'endmacro') {
                    for (const node of block.branches.flat())
                        add(node);
                }
            }
        }
    }
    return open.length === 1 ? { nodes: root.branches.flat(), choices } : undefined;
}
/** `{% set x %}` and `{% set x | upper %}` begin a block; `{% set x = 1 %}` doesn't. */
function isSetBlock(rest) {
    return !/^\s*[\w.]+\s*=/.test(rest);
}
function trimText(pieces, index, source) {
    const piece = pieces[index];
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const whole = source.slice(piece?.start, piece?.end);
    const left = before !== undefined && before.kind !== 'text' && before.trimsAfter ? whole.trimStart() : whole;
    const text = after !== undefined && after.kind !== 'text' && after.trimsBefore ? left.trimEnd() : left;
    return { kind: 'text', text, offset: (piece?.start ?? 0) + whole.length - left.length };
}
function pick(nodes, choose) {
    const parts = nodes.flatMap((node) => {
        if (node.kind !== 'choice')
            return [node];
        return pick(node.branches[choose(node.branches.length, node.id)] ?? [], choose).parts;
    });
    return { parts };
}
function printsOf(sample) {
    return sample.parts.flatMap((part) => (part.kind === 'print' ? [part.print] : []));
}
/** Which branches lead to each print. */
function findPaths(nodes, path = new Map()) {
    const paths = new Map();
    for (const node of nodes) {
        if (node.kind === 'print')
            paths.set(node.print, path);
        if (node.kind !== 'choice')
            continue;
        for (const [branch, inner] of node.branches.entries()) {
            for (const [print, found] of findPaths(inner, new Map([...path, [node.id, branch]])))
                paths.set(print, found);
        }
    }
    return paths;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/stage/value-tokens.js


function createTokens() {
    const nonce = `vik${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const valuePattern = new RegExp(`\\.${nonce}v\\d+\\.`);
    const allValues = new RegExp(valuePattern, 'g');
    const allCommands = new RegExp(`\\.${nonce}c\\d+\\.`, 'g');
    const values = new Map();
    const commands = new Map();
    function value(token) {
        return known(values.get(token));
    }
    function expandValues(text) {
        return text.replace(allValues, (token) => value(token).text);
    }
    return {
        valueFilter: `${nonce}_value`,
        commandFilter: `${nonce}_command`,
        valuePattern,
        addValue(text, print) {
            const token = `.${nonce}v${values.size}.`;
            values.set(token, { print, text: values.size > 0 ? expandValues(text) : text });
            return token;
        },
        addCommand(body, span) {
            const token = `.${nonce}c${commands.size}.`;
            commands.set(token, { span, body });
            return token;
        },
        value,
        command: (token) => known(commands.get(token)),
        commandsIn: (text) => new Set(text.match(allCommands)),
        replaceCommands: (text, replacement) => text.replace(allCommands, replacement),
        expandValues,
    };
}
/** A token that was never given out can't be in a text: its random part can't be guessed. */
function known(entry) {
    if (entry === undefined)
        throw new TemplateError('a bound value was changed while the template was rendered');
    return entry;
}

;// CONCATENATED MODULE: ./lib/stage/shell-template.js




/** One environment string may have 128 KiB with its name. */
const MAX_VALUE_BYTES = 100 * 1024;
/** An environment and its arguments may have some 2 MiB. */
const MAX_ALL_BYTES = 512 * 1024;
/** Tags that choose or name, but never print by themselves: only `{{ }}` prints, and that is bound. */
const ALLOWED = /^(?:if|elif|else|for|set|macro|with|do)$/;
/** The finding of every tag that prints without `{{ }}`, in the order of the source. */
function findForbiddenTags({ pieces }) {
    return pieces.flatMap((piece) => {
        if (piece.kind !== 'statement' || ALLOWED.test(piece.keyword) || /^end/.test(piece.keyword))
            return [];
        return [
            {
                severity: 'error',
                code: 'template_syntax',
                offset: piece.start,
                message: `\`{% ${piece.keyword} %}\` can't be used in a shell program, since what it prints can't be bound; use \`{{ }}\` with filters, as in \`{{ issue.title|upper }}\``,
            },
        ];
    });
}
/** Everything that can be known about a shell template before it is rendered. */
async function checkShellPart(part) {
    const prints = shell_template_printsOf(part.pieces);
    const forbidden = findForbiddenTags(part);
    if (prints.length === 0 || forbidden.length > 0)
        return forbidden;
    const samples = sampleTemplate(part.pieces, part.source);
    if (samples === undefined)
        return [];
    const problems = new Map();
    const unreadable = [];
    for (const sample of samples) {
        const found = await checkSample(sample, prints);
        if (found.kind === 'unreadable')
            unreadable.push(found.problem);
        else
            for (const problem of found.problems)
                problems.set(`${problem.offset} ${problem.message}`, problem);
    }
    const [first] = unreadable;
    // branches that never meet may not fit together; what really renders is read again
    if (first !== undefined && unreadable.length === samples.length)
        return [first];
    return [...problems.values()].sort((a, b) => a.offset - b.offset);
}
async function checkSample(sample, prints) {
    const tokens = createTokens();
    const places = [];
    let program = '';
    for (const part of sample.parts) {
        places.push({ at: program.length, part });
        program += part.kind === 'text' ? part.text : tokens.addValue('', part.print);
    }
    // a body without values is never parsed
    if (!tokens.valuePattern.test(program))
        return { kind: 'read', problems: [] };
    const { parseError, uses } = await checkProgram(program, tokens.valuePattern);
    if (parseError !== undefined) {
        const place = places.findLast(({ at }) => at <= parseError.pos);
        const offset = place === undefined ? 0 : offsetIn(place.part, parseError.pos - place.at, prints);
        return { kind: 'unreadable', problem: unreadableProgram(parseError.message, offset) };
    }
    const problems = uses.flatMap(({ refusal, token }) => refusal === undefined ? [] : [withOffset(refusal, prints[tokens.value(token).print]?.start ?? 0)]);
    return { kind: 'read', problems };
}
function offsetIn(part, at, prints) {
    if (part.kind === 'print')
        return prints[part.print]?.start ?? 0;
    return part.offset + Math.min(at, part.text.length);
}
/**
 * The program that runs: `program` is the rendered body with tokens for values, which were printed by `prints`.
 *
 * @throws TemplateError when a value can't be bound where it stands, or is too long
 */
async function bindShellPart(program, { tokens, prints }, source, name) {
    if (!tokens.valuePattern.test(program))
        return { program, env: {} };
    const { parseError, uses } = await checkProgram(program, tokens.valuePattern);
    const offsetOf = (token) => prints[tokens.value(token).print]?.start ?? 0;
    if (parseError !== undefined) {
        const before = program.slice(0, parseError.pos);
        const near = tokens.expandValues(before.slice(before.lastIndexOf('\n') + 1)).slice(-80);
        throw new TemplateError(`\`${name}\`: ${unreadableProgram(parseError.message, 0).message}, after \`${near}\``);
    }
    for (const { refusal, token } of uses) {
        if (refusal?.severity === 'error')
            throw problemError(source, name, withOffset(refusal, offsetOf(token)));
    }
    const bound = await bindProgram(program, uses, (token) => {
        const { text, print } = tokens.value(token);
        const problem = describeUnfit(text, prints[print], source);
        if (problem !== undefined)
            throw problemError(source, name, problem);
        return text;
    });
    const total = Object.values(bound.env).reduce((sum, value) => sum + Buffer.byteLength(value), 0);
    if (total > MAX_ALL_BYTES) {
        throw new TemplateError(`\`${name}\`: the values of this command have ${formatKib(total)}, and may have ${formatKib(MAX_ALL_BYTES)} together; read long fields from the file \`$VIK_ISSUE_FILE\``);
    }
    return bound;
}
function shell_template_printsOf(pieces) {
    return pieces.filter((piece) => piece.kind === 'print');
}
function describeUnfit(value, print, source) {
    const field = source.slice(print?.start, print?.end);
    const problem = { severity: 'error', code: 'unbindable_value', offset: print?.start ?? 0 };
    if (value.includes('\0')) {
        return { ...problem, message: `\`${field}\` contains a NUL character, which no argument can hold` };
    }
    const bytes = Buffer.byteLength(value);
    if (bytes <= MAX_VALUE_BYTES)
        return undefined;
    return {
        ...problem,
        message: `\`${field}\` has ${formatKib(bytes)}, and a value in a command may have ${formatKib(MAX_VALUE_BYTES)}; read it from the file \`$VIK_ISSUE_FILE\`, as in \`jq -r .description "$VIK_ISSUE_FILE"\``,
    };
}
function unreadableProgram(message, offset) {
    return {
        severity: 'error',
        code: 'unbindable_value',
        offset,
        message: `the shell program can't be read, so no value in it can be bound: ${message}`,
    };
}
function withOffset(refusal, offset) {
    return { ...refusal, offset };
}
function formatKib(bytes) {
    return `${Math.ceil(bytes / 1024)} KiB`;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/stage/template-engine.js
// MiniJinja, loaded when the first template with tags is rendered: an idle run never pays for the WebAssembly.

/** How deep a context may nest; at a few thousand levels the WebAssembly module breaks for good. */
const MAX_DEPTH = 100;
/** MiniJinja's instructions for one template: some 100 ms. */
const FUEL = 1_000_000;
/** A name that ends in `.html` or `.json` would switch escaping on. */
const NAME = 'template.txt';
/** What MiniJinja found wrong. */
class EngineError extends Error {
    name = 'EngineError';
    line;
    /** 1 when it is unknown. */
    column;
    constructor(message, line, column, cause) {
        super(message, { cause });
        this.line = line;
        this.column = column;
    }
}
/** @throws EngineError when MiniJinja can't parse it */
async function parseTemplate(source) {
    await withEnvironment((environment) => environment.addTemplate(NAME, source));
}
/** @throws EngineError */
async function renderTemplate(source, context, filters = {}) {
    if (isDeeperThan(context, MAX_DEPTH)) {
        throw new EngineError(`the issue's fields nest deeper than ${MAX_DEPTH} levels`, 1, 1, undefined);
    }
    const plain = JSON.parse(JSON.stringify(context));
    const added = Object.entries(filters);
    if (added.length === 0)
        return renderWithoutFilters(source, plain);
    return withEnvironment((environment) => {
        for (const [name, filter] of added) {
            environment.addFilter(name, (text, index) => filter(String(text), Number(index)));
        }
        return environment.renderNamedStr(NAME, source, plain);
    });
}
/** What MiniJinja makes of a template without tags: it drops one newline at the end. */
function renderPlainText(source) {
    return source.replace(/\n$/, '').replace(/\r$/, '');
}
/** Has no template and no filter, so one render leaves nothing for the next: to make one costs more than to render. */
let plainEnvironment;
async function renderWithoutFilters(source, context) {
    const { Environment } = await loadEngine();
    plainEnvironment ??= openEnvironment(Environment);
    const environment = plainEnvironment;
    try {
        return environment.renderNamedStr(NAME, source, context);
    }
    catch (error) {
        // what went wrong inside of it may have left it broken
        plainEnvironment = undefined;
        environment.free();
        throw toEngineError(error);
    }
}
async function withEnvironment(use) {
    const { Environment } = await loadEngine();
    const environment = openEnvironment(Environment);
    try {
        return use(environment);
    }
    catch (error) {
        throw toEngineError(error);
    }
    finally {
        // the garbage collector does not know the module's memory
        environment.free();
    }
}
let loading;
/** Once: a bundled `import()` makes its namespace anew each time, which costs more than a render. */
function loadEngine() {
    loading ??= __webpack_require__.e(/* import() */ 760).then(__webpack_require__.t.bind(__webpack_require__, 9760, 19));
    return loading;
}
function openEnvironment(Engine) {
    const environment = new Engine();
    environment.undefinedBehavior = 'strict';
    environment.fuel = FUEL;
    // it prints the whole context
    environment.removeGlobal('debug');
    return environment;
}
function toEngineError(error) {
    const text = (0,errors/* messageOf */.bD)(error);
    const [first = ''] = text.split('\n');
    const [, message = first, line = '1'] = /^(.*) \(in [^()]*:(\d+)\)$/.exec(first) ?? [];
    return new EngineError(message, Number(line), columnOf(text), error);
}
/** MiniJinja draws the source with a caret below; the message itself has only the line. */
function columnOf(text) {
    const drawn = /^(\s*\d+ > ).*\n\s*i(\s+)\^/m.exec(text);
    if (drawn === null)
        return 1;
    const [whole, gutter = ''] = drawn;
    const caretLine = whole.slice(whole.indexOf('\n') + 1);
    return Math.max(1, caretLine.length - gutter.length);
}
function isDeeperThan(value, limit) {
    const open = [{ value, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (next.value === null || typeof next.value !== 'object')
            continue;
        if (next.depth >= limit)
            return true;
        for (const child of Object.values(next.value))
            open.push({ value: child, depth: next.depth + 1 });
    }
    return false;
}

// EXTERNAL MODULE: ./lib/stage/template-pieces.js
var template_pieces = __webpack_require__(5796);
;// CONCATENATED MODULE: ./lib/stage/template-source.js



/** A workflow has few, and each is rendered for every issue. */
const readTemplates = new Map();
/** The template's pieces, or why MiniJinja can't read it. */
async function readTemplate(source) {
    const known = readTemplates.get(source) ?? (await parse(source));
    readTemplates.set(source, known);
    return known;
}
async function parse(source) {
    try {
        await parseTemplate(source);
    }
    catch (error) {
        if (error instanceof EngineError)
            return explainEngineError({ source, pieces: [] }, error);
        throw error;
    }
    return { source, pieces: (0,template_pieces/* splitTemplate */.LL)(source) };
}
/**
 * What went wrong in MiniJinja, in words for the author. Its messages don't name what was undefined: the tags of the
 * line are, but for those that only ask for a field that is there.
 */
function explainEngineError({ source, pieces }, error, fields = {}) {
    const offset = offsetAt(source, error.line, error.column);
    const problem = { severity: 'error', code: 'template_syntax' };
    if (error.message.startsWith('syntax error')) {
        const foreign = /\$\{#|\{\{-?\s*\.|\{%[^\s\w+-]/.test(source)
            ? '. Text of another language, such as `${#x}` or `{{.State}}`, needs `{% raw %}...{% endraw %}` around it'
            : '';
        return { ...problem, offset, message: `the template can't be read: ${error.message}${foreign}` };
    }
    if (error.message.includes('fuel')) {
        return { ...problem, offset, message: 'the template takes too long to render; its loops run too often' };
    }
    const onLine = tagsOnLine(source, pieces, error.line);
    const suspects = onLine.filter(({ expression }) => !isThere(expression, fields));
    const tags = suspects.length === 0 ? onLine : suspects;
    const where = tags.length === 0 ? '' : ` in ${tags.map((tag) => `\`${tag.text}\``).join(' or ')}`;
    const [first] = tags;
    const hint = error.message === 'undefined value' ? '; write `|default("")` where a field may be missing' : '';
    return { ...problem, offset: first?.offset ?? offset, message: `${error.message}${where}${hint}` };
}
/** The first secret that a template asks `env` for. `context.env` has none, so it would only be undefined. */
function findSecretUse(template, secretNames) {
    for (const piece of template.pieces) {
        if (piece.kind !== 'print' && piece.kind !== 'statement')
            continue;
        const expression = piece.kind === 'print' ? piece.expression : piece.rest;
        const secret = (0,template_pieces/* envNames */.MP)(expression).find((name) => secretNames.includes(name));
        if (secret === undefined)
            continue;
        return {
            severity: 'error',
            code: 'template_syntax',
            offset: piece.start,
            message: `\`env.${secret}\` is a secret, and templates don't see secrets; write \`"$${secret}"\` in a hook or in a prompt command, whose shell has it`,
        };
    }
    return undefined;
}
function tagsOnLine(source, pieces, line) {
    const from = offsetAt(source, line, 1);
    const to = offsetAt(source, line + 1, 1);
    return pieces
        .filter((piece) => piece.kind === 'print' || piece.kind === 'statement')
        .filter((piece) => piece.start < to && piece.end > from && !source.startsWith('{% end', piece.start))
        .map((piece) => ({
        text: source.slice(piece.start, piece.end),
        offset: piece.start,
        expression: piece.kind === 'print' ? piece.expression : piece.rest,
    }));
}
/** Whether an expression is the name of a field and nothing else, as `issue.title`, and the field is there. */
function isThere(expression, fields) {
    let value = fields;
    for (const name of expression.trim().split('.')) {
        value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return value !== undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/stage/bound-render.js
// Renders a template so that the values of its shell programs, and the programs in a prompt, come out as tokens.





const NOWHERE = { start: 0, bodyStart: 0, bodyEnd: 0, end: 0 };
/**
 * Every bound `{{ e }}` becomes `{% filter f(1) %}{{ e }}{% endfilter %}`, a block, because a filter inside the tag
 * would hide that `e` is undefined. The same template is also rendered as it stands: when the tokens, replaced by
 * their values, don't give the same text, something in it worked on a token instead of on the value.
 *
 * @throws TemplateError
 */
async function renderBound(template, parts, context, name) {
    const { source } = template;
    const tokens = createTokens();
    const spans = parts === 'whole' ? [] : parts;
    const prints = shell_template_printsOf(template.pieces).filter((print) => parts === 'whole' || spans.some((span) => span.start < print.start && print.end < span.end));
    const edits = [
        ...prints.map((print, index) => wrapPrint(source, print, tokens.valueFilter, index)),
        ...spans.flatMap((span, index) => wrapSpan(span, tokens.commandFilter, index)),
    ];
    const text = await renderOrExplain(applyEdits(source, edits), template, context, name, {
        [tokens.valueFilter]: tokens.addValue,
        [tokens.commandFilter]: tokens.addCommand,
    });
    const asWritten = (token) => {
        const { body, span } = tokens.command(token);
        const { start, bodyStart, bodyEnd, end } = spans[span] ?? NOWHERE;
        return source.slice(start, bodyStart) + body + source.slice(bodyEnd, end);
    };
    // a value may hold a command that a set block has captured, and the command a value
    let expanded = text;
    for (let before = ''; before !== expanded;) {
        before = expanded;
        expanded = tokens.expandValues(tokens.replaceCommands(expanded, asWritten));
    }
    const plain = await renderOrExplain(source, template, context, name, {});
    if (expanded !== plain) {
        throw new TemplateError(`\`${name}\`: a filter, a comparison or a cut works on text that a \`{{ }}\` has printed (in a \`{% set %}\` block, a macro or a \`{% filter %}\` block), which would change a value that is bound, or a command; use it on the value itself, as in \`{{ issue.title|upper }}\``);
    }
    return { text, tokens, prints };
}
/** Renders a template without shell in it. */
async function renderPlain(template, context, name) {
    return renderOrExplain(template.source, template, context, name, {});
}
/** @throws TemplateError when it asks for a secret */
function refuseSecrets(template, secretNames, name) {
    const problem = findSecretUse(template, secretNames);
    if (problem !== undefined)
        throw problemError(template.source, name, problem);
}
/** Line numbers of the changed source are those of the original: no edit adds or removes a newline. */
async function renderOrExplain(changed, template, context, name, filters) {
    try {
        return await renderTemplate(changed, context, filters);
    }
    catch (error) {
        if (!(error instanceof EngineError))
            throw error;
        throw problemError(template.source, name, explainEngineError(template, error, context));
    }
}
function wrapPrint(source, print, filter, index) {
    const tag = source.slice(print.start, print.end);
    // the signs that drop white space belong to what is outermost
    const before = /^\{\{([-+])/.exec(tag)?.[1] ?? '';
    const after = /([-+])\}\}$/.exec(tag)?.[1] ?? '';
    const text = `{%${before} filter ${filter}(${index}) %}{{${print.expression}}}{% endfilter ${after}%}`;
    return { start: print.start, end: print.end, text };
}
function wrapSpan(span, filter, index) {
    return [
        { start: span.start, end: span.bodyStart, text: `{% filter ${filter}(${index}) %}` },
        { start: span.bodyEnd, end: span.end, text: '{% endfilter %}' },
    ];
}
function applyEdits(source, edits) {
    let result = '';
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
        result += source.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return result + source.slice(at);
}

// EXTERNAL MODULE: ./lib/stage/command-spans.js
var command_spans = __webpack_require__(9895);
;// CONCATENATED MODULE: ./lib/stage/prompt-commands.js



/** How many of a prompt's commands run at once. */
const CONCURRENT_COMMANDS = 32;
/** What is wrong with one command of a prompt, before anything is rendered. */
async function checkCommandSpan(template, span) {
    const part = partBetween(template, span.bodyStart, span.bodyEnd);
    const forbidden = findForbiddenTags(part);
    if (forbidden.length > 0)
        return forbidden;
    if (sampleTemplate(part.pieces, part.source) === undefined) {
        const message = 'a block (`{% if %}`, `{% for %}`) must begin and end on the same side of a command';
        return [{ severity: 'error', code: 'template_syntax', offset: span.start, message }];
    }
    return checkShellPart(part);
}
/** There is nothing that a template could load: these would fail when the prompt is rendered. */
function findLoadingTags({ pieces }) {
    return pieces.flatMap((piece) => {
        if (piece.kind !== 'statement' || !/^(?:include|import|from|extends)$/.test(piece.keyword))
            return [];
        const message = `\`{% ${piece.keyword} %}\` can't be used: a template can't load another one`;
        return [{ severity: 'error', code: 'template_syntax', offset: piece.start, message }];
    });
}
/**
 * Runs the commands whose tokens are in the rendered prompt and puts their output in the tokens' place, once: output
 * that looks like a command or a tag stays as it is.
 */
async function runCommands(source, spans, bound, options) {
    const { text, tokens } = bound;
    // all programs are made before the first one runs
    const commands = [];
    for (const token of tokens.commandsIn(text)) {
        const { body, span } = tokens.command(token);
        if (tokens.commandsIn(tokens.expandValues(body)).size > 0) {
            throw new TemplateError(`\`${options.name}\`: a command can't use the output of another command; run both in one`);
        }
        const program = await bindShellPart(body, bound, source, options.name);
        commands.push({ token, program, command: source.slice(spans[span]?.bodyStart, spans[span]?.bodyEnd) });
    }
    const outputs = new Map();
    await forEachAtOnce(commands, CONCURRENT_COMMANDS, async ({ token, program, command }) => {
        outputs.set(token, await options.runCommand(program, command));
    });
    return tokens.replaceCommands(text, (token) => outputs.get(token) ?? '');
}
/** Waits for all of them, also after one has failed, so that nothing runs on unseen; then throws the first failure. */
async function forEachAtOnce(items, limit, run) {
    const waiting = items.entries();
    const failures = [];
    const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
        for (const [index, item] of waiting) {
            if (failures.length > 0)
                return;
            try {
                await run(item);
            }
            catch (error) {
                failures.push({ index, error });
            }
        }
    });
    await Promise.all(workers);
    const [first] = failures.sort((a, b) => a.index - b.index);
    if (first !== undefined)
        throw first.error;
}
function partBetween({ source, pieces }, start, end) {
    const inside = pieces.flatMap((piece) => {
        if (piece.end <= start || piece.start >= end)
            return [];
        if (piece.kind !== 'text')
            return [piece];
        return [{ kind: 'text', start: Math.max(piece.start, start), end: Math.min(piece.end, end) }];
    });
    return { source, pieces: inside };
}

;// CONCATENATED MODULE: ./lib/stage/template.js









/** What is wrong with the body of a hook, before anything runs. */
async function checkShellTemplate(source) {
    if (!(0,template_pieces/* hasTags */.kS)(source))
        return [];
    const template = await readTemplate(source);
    const problems = 'pieces' in template ? await checkShellPart(template) : [template];
    return problems.map((problem) => locate(source, problem));
}
/** What is wrong with a prompt and with the commands in it, before anything runs. */
async function checkPromptTemplate(source) {
    const template = await readIfTagged(source);
    if (!('pieces' in template))
        return [locate(source, template)];
    const { spans, problems } = (0,command_spans/* findCommandSpans */.E)(source, template.pieces);
    const found = [...problems, ...findLoadingTags(template)];
    for (const span of spans)
        found.push(...(await checkCommandSpan(template, span)));
    return found.sort((a, b) => a.offset - b.offset).map((problem) => locate(source, problem));
}
/**
 * Renders the body of a hook, every value bound.
 *
 * @throws TemplateError
 */
async function renderShell(source, context, options) {
    if (!(0,template_pieces/* hasTags */.kS)(source))
        return { program: renderPlainText(source), env: {} };
    const template = await openTemplate(source, options);
    throwFirst(template, findForbiddenTags(template), options);
    const bound = await renderBound(template, 'whole', toFields(source, context), options.name);
    return bindShellPart(bound.text, bound, source, options.name);
}
/**
 * Renders a prompt: its commands run together after it is rendered, and what they print takes their place.
 *
 * @throws TemplateError, or what `runCommand` rejected with for the first command that failed
 */
async function renderPrompt(source, context, options) {
    const template = (0,template_pieces/* hasTags */.kS)(source)
        ? await openTemplate(source, options)
        : { source, pieces: (0,template_pieces/* splitTemplate */.LL)(source) };
    const { spans, problems } = (0,command_spans/* findCommandSpans */.E)(source, template.pieces);
    throwFirst(template, problems, options);
    if (spans.length > 0)
        return renderWithCommands(template, spans, context, options);
    return (0,template_pieces/* hasTags */.kS)(source)
        ? renderPlain(template, toFields(source, context), options.name)
        : renderPlainText(source);
}
async function renderWithCommands(template, spans, context, options) {
    for (const span of spans)
        throwFirst(template, await checkCommandSpan(template, span), options);
    const bound = await renderBound(template, spans, toFields(template.source, context), options.name);
    return runCommands(template.source, spans, bound, options);
}
async function readIfTagged(source) {
    return (0,template_pieces/* hasTags */.kS)(source) ? readTemplate(source) : { source, pieces: (0,template_pieces/* splitTemplate */.LL)(source) };
}
async function openTemplate(source, { name, secretNames }) {
    const template = await readTemplate(source);
    if (!('pieces' in template))
        throw problemError(source, name, template);
    refuseSecrets(template, secretNames, name);
    return template;
}
function throwFirst({ source }, problems, { name }) {
    const problem = problems.find(({ severity }) => severity === 'error');
    if (problem !== undefined)
        throw problemError(source, name, problem);
}
/** A job has a hundred variables and more: they are handed to the engine only where the template names them. */
function toFields(source, context) {
    const { env, ...fields } = { ...context };
    return source.includes('env') ? { ...fields, env } : fields;
}


/***/ })

};

export const id = 600;
export const ids = [600,829];
export const modules = {

/***/ 5219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/inputs.js
var inputs = __webpack_require__(646);
// EXTERNAL MODULE: ./lib/workflow/suggest.js
var suggest = __webpack_require__(5227);
;// CONCATENATED MODULE: ./lib/cli/arguments.js



/** The commands, in the order in which somebody meets them. */
const COMMANDS = ['doctor', 'explain', 'run'];
const OPTIONS = {
    repository: { type: 'string' },
    json: { type: 'boolean' },
    strict: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
};
/** Reads the arguments after the program's own name. Pure. */
function parseArguments(args) {
    // not strict: its messages explain parseArgs, ours say what to write
    const { values, positionals, tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: OPTIONS,
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    for (const token of tokens) {
        const message = token.kind === 'option' ? findWrong(token.name, token.rawName, token.value) : undefined;
        if (message !== undefined)
            return wrong(message);
    }
    const [first, ...others] = positionals;
    if (first === 'help')
        return readHelp(others);
    if (values.help === true)
        return { kind: 'help', command: findCommand(first) };
    if (values.version === true)
        return { kind: 'version' };
    const [workflow = 'workflow.yml', ...more] = others;
    if (first === undefined)
        return wrong(`expected a command: ${(0,suggest/* alternatives */.Vo)(COMMANDS)}`);
    const command = findCommand(first);
    if (command === undefined)
        return unknownCommand(first);
    if (more.length > 0) {
        return wrong(`expected one workflow file, got ${1 + more.length}: \`${[workflow, ...more].join('`, `')}\``);
    }
    if (workflow === '')
        return wrong('expected the path of a workflow file, got an empty argument');
    const repository = typeof values.repository === 'string' ? values.repository : undefined;
    return {
        kind: 'command',
        command,
        workflow,
        repository,
        json: values.json === true,
        strict: values.strict === true,
    };
}
function readHelp([name, ...more]) {
    if (more.length > 0) {
        return wrong(`expected one command after \`help\`, got ${1 + more.length}: \`${[name, ...more].join('`, `')}\``);
    }
    const command = findCommand(name);
    return name === undefined || command !== undefined ? { kind: 'help', command } : unknownCommand(name);
}
function findCommand(name) {
    return COMMANDS.find((known) => known === name);
}
function unknownCommand(name) {
    const known = (0,suggest/* alternatives */.Vo)(COMMANDS);
    return wrong(`unknown command \`${name}\`${(0,suggest/* didYouMean */.au)(name, COMMANDS)}; expected ${known}`);
}
/** What is wrong with one option. */
function findWrong(name, rawName, value) {
    switch (name) {
        case 'repository':
            if (value === undefined)
                return '`--repository` needs a value: `owner/name`';
            return inputs/* repositoryName */.aR.safeParse(value).success
                ? undefined
                : `\`--repository\` is \`${value}\`: expected \`owner/name\``;
        case 'json':
        case 'strict':
        case 'help':
        case 'version':
            return value === undefined ? undefined : `\`${rawName}\` takes no value, got \`${value}\``;
        default:
            return `unknown option \`${rawName}\`${arguments_suggest(name)}`;
    }
}
function arguments_suggest(name) {
    const known = Object.keys(OPTIONS);
    return (0,suggest/* didYouMean */.au)(name, known).replace('`', '`--');
}
function wrong(message) {
    return { kind: 'wrong', message };
}

;// CONCATENATED MODULE: ./lib/cli/help.js
const FILE = 'The file is `workflow.yml` when none is given.';
const help_OPTIONS = (jsonMore) => `Options:
  --repository owner/name   the repository whose issues are meant; without it the one that the
                            remote \`origin\` of the current checkout names
  --json                    one JSON document on standard output: { "errors": [...], "warnings": [...] }${jsonMore}
  --strict                  warnings count as errors
  -h, --help                this text
  -v, --version             the version`;
const AROUND = `Environment:
  GH_TOKEN or GITHUB_TOKEN  the token for GitHub; \`GH_TOKEN=$(gh auth token)\` takes that of the gh program
  GH_HOST                   the host of a GitHub Enterprise Server; its token may be in GH_ENTERPRISE_TOKEN
  VIK_HOME                  where workspaces and reports are kept, unless the file says; ~/.vik without it

Exit code: 0 all is well, 1 something is wrong or a stage run failed, 2 it was asked wrongly.`;
/** What there is. */
const HELP = `Vik: works labelled issues with coding agents, stage by stage.

Usage: node dist/index.js <command> [workflow.yml] [options]

Commands:
  doctor    check the file, the programs it names, and what the token may do; starts nothing
  explain   say for every open issue which stages would start, with which agent and prompt,
            or why none would; starts nothing but the pull command of the file, spends no token
  run       work the issues until nothing is left to do, as the Action does; Ctrl-C ends it in order
  help      what a command does: \`help explain\`

${FILE}

${help_OPTIONS(`,
                            with \`explain\` also "issues", with \`run\` also "exit_code", "headline", "report"`)}

${AROUND}`;
const OF_COMMAND = {
    doctor: {
        does: `Checks the workflow file, the programs it names, and what the token may do; starts nothing.
Without a token it checks what it can, and says what it did not ask GitHub about.`,
        jsonMore: '',
    },
    explain: {
        does: `Says for every open issue which stages would start, with which agent and prompt, or why none would.
It starts nothing but the pull command of the file, spends no token and changes nothing: commands in
prompts are shown and not run. What would have to wait for a place is said to.`,
        jsonMore: ',\n                            and "issues", whose prompts are whole',
    },
    run: {
        does: `Works the issues until nothing is left to do, as the Action does. Ctrl-C ends it in order: what runs is
cancelled, and states that were set at the start are put back.`,
        jsonMore: ',\n                            and "exit_code", "headline", "report"; the log goes to standard error',
    },
};
/** What one command does; without one, what there is. */
function helpOf(command) {
    if (command === undefined)
        return HELP;
    const { does, jsonMore } = OF_COMMAND[command];
    const usage = `Usage: node dist/index.js ${command} [workflow.yml] [options]`;
    return [usage, does, FILE, help_OPTIONS(jsonMore), AROUND].join('\n\n');
}

// EXTERNAL MODULE: ./lib/cli/local.js + 2 modules
var cli_local = __webpack_require__(6005);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(2832);
;// CONCATENATED MODULE: ./lib/cli/version.js
/** Ours; a test holds it to that of package.json, which is not beside the bundle everywhere. */
const VERSION = '0.1.0';

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
// EXTERNAL MODULE: ./lib/stray-errors.js
var stray_errors = __webpack_require__(5192);
;// CONCATENATED MODULE: ./lib/cli.js
/**
 * The bundle at somebody's own hands, outside of a job's step: `doctor`, `explain` and `run`. It writes no file of the
 * runner and no annotation; what it prints is for a person, or JSON for a program.
 */








/** What the runner brings along; a person may have another one. */
const NODE = 24;
/**
 * Does what the arguments say; answers the exit code when everything is written. Never rejects.
 *
 * @param startWarning what could not be done before we were loaded
 */
async function cli(args, startWarning) {
    // whoever closes a terminal sends SIGHUP
    const interrupts = (0,signals/* listenForSignals */.s)({ sender: 'somebody', signals: ['SIGINT', 'SIGTERM', 'SIGHUP'] });
    const asked = parseArguments(args);
    const terminal = (0,cli_terminal/* createTerminal */.P)({ json: true, redact: (text) => text });
    switch (asked.kind) {
        case 'help':
            terminal.answer(helpOf(asked.command));
            return 0;
        case 'version':
            terminal.answer(VERSION);
            return 0;
        case 'wrong':
            return refuse(terminal, `${asked.message}; \`--help\` shows what there is`);
        case 'command':
            break;
        default:
            return asked;
    }
    const unfit = findUnfit();
    if (unfit !== undefined)
        return refuse(terminal, unfit);
    try {
        const local = await (0,cli_local/* readLocal */.iG)({ asked, interrupts, startWarning });
        const command = await loadCommand(asked.command);
        const strays = (0,stray_errors/* catchStrayErrors */.w)((error) => {
            terminal.complain(`this is a bug, please report it: ${(0,errors/* describeBug */.WP)(error)}`);
            interrupts.interrupt('an internal error came up');
        });
        const exitCode = await Promise.race([command(local), strays.unended]);
        return strays.caught ? 1 : exitCode;
    }
    catch (error) {
        if (error instanceof cli_local/* LocalError */.il)
            return refuse(terminal, error.message);
        terminal.complain(`this is a bug, please report it: ${(0,errors/* describeBug */.WP)(error)}`);
        return 1;
    }
}
async function loadCommand(name) {
    switch (name) {
        case 'doctor':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(528), __webpack_require__.e(778), __webpack_require__.e(878), __webpack_require__.e(35), __webpack_require__.e(44), __webpack_require__.e(41)]).then(__webpack_require__.bind(__webpack_require__, 4403))).doctor;
        case 'explain':
            return (await Promise.all(/* import() */[__webpack_require__.e(915), __webpack_require__.e(815), __webpack_require__.e(778), __webpack_require__.e(283), __webpack_require__.e(50), __webpack_require__.e(832)]).then(__webpack_require__.bind(__webpack_require__, 451))).explain;
        case 'run':
            return (await Promise.all(/* import() */[__webpack_require__.e(915), __webpack_require__.e(815), __webpack_require__.e(528), __webpack_require__.e(778), __webpack_require__.e(283), __webpack_require__.e(50), __webpack_require__.e(35), __webpack_require__.e(278), __webpack_require__.e(623)]).then(__webpack_require__.bind(__webpack_require__, 623))).run;
        default:
            return name;
    }
}
function findUnfit() {
    if (process.platform === 'win32')
        return 'Windows is not supported: use the Windows Subsystem for Linux';
    const major = Number(process.versions.node.split('.', 1)[0]);
    return major < NODE
        ? `this needs Node ${NODE} or newer, and it runs in Node ${process.versions.node}`
        : undefined;
}
function refuse(terminal, message) {
    terminal.complain(message);
    return 2;
}


/***/ }),

/***/ 6005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  il: () => (/* binding */ LocalError),
  YR: () => (/* binding */ assertAskable),
  _S: () => (/* binding */ createJob),
  iG: () => (/* binding */ readLocal)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/environment/environments.js
var environments = __webpack_require__(995);
// EXTERNAL MODULE: ./lib/inputs.js
var inputs = __webpack_require__(646);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/doctor/git-config-file.js
var git_config_file = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/workflow/prompt-files.js
var prompt_files = __webpack_require__(9837);
;// CONCATENATED MODULE: ./lib/cli/repository.js
/** Which repository somebody means who gives none: the one that the remote `origin` of the checkout names. */




/**
 * Reads git's files; starts no git.
 *
 * @param serverHost where the repository must be: the token is sent there, so a checkout can't name another server
 */
async function findRepository(folder, { home, serverHost }) {
    const checkout = await (0,prompt_files/* findCheckout */.I)(folder);
    const own = await (0,git_config_file/* readGitConfig */.$)(await (0,git_config_file/* gitConfigOf */.u)(checkout), home);
    const user = await (0,git_config_file/* readGitConfig */.$)((0,external_node_path_.join)(home, '.gitconfig'), home);
    const written = own.find(({ key }) => key === 'remote.origin.url')?.value;
    if (written === undefined)
        return missing(`${folder} is in no checkout with a remote \`origin\``);
    const remote = parseRemote(rewrite(written, [...own, ...user]));
    if (remote === undefined)
        return missing('the remote `origin` of this checkout names no repository of a server');
    if (remote.host !== serverHost.toLowerCase()) {
        return missing(`the remote \`origin\` is at \`${remote.host}\`, not at \`${serverHost}\`; for a GitHub Enterprise Server set GH_HOST`);
    }
    return { kind: 'found', repository: remote.repository };
}
/** The server and `owner/name` of a remote's address, in any form that git takes; undefined for a path or a bundle. */
function parseRemote(address) {
    const scp = /^(?:[^@/:\s]+@)?([^/:\s]+):(?!\/\/)(.+)$/.exec(address);
    const [host, path] = scp === null ? readUrl(address) : [scp[1], scp[2]];
    if (host === undefined || path === undefined)
        return undefined;
    const repository = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
    if (!inputs/* repositoryName */.aR.safeParse(repository).success)
        return undefined;
    // https://docs.github.com/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
    return { host: host.toLowerCase().replace(/^ssh\.(github\.com)$/, '$1'), repository };
}
function readUrl(address) {
    if (!/^(?:https?|ssh|git|git\+ssh):\/\//i.test(address) || !URL.canParse(address))
        return [];
    const { protocol, host, hostname, pathname } = new URL(address);
    return [protocol.startsWith('http') ? host : hostname, decodeURI(pathname)];
}
/** As git does: the longest beginning that a `url.<base>.insteadOf` names is replaced by its base. */
function rewrite(address, settings) {
    let best;
    for (const { key, value } of settings) {
        const base = /^url\.(.+)\.insteadof$/.exec(key)?.[1];
        if (base === undefined || value === '' || !address.startsWith(value))
            continue;
        if (best === undefined || value.length > best.beginning.length)
            best = { base, beginning: value };
    }
    return best === undefined ? address : best.base + address.slice(best.beginning.length);
}
function missing(why) {
    return { kind: 'missing', message: `no repository: ${why}; \`--repository owner/name\` names one` };
}

;// CONCATENATED MODULE: ./lib/cli/server.js
/**
 * The addresses that `GH_HOST` stands for; empty where it says nothing, and where the runner's own variables do.
 * https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function serverFor(variables) {
    const host = variables.GH_HOST?.trim().toLowerCase();
    if (!host || host === 'github.com' || variables.GITHUB_SERVER_URL || variables.GITHUB_API_URL)
        return {};
    const isCloud = host.endsWith('.ghe.com');
    const api = isCloud ? `https://api.${host}` : `https://${host}/api`;
    return { serverUrl: `https://${host}`, apiUrl: isCloud ? api : `${api}/v3`, graphqlUrl: `${api}/graphql` };
}
/** Another server's own token comes first, so that it does not get that of github.com; empty without one. */
function tokenFor(serverHost, variables) {
    const { GH_TOKEN, GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN } = variables;
    const isCloud = serverHost === 'github.com' || serverHost.endsWith('.ghe.com');
    const ownToken = isCloud ? undefined : GH_ENTERPRISE_TOKEN || GITHUB_ENTERPRISE_TOKEN;
    return (ownToken || GH_TOKEN || GITHUB_TOKEN || '').trim();
}

// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(2832);
;// CONCATENATED MODULE: ./lib/cli/local.js
/** What a command is given: our surroundings outside of a job, read once. */










/** A command can't begin, in words for whoever gave it. */
class LocalError extends Error {
    name = 'LocalError';
}
/** As an input's default: the longest that a hosted job takes is long enough at home, too. */
const TIME_BUDGET_MS = 340 * 60_000;
/** Reads our surroundings, with the current folder as the workspace. */
async function readLocal(given) {
    const { asked, interrupts, startWarning } = given;
    const folder = process.cwd();
    const found = (0,inputs/* readEnvironment */.Qo)();
    const { variables } = found;
    const environment = {
        ...found,
        ...serverFor(variables),
        workspace: folder,
        // a step's `run:` has these files, too: they are not ours to write
        commandFiles: {
            output: undefined,
            summary: undefined,
            env: undefined,
            path: undefined,
            state: undefined,
        },
    };
    const home = variables.HOME || (0,external_node_os_.homedir)();
    const serverHost = hostOf(environment.serverUrl);
    const token = tokenFor(serverHost, variables);
    const redact = (0,lib_redact/* createRedactor */.l)((0,environments/* collectSecretValues */.P)(variables, token));
    const terminal = (0,cli_terminal/* createTerminal */.P)({ json: asked.json, redact });
    const startedAt = performance.now();
    const log = (0,lib_log/* createLog */.hM)({
        redact,
        ...(asked.command === 'run' ? { elapsedMs: () => performance.now() - startedAt } : {}),
        debug: environment.debug,
        annotations: false,
        colours: terminal.colours,
        write: terminal.raw,
    });
    if (startWarning !== undefined)
        log.warning(startWarning);
    const origin = asked.repository === undefined
        ? await findRepository(folder, { home, serverHost })
        : { kind: 'found', repository: asked.repository };
    return {
        asked,
        environment,
        workflowPath: (0,external_node_path_.resolve)(folder, asked.workflow),
        folder,
        home,
        token,
        repository: origin.kind === 'found' ? origin.repository : '',
        lacks: [
            ...(token === ''
                ? [`no token: set GH_TOKEN or GITHUB_TOKEN; \`gh auth token\` prints that of gh`]
                : []),
            ...(origin.kind === 'found' ? [] : [origin.message]),
        ],
        terminal,
        log,
        redact,
        interrupts,
    };
}
/** The same as a job has, for what a job and a command have in common. */
function createJob(local, more) {
    const { environment, log, redact, interrupts, workflowPath, token, repository, asked } = local;
    return {
        runId: (0,external_node_crypto_.randomUUID)(),
        environment,
        log,
        redact,
        interrupts,
        inputs: {
            workflowPath,
            token,
            repository,
            mode: more.mode,
            dryRun: more.dryRun,
            strict: asked.strict,
            maxIssueConcurrency: undefined,
            maxIterations: undefined,
            timeBudgetMs: TIME_BUDGET_MS,
            failOn: 'session-failure',
        },
    };
}
/** @throws LocalError when issues come from GitHub and it can't be asked */
function assertAskable(local, { intake }) {
    if (intake.kind === 'github' && local.lacks.length > 0)
        throw new LocalError(local.lacks.join('; '));
}
function hostOf(serverUrl) {
    if (URL.canParse(serverUrl))
        return new URL(serverUrl).host;
    throw new LocalError(`\`${serverUrl}\` is no server's address: look at GH_HOST and GITHUB_SERVER_URL`);
}


/***/ }),

/***/ 2832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createTerminal)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2523);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/** Lines for a person, and one JSON document for a program. What comes from outside can't be more than text here. */



/** @param json keep standard output for one JSON document */
function createTerminal({ json, redact, }) {
    const people = json ? process.stderr : process.stdout;
    // `| head` closes our output, and so does whoever closes the terminal: a run must end in order even then
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => { });
    const colours = showsColours(people);
    const paint = (text, format, shown) => shown ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { validateStream: false }) : text;
    return {
        colours,
        line(...parts) {
            const shown = parts.map((part, index) => {
                const [text, format] = typeof part === 'string' ? [part] : part;
                const clean = redact(visible(redact(text)));
                const harmless = index === 0 ? (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCommand */ .e6)(clean) : clean;
                return format === undefined ? harmless : paint(harmless, format, colours);
            });
            people.write(`${shown.join('').trimEnd()}\n`);
        },
        raw(text) {
            people.write(text);
        },
        complain(message) {
            const clean = redact((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(redact(message)));
            process.stderr.write(`${paint('error:', 'red', showsColours(process.stderr))} ${clean}\n`);
        },
        answer(text) {
            process.stdout.write(`${text}\n`);
        },
    };
}
/** Only a terminal does; `NO_COLOR`, `FORCE_COLOR=0` and `TERM=dumb` turn them off. */
function showsColours(stream) {
    return stream.isTTY === true && stream.hasColors();
}
/** Without control characters and escape sequences; the spaces around it stay. */
function visible(text) {
    const inner = text.trim();
    if (inner === '')
        return text.replace(/[^ ]/g, '');
    const [before, after] = text.split(inner, 2);
    return `${spaces(before)}${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(inner)}${spaces(after)}`;
}
function spaces(text = '') {
    return text.replaceAll('\t', ' ').replace(/[^ ]/g, '');
}


/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readGitConfig),
/* harmony export */   u: () => (/* binding */ gitConfigOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _environment_parse_git_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2374);
/* harmony import */ var _workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4752);
/** Reads git's configuration files, without git: the doctor starts nothing. */




const MAX_BYTES = 1024 * 1024;
/** Git itself follows no more than ten levels. */
const MAX_FILES = 50;
/**
 * The settings of a configuration file and of all that it includes. The condition of an `includeIf` is not looked at:
 * a file that is named can be read, whenever git would.
 */
async function readGitConfig(file, home) {
    const settings = [];
    const seen = new Set();
    const waiting = [file];
    for (let next = waiting.shift(); next !== undefined && seen.size < MAX_FILES; next = waiting.shift()) {
        const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(next).catch(() => undefined);
        if (path === undefined || seen.has(path))
            continue;
        seen.add(path);
        const found = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)(path, MAX_BYTES);
        if (found.kind !== 'text')
            continue;
        for (const setting of (0,_environment_parse_git_config_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGitConfig */ .m)(found.text)) {
            settings.push({ ...setting, file: path });
            if (/^include(?:if\..*)?\.path$/is.test(setting.key))
                waiting.push(expand(setting.value, path, home));
        }
    }
    return settings;
}
/** The configuration file of a checkout; `.git` may be a file that says where the folder is, as in a worktree. */
async function gitConfigOf(checkout) {
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(checkout, '.git');
    const found = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)(dotGit, MAX_BYTES);
    const named = found.kind === 'text' ? /^gitdir: (.+)$/m.exec(found.text)?.[1] : undefined;
    if (named === undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dotGit, 'config');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(checkout, named);
    const common = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'commondir'), MAX_BYTES);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(common.kind === 'text' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, common.text.trim()) : folder, 'config');
}
function expand(path, from, home) {
    if (path.startsWith('~/'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, path.slice(2));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(from), path);
}


/***/ })

};

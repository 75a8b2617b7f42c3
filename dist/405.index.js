export const id = 405;
export const ids = [405];
export const modules = {

/***/ 995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ collectSecretValues),
/* harmony export */   j: () => (/* binding */ createEnvironments)
/* harmony export */ });
/* harmony import */ var _git_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3988);
/* harmony import */ var _git_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3240);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6440);



/** Builds environments by the table in the design's page on trust. Pure. */
function createEnvironments(options) {
    const { variables, repository } = options;
    const all = Object.entries(variables);
    const passing = all.filter(([name]) => !isWithheld(name) && !GIT_CONFIG.test(name));
    const ordinary = passing.filter(([name, value]) => !(0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(name, value));
    const secrets = passing.filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(name, value));
    const jobGit = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitSettings */ .Ug)(variables);
    const common = {
        ...serverHost(options.serverUrl),
        GH_REPO: repository,
        VIK_REPOSITORY: repository,
        VIK_WORKSPACE_ROOT: options.workspaceRoot,
        VIK_WORKFLOW_PATH: options.workflowPath,
    };
    const identity = (folder) => (0,_git_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .identityVariables */ .o)(variables, options.hasGitIdentity(folder));
    const forRepository = (folder) => ({
        GIT_ALLOW_PROTOCOL: _git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .PROTOCOLS */ .yv,
        ...Object.fromEntries(passing),
        ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitVariables */ .yQ)([..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_PROGRAMS */ .EM, ...jobGit, ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .serverAccess */ .Mj)(options.serverUrl), ..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .SAFE_FOLDER */ .nF]),
        ...identity(folder),
        ...tokenVariables(options),
        ...common,
    });
    return {
        forHook: (facts) => ({ ...forRepository(facts.workdir), ...issueVariables(facts) }),
        forPull: () => forRepository(undefined),
        forAgent(profile, facts) {
            const granted = secrets.filter(([name]) => isOwn(profile.runtime, name) || profile.env.includes(name));
            return {
                ...Object.fromEntries(ordinary),
                ...Object.fromEntries(granted),
                ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitVariables */ .yQ)([...jobGit.filter((setting) => !(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretSetting */ .dZ)(setting)), ..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .SAFE_FOLDER */ .nF]),
                ...identity(facts.workdir),
                ...(profile.githubToken ? tokenVariables(options) : {}),
                ...common,
                ...issueVariables(facts),
            };
        },
        templateEnv: Object.freeze(Object.fromEntries(ordinary)),
        secretNames: all
            .filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(name, value))
            .map(([name]) => name)
            .sort(),
    };
}
const WITHHELD_PREFIXES = [
    'INPUT_',
    'ACTIONS_RUNTIME_',
    'ACTIONS_ID_TOKEN_REQUEST_',
    'ACTIONS_CACHE_',
    'ACTIONS_RESULTS_',
    'DYLD_',
];
const WITHHELD_NAMES = [
    // Files through which a step changes later steps.
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    // Variables that make a program run something else first.
    'BASH_ENV',
    'ENV',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'NODE_OPTIONS',
];
/** Git's numbered settings: merged with ours and numbered anew, never passed as they stand. */
const GIT_CONFIG = /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$/;
function isWithheld(name) {
    return WITHHELD_NAMES.includes(name) || WITHHELD_PREFIXES.some((prefix) => name.startsWith(prefix));
}
const OWN_PREFIXES = {
    claude_code: ['ANTHROPIC_', 'CLAUDE_CODE_'],
    codex: ['OPENAI_', 'CODEX_'],
    command: [],
};
/** Whether a secret is that of the provider whose program this is. */
function isOwn(runtime, name) {
    return OWN_PREFIXES[runtime].some((prefix) => name.startsWith(prefix));
}
/** Where `gh` sends its requests; for github.com it knows by itself. */
function serverHost(serverUrl) {
    const { host } = new URL(serverUrl);
    return host === 'github.com' ? {} : { GH_HOST: host };
}
/** For another server than github.com `gh` reads the token from GH_ENTERPRISE_TOKEN. */
function tokenVariables({ token, serverUrl }) {
    return new URL(serverUrl).host === 'github.com'
        ? { GH_TOKEN: token }
        : { GH_TOKEN: token, GH_ENTERPRISE_TOKEN: token };
}
// Linux takes at most 128 KiB in one variable. The whole title is in the issue's file.
const MAX_TITLE_CHARACTERS = 32_000;
function issueVariables(facts) {
    return {
        VIK_ISSUE_ID: facts.issueId,
        VIK_ISSUE_TITLE: facts.title.slice(0, MAX_TITLE_CHARACTERS).toWellFormed(),
        VIK_ISSUE_STATE: facts.state,
        VIK_ISSUE_DESCRIPTION_FILE: facts.descriptionFile,
        VIK_ISSUE_FILE: facts.issueFile,
        VIK_WORKDIR: facts.workdir,
        ...(facts.stage === undefined ? {} : { VIK_STAGE: facts.stage }),
    };
}
/**
 * Texts to redact in everything we write: the token, the secrets of our environment, and the way in which git's http
 * header carries the token (base64 of `x-access-token:TOKEN`).
 */
function collectSecretValues(variables, token) {
    const values = Object.entries(variables)
        .filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(name, value))
        .flatMap(([, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .secretTexts */ .Vh)(value));
    const settings = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitSettings */ .Ug)(variables)
        .filter(_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretSetting */ .dZ)
        .flatMap(({ value }) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .secretTexts */ .Vh)(value));
    const ours = token === '' ? [] : [token, `x-access-token:${token}`];
    return [...new Set([...ours, ...values, ...settings])];
}


/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ NO_PROGRAMS),
/* harmony export */   Mj: () => (/* binding */ serverAccess),
/* harmony export */   Ug: () => (/* binding */ gitSettings),
/* harmony export */   dZ: () => (/* binding */ isSecretSetting),
/* harmony export */   nF: () => (/* binding */ SAFE_FOLDER),
/* harmony export */   yQ: () => (/* binding */ gitVariables),
/* harmony export */   yv: () => (/* binding */ PROTOCOLS)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6440);
/**
 * Git's settings for child processes, through the environment, so that nothing of ours is on disk and nothing that an
 * agent wrote into a folder is run. See GIT_CONFIG_COUNT in https://git-scm.com/docs/git-config
 */

/** An agent may have written the folder: its hooks and its fsmonitor program must not run. */
const SAFE_FOLDER = [
    { key: 'core.hooksPath', value: '/dev/null' },
    { key: 'core.fsmonitor', value: 'false' },
];
/**
 * Programs that the settings of a folder, or of the user, may name, and that git would run in a hook, with the token in its
 * environment: an agent may have written both. Settings of the job's environment come after these and win. What can't be
 * closed like this is in docs/security.md: filters, drivers and remotes have names of their own.
 */
const NO_PROGRAMS = [
    { key: 'credential.helper', value: '' },
    { key: 'core.askPass', value: '' },
    { key: 'core.sshCommand', value: 'ssh' },
    { key: 'core.editor', value: ':' },
    { key: 'sequence.editor', value: ':' },
    { key: 'gpg.program', value: 'gpg' },
    { key: 'gpg.openpgp.program', value: 'gpg' },
    { key: 'gpg.x509.program', value: 'gpgsm' },
    { key: 'gpg.ssh.program', value: 'ssh-keygen' },
    { key: 'gpg.ssh.defaultKeyCommand', value: 'false' },
];
/** Not `ext::`, which is a command, nor `git://`, for which a folder may name a program as proxy. */
const PROTOCOLS = 'file:http:https:ssh';
/**
 * Lets git reach the server with the token that is in `GH_TOKEN` of the process. The first, empty helper takes other
 * helpers off this server: git tells each one to store a password that worked.
 */
function serverAccess(serverUrl) {
    const { host } = new URL(serverUrl);
    return [
        { key: `credential.${serverUrl}.helper`, value: '' },
        {
            key: `credential.${serverUrl}.helper`,
            value: '!f() { test "$1" = get && printf \'username=x-access-token\\npassword=%s\\n\' "$GH_TOKEN"; }; f',
        },
        { key: `url.${serverUrl}/.insteadOf`, value: `git@${host}:` },
        { key: `url.${serverUrl}/.insteadOf`, value: `ssh://git@${host}/` },
    ];
}
/** The settings that an environment holds; none when its count isn't a number (git itself would stop there). */
function gitSettings(variables) {
    const count = variables.GIT_CONFIG_COUNT ?? '';
    if (!/^\d{1,4}$/.test(count))
        return [];
    return Array.from({ length: Number(count) }, (_, index) => {
        const key = variables[`GIT_CONFIG_KEY_${index}`];
        const value = variables[`GIT_CONFIG_VALUE_${index}`];
        return key === undefined || value === undefined ? undefined : { key, value };
    }).filter((setting) => setting !== undefined);
}
/** Whether a setting holds credentials: a header that a checkout set, an address with a password. */
function isSecretSetting({ key, value }) {
    return /\.(?:extraheader|.*password.*)$/i.test(key) || (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .looksSecret */ .n0)(key) || (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .looksSecret */ .n0)(value);
}
/** The settings as variables, numbered from 0. A later one wins. */
function gitVariables(settings) {
    const variables = { GIT_CONFIG_COUNT: String(settings.length) };
    settings.forEach(({ key, value }, index) => {
        variables[`GIT_CONFIG_KEY_${index}`] = key;
        variables[`GIT_CONFIG_VALUE_${index}`] = value;
    });
    return variables;
}


/***/ }),

/***/ 3240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ hasGitIdentity),
/* harmony export */   o: () => (/* binding */ identityVariables)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _process_plain_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(896);
/* harmony import */ var _git_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3988);
/**
 * Who git says makes a commit. `GIT_AUTHOR_*` and `GIT_COMMITTER_*` win over every setting, so they may be set only
 * where git knows nobody. That is read from its files: asking git would cost a process before each of ours.
 */





// The account behind the job's own token; the number makes GitHub show its picture.
const NAME = 'github-actions[bot]';
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';
const MAX_FILE_BYTES = 1024 * 1024;
/** The identity of commits that a child makes, as variables; those that are set already are left alone. */
function identityVariables(variables, hasIdentity) {
    if (hasIdentity)
        return {};
    const identity = {
        GIT_AUTHOR_NAME: NAME,
        GIT_AUTHOR_EMAIL: EMAIL,
        GIT_COMMITTER_NAME: NAME,
        GIT_COMMITTER_EMAIL: EMAIL,
    };
    return Object.fromEntries(Object.entries(identity).filter(([name]) => variables[name] === undefined));
}
/**
 * Whether git's own settings name somebody for a commit in `folder`: its system, user and repository files and
 * GIT_CONFIG_* variables hold a `user.name` and a `user.email`. Files that they include are not followed.
 */
function hasGitIdentity(variables, folder) {
    const found = new Set((0,_git_config_js__WEBPACK_IMPORTED_MODULE_4__/* .gitSettings */ .Ug)(variables).map((setting) => setting.key.toLowerCase()));
    for (const file of configFiles(variables, folder)) {
        for (const key of userKeys(file))
            found.add(`user.${key}`);
        if (found.has('user.name') && found.has('user.email'))
            return true;
    }
    return found.has('user.name') && found.has('user.email');
}
function configFiles(variables, folder) {
    const home = variables.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
    const system = variables.GIT_CONFIG_NOSYSTEM ? [] : [variables.GIT_CONFIG_SYSTEM || '/etc/gitconfig'];
    const user = variables.GIT_CONFIG_GLOBAL
        ? [variables.GIT_CONFIG_GLOBAL]
        : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(variables.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.config'), 'git', 'config'), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.gitconfig')];
    return [...system, ...user, ...(folder === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git', 'config')])];
}
/** The keys `name` and `email` that stand under `[user]` in a file of git's settings. */
function userKeys(file) {
    // Most of these files don't exist: asking first is cheaper than an error each, before every start.
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return [];
    let text;
    try {
        text = (0,_process_plain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readPlainFile */ .b)(file, MAX_FILE_BYTES);
    }
    catch {
        // One that can't be read can't be read by git either, and what is no file was put there by an agent.
        return [];
    }
    const keys = [];
    let inUser = false;
    for (const line of text.split('\n')) {
        const section = /^\s*\[\s*([^\]\s"]+)[^\]]*\]/.exec(line);
        if (section)
            inUser = section[1]?.toLowerCase() === 'user';
        const key = /^\s*(?:\[[^\]]*\]\s*)?(name|email)\s*=\s*\S/i.exec(line);
        if (inUser && key?.[1])
            keys.push(key[1].toLowerCase());
    }
    return keys;
}


/***/ }),

/***/ 6440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   Vh: () => (/* binding */ secretTexts),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/** What counts as a secret: a variable's name or the look of its value says so. */
const NAME_PARTS = /TOKEN|KEY|SECRET|PASS|CREDENTIAL|COOKIE|KUBECONFIG|DSN/i;
// Words between underscores only: PATH and GIT_AUTHOR_NAME are none.
const NAME_WORDS = /(?:^|_)(?:PAT|AUTH)(?:_|$)/i;
// Each with the part that is the secret itself, since a tool may print it without the rest.
const VALUE_SHAPES = [
    /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]+/g,
    /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{6,}/g,
    /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{12,}/g,
    /(?<![A-Za-z0-9])xox[a-z]-[A-Za-z0-9-]+/g,
    /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*/g,
    /-----BEGIN [A-Z0-9 ]+-----/g,
    /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
];
// `GIT_CONFIG_KEY_0` holds the name of a setting. Whether its value is a secret is decided in git-config.ts.
const GIT_CONFIG_ENTRY = /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/;
/** Whether a variable is a secret. */
function isSecret(name, value) {
    if (GIT_CONFIG_ENTRY.test(name))
        return looksSecret(value);
    return NAME_PARTS.test(name) || NAME_WORDS.test(name) || looksSecret(value);
}
/** Whether a value looks like a token, a key or an address with a password. */
function looksSecret(value) {
    return VALUE_SHAPES.some((shape) => value.search(shape) !== -1);
}
/** Where in a text something looks like a secret. */
function findSecrets(text) {
    return VALUE_SHAPES.flatMap((shape) => [...text.matchAll(shape)].map((match) => ({ offset: match.index, text: match[0] })));
}
/**
 * The texts to redact because of one secret: its value, and what in it looks like a secret by itself (the password of
 * an address).
 */
function secretTexts(value) {
    const parts = VALUE_SHAPES.filter((shape) => !shape.source.startsWith('-----')).flatMap((shape) => value.match(shape) ?? []);
    return [value, ...parts];
}


/***/ }),

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   hM: () => (/* binding */ createLog),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/** GitHub shows at most 10 annotations of a level for a step. */
const MAX_ANNOTATIONS = 10;
/** Makes the log of a job. */
function createLog({ redact, debug, write = writeToStdout }) {
    const counts = new Map();
    // Redacted before cleaning, for secrets with newlines, and after it, for secrets cut by control characters.
    const clean = (text) => redact(plainText(redact(text)));
    const cleanLines = (text) => text
        .split(/\r\n?|\n/)
        .map(clean)
        .filter((line, index) => index === 0 || line !== '')
        // Indented, so that no line of an outside text stands where ours begin.
        .join('\n  ');
    const annotate = (level, prefix, message, at) => {
        const kind = `${level} ${at.kind ?? ''}`;
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (count > MAX_ANNOTATIONS) {
            write(`${level}: ${prefix}${clean(message)}\n`);
            return;
        }
        const properties = {
            title: at.title === undefined ? undefined : clean(at.title),
            file: at.file === undefined ? undefined : clean(at.file),
            line: at.line,
            col: at.column,
        };
        write(`${formatCommand(level, properties, prefix + cleanLines(redact(message)))}\n`);
    };
    const childLog = (prefix) => ({
        info(message) {
            write(`${withoutCommand(prefix + clean(message))}\n`);
        },
        debug(message) {
            if (debug)
                write(`${formatCommand('debug', {}, prefix + clean(message))}\n`);
        },
        warning(message, annotation = {}) {
            annotate('warning', prefix, message, annotation);
        },
        error(message, annotation = {}) {
            annotate('error', prefix, message, annotation);
        },
        child(label) {
            return childLog(`${prefix}[${clean(label)}] `);
        },
    });
    return {
        ...childLog(''),
        close() {
            for (const [kind, count] of counts) {
                if (count <= MAX_ANNOTATIONS)
                    continue;
                const [level, name] = kind.split(' ', 2);
                const what = name ? `${level}s about \`${name}\`` : `${level}s`;
                write(`${count} ${what}: the first ${MAX_ANNOTATIONS} are annotations, the other ${count - MAX_ANNOTATIONS} are lines of this log only\n`);
            }
        },
    };
}
/** Tells the runner to print `***` for a value, whoever prints it: each of its lines, as the runner compares lines. */
function maskSecret(value, write = writeToStdout) {
    for (const line of value.split(/\r?\n/)) {
        if (line.trim() !== '')
            write(`${formatCommand('add-mask', {}, line)}\n`);
    }
}
/**
 * A text on one line that no terminal, runner or reader takes for more than text: escape sequences and control
 * characters are gone, a newline is `⏎`, `##[` is `## [`. For titles, labels and file names in our own sentences.
 */
function plainText(text) {
    return text
        .replace(ESCAPE_SEQUENCES, '')
        .split(/\r\n?|[\n\u2028\u2029]/)
        .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, '').trim())
        .filter((line) => line !== '')
        .join(' ⏎ ')
        .replaceAll('##[', '## [');
}
// CSI, OSC and the short ones (ECMA-48). Not `util.stripVTControlCharacters`: it takes 30 s for 400 KB of `ESC ]`.
const ESCAPE_SEQUENCES = new RegExp([
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    '(?:\\x1b\\]|\\x9d)[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '\\x1b[ -/]*[0-~]',
].join('|'), 'g');
// Control characters, and what makes text run backwards or take no room. Joiners stay: emoji are made with them.
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
/** A line that begins with `::`, spaces apart, would be a command of the runner. */
function withoutCommand(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ');
}
/**
 * A command of the runner.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function formatCommand(name, properties, message) {
    const list = Object.entries(properties)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
    return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function writeToStdout(line) {
    process.stdout.write(line);
}


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/environment/environments.js
var environments = __webpack_require__(995);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./lib/inputs.js
/**
 * Every input and the whole environment, read once and frozen: the only file that reads the environment of our own
 * process. Everyone else is handed values.
 */



/** Inputs are wrong; every one of them is named. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(problems.map((problem) => problem.message).join('\n'));
        this.problems = problems;
    }
}
/**
 * Reads our surroundings. Never throws: what is missing outside a job has a sensible value.
 * Variables: https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
function readEnvironment(env = process.env, cwd = process.cwd()) {
    const variables = {};
    for (const [name, value] of Object.entries(env))
        if (value !== undefined)
            variables[name] = value;
    const given = (name) => variables[name] || undefined;
    const serverUrl = withoutTrailingSlash(given('GITHUB_SERVER_URL') ?? 'https://github.com');
    const repository = given('GITHUB_REPOSITORY');
    const runId = given('GITHUB_RUN_ID');
    const event = readIssueEvent(given('GITHUB_EVENT_NAME'), given('GITHUB_EVENT_PATH'));
    return Object.freeze({
        variables: Object.freeze(variables),
        workspace: (0,external_node_path_.resolve)(cwd, given('GITHUB_WORKSPACE') ?? '.'),
        repository,
        serverUrl,
        apiUrl: withoutTrailingSlash(given('GITHUB_API_URL') ?? 'https://api.github.com'),
        graphqlUrl: withoutTrailingSlash(given('GITHUB_GRAPHQL_URL') ?? 'https://api.github.com/graphql'),
        eventName: given('GITHUB_EVENT_NAME'),
        eventIssue: event.issue,
        runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
        workflowRef: given('GITHUB_WORKFLOW_REF'),
        job: given('GITHUB_JOB'),
        runnerTemp: given('RUNNER_TEMP'),
        githubHosted: given('RUNNER_ENVIRONMENT') === 'github-hosted',
        hasProxy: ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => given(name) !== undefined),
        debug: given('RUNNER_DEBUG') === '1',
        commandFiles: Object.freeze({
            output: given('GITHUB_OUTPUT'),
            summary: given('GITHUB_STEP_SUMMARY'),
            env: given('GITHUB_ENV'),
            path: given('GITHUB_PATH'),
            state: given('GITHUB_STATE'),
        }),
        warnings: Object.freeze(event.warnings),
    });
}
/**
 * Reads the step's inputs. An input that is empty was not given.
 * Throws an `InputError` that names every wrong input, its value and what is allowed.
 */
function readInputs(environment) {
    const texts = {};
    for (const input of Object.keys(inputSchema.shape))
        texts[input] = inputText(environment, input);
    const parsed = inputSchema.safeParse(texts);
    const problems = (parsed.error?.issues ?? []).map((issue) => {
        const input = String(issue.path[0]);
        return { input, message: `input \`${input}\` is \`${texts[input] ?? ''}\`: expected ${issue.message}` };
    });
    const token = inputText(environment, 'github-token');
    if (token === undefined) {
        problems.push({
            input: 'github-token',
            message: "input `github-token` is empty: expected a token. Leave the input out to use the job's own token, " +
                'or check that the secret it names exists and reaches this event (secrets are empty in runs from forks)',
        });
    }
    const repository = parsed.data?.repository ?? environment.repository;
    if (repository === undefined && !problems.some((problem) => problem.input === 'repository')) {
        problems.push({
            input: 'repository',
            message: 'input `repository` is not given and `GITHUB_REPOSITORY` is not set: expected `owner/name`',
        });
    }
    if (!parsed.success || token === undefined || repository === undefined)
        throw new InputError(problems);
    const data = parsed.data;
    return Object.freeze({
        workflowPath: (0,external_node_path_.isAbsolute)(data.workflow) ? data.workflow : (0,external_node_path_.resolve)(environment.workspace, data.workflow),
        token,
        mode: data.mode,
        repository,
        dryRun: data['dry-run'],
        strict: data.strict,
        maxIssueConcurrency: data['max-issue-concurrency'],
        maxIterations: data['max-iterations'],
        timeBudgetMs: data['time-budget-minutes'] * 60_000,
        failOn: data['fail-on'],
    });
}
/** How the runner names an input's variable: upper case, dashes kept. */
function inputText(environment, input) {
    return environment.variables[`INPUT_${input.toUpperCase()}`]?.trim() || undefined;
}
// Five days: the longest that GitHub lets a job on a self-hosted runner take.
const MAX_MINUTES = 7200;
const count = schemas/* string */.YjP()
    .regex(/^\d{1,9}$/, 'a whole number of at least 1')
    .transform(Number)
    .refine((value) => value >= 1, 'a whole number of at least 1');
const minutes = schemas/* string */.YjP()
    .regex(/^(\d{1,9}(\.\d{1,9})?|\.\d{1,9})$/, `a number of minutes above 0 and up to ${MAX_MINUTES}`)
    .transform(Number)
    .refine((value) => value > 0 && value <= MAX_MINUTES, `a number of minutes above 0 and up to ${MAX_MINUTES}`);
// The booleans of YAML 1.2's core schema, as in the toolkit's getBooleanInput.
const inputs_boolean = schemas/* enum */.k5n(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], '`true` or `false`')
    .transform((text) => text.toLowerCase() === 'true');
const repositoryName = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]*)\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, '`owner/name`');
const inputSchema = schemas/* object */.Ikc({
    workflow: schemas/* string */.YjP().default('workflow.yml'),
    mode: schemas/* enum */.k5n(['run', 'doctor'], '`run` or `doctor`').default('run'),
    repository: repositoryName.optional(),
    'dry-run': inputs_boolean.default(false),
    strict: inputs_boolean.default(false),
    'max-issue-concurrency': count.optional(),
    'max-iterations': count.optional(),
    'time-budget-minutes': minutes.default(340),
    'fail-on': schemas/* enum */.k5n(['session-failure', 'never'], '`session-failure` or `never`').default('session-failure'),
});
const ISSUE_ACTIONS = ['labeled', 'unlabeled', 'opened', 'reopened', 'edited'];
const issueEvent = schemas/* object */.Ikc({
    action: schemas/* string */.YjP(),
    issue: schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), pull_request: schemas/* unknown */.L5J().optional() }),
    repository: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }),
});
/** The issue of an `issues` event; the listing may lag behind the event, so the issue is read by its number. */
function readIssueEvent(eventName, eventPath) {
    if (eventName !== 'issues' || eventPath === undefined)
        return { issue: undefined, warnings: [] };
    try {
        const event = issueEvent.parse(JSON.parse((0,external_node_fs_.readFileSync)(eventPath, 'utf8')));
        if (!ISSUE_ACTIONS.includes(event.action) || event.issue.pull_request !== undefined) {
            return { issue: undefined, warnings: [] };
        }
        return {
            issue: Object.freeze({ number: event.issue.number, repository: event.repository.full_name }),
            warnings: [],
        };
    }
    catch (error) {
        const why = error instanceof errors/* ZodError */.G ? core_errors/* prettifyError */.S1(error) : String(error);
        return {
            issue: undefined,
            warnings: [
                `the event file (\`GITHUB_EVENT_PATH\`) can't be read as an \`issues\` event: ${why}. ` +
                    'The issue that started this run is found by the listing only',
            ],
        };
    }
}
function withoutTrailingSlash(url) {
    return url.replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(7309);
;// CONCATENATED MODULE: ./lib/redact.js
/** Takes secrets out of texts before they are written anywhere. */

/** Shorter values are words; to replace them would make texts unreadable and hide nothing. */
const MIN_CHARACTERS = 8;
/**
 * Redacts values of 8 characters or more: as they are, line by line, and as base64 (also in the middle of a longer
 * text that was encoded), URL-encoded and JSON-escaped. An absolute path is a secret's place, not a secret.
 *
 * Meant for every line that an agent prints, so a text without a secret costs one pass.
 */
function createRedactor(values) {
    const forms = new Set();
    for (const value of values) {
        if (isPath(value))
            continue;
        for (const text of [value, ...value.split(/\r?\n/)].map((part) => part.trim())) {
            if (text.length < MIN_CHARACTERS)
                continue;
            for (const form of formsOf(text))
                if (form.length >= MIN_CHARACTERS)
                    forms.add(form);
        }
    }
    if (forms.size === 0)
        return (text) => text;
    // Longest first: of two forms that begin alike, the whole one is replaced.
    const sorted = [...forms].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(sorted.map(escapeForRegExp).join('|'), 'g');
    const containsAny = createFinder(sorted);
    return (text) => (containsAny(text) ? text.replace(pattern, '***') : text);
}
/**
 * Says whether a text holds any of the words, all of at least `MIN_CHARACTERS`. A pattern with hundreds of words reads
 * 60 MB/s; this skips most of the text (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994).
 */
function createFinder(words) {
    const block = 3;
    const slots = 1 << 16;
    const hash = (text, at) => ((text.charCodeAt(at) << 11) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)) & (slots - 1);
    // How far the window may move when it ends with a block: until the block could stand there in a word.
    const last = MIN_CHARACTERS - block;
    const shifts = new Uint8Array(slots).fill(last + 1);
    const wordsByLastBlock = new Map();
    for (const word of words) {
        for (let at = 0; at <= last; at++) {
            const slot = hash(word, at);
            shifts[slot] = Math.min(shifts[slot] ?? 0, last - at);
        }
        const slot = hash(word, last);
        wordsByLastBlock.set(slot, [...(wordsByLastBlock.get(slot) ?? []), word]);
    }
    return (text) => {
        for (let start = 0; start + MIN_CHARACTERS <= text.length;) {
            const slot = hash(text, start + last);
            const shift = shifts[slot] ?? 0;
            if (shift === 0 && wordsByLastBlock.get(slot)?.some((word) => text.startsWith(word, start)))
                return true;
            start += Math.max(shift, 1);
        }
        return false;
    };
}
/**
 * A base64 key may begin with a slash too, so a value is a path only when its top folder is there or when it has
 * nothing but small letters, which keys never have.
 */
function isPath(value) {
    const top = /^(\/[^/\n]+)(?:\/[^\n]*)?$/.exec(value)?.[1];
    return top !== undefined && ((0,external_node_fs_.existsSync)(top) || /^[/a-z._-]+$/.test(value));
}
function escapeForRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
function formsOf(text) {
    const json = jsonEscaped(text);
    return [
        text,
        json,
        // A program's JSON inside another program's JSON.
        jsonEscaped(json),
        text.replaceAll('/', '\\/'),
        asciiJson(text),
        encodeURIComponent(text.toWellFormed()),
        encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+'),
        encodeURIComponent(text.toWellFormed()).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        ...base64Forms(text),
    ];
}
function jsonEscaped(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** As JSON printers write it that keep to ASCII. */
function asciiJson(text) {
    return jsonEscaped(text).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Base64 writes 3 bytes as 4 characters, so the same bytes look different at each of the three offsets in an encoded
 * text; what depends on the neighbours at either end is left out.
 */
function base64Forms(text) {
    const bytes = Buffer.from(text, 'utf8');
    const forms = [bytes.toString('base64')];
    for (const offset of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        const from = Math.ceil((offset * 8) / 6);
        const to = Math.floor(((offset + bytes.length) * 8) / 6);
        forms.push(encoded.slice(from, to));
    }
    return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

// EXTERNAL MODULE: ./lib/report/report.js + 11 modules
var report = __webpack_require__(8504);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
// EXTERNAL MODULE: ./lib/workflow/check-concurrency.js
var check_concurrency = __webpack_require__(9395);
// EXTERNAL MODULE: ./lib/workflow/diagnostic.js
var diagnostic = __webpack_require__(4146);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/workflow/scalar-offsets.js
/**
 * Where each character of a scalar's value stands in the file: `offsets[i]` is the place of `value[i]`, with one
 * more entry for the end. Literal blocks and single lines are exact; where YAML folds lines, the character that
 * stands for the fold is the end of its line.
 */
function scalarOffsets(scalar, text) {
    const value = typeof scalar.value === 'string' ? scalar.value : scalar.source;
    const [start, end] = scalar.range;
    if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED')
        return blockOffsets(value, text, start, end);
    return flowOffsets(value, text, start, scalar.type ?? 'PLAIN');
}
/**
 * A block's lines stand in the file below its header, each behind an indentation. Folding only replaces line breaks,
 * so each line's text is found, in order, in the value.
 */
function blockOffsets(value, text, start, end) {
    const offsets = [];
    const firstBreak = text.indexOf('\n', start);
    let lineStart = firstBreak === -1 ? end : firstBreak + 1;
    let indent;
    while (lineStart < end) {
        const lineBreak = text.indexOf('\n', lineStart);
        const next = lineBreak === -1 ? text.length : lineBreak;
        const line = text.slice(lineStart, next).replace(/\r$/, '');
        const blank = line.trim() === '';
        // The first line with text sets the indentation; an indentation indicator shows in what the value kept of it.
        indent ??= blank ? undefined : leadingSpaces(line) - leadingSpaces(firstTextLine(value));
        const content = line.slice(indent ?? line.length);
        const at = content === '' ? -1 : value.indexOf(content, offsets.length);
        if (at !== -1) {
            while (offsets.length < at)
                offsets.push(lineStart);
            for (let i = 0; i < content.length; i += 1)
                offsets.push(lineStart + (indent ?? 0) + i);
        }
        // The line break of this line, as far as the value has one here.
        if (value[offsets.length] === '\n' || value[offsets.length] === ' ')
            offsets.push(lineStart + line.length);
        lineStart = next + 1;
    }
    while (offsets.length <= value.length)
        offsets.push(Math.min(end, text.length));
    return offsets;
}
function firstTextLine(value) {
    return value.split('\n').find((line) => line.trim() !== '') ?? '';
}
function leadingSpaces(line) {
    return line.length - line.replace(/^ +/, '').length;
}
/** Plain and quoted scalars: one character after the other, with escapes and folded line breaks. */
function flowOffsets(value, text, start, type) {
    const offsets = [];
    let at = type === 'PLAIN' ? start : start + 1;
    while (offsets.length < value.length && at < text.length) {
        const fold = /^[ \t]*(?:\r?\n[ \t]*)+/.exec(text.slice(at, at + FOLD_LENGTH))?.[0];
        if (fold !== undefined) {
            const breaks = fold.split('\n').length - 1;
            for (let i = 0; i < Math.max(1, breaks - 1); i += 1)
                offsets.push(at);
            at += fold.length;
            continue;
        }
        const [taken, made] = type === 'PLAIN' ? [1, 1] : escapeAt(text, at, type);
        for (let i = 0; i < made; i += 1)
            offsets.push(at);
        at += taken;
    }
    while (offsets.length <= value.length)
        offsets.push(at);
    return offsets;
}
/** Longest run of white space between two folded lines that is looked at. */
const FOLD_LENGTH = 500;
const ESCAPE_LENGTHS = { x: 4, u: 6, U: 10 };
/** How many characters of the file the next character of the value takes, and how many UTF-16 units it makes. */
function escapeAt(text, at, type) {
    if (type === 'QUOTE_SINGLE')
        return text.startsWith("''", at) ? [2, 1] : [1, 1];
    if (text[at] !== '\\')
        return [1, 1];
    const kind = text[at + 1] ?? '';
    if (kind === '\n' || kind === '\r') {
        // An escaped line break: the lines are joined with nothing between them.
        return [(/^\\\r?\n[ \t]*/.exec(text.slice(at, at + FOLD_LENGTH))?.[0] ?? '\\').length, 0];
    }
    const taken = ESCAPE_LENGTHS[kind] ?? 2;
    const code = taken === 10 ? Number.parseInt(text.slice(at + 2, at + 10), 16) : 0;
    return [taken, code > 0xffff ? 2 : 1];
}

;// CONCATENATED MODULE: ./lib/workflow/check-templates.js


/** What a template must have to mean anything but itself. Without it the template engine is not even loaded. */
const TEMPLATE = /\{\{|\{%|\{#|`exec\(/;
/**
 * Checks every hook and prompt of the file, each finding with its place in the file that it stands in.
 *
 * @param promptFiles the prompt files that could be read, by stage name
 */
async function checkTemplates(workflowFile, draft, promptFiles, read, yaml) {
    const found = [];
    for (const template of templatesOf(draft, promptFiles)) {
        if (!TEMPLATE.test(template.source))
            continue;
        const { checkPromptTemplate, checkShellTemplate } = await __webpack_require__.e(/* import() */ 283).then(__webpack_require__.bind(__webpack_require__, 9283));
        const check = template.kind === 'shell' ? checkShellTemplate : checkPromptTemplate;
        for (const finding of await check(template.source)) {
            const { severity, code, message } = finding;
            const pointer = template.path.join('.');
            const place = placeOf(finding, template, workflowFile, read, yaml);
            found.push({ severity, code, pointer, message, ...place });
        }
    }
    return found;
}
function templatesOf(draft, promptFiles) {
    const templates = [];
    const add = (kind, path, source, file) => {
        if (source !== undefined)
            templates.push({ kind, path, source, file });
    };
    add('shell', ['issue', 'hooks', 'after_create'], draft.issue.hooks?.after_create);
    for (const [name, stage] of draft.issue.stages) {
        const path = ['issue', 'stages', name];
        add('shell', [...path, 'hooks', 'before_run'], stage.hooks?.before_run);
        add('shell', [...path, 'hooks', 'after_run'], stage.hooks?.after_run);
        add('prompt', [...path, 'prompt'], stage.prompt);
        const file = promptFiles.get(name);
        add('prompt', [...path, 'prompt_file'], file?.text, file?.path);
    }
    return templates;
}
function placeOf(finding, template, workflowFile, read, yaml) {
    const { line, column } = finding;
    if (template.file !== undefined)
        return { file: template.file, line, column };
    const node = read.placeOf(template.path)?.node ?? null;
    if (!(0,dist/* isScalar */.jn)(node))
        return { file: workflowFile, line: 1, column: 1 };
    const offsets = scalarOffsets(node, yaml.text);
    const index = indexOf(template.source, line, column);
    const offset = offsets[Math.min(index, offsets.length - 1)] ?? node.range[0];
    return { file: workflowFile, ...yaml.positionAt(offset) };
}
/** The index of a position, 1-based, in a text. */
function indexOf(text, line, column) {
    let start = 0;
    for (let at = 1; at < line; at += 1) {
        const lineBreak = text.indexOf('\n', start);
        if (lineBreak === -1)
            break;
        start = lineBreak + 1;
    }
    return start + column - 1;
}

// EXTERNAL MODULE: ./node_modules/semver/ranges/valid.js
var valid = __webpack_require__(4737);
;// CONCATENATED MODULE: ./lib/agent/flags.js
/**
 * An agent's `args` as flags, in the file's order: a text or number gives `flag value`, `true` gives `flag`, `false`
 * nothing, a list `flag a,b` (as vik does); a key that ends in `[]` repeats its flag for each item.
 */
function agentFlags(args) {
    const flags = [];
    for (const [key, value] of args) {
        const flag = flagOf(key);
        if (typeof value === 'boolean') {
            if (value)
                flags.push(flag);
        }
        else if (typeof value !== 'object') {
            flags.push(flag, String(value));
        }
        else if (key.endsWith('[]')) {
            for (const item of value)
                flags.push(flag, String(item));
        }
        else {
            flags.push(flag, value.map(String).join(','));
        }
    }
    return flags;
}
/** Flags that the adapter gives itself: a second one would change what it reads, or be refused by the program. */
const OWNED = {
    // Codex's own `-p` chooses a profile of its configuration, so it stays the author's.
    codex: ['--json', '--output-format', '--input-format', '--print', '-m', '--model'],
    claude_code: ['--json', '--output-format', '--input-format', '-p', '--print', '-m', '--model'],
    command: [],
};
/** Flags of Codex that take one value each: joined by a comma, all but the first get lost or are refused. */
const REPEATED_BY_CODEX = [
    '--config',
    '-c',
    '--enable',
    '--disable',
    '--add-dir',
    '--image',
];
/** What the adapter of a runtime can't take, and what its program would read differently than it looks. */
function checkAgentArgs(runtime, args) {
    const problems = [];
    for (const [key, value] of args) {
        const [flag = ''] = flagOf(key).split('=', 1);
        if (value !== false && OWNED[runtime].includes(flag)) {
            const instead = flag === '-m' || flag === '--model'
                ? 'write `model:` in the profile instead'
                : 'remove it, Vik gives it itself';
            problems.push({ key, severity: 'error', message: `\`${flag}\` is not for \`args\`: ${instead}` });
        }
        const many = typeof value === 'object' && value.length > 1;
        if (runtime === 'codex' && many && !key.endsWith('[]') && REPEATED_BY_CODEX.includes(flag)) {
            const message = `\`${key}\` becomes one \`${flag} ${value.map(String).join(',')}\`, which codex reads as one value: write \`${key}[]\` to repeat the flag`;
            problems.push({ key, severity: 'warning', message });
        }
    }
    return problems;
}
const CLAUDE_PERMISSIONS = [
    '--permission-mode',
    '--dangerously-skip-permissions',
    '--allowedTools',
    '--allowed-tools',
    '--permission-prompt-tool',
    '--settings',
];
const CODEX_PERMISSIONS = [
    '--sandbox',
    '-s',
    '--full-auto',
    '--dangerously-bypass-approvals-and-sandbox',
    '--yolo',
];
/**
 * Whether a profile says what the agent may do. Without it Claude Code is refused every tool and Codex may not
 * write: the session would do nothing and be green.
 */
function grantsPermission(runtime, flags) {
    if (runtime === 'command')
        return true;
    const known = runtime === 'codex' ? CODEX_PERMISSIONS : CLAUDE_PERMISSIONS;
    if (flags.some((flag) => known.includes(flag.split('=', 1)[0] ?? flag)))
        return true;
    return runtime === 'codex' && flags.some((value) => /^sandbox_mode\s*=/.test(value));
}
function flagOf(key) {
    return key.endsWith('[]') ? key.slice(0, -2) : key;
}

// EXTERNAL MODULE: ./lib/workflow/read-values.js
var read_values = __webpack_require__(5476);
;// CONCATENATED MODULE: ./lib/workflow/check-agents.js



/** What the keys of one agent profile say together. */
function checkAgents(draft, read, findings) {
    for (const [name, agent] of draft.agents)
        checkAgent(name, agent, read, findings);
}
function checkAgent(name, agent, read, findings) {
    const path = ['agents', name];
    const pointer = path.join('.');
    const { runtime, args = new Map() } = agent;
    const has = (key) => {
        const place = read.placeOf([...path, key]);
        return place !== undefined && !(0,read_values/* isNothing */.qv)(place.node);
    };
    if (runtime === undefined)
        return;
    if (runtime === 'command') {
        if (!has('command')) {
            const message = `\`${pointer}.command\` is missing: the runtime \`command\` needs its program, for example \`command: [./agent.sh, --json]\``;
            findings.error('missing_field', [...path, 'command'], message, 'key');
        }
        else if (agent.command !== undefined && agent.command[0]?.trim() === '') {
            findings.error('empty_str', [...path, 'command', 0], `\`${pointer}.command.0\` is empty: expected a program`);
        }
        if (has('version')) {
            const message = `\`${pointer}.version\` is not used: only codex and claude_code are installed by Vik`;
            findings.warning('unknown_field', [...path, 'version'], message, 'key');
        }
        if (args.size > 0) {
            const message = `\`${pointer}.args\` is for codex and claude_code: write the arguments of a command in \`${pointer}.command\``;
            findings.error('agent_args', [...path, 'args'], message, 'key');
        }
        return;
    }
    if (!has('model')) {
        const example = runtime === 'codex' ? 'gpt-5.5' : 'claude-sonnet-4-6';
        const message = `\`${pointer}.model\` is missing: ${runtime} needs the name of a model, for example \`model: ${example}\``;
        findings.error('missing_field', [...path, 'model'], message, 'key');
    }
    if (has('command')) {
        const message = `\`${pointer}.command\` is not used: it is for \`runtime: command\`, and this profile runs ${runtime}`;
        findings.warning('unknown_field', [...path, 'command'], message, 'key');
    }
    if (agent.version !== undefined && valid(agent.version) === null) {
        const message = `\`${pointer}.version\` is \`${agent.version}\`: expected an exact version or a semver range, for example \`version: 0.169.0\` or \`version: ^0.169.0\``;
        findings.error('bad_version', [...path, 'version'], message);
    }
    for (const { key, severity, message } of checkAgentArgs(runtime, args)) {
        const at = [...path, 'args', key];
        if (severity === 'error')
            findings.error('agent_args', at, message, 'key');
        else
            findings.warning('repeated_flag', at, message, 'key');
    }
    if (!grantsPermission(runtime, agentFlags(args))) {
        findings.warning('no_permission_flag', path, permissionAdvice(pointer, runtime), 'key');
    }
}
function permissionAdvice(pointer, runtime) {
    return runtime === 'codex'
        ? `\`${pointer}\` has no \`--sandbox\` in its \`args\`: codex may only read then; write \`--sandbox: workspace-write\` (or \`danger-full-access\` on a runner of its own)`
        : `\`${pointer}\` has no permission flag in its \`args\`: Claude Code is refused every change then, and the run is green; write \`--permission-mode: acceptEdits\` with \`--allowedTools[]: [...]\`, or \`--permission-mode: bypassPermissions\``;
}

;// CONCATENATED MODULE: ./lib/workflow/check-expectations.js
/** Expectations that read GitHub: a command's issues have no comments and no pull requests that we could read. */
const GITHUB_ONLY = ['comment', 'pull_request'];
/** Whether what the stages expect can be checked, and can hold. */
function checkExpectations(draft, findings) {
    for (const [name, stage] of draft.issue.stages)
        checkStage(name, stage, draft, findings);
}
function checkStage(name, stage, draft, findings) {
    const seen = new Set();
    for (const [index, entry] of (stage.expect ?? []).entries()) {
        if (entry === undefined)
            continue;
        const path = ['issue', 'stages', name, 'expect', index];
        const key = typeof entry === 'string' ? entry : JSON.stringify(entry);
        if (seen.has(key)) {
            const what = typeof entry === 'string' ? `\`${entry}\`` : `\`output: ${entry.output}\``;
            findings.error('expectation', path, `${what} is expected twice: remove one of them`);
            continue;
        }
        seen.add(key);
        if (typeof entry !== 'string') {
            const problem = findProblem(entry.output);
            if (problem !== undefined)
                findings.error('expectation', [...path, 'output'], problem);
        }
        else if (draft.issues.pull !== undefined && GITHUB_ONLY.includes(entry)) {
            const message = `\`${entry}\` needs \`issues.github\`: with \`issues.pull\` there is no issue on GitHub to look at; remove it`;
            findings.error('expectation', path, message);
        }
        else if (entry === 'state_changed' && stage.on_success?.state !== undefined) {
            const message = `\`state_changed\` is for an agent that moves the issue itself, and \`on_success\` of this stage sets \`${stage.on_success.state}\` after the check: keep one of them`;
            findings.error('transition_conflict', path, message);
        }
    }
}
/** In the engine's own words: `Unterminated group`. */
function findProblem(pattern) {
    try {
        new RegExp(pattern, 'u');
        return undefined;
    }
    catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        const reason = said.slice(said.lastIndexOf('/u: ') + (said.includes('/u: ') ? 4 : 1));
        return `\`${pattern}\` is no regular expression: ${reason}`;
    }
}

;// CONCATENATED MODULE: ./lib/workflow/check-intake.js
/** Exactly one intake; neither means GitHub with its defaults. */
function checkIntake(draft, read, findings) {
    const { pull, github } = draft.issues;
    if (pull === undefined || github === undefined)
        return;
    const places = [read.placeOf(['issues', 'pull']), read.placeOf(['issues', 'github'])].flatMap((place) => place ?? []);
    const later = places.sort((a, b) => b.keyOffset - a.keyOffset)[0];
    const message = '`issues` has both `pull` and `github`: issues come from one place, remove the other';
    findings.error('both_intakes', later?.path ?? ['issues'], message, 'key');
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/workflow/suggest.js

/** Longer than any name; a whole document in the wrong place is not compared. */
const MAX_LENGTH = 200;
/**
 * The known name that the author most probably meant: at most a third of the longer name differs, whatever the
 * case. Undefined when none is near.
 */
function nearest(name, known) {
    if (name.length > MAX_LENGTH)
        return undefined;
    const lower = name.toLowerCase();
    let best;
    for (const candidate of known) {
        const edits = (0,mod/* distance */.Io)(lower, candidate.toLowerCase());
        const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** `; did you mean `coder`?`, or nothing when no known name is near. */
function didYouMean(name, known) {
    const near = nearest(name, known);
    return near === undefined ? '' : `; did you mean \`${near}\`?`;
}
/** Names for a sentence: `` `a`, `b` or `c` ``. */
function alternatives(names) {
    const quoted = names.map((name) => `\`${name}\``);
    const last = quoted.pop();
    return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} or ${last}`;
}

;// CONCATENATED MODULE: ./lib/workflow/check-keys.js

/** Keys that vik has and that mean nothing in a job that starts, works and ends. */
const VIK_ONLY = {
    server: 'vik serves HTTP there, a job has nobody to serve',
    'issues.webhook': 'the triggers of the GitHub workflow take its place',
};
/** Keys that nobody reads: most are typing mistakes, and what they were to change stays as it is. */
function checkKeys(read, findings) {
    for (const { path, keyOffset, known } of read.unknownKeys) {
        const pointer = path.join('.');
        const key = String(path.at(-1));
        const why = Object.hasOwn(VIK_ONLY, pointer) ? `: ${VIK_ONLY[pointer]}` : hint(key, known);
        findings.warningAt('unknown_field', path, `\`${pointer}\` is not a known key and is ignored${why}`, keyOffset);
    }
    for (const { path, offset } of read.complexKeys) {
        const where = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;
        findings.errorAt('wrong_type', path, `a key of ${where} is a map or a list: expected a text`, offset);
    }
}
function hint(key, known) {
    if (key === '<<')
        return ': merge keys are not part of YAML 1.2, repeat the keys here';
    return didYouMean(key, known);
}

;// CONCATENATED MODULE: ./lib/workflow/check-prices.js

/** Money needs a price: Codex prints none, so a limit in dollars without one would never hold. */
function checkPrices(draft, findings) {
    const priced = [...draft.prices.keys()];
    const models = new Set();
    for (const [name, { runtime, model, max_cost_usd }] of draft.agents) {
        if (runtime !== 'codex' || model === undefined)
            continue;
        models.add(model);
        if (draft.prices.has(model))
            continue;
        const near = didYouMean(model, priced);
        const advice = `add \`prices: { ${model}: { input: ..., cached_input: ..., output: ... } }\`, dollars per million tokens${near}`;
        const deny = (path) => {
            const message = `\`${path.join('.')}\` can't hold: codex prints no cost, and \`prices\` has no \`${model}\`; ${advice}`;
            findings.error('no_price', path, message, 'key');
        };
        if (max_cost_usd !== undefined)
            deny(['agents', name, 'max_cost_usd']);
        for (const [stage, { agent, max_cost_usd: ofStage }] of draft.issue.stages) {
            if (agent === name && ofStage !== undefined)
                deny(['issue', 'stages', stage, 'max_cost_usd']);
        }
        if (draft.loop.max_cost_usd !== undefined) {
            const message = `\`loop.max_cost_usd\` does not see what \`agents.${name}\` costs: codex prints no cost, and \`prices\` has no \`${model}\`; ${advice}`;
            findings.warning('no_price', ['loop', 'max_cost_usd'], message, 'key');
        }
    }
    for (const model of priced.filter((each) => !models.has(each))) {
        const message = `\`prices.${model}\` is not used: no codex profile has that model${didYouMean(model, [...models])}`;
        findings.warning('unknown_field', ['prices', model], message, 'key');
    }
}

;// CONCATENATED MODULE: ./lib/workflow/check-stages.js


/** What the keys of one stage say together, and the names that a stage refers to. */
function checkStages(draft, read, findings) {
    const agents = [...draft.agents.keys()];
    for (const [name, stage] of draft.issue.stages) {
        if (name.trim() === '') {
            const offset = read.placeOf(['issue', 'stages', name])?.keyOffset ?? 0;
            findings.errorAt('empty_str', ['issue', 'stages'], 'a stage has an empty name: give it one', offset);
        }
        checkAgentName(name, stage, agents, findings);
        checkPromptSource(name, read, findings);
    }
}
function checkAgentName(name, stage, agents, findings) {
    if (stage.agent === undefined || agents.length === 0 || agents.includes(stage.agent))
        return;
    const near = didYouMean(stage.agent, agents);
    const message = `agent \`${stage.agent}\` is not in \`agents\`, which has ${alternatives(agents).replace(/ or (?=`[^`]*`$)/, ' and ')}${near}`;
    findings.error('unknown_agent', ['issue', 'stages', name, 'agent'], message);
}
function checkPromptSource(name, read, findings) {
    const path = ['issue', 'stages', name];
    const given = ['prompt_file', 'prompt'].flatMap((key) => {
        const place = read.placeOf([...path, key]);
        return place === undefined || (0,read_values/* isNothing */.qv)(place.node) ? [] : [place];
    });
    const pointer = path.join('.');
    const [first, second] = given.sort((a, b) => a.keyOffset - b.keyOffset);
    if (second !== undefined) {
        const message = `\`${pointer}\` has both \`prompt_file\` and \`prompt\`: keep one of them`;
        findings.error('prompt_source', second.path, message, 'key');
    }
    else if (first === undefined && read.placeOf(path) !== undefined) {
        const message = `\`${pointer}\` has no prompt: write \`prompt_file: prompts/${fileName(name)}.md\`, or \`prompt\` with the text`;
        findings.error('prompt_source', path, message, 'key');
    }
}
function fileName(stage) {
    return stage.replace(/[^A-Za-z0-9._-]/g, '_');
}

;// CONCATENATED MODULE: ./lib/workflow/check-transitions.js
const TRANSITIONS = ['on_start', 'on_success', 'on_failure'];
/** Whether the states and transitions of all stages fit together, and to the intake. */
function checkTransitions(draft, findings) {
    if (draft.issues.pull !== undefined) {
        refuseTransitions(draft, findings);
        return;
    }
    checkCase(draft, findings);
    const matched = matchedStates(draft);
    const moving = new Map();
    for (const [name, stage] of draft.issue.stages) {
        checkOnStart(name, stage, matched, findings);
        checkOneMover(name, stage, moving, findings);
        checkBothEndings(name, stage, findings);
    }
}
/** A command's issues have no labels that could be written. */
function refuseTransitions(draft, findings) {
    for (const [name, stage] of draft.issue.stages) {
        for (const key of TRANSITIONS) {
            if (stage[key] === undefined)
                continue;
            const message = `\`${key}\` needs \`issues.github\`: with \`issues.pull\` nobody but the agent or a hook can move the issue; remove it`;
            findings.error('transition_conflict', [...stagePath(name), key], message, 'key');
        }
    }
}
/** GitHub ignores case in labels: two states that differ only in case are one label. */
function checkCase(draft, findings) {
    const spelled = new Map();
    for (const { state, path } of namedStates(draft)) {
        const first = spelled.get(state.toLowerCase());
        if (first === undefined)
            spelled.set(state.toLowerCase(), state);
        else if (first !== state) {
            const message = `state \`${state}\` differs from \`${first}\` only in case, and GitHub takes them for one label: write both the same`;
            findings.error('case_conflict', path, message);
        }
    }
}
function checkOnStart(name, stage, matched, findings) {
    const state = stage.on_start?.state;
    if (state === undefined)
        return;
    const path = [...stagePath(name), 'on_start', 'state'];
    const matching = matched.get(state);
    if (matching !== undefined) {
        const message = `\`on_start\` sets \`${state}\`, which stage \`${matching}\` works: it would start while this one runs; use a state that no stage has in \`when\``;
        findings.error('transition_conflict', path, message);
    }
    if (stage.on_failure?.state === undefined) {
        const message = `\`on_start\` sets \`${state}\`, and nothing takes it back when the agent fails: add \`on_failure: { state: ... }\``;
        findings.error('transition_conflict', path, message);
    }
}
/** An issue has one state: two stages that work the same one can't both move it on. */
function checkOneMover(name, stage, moving, findings) {
    const state = stage.when?.state;
    const mover = TRANSITIONS.find((key) => stage[key]?.state !== undefined);
    if (state === undefined || mover === undefined)
        return;
    const other = moving.get(state);
    if (other === undefined) {
        moving.set(state, name);
        return;
    }
    const message = `stages \`${other}\` and \`${name}\` both work \`${state}\` and both set a state: only one of them may; give the other one no \`state\``;
    findings.error('transition_conflict', [...stagePath(name), mover, 'state'], message);
}
function checkBothEndings(name, stage, findings) {
    // Where the agent must move the issue itself, or fail, nothing is left to `on_success`.
    const movesItself = stage.expect?.includes('state_changed') === true;
    const missing = ['on_success', 'on_failure'].filter((key) => stage[key] === undefined && !(key === 'on_success' && movesItself));
    if (missing.length === 0)
        return;
    const keys = missing.map((key) => `\`${key}\``).join(' and no ');
    const what = missing.includes('on_success')
        ? 'the next run works it, and pays for it, again'
        : 'a failed issue is tried again by every run';
    const message = `stage \`${name}\` has no ${keys}: unless the agent moves the issue itself, ${what}`;
    findings.warning('no_transition', stagePath(name), message, 'key');
}
function matchedStates(draft) {
    const matched = new Map();
    for (const [name, { when }] of draft.issue.stages) {
        if (when?.state !== undefined && !matched.has(when.state))
            matched.set(when.state, name);
    }
    return matched;
}
function namedStates(draft) {
    return [...draft.issue.stages].flatMap(([name, stage]) => ['when', ...TRANSITIONS].flatMap((key) => {
        const state = stage[key]?.state;
        return state === undefined ? [] : [{ state, path: [...stagePath(name), key, 'state'] }];
    }));
}
function stagePath(name) {
    return ['issue', 'stages', name];
}

// EXTERNAL MODULE: ./lib/workflow/agent-schema.js
var agent_schema = __webpack_require__(2902);
// EXTERNAL MODULE: ./lib/workflow/expect-schema.js
var expect_schema = __webpack_require__(9542);
;// CONCATENATED MODULE: ./lib/workflow/draft.js



const maybe = (schema) => schema.optional().catch(undefined);
const draft_text = maybe(schemas/* string */.YjP().regex(/\S/));
const limits = { max_cost_usd: maybe(schemas/* number */.aig().positive()) };
const transition = maybe(schemas/* object */.Ikc({ state: draft_text }));
const expectation = maybe(schemas/* union */.KCZ([schemas/* enum */.k5n(expect_schema/* EXPECTATION_WORDS */.T), schemas/* object */.Ikc({ output: schemas/* string */.YjP().regex(/\S/) })]));
const stage = schemas/* object */.Ikc({
    when: maybe(schemas/* object */.Ikc({ state: draft_text })),
    agent: draft_text,
    prompt_file: maybe(schemas/* string */.YjP()),
    prompt: maybe(schemas/* string */.YjP()),
    ...limits,
    hooks: maybe(schemas/* object */.Ikc({ before_run: maybe(schemas/* string */.YjP()), after_run: maybe(schemas/* string */.YjP()) })),
    expect: maybe(schemas/* array */.YOg(expectation)),
    on_start: transition,
    on_success: transition,
    on_failure: transition,
});
const agent = schemas/* object */.Ikc({
    runtime: maybe(schemas/* enum */.k5n(['codex', 'claude_code', 'command'])),
    model: draft_text,
    version: draft_text,
    ...limits,
    command: maybe(schemas/* array */.YOg(schemas/* string */.YjP()).min(1)),
    args: maybe(schemas/* map */.TjK(schemas/* string */.YjP(), agent_schema/* argSchema */.O.catch(false))),
});
/**
 * The values that the checks between keys look at. What is wrong or missing is undefined here (the schema has
 * reported it), so that one mistake doesn't hide the next: all findings come in one go.
 */
const draftSchema = schemas/* object */.Ikc({
    agents: schemas/* map */.TjK(schemas/* string */.YjP(), agent.catch({})).catch(new Map()),
    loop: schemas/* object */.Ikc(limits).catch({}),
    prices: schemas/* map */.TjK(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch(new Map()),
    issues: schemas/* object */.Ikc({ pull: maybe(schemas/* object */.Ikc({})), github: maybe(schemas/* object */.Ikc({})) }).catch({}),
    issue: schemas/* object */.Ikc({
        hooks: maybe(schemas/* object */.Ikc({ after_create: maybe(schemas/* string */.YjP()) })),
        stages: schemas/* map */.TjK(schemas/* string */.YjP(), stage.catch({})).catch(new Map()),
    })
        .catch({ stages: new Map() }),
});

;// CONCATENATED MODULE: ./lib/workflow/check-workflow.js








/** Everything about a workflow file that no single key shows, without looking at other files. */
function checkWorkflow(read, findings) {
    const draft = draftSchema
        .catch({ agents: new Map(), loop: {}, prices: new Map(), issues: {}, issue: { stages: new Map() } })
        .parse(read.value, { jitless: true });
    checkKeys(read, findings);
    checkAgents(draft, read, findings);
    checkPrices(draft, findings);
    checkIntake(draft, read, findings);
    checkStages(draft, read, findings);
    checkTransitions(draft, findings);
    checkExpectations(draft, findings);
    return draft;
}

;// CONCATENATED MODULE: ./lib/workflow/expand-path.js

/** An absolute path: `~` and `~/...` from the home folder, everything else from `dir`. `$VAR` is not expanded. */
function expandPath(path, dir, home) {
    if (path === '~')
        return home;
    return path.startsWith('~/') ? (0,external_node_path_.join)(home, path.slice(2)) : (0,external_node_path_.resolve)(dir, path);
}

;// CONCATENATED MODULE: ./lib/workflow/findings.js
/** Positions come from the place of the path, or from the nearest parent that the file has (for what is missing). */
function createFindings(file, yaml, read) {
    const all = [];
    const at = (severity, offset) => {
        return (code, path, message) => {
            const pointer = path.join('.');
            all.push({ severity, code, pointer, message, file, ...yaml.positionAt(offset) });
        };
    };
    const offsetOf = (path, spot) => {
        const place = read.placeOf(path);
        if (place === undefined)
            return path.length === 0 ? 0 : offsetOf(path.slice(0, -1), 'key');
        return spot === 'key' ? place.keyOffset : place.valueOffset;
    };
    return {
        error: (code, path, message, spot = 'value') => at('error', offsetOf(path, spot))(code, path, message),
        warning: (code, path, message, spot = 'value') => at('warning', offsetOf(path, spot))(code, path, message),
        errorAt: (code, path, message, offset) => at('error', offset)(code, path, message),
        warningAt: (code, path, message, offset) => at('warning', offset)(code, path, message),
        add: (diagnostic) => all.push(diagnostic),
        all,
    };
}

// EXTERNAL MODULE: ./lib/workflow/prompt-files.js
var prompt_files = __webpack_require__(9837);
// EXTERNAL MODULE: ./lib/workflow/read-text-file.js
var read_text_file = __webpack_require__(4752);
// EXTERNAL MODULE: ./lib/workflow/intake-schema.js
var intake_schema = __webpack_require__(7617);
;// CONCATENATED MODULE: ./lib/workflow/resolve-workflow.js




/** The values of a file without errors as the run uses them: milliseconds, absolute paths, agents in their stages. */
function resolveWorkflow(file, promptFiles, around) {
    const dir = (0,external_node_path_.dirname)(around.path);
    const { max_issue_concurrency, max_iterations, max_runs_per_issue, max_cost_usd } = file.loop;
    const agents = new Map([...file.agents].map(([name, agent]) => [
        name,
        resolveAgent(name, agent, file.prices, { dir, home: around.home }),
    ]));
    return {
        path: around.path,
        dir,
        loop: {
            maxIssueConcurrency: max_issue_concurrency,
            maxIterations: max_iterations,
            maxRunsPerIssue: max_runs_per_issue,
            maxCostUsd: max_cost_usd,
        },
        workspaceRoot: expandPath(file.workspace.root ?? defaultRoot(around), dir, around.home),
        intake: resolveIntake(file.issues),
        afterCreate: hook(file.issue.hooks, 'after_create', 'issue.hooks'),
        stages: [...file.issue.stages].flatMap(([name, stage]) => {
            const agent = agents.get(stage.agent);
            const prompt = resolvePrompt(name, stage, promptFiles);
            if (agent === undefined || prompt === undefined)
                return [];
            return [resolveStage(name, stage, agent, prompt)];
        }),
    };
}
function defaultRoot({ vikHome, runnerTemp, githubHosted }) {
    if (vikHome !== undefined && vikHome !== '')
        return vikHome;
    return githubHosted && runnerTemp !== undefined ? `${runnerTemp}/vik` : '~/.vik';
}
function resolveIntake({ pull, github }) {
    if (pull === undefined)
        return resolveGithub(github ?? intake_schema/* githubDefaults */.Q);
    const { command, idle_sec, timeout_sec } = pull;
    return { kind: 'command', command, idleMs: ms(idle_sec, 1000), timeoutMs: ms(timeout_sec, 1000) };
}
function resolveGithub(github) {
    return {
        kind: 'github',
        labels: github.labels,
        excludeLabels: github.exclude_labels,
        statePrefix: github.state_prefix,
        sort: github.sort,
        limit: github.limit,
        idleMs: ms(github.idle_sec, 1000),
        trust: { ...github.trust, bots: github.trust.bots.map((bot) => bot.replace(/\[bot\]$/, '')) },
        sanitize: github.sanitize,
    };
}
function resolveAgent(name, agent, prices, { dir, home }) {
    const price = agent.model === undefined ? undefined : prices.get(agent.model);
    const [program, ...rest] = agent.runtime === 'command' ? (agent.command ?? []) : [];
    return {
        name,
        runtime: agent.runtime,
        model: agent.model,
        command: program === undefined
            ? []
            : [program.includes('/') ? expandPath(program, dir, home) : program, ...rest],
        flags: agentFlags(agent.args),
        ...resolveLimits(agent, DEFAULT_LIMITS),
        price: price && { input: price.input, cachedInput: price.cached_input, output: price.output },
        version: agent.version?.trim(),
        githubToken: agent.github_token,
        env: agent.env,
    };
}
const DEFAULT_LIMITS = {
    timeoutMs: 60 * 60_000,
    stallMs: 30 * 60_000,
    exitGraceMs: 60_000,
    maxCostUsd: undefined,
    maxOutputTokens: undefined,
};
/** What the entry sets, the others from `otherwise`. */
function resolveLimits(entry, otherwise) {
    const { timeout_minutes: timeout, stall_minutes: stall, exit_grace_sec: grace } = entry;
    return {
        timeoutMs: timeout === undefined ? otherwise.timeoutMs : ms(timeout, 60_000),
        stallMs: stall === undefined ? otherwise.stallMs : ms(stall, 60_000),
        exitGraceMs: grace === undefined ? otherwise.exitGraceMs : ms(grace, 1000),
        maxCostUsd: entry.max_cost_usd ?? otherwise.maxCostUsd,
        maxOutputTokens: entry.max_output_tokens ?? otherwise.maxOutputTokens,
    };
}
function resolveStage(name, stage, agent, prompt) {
    const hooks = `issue.stages.${name}.hooks`;
    return {
        name,
        state: stage.when.state,
        agent: { ...agent, ...resolveLimits(stage, agent) },
        prompt,
        beforeRun: hook(stage.hooks, 'before_run', hooks),
        afterRun: hook(stage.hooks, 'after_run', hooks),
        expect: stage.expect.map(resolve_workflow_expectation),
        retry: { maxAttempts: stage.retry.max_attempts, backoffMs: ms(stage.retry.backoff_sec, 1000) },
        onStart: resolve_workflow_transition(stage.on_start),
        onSuccess: resolve_workflow_transition(stage.on_success),
        onFailure: resolve_workflow_transition(stage.on_failure),
    };
}
function resolve_workflow_expectation(entry) {
    return typeof entry === 'string' ? { kind: entry } : { kind: 'output', pattern: entry.output };
}
function resolvePrompt(name, stage, promptFiles) {
    const pointer = `issue.stages.${name}`;
    if (stage.prompt !== undefined)
        return { source: stage.prompt, file: undefined, pointer: `${pointer}.prompt` };
    const file = promptFiles.get(name);
    return file === undefined
        ? undefined
        : { source: file.text, file: file.path, pointer: `${pointer}.prompt_file` };
}
function hook(hooks, key, pointer) {
    const body = hooks[key];
    // An empty body, as a block with nothing below it, is no hook.
    if (body === undefined || body.trim() === '')
        return undefined;
    return { body, timeoutMs: ms(hooks.timeout_sec, 1000), pointer: `${pointer}.${key}` };
}
function resolve_workflow_transition(entry) {
    return entry && { state: entry.state, addLabels: entry.add_labels, removeLabels: entry.remove_labels };
}
/** A timer takes 24.8 days at most and fires at once above that, which no author means. */
const MAX_TIMER_MS = 2 ** 31 - 1;
function ms(value, unit) {
    return Math.min(value * unit, MAX_TIMER_MS);
}

// EXTERNAL MODULE: ./lib/workflow/schema.js
var schema = __webpack_require__(1602);
;// CONCATENATED MODULE: ./lib/workflow/arg-problem.js


/** Says what is wrong with a value under `args`, and how to write the flag. */
function argProblem(path, node) {
    const name = `\`${path.join('.')}\``;
    const flag = String(path.at(-1)).replace(/\[\]$/, '');
    if ((0,read_values/* isNothing */.qv)(node))
        return `${name} has no value: write \`${flag}: true\` for a flag without a value`;
    if ((0,dist/* isMap */.jh)(node)) {
        return `${name} is a map: a flag takes a text, a number, \`true\`, or a list of those, for example \`${flag}: [key=value]\``;
    }
    if ((0,dist/* isSeq */.oP)(node)) {
        const what = node.items.some(dist/* isMap */.jh)
            ? 'a map'
            : node.items.some(dist/* isSeq */.oP)
                ? 'a list'
                : 'an item without a value';
        return `${name} has ${what} in its list: write its items as texts, numbers or booleans`;
    }
    const got = (0,dist/* isScalar */.jn)(node) ? `\`${node.source}\`` : 'something else';
    return `${name} is ${got}: expected a text, a number, \`true\`, \`false\`, or a list of those`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
;// CONCATENATED MODULE: ./lib/workflow/describe-schema.js



/** What a value should be, for a sentence: "a whole number of at least 1", "a list of texts". */
function describeExpected(schema) {
    const inner = (0,read_values/* unwrap */.oA)(schema);
    if (inner instanceof schemas/* ZodString */.NDH)
        return 'a text';
    if (inner instanceof schemas/* ZodNumber */.rSt)
        return `${inner.isInt ? 'a whole number' : 'a number'}${least(inner)}`;
    if (inner instanceof schemas/* ZodBoolean */.WFD)
        return '`true` or `false`';
    if (inner instanceof schemas/* ZodEnum */.Vb4)
        return alternatives(inner.options.map(String));
    if (inner instanceof schemas/* ZodLiteral */.DN5)
        return alternatives([...inner.values].map(String));
    if (inner instanceof schemas/* ZodArray */.naA)
        return `a list${plural(inner.element)}`;
    if (inner instanceof schemas/* ZodUnion */.fZ7)
        return inner.options.map(describeExpected).join(' or ');
    return 'a map';
}
/** The first example that the schema gives, as YAML on one line. */
function exampleOf(schema) {
    const examples = registries/* globalRegistry */.fd.get(schema)?.examples;
    return Array.isArray(examples) && examples.length > 0 ? toFlow(examples[0]) : undefined;
}
function least(number) {
    const { minValue } = number;
    if (minValue === null || minValue < 0)
        return '';
    return number.safeParse(minValue).success ? ` of at least ${minValue}` : ` above ${minValue}`;
}
function plural(element) {
    const inner = (0,read_values/* unwrap */.oA)(element);
    if (inner instanceof schemas/* ZodString */.NDH)
        return ' of texts';
    return inner instanceof schemas/* ZodEnum */.Vb4 ? ` of ${inner.options.map((option) => `\`${option}\``).join(', ')}` : '';
}
function toFlow(value) {
    if (Array.isArray(value))
        return `[${value.map(toFlow).join(', ')}]`;
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => `${key}: ${toFlow(item)}`);
        return `{ ${entries.join(', ')} }`;
    }
    return typeof value === 'string' && !/^[\w$./][\w$./= -]*$/.test(value)
        ? JSON.stringify(value)
        : String(value);
}

;// CONCATENATED MODULE: ./lib/workflow/shape-errors.js






/** Turns what zod says of the values into findings with our codes: at most one for each place. */
function reportShapeErrors(issues, schema, read, yaml, findings) {
    const seen = new Set();
    for (const { issue, path } of issues.flatMap((each) => flatten(each, []))) {
        const key = JSON.stringify(path);
        if (seen.has(key))
            continue;
        seen.add(key);
        reportIssue(issue, path, schema, read, yaml, findings);
    }
}
/** A union's issue says that nothing fits; when a list was meant, what counts is which of its items doesn't. */
function flatten(issue, parent) {
    const path = [...parent, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    const options = issue.code === 'invalid_union' ? issue.errors : [];
    const items = options.find((option) => option.every((inner) => inner.path.length > 0));
    if (items === undefined || items.length === 0)
        return [{ issue, path }];
    return items.flatMap((inner) => flatten(inner, path));
}
function reportIssue(issue, path, schema, read, yaml, findings) {
    const name = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;
    const place = read.placeOf(path);
    if (path[0] === 'agents' && path[2] === 'args' && path.length > 3) {
        const flag = path.slice(0, 4);
        findings.error('agent_args', flag, argProblem(flag, read.placeOf(flag)?.node ?? null));
        return;
    }
    if (place === undefined || ((0,read_values/* isNothing */.qv)(place.node) && !isList(path))) {
        const wanted = place?.schema ?? schemaAt(schema, path);
        const what = wanted === undefined ? '' : `: expected ${describeExpected(wanted)}${forExample(path, wanted)}`;
        findings.error('missing_field', path, `${name} ${place === undefined ? 'is missing' : 'has no value'}${what}`, 'key');
        return;
    }
    const got = describeValue(place, yaml);
    const expected = `expected ${describeExpected(place.schema)}`;
    const example = forExample(path, place.schema);
    switch (issue.code) {
        case 'too_small':
            if (issue.origin === 'map') {
                findings.error('empty_map', path, `${name} is empty: it needs at least one entry${example}`, 'key');
            }
            else if (issue.origin === 'array') {
                findings.error('wrong_type', path, `${name} is an empty list: it needs at least one entry${example}`);
            }
            else {
                findings.error('non_positive_number', path, `${name} is ${got}: ${expected}${example}`);
            }
            return;
        case 'invalid_format':
            if (issue.pattern === NOT_BLANK) {
                findings.error('empty_str', path, `${name} is empty: ${expected}${example}`);
            }
            else {
                findings.error('wrong_type', path, `${name} is ${got}: expected the name of a variable${example}`);
            }
            return;
        case 'invalid_value': {
            const values = issue.values.map(String);
            const written = (0,dist/* isScalar */.jn)(place.node) ? String(place.node.value) : '';
            const code = path[0] === 'agents' && path[2] === 'runtime' ? 'unknown_runtime' : 'wrong_type';
            const near = didYouMean(written, values);
            findings.error(code, path, `${name} is ${got}: expected ${alternatives(values)}${near}`);
            return;
        }
        case 'invalid_union': {
            const words = wordsOf(place.schema);
            const near = (0,dist/* isScalar */.jn)(place.node) ? didYouMean(String(place.node.value), words) : '';
            findings.error('wrong_type', path, `${name} is ${got}: ${expected}${near === '' ? example : near}`);
            return;
        }
        default:
            findings.error('wrong_type', path, `${name} is ${got}: ${wrongTypeHint(path, place, yaml) ?? expected + example}`);
    }
}
/** The words among which a union chooses. */
function wordsOf(schema) {
    const inner = (0,read_values/* unwrap */.oA)(schema);
    if (!(inner instanceof schemas/* ZodUnion */.fZ7))
        return [];
    return inner.options.flatMap((option) => (option instanceof schemas/* ZodEnum */.Vb4 ? option.options.map(String) : []));
}
const NOT_BLANK = String(/\S/);
/** What a frequent mistake wants instead. */
function wrongTypeHint(path, place, yaml) {
    const pointer = path.join('.');
    if (pointer === '')
        return 'expected a map with the keys `agents`, `issues` and `issue`';
    if (pointer === 'issue.stages' && (0,dist/* isSeq */.oP)(place.node)) {
        return 'write it as a map, each stage under its name (`plan:` with its keys below, instead of `- name: plan`)';
    }
    if (!((0,read_values/* unwrap */.oA)(place.schema) instanceof schemas/* ZodString */.NDH))
        return undefined;
    if ((0,dist/* isScalar */.jn)(place.node) && !(0,read_values/* isNothing */.qv)(place.node))
        return 'expected a text, put it in quotes';
    if (yaml.text.startsWith('{{', place.valueOffset)) {
        return 'a text that begins with `{{` must stand in quotes, or in a block after `|`';
    }
    return undefined;
}
/** What stands there, for a sentence: `` `3` ``, "a list". */
function describeValue(place, yaml) {
    const { node } = place;
    if ((0,dist/* isMap */.jh)(node))
        return 'a map';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
        return 'nothing';
    const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    const line = written.split('\n', 1)[0] ?? '';
    const shown = line.length < written.length || line.length > 60 ? `${line.slice(0, 60)}...` : line;
    const quoted = yaml.text.startsWith('"', place.valueOffset) || yaml.text.startsWith("'", place.valueOffset);
    return quoted ? `the text \`${shown}\`` : `\`${shown}\``;
}
function forExample(path, schema) {
    const example = exampleOf(schema);
    const key = path.at(-1);
    if (example === undefined || key === undefined)
        return '';
    return `, for example \`${typeof key === 'number' ? example : `${key}: ${example}`}\``;
}
/** The schema of a key that the file doesn't have, found by its way through the schema. */
function schemaAt(schema, path) {
    let at = schema;
    for (const key of path) {
        const inner = at === undefined ? undefined : (0,read_values/* unwrap */.oA)(at);
        if (inner instanceof schemas/* ZodObject */.bvH)
            at = inner.shape[key];
        else if (inner instanceof schemas/* ZodMap */.UtG)
            at = inner.valueType;
        else if (inner instanceof schemas/* ZodArray */.naA)
            at = inner.element;
        else if (inner instanceof schemas/* ZodUnion */.fZ7)
            at = (0,read_values/* objectOption */.FL)(inner)?.shape[key];
        else
            return undefined;
    }
    return at;
}
function isList(path) {
    return typeof path.at(-1) === 'number';
}

// EXTERNAL MODULE: ./lib/workflow/yaml-file.js
var yaml_file = __webpack_require__(7369);
;// CONCATENATED MODULE: ./lib/workflow/load-workflow.js













/** Compiling a schema for one file takes longer (3 ms) than judging it. */
const JUST_ONCE = { jitless: true };
/** A workflow file is a page or two. */
const MAX_BYTES = 1024 * 1024;
/** Reads a workflow file and everything that it names, with all that is wrong in one go. Rejects only on a bug. */
async function loadWorkflow(options) {
    const { path } = options;
    const file = await (0,read_text_file/* readTextFile */.G)(path, MAX_BYTES);
    if (file.kind === 'unreadable') {
        const message = `the workflow file \`${path}\` ${file.reason}; the input \`workflow\` says which file is read`;
        const place = { file: path, line: 1, column: 1 };
        return rejected([{ severity: 'error', code: 'unreadable_file', pointer: '', message, ...place }], path);
    }
    const yaml = (0,yaml_file/* parseYamlFile */.B)(file.text);
    const read = (0,read_values/* readValues */.N$)(yaml, schema/* workflowSchema */.R);
    const findings = createFindings(path, yaml, read);
    for (const { code, path: at, message, offset } of yaml.findings)
        findings.errorAt(code, at, message, offset);
    if (read.exhausted)
        findings.error('yaml_syntax', [], 'aliases make more than 100,000 values of this file: write less');
    // Values of a broken document are guesses: more findings about them would only hide the cause.
    if (yaml.broken || read.exhausted)
        return rejected(findings.all, path);
    const parsed = schema/* workflowSchema */.R.safeParse(read.value, JUST_ONCE);
    reportShapeErrors(parsed.error?.issues ?? [], schema/* workflowSchema */.R, read, yaml, findings);
    const draft = checkWorkflow(read, findings);
    const promptFiles = await readPromptFiles(draft, options, findings);
    for (const finding of await checkTemplates(path, draft, promptFiles, read, yaml))
        findings.add(finding);
    const broken = findings.all.some(({ severity }) => severity === 'error');
    if (!parsed.success || broken)
        return rejected(findings.all, path);
    const workflow = resolveWorkflow(parsed.data, promptFiles, options);
    return { kind: 'loaded', workflow, warnings: (0,diagnostic/* sortDiagnostics */.Ds)(findings.all, path) };
}
/** The prompt files of all stages, by stage; each file is read once. */
async function readPromptFiles(draft, around, findings) {
    const dir = (0,external_node_path_.dirname)(around.path);
    const checkout = await (0,prompt_files/* findCheckout */.I)(dir);
    const files = new Map();
    const prompts = new Map();
    for (const [name, { prompt_file: written }] of draft.issue.stages) {
        if (written === undefined || written.trim() === '')
            continue;
        const path = expandPath(written, dir, around.home);
        const file = files.get(path) ?? (await (0,prompt_files/* readPromptFile */.N)(path, checkout));
        files.set(path, file);
        if (file.kind === 'read') {
            prompts.set(name, file);
            continue;
        }
        const hint = file.code === 'prompt_file_missing' ? "; paths start at the workflow file's folder" : '';
        const message = `prompt file \`${written}\` ${file.reason}${hint}`;
        findings.error(file.code, ['issue', 'stages', name, 'prompt_file'], message);
    }
    return prompts;
}
function rejected(found, path) {
    const sorted = (0,diagnostic/* sortDiagnostics */.Ds)(found, path);
    return {
        kind: 'rejected',
        errors: sorted.filter(({ severity }) => severity === 'error'),
        warnings: sorted.filter(({ severity }) => severity === 'warning'),
    };
}

;// CONCATENATED MODULE: ./lib/main.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/**
 * A job's run, wired: surroundings -> workflow file -> doctor, dry run or run -> report. Everything is handed down as
 * values from here; nothing below reads the environment or decides about the exit.
 */











/**
 * Runs the Action in a job; answers the step's exit code when everything is written. Never rejects.
 *
 * @param startWarning what could not be done before we were loaded
 */
async function main(startWarning) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const interrupts = __addDisposableResource(env_1, (0,signals/* listenForSignals */.s)(), false);
        const environment = readEnvironment();
        const token = environment.variables['INPUT_GITHUB-TOKEN']?.trim() ?? '';
        // before anything is printed
        if (token !== '')
            (0,lib_log/* maskSecret */.$l)(token);
        const redact = createRedactor((0,environments/* collectSecretValues */.P)(environment.variables, token));
        const log = (0,lib_log/* createLog */.hM)({ redact, debug: environment.debug });
        if (startWarning !== undefined)
            log.warning(startWarning, { title: 'unsealed start' });
        const { exitCode, headline } = await runJob(environment, log, redact, interrupts).catch((error) => {
            const problem = { message: `internal error, please report it: ${describeBug(error)}` };
            return fail({ environment, log, redact }, 'cancelled', 'internal error', [problem]);
        });
        log.close();
        if (exitCode === 1) {
            // loaded only here: it brings an HTTP client that takes longer to load than all of the rest
            const { setFailed } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(260), __webpack_require__.e(264)]).then(__webpack_require__.bind(__webpack_require__, 7264));
            setFailed((0,lib_log/* plainText */.wh)(redact(headline)));
        }
        else {
            log.info(headline);
        }
        return exitCode;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function runJob(environment, log, redact, interrupts) {
    const failure = { environment, log, redact };
    if (process.platform === 'win32') {
        const message = 'Windows runners are not supported: use `runs-on: ubuntu-latest` or a macOS runner';
        return fail(failure, 'bad-input', 'this runner is not supported; nothing was started', [{ message }]);
    }
    for (const warning of environment.warnings)
        log.warning(warning);
    let inputs;
    try {
        inputs = readInputs(environment);
    }
    catch (error) {
        if (!(error instanceof InputError))
            throw error;
        return fail(failure, 'bad-input', 'an input is wrong; nothing was started', error.problems);
    }
    const loaded = await loadWorkflow({
        path: inputs.workflowPath,
        home: environment.variables.HOME ?? (0,external_node_os_.homedir)(),
        vikHome: environment.variables.VIK_HOME,
        runnerTemp: environment.runnerTemp,
        githubHosted: environment.githubHosted,
    });
    const calling = await (0,check_concurrency/* checkCallingWorkflow */.sN)({
        ref: environment.workflowRef,
        repository: environment.repository,
        workspace: environment.workspace,
        job: environment.job,
        mode: inputs.mode,
    });
    const found = [
        ...(loaded.kind === 'rejected' ? loaded.errors : []),
        ...loaded.warnings,
        ...(calling === undefined ? [] : [calling]),
    ];
    const errors = found.filter(({ severity }) => severity === 'error');
    for (const warning of found.filter(({ severity }) => severity === 'warning')) {
        const { message, annotation } = (0,diagnostic/* formatMessage */.hw)(warning, environment.workspace);
        log.warning(message, { ...annotation, kind: 'workflow file' });
    }
    if (loaded.kind === 'loaded' && inputs.mode === 'doctor') {
        const { runDoctor } = await Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(473)]).then(__webpack_require__.bind(__webpack_require__, 310));
        return runDoctor({ runId: (0,external_node_crypto_.randomUUID)(), environment, inputs, log, redact, interrupts }, loaded.workflow, found);
    }
    if (errors.length > 0 || loaded.kind === 'rejected') {
        const headline = `the workflow file has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was started`;
        return fail(failure, 'bad-workflow', headline, errors.map((error) => (0,diagnostic/* formatMessage */.hw)(error, environment.workspace)));
    }
    const workflow = withOverrides(loaded.workflow, inputs);
    const job = { runId: (0,external_node_crypto_.randomUUID)(), environment, inputs, log, redact, interrupts };
    const { runWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(283), __webpack_require__.e(771)]).then(__webpack_require__.bind(__webpack_require__, 1771));
    return runWorkflow(job, workflow);
}
function withOverrides(workflow, inputs) {
    return {
        ...workflow,
        loop: {
            ...workflow.loop,
            maxIssueConcurrency: inputs.maxIssueConcurrency ?? workflow.loop.maxIssueConcurrency,
            maxIterations: inputs.maxIterations ?? workflow.loop.maxIterations,
        },
    };
}
function fail({ environment, log, redact }, reason, headline, problems) {
    const options = { commandFiles: environment.commandFiles, log, redact };
    return (0,report/* reportFailure */.xV)({ reason, headline, problems }, options);
}
/** A bug's stack with those of its causes: it is for whoever gets the report. */
function describeBug(error) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.stack ?? error.message;
    return error.cause === undefined ? own : `${own}\ncaused by ${describeBug(error.cause)}`;
}


/***/ }),

/***/ 896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readPlainFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/**
 * Reads files that an agent can reach. In such a file's place it may have put a pipe, which makes a plain open wait for
 * ever (and with it the whole run), or a link to a device that never ends.
 */

/** Reads a text. Throws when it is no plain file (links are followed), or one of more bytes than that. */
function readPlainFile(path, maxBytes) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (!stats.isFile())
            throw new Error(`\`${path}\` is no plain file`);
        if (stats.size > maxBytes)
            throw new Error(`\`${path}\` has ${stats.size} bytes, at most ${maxBytes} are read`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ formatCost),
/* harmony export */   D: () => (/* binding */ formatEnd),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   _y: () => (/* binding */ formatTokens),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   u3: () => (/* binding */ formatStart),
/* harmony export */   yn: () => (/* binding */ formatDenials)
/* harmony export */ });
/** `0.4s`, `12s`, `3m 12s`, `1h 02m`. */
function formatDuration(ms) {
    if (ms < 1000)
        return `${(Math.max(ms, 0) / 1000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds}s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)}m ${pad(seconds % 60)}s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}
function pad(value) {
    return String(value).padStart(2, '0');
}
/** Input and output together: `870 tokens`, `4.1k tokens`, `41k tokens`, `1.2M tokens`. */
function formatTokens(tokens) {
    const total = tokens.input + tokens.output;
    return `${formatCount(total)} ${total === 1 ? 'token' : 'tokens'}`;
}
function formatCount(value) {
    if (value < 1000)
        return String(value);
    if (value < 9950)
        return `${(value / 1000).toFixed(1)}k`;
    if (value < 999_500)
        return `${Math.round(value / 1000)}k`;
    return `${(value / 1_000_000).toFixed(1)}M`;
}
/** `$0.42`; what is less than a cent but not nothing is `$0.004`. */
function formatCost(usd) {
    return usd > 0 && usd < 0.01 ? `$${usd.toPrecision(1)}` : `$${usd.toFixed(2)}`;
}
/** `1 issue`, `2 issues`. */
function formatNumber(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** `2 permission denials`; nothing when there was none. */
function formatDenials(session) {
    const denials = session?.permissionDenials ?? 0;
    return denials === 0 ? [] : [formatNumber(denials, 'permission denial')];
}
/** The line of the log with which an attempt starts. `limits`: of what it may spend, in words. */
function formatStart(agent, attempt, limits) {
    const program = agent.model === undefined ? agent.runtime : `${agent.runtime}, ${agent.model}`;
    return `started with ${agent.name} (${program})${attempt > 1 ? `, attempt ${attempt}` : ''}${limits === undefined ? '' : `; ${limits}`}`;
}
/** The line of the log with which an attempt ends: `completed in 3m 12s, 41k tokens, $0.42`. */
function formatEnd(attempt) {
    const duration = formatDuration(attempt.endedAt.getTime() - attempt.startedAt.getTime());
    const figures = [
        ...(attempt.session?.tokens === undefined ? [] : [formatTokens(attempt.session.tokens)]),
        ...(attempt.session?.costUsd === undefined ? [] : [formatCost(attempt.session.costUsd)]),
        ...formatDenials(attempt.session),
    ];
    const { verdict } = attempt;
    switch (verdict.state) {
        case 'completed':
            return [`completed in ${duration}`, ...figures].join(', ');
        case 'failed':
            return `${[`failed after ${duration}`, ...figures].join(', ')} (${verdict.class}): ${verdict.reason}`;
        case 'cancelled':
            return `${[`cancelled after ${duration}`, ...figures].join(', ')}: ${verdict.reason}`;
        default:
            return verdict;
    }
}


/***/ }),

/***/ 8504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  an: () => (/* binding */ amendReport),
  z8: () => (/* binding */ report),
  Oo: () => (/* binding */ reportChecked),
  xV: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/report/stage-runs.js
/**
 * The stage runs among a run's attempts, in the order in which they began. An issue may visit a state twice, so a stage
 * run ends with the attempt that counts, and the next attempt of that stage is another one.
 */
function stageRuns(attempts) {
    const open = new Map();
    const runs = [];
    for (const attempt of attempts) {
        const key = JSON.stringify([attempt.issue.id, attempt.stage]);
        const tries = [...(open.get(key) ?? []), attempt];
        if (!attempt.final) {
            open.set(key, tries);
            continue;
        }
        open.delete(key);
        runs.push(createStageRun(tries, attempt));
    }
    return runs.sort((a, b) => startOf(a) - startOf(b));
}
function startOf(run) {
    return (run.attempts[0] ?? run.final).startedAt.getTime();
}
function createStageRun(attempts, final) {
    const tokens = attempts.flatMap((attempt) => attempt.session?.tokens ?? []);
    const costs = attempts.flatMap((attempt) => attempt.session?.costUsd ?? []);
    return {
        attempts,
        final,
        durationMs: final.endedAt.getTime() - (attempts[0] ?? final).startedAt.getTime(),
        tokens: tokens.length === 0 ? undefined : { input: sum(tokens, 'input'), output: sum(tokens, 'output') },
        costUsd: costs.length === 0 ? undefined : sumOfDollars(costs),
    };
}
/** Adds up a run: states by stage run, tokens and money over every session, retried ones too. */
function runTotals(outcome) {
    const finals = outcome.attempts.filter((attempt) => attempt.final);
    const ofState = (state) => finals.filter((attempt) => attempt.verdict.state === state).length;
    const sessions = outcome.attempts.flatMap((attempt) => attempt.session ?? []);
    const tokens = sessions.flatMap((session) => session.tokens ?? []);
    const costs = sessions.flatMap((session) => session.costUsd ?? []);
    return {
        stageRuns: finals.length,
        byState: { completed: ofState('completed'), failed: ofState('failed'), cancelled: ofState('cancelled') },
        sessions: sessions.length,
        inputTokens: sum(tokens, 'input'),
        outputTokens: sum(tokens, 'output'),
        costUsd: sumOfDollars(costs),
        costUnknown: sessions.length - costs.length,
    };
}
/** To the millionth: 0.1 + 0.2 is 0.3 for whoever reads a bill. */
function sumOfDollars(costs) {
    return Number(costs.reduce((total, cost) => total + cost, 0).toFixed(6));
}
function sum(list, key) {
    return list.reduce((total, item) => total + item[key], 0);
}

;// CONCATENATED MODULE: ./lib/report/headline.js


/**
 * The one sentence about a run, in our own words and numbers only. It begins with what went wrong, and with "completed"
 * only if nothing failed, no pull failed and nothing was ambiguous.
 */
function formatHeadline(outcome, dryRun) {
    const wrong = whatWentWrong(outcome);
    const done = dryRun ? dryRunPhrase(outcome) : stageRunPhrase(outcome, wrong.length > 0);
    const unmoved = outcome.unmoved.length;
    return [
        ...wrong,
        ...(done.failed ? [] : [done.phrase]),
        ...(unmoved === 0
            ? []
            : [`${(0,format/* formatNumber */.ZV)(unmoved, 'issue')} still where ${unmoved === 1 ? 'it was' : 'they were'}`]),
        ...endPhrase(outcome),
    ].join('; ');
}
/** Whether the run started nothing. Then what it looked for is worth a sentence. */
function nothingHappened(outcome) {
    return outcome.attempts.length === 0 && outcome.planned.length === 0;
}
/** Issues of the last pull that could have started and now wait for another run. */
function waitingIssues(outcome) {
    return countSkips(outcome, ['time-budget', 'cost-limit', 'agent-unavailable', 'shutting-down']);
}
/** Everything that went wrong, the worst first. */
function whatWentWrong(outcome) {
    const ambiguous = countSkips(outcome, ['ambiguous']);
    const unchecked = countSkips(outcome, ['check-failed']);
    const waiting = waitingIssues(outcome);
    const stageRuns = stageRunPhrase(outcome, true);
    return [
        ...failedEnd(outcome),
        ...(stageRuns.failed ? [stageRuns.phrase] : []),
        ...when(outcome.notUndone.length > 0, `${(0,format/* formatNumber */.ZV)(outcome.notUndone.length, 'transition')} not undone`),
        ...when(outcome.failedPulls > 0, `${(0,format/* formatNumber */.ZV)(outcome.failedPulls, 'pull')} failed`),
        ...when(ambiguous > 0, `${(0,format/* formatNumber */.ZV)(ambiguous, 'issue')} with the labels of several states`),
        ...when(unchecked > 0, `the check before the start failed for ${(0,format/* formatNumber */.ZV)(unchecked, 'issue')}`),
        ...when(waiting > 0, `${(0,format/* formatNumber */.ZV)(waiting, 'issue')} left waiting`),
    ];
}
function failedEnd({ reason }) {
    switch (reason) {
        case 'rate-limited':
            return ["GitHub's rate limit is used up"];
        case 'credentials':
            return ['GitHub refuses the token'];
        case 'cancelled':
            return ['the run was cancelled'];
        case 'intake-failed':
            return ['the intake failed'];
        case 'bad-workflow':
            return ['the workflow file has errors'];
        case 'bad-input':
            return ['an input is wrong'];
        case 'locked':
            return ['another run is at work on this disk'];
        case 'drained':
        case 'max-iterations':
        case 'time-budget':
        case 'cost-limit':
            return [];
        default:
            return reason;
    }
}
/** What became of the stage runs; `failed` when the phrase says something that went wrong. */
function stageRunPhrase(outcome, afterBadNews) {
    const { stageRuns: all, byState } = runTotals(outcome);
    if (all === 0) {
        const skipped = outcome.skipped.length;
        if (skipped > 0)
            return { phrase: `nothing was started, ${(0,format/* formatNumber */.ZV)(skipped, 'issue')} skipped`, failed: false };
        return { phrase: afterBadNews ? 'nothing was started' : 'nothing to do', failed: false };
    }
    if (byState.failed > 0 || byState.cancelled > 0) {
        const [first, ...rest] = [
            ...when(byState.failed > 0, `${byState.failed} failed`),
            ...when(byState.cancelled > 0, `${byState.cancelled} cancelled`),
            ...when(byState.completed > 0, `${byState.completed} completed`),
        ].map((part, index) => index === 0 ? part.replace(' ', ` of ${(0,format/* formatNumber */.ZV)(all, 'stage run')} `) : part);
        return { phrase: [first, ...rest].join(', '), failed: true };
    }
    const runs = (0,format/* formatNumber */.ZV)(all, 'stage run');
    return { phrase: afterBadNews ? `${runs} completed` : `completed: ${runs}`, failed: false };
}
function dryRunPhrase({ planned, skipped }) {
    const would = planned.length === 0 ? 'nothing would start' : `${(0,format/* formatNumber */.ZV)(planned.length, 'stage run')} would start`;
    const rest = skipped.length === 0 ? '' : `, ${(0,format/* formatNumber */.ZV)(skipped.length, 'issue')} skipped`;
    return { phrase: `dry run: ${would}${rest}`, failed: false };
}
function endPhrase({ reason, pulls }) {
    const after = `after ${(0,format/* formatNumber */.ZV)(pulls, 'pull')}`;
    switch (reason) {
        case 'drained':
            return [`drained ${after}`];
        case 'max-iterations':
            return [`ended ${after}, as max_iterations says`];
        case 'time-budget':
            return [`the time budget ended the run ${after}`];
        case 'cost-limit':
            return [`the cost limit ended the run ${after}`];
        case 'rate-limited':
        case 'credentials':
        case 'cancelled':
        case 'intake-failed':
            return [after];
        case 'bad-workflow':
        case 'bad-input':
        case 'locked':
            return [];
        default:
            return reason;
    }
}
function countSkips({ skipped }, reasons) {
    return skipped.filter((skip) => reasons.includes(skip.reason)).length;
}
function when(holds, phrase) {
    return holds ? [phrase] : [];
}

;// CONCATENATED MODULE: ./lib/report/stderr-tail.js
// What process.ts keeps of a standard error, less a character that the cut may have broken.
const CUT_FROM_BYTES = 2048 - 4;
/**
 * The tail of a standard error without its first line when that may be cut: half a secret there would not be
 * recognised, so not redacted.
 */
function wholeLines(tail) {
    const text = tail.trimEnd();
    const firstEnd = text.indexOf('\n');
    return firstEnd !== -1 && Buffer.byteLength(tail) >= CUT_FROM_BYTES ? text.slice(firstEnd + 1) : text;
}

;// CONCATENATED MODULE: ./lib/report/annotations.js




/** What a run's end puts beside the red cross: failed stage runs as errors, what somebody should act on as warnings. */
function annotateOutcome(outcome, log) {
    for (const { final } of stageRuns(outcome.attempts)) {
        if (final.verdict.state !== 'failed')
            continue;
        const name = `${final.issue.ref} ${final.stage}`;
        const tail = wholeLines(final.stderrTail);
        log
            .child(name)
            .error(tail === '' ? final.verdict.reason : `${final.verdict.reason}\nstandard error ends with:\n${tail}`, {
            title: `${name} failed`,
            kind: 'failed stage run',
        });
    }
    for (const left of outcome.notUndone)
        log.error(left, { title: 'not undone', kind: 'not undone' });
    for (const { issue, stage } of outcome.unmoved) {
        log.warning(`${issue.ref} is still \`${issue.state}\` after ${stage} completed: the next run will work it, and pay for it, again`, { title: `${issue.ref} was not moved`, kind: 'not moved' });
    }
    const waiting = waitingIssues(outcome);
    if (outcome.reason === 'time-budget') {
        log.warning(`the time budget ended the run: ${(0,format/* formatNumber */.ZV)(waiting, 'issue')} left waiting for the next one`);
    }
    else if (outcome.reason === 'cost-limit') {
        log.warning(`the cost limit ended the run: ${(0,format/* formatNumber */.ZV)(waiting, 'issue')} left waiting`);
    }
}

;// CONCATENATED MODULE: ./lib/report/command-files.js
/**
 * The runner's files for a step: they lie in a folder that agents can write, so they are written at the very end, from
 * scratch, and what somebody else put there is removed. Through these files a step sets variables and PATH of later
 * steps. A file is replaced and not opened, since an agent may have put a link or a pipe in its place.
 */

const VARIABLES = {
    output: 'GITHUB_OUTPUT',
    summary: 'GITHUB_STEP_SUMMARY',
    env: 'GITHUB_ENV',
    path: 'GITHUB_PATH',
    state: 'GITHUB_STATE',
};
/**
 * Gives outputs and summary to the runner and empties the other three files. Foreign content is reported, when `first`
 * (later it is our own). A file that can't be written is a warning: it must not turn the run's result around.
 */
function writeCommandFiles(files, contents, options) {
    const { log, first } = options;
    for (const file of ['output', 'summary', 'env', 'path', 'state']) {
        const path = files[file];
        if (path === undefined)
            continue;
        const ours = file === 'output' || file === 'summary';
        try {
            const foreign = first || !ours ? foreignContent(path) : undefined;
            if (foreign !== undefined)
                log.warning(foreignMessage(VARIABLES[file], foreign), FOREIGN);
            if (ours || foreign !== undefined)
                replaceFile(path, ours ? contents[file] : '');
        }
        catch (error) {
            log.warning(`\`${VARIABLES[file]}\` could not be written: ${String(error)}`, { kind: 'runner file' });
        }
    }
}
const FOREIGN = { title: 'foreign content in a runner file', kind: 'runner file' };
function foreignMessage(variable, content) {
    return (`\`${variable}\` held ${content} that this step did not write: removed. ` +
        'A hook or an agent found the file and tried to change later steps of this job');
}
/** What a file holds that should be empty, in words. */
function foreignContent(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return undefined;
    if (stat.isSymbolicLink())
        return 'a link';
    if (!stat.isFile())
        return 'something that is no file';
    return stat.size === 0 ? undefined : `${stat.size} bytes`;
}
function replaceFile(path, content) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
        (0,external_node_fs_.writeFileSync)(path, content, { flag: 'wx', mode: 0o644 });
    }
    catch {
        // The folder can't be written or the file is mounted alone: then into the file itself, but through no link.
        const flags = external_node_fs_.constants.O_WRONLY |
            external_node_fs_.constants.O_CREAT |
            external_node_fs_.constants.O_TRUNC |
            external_node_fs_.constants.O_NOFOLLOW |
            external_node_fs_.constants.O_NONBLOCK;
        const descriptor = (0,external_node_fs_.openSync)(path, flags, 0o644);
        try {
            (0,external_node_fs_.writeFileSync)(descriptor, content);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
}

;// CONCATENATED MODULE: ./lib/report/exit.js

/** The step's exit code: 1 when a stage run failed (unless `fail-on: never`) or the run itself did. */
function decideExit(outcome, failOn) {
    switch (outcome.reason) {
        case 'rate-limited':
        case 'credentials':
        case 'cancelled':
        case 'intake-failed':
        case 'bad-workflow':
        case 'bad-input':
        case 'locked':
            return 1;
        case 'drained':
        case 'max-iterations':
        case 'time-budget':
        case 'cost-limit':
            return failOn === 'session-failure' && runTotals(outcome).byState.failed > 0 ? 1 : 0;
        default:
            return outcome.reason;
    }
}

;// CONCATENATED MODULE: ./lib/report/record.js
/** Whether nothing waits and nothing runs. */
function isDrained(reason) {
    return reason === 'drained' || reason === 'max-iterations';
}
/** Makes the record; what is unknown is null, never 0. */
function createRecord(outcome, facts, redact) {
    return {
        version: 1,
        drained: isDrained(outcome.reason),
        reason: outcome.reason,
        detail: outcome.detail === undefined ? null : redact(outcome.detail),
        started_at: outcome.startedAt.toISOString(),
        ended_at: outcome.endedAt.toISOString(),
        pulls: outcome.pulls,
        failed_pulls: outcome.failedPulls,
        repository: facts.repository,
        workflow: facts.workflow,
        sessions: outcome.attempts.map((attempt) => sessionRecord(attempt, redact)),
        skipped: outcome.skipped.map((skip) => ({
            issue: skip.id,
            title: redact(skip.title),
            state: skip.state === undefined ? null : redact(skip.state),
            reason: skip.reason,
            detail: redact(skip.detail),
        })),
        not_undone: outcome.notUndone.map(redact),
    };
}
function sessionRecord(attempt, redact) {
    const { issue, verdict, session } = attempt;
    const lastMessage = session?.lastMessage;
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage: attempt.stage,
        agent: attempt.agent,
        runtime: attempt.runtime,
        agent_version: attempt.agentVersion ?? null,
        attempt: attempt.attempt,
        final: attempt.final,
        state: verdict.state,
        class: verdict.state === 'completed' ? null : verdict.class,
        reason: verdict.state === 'completed' ? null : redact(verdict.reason),
        started_at: attempt.startedAt.toISOString(),
        ended_at: attempt.endedAt.toISOString(),
        duration_ms: attempt.endedAt.getTime() - attempt.startedAt.getTime(),
        exit_code: attempt.exitCode ?? null,
        signal: attempt.signal ?? null,
        session_id: session?.sessionId ?? null,
        transcript: attempt.transcript ?? null,
        tokens: session?.tokens === undefined
            ? null
            : {
                input: session.tokens.input,
                output: session.tokens.output,
                cache_read: session.tokens.cacheRead,
                cache_write: session.tokens.cacheWrite,
            },
        cost_usd: session?.costUsd ?? null,
        tool_calls: session?.toolCalls ?? 0,
        permission_denials: session?.permissionDenials ?? 0,
        retries: session?.retries ?? 0,
        last_message: lastMessage === undefined ? null : redact(lastMessage),
    };
}

;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The step's outputs. All of them are set in every ending. */



// One environment variable takes 128 KiB, and steps put outputs into variables.
const MAX_RESULTS_BYTES = 64 * 1024;
const MAX_MESSAGE_CHARACTERS = 200;
/** The outputs of a run. In a dry run nothing is counted and `results` lists what would start. */
function createOutputs(outcome, options) {
    const { dryRun, paths, redact } = options;
    const totals = runTotals(outcome);
    const results = fitResults(dryRun
        ? outcome.planned.map((start) => plannedResult(start, redact))
        : stageRuns(outcome.attempts).map((run) => stageRunResult(run, redact)));
    return {
        ...emptyOutputs(outcome.reason),
        drained: String(isDrained(outcome.reason)),
        dispatched: String(totals.stageRuns),
        completed: String(totals.byState.completed),
        failed: String(totals.byState.failed),
        cancelled: String(totals.byState.cancelled),
        skipped: String(dryRun ? 0 : outcome.skipped.length),
        results: results.json,
        'results-truncated': String(results.truncated),
        'report-path': paths.report ?? '',
        'sessions-path': paths.report === undefined ? '' : (paths.sessions ?? ''),
        'input-tokens': String(totals.inputTokens),
        'output-tokens': String(totals.outputTokens),
        'cost-usd': String(totals.costUsd),
        'cost-unknown': String(totals.costUnknown),
    };
}
/** The outputs of an ending without a record; `checked` is a doctor's, whatever it found. */
function emptyOutputs(reason) {
    return {
        drained: 'false',
        reason,
        dispatched: '0',
        completed: '0',
        failed: '0',
        cancelled: '0',
        skipped: '0',
        results: '[]',
        'results-truncated': 'false',
        'report-path': '',
        'sessions-path': '',
        'input-tokens': '0',
        'output-tokens': '0',
        'cost-usd': '0',
        'cost-unknown': '0',
    };
}
/**
 * The outputs in the form of the runner's output file. The delimiter can't be guessed, so no value can end its own
 * block. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function formatOutputs(outputs) {
    return Object.entries(outputs)
        .map(([name, value]) => {
        const delimiter = `vik_${(0,external_node_crypto_.randomUUID)()}`;
        return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
        .join('');
}
function stageRunResult({ attempts, final, durationMs, tokens, costUsd }, redact) {
    const { issue, verdict } = final;
    const lastMessage = final.session?.lastMessage;
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage: final.stage,
        agent: final.agent,
        state: verdict.state,
        class: verdict.state === 'completed' ? null : verdict.class,
        reason: verdict.state === 'completed' ? null : redact(verdict.reason),
        attempts: attempts.length,
        duration_ms: durationMs,
        tokens: tokens ?? null,
        cost_usd: costUsd ?? null,
        last_message: lastMessage === undefined ? null : redact(lastMessage),
    };
}
function plannedResult({ issue, stage, agent }, redact) {
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage,
        agent,
        state: 'planned',
        class: null,
        reason: null,
        attempts: 0,
        duration_ms: 0,
        tokens: null,
        cost_usd: null,
        last_message: null,
    };
}
/** When the list is too long, last messages are shortened, then the oldest entries dropped. */
function fitResults(results) {
    const whole = JSON.stringify(results);
    if (Buffer.byteLength(whole) <= MAX_RESULTS_BYTES)
        return { json: whole, truncated: false };
    const entries = results.map((result) => JSON.stringify({ ...result, last_message: result.last_message && cut(result.last_message) }));
    let bytes = '[]'.length;
    let first = entries.length;
    for (const [index, entry] of [...entries.entries()].reverse()) {
        bytes += Buffer.byteLength(entry) + (first === entries.length ? 0 : ','.length);
        if (bytes > MAX_RESULTS_BYTES)
            break;
        first = index;
    }
    return { json: `[${entries.slice(first).join(',')}]`, truncated: true };
}
function cut(text) {
    return text.length <= MAX_MESSAGE_CHARACTERS ? text : text.slice(0, MAX_MESSAGE_CHARACTERS).toWellFormed();
}

// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(7309);
;// CONCATENATED MODULE: ./lib/report/markdown.js
/**
 * Markdown for the job summary. The rule: what isn't our own words stands in a code span or a code block. There GitHub
 * renders no Markdown and no HTML, and links no @name, #12, commit, emoji, formula or address. Backslashes would not do:
 * GitHub looks for most of these after Markdown has been rendered.
 *
 * Code spans: https://github.github.com/gfm/#code-spans
 */

/** An outside text on one line, at most so many characters long; nothing when it is empty. */
function code(text, maxCharacters = Number.POSITIVE_INFINITY) {
    const line = shorten((0,log/* plainText */.wh)(text), maxCharacters);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line, '`') + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** An outside text of many lines. */
function codeBlock(text) {
    const lines = text.split(/\r\n?|\n/).map((line) => plainTextLine(line));
    const fence = '`'.repeat(Math.max(longestRun(text, '`') + 1, 3));
    return [`${fence}text`, ...lines, fence].join('\n');
}
/** A sentence of ours that may quote names in backticks: those, and whatever else isn't plain words, become code. */
function prose(text, maxCharacters = Number.POSITIVE_INFINITY) {
    return shorten((0,log/* plainText */.wh)(text), maxCharacters)
        .split('`')
        .map((piece, index) => (index % 2 === 1 || !isPlainWords(piece) ? codeWithSpace(piece) : piece))
        .join('');
}
/** A link to a web address; without one (or with one of another scheme) only its text. `markdown` is rendered. */
function markdown_link(markdown, url) {
    if (url === undefined || !URL.canParse(url))
        return markdown;
    const { protocol, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return markdown;
    return `[${markdown}](${href.replace(/[^A-Za-z0-9:/?#&=%.,~_+-]/g, percentEncode)})`;
}
/** A table; a row's cells are rendered. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A block that is folded until somebody opens it. `summary` is ours. */
function details(summary, markdown) {
    return `<details><summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}
/** The beginning of a text that is too long, with a mark. */
function shorten(text, maxCharacters) {
    return text.length <= maxCharacters
        ? text
        : `${text.slice(0, Math.max(maxCharacters - 1, 0)).toWellFormed()}…`;
}
/** A pipe would end the cell, in code too. Renderers disagree on two backslashes before one, so they are kept apart. */
function cell(markdown) {
    return markdown.replaceAll('\\|', '\\\u200b|').replaceAll('|', '\\|');
}
/** No character that GitHub gives a meaning to, no address and no emoji. */
function isPlainWords(text) {
    return /^[\p{L}\p{N} ,.;:()'%…⏎-]*$/u.test(text) && !/www\.|:\w+:/i.test(text);
}
/** Code spans lose nothing, but a space inside one looks wrong: it goes outside. */
function codeWithSpace(piece) {
    const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
    return before + code(text) + after;
}
/** Like `plainText`, but with the spaces that show how lines belong together. */
function plainTextLine(line) {
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ') ?? '';
    return indent + (0,log/* plainText */.wh)(line);
}
function longestRun(text, character) {
    let longest = 0;
    let current = 0;
    for (const each of text) {
        current = each === character ? current + 1 : 0;
        longest = Math.max(longest, current);
    }
    return longest;
}
function percentEncode(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./lib/report/timeline.js


// GitHub draws at most 50,000 characters, and a picture of hundreds of bars can't be read.
const MAX_BARS = 80;
const TAGS = { completed: 'done', failed: 'crit', cancelled: 'active' };
/**
 * A Mermaid gantt of all attempts, one section an issue; undefined when there is nothing to draw.
 * Names are reduced to letters, digits and a few marks, since Mermaid has no way to quote them.
 */
function formatTimeline(attempts) {
    if (attempts.length === 0)
        return undefined;
    const shown = stageRuns(attempts)
        .flatMap((run) => run.attempts)
        .slice(0, MAX_BARS);
    const span = Math.max(...shown.map((attempt) => attempt.endedAt.getTime())) -
        Math.min(...shown.map((attempt) => attempt.startedAt.getTime()));
    const byIssue = Map.groupBy(shown, (attempt) => attempt.issue.ref);
    const sections = [...byIssue].flatMap(([ref, bars]) => [
        `    section ${quiet(ref)}`,
        ...bars.map(formatBar),
    ]);
    const left = attempts.length - shown.length;
    return [
        '```mermaid',
        'gantt',
        '    dateFormat x',
        `    axisFormat ${span < 5 * 60_000 ? '%H:%M:%S' : '%H:%M'}`,
        ...sections,
        '```',
        ...(left > 0 ? ['', `The picture leaves out ${(0,format/* formatNumber */.ZV)(left, 'session')}.`] : []),
    ].join('\n');
}
/** A bar's name begins with a dot, so that a stage called `title` or `section` isn't taken for Mermaid's word. */
function formatBar(attempt) {
    const name = attempt.attempt > 1 ? `${attempt.stage} ${attempt.attempt}` : attempt.stage;
    const start = attempt.startedAt.getTime();
    // A bar of no length isn't drawn.
    const end = Math.max(attempt.endedAt.getTime(), start + 1);
    return `    · ${quiet(name)} :${TAGS[attempt.verdict.state]}, ${start}, ${end}`;
}
function quiet(name) {
    return name
        .replace(/[^\p{L}\p{N} #._-]/gu, ' ')
        .slice(0, 60)
        .trim()
        .toWellFormed();
}

;// CONCATENATED MODULE: ./lib/report/summary.js






/** GitHub takes no longer summary of a step. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
const ALL = { characters: 16_384, rows: 2000 };
const LESS = [
    ...[4096, 1024, 512, 256, 128, 64].map((characters) => ({ characters, rows: 2000 })),
    ...[1000, 500, 200, 50].map((rows) => ({ characters: 64, rows })),
];
/** The whole summary. When it is over GitHub's limit the longest texts are cut first, then the lists, and it says so. */
function formatSummary(outcome, options) {
    const whole = render(outcome, options, ALL);
    if (fits(whole))
        return whole;
    for (const room of LESS) {
        const cut = `${render(outcome, options, room)}\n${cutNotice(room, options.recordPath)}\n`;
        if (fits(cut))
            return cut;
    }
    return `${heading(outcome, options)}\n\nThe rest is too long for a job summary.\n`;
}
/** The summary of an ending in which nothing was started: a headline and what was found. */
function formatShortSummary(headline, problems, redact) {
    const shown = problems.slice(0, 500).map((problem) => `- ${prose(redact(problem), 1000)}`);
    const left = problems.length - shown.length;
    return `${[`## Vik: ${headline}`, '', ...shown, ...(left > 0 ? ['', `${left} more are in the log.`] : [])].join('\n')}\n`;
}
function fits(markdown) {
    return Buffer.byteLength(markdown) <= MAX_SUMMARY_BYTES;
}
function cutNotice(room, recordPath) {
    const rows = room.rows < ALL.rows ? `, and lists after ${room.rows} rows` : '';
    const where = recordPath === undefined ? '' : ` The run record has everything: ${code(recordPath)}.`;
    return `Texts are cut after ${room.characters} characters${rows}: GitHub takes at most 1 MiB.${where}`;
}
function render(outcome, options, room) {
    const runs = stageRuns(outcome.attempts);
    const sections = [
        heading(outcome, options),
        explanation(outcome, options.redact, room),
        plannedSection(outcome, options.redact, room),
        stageRunSection(runs, options.redact, room),
        totalsLine(outcome),
        formatTimeline(outcome.attempts),
        failureSection(runs, options.redact, room),
        unmovedSection(outcome, options.redact, room),
        listSection('Not undone', outcome.notUndone, options.redact, room),
        warningSection(outcome, options.redact, room),
        skippedSection(outcome, options.redact, room),
    ];
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
function heading(outcome, options) {
    return `## Vik: ${formatHeadline(outcome, options.dryRun)}`;
}
/** The sentence behind the reason; what was looked for when nothing was found. */
function explanation(outcome, redact, room) {
    const sentences = [
        ...(outcome.detail === undefined ? [] : [`Why: ${prose(redact(outcome.detail), room.characters)}`]),
        ...(nothingHappened(outcome) && outcome.searched !== undefined
            ? [`Looked for: ${prose(redact(outcome.searched), room.characters)}`]
            : []),
    ];
    return sentences.length === 0 ? undefined : sentences.join('\n\n');
}
const MAX_TITLE = 80;
const MAX_MESSAGE = 160;
function issueCell(issue, redact, room) {
    const title = code(shorten(redact(issue.title), Math.min(MAX_TITLE, room.characters)));
    return `${issueLink(issue, redact)} ${title}`.trim();
}
function issueLink({ ref, url }, redact) {
    return markdown_link(code(ref), url === undefined ? undefined : redact(url));
}
function stageRunSection(runs, redact, room) {
    if (runs.length === 0)
        return undefined;
    const rows = runs.slice(0, room.rows).map((run) => {
        const { final } = run;
        const message = redact(final.session?.lastMessage ?? '');
        return [
            issueCell(final.issue, redact, room),
            code(final.stage, MAX_TITLE),
            code(final.agent, MAX_TITLE),
            resultCell(run),
            (0,format/* formatDuration */.a3)(run.durationMs),
            run.tokens === undefined ? 'unknown' : (0,format/* formatTokens */._y)(run.tokens).replace(/ tokens?$/, ''),
            run.costUsd === undefined ? 'unknown' : (0,format/* formatCost */.BD)(run.costUsd),
            code(message, Math.min(MAX_MESSAGE, room.characters)),
        ];
    });
    return withRest(table(['Issue', 'Stage', 'Agent', 'Result', 'Duration', 'Tokens', 'Cost', 'Last message'], rows), runs.length - rows.length);
}
function resultCell({ final, attempts }) {
    const { verdict } = final;
    const result = verdict.state === 'failed' ? `**failed** (${verdict.class})` : verdict.state;
    const tries = attempts.length > 1 ? [`${attempts.length} attempts`] : [];
    return [result, ...tries, ...(0,format/* formatDenials */.yn)(final.session)].join(', ');
}
function totalsLine(outcome) {
    const totals = runTotals(outcome);
    if (totals.sessions === 0)
        return undefined;
    const tokens = (0,format/* formatTokens */._y)({ input: totals.inputTokens, output: totals.outputTokens });
    const cost = totals.costUnknown === totals.sessions ? [] : [(0,format/* formatCost */.BD)(totals.costUsd)];
    const unknown = totals.costUnknown === 0 ? [] : [`cost unknown for ${(0,format/* formatNumber */.ZV)(totals.costUnknown, 'session')}`];
    return [(0,format/* formatNumber */.ZV)(totals.sessions, 'session'), tokens, ...cost, ...unknown].join(', ');
}
function plannedSection(outcome, redact, room) {
    if (outcome.planned.length === 0)
        return undefined;
    const rows = outcome.planned
        .slice(0, room.rows)
        .map((start) => [
        issueCell(start.issue, redact, room),
        code(start.stage, MAX_TITLE),
        code(start.agent, MAX_TITLE),
    ]);
    return withRest(table(['Would start', 'Stage', 'Agent'], rows), outcome.planned.length - rows.length);
}
function failureSection(runs, redact, room) {
    const failed = runs.filter(({ final }) => final.verdict.state !== 'completed');
    if (failed.length === 0)
        return undefined;
    const blocks = failed.slice(0, room.rows).map(({ final }) => {
        const { verdict } = final;
        const reason = verdict.state === 'completed' ? '' : prose(redact(verdict.reason), room.characters);
        const title = `${issueLink(final.issue, redact)} ${code(final.stage, MAX_TITLE)}`;
        const stderr = shorten(redact(wholeLines(final.stderrTail)), room.characters);
        return [
            `- ${title} ${verdict.state}: ${reason}`,
            ...(stderr === '' ? [] : [indent(details('standard error, its last lines', codeBlock(stderr)))]),
        ].join('\n\n');
    });
    return withRest(`### What went wrong\n\n${blocks.join('\n\n')}`, failed.length - blocks.length);
}
function unmovedSection(outcome, redact, room) {
    if (outcome.unmoved.length === 0)
        return undefined;
    const lines = outcome.unmoved.slice(0, room.rows).map(({ issue, stage }) => {
        return `- ${issueLink(issue, redact)} is still ${code(issue.state)} after ${code(stage)} completed: the next run will work it, and pay for it, again`;
    });
    return withRest(`### Not moved\n\n${lines.join('\n')}`, outcome.unmoved.length - lines.length);
}
function warningSection(outcome, redact, room) {
    const warnings = outcome.attempts.flatMap((attempt) => attempt.warnings.map((warning) => ({ attempt, warning })));
    if (warnings.length === 0)
        return undefined;
    const lines = warnings
        .slice(0, room.rows)
        .map(({ attempt, warning }) => `- ${issueLink(attempt.issue, redact)} ${code(attempt.stage)}: ${prose(redact(warning), room.characters)}`);
    return withRest(`### Warnings\n\n${lines.join('\n')}`, warnings.length - lines.length);
}
function listSection(title, texts, redact, room) {
    if (texts.length === 0)
        return undefined;
    const lines = texts.slice(0, room.rows).map((text) => `- left: ${prose(redact(text), room.characters)}`);
    return withRest(`### ${title}\n\n${lines.join('\n')}`, texts.length - lines.length);
}
function skippedSection(outcome, redact, room) {
    const { skipped } = outcome;
    if (skipped.length === 0)
        return undefined;
    const rows = skipped
        .slice(0, room.rows)
        .map((skip) => [
        issueCell(skip, redact, room),
        code(redact(skip.state ?? '')),
        skip.reason,
        prose(redact(skip.detail), room.characters),
    ]);
    const whole = withRest(table(['Issue', 'State', 'Reason', 'Why'], rows), skipped.length - rows.length);
    return `### Skipped\n\n${skipped.length > 20 ? details((0,format/* formatNumber */.ZV)(skipped.length, 'issue'), whole) : whole}`;
}
function withRest(markdown, left) {
    return left > 0 ? `${markdown}\n\n${left} more are not shown.` : markdown;
}
/** Into the list item above. */
function indent(markdown) {
    return markdown.replace(/^(?=.)/gm, '  ');
}

;// CONCATENATED MODULE: ./lib/report/report.js
/**
 * What a run leaves for people and programs: annotations, run record, outputs, job summary. All of it is synchronous:
 * a cancelled job has seconds, and a promise that nobody awaits is a file that isn't there.
 */











/** Reports a run's end. Never throws for a file that can't be written: that is a warning. */
function report(outcome, options) {
    annotateOutcome(outcome, options.log);
    return writeReport(outcome, options, true);
}
/** Writes everything again, without annotations, when something was learned after the report. */
function amendReport(outcome, options) {
    return writeReport(outcome, options, false);
}
/**
 * Reports an ending in which nothing was started because an input or the workflow file is wrong. The headline is our
 * own words; each problem becomes an error annotation.
 */
function reportFailure(failure, options) {
    const { commandFiles, log, redact } = options;
    for (const { message, annotation } of failure.problems)
        log.error(message, annotation);
    const messages = failure.problems.map(({ message }) => message);
    writeCommandFiles(commandFiles, {
        output: formatOutputs(emptyOutputs(failure.reason)),
        summary: formatShortSummary(failure.headline, messages, redact),
    }, { log, first: true });
    return { exitCode: 1, headline: failure.headline };
}
/** Reports a doctor's round: each problem is an annotation, everything is in the summary. */
function reportChecked(found, options) {
    const { commandFiles, log, redact } = options;
    const { name, problems, saidWarnings, facts, isStrict, isCancelled } = found;
    const errors = problems.filter(({ severity }) => severity === 'error');
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    for (const { message, annotation } of errors)
        log.error(message, annotation);
    for (const { message, annotation } of warnings)
        log.warning(message, annotation);
    for (const fact of facts)
        log.info(fact);
    const warningCount = warnings.length + saidWarnings.length;
    const counted = [
        errors.length === 0 ? 'no errors' : (0,format/* formatNumber */.ZV)(errors.length, 'error'),
        ...(warningCount === 0 ? [] : [(0,format/* formatNumber */.ZV)(warningCount, 'warning')]),
    ].join(', ');
    const strictly = isStrict && errors.length === 0 && warningCount > 0 ? ', and `strict` is set' : '';
    const headline = isCancelled
        ? `cancelled before ${name} was checked`
        : `${name} has ${counted}${strictly}; the doctor starts nothing`;
    const inSummary = [
        ...errors.map((problem) => `error: ${located(problem)}`),
        ...saidWarnings.map((message) => `warning: ${message}`),
        ...warnings.map((problem) => `warning: ${located(problem)}`),
        ...facts,
    ];
    writeCommandFiles(commandFiles, {
        output: formatOutputs(emptyOutputs(isCancelled ? 'cancelled' : 'checked')),
        summary: formatShortSummary(headline, inSummary, redact),
    }, { log, first: true });
    const failed = isCancelled || errors.length > 0 || (isStrict && warningCount > 0);
    return { exitCode: failed ? 1 : 0, headline };
}
function located({ message, annotation }) {
    const { file, line } = annotation ?? {};
    return file === undefined ? message : `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}
function writeReport(outcome, options, first) {
    const { log, redact, dryRun } = options;
    const headline = formatHeadline(outcome, dryRun);
    const recordPath = writeRecord(outcome, options);
    writeCommandFiles(options.commandFiles, {
        output: formatOutputs(createOutputs(outcome, {
            dryRun,
            redact,
            paths: { report: recordPath, sessions: options.sessionsPath },
        })),
        summary: formatSummary(outcome, { dryRun, recordPath, redact }),
    }, { log, first });
    if (first) {
        const why = outcome.detail ?? (nothingHappened(outcome) ? outcome.searched : undefined);
        if (why !== undefined)
            log.info(why);
        if (recordPath !== undefined)
            log.info(`run record: ${recordPath}`);
    }
    return { exitCode: decideExit(outcome, options.failOn), headline };
}
/** Writes `run.json` in one step, so that nobody ever reads half of it; its path, or undefined when it failed. */
function writeRecord(outcome, options) {
    const { recordPath, log, redact } = options;
    const temporary = `${recordPath}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(recordPath), { recursive: true });
        (0,external_node_fs_.writeFileSync)(temporary, `${JSON.stringify(createRecord(outcome, options, redact), null, 2)}\n`, {
            flag: 'wx',
            mode: 0o600,
        });
        (0,external_node_fs_.renameSync)(temporary, recordPath);
        return recordPath;
    }
    catch (error) {
        log.warning(`the run record could not be written: ${String(error)}`, { kind: 'report' });
        removeIfThere(temporary);
        return undefined;
    }
}
function removeIfThere(file) {
    try {
        (0,external_node_fs_.rmSync)(file, { force: true });
    }
    catch {
        // Where it can't be removed it could not be made either, and the warning has said so.
    }
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createStops),
/* harmony export */   s: () => (/* binding */ listenForSignals)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1503);
/** What ends a run from outside: the runner's signals and the time budget. */


/** Listens for SIGINT (a cancelled job) and SIGTERM. Without this, one that comes early would end us without outputs. */
function listenForSignals() {
    let first;
    let tell;
    function take(signal) {
        if (first !== undefined)
            return;
        first = signal;
        tell?.(signal);
    }
    process.on('SIGINT', take);
    process.on('SIGTERM', take);
    return {
        onFirst(callback) {
            tell = callback;
            if (first !== undefined)
                callback(first);
        },
        [Symbol.dispose]() {
            process.off('SIGINT', take);
            process.off('SIGTERM', take);
        },
    };
}
/** Room for `after_run`, transitions and the report: sessions end so long before the budget does, or at 90 % of it. */
const RESERVE_MS = 3 * 60_000;
/**
 * Turns the runner's signals into stops and starts the budget's clock.
 *
 * @param onShutdown called once, at the first signal, before anything is aborted
 */
function createStops(timeBudgetMs, interrupts, onShutdown) {
    const startedAt = performance.now();
    const sessions = new AbortController();
    const everything = new AbortController();
    // one listener per running process, and there may be a thousand
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, sessions.signal, everything.signal);
    let shutdownAt;
    function shutDown(signal) {
        shutdownAt = performance.now();
        onShutdown(signal);
        const request = new _stop_js__WEBPACK_IMPORTED_MODULE_1__/* .StopRequest */ .W('shutdown', `the runner sent ${signal}`);
        everything.abort(request);
        sessions.abort(request);
    }
    const softMs = Math.max(timeBudgetMs - RESERVE_MS, timeBudgetMs * 0.9);
    const overBudget = new _stop_js__WEBPACK_IMPORTED_MODULE_1__/* .StopRequest */ .W('time-budget', 'the time budget is used up');
    const timers = [
        setTimeout(() => sessions.abort(overBudget), softMs),
        setTimeout(() => everything.abort(overBudget), timeBudgetMs),
    ];
    interrupts.onFirst(shutDown);
    return {
        sessions: sessions.signal,
        everything: everything.signal,
        get shutdownAt() {
            return shutdownAt;
        },
        timeLeftMs: () => timeBudgetMs - (performance.now() - startedAt),
        [Symbol.dispose]() {
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}


/***/ }),

/***/ 1503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ stopKind),
/* harmony export */   W: () => (/* binding */ StopRequest)
/* harmony export */ });
/** The reason with which the run's signals are aborted. */
class StopRequest extends Error {
    name = 'StopRequest';
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}
/** The kind of stop that aborted this signal; undefined when it is not aborted or was aborted for another reason. */
function stopKind(signal) {
    return signal.reason instanceof StopRequest ? signal.reason.kind : undefined;
}


/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ agentSchema),
/* harmony export */   O: () => (/* binding */ argSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _limit_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7600);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8684);



const scalarArg = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]);
/** One value under `args`: a scalar, or a list of scalars. */
const argSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(scalarArg)]);
/** One entry of `agents`. */
const agentSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    runtime: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['codex', 'claude_code', 'command']).meta({
        description: 'The program: the Codex CLI, Claude Code, or any command of yours.',
        examples: ['codex'],
    }),
    model: _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().meta({
        description: 'Name of the model. Required for codex and claude_code; a command gets it as VIK_MODEL.',
        examples: ['gpt-5.5'],
    }),
    command: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .min(1)
        .optional()
        .meta({
        description: 'Program and arguments of `runtime: command`. A program with a `/` is looked for from the folder of this file, ' +
            'otherwise on PATH. The prompt is its standard input.',
        examples: [['./agent.sh', '--json']],
    }),
    args: zod__WEBPACK_IMPORTED_MODULE_2__/* .map */ .TjK(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), argSchema)
        .default(new Map())
        .meta({
        description: 'Flags of codex or claude_code, in order. `true` gives the bare flag, a list is joined by commas, ' +
            'a key that ends in `[]` repeats the flag for each item.',
        examples: [{ '--sandbox': 'workspace-write', '--config[]': ['model_reasoning_effort=high'] }],
    }),
    ..._limit_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .sessionLimits */ .$,
    version: _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().meta({
        description: 'Version of the program for codex and claude_code: exact or a semver range. When PATH does not have it, it is ' +
            "installed from npm into the runner's tool cache. Without it what is on PATH is used.",
        examples: ['0.169.0'],
    }),
    github_token: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(false)
        .meta({ description: 'Give this agent GH_TOKEN, the token of the Action.', examples: [true] }),
    env: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
        .default([])
        .meta({
        description: "Names of secret variables that it may see besides its provider's own.",
        examples: [['MY_PROXY_KEY']],
    }),
})
    .meta({
    allOf: [
        {
            if: { properties: { runtime: { const: 'command' } }, required: ['runtime'] },
            // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, not a promise
            then: { required: ['command'] },
            else: { required: ['model'] },
        },
    ],
});


/***/ }),

/***/ 9395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ callingWorkflowPath),
/* harmony export */   sN: () => (/* binding */ checkCallingWorkflow)
/* harmony export */ });
/* unused harmony export checkConcurrency */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _read_text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4752);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7369);




const MAX_BYTES = 1024 * 1024;
/** `checkConcurrency` for the GitHub workflow that runs this job. Undefined also when its file isn't checked out. */
async function checkCallingWorkflow(calling) {
    const path = callingWorkflowPath(calling);
    if (path === undefined)
        return undefined;
    const file = await (0,_read_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextFile */ .G)(path, MAX_BYTES);
    return file.kind === 'text' ? checkConcurrency(file.text, path, calling.job, calling.mode) : undefined;
}
/** Where the calling workflow's file is in the workspace; undefined when it belongs to another repository. */
function callingWorkflowPath(calling) {
    const { ref = '', repository, workspace } = calling;
    const [, owner, inside] = /^([^/]+\/[^/]+)\/(.+?\.ya?ml)@/.exec(ref) ?? [];
    if (inside === undefined || owner?.toLowerCase() !== repository?.toLowerCase())
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, inside);
    return path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace) + node_path__WEBPACK_IMPORTED_MODULE_0__.sep) ? path : undefined;
}
/**
 * Cron and label events overlap all the time: without `concurrency` at the top of the GitHub workflow, or on this
 * job, two runs work the same issues at once.
 *
 * @param text the calling workflow's file
 * @param job the id of this job; a job that the file doesn't have is one of a reusable workflow, so any job counts
 */
function checkConcurrency(text, file, job, mode) {
    const yaml = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYamlFile */ .B)(text);
    // GitHub itself started this job from that file: what we can't read in it says nothing.
    if (yaml.broken || !(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(yaml.root) || hasConcurrency(yaml.root, yaml))
        return undefined;
    const jobs = child(yaml.root, 'jobs', yaml);
    const ours = jobs && job !== undefined ? child(jobs.value, job, yaml) : undefined;
    const candidates = ours === undefined ? valuesOf(jobs?.value ?? null, yaml) : [ours.value];
    if (candidates.some((candidate) => hasConcurrency(candidate, yaml)))
        return undefined;
    const place = yaml.positionAt((ours ?? jobs)?.keyOffset ?? 0);
    const where = ours === undefined ? 'the top of this workflow' : `the top of this workflow or in the job \`${job}\``;
    return {
        severity: mode === 'doctor' ? 'error' : 'warning',
        code: 'no_concurrency',
        pointer: ours === undefined ? 'jobs' : `jobs.${job}`,
        message: `two runs of this workflow may work the same issues at once: write \`concurrency: { group: "vik-\${{ github.repository }}", cancel-in-progress: false }\` at ${where}`,
        file,
        ...place,
    };
}
function hasConcurrency(node, yaml) {
    const value = child(node, 'concurrency', yaml)?.value ?? null;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value) ? value.value !== null && value.value !== '' : value !== null;
}
function child(node, name, yaml) {
    for (const { key, value } of pairs(node)) {
        if ((0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .keyText */ .P)(yaml.follow(key)) === name)
            return { value: yaml.follow(value), keyOffset: key.range[0] };
    }
    return undefined;
}
function valuesOf(node, yaml) {
    return pairs(node).map(({ value }) => yaml.follow(value));
}
function pairs(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node) ? node.items : [];
}


/***/ }),

/***/ 4146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ sortDiagnostics),
/* harmony export */   hw: () => (/* binding */ formatMessage)
/* harmony export */ });
/* unused harmony exports formatDiagnostic, diagnosticsToJson */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** `workflow.yml:12:7 error message [code]`, the path relative to `cwd` where it is below it. */
function formatDiagnostic(diagnostic, cwd) {
    const { line, column, severity } = diagnostic;
    const { message, annotation } = formatMessage(diagnostic, cwd);
    return `${annotation.file}:${line}:${column} ${severity} ${message}`;
}
/** The message with its code, and its place for an annotation: the path relative to `workspace` where it is in it. */
function formatMessage({ file, line, column, message, code, }, workspace) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, file);
    const shown = path === '' || path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) ? file : path;
    return { message: `${message} [${code}]`, annotation: { file: shown, line, column } };
}
/** What a loading found, as `vik doctor --json` prints it: `{ "errors": [...], "warnings": [...] }`. */
function diagnosticsToJson(found) {
    return JSON.stringify({ errors: found.errors ?? [], warnings: found.warnings }, null, 2);
}
/**
 * The findings in the order in which a reader meets them, the workflow file before prompt files; what several
 * aliases of one YAML anchor (or stages with one prompt file) have in common is said once.
 */
function sortDiagnostics(found, workflowFile) {
    const distinct = new Map();
    for (const finding of found) {
        const { code, file, line, column, message } = finding;
        const key = JSON.stringify([code, file, line, column, message]);
        if (!distinct.has(key))
            distinct.set(key, finding);
    }
    return [...distinct.values()].sort((a, b) => Number(a.file !== workflowFile) - Number(b.file !== workflowFile) ||
        (a.file < b.file ? -1 : Number(a.file > b.file)) ||
        a.line - b.line ||
        a.column - b.column);
}


/***/ }),

/***/ 9542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ expectSchema),
/* harmony export */   T: () => (/* binding */ EXPECTATION_WORDS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);


/** What a stage may expect by a word alone. */
const EXPECTATION_WORDS = [
    'state_changed',
    'comment',
    'commits',
    'pull_request',
    'clean_worktree',
];
const outputSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    output: _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.meta({
        description: 'A regular expression of JavaScript, with the flag `u`, that the last message of the agent must match.',
        examples: ['(?i:all tests pass)'],
    }),
})
    .meta({
    description: "A condition on the agent's last message.",
    examples: [{ output: '(?i:all tests pass)' }],
});
/** `expect` of a stage. */
const expectSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(EXPECTATION_WORDS), outputSchema]).meta({
    description: 'One thing that must be true.',
    examples: ['state_changed', { output: '(?i:all tests pass)' }],
}))
    .default([])
    .meta({
    description: 'What must be true after a session that completed, or the stage run is failed. Checked after `after_run`, ' +
        'compared with what was there before the session.',
    examples: [['state_changed', 'commits']],
});


/***/ }),

/***/ 7617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ githubDefaults),
/* harmony export */   W: () => (/* binding */ intakeSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);


const logins = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq);
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    labelers: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['write', 'triage', 'any']), logins])
        .default('write')
        .meta({
        description: 'Who may start work by setting a state label: everybody with at least this permission, anybody, or these logins.',
        examples: ['write', ['octocat']],
    }),
    bots: logins.default([]).meta({
        description: "Apps whose labels and edits count as a person's, without `[bot]`.",
        examples: [['my-triage-app']],
    }),
    authors: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('any'),
        zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([
            'OWNER',
            'MEMBER',
            'COLLABORATOR',
            'CONTRIBUTOR',
            'FIRST_TIME_CONTRIBUTOR',
            'FIRST_TIMER',
            'MANNEQUIN',
            'NONE',
        ])),
    ])
        .default('any')
        .meta({
        description: 'Who must have written the issue: anybody, or somebody with one of these associations.',
        examples: ['any', ['OWNER', 'MEMBER', 'COLLABORATOR']],
    }),
    edits: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['refuse', 'allow'])
        .default('refuse')
        .meta({
        description: 'What an edit of the text after the label means: the issue is refused, or nothing.',
        examples: ['refuse'],
    }),
})
    .meta({ description: 'Whose label is an approval.', examples: [{ labelers: 'write', edits: 'refuse' }] });
const githubSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)
        .default([])
        .meta({ description: 'Labels that an issue must all have.', examples: [['vik']] }),
    exclude_labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)
        .default([])
        .meta({ description: 'An issue with any of these labels is left alone.', examples: [['blocked']] }),
    state_prefix: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .default('')
        .meta({
        description: 'With `vik:` the label `vik:todo` gives the state `todo`.',
        examples: ['vik:'],
    }),
    sort: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['created-asc', 'created-desc', 'updated-asc', 'updated-desc'])
        .default('created-asc')
        .meta({ description: 'In which order issues are offered.', examples: ['created-asc'] }),
    limit: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()
        .min(1)
        .default(1000)
        .meta({ description: 'Most issues taken from one pull.', examples: [1000] }),
    idle_sec: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .min(1)
        .default(60)
        .meta({ description: 'Least seconds between two pulls.', examples: [60] }),
    trust: trustSchema.prefault({}),
    sanitize: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(true)
        .meta({
        description: 'Remove hidden text (comments, invisible characters, hidden attributes) from title and description.',
        examples: [true],
    }),
})
    .meta({
    description: 'Issues of the repository, their state given by labels.',
    examples: [{ labels: ['vik'] }],
});
const pullSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    command: _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.meta({
        description: 'Shell command, run in the folder of this file, that prints the issues as one JSON array.',
        examples: ['./scripts/issues-json'],
    }),
    idle_sec: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .min(1)
        .default(5)
        .meta({ description: 'Least seconds between two pulls.', examples: [5] }),
    timeout_sec: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .positive()
        .default(60)
        .meta({ description: 'Time limit of the command in seconds.', examples: [60] }),
})
    .meta({ description: 'Issues that a command prints.', examples: [{ command: './scripts/issues-json' }] });
/** `issues`: where issues come from. */
const intakeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pull: pullSchema.optional(), github: githubSchema.optional() }).meta({
    description: 'Where issues come from: `pull` or `github`, not both. Neither means `github` with its defaults.',
    examples: [{ github: { labels: ['vik'] } }],
    not: { required: ['pull', 'github'] },
});
/** `issues.github` as it is when nothing is written. */
const githubDefaults = githubSchema.parse({});


/***/ }),

/***/ 7600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sessionLimits),
/* harmony export */   s: () => (/* binding */ pricesSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

/** Limits of a session that stand in a profile and, where they win, in a stage. Without a default, so that a stage can leave one to its profile. */
const sessionLimits = {
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .positive()
        .optional()
        .meta({
        description: 'Wall clock of one session in minutes; fractions are allowed. Default: 60.',
        examples: [60],
    }),
    stall_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .min(0)
        .optional()
        .meta({
        description: 'A session without a sign of life for so many minutes is ended; 0 turns it off. Default: 30.',
        examples: [30],
    }),
    exit_grace_sec: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .min(0)
        .optional()
        .meta({
        description: 'Seconds that the program has to exit after its last word. Default: 60.',
        examples: [60],
    }),
    max_cost_usd: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .positive()
        .optional()
        .meta({
        description: 'What one session may cost, in US dollars; above it the session is ended and failed (`budget`). ' +
            'Codex needs the price of its model in `prices`.',
        examples: [2.5],
    }),
    max_output_tokens: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .min(1)
        .optional()
        .meta({
        description: 'How many tokens the model may write in one session; above it the session is ended and failed (`budget`).',
        examples: [50_000],
    }),
};
const price = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0);
/** Dollars per million tokens, by model. */
const pricesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .map */ .TjK(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    input: price.meta({ description: 'Dollars per million input tokens.', examples: [1.25] }),
    cached_input: price.meta({
        description: 'Dollars per million input tokens read from the cache.',
        examples: [0.125],
    }),
    output: price.meta({ description: 'Dollars per million output tokens.', examples: [10] }),
}))
    .default(new Map())
    .meta({
    description: 'Prices by model, in dollars per million tokens. Codex prints no cost: with its model here the cost is computed, ' +
        'otherwise it is unknown. Claude Code and commands print their own.',
    examples: [{ 'gpt-5.5': { input: 1.25, cached_input: 0.125, output: 10 } }],
});


/***/ }),

/***/ 9837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ findCheckout),
/* harmony export */   N: () => (/* binding */ readPromptFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _read_text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4752);



/** More than any model reads; Codex takes 1,048,576 characters. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * Reads a prompt file, which must lie inside the checkout when symbolic links are resolved: elsewhere may be what
 * other jobs or agents wrote.
 *
 * @param path absolute
 * @param checkout the real path of the folder that it must be in
 */
async function readPromptFile(path, checkout) {
    const real = await realPathOf(path);
    if (real !== undefined && !isInside(real, checkout)) {
        const reason = `is outside the checkout (${checkout}): move it in, agents may write elsewhere`;
        return { kind: 'refused', code: 'prompt_file_outside', reason };
    }
    // The real path, so that what is read is what was checked. A missing file gives its reason.
    const file = await (0,_read_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextFile */ .G)(real ?? path, MAX_BYTES);
    if (file.kind === 'unreadable')
        return { kind: 'refused', code: 'prompt_file_missing', reason: file.reason };
    if (file.text.trim() === '') {
        return { kind: 'refused', code: 'empty_str', reason: 'is empty: write what the agent is to do' };
    }
    return { kind: 'read', path, text: file.text };
}
/** The real path of the nearest folder upwards with a `.git` in it, or of `dir` itself. */
async function findCheckout(dir) {
    const start = (await realPathOf(dir)) ?? dir;
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
            return folder;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return start;
    }
}
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
async function realPathOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch {
        // Missing or a broken link: reading it says which.
        return undefined;
    }
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readTextFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** Reads a whole file of text, without a byte order mark; never more than `maxBytes`, never from a device or a pipe. */
async function readTextFile(path, maxBytes) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (stats.isDirectory())
            return unreadable('is a folder, expected a file');
        if (!stats.isFile())
            return unreadable('is not a regular file');
        if (stats.size > maxBytes)
            return unreadable(`has ${stats.size} bytes, at most ${maxBytes} are read`);
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path)) };
    }
    catch (error) {
        return unreadable(reasonOf(error));
    }
}
function unreadable(reason) {
    return { kind: 'unreadable', reason };
}
function reasonOf(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    switch (code) {
        case 'ENOENT':
            return 'does not exist';
        case 'ENOTDIR':
            return 'does not exist: a part of its path is a file';
        case 'EACCES':
        case 'EPERM':
            return 'may not be read';
        case 'ELOOP':
            return 'is a link in a circle';
        case 'ERR_ENCODING_INVALID_ENCODED_DATA':
            return 'is not valid UTF-8';
        default:
            return `can't be read: ${error instanceof Error ? error.message : String(error)}`;
    }
}


/***/ }),

/***/ 5476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ objectOption),
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   oA: () => (/* binding */ unwrap),
/* harmony export */   qv: () => (/* binding */ isNothing)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7369);



/** Aliases may multiply what is written; nobody writes so many values. */
const MAX_VALUES = 100_000;
/**
 * Reads the values that a schema knows out of a YAML file, led by the schema: unknown keys are not entered, nothing
 * written means an empty section or an absent value, and a number where a text belongs is taken as written (as vik
 * does: `state: 1` is the state "1").
 */
function readValues(file, schema) {
    const places = new Map();
    const unknownKeys = [];
    const complexKeys = [];
    let budget = MAX_VALUES;
    const read = (written, path, at, keyOffset) => {
        budget -= 1;
        if (budget < 0)
            return undefined;
        const node = file.follow(written);
        const valueOffset = isNothing(node) ? keyOffset : (written?.range[0] ?? keyOffset);
        places.set(placeKey(path), { path, schema: at, node, keyOffset, valueOffset });
        const inner = unwrap(at);
        if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH && (isNothing(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)))
            return readObject(node, path, inner);
        const object = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? objectOption(inner) : undefined;
        if (object !== undefined)
            return readObject(node, path, object);
        if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodMap */ .UtG && (isNothing(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)))
            return readMap(node, path, inner);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            const array = listOption(inner);
            if (array === undefined)
                return WRONG_KIND;
            return node.items.map((item, index) => read(item, [...path, index], array.element, item.range[0]) ?? null);
        }
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            return isNothing(node) ? undefined : WRONG_KIND;
        if (typeof node.value === 'number' && takesText(inner))
            return node.source;
        return node.value ?? undefined;
    };
    const readObject = (node, path, inner) => {
        const shape = inner.shape;
        const known = Object.keys(shape);
        const values = [];
        for (const { name, key, value } of entries(node, path)) {
            const child = Object.hasOwn(shape, name) ? shape[name] : undefined;
            if (child === undefined) {
                unknownKeys.push({ path: [...path, name], keyOffset: key.range[0], known });
                continue;
            }
            const childValue = read(value, [...path, name], child, key.range[0]);
            if (childValue !== undefined)
                values.push([name, childValue]);
        }
        return Object.fromEntries(values);
    };
    const readMap = (node, path, inner) => {
        const values = new Map();
        for (const { name, key, value } of entries(node, path)) {
            values.set(name, read(value, [...path, name], inner.valueType, key.range[0]) ?? null);
        }
        return values;
    };
    const entries = (node, path) => {
        const found = new Map();
        for (const { key, value } of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items : []) {
            const name = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .keyText */ .P)(file.follow(key));
            if (name === undefined)
                complexKeys.push({ path, offset: key.range[0] });
            else if (!found.has(name))
                found.set(name, { name, key, value });
        }
        return [...found.values()];
    };
    const value = read(file.root, [], schema, 0);
    return {
        value,
        placeOf: (path) => places.get(placeKey(path)),
        unknownKeys,
        complexKeys,
        exhausted: budget < 0,
    };
}
/** What a list or a map is read as where the schema has neither: no schema accepts it. */
const WRONG_KIND = Symbol('wrong kind');
/** The schema without what only says that a value may be absent. */
function unwrap(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodNullable */ .l1C ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodPrefault */ .xgV) {
        return unwrap(schema.unwrap());
    }
    return schema;
}
function listOption(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return schema;
    if (!(schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7))
        return undefined;
    return schema.options.find((option) => option instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA);
}
/** The map that a union takes, if it takes one. */
function objectOption(schema) {
    if (!(schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7))
        return undefined;
    return schema.options.find((option) => option instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH);
}
function takesText(schema) {
    return (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodString */ .NDH ||
        (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7 && schema.options.some((option) => takesText(option))));
}
/** Nothing is written there: `key:`, `key: null`, `key: ~`. */
function isNothing(node) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
}
function placeKey(path) {
    return JSON.stringify(path.map(String));
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   cK: () => (/* binding */ hookBody),
/* harmony export */   xz: () => (/* binding */ hookSeconds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

/** A text with at least one character that is not white space. */
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/\S/);
/** A shell program. An empty one is allowed: it does nothing. */
const hookBody = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
/** The time limit of hooks, in seconds. */
const hookSeconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
    .positive()
    .default(300)
    .meta({ description: 'Time limit of each of these hooks in seconds.', examples: [300] });


/***/ }),

/***/ 1602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ workflowSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1137);
/* harmony import */ var _agent_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2902);
/* harmony import */ var _expect_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9542);
/* harmony import */ var _intake_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7617);
/* harmony import */ var _limit_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7600);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8684);






const loopSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    max_issue_concurrency: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .default(10)
        .meta({
        description: 'Distinct issues that may be active at once. Stages of one issue do not count.',
        examples: [10],
    }),
    max_iterations: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .optional()
        .meta({
        description: 'At most this many pulls in one job. Without it the run goes on until it is drained.',
        examples: [3],
    }),
    max_runs_per_issue: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .default(5)
        .meta({
        description: 'Sessions of one issue in one job, retries included. Guards the bill.',
        examples: [5],
    }),
    max_cost_usd: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()
        .positive()
        .optional()
        .meta({
        description: 'What the sessions of one job may cost together, in US dollars. Once reached, no further session starts; ' +
            'those that run go on to their own limits. What has no known cost does not count.',
        examples: [25],
    }),
    wait_ms: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
        .min(1)
        .default(5000)
        .meta({
        description: 'Accepted so that files written for vik load unchanged. Not used here.',
        examples: [5000],
    }),
})
    .meta({ description: 'Limits of one run.', examples: [{ max_issue_concurrency: 3 }] });
const workspaceSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    root: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: 'Folder for workspaces, transcripts and the run record, from the folder of this file; `~` expands. ' +
            'Default: $VIK_HOME, else $RUNNER_TEMP/vik on GitHub-hosted runners, else ~/.vik.',
        examples: ['.vik'],
    }),
})
    .meta({ description: 'Where the run keeps its files.', examples: [{ root: '.vik' }] });
const transitionSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    state: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: "The issue's new state: its label is added, then the old state's label removed.",
        examples: ['work'],
    }),
    add_labels: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)
        .default([])
        .meta({ description: 'Labels to add besides the state.', examples: [['planned']] }),
    remove_labels: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)
        .default([])
        .meta({ description: 'Labels to remove besides the state.', examples: [['needs-triage']] }),
});
const stageSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    when: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        state: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.meta({
            description: 'The state that the stage matches, exactly and case-sensitively.',
            examples: ['todo'],
        }),
    })
        .meta({ description: 'Which issues the stage works.', examples: [{ state: 'todo' }] }),
    agent: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.meta({
        description: 'Name of the agent profile (a key of `agents`) that works the stage.',
        examples: ['coder'],
    }),
    prompt_file: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: 'File with the prompt template, from the folder of this file; inside the checkout. Instead of `prompt`.',
        examples: ['prompts/plan.md'],
    }),
    prompt: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: 'The prompt template itself. Instead of `prompt_file`.',
        examples: ['Plan issue {{ issue.id }}: {{ issue.title }}'],
    }),
    ..._limit_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionLimits */ .$,
    hooks: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        before_run: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .hookBody */ .cK.optional().meta({
            description: 'Shell program run before the session. Its failure fails the stage.',
            examples: ['git status --short'],
        }),
        after_run: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .hookBody */ .cK.optional().meta({
            description: 'Shell program run after the session, unless the runner cancelled the job.',
            examples: ['git push origin HEAD'],
        }),
        timeout_sec: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .hookSeconds */ .xz,
    })
        .prefault({})
        .meta({ description: "The stage's hooks.", examples: [{ before_run: 'git status --short' }] }),
    retry: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        max_attempts: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
            .min(1)
            .default(1)
            .meta({
            description: 'Attempts in one job, the first included. Only agent failures and time limits are tried again.',
            examples: [2],
        }),
        backoff_sec: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()
            .min(0)
            .default(10)
            .meta({
            description: 'Wait before the second attempt in seconds; doubles each time, at most 300.',
            examples: [10],
        }),
    })
        .prefault({})
        .meta({ description: 'Further attempts within this job.', examples: [{ max_attempts: 2 }] }),
    expect: _expect_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .expectSchema */ .N,
    on_start: transitionSchema.optional().meta({
        description: 'What is done to the labels when the stage starts. GitHub intake only.',
        examples: [{ state: 'planning' }],
    }),
    on_success: transitionSchema.optional().meta({
        description: 'What is done to the labels when the stage completed. GitHub intake only.',
        examples: [{ state: 'work' }],
    }),
    on_failure: transitionSchema.optional().meta({
        description: 'What is done to the labels when the agent failed or ran into a limit. GitHub intake only.',
        examples: [{ state: 'blocked' }],
    }),
})
    .meta({ oneOf: [{ required: ['prompt_file'] }, { required: ['prompt'] }] });
/** The shape of a workflow file. What several keys say together is checked elsewhere (`check-workflow.ts`). */
const workflowSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    loop: loopSchema.prefault({}),
    workspace: workspaceSchema.prefault({}),
    agents: zod__WEBPACK_IMPORTED_MODULE_5__/* .map */ .TjK(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), _agent_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .agentSchema */ .J)
        .min(1)
        .meta({
        description: 'Agent profiles by name, at least one.',
        examples: [
            { coder: { runtime: 'codex', model: 'gpt-5.5', args: { '--sandbox': 'workspace-write' } } },
        ],
    }),
    prices: _limit_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .pricesSchema */ .s,
    issues: _intake_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .intakeSchema */ .W.prefault({}),
    issue: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        hooks: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            after_create: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .hookBody */ .cK.optional().meta({
                description: "Shell program run once, in an issue's new workspace.",
                examples: ['git clone --depth 1 "$GITHUB_SERVER_URL/$VIK_REPOSITORY" .'],
            }),
            timeout_sec: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .hookSeconds */ .xz,
        })
            .prefault({})
            .meta({ description: 'Hooks of every issue.', examples: [{ after_create: 'git init' }] }),
        stages: zod__WEBPACK_IMPORTED_MODULE_5__/* .map */ .TjK(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), stageSchema)
            .min(1)
            .meta({
            description: 'Stages by name, in the order in which they start. At least one.',
            examples: [{ plan: { when: { state: 'todo' }, agent: 'coder', prompt_file: 'prompts/plan.md' } }],
        }),
    })
        .meta({
        description: 'What is done with an issue.',
        examples: [{ stages: { plan: { when: { state: 'todo' }, agent: 'coder', prompt: 'Plan it.' } } }],
    }),
})
    .meta({
    title: 'Vik workflow',
    description: 'Which issue state is worked by which coding agent with which prompt.',
});


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseYamlFile),
/* harmony export */   P: () => (/* binding */ keyText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** A file with hundreds of errors is one mistake; the first ones say which. */
const MAX_SYNTAX_ERRORS = 20;
/**
 * Reads one YAML 1.2 document. Aliases work, merge keys don't (neither do they in vik). Duplicate keys are compared
 * by their text, so that `1:` and `"1":` are the same stage.
 */
function parseYamlFile(source) {
    const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
    const problems = [...document.errors, ...document.warnings];
    const exhausted = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    const syntax = (exhausted === undefined ? problems : [exhausted]).map(({ code, message, pos }) => ({
        code: 'yaml_syntax',
        path: [],
        message: `${SYNTAX_HINTS[code] ?? lowerFirst(message)}`,
        offset: pos[0],
    }));
    const scanned = scan(syntax.length === 0 ? document.contents : null);
    const follow = (node) => node !== null && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? (scanned.targets.get(node) ?? null) : node;
    const findings = [...syntax, ...scanned.findings];
    return {
        text,
        root: follow(document.contents),
        follow,
        positionAt(offset) {
            const { line, col } = lines.linePos(Math.min(offset, text.length));
            // The counter has no line before the first character of an empty text.
            return line === 0 ? { line: 1, column: 1 } : { line, column: col };
        },
        findings: findings.slice(0, MAX_SYNTAX_ERRORS),
        broken: findings.some(({ code }) => code === 'yaml_syntax'),
    };
}
const SYNTAX_HINTS = {
    MULTIPLE_DOCS: 'a second YAML document begins here (`---`): a workflow file is one document, remove the rest',
    RESOURCE_EXHAUSTION: 'the YAML is nested too deeply',
    TAB_AS_INDENT: 'a tab is used as indentation: YAML wants spaces',
    TAG_RESOLVE_FAILED: 'a tag (`!name`) that nobody here knows: write the value itself, or put the text in quotes',
};
/** One walk in the order of the text: what each alias stands for, and keys that are given twice. */
function scan(contents) {
    const anchors = new Map();
    const targets = new Map();
    const findings = [];
    const walk = (node, path) => {
        if (node === null)
            return;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) {
            const target = anchors.get(node.source);
            if (target !== undefined)
                targets.set(node, target);
            else {
                const message = `the alias \`*${node.source}\` has no anchor \`&${node.source}\` before it`;
                findings.push({ code: 'yaml_syntax', path, message, offset: node.range[0] });
            }
            return;
        }
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            for (const [index, item] of node.items.entries())
                walk(item, [...path, String(index)]);
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const seen = new Set();
            for (const { key, value } of node.items) {
                walk(key, path);
                const name = keyText((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(key) ? (targets.get(key) ?? null) : key);
                const keyPath = name === undefined ? path : [...path, name];
                if (name !== undefined && seen.has(name)) {
                    const message = `\`${keyPath.join('.')}\` is given twice: keep one of them`;
                    findings.push({ code: 'duplicate_key', path: keyPath, message, offset: key.range[0] });
                }
                if (name !== undefined)
                    seen.add(name);
                walk(value, keyPath);
            }
        }
    };
    walk(contents, []);
    return { targets, findings };
}
/** A key as its author wrote it, also one that YAML reads as a number; undefined for a map or a list as a key. */
function keyText(key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}
function lowerFirst(message) {
    return message.charAt(0).toLowerCase() + message.slice(1);
}


/***/ })

};

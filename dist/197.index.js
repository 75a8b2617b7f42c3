export const id = 197;
export const ids = [197];
export const modules = {

/***/ 995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ collectSecretValues),
/* harmony export */   j: () => (/* binding */ createEnvironments)
/* harmony export */ });
/* harmony import */ var _git_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3988);
/* harmony import */ var _git_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3240);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6440);
/* harmony import */ var _withheld_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2198);




/** Builds environments by the table in the design's page on trust. Pure. */
function createEnvironments(options) {
    const { variables, repository } = options;
    const all = Object.entries(variables);
    const passing = all.filter(([name]) => !(0,_withheld_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithheld */ .Y)(name) && !GIT_CONFIG.test(name));
    const ordinary = passing.filter(([name, value]) => !(0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(name, value));
    const secrets = passing.filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(name, value));
    const jobGit = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitSettings */ .Ug)(variables);
    const common = {
        ...serverHost(options.serverUrl),
        GH_REPO: repository,
        VIK_REPOSITORY: repository,
        VIK_WORKSPACE_ROOT: options.workspaceRoot,
        VIK_WORKFLOW_PATH: options.workflowPath,
    };
    const identity = (folder) => (0,_git_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .identityVariables */ .o)(variables, options.hasGitIdentity(folder));
    // What every start has in common is put together once: a job has a hundred variables and more.
    const repositoryBase = {
        GIT_ALLOW_PROTOCOL: _git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .PROTOCOLS */ .yv,
        ...Object.fromEntries(passing),
        ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitVariables */ .yQ)([..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_PROGRAMS */ .EM, ...jobGit, ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .serverAccess */ .Mj)(options.serverUrl), ..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .SAFE_FOLDER */ .nF]),
        ...tokenVariables(options),
        ...common,
    };
    const agentBases = new Map();
    const agentBase = (profile) => {
        const known = agentBases.get(profile);
        if (known !== undefined)
            return known;
        const granted = secrets.filter(([name]) => isOwn(profile.runtime, name) || profile.env.includes(name));
        const base = {
            ...Object.fromEntries(ordinary),
            ...Object.fromEntries(granted),
            ...(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitVariables */ .yQ)([...jobGit.filter((setting) => !(0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretSetting */ .dZ)(setting)), ..._git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .SAFE_FOLDER */ .nF]),
            ...(profile.githubToken ? tokenVariables(options) : {}),
            ...common,
        };
        agentBases.set(profile, base);
        return base;
    };
    return {
        forHook: (facts) => ({ ...repositoryBase, ...identity(facts.workdir), ...issueVariables(facts) }),
        forPull: () => ({ ...repositoryBase, ...identity(undefined) }),
        forAgent: (profile, facts) => ({
            ...agentBase(profile),
            ...identity(facts.workdir),
            ...issueVariables(facts),
        }),
        templateEnv: Object.freeze(Object.fromEntries(ordinary)),
        secretNames: all
            .filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(name, value))
            .map(([name]) => name)
            .sort(),
    };
}
/** Git's numbered settings: merged with ours and numbered anew, never passed as they stand. */
const GIT_CONFIG = /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$/;
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
        .filter(([name, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecret */ .$f)(name, value))
        .flatMap(([, value]) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretTexts */ .Vh)(value));
    const settings = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .gitSettings */ .Ug)(variables)
        .filter(_git_config_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretSetting */ .dZ)
        .flatMap(({ value }) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretTexts */ .Vh)(value));
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
    { key: 'core.alternateRefsCommand', value: 'false' },
    // a template's settings and hooks become those of every clone
    { key: 'init.templateDir', value: '' },
    // git cleans up after a commit, with the help of `gc.recentObjectsHook`, of which there may be several
    { key: 'gc.auto', value: '0' },
    { key: 'maintenance.auto', value: 'false' },
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
/* harmony import */ var _parse_git_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2374);
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
        for (const key of keysIn(file))
            found.add(key);
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
/** The keys that a file of git's settings gives a value. */
function keysIn(file) {
    // Most of these files don't exist: asking first is cheaper than an error each, before every start.
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return [];
    try {
        const settings = (0,_parse_git_config_js__WEBPACK_IMPORTED_MODULE_5__/* .parseGitConfig */ .m)((0,_process_plain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readPlainFile */ .b$)(file, MAX_FILE_BYTES));
        return settings.filter(({ value }) => value !== '').map(({ key }) => key);
    }
    catch {
        // One that can't be read can't be read by git either, and what is no file was put there by an agent.
        return [];
    }
}


/***/ }),

/***/ 2374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseGitConfig)
/* harmony export */ });
/** As in https://git-scm.com/docs/git-config#_syntax; keys as git prints them, with the case of subsections kept. */
function parseGitConfig(text) {
    const settings = [];
    let section = '';
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index += 1) {
        const line = index + 1;
        let rest = lines[index] ?? '';
        const header = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(rest);
        if (header?.[1] !== undefined) {
            const subsection = header[2]?.replace(/\\(.)/g, '$1');
            section = `${header[1].toLowerCase()}${subsection === undefined ? '' : `.${subsection}`}.`;
            rest = rest.slice(header[0].length);
        }
        const entry = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*(.*))?$/s.exec(rest);
        if (entry?.[1] === undefined || section === '')
            continue;
        // piece by piece: an agent may have written a value of a hundred thousand lines
        const pieces = [entry[2] ?? ''];
        while (isContinued(pieces.at(-1) ?? '') && index + 1 < lines.length) {
            index += 1;
            pieces.push(lines[index] ?? '');
        }
        const value = pieces.map((piece) => (isContinued(piece) ? piece.slice(0, -1) : piece)).join('');
        settings.push({ key: `${section}${entry[1].toLowerCase()}`, value: unquote(value), line });
    }
    return settings;
}
/** Ends in a backslash that no other one escapes. */
function isContinued(line) {
    let backslashes = 0;
    while (line[line.length - 1 - backslashes] === '\\')
        backslashes += 1;
    return backslashes % 2 === 1;
}
/** Quotes taken off, escapes resolved, a comment at the end removed. */
function unquote(written) {
    let value = '';
    let isQuoted = false;
    for (const [token] of written.matchAll(/\\.|./gsu)) {
        if (token === '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (token === '#' || token === ';'))
            return value.trimEnd();
        else
            value += token.length > 1 && token.startsWith('\\') ? (ESCAPES[token] ?? token.slice(1)) : token;
    }
    return value.trimEnd();
}
const ESCAPES = { '\\n': '\n', '\\t': '\t', '\\b': '\b' };


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

/***/ 2198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ isWithheld)
/* harmony export */ });
/** Variables that no child process gets, whatever the workflow file says. */
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
/** Whether a variable is the runner's own, or one that makes a program run something else. */
function isWithheld(name) {
    return WITHHELD_NAMES.includes(name) || WITHHELD_PREFIXES.some((prefix) => name.startsWith(prefix));
}


/***/ }),

/***/ 646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7428);
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
    const apiUrl = withoutTrailingSlash(given('GITHUB_API_URL') ?? 'https://api.github.com');
    const event = readIssueEvent(given('GITHUB_EVENT_NAME'), given('GITHUB_EVENT_PATH'));
    return Object.freeze({
        variables: Object.freeze(variables),
        workspace: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, given('GITHUB_WORKSPACE') ?? '.'),
        repository,
        serverUrl,
        apiUrl,
        // never another server than that of the API, which would get our token; `/api/v3` on an Enterprise Server
        graphqlUrl: withoutTrailingSlash(given('GITHUB_GRAPHQL_URL') ?? `${apiUrl.replace(/\/v3$/, '')}/graphql`),
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
        workflowPath: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(data.workflow) ? data.workflow : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.workspace, data.workflow),
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
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^\d{1,9}$/, 'a whole number of at least 1')
    .transform(Number)
    .refine((value) => value >= 1, 'a whole number of at least 1');
const minutes = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^(\d{1,9}(\.\d{1,9})?|\.\d{1,9})$/, `a number of minutes above 0 and up to ${MAX_MINUTES}`)
    .transform(Number)
    .refine((value) => value > 0 && value <= MAX_MINUTES, `a number of minutes above 0 and up to ${MAX_MINUTES}`);
// The booleans of YAML 1.2's core schema, as in the toolkit's getBooleanInput.
const boolean = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], '`true` or `false`')
    .transform((text) => text.toLowerCase() === 'true');
/** `owner/name` as GitHub allows it. */
const repositoryName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]*)\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, '`owner/name`');
const inputSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    workflow: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default('workflow.yml'),
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['run', 'doctor'], '`run` or `doctor`').default('run'),
    repository: repositoryName.optional(),
    'dry-run': boolean.default(false),
    strict: boolean.default(false),
    'max-issue-concurrency': count.optional(),
    'max-iterations': count.optional(),
    'time-budget-minutes': minutes.default(340),
    'fail-on': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['session-failure', 'never'], '`session-failure` or `never`').default('session-failure'),
});
const ISSUE_ACTIONS = ['labeled', 'unlabeled', 'opened', 'reopened', 'edited'];
const issueEvent = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    issue: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional() }),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
});
/** The issue of an `issues` event; the listing may lag behind the event, so the issue is read by its number. */
function readIssueEvent(eventName, eventPath) {
    if (eventName !== 'issues' || eventPath === undefined)
        return { issue: undefined, warnings: [] };
    try {
        const event = issueEvent.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(eventPath, 'utf8')));
        if (!ISSUE_ACTIONS.includes(event.action) || event.issue.pull_request !== undefined) {
            return { issue: undefined, warnings: [] };
        }
        return {
            issue: Object.freeze({ number: event.issue.number, repository: event.repository.full_name }),
            warnings: [],
        };
    }
    catch (error) {
        const why = error instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodError */ .G ? zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(error) : String(error);
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


/***/ }),

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MO: () => (/* binding */ showsColours),
/* harmony export */   hM: () => (/* binding */ createLog),
/* harmony export */   t4: () => (/* binding */ located)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2523);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8568);
/**
 * The run's log. Every line goes through one function that makes its text harmless: the runner acts on `::x::` at the
 * start of a line and on `##[x]` anywhere in it, and a carriage return or an escape sequence would let issue text or an
 * agent fake or hide lines.
 *
 * The runner's commands are written here rather than with @actions/core, which loads an HTTP client of 1 MB with them;
 * a test holds the two to the same bytes.
 */


/** GitHub shows at most 10 annotations of a level for a step. */
const MAX_ANNOTATIONS = 10;
/** Makes the log of a job. */
function createLog({ redact, debug, write = _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .writeToStdout */ .wA, elapsedMs, colours = false, annotations = true, }) {
    const counts = new Map();
    const paint = colours ? inColour : (text) => text;
    /** A line that is no command of the runner. Colours come last: cleaning has removed those of everybody else. */
    const writeLine = (label, text, code) => {
        const clock = elapsedMs === undefined ? '' : `${paint(formatClock(elapsedMs()), QUIET)}  `;
        write(`${clock}${label.aligned}${code === undefined ? text : paint(text, code)}\n`);
    };
    const clean = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactToPlainText */ .A$)(redact);
    const cleanLines = (text) => text
        .split(/\r\n?|\n/)
        .map(clean)
        .filter((line, index) => index === 0 || line !== '')
        // Indented, so that no line of an outside text stands where ours begin.
        .join('\n  ');
    const annotate = (level, label, message, at) => {
        const kind = `${level} ${at.kind ?? ''}`;
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (!annotations || count > MAX_ANNOTATIONS) {
            const what = paint(`${level}:`, level === 'error' ? TONES.bad : TONES.warn);
            const placed = located(message, at);
            const text = annotations ? clean(placed) : cleanLines(redact(placed)).replaceAll('\n  :', '\n  : ');
            writeLine(NO_LABEL, `${what} ${label.shown}${text}`);
            return;
        }
        const properties = {
            title: at.title === undefined ? undefined : clean(at.title),
            file: at.file === undefined ? undefined : clean(at.file),
            line: at.line,
            col: at.column,
        };
        write(`${(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCommand */ .fE)(level, properties, label.plain + cleanLines(redact(message)))}\n`);
    };
    const childLog = (label) => ({
        info(message, tone) {
            const text = clean(message);
            const line = label.plain === '' ? (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommand */ .e6)(text) : text;
            writeLine(label, line, tone === undefined ? undefined : TONES[tone]);
        },
        debug(message) {
            if (!debug)
                return;
            if (annotations)
                write(`${(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCommand */ .fE)('debug', {}, label.plain + clean(message))}\n`);
            else
                writeLine(NO_LABEL, `debug: ${label.shown}${clean(message)}`, QUIET);
        },
        warning(message, annotation = {}) {
            annotate('warning', label, message, annotation);
        },
        error(message, annotation = {}) {
            annotate('error', label, message, annotation);
        },
        child(name, width = 0) {
            const own = `[${clean(name)}]`;
            const shown = `${label.shown}${paint(own, labelColour(own))} `;
            return childLog({
                plain: `${label.plain}${own} `,
                shown,
                aligned: shown + ' '.repeat(Math.max(width - own.length, 0)),
            });
        },
    });
    return {
        ...childLog(NO_LABEL),
        close() {
            for (const [kind, count] of counts) {
                if (!annotations || count <= MAX_ANNOTATIONS)
                    continue;
                const [level, name] = kind.split(' ', 2);
                const what = name ? `${level}s about \`${name}\`` : `${level}s`;
                writeLine(NO_LABEL, `${count} ${what}: the first ${MAX_ANNOTATIONS} are annotations, the other ${count - MAX_ANNOTATIONS} are lines of this log only`);
            }
        },
    };
}
/**
 * A message with its place, as it is read where no annotation shows the line: `workflow.yml:14:36: ...`. The key is
 * named where the message does not name it. In Markdown the place wants a quote of a backtick: `:100:` is an emoji.
 */
function located(message, { file, line, column, pointer = '' }, quote = '') {
    if (file === undefined)
        return message;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const key = message.includes(pointer) ? '' : `\`${pointer}\`: `;
    return `${quote}${place}${quote}: ${key}${message}`;
}
/**
 * Whether whoever reads our output shows ANSI colours: GitHub's log does, and a terminal; `NO_COLOR` turns them off
 * (https://no-color.org).
 */
function showsColours(variables, isTerminal = process.stdout.isTTY === true) {
    if (variables.NO_COLOR)
        return false;
    return isTerminal || variables.GITHUB_ACTIONS === 'true';
}
const NO_LABEL = { plain: '', shown: '', aligned: '' };
// Codes of ECMA-48 (SGR) that GitHub's log shows.
const QUIET = 90;
const TONES = { good: 32, bad: 31, warn: 33, quiet: QUIET, strong: 1 };
/** None of them says good or bad. */
const LABELS = [36, 35, 34, 96, 95, 94];
/** The same for all lines of a label, and mostly another one for the next. */
function labelColour(label) {
    let sum = 0;
    for (const character of label)
        sum += character.codePointAt(0) ?? 0;
    return LABELS[sum % LABELS.length] ?? QUIET;
}
function inColour(text, code) {
    return `\x1b[${code}m${text}\x1b[0m`;
}
/** `   0:42`, `1:02:05`: of one width, so that what follows is aligned. */
function formatClock(ms) {
    const seconds = Math.floor(Math.max(ms, 0) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const tail = String(seconds % 60).padStart(2, '0');
    const text = hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
    return text.padStart(7);
}


/***/ }),

/***/ 2523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ redactToPlainText),
/* harmony export */   Lx: () => (/* binding */ withoutEscapes),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/**
 * A text on one line that no terminal, runner or reader takes for more than text: escape sequences and control
 * characters are gone, a newline is `⏎`, `##[` is `## [`. For titles, labels and file names in our own sentences.
 */
function plainText(text) {
    return withoutEscapes(text)
        .split(/\r\n?|[\n\u2028\u2029]/)
        .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, '').trim())
        .filter((line) => line !== '')
        .join(' ⏎ ')
        .replaceAll('##[', '## [');
}
/** The same of many lines, which stay lines with their spaces before them. */
function plainLines(text) {
    return withoutEscapes(text)
        .split(/\r\n?|\n/)
        .map((line) => {
        const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ') ?? '';
        return indent + plainText(line);
    })
        .join('\n');
}
/**
 * One plain line, redacted before it is made plain, for secrets with newlines, and after it, for secrets cut by control
 * characters.
 */
function redactToPlainText(redact) {
    return (text) => redact(plainText(redact(text)));
}
/** The text without the codes with which a terminal is told of colours and places. */
function withoutEscapes(text) {
    return text.replace(ESCAPE_SEQUENCES, '');
}
// CSI, OSC and the short ones (ECMA-48). Not `util.stripVTControlCharacters`: it takes 30 s for 400 KB of `ESC ]`.
const ESCAPE_SEQUENCES = new RegExp([
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    '(?:\\x1b\\]|\\x9d)[^\\x07\\x1b\\x9c\\x9d]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '\\x1b[ -/]*[0-~]',
].join('|'), 'g');
// Control characters, and what makes text run backwards or take no room. Joiners stay: emoji are made with them.
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X5: () => (/* binding */ PlainFileError),
/* harmony export */   b$: () => (/* binding */ readPlainFile),
/* harmony export */   eZ: () => (/* binding */ readPlainBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/**
 * Reads files that an agent can reach. In such a file's place it may have put a pipe, which makes a plain open wait for
 * ever (and with it the whole run), or a link to a device that never ends.
 */

/** What stands there is not read. */
class PlainFileError extends Error {
    name = 'PlainFileError';
    /** Why not, to stand after the file's name. */
    reason;
    constructor(path, reason) {
        super(`\`${path}\` ${reason}`);
        this.reason = reason;
    }
}
/** Reads a text as UTF-8; see `readPlainBytes`. */
function readPlainFile(path, maxBytes) {
    return readPlainBytes(path, maxBytes).toString('utf8');
}
/**
 * Reads a whole file; links are followed.
 *
 * @throws PlainFileError when it is no plain file, or has more bytes than that; what the system says of other trouble
 */
function readPlainBytes(path, maxBytes) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (stats.isDirectory())
            throw new PlainFileError(path, 'is a folder, expected a file');
        if (!stats.isFile())
            throw new PlainFileError(path, 'is not a regular file');
        if (stats.size > maxBytes)
            throw tooLarge(path, stats, maxBytes);
        return readAll(file, path, stats, maxBytes);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** Reads to the end, which is not where its size says in a file of the system, or in one that grows. */
function readAll(file, path, stats, maxBytes) {
    const pieces = [];
    let total = 0;
    for (let size = stats.size + 1;; size = 64 * 1024) {
        const piece = Buffer.allocUnsafe(Math.min(size, maxBytes + 1 - total));
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, piece);
        if (bytes === 0)
            return Buffer.concat(pieces);
        pieces.push(piece.subarray(0, bytes));
        total += bytes;
        if (total > maxBytes)
            throw tooLarge(path, { size: total }, maxBytes);
    }
}
function tooLarge(path, { size }, maxBytes) {
    return new PlainFileError(path, `has ${size} bytes, at most ${maxBytes} are read`);
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
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
    return top !== undefined && ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(top) || /^[/a-z._-]+$/.test(value));
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
        markupSafeJson(text),
        ...urlForms(text.toWellFormed()),
        ...base64Forms(text),
    ];
}
/** Programs disagree on what else than letters and digits stays as it is, and on the case of the digits. */
function urlForms(text) {
    const encoded = encodeURIComponent(text);
    const strict = encoded.replace(/[!'()*]/g, percentEncode);
    const forms = [
        encoded,
        // curl, jq and whoever follows RFC 3986
        strict,
        // Python's `quote`
        strict.replaceAll('%2F', '/'),
        encodeURI(text),
        // forms, by Python and by a browser
        strict.replaceAll('%20', '+'),
        new URLSearchParams({ '': text }).toString().slice(1),
    ];
    return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
}
function percentEncode(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** As Go prints it, `gh` for one: fit to stand in a page. */
function markupSafeJson(text) {
    return jsonEscaped(text).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
    return [
        ...forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]),
        ...WRAPPED_AT.flatMap((width) => wrappedBase64(bytes, width)),
    ];
}
/** Where `base64`, and `openssl base64` or a PEM block, begin a new line. A token of GitHub's newer kind has ten. */
const WRAPPED_AT = [76, 64];
/** The lines of a value that is encoded by itself; what follows it (`echo` adds a newline) changes only its last bytes. */
function wrappedBase64(bytes, width) {
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    if (whole.length <= width)
        return [];
    return whole.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   e6: () => (/* binding */ withoutCommand),
/* harmony export */   fE: () => (/* binding */ formatCommand),
/* harmony export */   wA: () => (/* binding */ writeToStdout)
/* harmony export */ });
/** What the runner reads in our output: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
/** Tells the runner to print `***` for a value, whoever prints it: each of its lines, as the runner compares lines. */
function maskSecret(value, write = writeToStdout) {
    for (const line of value.split(/\r?\n/)) {
        if (line.trim() !== '')
            write(`${formatCommand('add-mask', {}, line)}\n`);
    }
}
/** A line that begins with `::`, spaces apart, would be a command of the runner. */
function withoutCommand(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ');
}
/** A command of the runner, without a newline. */
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
/** What is written is never waited for: the runner reads it as it comes. */
function writeToStdout(line) {
    process.stdout.write(line);
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
function listenForSignals({ sender = 'the runner', signals = ['SIGINT', 'SIGTERM'], } = {}) {
    let first;
    let tell;
    function interrupt(what) {
        if (first !== undefined)
            return;
        first = what;
        tell?.(what);
    }
    const take = (signal) => interrupt(`${sender} sent ${signal}`);
    for (const signal of signals)
        process.on(signal, take);
    return {
        interrupt,
        onFirst(callback) {
            tell = callback;
            if (first !== undefined)
                callback(first);
        },
        [Symbol.dispose]() {
            for (const signal of signals)
                process.off(signal, take);
        },
    };
}
/** Room for `after_run`, transitions and the report: sessions end so long before the budget does, or at 90 % of it. */
const RESERVE_MS = 3 * 60_000;
/**
 * Turns the runner's signals into stops and starts the budget's clock.
 *
 * @param onShutdown called once, at the first signal, before anything is aborted; told what happened
 */
function createStops(timeBudgetMs, interrupts, onShutdown) {
    const startedAt = performance.now();
    const sessions = new AbortController();
    const everything = new AbortController();
    // one listener per running process, and there may be a thousand
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, sessions.signal, everything.signal);
    let shutdownAt;
    function shutDown(what) {
        shutdownAt = performance.now();
        onShutdown(what);
        const request = new _stop_js__WEBPACK_IMPORTED_MODULE_1__/* .StopRequest */ .W('shutdown', what);
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

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ catchStrayErrors)
/* harmony export */ });
/** The net for errors that no `await` catches. */
/** How long a run may take to end in order after a stray error; whoever waits for what broke waits for ever. */
const LONGEST_END_MS = 15_000;
/**
 * Catches errors that nobody awaits, such as one thrown in a library's event listener. Node would end us at once: without
 * outputs, without a report, and with the agents running on.
 *
 * @param onFirst is told of the first one, to end in order what runs; later ones are its consequences
 */
function catchStrayErrors(onFirst, longestEndMs = LONGEST_END_MS) {
    const { promise: unended, reject } = Promise.withResolvers();
    // mostly nobody waits for it any more
    unended.catch(() => { });
    let isFirst = true;
    process.on('uncaughtException', (error) => {
        if (!isFirst)
            return;
        isFirst = false;
        setTimeout(() => reject(error), longestEndMs);
        onFirst(error);
    });
    return {
        unended,
        get caught() {
            return !isFirst;
        },
    };
}


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
    const file = (0,_read_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextFile */ .G)(real ?? path, MAX_BYTES);
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _process_plain_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(896);


/** Reads a whole file of text, without a byte order mark; never more than `maxBytes`, never from a device or a pipe. */
function readTextFile(path, maxBytes) {
    try {
        const bytes = (0,_process_plain_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlainBytes */ .eZ)(path, maxBytes);
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch (error) {
        return { kind: 'unreadable', reason: reasonOf(error) };
    }
}
function reasonOf(error) {
    if (error instanceof _process_plain_file_js__WEBPACK_IMPORTED_MODULE_0__/* .PlainFileError */ .X5)
        return error.reason;
    switch ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error)) {
        case 'ENOENT':
            return 'does not exist';
        case 'ENOTDIR':
            return 'does not exist: a part of its path is a file';
        case 'EACCES':
        case 'EPERM':
            return 'may not be read';
        case 'ELOOP':
            return 'is a link in a circle';
        case 'ENXIO':
            return 'is not a regular file';
        case 'ERR_ENCODING_INVALID_ENCODED_DATA':
            return 'is not valid UTF-8';
        default:
            return `can't be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`;
    }
}


/***/ }),

/***/ 5227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   au: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** Longer than any name; a whole document in the wrong place is not compared. */
const MAX_LENGTH = 200;
/**
 * The known name that the author most probably meant: at most a third of the longer name differs, whatever the
 * case; two neighbouring letters in the wrong order differ once. Undefined when none is near.
 */
function nearest(name, names) {
    if (name.length > MAX_LENGTH)
        return undefined;
    const lower = name.toLowerCase();
    let best;
    for (const candidate of names) {
        const known = candidate.toLowerCase();
        const edits = isSwap(lower, known) ? 1 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(lower, known);
        const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** Whether two neighbouring letters are all that is in another order: `tow` and `two`. */
function isSwap(one, other) {
    const at = one.split('').findIndex((letter, index) => letter !== other[index]);
    const [a, b] = [one[at], one[at + 1]];
    return a !== undefined && b !== undefined && one.slice(0, at) + b + a + one.slice(at + 2) === other;
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


/***/ })

};

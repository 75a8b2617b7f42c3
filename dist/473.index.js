export const id = 473;
export const ids = [473];
export const modules = {

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   No: () => (/* binding */ describeBudget),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   er: () => (/* binding */ hasBudget),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
function hasBudget(limits) {
    return limits.maxCostUsd !== undefined || limits.maxOutputTokens !== undefined;
}
/** Why what was spent is too much, for the person who set the limit; undefined while it is not. */
function overLimit({ maxCostUsd, maxOutputTokens }, spent) {
    const { costUsd = 0, outputTokens = 0 } = spent;
    if (maxCostUsd !== undefined && costUsd > maxCostUsd)
        return `over its limit of ${dollars(maxCostUsd)}: it cost ${dollars(costUsd)}`;
    if (maxOutputTokens !== undefined && outputTokens > maxOutputTokens)
        return `over its limit of ${maxOutputTokens} output tokens: it used ${outputTokens}`;
    return undefined;
}
/**
 * The limits in the words of a session's start line, with how they are checked when that is not while it runs; undefined
 * without a limit.
 */
function describeBudget(profile) {
    const limits = [
        ...(profile.maxCostUsd === undefined ? [] : [dollars(profile.maxCostUsd)]),
        ...(profile.maxOutputTokens === undefined ? [] : [`${profile.maxOutputTokens} output tokens`]),
    ].join(' and ');
    if (limits === '')
        return undefined;
    switch (profile.runtime) {
        case 'claude_code':
            return `at most ${limits}`;
        case 'codex':
            // Then it keeps no session file, which is the only place that tells its tokens on the way.
            return profile.flags.includes('--ephemeral')
                ? `at most ${limits}, checked when the session ends (\`--ephemeral\` keeps no session file to read)`
                : `at most ${limits}`;
        case 'command':
            return `at most ${limits}, checked by the figures that it prints`;
        default:
            return profile.runtime;
    }
}
/** What tokens cost. Input includes what was read from the cache. */
function costOf(tokens, price) {
    const { input, cacheRead, output } = tokens;
    return (((input - cacheRead) * price.input + cacheRead * price.cachedInput + output * price.output) / 1_000_000);
}
/** `$2.50`, `$0.0056`: as many digits as it takes to tell a cost from its limit. */
function dollars(usd) {
    return `$${usd.toFixed(6).replace(/0{1,4}$/, '')}`;
}


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/environment/git-config.js
var git_config = __webpack_require__(3988);
// EXTERNAL MODULE: ./lib/workflow/prompt-files.js
var prompt_files = __webpack_require__(9837);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/workflow/read-text-file.js
var read_text_file = __webpack_require__(4752);
;// CONCATENATED MODULE: ./lib/doctor/git-config-file.js
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
        const path = await (0,promises_.realpath)(next).catch(() => undefined);
        if (path === undefined || seen.has(path))
            continue;
        seen.add(path);
        const found = await (0,read_text_file/* readTextFile */.G)(path, MAX_BYTES);
        if (found.kind !== 'text')
            continue;
        for (const setting of parseGitConfig(found.text)) {
            settings.push({ ...setting, file: path });
            if (/^include(?:if\..*)?\.path$/is.test(setting.key))
                waiting.push(expand(setting.value, path, home));
        }
    }
    return settings;
}
/** The configuration file of a checkout; `.git` may be a file that says where the folder is, as in a worktree. */
async function gitConfigOf(checkout) {
    const dotGit = (0,external_node_path_.join)(checkout, '.git');
    const found = await (0,read_text_file/* readTextFile */.G)(dotGit, MAX_BYTES);
    const named = found.kind === 'text' ? /^gitdir: (.+)$/m.exec(found.text)?.[1] : undefined;
    if (named === undefined)
        return (0,external_node_path_.join)(dotGit, 'config');
    const folder = (0,external_node_path_.resolve)(checkout, named);
    const common = await (0,read_text_file/* readTextFile */.G)((0,external_node_path_.join)(folder, 'commondir'), MAX_BYTES);
    return (0,external_node_path_.join)(common.kind === 'text' ? (0,external_node_path_.resolve)(folder, common.text.trim()) : folder, 'config');
}
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
        let value = entry[2] ?? '';
        while (/(?:^|[^\\])(?:\\\\)*\\$/.test(value) && index + 1 < lines.length) {
            index += 1;
            value = value.slice(0, -1) + (lines[index] ?? '');
        }
        settings.push({ key: `${section}${entry[1].toLowerCase()}`, value: unquote(value), line });
    }
    return settings;
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
function expand(path, from, home) {
    if (path.startsWith('~/'))
        return (0,external_node_path_.join)(home, path.slice(2));
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)((0,external_node_path_.dirname)(from), path);
}

;// CONCATENATED MODULE: ./lib/doctor/check-checkout.js




/**
 * Looks for a token that a checkout left on the disk, where agents can read it: actions/checkout writes it to `.git/config`,
 * and since v6 to a file in RUNNER_TEMP that `.git/config` includes.
 */
async function checkCheckout({ workspace, workflowPath, home }) {
    const checkouts = new Set([workspace, await (0,prompt_files/* findCheckout */.I)((0,external_node_path_.dirname)(workflowPath))]);
    const files = [...(await Promise.all([...checkouts].map(gitConfigOf))), (0,external_node_path_.join)(home, '.gitconfig')];
    const settings = (await Promise.all(files.map((file) => readGitConfig(file, home)))).flat();
    const places = new Map();
    for (const setting of settings) {
        if (setting.value !== '' && (0,git_config/* isSecretSetting */.dZ)(setting) && !places.has(setting.file)) {
            places.set(setting.file, setting.line);
        }
    }
    return [...places].map(([file, line]) => ({
        severity: 'warning',
        code: 'credentials_on_disk',
        message: `git's credentials are in \`${file}\`, where every agent can read them: write \`persist-credentials: false\` at the checkout step; hooks get the token from the Action`,
        place: { pointer: '', file, line, column: 1 },
    }));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/agent/adapters.js + 9 modules
var adapters = __webpack_require__(5878);
// EXTERNAL MODULE: ./lib/process/find-program.js
var find_program = __webpack_require__(3271);
;// CONCATENATED MODULE: ./lib/doctor/check-programs.js
/** Whether the programs that the workflow file names are there. Looks at files only: nothing is started. */






async function checkPrograms(check) {
    const profiles = new Map(check.workflow.stages.map(({ agent }) => [agent.name, agent]));
    const found = await Promise.all([...profiles.values()].map((profile) => checkAgent(profile, check)));
    const pull = await checkPullCommand(check);
    return {
        findings: [...found.flatMap(({ findings }) => findings), ...pull],
        facts: found.flatMap(({ facts }) => facts),
    };
}
async function checkAgent(profile, { workflow, env, isRoot, placeOf }) {
    const adapter = adapters/* adapters */.V[profile.runtime];
    const { program } = adapter.commandLine(profile);
    const path = await (0,find_program/* findProgram */.Kp)(program, env, workflow.dir);
    const at = placeOf(['agents', profile.name, profile.runtime === 'command' ? 'command' : 'runtime']);
    const name = `agent \`${profile.name}\``;
    const findings = [];
    const facts = [];
    if (path !== undefined) {
        const version = await installedVersion(path);
        facts.push(`${name} runs ${path}${version === undefined ? '' : `, version ${version}`}`);
    }
    if (profile.version !== undefined) {
        facts.push(`${name} wants version ${profile.version}: where PATH has another one, the first session installs it`);
        if ((await (0,find_program/* findProgram */.Kp)('npm', env, workflow.dir)) === undefined) {
            const message = `${name} has a \`version\`, which npm installs: ${(0,find_program/* explainMissing */.Ce)('npm', env, workflow.dir)}; add a step with actions/setup-node`;
            findings.push({ severity: 'error', code: 'agent_missing', message, place: at });
        }
    }
    else if (path === undefined) {
        const message = `${name}: ${(0,find_program/* explainMissing */.Ce)(program, env, workflow.dir)}: ${adapter.installHint(profile)}`;
        findings.push({ severity: 'error', code: 'agent_missing', message, place: at });
    }
    if (isRoot && bypassesPermissions(profile) && env.IS_SANDBOX !== '1') {
        const message = `${name} bypasses permissions, which Claude Code refuses to root, and this runner runs as root: run the job as another user`;
        findings.push({ severity: 'error', code: 'agent_refuses_root', message, place: at });
    }
    return { findings, facts };
}
function bypassesPermissions({ runtime, flags }) {
    return (runtime === 'claude_code' &&
        flags.some((flag) => flag === '--dangerously-skip-permissions' || flag === 'bypassPermissions'));
}
const packageJson = schemas/* object */.Ikc({ bin: schemas/* unknown */.L5J(), version: schemas/* string */.YjP() });
/** What the package says that a program belongs to; undefined when it can't be told without starting it. */
async function installedVersion(program) {
    const path = await (0,promises_.realpath)(program).catch(() => program);
    // Claude Code's own installer names the file after the version.
    if (/^\d+\.\d+\.\d+/.test((0,external_node_path_.basename)(path)))
        return (0,external_node_path_.basename)(path);
    for (let folder = (0,external_node_path_.dirname)(path), up = 0; up < 4; folder = (0,external_node_path_.dirname)(folder), up += 1) {
        const file = await (0,read_text_file/* readTextFile */.G)((0,external_node_path_.join)(folder, 'package.json'), 1024 * 1024);
        if (file.kind !== 'text')
            continue;
        const parsed = packageJson.safeParse(parseJson(file.text));
        return parsed.success && parsed.data.bin !== undefined ? parsed.data.version : undefined;
    }
    return undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // A broken package.json says no version.
        return undefined;
    }
}
/** A first word that is a program's name or path by itself; everything else is for the shell to read. */
const PLAIN_WORD = /^[A-Za-z0-9_./+-]+$/;
/** What `sh` does itself: no program need be there for these. */
const SHELL_WORDS = new Set('. : alias bg break case cd command continue do echo eval exec exit export false fg for getopts hash if jobs kill pwd printf read readonly return set shift test time times trap true type ulimit umask unalias unset until wait while'.split(' '));
async function checkPullCommand({ workflow, env, placeOf }) {
    if (workflow.intake.kind !== 'command')
        return [];
    const [word = ''] = workflow.intake.command.trim().split(/[\s;&|<>()]/, 1);
    if (!PLAIN_WORD.test(word) || SHELL_WORDS.has(word))
        return [];
    if ((await (0,find_program/* findProgram */.Kp)(word, env, workflow.dir)) !== undefined)
        return [];
    const message = `the pull command can't run: ${(0,find_program/* explainMissing */.Ce)(word, env, workflow.dir)}`;
    const place = placeOf(['issues', 'pull', 'command']);
    return [{ severity: 'error', code: 'pull_command_missing', message, place }];
}

// EXTERNAL MODULE: ./lib/stage/command-spans.js
var command_spans = __webpack_require__(9895);
// EXTERNAL MODULE: ./lib/stage/template-pieces.js
var template_pieces = __webpack_require__(5796);
// EXTERNAL MODULE: ./lib/workflow/read-values.js
var read_values = __webpack_require__(5476);
// EXTERNAL MODULE: ./lib/workflow/schema.js
var schema = __webpack_require__(1602);
// EXTERNAL MODULE: ./lib/workflow/yaml-file.js
var yaml_file = __webpack_require__(7369);
;// CONCATENATED MODULE: ./lib/doctor/finding.js



/** @param text the workflow file, which was loaded without errors */
function createPlaces(file, text) {
    const yaml = (0,yaml_file/* parseYamlFile */.B)(text);
    const read = (0,read_values/* readValues */.N$)(yaml, schema/* workflowSchema */.R);
    const offsetOf = (path) => read.placeOf(path)?.keyOffset ?? (path.length === 0 ? 0 : offsetOf(path.slice(0, -1)));
    return (path) => ({ pointer: path.join('.'), file, ...yaml.positionAt(offsetOf(path)) });
}
/** The place of an offset in a text. */
function placeInText(file, text, offset, pointer) {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { pointer, file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./lib/doctor/check-prompts.js
/** What works in vik and would not work here, as far as a prompt shows it. See "Coming from vik" in the documentation. */



/** Commands of `gh` and git that GitHub refuses without a token. */
const NEEDS_TOKEN = /(?<![\w./-])(?:gh (?:api|issue|label|pr|project|release|repo|run|search|workflow)|git push)(?![\w-])/g;
/** A prompt command that names a program of the checkout: `./scripts/context`. */
const RELATIVE_PROGRAM = /^\s*(\.\.?\/[\w./-]+)/;
function checkPrompts({ stages, afterCreate }, placeOf) {
    return stages.flatMap((stage) => {
        const { source } = stage.prompt;
        const pieces = (0,template_pieces/* splitTemplate */.LL)(source);
        const { spans } = (0,command_spans/* findCommandSpans */.E)(source, pieces);
        const findings = [];
        const told = visibleText(source, pieces, spans);
        const [call] = told.matchAll(NEEDS_TOKEN);
        if (call !== undefined && !stage.agent.githubToken) {
            findings.push({
                severity: 'warning',
                code: 'agent_needs_token',
                message: `the prompt of ${stage.name} says \`${call[0]}\`, and agent \`${stage.agent.name}\` has no token: let \`on_success\` or a hook do it, or write \`github_token: true\` into the profile, which lets whoever writes an issue try to make the agent use it`,
                place: placeIn(stage, call.index, placeOf),
            });
        }
        const isEmpty = afterCreate === undefined && stage.beforeRun === undefined;
        for (const { bodyStart, bodyEnd } of isEmpty ? spans : []) {
            const program = RELATIVE_PROGRAM.exec(source.slice(bodyStart, bodyEnd))?.[1];
            if (program === undefined)
                continue;
            findings.push({
                severity: 'warning',
                code: 'command_not_in_workspace',
                message: `the prompt of ${stage.name} runs \`${program}\` in the issue's workspace, which is an empty folder without an \`after_create\` hook: clone the repository there, or write \`{{ workflow_dir }}\` before the path`,
                place: placeIn(stage, bodyStart, placeOf),
            });
        }
        return findings;
    });
}
/** The text as long as it was, with what the agent never reads as text (commands, comments) as spaces. */
function visibleText(source, pieces, spans) {
    const hidden = [...spans, ...pieces.filter(({ kind }) => kind !== 'text' && kind !== 'raw')];
    let text = source;
    for (const { start, end } of hidden) {
        text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
    }
    return text;
}
function placeIn({ name, prompt }, offset, placeOf) {
    return prompt.file === undefined
        ? placeOf(['issue', 'stages', name, 'prompt'])
        : placeInText(prompt.file, prompt.source, offset, prompt.pointer);
}

// EXTERNAL MODULE: ./lib/environment/secrets.js
var secrets = __webpack_require__(6440);
;// CONCATENATED MODULE: ./lib/doctor/check-secrets.js


/** Looks for secrets that are written into files, comments included. What was found is never part of the message. */
function checkSecrets(texts) {
    return texts.flatMap(({ file, text, pointer }) => (0,secrets/* findSecrets */.dL)(text)
        .filter((found) => !isReference(found.text))
        .map(({ offset }) => ({
        severity: 'error',
        code: 'secret_in_file',
        message: 'this looks like a secret, and everybody who can read the repository can read it: revoke it, keep the new one in the secrets of the repository, and hand it in by `env:` of the step',
        place: placeInText(file, text, offset, pointer),
    })));
}
/** `https://x:$TOKEN@host` and `https://x:{{ token }}@host` name a secret, they hold none. */
function isReference(text) {
    return /^(?:\$|\{\{|<|\*+$)/.test(text);
}

// EXTERNAL MODULE: ./lib/process/sweep.js
var sweep = __webpack_require__(6885);
// EXTERNAL MODULE: ./lib/report/report.js + 11 modules
var report = __webpack_require__(8504);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
// EXTERNAL MODULE: ./lib/workflow/check-concurrency.js
var check_concurrency = __webpack_require__(9395);
// EXTERNAL MODULE: ./lib/workflow/diagnostic.js
var diagnostic = __webpack_require__(4146);
;// CONCATENATED MODULE: ./lib/doctor.js
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
 * Checks everything that a run of this file would need, and starts nothing: no program, and no request to GitHub that
 * changes anything there. Files with errors never get here.
 */












/** A doctor that waits longer for GitHub says so instead. */
const LONGEST_MS = 60_000;
/**
 * Reports what is wrong, and what a run would work; answers the ending.
 *
 * @param found what the loading of the files found, already said where it is a warning
 */
async function runDoctor(job, workflow, found) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, inputs, log, redact } = job;
        const stops = __addDisposableResource(env_1, (0,signals/* createStops */.C)(LONGEST_MS, job.interrupts, (signal) => log.warning(`the runner sent ${signal}: ending the checks`)), false);
        const texts = await readTexts(job, workflow);
        const placeOf = createPlaces(workflow.path, texts[0]?.text ?? '');
        const home = environment.variables.HOME ?? (0,external_node_os_.homedir)();
        const { workspace, variables: env } = environment;
        const isRoot = process.getuid?.() === 0;
        const [token, programs, checkout] = await Promise.all([
            askGithub(job, workflow, placeOf, stops.everything),
            checkPrograms({ workflow, env, isRoot, placeOf }),
            checkCheckout({ workspace, workflowPath: workflow.path, home }),
        ]);
        const findings = [
            ...checkRunner(process.platform),
            ...checkSecrets(texts),
            ...programs.findings,
            ...checkPrompts(workflow, placeOf),
            ...checkout,
            ...token.findings,
        ];
        const problems = [...found.filter(({ severity }) => severity === 'error'), ...findings].map((finding) => ({
            severity: finding.severity,
            ...describe(finding, workspace),
        }));
        const warnings = found.filter(({ severity }) => severity === 'warning');
        return (0,report/* reportChecked */.Oo)({
            name: inputs.workflowPath,
            problems,
            saidWarnings: warnings.map((warning) => (0,diagnostic/* formatMessage */.hw)(warning, workspace).message),
            facts: [...describeStages(workflow), ...programs.facts, ...token.facts, ...describeRunner()],
            isStrict: inputs.strict,
            isCancelled: stops.shutdownAt !== undefined,
        }, { commandFiles: environment.commandFiles, log, redact });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** The files of the repository that this run reads, the workflow file first. */
async function readTexts({ environment, inputs }, workflow) {
    const { workflowRef: ref, repository, workspace } = environment;
    const calling = (0,check_concurrency/* callingWorkflowPath */.Pr)({ ref, repository, workspace });
    const texts = [];
    for (const file of [inputs.workflowPath, ...(calling === undefined ? [] : [calling])]) {
        const read = await (0,read_text_file/* readTextFile */.G)(file, 1024 * 1024);
        if (read.kind === 'text')
            texts.push({ file, text: read.text, pointer: '' });
    }
    for (const { prompt } of workflow.stages) {
        if (prompt.file === undefined || texts.some(({ file }) => file === prompt.file))
            continue;
        texts.push({ file: prompt.file, text: prompt.source, pointer: prompt.pointer });
    }
    return texts;
}
async function askGithub({ environment, inputs, log }, { intake, stages }, placeOf, signal) {
    if (intake.kind === 'command') {
        return { findings: [], facts: ['the issues come from a command: GitHub was not asked'] };
    }
    const [{ createGithubClient }, { checkToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(56), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 8044)),
        __webpack_require__.e(/* import() */ 601).then(__webpack_require__.bind(__webpack_require__, 3601)),
    ]);
    const { apiUrl, graphqlUrl, hasProxy } = environment;
    const proxied = hasProxy ? { fetch: (await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(119), __webpack_require__.e(810)]).then(__webpack_require__.bind(__webpack_require__, 8810))).proxyFetch } : {};
    const [owner = '', repo = ''] = inputs.repository.split('/');
    const client = createGithubClient({ token: inputs.token, apiUrl, graphqlUrl, log, ...proxied });
    return checkToken({ client, repository: { owner, repo }, intake, stages, placeOf }, signal);
}
function checkRunner(platform) {
    if (platform === 'linux' || platform === 'darwin')
        return [];
    const message = `this runner's system, ${platform}, is not supported: use \`runs-on: ubuntu-latest\` or a macOS runner`;
    return [{ severity: 'error', code: 'unsupported_runner', message, place: undefined }];
}
function describeStages({ stages }) {
    return stages.map(({ name, state, agent }) => `\`${state}\` starts ${name} with ${agent.name}`);
}
function describeRunner() {
    return sweep/* CAN_SWEEP */.E
        ? []
        : ['on this system processes that an agent puts into a session of their own are not found and live on'];
}
/** The message with its code, and its place for an annotation. */
function describe(finding, workspace) {
    if (!('place' in finding))
        return (0,diagnostic/* formatMessage */.hw)(finding, workspace);
    const { place, message, code } = finding;
    return place === undefined
        ? { message: `${message} [${code}]` }
        : (0,diagnostic/* formatMessage */.hw)({ ...place, message, code }, workspace);
}


/***/ }),

/***/ 3271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ explainMissing),
/* harmony export */   K1: () => (/* binding */ explainBrokenScript),
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   hS: () => (/* binding */ isReadable),
/* harmony export */   lQ: () => (/* binding */ isFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Where execvp looks without a PATH (glibc's confstr(_CS_PATH), macOS `_PATH_DEFPATH`). */
const DEFAULT_PATH = '/usr/bin:/bin';
/** What a child with this environment and folder would run for `command`; undefined when there is no such program. */
async function findProgram(command, env, cwd) {
    return candidates(command, env, cwd).find((path) => lookAt(path) === 'program');
}
/** Says why `findProgram` found nothing, for the person who has to change it. */
function explainMissing(command, env, cwd) {
    const found = candidates(command, env, cwd)
        .map((path) => ({ path, what: lookAt(path) }))
        .find(({ what }) => what !== 'nothing');
    if (found?.what === 'folder')
        return `\`${command}\` can't be run: ${found.path} is a folder`;
    if (found !== undefined)
        return `\`${command}\` can't be run: ${found.path} is not executable (chmod +x)`;
    if (command.includes('/'))
        return `\`${command}\` was not found: there is no ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, command)}`;
    return `\`${command}\` was not found on PATH (${env.PATH ?? DEFAULT_PATH})`;
}
/**
 * Why a script that ended with 126 or 127 never ran: the interpreter that its first line names is missing. Undefined
 * when the interpreter is there: then the code is the program's own.
 */
async function explainBrokenScript(path, env, cwd) {
    const [interpreter, ...args] = firstLine(path);
    if (interpreter === undefined)
        return undefined;
    const says = `${path} can't run: its first line asks for`;
    if (lookAt((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, interpreter)) !== 'program') {
        const windows = interpreter.endsWith('\r') ? ' (the file has Windows line endings)' : '';
        return `${says} \`${interpreter.trimEnd()}\`, which is not there${windows}`;
    }
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(interpreter) !== 'env')
        return undefined;
    const wanted = args.find((arg) => !arg.startsWith('-') && !arg.includes('='));
    if (wanted === undefined || (await findProgram(wanted, env, cwd)) !== undefined)
        return undefined;
    const windows = wanted.endsWith('\r') ? ' (the file has Windows line endings)' : '';
    return `${says} \`${wanted.trimEnd()}\`, which was not found on PATH (${env.PATH ?? DEFAULT_PATH})${windows}`;
}
function isFolder(path) {
    return lookAt(path) === 'folder';
}
function isReadable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}
function candidates(command, env, cwd) {
    if (command === '')
        return [];
    if (command.includes('/'))
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, command)];
    return (env.PATH ?? DEFAULT_PATH).split(':').map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, folder, command));
}
// Synchronous on purpose: ten stat calls cost 30 microseconds here and half a millisecond through the thread pool, and
// a thousand starts wait for them.
function lookAt(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        if (stats === undefined)
            return 'nothing';
        if (stats.isDirectory())
            return 'folder';
        if (!stats.isFile())
            return 'not-executable';
    }
    catch {
        // A path through a file, a link in circles, a folder that is closed to us: for the child it is not there either.
        return 'nothing';
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return 'program';
    }
    catch {
        return 'not-executable';
    }
}
/** The words after `#!`; none when it is no script. Only spaces and tabs divide them, as in the kernel. */
function firstLine(path) {
    const head = Buffer.alloc(256);
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, head, 0, head.length, 0);
            const [line = ''] = head.toString('latin1', 0, length).split('\n');
            return line.startsWith('#!')
                ? line
                    .slice(2)
                    .split(/[ \t]+/)
                    .filter((word) => word !== '')
                : [];
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        }
    }
    catch {
        // An executable need not be readable; then nothing can be said.
        return [];
    }
}


/***/ }),

/***/ 6885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CAN_SWEEP),
/* harmony export */   S: () => (/* binding */ createSweeper)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);


/** Other systems don't show us the environments of our processes. */
const CAN_SWEEP = process.platform === 'linux';
/** Every process that we start has `VIK_PROCESS=<run id>/<marker>` in its environment, and so has what it starts. */
const MARKER_VARIABLE = 'VIK_PROCESS';
/** Sweeps share one walk at most this long after they were asked for. */
const LONGEST_WAIT_MS = 250;
/** Walking may take a fifth of our time: where /proc is short (0.5 ms for 90 processes), nobody waits 250 ms. */
const WAIT_PER_WALK = 4;
/** What was killed needs a moment until it is gone. */
const NEXT_WALK_MS = 5;
/** What still forks after this time outruns us. */
const GIVE_UP_MS = 5_000;
const GIVE_UP_IN_A_HURRY_MS = 500;
/** The kernel gives at most this much of an environment in one read; a longer one is read whole. */
const ENVIRONMENT_BYTES = 256 * 1024;
/**
 * Finds processes by the marker in their environment, because agents put their tools into sessions of their own, where
 * a signal to the process group doesn't reach them. Not found: other users' processes, and programs started with a
 * cleared environment or that overwrote it. Zombies have no environment, so they don't count.
 */
function createSweeper(runId, log) {
    const marker = createMarkerReader(runId);
    let waiting = [];
    let walking = false;
    let notBefore = 0;
    let giveUpMs = GIVE_UP_MS;
    async function walkWhileAsked() {
        walking = true;
        // Whatever is asked for in the same turn shares the first walk too.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        while (waiting.length > 0) {
            const restMs = notBefore - performance.now();
            if (restMs > 0)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(restMs);
            const startedAt = performance.now();
            const found = walk(marker, new Set(waiting.map((request) => request.marker)));
            const endedAt = performance.now();
            const restFactorMs = Math.min(LONGEST_WAIT_MS, WAIT_PER_WALK * (endedAt - startedAt));
            notBefore = endedAt + (found.size > 0 ? NEXT_WALK_MS : restFactorMs);
            waiting = waiting.filter((request) => !isOver(request, found, endedAt));
        }
        walking = false;
    }
    function isOver(request, found, now) {
        if (found.has(request.marker)) {
            if (now - request.askedAt < giveUpMs)
                return false;
            log.warning(`processes of \`${request.marker}\` are still being started ${giveUpMs / 1000} s after it was ended; they are left running`);
        }
        request.resolve();
        return true;
    }
    return {
        sweep(marker) {
            if (!CAN_SWEEP)
                return Promise.resolve();
            return new Promise((resolve) => {
                waiting.push({ marker: trimSlash(marker), askedAt: performance.now(), resolve });
                if (!walking)
                    void walkWhileAsked();
            });
        },
        hurry() {
            giveUpMs = GIVE_UP_IN_A_HURRY_MS;
        },
    };
}
/** Kills every process below one of the wanted markers; gives the wanted markers for which there was one. */
function walk(readMarker, wanted) {
    const found = new Set();
    for (const pid of listPids()) {
        const marker = readMarker(pid);
        if (marker === undefined)
            continue;
        const matching = [...withParents(marker)].filter((name) => wanted.has(name));
        if (matching.length > 0 && kill(pid, marker, readMarker))
            for (const name of matching)
                found.add(name);
    }
    return found;
}
/** `a/b/c` lies below `a/b/c`, `a/b`, `a` and the whole run, but not below `a/bc` or `a/b/`. */
function* withParents(marker) {
    for (let end = marker.length; end > 0; end = marker.lastIndexOf('/', end - 1))
        yield marker.slice(0, end);
    yield '';
}
/** False when it is none of ours any more, or a zombie. */
function kill(pid, marker, readMarker) {
    // Between the look and the kill the number may have gone to another process: look again, as late as possible.
    if (isZombie(pid) || readMarker(pid) !== marker)
        return false;
    try {
        process.kill(pid, 'SIGKILL');
        return true;
    }
    catch {
        // Gone already, or it isn't ours to kill: waiting for it would not help.
        return false;
    }
}
function listPids() {
    return listProc()
        .filter((name) => name >= '1' && name < ':')
        .map(Number)
        .filter((pid) => pid > 1 && pid !== process.pid);
}
function listProc() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc');
    }
    catch {
        // A container without /proc: nothing can be found there.
        return [];
    }
}
function isZombie(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return stat[stat.lastIndexOf(')') + 2] === 'Z';
    }
    catch {
        return true;
    }
}
/** Reads the marker below the run's id that a process carries; undefined for one without, or that can't be read. */
function createMarkerReader(runId) {
    const ours = `${MARKER_VARIABLE}=${runId}`;
    const buffer = Buffer.allocUnsafeSlow(ENVIRONMENT_BYTES);
    function readEnvironment(pid) {
        const path = `/proc/${pid}/environ`;
        try {
            const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
            try {
                const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer, 0, buffer.length, 0);
                return length < buffer.length ? buffer.subarray(0, length) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        }
        catch {
            // It has ended in the meantime, or is another user's.
            return undefined;
        }
    }
    return (pid) => {
        const environment = readEnvironment(pid);
        if (environment === undefined)
            return undefined;
        for (let at = environment.indexOf(ours); at !== -1; at = environment.indexOf(ours, at + 1)) {
            const end = environment.indexOf(0, at);
            const value = environment.toString('utf8', at + ours.length, end === -1 ? environment.length : end);
            const startsVariable = at === 0 || environment[at - 1] === 0;
            if (startsVariable && (value === '' || value.startsWith('/')))
                return value.slice(1);
        }
        return undefined;
    };
}
function trimSlash(marker) {
    return marker.replace(/\/+$/, '');
}


/***/ }),

/***/ 9895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findCommandSpans)
/* harmony export */ });
const OPENING = /!?`exec\(/g;
/**
 * Finds the commands in a prompt template. Only text opens or ends one: what tags, comments and raw blocks hold is
 * hidden. The body holds no backtick in its text and ends at `` )` ``, so it may contain parentheses.
 */
function findCommandSpans(source, pieces) {
    const spans = [];
    const problems = [];
    let from = 0;
    for (const piece of pieces) {
        if (piece.kind !== 'text')
            continue;
        for (const match of source.slice(piece.start, piece.end).matchAll(OPENING)) {
            const start = piece.start + match.index;
            if (start < from)
                continue;
            const bodyStart = start + match[0].length;
            const marked = match[0].startsWith('!');
            const close = findClose(source, pieces, bodyStart);
            if (close === undefined) {
                if (marked)
                    problems.push(unclosed(start));
                continue;
            }
            spans.push({ start, bodyStart, bodyEnd: close - 1, end: close + 1 });
            if (!marked)
                problems.push(bareForm(start));
            from = close + 1;
        }
    }
    return { spans, problems };
}
/** The offset of the closing backtick; undefined when the next backtick is none. */
function findClose(source, pieces, bodyStart) {
    for (const piece of pieces) {
        if (piece.kind !== 'text' || piece.end <= bodyStart)
            continue;
        const from = Math.max(piece.start, bodyStart);
        const at = source.slice(from, piece.end).indexOf('`');
        if (at === -1)
            continue;
        return at > 0 && source[from + at - 1] === ')' ? from + at : undefined;
    }
    return undefined;
}
function unclosed(offset) {
    return {
        severity: 'error',
        code: 'template_syntax',
        offset,
        message: '`` !`exec( `` has no end; a command ends at `` )` `` and holds no backtick (use `$(...)`). In prose, put it in `{% raw %}`',
    };
}
function bareForm(offset) {
    return {
        severity: 'warning',
        code: 'bare_exec',
        offset,
        message: '`` `exec(...)` `` runs as a command, also in prose; write `` !`exec(...)` `` for a command, or put prose in `{% raw %}`',
    };
}


/***/ }),

/***/ 5796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LL: () => (/* binding */ splitTemplate),
/* harmony export */   MP: () => (/* binding */ envNames),
/* harmony export */   kS: () => (/* binding */ hasTags)
/* harmony export */ });
// Where the tags of a template are. MiniJinja's JavaScript package gives no syntax tree, so this follows its lexer:
// in text the leftmost `{{`, `{%` or `{#` opens; inside a tag strings are skipped and brackets must balance before
// the closing delimiter counts; a comment ends at the first `#}`; a raw block at the first `{% endraw %}`.
// Only templates that MiniJinja has accepted come here, and whoever relies on the result compares what the changed
// template renders with what the original renders.
const OPENING = /\{[{%#]/g;
const RAW_BLOCK = /\{%[-+]?\s*raw\s*([-+]?)%\}([\s\S]*?)\{%([-+]?)\s*endraw\s*[-+]?%\}/y;
/** Whether MiniJinja would find anything to do in it. */
function hasTags(source) {
    return /\{[{%#]/.test(source);
}
/** Cuts a template into its pieces, in order and without gaps. */
function splitTemplate(source) {
    const pieces = [];
    let at = 0;
    while (at < source.length) {
        OPENING.lastIndex = at;
        const opening = OPENING.exec(source);
        const start = opening?.index ?? source.length;
        if (start > at)
            pieces.push({ kind: 'text', start: at, end: start });
        if (opening === null)
            break;
        const piece = readTag(source, start);
        pieces.push(piece);
        at = piece.end;
    }
    return pieces;
}
function readTag(source, start) {
    if (source.startsWith('{#', start))
        return readComment(source, start);
    return readRawBlock(source, start) ?? readExpressionTag(source, start);
}
function readComment(source, start) {
    const close = source.indexOf('#}', start + 2);
    const end = close === -1 ? source.length : close + 2;
    return {
        kind: 'comment',
        start,
        end,
        trimsBefore: source[start + 2] === '-',
        trimsAfter: source[end - 3] === '-',
    };
}
function readRawBlock(source, start) {
    RAW_BLOCK.lastIndex = start;
    const match = RAW_BLOCK.exec(source);
    if (match === null)
        return undefined;
    const [whole, openSign, body = '', closeSign] = match;
    const afterOpen = openSign === '-' ? body.trimStart() : body;
    return {
        kind: 'raw',
        start,
        end: start + whole.length,
        text: closeSign === '-' ? afterOpen.trimEnd() : afterOpen,
        trimsBefore: whole[2] === '-',
        trimsAfter: whole.at(-3) === '-',
    };
}
function readExpressionTag(source, start) {
    const closer = source[start + 1] === '{' ? '}}' : '%}';
    const closeAt = findClose(source, start + 2, closer);
    const end = Math.min(closeAt + 2, source.length);
    const trimsBefore = source[start + 2] === '-';
    const trimsAfter = source[closeAt - 1] === '-';
    const innerStart = /[-+]/.test(source[start + 2] ?? '') ? start + 3 : start + 2;
    const innerEnd = /[-+]/.test(source[closeAt - 1] ?? '') ? closeAt - 1 : closeAt;
    const inner = source.slice(innerStart, Math.max(innerStart, innerEnd));
    if (closer === '}}')
        return { kind: 'print', start, end, expression: inner, trimsBefore, trimsAfter };
    const [, keyword = '', rest = ''] = /^\s*([a-z_]*)([\s\S]*)$/i.exec(inner) ?? [];
    return { kind: 'statement', start, end, keyword, rest, trimsBefore, trimsAfter };
}
function findClose(source, from, closer) {
    let depth = 0;
    let at = from;
    while (at < source.length) {
        if (depth === 0 && source.startsWith(closer, at))
            return at;
        const character = source[at] ?? '';
        if (character === '"' || character === "'")
            at = endOfString(source, at);
        else {
            if ('([{'.includes(character))
                depth += 1;
            if (')]}'.includes(character))
                depth = Math.max(0, depth - 1);
            at += 1;
        }
    }
    return source.length;
}
function endOfString(source, open) {
    const quote = source[open];
    for (let at = open + 1; at < source.length; at += 1) {
        if (source[at] === '\\')
            at += 1;
        else if (source[at] === quote)
            return at + 1;
    }
    return source.length;
}
/**
 * The names that an expression asks `env` for, as `env.NAME` or `env["NAME"]`; what stands in strings is not asked for.
 */
function envNames(expression) {
    const found = [];
    const token = /(["'])(?:\\[\s\S]|(?!\1)[^\\])*\1|(\.\s*)?\benv\s*(?:\.\s*(\w+)|\[\s*(["'])(\w+)\4\s*\])/g;
    for (const [, , dot, attribute, , key] of expression.matchAll(token)) {
        const name = attribute ?? key;
        if (dot === undefined && name !== undefined)
            found.push(name);
    }
    return found;
}


/***/ })

};

export const id = 44;
export const ids = [44];
export const modules = {

/***/ 1044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine),
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
// EXTERNAL MODULE: ./lib/doctor/git-config-file.js
var git_config_file = __webpack_require__(1591);
;// CONCATENATED MODULE: ./lib/doctor/check-checkout.js




/**
 * Looks for a token that a checkout left on the disk, where agents can read it: actions/checkout writes it to `.git/config`,
 * and since v6 to a file in RUNNER_TEMP that `.git/config` includes.
 */
async function checkCheckout({ workspace, workflowPath, home }) {
    const checkouts = new Set([workspace, await (0,prompt_files/* findCheckout */.I)((0,external_node_path_.dirname)(workflowPath))]);
    const files = [...(await Promise.all([...checkouts].map(git_config_file/* gitConfigOf */.u))), (0,external_node_path_.join)(home, '.gitconfig')];
    const settings = (await Promise.all(files.map((file) => (0,git_config_file/* readGitConfig */.$)(file, home)))).flat();
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/agent/adapters.js + 9 modules
var adapters = __webpack_require__(5878);
// EXTERNAL MODULE: ./lib/process/find-program.js
var find_program = __webpack_require__(3271);
// EXTERNAL MODULE: ./lib/workflow/read-text-file.js
var read_text_file = __webpack_require__(4752);
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
        const found = `${path}${version === undefined ? '' : `, version ${version}`}`;
        facts.push(profile.version === undefined ? `${name} runs ${found}` : `PATH has ${found}`);
    }
    if (profile.version !== undefined) {
        facts.push(`${name} uses version ${profile.version}, installed before its first session unless PATH has it`);
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
        const file = (0,read_text_file/* readTextFile */.G)((0,external_node_path_.join)(folder, 'package.json'), 1024 * 1024);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/doctor/check-provider-keys.js
/**
 * Whether the programs of codex and claude_code have a key for their provider, or a login. Looks at variables and files;
 * whether a key is right only its provider knows. Where it can't be told, because settings of the author's own name
 * another provider, nothing is said.
 */



function checkProviderKeys({ workflow, env, home, placeOf }) {
    const profiles = new Map(workflow.stages.map(({ agent }) => [agent.name, agent]));
    return [...profiles.values()].flatMap((profile) => {
        if (profile.runtime === 'command')
            return [];
        const ways = WAYS[profile.runtime]({ env, home, dir: workflow.dir });
        if (hasWay(profile, ways, env))
            return [];
        const message = `agent \`${profile.name}\` has no key for its provider: ${explain(profile, ways, env)}, and there is no login in ${ways.folder}. Add the secret to the repository and hand it in by \`env:\` of the step`;
        const place = placeOf(['agents', profile.name, 'runtime']);
        return [{ severity: 'warning', code: 'no_provider_key', message, place }];
    });
}
const WAYS = {
    claude_code({ env, home, dir }) {
        const folder = env.CLAUDE_CONFIG_DIR || (0,external_node_path_.join)(home, '.claude');
        const documented = ['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'];
        const variables = [
            ...documented,
            'ANTHROPIC_AUTH_TOKEN',
            'CLAUDE_CODE_OAUTH_REFRESH_TOKEN',
            'ANTHROPIC_CUSTOM_HEADERS',
            'ANTHROPIC_PROFILE',
            'ANTHROPIC_FEDERATION_RULE_ID',
        ];
        return {
            documented,
            variables,
            otherProvider: 'CLAUDE_CODE_USE_',
            folder,
            login: (0,external_node_path_.join)(folder, '.credentials.json'),
            settings: [
                (0,external_node_path_.join)(folder, 'settings.json'),
                (0,external_node_path_.join)(dir, '.claude', 'settings.json'),
                (0,external_node_path_.join)(dir, '.claude', 'settings.local.json'),
                '/etc/claude-code/managed-settings.json',
                '/Library/Application Support/ClaudeCode/managed-settings.json',
                // whose login it is; the login itself is in macOS' keychain there
                (0,external_node_path_.join)(env.CLAUDE_CONFIG_DIR || home, '.claude.json'),
            ],
            speaking: new RegExp(`apiKeyHelper|oauthAccount|primaryApiKey|CLAUDE_CODE_USE_|${variables.join('|')}`),
            flags: ['--settings'],
        };
    },
    codex({ env, home, dir }) {
        const folder = env.CODEX_HOME || (0,external_node_path_.join)(home, '.codex');
        const documented = ['CODEX_API_KEY'];
        return {
            documented,
            // a server of the author's own may want no key
            variables: [...documented, 'CODEX_ACCESS_TOKEN', 'OPENAI_BASE_URL'],
            folder,
            login: (0,external_node_path_.join)(folder, 'auth.json'),
            settings: [(0,external_node_path_.join)(folder, 'config.toml'), (0,external_node_path_.join)(dir, '.codex', 'config.toml'), '/etc/codex/config.toml'],
            speaking: /provider|base_url|cli_auth_credentials_store/,
            flags: ['-p', '--profile', '--oss'],
        };
    },
};
const MAX_BYTES = 1024 * 1024;
function hasWay({ flags, env: own }, ways, env) {
    const { variables, otherProvider, login, settings, speaking } = ways;
    const isSet = (name) => (env[name] ?? '').trim() !== '';
    if ([...variables, ...own].some(isSet))
        return true;
    if (otherProvider !== undefined &&
        Object.keys(env).some((name) => name.startsWith(otherProvider) && isSet(name)))
        return true;
    if (flags.some((flag) => speaking.test(flag) || ways.flags.includes(flag.split('=', 1)[0] ?? flag)))
        return true;
    return (0,external_node_fs_.existsSync)(login) || settings.some((file) => says(file, speaking));
}
/** A file that is there and can't be read as text may say anything. */
function says(file, speaking) {
    if (!(0,external_node_fs_.existsSync)(file))
        return false;
    const read = (0,read_text_file/* readTextFile */.G)(file, MAX_BYTES);
    return read.kind !== 'text' || speaking.test(read.text);
}
function explain({ runtime }, { documented }, env) {
    const empty = documented.find((name) => env[name] !== undefined);
    const names = documented.map((name) => `\`${name}\``).join(' or ');
    const why = empty === undefined
        ? `${names} is not set`
        : `\`${empty}\` is empty, as it is where a secret does not exist`;
    // as observed: it asks without a key
    return runtime === 'codex' && env.OPENAI_API_KEY
        ? `${why} (\`codex exec\` does not read \`OPENAI_API_KEY\`)`
        : why;
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
// EXTERNAL MODULE: ./lib/report/report.js + 5 modules
var report = __webpack_require__(2062);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
// EXTERNAL MODULE: ./lib/workflow/check-concurrency.js
var check_concurrency = __webpack_require__(9395);
// EXTERNAL MODULE: ./lib/workflow/diagnostic.js
var diagnostic = __webpack_require__(1765);
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
    const { environment, inputs, log, redact } = job;
    const { workspace } = environment;
    const { findings, facts, isCancelled } = await examine(job, workflow, { asksGithub: true });
    const problems = [...found.filter(({ severity }) => severity === 'error'), ...findings].map((finding) => ({
        severity: finding.severity,
        ...describe(finding, workspace),
    }));
    const warnings = found.filter(({ severity }) => severity === 'warning');
    return (0,report/* reportChecked */.Oo)({
        name: (0,diagnostic/* pathIn */.lW)(workspace, inputs.workflowPath),
        problems,
        saidWarnings: warnings.map((warning) => (0,diagnostic/* formatMessage */.hw)(warning, workspace)),
        facts,
        isStrict: inputs.strict,
        isCancelled,
    }, { commandFiles: environment.commandFiles, log, redact });
}
/**
 * Checks everything around a file that was loaded.
 *
 * @param asksGithub false: there is no token, or no repository to ask about
 */
async function examine(job, workflow, { asksGithub }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, interrupts } = job;
        const stops = __addDisposableResource(env_1, (0,signals/* createStops */.C)(LONGEST_MS, interrupts, (what) => log.warning(`${what}: ending the checks`)), false);
        const texts = await readTexts(job, workflow);
        const placeOf = createPlaces(workflow.path, texts[0]?.text ?? '');
        const home = environment.variables.HOME || (0,external_node_os_.homedir)();
        const { workspace, variables: env } = environment;
        const isRoot = process.getuid?.() === 0;
        const [token, programs, checkout] = await Promise.all([
            asksGithub || workflow.intake.kind === 'command'
                ? askGithub(job, workflow, placeOf, stops.everything)
                : { findings: [], facts: [] },
            checkPrograms({ workflow, env, isRoot, placeOf }),
            checkCheckout({ workspace, workflowPath: workflow.path, home }),
        ]);
        return {
            findings: [
                ...checkRunner(process.platform),
                ...checkSecrets(texts),
                ...programs.findings,
                ...checkProviderKeys({ workflow, env, home, placeOf }),
                ...checkPrompts(workflow, placeOf),
                ...checkout,
                ...token.findings,
            ],
            facts: [...describeStages(workflow), ...programs.facts, ...token.facts, ...describeRunner()],
            isCancelled: stops.shutdownAt !== undefined,
        };
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
        const read = (0,read_text_file/* readTextFile */.G)(file, 1024 * 1024);
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
async function askGithub({ environment, inputs, log }, { intake, stages, report }, placeOf, signal) {
    if (intake.kind === 'command') {
        return { findings: [], facts: ['the issues come from a command: GitHub was not asked'] };
    }
    const [{ openGithub }, { checkToken }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(915), __webpack_require__.e(4)]).then(__webpack_require__.bind(__webpack_require__, 7623)),
        __webpack_require__.e(/* import() */ 604).then(__webpack_require__.bind(__webpack_require__, 2604)),
    ]);
    const [owner = '', repo = ''] = inputs.repository.split('/');
    const client = await openGithub(environment, inputs.token, log);
    const { comment } = report;
    return checkToken({ client, repository: { owner, repo }, intake, stages, comment, placeOf }, signal);
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


/***/ })

};

export const id = 832;
export const ids = [832];
export const modules = {

/***/ 451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/dry-run.js
var dry_run = __webpack_require__(5090);
// EXTERNAL MODULE: ./lib/environment/environments.js
var environment_environments = __webpack_require__(995);
// EXTERNAL MODULE: ./lib/environment/git-identity.js
var git_identity = __webpack_require__(3240);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/github/github-error.js
var github_error = __webpack_require__(3343);
// EXTERNAL MODULE: ./lib/github/open-client.js
var open_client = __webpack_require__(7623);
// EXTERNAL MODULE: ./lib/process.js + 6 modules
var process = __webpack_require__(1324);
// EXTERNAL MODULE: ./lib/report/exit.js
var exit = __webpack_require__(1596);
// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
// EXTERNAL MODULE: ./lib/stage/facts.js
var facts = __webpack_require__(7997);
// EXTERNAL MODULE: ./lib/stage/workspace.js
var workspace = __webpack_require__(5519);
// EXTERNAL MODULE: ./lib/tracker/create-tracker.js + 16 modules
var create_tracker = __webpack_require__(1566);
// EXTERNAL MODULE: ./lib/github/list-issues.js
var list_issues = __webpack_require__(5047);
// EXTERNAL MODULE: ./lib/tracker/github-issue.js + 3 modules
var github_issue = __webpack_require__(4744);
// EXTERNAL MODULE: ./lib/tracker/label-state.js
var label_state = __webpack_require__(114);
;// CONCATENATED MODULE: ./lib/tracker/github-unlisted.js



/** What is read at most: ten pages. */
const MOST_ISSUES = 1000;
/**
 * Reads all open issues and says of each that is not among `seen` why no pull takes it. `hasMore`: there are more than
 * were read. Rejects as `GithubClient.request` does.
 */
async function readUnlisted(from, seen, signal) {
    const { client, repository, intake, stages } = from;
    const states = (0,label_state/* statesOf */.kY)(stages, intake.statePrefix);
    const listing = (0,list_issues/* createListing */.X)(client, repository, { labels: [], sort: 'created', direction: 'asc' });
    const { issues, hasMore } = await listing.read((found) => found.length >= MOST_ISSUES, signal);
    return {
        issues: issues
            .filter(({ number }) => !seen.has(String(number)))
            .map((one) => {
            const { id, ref, title, url } = (0,github_issue/* toIssue */.N)(one, '', repository, intake.sanitize);
            return { id, ref, title, url, detail: explainUnlisted(one, intake, states) };
        }),
        hasMore,
    };
}
/** Why the filters of the workflow file keep an open issue out. */
function explainUnlisted({ labels }, { labels: required, excludeLabels, limit }, states) {
    const has = (label) => labels.some((carried) => (0,label_state/* isSameLabel */.zi)(carried, label));
    const excluded = excludeLabels.filter(has);
    const lacking = required.filter((label) => !has(label));
    const why = [
        ...(states.read(labels).kind === 'none'
            ? [
                `it carries no label of a state: ${quote(states.states.map((state) => states.labelOf(state)), ' or ')}`,
            ]
            : []),
        ...(lacking.length > 0 ? [`it lacks ${quote(lacking)}, which \`issues.github.labels\` wants`] : []),
        ...(excluded.length > 0
            ? [`it carries ${quote(excluded)}, which \`issues.github.exclude_labels\` hides`]
            : []),
    ];
    return why.length > 0
        ? why.join('; ')
        : `it was not among the first ${limit} (\`issues.github.limit\`), or it changed just now`;
}
function quote(names, between = ' and ') {
    return names.map((name) => `\`${name}\``).join(between);
}

// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
// EXTERNAL MODULE: ./lib/cli/findings.js + 1 modules
var findings = __webpack_require__(3603);
// EXTERNAL MODULE: ./lib/cli/load.js
var load = __webpack_require__(3132);
// EXTERNAL MODULE: ./lib/cli/local.js + 2 modules
var cli_local = __webpack_require__(6005);
;// CONCATENATED MODULE: ./lib/cli/explain-skip.js
/**
 * Why nothing starts, for somebody who asks now: the run's log has vik's words, which speak of a next cycle, and here is
 * none.
 *
 * @param ended why the looking itself ended early, if there is more to say
 */
function explainSkip({ reason, detail, state }, stages, ended) {
    switch (reason) {
        case 'no-matching-stage': {
            const states = [...new Set(stages.map((stage) => `\`${stage.state}\``))];
            return `no stage starts from the state \`${state}\`; those that start one: ${states.join(', ')}`;
        }
        case 'shutting-down':
            return `not decided: ${ended ?? 'this command was ended'}`;
        default:
            return detail;
    }
}

;// CONCATENATED MODULE: ./lib/cli/plan.js

/**
 * Puts together what was decided and what was never offered, by the issue's number where there is one. It was decided
 * without a limit of issues: here the first ones get the places.
 */
async function createPlan(decided, show) {
    const { outcome, unlisted, workflow } = decided;
    const issues = new Map();
    for (const { issue, stage } of outcome.planned) {
        const { id, ref, title, url, state } = issue;
        const known = issues.get(id);
        const waitsForPlace = known?.waitsForPlace ?? issues.size >= workflow.loop.maxIssueConcurrency;
        const stages = [...(known?.stages ?? []), await show(issue, stage)];
        const cut = workflow.stages.flatMap(({ name, state: from }) => from === state && stages.every((planned) => planned.stage !== name) ? [name] : []);
        issues.set(id, { id, ref, title, url, state, stages, cut, waitsForPlace, why: undefined });
    }
    const nothing = { stages: [], cut: [], waitsForPlace: false };
    for (const skipped of outcome.skipped) {
        const { id, ref, title, url, state, reason } = skipped;
        const why = { reason, detail: explainSkip(skipped, workflow.stages, outcome.detail) };
        if (!issues.has(id))
            issues.set(id, { id, ref, title, url, state, ...nothing, why });
    }
    for (const { id, ref, title, url, detail } of unlisted) {
        const why = { reason: 'not-listed', detail };
        issues.set(id, { id, ref, title, url, state: undefined, ...nothing, why });
    }
    return [...issues.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
/** What a profile says of itself in a plan. */
function describeAgent({ agent }) {
    return { agent: agent.name, runtime: agent.runtime, model: agent.model };
}

// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/stage/template.js + 18 modules
var template = __webpack_require__(9283);
;// CONCATENATED MODULE: ./lib/cli/shown-prompt.js
/** A stage's prompt for an issue as its agent would get it, with its commands shown and not run. */


/** Renders a prompt and starts nothing. Never rejects. */
async function showPrompt({ source, file, pointer }, context, secretNames) {
    try {
        const runCommand = (program) => Promise.resolve(showCommand(program));
        const text = await (0,template/* renderPrompt */.nQ)(source, context, { name: file ?? pointer, secretNames, runCommand });
        return { kind: 'rendered', text };
    }
    catch (error) {
        return { kind: 'failed', reason: (0,errors/* messageOf */.bD)(error) };
    }
}
/** As it would be given to the shell, and the variables with the values in it. */
function showCommand({ program, env }) {
    const values = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const given = values.length === 0 ? '' : ` with ${values.join(' ')}`;
    return `[output of \`${program.trim()}\`${given}]`;
}
/** The beginning of a long text, with how much is left out. Empty lines stay within it. */
function shorten(text, most) {
    const lines = text.trim().split(/\r\n?|\n/);
    const shown = lines
        .slice(0, most.lines)
        .map((line) => (line.length > most.columns ? `${line.slice(0, most.columns).toWellFormed()}...` : line));
    const left = lines.length - shown.length;
    return left === 0 ? shown : [...shown, `... ${left} more ${left === 1 ? 'line' : 'lines'}`];
}

;// CONCATENATED MODULE: ./lib/cli/print-plan.js



const PROMPT = { lines: 8, columns: 160 };
/**
 * Prints each issue with its stages and their prompts, or with the reason why nothing starts, and a last line. A stage whose
 * prompt can't be rendered does not start.
 */
function printPlan(plan, { outcome, hasMore, places, }, { terminal }) {
    for (const issue of plan)
        printIssue(issue, places, terminal);
    if (hasMore)
        terminal.line('there are more open issues than these: the oldest ones were read');
    if (outcome.pulls === 0) {
        terminal.line([`the issues could not be listed: nothing is known of what would start`, 'red']);
        return;
    }
    if (outcome.searched !== undefined)
        terminal.line(`the pull found ${outcome.searched}`);
    terminal.line([describeTotal(plan, places), 'bold']);
}
/** The same for a program; prompts are whole. */
function planToJson(plan) {
    return plan.map(({ id, title, url, state, stages, cut, waitsForPlace, why }) => ({
        id,
        title,
        url: url ?? null,
        state: state ?? null,
        stages: stages.map(({ stage, agent, runtime, model, prompt }) => ({
            stage,
            agent,
            runtime,
            model: model ?? null,
            prompt: prompt.kind === 'rendered' ? prompt.text : null,
            prompt_error: prompt.kind === 'failed' ? prompt.reason : null,
        })),
        cut_by_run_limit: cut,
        waits_for_place: waitsForPlace,
        reason: why?.reason ?? null,
        detail: why?.detail ?? null,
    }));
}
function printIssue({ ref, title, state, stages, cut, waitsForPlace, why }, places, terminal) {
    terminal.line([ref, 'bold'], ` ${(0,plain_text/* plainText */.wh)(title)}`, ...(state === undefined ? [] : [[` (${state})`, 'dim']]));
    const start = waitsForPlace ? `starts when ${describePlace(places)} is free,` : 'starts';
    for (const stage of stages)
        printStage(stage, start, terminal);
    for (const name of cut) {
        terminal.line('  ', [`${name} does not start`, 'yellow'], ': `loop.max_runs_per_issue` is used up by the others');
    }
    if (why !== undefined)
        terminal.line('  ', ['nothing starts', 'yellow'], `: ${why.reason}: ${why.detail}`);
}
function printStage({ stage, agent, runtime, model, prompt }, start, terminal) {
    if (prompt.kind === 'failed') {
        terminal.line('  ', [`${stage} would fail`, 'red'], `: ${prompt.reason}`);
        return;
    }
    const program = model === undefined ? runtime : `${runtime}, ${model}`;
    terminal.line('  ', [`${stage} ${start}`, 'green'], ` with ${agent} (${program})`);
    for (const line of shorten(prompt.text, PROMPT))
        terminal.line(['    | ', 'dim'], line);
}
/** What is waited for, by the number of `loop.max_issue_concurrency`. */
function describePlace(places) {
    return places === 1 ? 'the one place' : `one of ${places} places`;
}
function describeTotal(plan, places) {
    const starting = plan.map(({ stages }) => stages.filter(({ prompt }) => prompt.kind === 'rendered').length);
    const stages = starting.reduce((sum, count) => sum + count, 0);
    const failing = plan.reduce((sum, issue) => sum + issue.stages.length, 0) - stages;
    const issues = starting.filter((count) => count > 0).length;
    const start = stages === 0
        ? `none of ${(0,format/* formatNumber */.ZV)(plan.length, 'open issue')} would start a stage`
        : `${issues} of ${(0,format/* formatNumber */.ZV)(plan.length, 'open issue')} would start ${(0,format/* formatNumber */.ZV)(stages, 'stage')}`;
    const isLimited = plan.some(({ waitsForPlace }) => waitsForPlace);
    const pace = isLimited ? `, ${(0,format/* formatNumber */.ZV)(places, 'issue')} at a time` : '';
    const failures = failing === 0 ? '' : `, ${(0,format/* formatNumber */.ZV)(failing, 'stage')} would fail`;
    return `${start}${pace}${failures}; nothing was started`;
}

;// CONCATENATED MODULE: ./lib/cli/explain.js
/**
 * What a run would do now, without doing it: one pull, every decision, every prompt. It starts nothing but the pull
 * command of the file, and changes nothing: neither on GitHub nor on the disk.
 */
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























/** GitHub's rate limit is waited for no longer. */
const LONGEST_MS = 10 * 60_000;
/** Prints the plan. */
async function explain(local) {
    const { asked, terminal } = local;
    const { workflow, found } = await (0,load/* load */.H)(local);
    if (!asked.json)
        await (0,findings/* printFindings */.c2)(found, local);
    if (workflow === undefined || (0,findings/* isFatal */.BG)(found, asked.strict)) {
        if (asked.json)
            (0,findings/* printJson */.Q2)(found, local, { issues: [] });
        terminal.line(['the workflow file is not fit to run: nothing would start', 'red']);
        return 1;
    }
    (0,cli_local/* assertAskable */.YR)(local, workflow);
    const job = (0,cli_local/* createJob */._S)(local, { mode: 'run', dryRun: true });
    const environments = (0,environment_environments/* createEnvironments */.j)({
        variables: local.environment.variables,
        token: local.token,
        repository: local.repository,
        serverUrl: local.environment.serverUrl,
        workspaceRoot: workflow.workspaceRoot,
        workflowPath: workflow.path,
        hasGitIdentity: (folder) => (0,git_identity/* hasGitIdentity */.J)(local.environment.variables, folder),
    });
    const seen = await look(job, workflow, environments);
    const { outcome, unlisted, hasMore } = seen;
    const plan = await createPlan({ outcome, unlisted, workflow }, (issue, stage) => planStage(issue, stage, workflow, environments));
    if (asked.json)
        (0,findings/* printJson */.Q2)([...found, ...seen.found], local, { issues: planToJson(plan) });
    else
        printPlan(plan, { outcome, hasMore, places: workflow.loop.maxIssueConcurrency }, local);
    const isBad = (0,findings/* isFatal */.BG)(seen.found, asked.strict) || (0,exit/* decideExit */.D)(outcome, 'never') === 1;
    return isBad || plan.some(hasBrokenPrompt) ? 1 : 0;
}
async function look(job, workflow, environments) {
    const { environment, inputs, interrupts, runId, log, redact } = job;
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(environment.runnerTemp ?? (0,external_node_os_.tmpdir)(), 'vik-'));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const processes = (0,process/* createProcesses */.E)({ runId, tempDir, log, redact });
            const stops = __addDisposableResource(env_1, (0,signals/* createStops */.C)(LONGEST_MS, interrupts, (what) => {
                log.warning(`${what}: ending`);
                processes.hurry();
            }), false);
            const tracker = await (0,create_tracker/* createTracker */.P)({ environment, inputs, workflow, processes, environments, log });
            const found = [];
            const deps = { tracker, log: createQuietLog(log, found), timeLeftMs: () => Number.POSITIVE_INFINITY };
            const outcome = await (0,dry_run/* dryRun */.P)({ ...deps, writeEvent: () => { } }, withoutLimit(workflow), stops.sessions);
            await processes.sweep('');
            const rest = outcome.reason === 'drained' ? await lookFurther(job, workflow, outcome, stops.sessions) : NO_MORE;
            return { outcome, ...rest, found };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    finally {
        await (0,promises_.rm)(tempDir, { recursive: true, force: true });
    }
}
/** Who waits for a place is asked about, too: why it would not start may be another thing than the wait. */
function withoutLimit(workflow) {
    return { ...workflow, loop: { ...workflow.loop, maxIssueConcurrency: Number.POSITIVE_INFINITY } };
}
const NO_MORE = { unlisted: [], hasMore: false };
/** The open issues that no pull takes. That they can't be listed is only said: the plan is whole without them. */
async function lookFurther({ environment, inputs, log }, { intake, stages }, outcome, signal) {
    if (intake.kind === 'command')
        return NO_MORE;
    const seen = new Set([
        ...outcome.planned.map(({ issue }) => issue.id),
        ...outcome.skipped.map(({ id }) => id),
    ]);
    const [owner = '', repo = ''] = inputs.repository.split('/');
    try {
        const client = await (0,open_client.openGithub)(environment, inputs.token, log);
        const left = await readUnlisted({ client, repository: { owner, repo }, intake, stages }, seen, signal);
        return { unlisted: left.issues, hasMore: left.hasMore };
    }
    catch (error) {
        const isTheirs = error instanceof github_error/* GithubError */.E1 || error instanceof tracker/* RateLimitError */.OE || error instanceof tracker/* CredentialsError */.lE;
        if (!isTheirs && !signal.aborted)
            throw error;
        log.warning(`the open issues that no pull takes could not be listed: ${(0,errors/* messageOf */.bD)(error)}`);
        return NO_MORE;
    }
}
async function planStage(issue, name, workflow, environments) {
    const stage = workflow.stages.find((one) => one.name === name);
    if (stage === undefined)
        throw new Error(`a stage \`${name}\` was planned that the workflow does not have`);
    const layout = (0,workspace/* createLayout */.Vz)(workflow);
    const context = {
        issue: (0,facts/* buildIssueFields */.d)({ issue, stage: name, workspace: layout.workspaceOf(issue.id) }),
        workspace_root: layout.root,
        workflow_path: workflow.path,
        workflow_dir: workflow.dir,
        env: environments.templateEnv,
    };
    const prompt = await showPrompt(stage.prompt, context, environments.secretNames);
    return { stage: name, ...describeAgent(stage), prompt };
}
function hasBrokenPrompt({ stages }) {
    return stages.some(({ prompt }) => prompt.kind === 'failed');
}
/** What the plan says of each issue need not be said twice; what is said of the pull is also kept in `found`. */
function createQuietLog(log, found) {
    return {
        ...log,
        info: () => { },
        warning(message, annotation) {
            if (annotation?.kind !== 'pull')
                return;
            found.push({ severity: 'warning', code: 'issue_left_out', message });
            log.warning(message, annotation);
        },
        error(message, annotation) {
            found.push({ severity: 'error', code: 'pull_failed', message });
            log.error(message, annotation);
        },
        child: () => createQuietLog(log, found),
    };
}


/***/ }),

/***/ 3603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bq: () => (/* binding */ flatten),
  BG: () => (/* binding */ isFatal),
  c2: () => (/* binding */ printFindings),
  Q2: () => (/* binding */ printJson)
});

// EXTERNAL MODULE: ./lib/environment/secrets.js
var secrets = __webpack_require__(6440);
// EXTERNAL MODULE: ./lib/workflow/diagnostic.js
var diagnostic = __webpack_require__(1765);
// EXTERNAL MODULE: ./lib/workflow/read-text-file.js
var read_text_file = __webpack_require__(4752);
;// CONCATENATED MODULE: ./lib/cli/source-frame.js
/** The line that a finding is about, as compilers show it. */
/** What a terminal shows without breaking the line. */
const MAX_CHARACTERS = 110;
/** Kept before the place in a line that is longer. */
const CONTEXT = 40;
/**
 * The source line with the place of a caret; undefined for a place that the text does not have.
 *
 * @param place line and column from 1, the column in UTF-16 units
 */
function frameSource(text, place) {
    const line = text.split(/\r\n|\r|\n/)[place.line - 1];
    if (line === undefined || line.trim() === '')
        return undefined;
    const at = Math.min(place.column - 1, line.length);
    const from = line.length <= MAX_CHARACTERS || at < MAX_CHARACTERS - CONTEXT ? 0 : at - CONTEXT;
    const to = from + MAX_CHARACTERS;
    const start = from === 0 ? '' : '...';
    const before = start + unitWise(line.slice(from, at));
    return {
        margin: `${String(place.line).padStart(5)} | `,
        source: `${before}${unitWise(line.slice(at, to))}${to < line.length ? '...' : ''}`,
        caretIndent: `${' '.repeat(5)} | ${' '.repeat(columnsOf(before))}`,
    };
}
/** With a space for a tab and a dot for what has no shape, so that the caret stands right. */
function unitWise(text) {
    return text
        .toWellFormed()
        .replaceAll('\t', ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}
/** How many columns a terminal gives to a text: two to what East Asia writes in a square and to emoji. */
function columnsOf(text) {
    let columns = 0;
    for (const character of text) {
        if (/\p{M}/u.test(character))
            continue;
        columns += WIDE.test(character) ? 2 : 1;
    }
    return columns;
}
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

;// CONCATENATED MODULE: ./lib/cli/findings.js
/** What is wrong, for a person with the source line and a caret, or for a program. */




/** The doctor's findings in the form that diagnostics have. */
function flatten({ severity, code, message, place }) {
    return { severity, code, message, ...place };
}
const MAX_BYTES = 4 * 1024 * 1024;
/** Prints each finding as `file:line:column severity message [code]`, errors first, each with its source line. */
async function printFindings(found, { terminal, folder }) {
    const texts = new Map();
    for (const finding of errorsFirst(found)) {
        const { severity, file, line, column } = finding;
        const colour = severity === 'error' ? 'red' : 'yellow';
        if (file === undefined || line === undefined || column === undefined) {
            terminal.line([severity, colour], ` ${finding.message} [${finding.code}]`);
            continue;
        }
        const [place, , message] = (0,diagnostic/* splitDiagnostic */.ot)({ ...finding, file, line, column }, folder);
        terminal.line(`${place} `, [severity, colour], ` ${message}`);
        if (!texts.has(file)) {
            const read = (0,read_text_file/* readTextFile */.G)(file, MAX_BYTES);
            texts.set(file, read.kind === 'text' ? read.text : undefined);
        }
        printSource(texts.get(file) ?? '', { line, column }, terminal);
    }
}
/** A line with a secret in it is not shown, whatever is found there. */
function printSource(text, place, terminal) {
    const frame = frameSource(text, place);
    if (frame === undefined || (0,secrets/* findSecrets */.dL)(frame.source).length > 0 || /extraheader/i.test(frame.source))
        return;
    terminal.line([frame.margin, 'dim'], frame.source);
    terminal.line([frame.caretIndent, 'dim'], ['^', 'cyan']);
}
/** The one JSON document of a command. */
function printJson(found, { terminal, redact }, more = {}) {
    const errors = found.filter(({ severity }) => severity === 'error');
    const warnings = found.filter(({ severity }) => severity === 'warning');
    terminal.answer(redact((0,diagnostic/* diagnosticsToJson */.me)({ errors, warnings }, more)));
}
/** Whether a command must not go on. */
function isFatal(found, strict) {
    return found.some(({ severity }) => severity === 'error' || strict);
}
function errorsFirst(found) {
    return [...found].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}


/***/ }),

/***/ 3132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ load)
/* harmony export */ });
/* harmony import */ var _workflow_load_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(434);

/** Reads the workflow file as a job would. */
async function load({ workflowPath, home, environment }) {
    const { variables, runnerTemp, githubHosted } = environment;
    const loaded = await (0,_workflow_load_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .loadWorkflow */ .G)({
        path: workflowPath,
        home,
        vikHome: variables.VIK_HOME,
        runnerTemp,
        githubHosted,
    });
    return loaded.kind === 'loaded'
        ? { workflow: loaded.workflow, found: loaded.warnings }
        : { workflow: undefined, found: [...loaded.errors.map(withoutInput), ...loaded.warnings] };
}
/** Here is no input that says which file is read. */
function withoutInput(error) {
    return error.code === 'unreadable_file'
        ? { ...error, message: error.message.replace(/; the input .*$/, '') }
        : error;
}


/***/ })

};

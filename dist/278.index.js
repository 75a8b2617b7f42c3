export const id = 278;
export const ids = [278];
export const modules = {

/***/ 1278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ runWorkflow)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/aligned-log.js
/** As long as most references are: `#1234`, `ABC-1`. */
const REF_COLUMNS = 5;
/** A stage's long name may stand out rather than push all other texts to the right. */
const MOST_COLUMNS = 28;
/** The log with labels of one width, so that what the stage runs of a workflow say begins in one column. */
function alignLabels(log, stages) {
    const longest = Math.max(0, ...stages.map(({ name }) => name.length));
    // `[#1234 plan]`
    const width = Math.min(REF_COLUMNS + longest + '[ ]'.length, MOST_COLUMNS);
    return { ...log, child: (label) => log.child(label, width) };
}

// EXTERNAL MODULE: ./lib/dry-run.js
var dry_run = __webpack_require__(5090);
// EXTERNAL MODULE: ./lib/environment/environments.js
var environment_environments = __webpack_require__(995);
// EXTERNAL MODULE: ./lib/environment/git-identity.js
var git_identity = __webpack_require__(3240);
// EXTERNAL MODULE: ./lib/process.js + 6 modules
var lib_process = __webpack_require__(1324);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/make-folders.js
var make_folders = __webpack_require__(4341);
;// CONCATENATED MODULE: ./lib/report/events-log.js



/** Of all runs before together. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * A log of more than 64 MiB becomes `events.1.jsonl`, in the place of an older one. Only for who holds the lock: another
 * run would go on writing into the file under its new name. Never throws.
 */
function putLargeLogAside(path, onFailure) {
    attempt(() => {
        const before = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (before !== undefined && before.size > MAX_BYTES)
            (0,external_node_fs_.renameSync)(path, path.replace(/\.jsonl$/, '.1.jsonl'));
    }, onFailure);
}
/**
 * Opens `logs/events.jsonl` for appending. Lines are written as they happen, so that a kill loses none. When the disk
 * is full, or the file can't be opened, `onFailure` hears of it once and the run goes on without.
 */
function createEventsLog(path, redact, onFailure, now = () => new Date()) {
    let descriptor = attempt(() => {
        (0,make_folders/* makeFolders */.w)((0,external_node_path_.dirname)(path), 0o777);
        return openPlain(path);
    }, onFailure);
    const close = () => {
        if (descriptor !== undefined)
            (0,external_node_fs_.closeSync)(descriptor);
        descriptor = undefined;
    };
    return {
        write(event, fields) {
            const file = descriptor;
            if (file === undefined)
                return;
            const entry = redactJson({ at: now().toISOString(), event, ...fields }, redact);
            const line = Buffer.from(`${JSON.stringify(entry)}\n`);
            const written = attempt(() => writeWhole(file, line), onFailure);
            if (written === undefined)
                close();
        },
        [Symbol.dispose]: close,
    };
}
/** Not through a link, and not into a pipe, for whose reader a plain open would wait: an agent may have put one there. */
function openPlain(path) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = external_node_fs_.constants;
    const descriptor = (0,external_node_fs_.openSync)(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_WRONLY, 0o600);
    if (!(0,external_node_fs_.fstatSync)(descriptor).isFIFO())
        return descriptor;
    (0,external_node_fs_.closeSync)(descriptor);
    throw new Error(`\`${path}\` is a pipe; remove it`);
}
/** A write may take only a part, on a disk that is nearly full. */
function writeWhole(descriptor, bytes) {
    let at = 0;
    while (at < bytes.length)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
    return at;
}
function attempt(action, onFailure) {
    try {
        return action();
    }
    catch (error) {
        onFailure(error);
        return undefined;
    }
}
function redactJson(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (value === null || typeof value !== 'object')
        return value;
    if (isList(value))
        return value.map((item) => redactJson(item, redact));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
}
function isList(value) {
    return Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/report/report.js + 5 modules
var report = __webpack_require__(2062);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/report-run.js
/** What is written when a run has ended: the report, then the last transitions and comments, while there is time. */


/** A runner kills us 10 seconds after its SIGINT; until then labels can be put back. */
const LATEST_WRITE_MS = 6_000;
/** How long the last state of the issues' comments may keep a run from ending. */
const LAST_COMMENTS_MS = 30_000;
/** Of transcripts, prompts and standard error in `report.html`: what a browser opens without trouble. */
const MAX_PAGE_BYTES = 40 * 1024 * 1024;
/** The same when the runner is about to kill us. */
const MAX_HURRIED_BYTES = 4 * 1024 * 1024;
/**
 * Reports, and after a shutdown writes the last transitions while there is time, adding what failed to the report. The
 * page comes first when there is time, so that the outputs name it, and last when the runner is about to kill us.
 */
async function reportRun(job, workflow, layout, { outcome, stops, late, watch }) {
    const { environment, inputs, log, redact } = job;
    const options = {
        commandFiles: environment.commandFiles,
        log,
        redact,
        dryRun: inputs.dryRun,
        failOn: inputs.failOn,
        recordPath: layout.record,
        sessionsPath: layout.sessions,
        repository: inputs.repository,
        workflow: workflow.path,
    };
    const pagePath = stops.shutdownAt === undefined ? await writePage(job, layout, outcome, options) : undefined;
    const reported = (0,report/* report */.z8)(outcome, { ...options, pagePath });
    try {
        await amend(job, layout, { outcome, stops, late, watch, options, pagePath });
        return reported;
    }
    catch (bug) {
        // what was written stands: it is what the run did
        log.error(`internal error after the report, please report it: ${(0,errors/* describeBug */.WP)(bug)}`, {
            title: 'internal error',
        });
        return { ...reported, exitCode: 1 };
    }
}
/** Writes the last transitions and comments while there is time, and the report again when that taught us something. */
async function amend(job, layout, { outcome, stops, late, watch, options, pagePath, }) {
    const commented = watch.finishComments(AbortSignal.any([stops.everything, AbortSignal.timeout(LAST_COMMENTS_MS)]), () => leftToWriteMs(stops));
    const notUndone = await late.write(AbortSignal.timeout(leftToWriteMs(stops)));
    for (const what of notUndone)
        job.log.error(what);
    const whole = { ...outcome, notUndone };
    if (notUndone.length > 0)
        (0,report/* amendReport */.an)(whole, { ...options, pagePath });
    if (pagePath === undefined && hasTimeForPage(stops)) {
        const latePath = await writePage(job, layout, whole, options);
        if (latePath !== undefined)
            (0,report/* amendReport */.an)(whole, { ...options, pagePath: latePath });
    }
    await commented;
}
/** Milliseconds in which labels and comments can still be written. */
function leftToWriteMs({ shutdownAt }) {
    const sinceMs = shutdownAt === undefined ? 0 : performance.now() - shutdownAt;
    return Math.max(0, Math.ceil(LATEST_WRITE_MS - sinceMs));
}
function hasTimeForPage({ shutdownAt }) {
    return shutdownAt !== undefined && performance.now() - shutdownAt < LATEST_WRITE_MS;
}
/** Writes the page for people; its path, or undefined when there is none. */
async function writePage({ environment, log, runId }, layout, outcome, options) {
    // a run that did nothing has nothing to show, and is the one that has to be quick
    if (outcome.attempts.length + outcome.skipped.length + outcome.planned.length === 0)
        return undefined;
    try {
        const [{ loadPageShell }, { writeHtmlReport }] = await Promise.all([
            __webpack_require__.e(/* import() */ 516).then(__webpack_require__.bind(__webpack_require__, 7516)),
            __webpack_require__.e(/* import() */ 354).then(__webpack_require__.bind(__webpack_require__, 8354)),
        ]);
        writeHtmlReport(outcome, {
            ...options,
            shell: loadPageShell(),
            htmlPath: layout.page,
            eventsPath: layout.events,
            runId,
            runUrl: environment.runUrl,
            maxEmbeddedBytes: outcome.reason === 'cancelled' ? MAX_HURRIED_BYTES : MAX_PAGE_BYTES,
        });
        return layout.page;
    }
    catch (error) {
        log.warning(`\`report.html\` could not be written: ${String(error)}`, { kind: 'report' });
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/dispatch/dispatcher.js + 14 modules
var dispatch_dispatcher = __webpack_require__(2323);
// EXTERNAL MODULE: ./lib/stop.js
var stop = __webpack_require__(1503);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker_tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/intake.js
/**
 * When to read the tracker, and when there is nothing left to do. One pull is yielded at a time; the consumer offers it
 * to the dispatcher before the next wait begins.
 */



const LOW_RATE_PACE_MS = 5 * 60_000;
/** A run in which nothing runs does not wait longer than this for GitHub's rate limit. */
const LONGEST_QUIET_WAIT_MS = 5 * 60_000;
const MAX_FAILURES_IN_A_ROW = 3;
/** Yields pulls until drained, and last of all the end with its reason. */
async function* intake(deps, rules, signal) {
    const { tracker, dispatch, count, log } = deps;
    // after a session's end a pull may come sooner than after `idle_sec`
    const soonMs = Math.min(rules.idleMs, tracker.kind === 'github' ? 15_000 : 2_000);
    const warned = new Set();
    let failures = 0;
    while (!signal.aborted && dispatch.closed === undefined) {
        const beganAt = performance.now();
        const endedBefore = dispatch.endedRuns;
        let paceMs = rules.idleMs;
        let earliestMs = soonMs;
        let pull;
        try {
            pull = await tracker.pull(signal);
        }
        catch (error) {
            if (signal.aborted)
                break;
            if (error instanceof tracker_tracker/* CredentialsError */.lE) {
                dispatch.close({ reason: 'credentials', detail: error.message });
                break;
            }
            const message = (0,errors/* messageOf */.bD)(error);
            deps.onPull({ error: message });
            if (error instanceof tracker_tracker/* RateLimitError */.OE) {
                log.warning(message, { kind: 'rate-limit', title: 'rate limit' });
                const isTooLong = await waitForReset(error.resetAt);
                if (!isTooLong)
                    continue;
                yield { kind: 'end', reason: 'rate-limited', detail: message };
                return;
            }
            failures += 1;
            count.failed += 1;
            log.error(`pull failed (${failures} of ${MAX_FAILURES_IN_A_ROW} in a row): ${message}`, {
                title: 'pull failed',
            });
            if (failures === MAX_FAILURES_IN_A_ROW) {
                yield { kind: 'end', reason: 'intake-failed', detail: message };
                return;
            }
            earliestMs = rules.idleMs;
        }
        if (pull !== undefined) {
            failures = 0;
            count.succeeded += 1;
            count.searched = pull.searched;
            deps.onPull({ issues: pull.issues.length });
            for (const warning of pull.warnings) {
                // a pull comes every few seconds: what all of them say is said once
                if (!warned.has(warning))
                    log.warning(warning, { kind: 'pull', title: 'issue left out' });
                warned.add(warning);
            }
            if (pull.rateLimitLow)
                earliestMs = paceMs = Math.max(paceMs, LOW_RATE_PACE_MS);
            yield { kind: 'pull', pull, beganAt };
        }
        const end = await waitForNextPull(beganAt, endedBefore, paceMs, earliestMs, failures > 0);
        if (end !== undefined) {
            yield { kind: 'end', ...end };
            return;
        }
    }
    const { closed } = dispatch;
    yield {
        kind: 'end',
        reason: closed?.reason ?? ((0,stop/* stopKind */.J)(signal) === 'time-budget' ? 'time-budget' : 'cancelled'),
        detail: closed?.detail,
    };
    /** Waits until another pull is due; answers the end instead when there is nothing left to do. */
    async function waitForNextPull(beganAt, endedBefore, paceMs, earliestMs, failed) {
        while (!signal.aborted && dispatch.closed === undefined) {
            const isFresh = !failed && dispatch.endedRuns === endedBefore;
            if (dispatch.isIdle && isFresh) {
                return dispatch.isOutOfTime
                    ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
                    : { reason: 'drained', detail: undefined };
            }
            if (!pullsLeft(count, rules)) {
                if (dispatch.isIdle) {
                    return dispatch.isOutOfTime
                        ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
                        : { reason: 'max-iterations', detail: undefined };
                }
                await dispatch.change(Number.POSITIVE_INFINITY, signal);
                continue;
            }
            const sinceMs = performance.now() - beganAt;
            const wantsSoon = dispatch.wantsPull || (!isFresh && !dispatch.hasWaiting);
            const dueMs = (wantsSoon ? earliestMs : paceMs) - sinceMs;
            if (dueMs <= 0)
                return undefined;
            await dispatch.change(dueMs, signal);
        }
        return undefined;
    }
    /** Waits for the reset; answers true instead when nothing runs and the reset is too far off. */
    async function waitForReset(resetAt) {
        // never at once: a reset that is over by our clock may not be over by GitHub's
        const untilMs = Math.max(resetAt.getTime(), Date.now() + soonMs);
        while (!signal.aborted && dispatch.closed === undefined) {
            const leftMs = untilMs - Date.now();
            if (leftMs <= 0)
                return false;
            if (dispatch.isQuiet && leftMs > LONGEST_QUIET_WAIT_MS)
                return true;
            await dispatch.change(leftMs, signal);
        }
        return false;
    }
}
/** Whether `max_iterations` allows another pull. Failed pulls do not count: three in a row end the run. */
function pullsLeft(count, rules) {
    return rules.maxIterations === undefined || count.succeeded < rules.maxIterations;
}

// EXTERNAL MODULE: ./lib/left-issues.js
var left_issues = __webpack_require__(9051);
;// CONCATENATED MODULE: ./lib/run.js
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
/** The story of a run: pull -> offer -> ... until drained -> what became of everything. */






/**
 * Works the tracker's issues until drained.
 *
 * @param signal ends what runs: aborted with a `StopRequest` by the time budget or a shutdown
 */
async function run(deps, workflow, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { tracker, log } = deps;
        const startedAt = new Date();
        const rules = { idleMs: workflow.intake.idleMs, maxIterations: workflow.loop.maxIterations };
        const count = { succeeded: 0, failed: 0, searched: undefined };
        const dispatcher = (0,dispatch_dispatcher/* createDispatcher */.S)(workflow, { ...deps, pullsLeft: () => pullsLeft(count, rules), waitsForReset: true }, signal);
        const _status = __addDisposableResource(env_1, deps.showStatus(() => dispatcher.waitingIssues), false);
        const onPull = (fields) => deps.writeEvent('pull', fields);
        let end = { reason: 'cancelled', detail: undefined };
        let last;
        try {
            for await (const step of intake({ tracker, dispatch: dispatcher, count, log, onPull }, rules, signal)) {
                if (step.kind === 'end') {
                    end = step;
                }
                else {
                    dispatcher.offer(step.pull, step.beganAt);
                    last = step;
                }
            }
        }
        catch (bug) {
            // nothing may start, or still run, when the lock is given back
            dispatcher.close({ reason: 'cancelled', detail: 'an internal error' });
            await dispatcher.drain();
            throw bug;
        }
        const attempts = await dispatcher.drain();
        // the runner may end us while the sessions that the time budget ended are still ending
        if (end.reason === 'time-budget' && (0,stop/* stopKind */.J)(deps.shutdown) === 'shutdown') {
            end = { reason: 'cancelled', detail: undefined };
        }
        const skipped = dispatcher.skipped();
        if (end.reason === 'cost-limit')
            end = { ...end, detail: withIssuesLeft(end.detail, { skipped, attempts }) };
        const unchecked = skipped.find(({ reason }) => reason === 'check-failed');
        const wasAnswered = skipped.some(({ reason }) => CHECKED.includes(reason));
        if (attempts.length === 0 && unchecked !== undefined && !wasAnswered && isQuietEnd(end)) {
            // a green run in which nothing happened, because nothing could be asked
            const detail = `no issue was started: ${unchecked.ref} ${unchecked.detail}`;
            log.error(detail, { title: 'no issue could be checked' });
            end = { reason: 'intake-failed', detail };
        }
        return {
            ...end,
            startedAt,
            endedAt: new Date(),
            pulls: count.succeeded,
            failedPulls: count.failed,
            attempts,
            skipped,
            unmoved: deps.shutdown.aborted ? [] : await findUnmoved(deps, attempts, last),
            planned: [],
            searched: count.searched,
            hasMore: last?.pull.isCut === true,
            notUndone: [],
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
/** What a check before the start answers. */
const CHECKED = ['changed', 'not-trusted', 'edited-after-label'];
function isQuietEnd({ reason }) {
    return reason === 'drained' || reason === 'max-iterations';
}
/** The next run has these to do, also what was being prepared; what never could have started is not among them. */
function withIssuesLeft(detail = 'the limit is reached', outcome) {
    const left = (0,left_issues/* countLeftIssues */.$)(outcome, ['cost-limit']);
    return `${detail}; ${left} ${left === 1 ? 'issue is' : 'issues are'} left for the next run`;
}
/** How long the last look at all issues may take. */
const LAST_LOOK_MS = 20_000;
/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved({ tracker, log, shutdown }, attempts, last) {
    const completed = attempts.filter(({ final, verdict }) => final && verdict.state === 'completed');
    const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
    const isTold = ({ endedAt }) => lastBeganAt >= endedAt.getTime();
    const told = stillListed(last?.pull, completed.filter(isTold));
    const untold = completed.filter((attempt) => !isTold(attempt));
    if (untold.length > 0 && tracker.kind === 'command') {
        const refs = untold.map(({ issue }) => issue.ref).join(', ');
        log.info(`it is not known whether ${refs} moved: no pull is left (\`loop.max_iterations\`)`);
    }
    if (untold.length === 0 || tracker.kind === 'command')
        return told;
    const signal = AbortSignal.any([shutdown, AbortSignal.timeout(LAST_LOOK_MS)]);
    (0,external_node_events_.setMaxListeners)(0, signal);
    try {
        // one listing for all; it may lag behind the last transitions, so what it shows is asked about singly
        const candidates = stillListed(await tracker.pull(signal), untold);
        const answers = await Promise.all(candidates.map(({ issue }) => tracker.admit(issue, signal)));
        return [...told, ...candidates.filter((_, index) => isStillThere(answers[index]))];
    }
    catch (error) {
        const why = signal.aborted ? 'the tracker did not answer in time' : (0,errors/* messageOf */.bD)(error);
        if (!shutdown.aborted)
            log.warning(`it is not known whether the completed issues have moved: ${why}`);
        return told;
    }
}
/** Those that a pull shows in the state that started their stage. */
function stillListed(pull, completed) {
    const states = new Map(pull?.issues.map(({ id, state }) => [id, state]));
    const found = new Map(completed
        .filter(({ issue }) => states.get(issue.id) === issue.state)
        .map(({ issue, stage }) => [`${issue.id}/${stage}`, { issue, stage }]));
    return [...found.values()];
}
/** One that is refused for what somebody did to it is where it was. */
function isStillThere(answer) {
    return (answer?.kind === 'admitted' || answer?.reason === 'not-trusted' || answer?.reason === 'edited-after-label');
}

;// CONCATENATED MODULE: ./lib/session-runner.js
/** Loads the agents' code with the first session: an idle run does without it. */
function createSessionRunner(processes, redact, install) {
    const load = async () => {
        const [{ runSession }, { createAgentVersions }, { createAgentPrograms }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(878), __webpack_require__.e(723)]).then(__webpack_require__.bind(__webpack_require__, 6723)),
            Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 6649)),
            Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(320)]).then(__webpack_require__.bind(__webpack_require__, 1320)),
        ]);
        const versions = createAgentVersions(processes);
        const programs = createAgentPrograms({ processes, ...install });
        return { runSession, shared: { processes, redact, versions, programs } };
    };
    let loading;
    return async (spec, log, signal) => {
        loading ??= load();
        const { runSession, shared } = await loading;
        return runSession(spec, { ...shared, log }, signal);
    };
}

// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
;// CONCATENATED MODULE: ./lib/stage/late-transitions.js
function createLateTransitions() {
    const late = [];
    return {
        add: (transition) => late.push(transition),
        async write(signal) {
            const failures = await Promise.all(late.map((transition) => transition(signal)));
            return failures.filter((failure) => failure !== undefined);
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/process/plain-file.js
var plain_file = __webpack_require__(896);
// EXTERNAL MODULE: ./lib/stage/workspace.js
var stage_workspace = __webpack_require__(5519);
;// CONCATENATED MODULE: ./lib/stage/lock.js
/** One run at a time on one disk: `<root>/workflows/<key>/lock`. */








const lockSchema = schemas/* object */.Ikc({
    pid: schemas/* int */.Whr().positive(),
    /** The process's start as its kernel tells it, so that another process with the same pid is not taken for it. */
    process_start: schemas/* string */.YjP().nullable(),
    run_url: schemas/* string */.YjP().nullable(),
    /** One segment of a marker: what carries it is ended when the lock is taken over. */
    run_id: schemas/* string */.YjP().regex(/^[A-Za-z0-9-]{1,64}$/),
});
/** Nothing that we wrote is longer; whatever is was put there by somebody else. */
const MAX_LOCK_BYTES = 64 * 1024;
/** A takeover is three small file operations. */
const LONGEST_TAKEOVER_MS = 5_000;
/** Of many runs that start at once each has its turn long before. */
const LONGEST_TRY_MS = 30_000;
const MAX_EVENTS_BYTES = 256 * 1024 * 1024;
/** Another run on this disk is at work. */
class LockedError extends Error {
    name = 'LockedError';
}
/**
 * Takes the lock of this workflow on this disk, also over from a run whose process is gone.
 *
 * @throws LockedError that names the run that holds it, also when the lock is another user's, and a WorkspaceError when the folder can't be written
 */
async function takeLock({ layout, runId, runUrl }) {
    await (0,stage_workspace/* makeFolder */.fc)(layout.home);
    const mine = {
        pid: process.pid,
        process_start: await readProcessStart(process.pid),
        run_url: runUrl ?? null,
        run_id: runId,
    };
    const startedAt = performance.now();
    let takenOver;
    while (!(await create(layout.lock, mine))) {
        if (performance.now() - startedAt > LONGEST_TRY_MS) {
            throw new stage_workspace/* WorkspaceError */.kP(`the lock \`${layout.lock}\` can't be taken: something else changes it all the time`);
        }
        const holder = await readLock(layout.lock);
        if (holder === 'gone')
            continue;
        if (holder !== 'unreadable' && (await isAlive(holder))) {
            throw new LockedError(`another run works in \`${layout.home}\` (process ${holder.pid}${holder.run_url === null ? '' : `, ${holder.run_url}`}); ` +
                'give the workflow a `concurrency` group, or wait until that run has ended');
        }
        if (holder === 'unreadable') {
            if (performance.now() - startedAt > LONGEST_TAKEOVER_MS) {
                throw new stage_workspace/* WorkspaceError */.kP(`what stands in the place of the lock \`${layout.lock}\` is none and can't be moved away; remove it`);
            }
            takenOver = { runId: undefined, unfinished: [] };
            await removeUnreadable(layout.lock);
        }
        else if (await replaceStale(layout.lock, holder, mine)) {
            takenOver = { runId: holder.run_id, unfinished: await readUnfinished(layout.events, holder.run_id) };
            break;
        }
    }
    return {
        takenOver,
        async [Symbol.asyncDispose]() {
            const holder = await readLock(layout.lock).catch(() => 'unreadable');
            if (typeof holder !== 'object' || holder.run_id !== runId)
                return;
            // one that stays is stale in a moment, and the run has been reported
            await (0,promises_.rm)(layout.lock, { force: true }).catch(() => { });
        },
    };
}
/** Creates the lock with its content in one step, so that nobody reads half of it. */
async function create(file, content) {
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.writeFile)(draft, JSON.stringify(content), { mode: 0o600 });
        await (0,promises_.link)(draft, file);
        return true;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        const why = (0,errors/* messageOf */.bD)(error);
        throw new stage_workspace/* WorkspaceError */.kP(`can't make the lock \`${file}\`: ${why}`, { cause: error });
    }
    finally {
        // what could not be made is not there to be removed
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
    }
}
/**
 * Puts our lock in the place of a killed run's; false when another run is doing it. Of many racers one gets the second
 * name of the dead lock, and only who has that name replaces it: so the one that works also knows whom it took over.
 */
async function replaceStale(file, holder, mine) {
    const right = `${file}.taken-${holder.run_id}`;
    try {
        await (0,promises_.link)(file, right);
    }
    catch {
        // another racer has it, or has replaced the lock already; one that was killed with it is not waited for for ever
        await (0,external_node_timers_promises_.setTimeout)(20);
        const since = await (0,promises_.stat)(right).then((found) => Date.now() - found.ctimeMs, () => 0);
        if (since > LONGEST_TAKEOVER_MS)
            await (0,promises_.rm)(right, { force: true });
        return false;
    }
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        const found = await readLock(right);
        if (typeof found !== 'object' || found.run_id !== holder.run_id)
            return false;
        await (0,promises_.writeFile)(draft, JSON.stringify(mine), { mode: 0o600 });
        await (0,promises_.rename)(draft, file);
        return true;
    }
    finally {
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
        await (0,promises_.rm)(right, { force: true }).catch(() => { });
    }
}
/** Removes what stands in the place of the lock and is none; a lock that came in between is put back. */
async function removeUnreadable(file) {
    const moved = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.rename)(file, moved);
    }
    catch {
        // somebody else moved it first, or it can't be moved: the next try to create ours finds what is there now
        await (0,external_node_timers_promises_.setTimeout)(20);
        return;
    }
    const isLock = await readLock(moved).then((found) => typeof found === 'object', 
    // another user's, which came in between
    () => true);
    if (isLock)
        await (0,promises_.link)(moved, file).catch(() => { }); // EEXIST: a third run holds it
    // recursive: whatever stood there, it was no lock
    await (0,promises_.rm)(moved, { recursive: true, force: true });
}
async function readLock(file) {
    let text;
    try {
        text = (0,plain_file/* readPlainFile */.b$)(file, MAX_LOCK_BYTES);
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        // a link that leads nowhere can neither be read nor be made anew
        if (code === 'ENOENT')
            return isLink(file) ? 'unreadable' : 'gone';
        if (code === 'EACCES' || code === 'EPERM') {
            throw new LockedError(`the lock \`${file}\` can't be read (${code}): the run of another user may be at work. Run as that user, or give this workflow a \`workspace.root\` of its own`, { cause: error });
        }
        // also what is no file: an agent may have put a pipe there
        return 'unreadable';
    }
    try {
        return lockSchema.parse(JSON.parse(text));
    }
    catch {
        // whatever it is, no run of ours wrote it whole
        return 'unreadable';
    }
}
function isLink(file) {
    return (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
async function isAlive(holder) {
    try {
        process.kill(holder.pid, 0);
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ESRCH')
            return false;
    }
    const start = await readProcessStart(holder.pid);
    return start === null || holder.process_start === null || start === holder.process_start;
}
/** Field 22 of /proc/<pid>/stat with the boot's id (a pid and its ticks can repeat after a reboot); null elsewhere. */
async function readProcessStart(pid) {
    try {
        const [stat, boot] = await Promise.all([
            (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8'),
            (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8'),
        ]);
        // the command's name (field 2) is in parentheses and may hold anything
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
    }
    catch {
        // no /proc on this system, or the process is gone
        return null;
    }
}
const eventSchema = schemas/* object */.Ikc({
    event: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    issue: schemas/* string */.YjP().optional(),
    stage: schemas/* string */.YjP().nullable().optional(),
});
/** The attempts that a run began and never ended, from its event log. */
async function readUnfinished(eventsFile, runId) {
    const text = readOrNothing(eventsFile);
    const open = new Set();
    for (const line of text.split('\n')) {
        if (!line.includes(runId))
            continue;
        const event = parseEvent(line);
        if (event?.run !== runId || event.issue === undefined)
            continue;
        const name = `${event.issue} ${event.stage ?? ''}`.trim();
        if (event.event === 'attempt_started')
            open.add(name);
        if (event.event === 'attempt_ended')
            open.delete(name);
    }
    return [...open];
}
/** It only serves a sentence in the log: a log that can't be read, or is too long, is as good as none. */
function readOrNothing(eventsFile) {
    try {
        return (0,plain_file/* readPlainFile */.b$)(eventsFile, MAX_EVENTS_BYTES);
    }
    catch {
        return '';
    }
}
function parseEvent(line) {
    try {
        return eventSchema.parse(JSON.parse(line));
    }
    catch {
        // a line that was cut off when its process was killed
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/stage/private-files.js


/** What the names end with. Those of a killed run are known by it. */
const ENDINGS = ['issue.json', 'description.md', 'private-prompt.md', 'known-commits'];
/**
 * Writes the issue's files as `<folder>/<name>.*` with mode 0600; disposing removes them. `name` is one that nothing in
 * the folder has. Synchronous inside: through the thread pool such small files cost five times as much, and a thousand
 * stage runs wait for them.
 */
async function createPrivateFiles(folder, name, fields) {
    const written = [];
    async function write(ending, text) {
        const file = external_node_path_.join(folder, `${name}.${ending}`);
        written.push(file);
        (0,external_node_fs_.writeFileSync)(file, text, { mode: 0o600, flag: 'wx' });
        return file;
    }
    async function remove() {
        for (const file of written) {
            try {
                (0,external_node_fs_.rmSync)(file, { force: true });
            }
            catch {
                // one that can't be removed (its folder was replaced) must not cost the outcome of the attempt
            }
        }
    }
    try {
        return {
            issue: await write('issue.json', JSON.stringify(fields, null, 2)),
            description: await write('description.md', typeof fields.description === 'string' ? fields.description : ''),
            write,
            writePrompt: (text) => write('private-prompt.md', text),
            [Symbol.asyncDispose]: remove,
        };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
/**
 * Removes what a killed run left of such files in the folders of `<sessions>/<issue>`: this run may hand that folder on
 * as an artifact. Nobody else may be at work there.
 */
function removeLeftPrivateFiles(sessions) {
    for (const issue of entriesOf(sessions).filter((entry) => entry.isDirectory())) {
        const folder = external_node_path_.join(sessions, issue.name);
        for (const { name } of entriesOf(folder).filter((entry) => !entry.isDirectory())) {
            if (!ENDINGS.some((ending) => name.endsWith(`.${ending}`)))
                continue;
            try {
                (0,external_node_fs_.rmSync)(external_node_path_.join(folder, name), { force: true });
            }
            catch {
                // what can't be removed is as it was before: no reason not to work
            }
        }
    }
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        // never made, or replaced by something else
        return [];
    }
}

// EXTERNAL MODULE: ./lib/agent/budget.js
var budget = __webpack_require__(5064);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/start-line.js


/** A title's beginning says which issue it is; the line has more to say. */
const MAX_TITLE = 60;
/** The line of the log with which an attempt starts: `started with coder (codex, gpt-5.5) on "Fix the login"`. */
function formatStart({ agent, title, attempt, limits }) {
    const program = agent.model === undefined ? agent.runtime : `${agent.runtime}, ${agent.model}`;
    const shown = (0,markdown/* shorten */.ml)((0,plain_text/* plainText */.wh)(title), MAX_TITLE);
    return [
        `started with ${agent.name} (${program})`,
        ...(shown === '' ? [] : [` on "${shown}"`]),
        ...(attempt > 1 ? [`, attempt ${attempt}`] : []),
        ...(limits === undefined ? [] : [`; ${limits}`]),
    ].join('');
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/rng.js
const rnds8 = new Uint8Array(16);
function rng() {
    return crypto.getRandomValues(rnds8);
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/stringify.js

const byteToHex = [];
for (let i = 0; i < 256; ++i) {
    byteToHex.push((i + 0x100).toString(16).slice(1));
}
function unsafeStringify(arr, offset = 0) {
    return (byteToHex[arr[offset + 0]] +
        byteToHex[arr[offset + 1]] +
        byteToHex[arr[offset + 2]] +
        byteToHex[arr[offset + 3]] +
        '-' +
        byteToHex[arr[offset + 4]] +
        byteToHex[arr[offset + 5]] +
        '-' +
        byteToHex[arr[offset + 6]] +
        byteToHex[arr[offset + 7]] +
        '-' +
        byteToHex[arr[offset + 8]] +
        byteToHex[arr[offset + 9]] +
        '-' +
        byteToHex[arr[offset + 10]] +
        byteToHex[arr[offset + 11]] +
        byteToHex[arr[offset + 12]] +
        byteToHex[arr[offset + 13]] +
        byteToHex[arr[offset + 14]] +
        byteToHex[arr[offset + 15]]).toLowerCase();
}
function stringify(arr, offset = 0) {
    const uuid = unsafeStringify(arr, offset);
    if (!validate(uuid)) {
        throw TypeError('Stringified UUID is invalid');
    }
    return uuid;
}
/* harmony default export */ const dist_node_stringify = ((/* unused pure expression or super */ null && (stringify)));

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/v7.js


const _state = {};
function v7(options, buf, offset) {
    let bytes;
    if (options) {
        bytes = v7Bytes(options.random ?? options.rng?.() ?? rng(), options.msecs, options.seq, buf, offset);
    }
    else {
        const now = Date.now();
        const rnds = rng();
        updateV7State(_state, now, rnds);
        bytes = v7Bytes(rnds, _state.msecs, _state.seq, buf, offset);
    }
    return buf ?? unsafeStringify(bytes);
}
function updateV7State(state, now, rnds) {
    state.msecs ??= -Infinity;
    state.seq ??= 0;
    if (now > state.msecs) {
        state.seq = v7Sequence(rnds);
        state.msecs = now;
    }
    else {
        state.seq = (state.seq + 1) | 0;
        if (state.seq === 0) {
            state.msecs++;
        }
    }
    return state;
}
function v7Bytes(rnds, msecs, seq, buf, offset = 0) {
    if (rnds.length < 16) {
        throw new Error('Random bytes length must be >= 16');
    }
    if (!buf) {
        buf = new Uint8Array(16);
        offset = 0;
    }
    else {
        if (offset < 0 || offset + 16 > buf.length) {
            throw new RangeError(`UUID byte range ${offset}:${offset + 15} is out of buffer bounds`);
        }
    }
    msecs ??= Date.now();
    seq ??= v7Sequence(rnds);
    buf[offset++] = (msecs / 0x10000000000) & 0xff;
    buf[offset++] = (msecs / 0x100000000) & 0xff;
    buf[offset++] = (msecs / 0x1000000) & 0xff;
    buf[offset++] = (msecs / 0x10000) & 0xff;
    buf[offset++] = (msecs / 0x100) & 0xff;
    buf[offset++] = msecs & 0xff;
    buf[offset++] = 0x70 | ((seq >>> 28) & 0x0f);
    buf[offset++] = (seq >>> 20) & 0xff;
    buf[offset++] = 0x80 | ((seq >>> 14) & 0x3f);
    buf[offset++] = (seq >>> 6) & 0xff;
    buf[offset++] = ((seq << 2) & 0xff) | (rnds[10] & 0x03);
    buf[offset++] = rnds[11];
    buf[offset++] = rnds[12];
    buf[offset++] = rnds[13];
    buf[offset++] = rnds[14];
    buf[offset++] = rnds[15];
    return buf;
}
function v7Sequence(rnds) {
    return ((rnds[6] & 0x7f) << 24) | (rnds[7] << 16) | (rnds[8] << 8) | rnds[9];
}
/* harmony default export */ const dist_node_v7 = (v7);

// EXTERNAL MODULE: ./lib/process/start-error.js
var start_error = __webpack_require__(2854);
;// CONCATENATED MODULE: ./lib/stage/git-reflogs.js
/** What git's reflogs say of the commits of a repository: which were made in it, and which were only taken. */
/** The arguments of git whose output `parseReflogs` reads. */
const REFLOG_ARGS = ['log', '--walk-reflogs', '--all', '--format=%H %gD %gs'];
function parseReflogs(text) {
    const reflogs = new Map();
    for (const line of text.split('\n')) {
        const entry = /^([0-9a-f]{40,64}) (HEAD|refs\/(?:heads|remotes)\/\S+)@\{[^}]*\} ?(.*)$/.exec(line);
        if (entry === null)
            continue;
        const [, sha = '', ref = '', what = ''] = entry;
        const entries = reflogs.get(ref);
        if (entries === undefined)
            reflogs.set(ref, [{ sha, what }]);
        else
            entries.push({ sha, what });
    }
    return reflogs;
}
/** The commits that HEAD and the local branches came to by making them here, and by taking what was there. */
function sortByOrigin(reflogs, refs) {
    const made = new Set();
    const taken = new Set();
    for (const [ref, entries] of reflogs) {
        if (ref.startsWith('refs/remotes/'))
            continue;
        for (const { sha, what } of entries) {
            const origin = originOf(what, refs);
            if (origin !== undefined)
                (origin === 'made' ? made : taken).add(sha);
        }
    }
    return { made, taken };
}
/**
 * What a reflog's message says of its commit; undefined when it only says that a ref went where another local one
 * was, whose own reflog tells the rest. All that is not known to take a commit makes one: `commit`, `commit (amend)`,
 * `cherry-pick`, `revert`, `am`, `rebase (pick)`, a merge, other programs' words, and none at all.
 */
function originOf(what, refs) {
    if (/^(?:clone:|initial pull|fetch\b|pull\b.*: (?:fast-forward|storing head))/i.test(what))
        return 'taken';
    if (/^(?:pull\b.*|rebase\b.*)\(start\)/.test(what))
        return 'taken';
    if (/^(?:pull\b.*|rebase\b.*)\((?:finish|abort)\)/.test(what))
        return undefined;
    if (what === 'reset: moving to HEAD')
        return undefined;
    if (what.startsWith('reset:'))
        return 'taken';
    const from = /^checkout: moving from \S+ to (.+)$/.exec(what)?.[1] ??
        /^branch: (?:Created from|Reset to) (.+)$/.exec(what)?.[1];
    if (from !== undefined)
        return from === 'HEAD' || refs.has(`refs/heads/${from}`) ? undefined : 'taken';
    const merged = /^merge (\S+): Fast-forward$/.exec(what)?.[1];
    if (merged === undefined)
        return 'made';
    // a branch of another worktree, which may be gone with its reflog
    return isFromElsewhere(merged, refs) ? 'taken' : undefined;
}
/** Whether a name is that of a commit that a fetch brought, or no name at all. */
function isFromElsewhere(name, refs) {
    if (/^(?:FETCH_HEAD|[0-9a-f]{7,64}|(?:refs\/)?(?:tags|remotes)\/.*)$/.test(name))
        return true;
    return refs.has(`refs/tags/${name}`) || refs.has(`refs/remotes/${name}`);
}

;// CONCATENATED MODULE: ./lib/stage/git-state.js
/**
 * What git says of a workspace, for what a stage expects. An agent may have written its `.git/config`, which can name
 * programs (filters, for one): git runs here with the agent's own environment, so they reach no more than it did.
 */



/** Git could not answer. */
class GitError extends Error {
    name = 'GitError';
}
const TIMEOUT_MS = 60_000;
/** A hundred thousand refs. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Commits that are asked about, HEAD first: an agent may make ten thousand branches. */
const MOST_TIPS = 200;
/** New commits that are looked at below one tip, the newest first. */
const MOST_COMMITS = 20_000;
/** Variables that would lead git to another repository than the workspace's. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_NAMESPACE'];
/** Git in the workspace of one stage run. */
function createGit({ processes, root, workspace, env, nextMarker, keep }) {
    let own;
    return {
        keep,
        async run(args, { stdinFile, allowed = [0] }, signal) {
            own ??= Object.fromEntries(Object.entries(env()).filter(([name]) => !MISLEADING.includes(name)));
            await (0,stage_workspace/* assertInside */.TQ)(root, workspace);
            const exit = await processes.run({
                command: 'git',
                args: ['--no-pager', ...args],
                cwd: workspace,
                env: {
                    ...own,
                    LC_ALL: 'C',
                    GIT_TERMINAL_PROMPT: '0',
                    GIT_OPTIONAL_LOCKS: '0',
                    // a workspace below the checkout is not the checkout's
                    GIT_CEILING_DIRECTORIES: external_node_path_.dirname(workspace),
                },
                ...(stdinFile === undefined ? {} : { stdinFile }),
                marker: nextMarker(),
                timeoutMs: TIMEOUT_MS,
                captureStdoutBytes: MOST_BYTES,
                sweepAfter: true,
            }, signal);
            signal.throwIfAborted();
            const { exitCode: code, stdout, stderrTail: stderr } = exit;
            if (exit.ended !== undefined || code === undefined || !allowed.includes(code)) {
                throw new GitError(`\`git ${args.join(' ')}\` ${describe(exit)}`);
            }
            if (exit.stdoutTruncated) {
                throw new GitError(`\`git ${args.join(' ')}\` printed more than ${MOST_BYTES / 1024 / 1024} MiB`);
            }
            return { code, text: stdout.toString('utf8'), stderr };
        },
    };
}
function describe({ ended, exitCode, signal, stderrTail }) {
    if (ended === 'timeout')
        return `did not end within ${TIMEOUT_MS / 1000} s`;
    const stderr = stderrTail.trim();
    const why = signal === undefined ? `exited with code ${exitCode}` : `was killed by ${signal}`;
    return stderr === '' ? why : `${why}: ${stderr}`;
}
/** Where the refs of the workspace's repository stand; undefined when it is none. */
async function readGitState(git, signal) {
    // 1: there is no ref yet
    const shown = await git.run(['show-ref', '--head'], { allowed: [0, 1, 128] }, signal);
    if (shown.code === 128) {
        if (/not a git repository/i.test(shown.stderr))
            return undefined;
        throw new GitError(`\`git show-ref\` exited with code 128: ${shown.stderr.trim()}`);
    }
    const lines = shown.text.split('\n').filter((line) => line !== '');
    const refs = new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ', 1)[0] ?? '']));
    const head = refs.get('HEAD');
    refs.delete('HEAD');
    const branch = await git.run(['symbolic-ref', '--quiet', '--short', 'HEAD'], { allowed: [0, 1] }, signal);
    return { head, branch: branch.code === 0 ? branch.text.trim() : undefined, refs };
}
/**
 * Compares with an earlier state. What came from elsewhere is nobody's work here, and git's own reflogs tell: a remote
 * branch counts only when it was pushed from this repository since, a local one (and HEAD) only when a commit between
 * the known ones and it was made here. Where they say nothing (they are switched off, or a program wrote the ref
 * itself), a new commit counts.
 *
 * What they can't tell: a commit that was fetched and then put into a branch with `git update-ref` counts, and one that
 * was made with `git commit-tree` and then reset to does not.
 */
async function findNewWork(git, before, now, signal) {
    const moved = [...now.refs].filter(
    // `origin/HEAD` only points at another one of them
    ([ref, sha]) => /^refs\/remotes\/(?!.*\/HEAD$)/.test(ref) && before?.refs.get(ref) !== sha);
    const readOnce = once(() => readReflogs(git, signal));
    const sortOnce = once(async () => sortByOrigin(await readOnce(), now.refs));
    const reflogs = moved.length === 0 ? new Map() : await readOnce();
    const lastPush = (ref) => {
        const entries = reflogs.get(ref) ?? [];
        const old = entries.findIndex(({ sha }) => sha === before?.refs.get(ref));
        return (old < 0 ? entries : entries.slice(0, old)).find(({ what }) => what === 'update by push')?.sha;
    };
    const fetched = moved.filter(([ref]) => lastPush(ref) === undefined).map(([, sha]) => sha);
    const old = [...(before?.refs.values() ?? []), ...(before?.head === undefined ? [] : [before.head])];
    const known = await git.keep([...new Set([...old, ...fetched])].map((sha) => `^${sha}\n`).join(''));
    // HEAD, its branch and what was pushed are mostly one commit, and each answer costs a process
    const answers = new Map();
    const newBelow = async (sha) => {
        const answer = answers.get(sha) ?? (answers.size < MOST_TIPS ? await listBeyond(git, known, [sha], signal) : []);
        answers.set(sha, answer);
        return answer;
    };
    const isNew = async (sha) => (await newBelow(sha)).length > 0;
    const madeHere = new Map();
    const isMadeHere = (sha) => {
        const known = madeHere.get(sha) ?? findMadeHere(sha);
        madeHere.set(sha, known);
        return known;
    };
    const findMadeHere = async (sha) => {
        const commits = await newBelow(sha);
        if (commits.length === 0)
            return false;
        const { made, taken } = await sortOnce();
        if (commits.some((commit) => made.has(commit)))
            return true;
        // what lies below none of those came from nowhere else, as far as the reflogs say
        const elsewhere = commits.filter((commit) => taken.has(commit)).slice(0, MOST_TIPS);
        if (elsewhere.length === 0)
            return true;
        const rest = await listBeyond(git, known, [sha, ...elsewhere.map((commit) => `^${commit}`)], signal);
        return rest.length > 0;
    };
    const isHeadNew = now.head !== undefined && (await isMadeHere(now.head));
    const pushed = [];
    for (const [ref, sha] of moved) {
        const pushedSha = lastPush(ref);
        if (pushedSha === undefined || !(await isNew(pushedSha)))
            continue;
        pushed.push({ branch: ref.replace(/^refs\/remotes\/[^/]+\//, ''), sha });
    }
    const local = [];
    for (const [ref, sha] of now.refs) {
        if (!ref.startsWith('refs/heads/') || before?.refs.get(ref) === sha || !(await isMadeHere(sha)))
            continue;
        local.push({ branch: ref.slice('refs/heads/'.length), sha });
    }
    return { head: isHeadNew ? now.head : undefined, pushed, local };
}
/** Asks when it is first needed, and never again. */
function once(ask) {
    let answer;
    return () => (answer ??= ask());
}
/** The newest commits that can be reached from these and not from those that the file excludes. */
async function listBeyond(git, known, tips, signal) {
    const args = ['rev-list', '--ignore-missing', `--max-count=${MOST_COMMITS}`, '--stdin', ...tips];
    const { text } = await git.run(args, { stdinFile: known }, signal);
    return text.split('\n').filter((line) => line !== '');
}
async function readReflogs(git, signal) {
    // 128: there is no commit yet
    return parseReflogs((await git.run(REFLOG_ARGS, { allowed: [0, 128] }, signal)).text);
}
/** Changes that are not committed, as `git status --porcelain` names them. */
async function readChanges(git, signal) {
    const { text } = await git.run(['status', '--porcelain'], {}, signal);
    return text.split('\n').filter((line) => line !== '');
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/stage/match-output.js

/** Nobody's pattern takes this long; one that does would take for ever. Nothing else moves meanwhile. */
const LIMIT_MS = 500;
/** Whether a text matches a regular expression, found out in bounded time: a pattern like `(a+)+$` can take for ever. */
function matchOutput(pattern, text) {
    try {
        const matches = (0,external_node_vm_.runInNewContext)("new RegExp(pattern, 'u').test(text)", { pattern, text }, { timeout: LIMIT_MS });
        return { kind: matches === true ? 'met' : 'unmet' };
    }
    catch (error) {
        // errors of the other context are no instances of our Error
        const { code, message } = readError(error);
        if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
            return {
                kind: 'failed',
                reason: `the regular expression \`${pattern}\` takes longer than ${LIMIT_MS / 1000} s on the last message: write it without repetitions inside repetitions`,
            };
        }
        return { kind: 'failed', reason: `the regular expression \`${pattern}\` could not be used: ${message}` };
    }
}
function readError(error) {
    if (typeof error !== 'object' || error === null)
        return { code: undefined, message: String(error) };
    return {
        code: 'code' in error ? error.code : undefined,
        message: 'message' in error ? String(error.message) : String(error),
    };
}

;// CONCATENATED MODULE: ./lib/stage/verdict.js

/** The workspace, a hook, the prompt or the program: nothing that another try would mend. */
function setupFailure(reason) {
    return { state: 'failed', class: 'setup', reason };
}
/** The verdict of what the run itself ended. */
function cancelledBy(signal) {
    const reason = (0,stop/* stopKind */.J)(signal) === 'time-budget' ? 'time budget' : 'cancelled by the runner';
    return { state: 'cancelled', class: 'cancelled', reason };
}
/** Whether another try can mend it. */
function isRetryable(verdict) {
    return verdict.state === 'failed' && ['agent', 'timeout', 'stalled'].includes(verdict.class);
}
/** Whether the failure is the issue's own, so that `on_failure` moves it; otherwise only `on_start` is undone. */
function movesOnFailure(verdict) {
    return verdict.state === 'failed' && ['agent', 'timeout', 'stalled', 'budget'].includes(verdict.class);
}
/** A thrown value's message with those of its causes. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const { cause } = error;
    if (!(cause instanceof Error) || error.message.includes(cause.message))
        return error.message;
    return `${error.message}: ${describeError(cause)}`;
}

;// CONCATENATED MODULE: ./lib/stage/expectations.js



/** Reads the starting point. What the world does is in the answer; rejects only for bugs. */
async function readStartingPoint(run, signal) {
    const kinds = run.stage.expect.map(({ kind }) => kind);
    const onTracker = kinds.filter(isOnTracker);
    try {
        const git = kinds.some((kind) => NEEDS_GIT.includes(kind))
            ? await trying('setup', 'git', () => readGitState(run.git, signal))
            : undefined;
        const watch = onTracker.length === 0
            ? undefined
            : await trying(classOf(run.tracker), quote(onTracker), () => run.tracker.watch({ issue: run.issue, what: onTracker, branch: git?.branch }, signal));
        return { kind: 'read', point: { git, watch } };
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'failed', verdict: cancelledBy(signal) };
        if (!(error instanceof Uncheckable))
            throw error;
        const reason = `what the stage expects can not be checked, so nothing was started: ${error.message}`;
        return { kind: 'failed', verdict: { state: 'failed', class: error.failureClass, reason } };
    }
}
/** The verdict on a session that completed. Rejects only for bugs. */
async function checkExpectations(run, start, session, signal) {
    const { stage, issue } = run;
    if (stage.expect.length === 0)
        return { state: 'completed' };
    let work;
    const readWork = () => {
        work ??= findWork(run.git, start.git, signal);
        return work;
    };
    const results = [];
    try {
        for (const expectation of stage.expect) {
            const happened = await checkOne(run, start, expectation, session, readWork, signal);
            results.push({ expectation, happened });
        }
    }
    catch (error) {
        if (signal.aborted) {
            const reason = 'the run was cancelled before it was checked what the stage expects';
            return { state: 'cancelled', class: 'cancelled', reason };
        }
        if (!(error instanceof Uncheckable))
            throw error;
        const reason = `completed, but it can not be checked whether what the stage expects happened: ${error.message}`;
        return { state: 'failed', class: error.failureClass, reason };
    }
    const named = (kind) => results.filter(({ happened }) => happened.kind === kind).map(({ expectation }) => expectation.kind);
    run.writeEvent('expectations', {
        issue: issue.id,
        stage: stage.name,
        met: named('met'),
        unmet: named('unmet'),
    });
    return judge(results, session.permissionDenials);
}
async function checkOne({ tracker, git }, { git: before, watch }, expectation, { lastMessage }, readWork, signal) {
    const { kind } = expectation;
    const name = `\`${kind}\``;
    const ask = (what, { branches, tips, local }) => trying(classOf(tracker), name, async () => {
        if (watch === undefined)
            throw new Error('there is no starting point');
        return watch.check(what, { branches, tips, local }, signal);
    });
    switch (kind) {
        case 'state_changed':
        case 'comment':
        case 'pull_request': {
            const work = kind === 'pull_request' ? await trying(GIT_AFTERWARDS, name, readWork) : NO_WORK;
            return ask(kind, work);
        }
        case 'commits': {
            const work = await trying(GIT_AFTERWARDS, name, readWork);
            if (work.tips.length > 0)
                return { kind: 'met' };
            if (work.local.length > 0)
                return ask(kind, work);
            return unmet(work.isRepository
                ? 'no commit was added'
                : 'no commit was added (the workspace is no git repository)');
        }
        case 'clean_worktree': {
            const { isRepository } = await trying(GIT_AFTERWARDS, name, readWork);
            if (!isRepository && before === undefined) {
                throw new Uncheckable('setup', name, 'the workspace is no git repository');
            }
            if (!isRepository)
                return unmet('the git repository of the workspace is gone');
            const changes = await trying(GIT_AFTERWARDS, name, () => readChanges(git, signal));
            return changes.length === 0 ? { kind: 'met' } : unmet(describeChanges(changes));
        }
        case 'output': {
            if (lastMessage === undefined)
                return unmet('there was no last message');
            const match = matchOutput(expectation.pattern, lastMessage);
            if (match.kind === 'failed')
                throw new Uncheckable('setup', name, match.reason);
            return match.kind === 'met'
                ? { kind: 'met' }
                : unmet(`the last message does not match \`${expectation.pattern}\``);
        }
        default:
            return expectation;
    }
}
/** Completed when everything is met. Otherwise it says what did not happen, and that the agent was refused tools. */
function judge(results, denials) {
    const details = results.flatMap(({ happened }) => (happened.kind === 'unmet' ? [happened.detail] : []));
    if (details.length === 0)
        return { state: 'completed' };
    const isNothing = details.length === results.length && results.some(({ expectation }) => isOnTracker(expectation.kind));
    const refused = details.length === results.length ? describeDenials(denials) : '';
    const what = isNothing ? 'nothing happened' : 'not what the stage expects';
    return {
        state: 'failed',
        class: 'agent',
        reason: `completed, but ${what}: ${details.join(', ')}${refused}`,
    };
}
/** To stand at the end of a reason; empty without denials. */
function describeDenials(denials) {
    if (denials === 0)
        return '';
    return `; the agent was denied permission ${denials === 1 ? 'once' : `${denials} times`}: look at the \`args\` of its profile`;
}
const NEEDS_GIT = ['commits', 'pull_request', 'clean_worktree'];
/** What an agent does for others to see, other than to say or to leave something. */
function isOnTracker(kind) {
    return kind === 'state_changed' || kind === 'comment' || kind === 'commits' || kind === 'pull_request';
}
const NO_WORK = { isRepository: false, branches: [], tips: [], local: [] };
async function findWork(git, before, signal) {
    const now = await readGitState(git, signal);
    if (now === undefined)
        return NO_WORK;
    const { head, pushed, local } = await findNewWork(git, before, now, signal);
    const moved = [...pushed, ...local].map(({ branch }) => branch);
    const branches = now.branch === undefined ? moved : [now.branch, ...moved];
    const tips = [...(head === undefined ? [] : [head]), ...pushed.map(({ sha }) => sha)];
    return { isRepository: true, branches: [...new Set(branches)], tips: [...new Set(tips)], local };
}
/** Git answered at the starting point: when it no longer does, the session broke the repository. */
const GIT_AFTERWARDS = 'agent';
/** That something can't be checked is nobody's success. */
class Uncheckable extends Error {
    name = 'Uncheckable';
    failureClass;
    constructor(failureClass, what, why, options) {
        super(`${what}: ${why}`, options);
        this.failureClass = failureClass;
    }
}
async function trying(failureClass, what, run) {
    try {
        return await run();
    }
    catch (error) {
        throw new Uncheckable(failureClass, what, describeError(error), { cause: error });
    }
}
/** A pull command that fails is the repository's own. */
function classOf({ kind }) {
    return kind === 'github' ? 'github' : 'setup';
}
function unmet(detail) {
    return { kind: 'unmet', detail };
}
const SHOWN_CHANGES = 3;
function describeChanges(changes) {
    const shown = changes.slice(0, SHOWN_CHANGES).map((change) => `\`${change.trim()}\``);
    const more = changes.length > SHOWN_CHANGES ? ', ...' : '';
    const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
    return `the worktree is not clean (${count}: ${shown.join(', ')}${more})`;
}
function quote(names) {
    return names.map((name) => `\`${name}\``).join(', ');
}

// EXTERNAL MODULE: ./lib/stage/facts.js
var stage_facts = __webpack_require__(7997);
;// CONCATENATED MODULE: ./lib/stage/hook-scope.js
/** What hooks and prompt commands of an issue run with: the fields of templates, and the surroundings of a shell. */

/** What templates see. */
function buildContext(deps, facts) {
    return {
        issue: (0,stage_facts/* buildIssueFields */.d)(facts),
        workspace_root: deps.layout.root,
        workflow_path: deps.workflow.path,
        workflow_dir: deps.workflow.dir,
        env: deps.environments.templateEnv,
    };
}
/** Where, and with which environment, shell programs run. */
function scopeOf(deps, facts, files) {
    return {
        processes: deps.processes,
        root: deps.layout.root,
        workspace: facts.workspace,
        // built only where there is a hook or a prompt command
        get env() {
            return deps.environments.forHook((0,stage_facts/* buildIssueFacts */.H)(facts, files));
        },
    };
}

;// CONCATENATED MODULE: ./lib/stage/shell.js

/**
 * @throws WorkspaceError when the workspace is no longer what it was
 * @throws ProgramNotFoundError when there is no `sh`
 */
async function runShell(scope, { program, env }, limits, signal) {
    await (0,stage_workspace/* assertInside */.TQ)(scope.root, scope.workspace);
    return scope.processes.run({
        command: 'sh',
        args: ['-c', program],
        cwd: scope.workspace,
        env: { ...scope.env, ...env },
        marker: limits.marker,
        timeoutMs: limits.timeoutMs,
        captureStdoutBytes: limits.captureBytes,
        stderrTailBytes: 2048,
        sweepAfter: limits.sweepAfter,
    }, signal);
}
/** Why a shell program failed, in words; undefined when it did not. */
function describeFailure(exit, timeoutMs) {
    if (exit.ended === 'timeout')
        return `timed out after ${Math.round(timeoutMs / 100) / 10} s`;
    if (exit.ended === 'aborted')
        return 'was ended with the run';
    if (exit.signal !== undefined)
        return `was killed by ${exit.signal}`;
    return exit.exitCode === 0 ? undefined : `exited with code ${exit.exitCode}`;
}

// EXTERNAL MODULE: ./lib/stage/template.js + 18 modules
var template = __webpack_require__(9283);
;// CONCATENATED MODULE: ./lib/stage/hooks.js



/** Renders and runs one hook. Never rejects: everything that can go wrong is a reason. */
async function runHook(run, signal) {
    const startedAt = performance.now();
    const outcome = await hooks_attempt(run, signal);
    run.writeEvent('hook', {
        hook: run.name,
        outcome: outcome.kind,
        reason: outcome.kind === 'failed' ? outcome.reason : null,
        duration_ms: Math.round(performance.now() - startedAt),
    });
    return outcome;
}
async function hooks_attempt(run, signal) {
    const { name, hook, context, secretNames, scope, marker } = run;
    try {
        const program = await (0,template/* renderShell */.Dn)(hook.body, context, { name: hook.pointer, secretNames });
        const limits = { timeoutMs: hook.timeoutMs, marker, captureBytes: 0, sweepAfter: false };
        const exit = await runShell(scope, program, limits, signal);
        const failure = describeFailure(exit, hook.timeoutMs);
        if (failure === undefined)
            return { kind: 'ok' };
        return { kind: 'failed', reason: `\`${name}\` ${failure}`, stderrTail: exit.stderrTail };
    }
    catch (error) {
        return { kind: 'failed', reason: `\`${name}\` failed: ${describeError(error)}`, stderrTail: '' };
    }
}

;// CONCATENATED MODULE: ./lib/stage/prepare-workspace.js
var prepare_workspace_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prepare_workspace_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** The issue's workspace, its `after_create` run when it is new. */
async function prepareWorkspace(deps, log, facts, signal) {
    const { afterCreate } = deps.workflow;
    const issueFacts = { ...facts, stage: undefined };
    try {
        if (afterCreate === undefined) {
            await deps.workspaces.prepare(facts.issue.id, undefined);
            return { kind: 'ok' };
        }
        await deps.workspaces.prepare(facts.issue.id, async () => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                log.debug(`new workspace ${facts.workspace}`);
                const files = prepare_workspace_addDisposableResource(env_1, await createPrivateFiles(deps.layout.sessionsOf(facts.issue.id), `after_create-${dist_node_v7()}`, (0,stage_facts/* buildIssueFields */.d)(issueFacts)), true);
                const outcome = await runHook({
                    name: 'after_create',
                    hook: afterCreate,
                    context: buildContext(deps, issueFacts),
                    scope: scopeOf(deps, issueFacts, files),
                    secretNames: deps.environments.secretNames,
                    // not under the stage run's id: what it left running serves all stages of the issue
                    marker: `workspace-${facts.issue.id}/hook/1`,
                    writeEvent: (event, fields) => deps.writeEvent(event, { issue: facts.issue.id, stage: null, ...fields }),
                }, signal);
                if (outcome.kind === 'failed')
                    throw new AfterCreateError(outcome.reason, outcome.stderrTail);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = prepare_workspace_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        });
        return { kind: 'ok' };
    }
    catch (error) {
        if (error instanceof AfterCreateError) {
            return { kind: 'failed', reason: error.message, stderrTail: error.stderrTail };
        }
        return { kind: 'failed', reason: describeError(error), stderrTail: '' };
    }
}
/** Carries the tail to every stage that awaited the same preparation. */
class AfterCreateError extends Error {
    name = 'AfterCreateError';
    stderrTail;
    constructor(message, stderrTail) {
        super(message);
        this.stderrTail = stderrTail;
    }
}

;// CONCATENATED MODULE: ./lib/stage/prompt.js


/** Limits of one prompt command. */
const COMMAND_TIMEOUT_MS = 60_000;
const COMMAND_OUTPUT_BYTES = 1024 * 1024;
/** A prompt command failed, in words that name the command, its exit and the tail of its standard error. */
class PromptCommandError extends Error {
    name = 'PromptCommandError';
}
/**
 * The text for the agent: the template rendered, its commands run in the workspace, their output in their place.
 *
 * @throws PromptCommandError, TemplateError, and what starting a command throws (see `runShell`)
 */
async function renderPrompt(run, signal) {
    const { prompt, context, secretNames, scope } = run;
    async function runCommand(program, command) {
        const limits = {
            timeoutMs: COMMAND_TIMEOUT_MS,
            marker: run.nextMarker(),
            captureBytes: COMMAND_OUTPUT_BYTES,
            sweepAfter: true,
        };
        const exit = await runShell(scope, program, limits, signal);
        const failure = describeFailure(exit, COMMAND_TIMEOUT_MS);
        if (failure !== undefined) {
            const tail = exit.stderrTail.trim();
            throw new PromptCommandError(`prompt command \`${command}\` ${failure}${tail === '' ? '' : `: ${tail}`}`);
        }
        if (exit.stdoutTruncated) {
            throw new PromptCommandError(`prompt command \`${command}\` printed more than 1 MiB; print less of it, or write it to a file`);
        }
        return exit.stdout.toString('utf8').replace(/\r?\n$/, '');
    }
    return (0,template/* renderPrompt */.nQ)(prompt.source, context, {
        name: prompt.file ?? prompt.pointer,
        secretNames,
        runCommand,
    });
}

;// CONCATENATED MODULE: ./lib/stage/run-attempt.js
var run_attempt_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_attempt_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * One attempt of a stage run, top to bottom: prepare -> before_run -> on_start -> prompt -> session -> after_run ->
 * expectations.
 */














/** Runs one attempt. What the world does is in the result; rejects only for bugs. */
async function runAttempt(deps, run, signal) {
    const { issue, stage } = run;
    const { layout } = deps;
    const sessionName = `${(0,stage_workspace/* fileNameOf */.bV)(stage.name)}-${dist_node_v7()}`;
    const workspace = layout.workspaceOf(issue.id);
    const facts = { issue, stage: stage.name, workspace };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // first of all, in the turn in which the stages of an issue start, so that they share it
            const prepared = await prepareWorkspace(deps, run.log, facts, signal);
            if (signal.aborted)
                return ended(cancelledBy(signal));
            if (prepared.kind === 'failed')
                return ended(setupFailure(prepared.reason), prepared.stderrTail);
            const files = run_attempt_addDisposableResource(env_1, await createPrivateFiles(layout.sessionsOf(issue.id), sessionName, (0,stage_facts/* buildIssueFields */.d)(facts)), true);
            return await runInFiles(deps, run, { facts, files, sessionName }, signal);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_attempt_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        if (signal.aborted)
            return ended(cancelledBy(signal));
        if (!isSetupError(error))
            throw error;
        return ended(setupFailure(describeError(error)));
    }
}
/** What the workspace, a disk, a template or a program does; everything else that is thrown is a bug. */
function isSetupError(error) {
    return (error instanceof stage_workspace/* WorkspaceError */.kP ||
        error instanceof start_error/* ProcessStartError */._ ||
        error instanceof template/* TemplateError */.$w ||
        error instanceof PromptCommandError ||
        // of the system, such as a full disk
        (error instanceof Error && 'syscall' in error));
}
async function runInFiles(deps, run, { facts, files, sessionName }, signal) {
    const { stage, stageRunId, transitions, log } = run;
    const { layout } = deps;
    const fail = (outcome) => ended(signal.aborted ? cancelledBy(signal) : setupFailure(outcome.reason), outcome.stderrTail);
    const context = buildContext(deps, facts);
    const scope = scopeOf(deps, facts, files);
    const hook = (name, body, until) => runHook({
        name,
        hook: body,
        context,
        scope,
        secretNames: deps.environments.secretNames,
        marker: `${stageRunId}/hook/${run.nextProcess()}`,
        writeEvent: (event, fields) => deps.writeEvent(event, { issue: facts.issue.id, stage: stage.name, ...fields }),
    }, until);
    if (stage.beforeRun !== undefined) {
        const before = await hook('before_run', stage.beforeRun, signal);
        if (before.kind === 'failed')
            return fail(before);
    }
    if (signal.aborted)
        return ended(cancelledBy(signal));
    const start = await transitions.start(signal);
    if (start.kind === 'left-alone') {
        const reason = `before the session started, ${start.detail}`;
        return ended({ state: 'cancelled', class: 'cancelled', reason });
    }
    if (start.kind === 'failed') {
        if (signal.aborted)
            return ended(cancelledBy(signal));
        const reason = `transition to \`${stage.onStart?.state ?? 'on_start'}\` failed: ${start.detail}`;
        return ended({ state: 'failed', class: 'github', reason });
    }
    const nextMarker = () => `${stageRunId}/prompt/${run.nextProcess()}`;
    const { secretNames } = deps.environments;
    const prompt = await renderPrompt({ prompt: stage.prompt, context, secretNames, scope, nextMarker }, signal);
    if (signal.aborted)
        return ended(cancelledBy(signal));
    const promptFile = await files.writePrompt(prompt);
    const expectations = expectationsOf(deps, run, facts, files);
    if (run.shared.startingPoint === undefined) {
        const start = await readStartingPoint(expectations, signal);
        if (signal.aborted)
            return ended(cancelledBy(signal));
        if (start.kind === 'failed')
            return ended(start.verdict);
        run.shared.startingPoint = start.point;
    }
    const { startingPoint } = run.shared;
    const transcript = external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.jsonl`);
    await (0,stage_workspace/* assertInside */.TQ)(layout.root, facts.workspace);
    const session = await deps.runSession({
        profile: stage.agent,
        cwd: facts.workspace,
        checkPlace: () => (0,stage_workspace/* assertInside */.TQ)(layout.root, facts.workspace),
        refusal: run.refusal,
        env: deps.environments.forAgent(stage.agent, (0,stage_facts/* buildIssueFacts */.H)(facts, files)),
        promptFile,
        onCost: run.onCost,
        onUsage: ({ tokens, costUsd }) => deps.writeEvent('session_usage', {
            issue: facts.issue.id,
            stage: stage.name,
            input: tokens.input,
            output: tokens.output,
            cost_usd: costUsd ?? null,
        }),
        onStart: run.onSession,
        marker: `${stageRunId}/agent/${run.nextProcess()}`,
        transcriptFile: transcript,
        stderrFile: external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.stderr.log`),
    }, log, signal);
    const warnings = [...session.warnings];
    for (const warning of warnings)
        log.warning(warning, { kind: 'session' });
    // work is pushed here, so it also runs after a failure and when the time budget ended the session
    if (stage.afterRun !== undefined && !deps.shutdown.aborted) {
        const after = await hook('after_run', stage.afterRun, deps.shutdown);
        if (after.kind === 'failed') {
            warnings.push(after.reason);
            log.warning(`${after.reason}${after.stderrTail === '' ? '' : `: ${after.stderrTail}`}`, {
                kind: 'after_run',
            });
        }
    }
    const verdict = session.verdict.state === 'completed'
        ? await checkExpectations(expectations, startingPoint, session.snapshot, deps.shutdown)
        : withDenials(session.verdict, session.snapshot.permissionDenials);
    return {
        verdict,
        session,
        transcript: session.hasTranscript ? transcript : undefined,
        stderrTail: session.stderrTail,
        warnings,
    };
}
/** An agent that was not allowed to work often fails in other words. */
function withDenials(verdict, denials) {
    return verdict.state === 'failed' && verdict.class === 'agent'
        ? { ...verdict, reason: verdict.reason + describeDenials(denials) }
        : verdict;
}
/** Git gets the agent's environment: see git-state.ts. */
function expectationsOf(deps, { issue, stage, stageRunId, nextProcess }, facts, files) {
    const { processes, layout, environments, tracker, writeEvent } = deps;
    const git = createGit({
        processes,
        root: layout.root,
        workspace: facts.workspace,
        env: () => environments.forAgent(stage.agent, (0,stage_facts/* buildIssueFacts */.H)(facts, files)),
        nextMarker: () => `${stageRunId}/hook/${nextProcess()}`,
        keep: (text) => files.write('known-commits', text),
    });
    return { issue, stage, tracker, git, writeEvent };
}
function ended(verdict, stderrTail = '') {
    return { verdict, session: undefined, transcript: undefined, stderrTail, warnings: [] };
}

;// CONCATENATED MODULE: ./lib/stage/transitions.js

function createTransitions(deps, { issue, stage, setsState, tokenRefused }) {
    const log = deps.log.child(`${issue.ref} ${stage.name}`);
    const from = stage.onStart?.state === undefined ? [issue.state] : [issue.state, stage.onStart.state];
    let ownState;
    let mayHaveStarted = false;
    async function write({ name, to }, signal, urgent = false) {
        // before the request: a pull may show the new label before GitHub has answered
        setsState(to.state ?? ownState);
        const outcome = await deps.tracker.transition({ issue, from, to }, { urgent }, signal);
        if (outcome.kind === 'left-alone')
            setsState(ownState);
        else
            ownState = to.state ?? ownState;
        deps.writeEvent('transition', {
            issue: issue.id,
            stage: stage.name,
            transition: name,
            state: to.state ?? null,
            outcome: outcome.kind,
            detail: (outcome.kind === 'written' ? outcome.problem : outcome.detail) ?? null,
        });
        if (outcome.kind === 'written')
            log.info(`${name}: ${transitions_describe(to.state, outcome.changes)}`);
        if (outcome.kind === 'written' && outcome.problem !== undefined) {
            log.warning(`${name}: ${outcome.problem}`, { title: `${issue.ref} ${stage.name}: a label is left` });
        }
        if (outcome.kind === 'left-alone')
            log.info(`${name} not written: ${outcome.detail}`);
        if (outcome.kind === 'failed' && outcome.credentials)
            tokenRefused(outcome.detail);
        return outcome;
    }
    /** The report comes first: the runner leaves us seconds. */
    function writeLater(writing) {
        deps.writeLater(async (signal) => {
            const outcome = await write(writing, signal, true);
            return outcome.kind === 'failed'
                ? `${issue.ref} ${stage.name}: ${writing.failed}: ${outcome.detail}`
                : undefined;
        });
    }
    function decideLast(verdict) {
        if (verdict.state === 'completed')
            return writing('on_success', stage.onSuccess);
        if (movesOnFailure(verdict))
            return writing('on_failure', stage.onFailure);
        if (!mayHaveStarted || stage.onStart === undefined)
            return undefined;
        const to = undoOf(stage.onStart, issue);
        return { name: 'undo of on_start', to, failed: '`on_start` could not be undone' };
    }
    return {
        async start(signal) {
            const onStart = writing('on_start', stage.onStart);
            if (mayHaveStarted || onStart === undefined)
                return NOTHING_TO_WRITE;
            const outcome = await write(onStart, signal);
            // one that failed, or was cut off, may have written some of its labels
            mayHaveStarted = outcome.kind === 'written' || (outcome.kind === 'failed' && !outcome.credentials);
            return outcome;
        },
        async finish(verdict) {
            const last = decideLast(verdict);
            if (last === undefined)
                return { verdict };
            const outcome = deps.shutdown.aborted ? undefined : await write(last, deps.shutdown);
            if (outcome?.kind === 'written' && outcome.problem !== undefined) {
                return { verdict, warning: `${last.name}: ${outcome.problem}` };
            }
            if (outcome !== undefined && outcome.kind !== 'failed')
                return { verdict };
            if (outcome === undefined || deps.shutdown.aborted) {
                writeLater(last);
                return { verdict };
            }
            const reason = `${last.failed}: ${outcome.detail}`;
            if (verdict.state === 'completed' && !outcome.credentials) {
                // the report makes the annotation of it, as of every failed stage run
                log.info(reason, 'bad');
                return { verdict: { state: 'failed', class: 'github', reason } };
            }
            log.error(reason, { title: `${issue.ref} ${stage.name}: ${last.name} failed` });
            return { verdict, warning: reason };
        },
    };
}
const NOTHING_TO_WRITE = { kind: 'written', changes: { added: [], removed: [] } };
function writing(name, to) {
    if (to === undefined)
        return undefined;
    return { name, to, failed: `transition${to.state === undefined ? '' : ` to \`${to.state}\``} failed` };
}
/** Back to the issue as it was: a label that `on_start` did not change is left alone. */
function undoOf({ state, addLabels, removeLabels }, issue) {
    const { labels } = issue.extra;
    const before = new Set(Array.isArray(labels) ? labels.map((label) => String(label).toLowerCase()) : removeLabels.map(lower));
    return {
        state: state === undefined ? undefined : issue.state,
        addLabels: removeLabels.filter((label) => before.has(lower(label))),
        removeLabels: addLabels.filter((label) => !before.has(lower(label))),
    };
}
/** GitHub ignores case in labels. */
function lower(label) {
    return label.toLowerCase();
}
function transitions_describe(state, { added, removed }) {
    const parts = [
        ...(state === undefined ? [] : [`now \`${state}\``]),
        ...added.map((label) => `added \`${label}\``),
        ...removed.map((label) => `removed \`${label}\``),
    ];
    return parts.length === 0 ? 'the issue has these labels already' : parts.join(', ');
}

;// CONCATENATED MODULE: ./lib/stage/run-stage.js
/**
 * One stage run: its attempts, then its transition. Ends only when no process of it is left, so that releasing its
 * reservation is safe.
 */








const MAX_BACKOFF_MS = 300_000;
const TONES = { completed: 'good', failed: 'bad', cancelled: 'warn' };
function createRunStage(deps) {
    return (run, signal) => runStage(deps, run, signal);
}
async function runStage(deps, run, signal) {
    const { stage } = run;
    const { maxAttempts, backoffMs } = stage.retry;
    const log = deps.log.child(`${run.issue.ref} ${stage.name}`);
    const stageRunId = (0,external_node_crypto_.randomUUID)();
    const transitions = createTransitions(deps, run);
    const shared = { startingPoint: undefined };
    const outcomes = [];
    let processes = 0;
    const nextProcess = () => ++processes;
    const told = deps.progress.begin(run.issue, stage);
    for (let issue = run.issue; issue !== undefined;) {
        const attempt = outcomes.length + 1;
        const startedAt = new Date();
        told.attempt(attempt);
        deps.writeEvent('attempt_started', {
            issue: issue.id,
            stage: stage.name,
            attempt,
            stage_run: stageRunId,
        });
        const [title, limits] = [deps.redact(issue.title), (0,budget/* describeBudget */.No)(stage.agent)];
        log.info(formatStart({ agent: stage.agent, title, attempt, limits }));
        const result = await runAttempt(deps, {
            issue,
            stage,
            stageRunId,
            transitions,
            shared,
            refusal: run.refusal,
            nextProcess,
            onCost: run.openAccount(),
            onSession: told.session,
            log,
        }, signal).catch((error) => {
            log.error(`internal error, please report it: ${(0,errors/* describeBug */.WP)(error)}`, { title: 'internal error' });
            return {
                verdict: setupFailure(`internal error, please report it: ${describeError(error)}`),
                session: undefined,
                transcript: undefined,
                stderrTail: '',
                warnings: [],
            };
        });
        const outcome = toOutcome(run, issue, attempt, startedAt, result);
        outcomes.push(outcome);
        told.attemptEnded(outcome);
        log.info((0,format/* formatEnd */.D)(outcome), TONES[outcome.verdict.state]);
        deps.writeEvent('attempt_ended', {
            issue: issue.id,
            stage: stage.name,
            attempt,
            stage_run: stageRunId,
            verdict: outcome.verdict,
        });
        if (!isRetryable(outcome.verdict) || attempt >= maxAttempts || signal.aborted)
            break;
        const delayMs = Math.min(backoffMs * 2 ** (attempt - 1), MAX_BACKOFF_MS);
        issue = await run.pause(delayMs, () => log.info(`next attempt (${attempt + 1} of ${maxAttempts}) in ${delayMs / 1000} s`));
    }
    await deps.processes.sweep(`${stageRunId}/`);
    const last = outcomes.at(-1);
    if (last === undefined)
        return outcomes;
    const { verdict, warning } = await transitions.finish(last.verdict);
    told.ended(verdict, last.endedAt);
    const warnings = warning === undefined ? last.warnings : [...last.warnings, warning];
    return [...outcomes.slice(0, -1), { ...last, verdict, warnings, final: true }];
}
function toOutcome({ stage }, issue, attempt, startedAt, { verdict, session, transcript, stderrTail, warnings }) {
    return {
        issue,
        stage: stage.name,
        agent: stage.agent.name,
        runtime: stage.agent.runtime,
        agentVersion: session?.agentVersion,
        attempt,
        final: false,
        verdict,
        startedAt,
        endedAt: new Date(),
        exitCode: session?.exitCode,
        signal: session?.signal,
        session: session?.snapshot,
        transcript,
        stderrTail,
        warnings,
    };
}

// EXTERNAL MODULE: ./lib/tracker/create-tracker.js + 16 modules
var create_tracker = __webpack_require__(1566);
;// CONCATENATED MODULE: ./lib/progress.js
/** @param onChange told of the issue when a stage run of it begins or ends */
function createProgress(onChange = () => { }) {
    const all = [];
    const byIssue = new Map();
    return {
        stageRuns: all,
        ofIssue: (issueId) => byIssue.get(issueId) ?? [],
        begin(issue, stage) {
            const { live, told } = follow(issue, stage.name, stage.agent.name, () => onChange(issue));
            all.push(live);
            const runs = byIssue.get(issue.id) ?? [];
            byIssue.set(issue.id, [...runs, live]);
            onChange(issue);
            return told;
        },
    };
}
function follow(issue, stage, agent, onEnd) {
    const startedAt = new Date();
    const past = [];
    let attempt = 1;
    let state = { kind: 'running' };
    let peek;
    const live = {
        issue,
        stage,
        agent,
        startedAt,
        get attempt() {
            return attempt;
        },
        get state() {
            return state;
        },
        figures: () => addUp(peek === undefined ? past : [...past, peek()]),
    };
    const told = {
        attempt(number) {
            attempt = number;
            state = { kind: 'running' };
        },
        session(look) {
            peek = look;
        },
        attemptEnded({ session }) {
            peek = undefined;
            if (session !== undefined)
                past.push(session);
            state = { kind: 'waiting' };
        },
        ended(verdict, endedAt) {
            state = { kind: 'ended', verdict, endedAt };
            onEnd();
        },
    };
    return { live, told };
}
function addUp(sessions) {
    const tokens = sessions.flatMap((session) => session.tokens ?? []);
    const costs = sessions.flatMap((session) => session.costUsd ?? []);
    return {
        tokens: tokens.length === 0
            ? undefined
            : tokens.reduce((sum, one) => ({ input: sum.input + one.input, output: sum.output + one.output }), {
                input: 0,
                output: 0,
            }),
        costUsd: costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0),
        lastMessage: sessions.findLast((session) => session.lastMessage !== undefined)?.lastMessage,
    };
}

;// CONCATENATED MODULE: ./lib/report/status-line.js

const EVERY_MS = 60_000;
/** Says it every minute in which something runs, until it is disposed of. */
function startStatusLine({ progress, waitingIssues, log, everyMs = EVERY_MS, }) {
    const timer = setInterval(() => {
        if (progress.stageRuns.every(({ state }) => state.kind === 'ended'))
            return;
        log.info(formatStatus(progress, waitingIssues()), 'strong');
    }, everyMs);
    timer.unref();
    return { [Symbol.dispose]: () => clearInterval(timer) };
}
/**
 * `2 running, 3 waiting, 4 done, 1 failed; 41k tokens, $0.42 so far`. What waits is issues that wait for room and stage
 * runs that wait for their next attempt; tokens and cost are what is known of them, and left out while nothing is.
 */
function formatStatus({ stageRuns }, waitingIssues) {
    const count = { running: 0, waiting: waitingIssues, completed: 0, failed: 0, cancelled: 0 };
    let tokens;
    let costUsd;
    for (const run of stageRuns) {
        count[run.state.kind === 'ended' ? run.state.verdict.state : run.state.kind] += 1;
        const figures = run.figures();
        tokens = add(tokens, figures.tokens);
        if (figures.costUsd !== undefined)
            costUsd = (costUsd ?? 0) + figures.costUsd;
    }
    const counts = [
        `${count.running} running`,
        `${count.waiting} waiting`,
        `${count.completed} done`,
        `${count.failed} failed`,
        ...(count.cancelled === 0 ? [] : [`${count.cancelled} cancelled`]),
    ];
    const spent = [
        ...(tokens === undefined ? [] : [(0,format/* formatTokens */._y)(tokens)]),
        ...(costUsd === undefined ? [] : [(0,format/* formatCost */.BD)(costUsd)]),
    ];
    return counts.join(', ') + (spent.length === 0 ? '' : `; ${spent.join(', ')} so far`);
}
/** Unknown tokens are none of those that are known. */
function add(sum, more) {
    if (sum === undefined || more === undefined)
        return sum ?? more;
    return { input: sum.input + more.input, output: sum.output + more.output };
}

;// CONCATENATED MODULE: ./lib/watch-run.js
/** What people see of a run while it goes: the status line of the log and the comments on its issues. */




/** Watches a run; comments only where the tracker has them. */
async function watchRun({ tracker, runUrl, log, redact }) {
    let updates;
    const progress = createProgress((issue) => updates?.touch(issue));
    if (tracker.comments !== undefined) {
        const [{ createCommentUpdates }, { formatIssueComment }] = await Promise.all([
            __webpack_require__.e(/* import() */ 140).then(__webpack_require__.bind(__webpack_require__, 3140)),
            __webpack_require__.e(/* import() */ 578).then(__webpack_require__.bind(__webpack_require__, 7197)),
        ]);
        updates = createCommentUpdates({
            comments: tracker.comments,
            progress,
            format: (issueId) => formatIssueComment(progress.ofIssue(issueId), { runUrl, redact, now: new Date() }),
            log,
        });
    }
    return {
        progress,
        showStatus: (waitingIssues) => startStatusLine({ progress, waitingIssues, log }),
        finishComments: async (signal, leftMs) => updates?.finish(signal, leftMs),
    };
}
/**
 * What tells the comments of this workflow file from those of others, the same in every job; undefined when the file
 * asks for none. The repository is part of it: files of two repositories may work the same issues.
 */
function commentKeyOf({ path: file, report }, { workspace, repository }) {
    if (!report.comment)
        return undefined;
    const name = `${repository?.toLowerCase() ?? ''}/${external_node_path_.relative(workspace, file)}`;
    return (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./lib/run-workflow.js
var run_workflow_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_workflow_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** A loaded workflow's run in a job: lock, clients, stops -> dry run or run -> report. */





















/** Runs the workflow and reports; answers how it ended. */
async function runWorkflow(job, workflow) {
    const { environment, inputs, log, redact, runId } = job;
    const layout = (0,stage_workspace/* createLayout */.Vz)(workflow);
    if (inputs.dryRun)
        return runOnDisk(job, workflow, layout, undefined);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lock = run_workflow_addDisposableResource(env_1, await takeLock({ layout, runId, runUrl: environment.runUrl }), true);
            return await runOnDisk(job, workflow, layout, lock.takenOver);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_workflow_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const failure = describeFailedStart(error);
        if (failure === undefined)
            throw error;
        const { commandFiles } = environment;
        return (0,report/* reportFailure */.xV)(failure, { commandFiles, log, redact });
    }
}
function describeFailedStart(error) {
    if (error instanceof LockedError) {
        const headline = 'another run is at work; nothing was started';
        return { reason: 'locked', headline, problems: [{ message: error.message }] };
    }
    if (error instanceof stage_workspace/* WorkspaceError */.kP) {
        const message = `\`workspace.root\` can't be used: ${error.message}`;
        const headline = 'the workspace root can not be used; nothing was started';
        return { reason: 'bad-workflow', headline, problems: [{ message }] };
    }
    return undefined;
}
async function runOnDisk(job, workflow, layout, takenOver) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, inputs, redact, runId, interrupts } = job;
        const log = alignLabels(job.log, workflow.stages);
        const temp = run_workflow_addDisposableResource(env_2, await makeTempFolder(environment.runnerTemp ?? (0,external_node_os_.tmpdir)()), true);
        if (takenOver !== undefined) {
            await endKilledRun(takenOver, log);
            removeLeftPrivateFiles(layout.sessions);
        }
        const processes = (0,lib_process/* createProcesses */.E)({ runId, tempDir: temp.path, log, redact });
        const leftovers = run_workflow_addDisposableResource(env_2, sweepOnce(processes), true);
        const stops = run_workflow_addDisposableResource(env_2, (0,signals/* createStops */.C)(inputs.timeBudgetMs, interrupts, (what) => {
            log.warning(`${what}: ending what runs`);
            processes.hurry();
        }), false);
        const onLogFailure = (error) => {
            log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
        };
        if (!inputs.dryRun)
            putLargeLogAside(layout.events, onLogFailure);
        const events = run_workflow_addDisposableResource(env_2, createEventsLog(layout.events, redact, onLogFailure), false);
        const late = createLateTransitions();
        const environments = (0,environment_environments/* createEnvironments */.j)({
            variables: environment.variables,
            token: inputs.token,
            repository: inputs.repository,
            serverUrl: environment.serverUrl,
            workspaceRoot: layout.root,
            workflowPath: workflow.path,
            hasGitIdentity: (folder) => (0,git_identity/* hasGitIdentity */.J)(environment.variables, folder),
        });
        const writeEvent = (event, fields) => events.write(event, { run: runId, ...fields });
        const commentKey = inputs.dryRun ? undefined : commentKeyOf(workflow, environment);
        const tracker = await (0,create_tracker/* createTracker */.P)({
            environment,
            inputs,
            workflow,
            processes,
            environments,
            log,
            commentKey,
        });
        const watch = await watchRun({ tracker, runUrl: environment.runUrl, log, redact });
        const deps = { tracker, log, writeEvent, timeLeftMs: stops.timeLeftMs };
        log.info(describeStart(job, workflow));
        writeEvent('run_started', { url: environment.runUrl ?? null, dry_run: inputs.dryRun });
        const outcome = inputs.dryRun
            ? await (0,dry_run/* dryRun */.P)(deps, workflow, stops.sessions)
            : await run({
                ...deps,
                runStage: createRunStage({
                    workflow,
                    layout,
                    workspaces: (0,stage_workspace/* createWorkspaces */.pr)(layout),
                    processes,
                    environments,
                    tracker,
                    log,
                    redact,
                    runSession: createSessionRunner(processes, redact, {
                        toolCache: environment.variables.RUNNER_TOOL_CACHE || external_node_path_.join(layout.root, 'tools'),
                        env: environments.templateEnv,
                    }),
                    writeEvent,
                    progress: watch.progress,
                    shutdown: stops.everything,
                    writeLater: late.add,
                }),
                showStatus: watch.showStatus,
                shutdown: stops.everything,
            }, workflow, stops.sessions);
        await leftovers.sweep();
        writeEvent('run_ended', { reason: outcome.reason });
        return reportRun(job, workflow, layout, { outcome, stops, late, watch });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_workflow_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** A folder of ours, removed when the run ends, however it ends. */
async function makeTempFolder(parent) {
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(parent, 'vik-'));
    return {
        path: folder,
        // the run is reported by now; one that stays is the runner's to clean
        [Symbol.asyncDispose]: () => (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => { }),
    };
}
/** What `after_create` left running lives until the run's end, also when that is a bug; then nothing of it is left. */
function sweepOnce(processes) {
    let swept;
    const sweep = () => (swept ??= processes.sweep(''));
    return { sweep, [Symbol.asyncDispose]: sweep };
}
/** What a killed run left running would work its issues beside us: it is ended. */
async function endKilledRun({ runId, unfinished }, log) {
    const left = unfinished.length === 0
        ? 'it left no session unfinished'
        : `it left unfinished: ${unfinished.join(', ')}`;
    log.warning(`the run before this one on this disk was killed; ${left}`);
    if (runId !== undefined)
        await (0,lib_process/* endLeftovers */.q)(runId, log);
}
function describeStart({ inputs }, workflow) {
    const { maxIssueConcurrency } = workflow.loop;
    const stages = workflow.stages.map(({ name, state }) => `${name} (\`${state}\`)`).join(', ');
    const what = inputs.dryRun ? 'dry run of' : 'running';
    // outside of a job, with a command that lists the issues, there need not be one
    const where = inputs.repository === '' ? '' : ` on ${inputs.repository}`;
    return `${what} ${workflow.path}${where}: stages ${stages}; at most ${maxIssueConcurrency} issues at once`;
}


/***/ })

};

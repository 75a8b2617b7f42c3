export const id = 778;
export const ids = [778];
export const modules = {

/***/ 4341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



/**
 * Makes a folder with its parents, each with this mode. Node's own `recursive` never returns below a folder that takes
 * none, such as `/proc`. Throws what the system says.
 */
function makeFolders(folder, mode) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(parent, { throwIfNoEntry: false }) === undefined)
        makeFolders(parent, mode);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { mode });
    }
    catch (error) {
        // another run may have made it meanwhile
        const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) !== 'EEXIST' || !isThere)
            throw error;
    }
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
    if (found !== undefined) {
        const it = found.path === command ? 'it' : found.path;
        const why = found.what === 'folder' ? 'is a folder' : 'is not executable (chmod +x)';
        return `\`${command}\` can't be run: ${it} ${why}`;
    }
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(command))
        return `\`${command}\` was not found`;
    if (command.includes('/'))
        return `\`${command}\` was not found: there is no ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, command)}`;
    return `\`${command}\` was not found on PATH (${shortPath(env)})`;
}
const SHOWN_PATH = 60;
/** The beginning of PATH: a runner has 20 folders and more. */
function shortPath({ PATH = DEFAULT_PATH }) {
    const folders = PATH.split(':');
    let shown = folders.slice(0, 1);
    for (const folder of folders.slice(1)) {
        const longer = [...shown, folder];
        if (longer.join(':').length > SHOWN_PATH)
            break;
        shown = longer;
    }
    const left = folders.length - shown.length;
    return `${shown.join(':')}${left === 0 ? '' : ` and ${left} more`}`;
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
    return `${says} \`${wanted.trimEnd()}\`, which was not found on PATH (${shortPath(env)})${windows}`;
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
/**
 * Walking may take a tenth of our time: where /proc is short (0.5 ms for 90 processes), nobody waits 250 ms. Less would
 * keep the slots of sessions that have ended from the next ones.
 */
const WAIT_PER_WALK = 9;
/** What was killed needs a moment until it is gone. */
const NEXT_WALK_MS = 5;
/** What forks all the time may be between two programs in one walk, with no environment to be found by, or in two. */
const EMPTY_WALKS = 10;
/** How often one walk looks at what has come since it listed the processes. */
const MOST_LISTINGS = 20;
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
            const found = withoutStacks(() => walk(marker, new Set(waiting.map((request) => request.marker))));
            const endedAt = performance.now();
            const restFactorMs = Math.min(LONGEST_WAIT_MS, WAIT_PER_WALK * (endedAt - startedAt));
            const isHunting = found.size > 0 || waiting.some(({ emptyWalksWanted }) => emptyWalksWanted > 1);
            notBefore = endedAt + (isHunting ? NEXT_WALK_MS : restFactorMs);
            waiting = waiting.filter((request) => !isOver(request, found, endedAt));
        }
        walking = false;
    }
    function isOver(request, found, now) {
        if (found.has(request.marker)) {
            request.emptyWalksWanted = EMPTY_WALKS;
            if (now - request.askedAt < giveUpMs)
                return false;
            log.warning(`processes of \`${request.marker}\` are still being started ${giveUpMs / 1000} s after it was ended; they are left running`);
        }
        else {
            request.emptyWalksWanted -= 1;
            if (request.emptyWalksWanted > 0)
                return false;
        }
        request.resolve();
        return true;
    }
    return {
        sweep(marker) {
            if (!CAN_SWEEP)
                return Promise.resolve();
            return new Promise((resolve) => {
                waiting.push({
                    marker: trimSlash(marker),
                    askedAt: performance.now(),
                    resolve,
                    emptyWalksWanted: 1,
                });
                if (!walking)
                    void walkWhileAsked();
            });
        },
        hurry() {
            giveUpMs = GIVE_UP_IN_A_HURRY_MS;
        },
    };
}
/** Most processes of a machine refuse the look, and the stack of each error costs more than the look does. */
function withoutStacks(look) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
        return look();
    }
    finally {
        Error.stackTraceLimit = limit;
    }
}
/** Kills every process below one of the wanted markers; gives the wanted markers for which there was one. */
function walk(readMarker, wanted) {
    const found = new Set();
    const seen = new Set();
    for (let listings = 0; listings < MOST_LISTINGS; listings += 1) {
        // one that forked since the last listing and ended is found by its child
        const fresh = listPids().filter((pid) => !seen.has(pid));
        if (fresh.length === 0)
            break;
        for (const pid of fresh) {
            seen.add(pid);
            const marker = readMarker(pid);
            if (marker === undefined)
                continue;
            const matching = [...withParents(marker)].filter((name) => wanted.has(name));
            if (matching.length > 0 && kill(pid, marker, readMarker))
                for (const name of matching)
                    found.add(name);
        }
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
    const pids = [];
    for (const name of listProc()) {
        const pid = name >= '1' && name < ':' ? Number(name) : 0;
        if (pid > 1 && pid !== process.pid)
            pids.push(pid);
    }
    return pids;
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

/***/ 1596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decideExit)
/* harmony export */ });
/* harmony import */ var _stage_runs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9551);

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
            return failOn === 'session-failure' && (0,_stage_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .runTotals */ .z)(outcome).byState.failed > 0 ? 1 : 0;
        default:
            return outcome.reason;
    }
}


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ formatCost),
/* harmony export */   D: () => (/* binding */ formatEnd),
/* harmony export */   Yp: () => (/* binding */ formatWhy),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   _y: () => (/* binding */ formatTokens),
/* harmony export */   a3: () => (/* binding */ formatDuration),
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
/**
 * What became of a stage run that did not complete, for people: `failed: exit code 3`. Of an agent that completed, but
 * not what the stage expects, the reason needs a subject: it was not the stage run that completed.
 */
function formatWhy(verdict) {
    const { state, reason } = verdict;
    return `${state}: ${reason.startsWith('completed, but ') ? `the agent ${reason}` : reason}`;
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

/***/ 9551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ stageRuns),
/* harmony export */   z: () => (/* binding */ runTotals)
/* harmony export */ });
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
    const sessions = outcome.attempts.flatMap((attempt) => wasStarted(attempt) ? (attempt.session ?? []) : []);
    const tokens = sessions.flatMap((session) => session.tokens ?? []);
    const costs = sessions.flatMap((session) => session.costUsd ?? []);
    return {
        stageRuns: finals.length,
        byState: { completed: ofState('completed'), failed: ofState('failed'), cancelled: ofState('cancelled') },
        sessions: sessions.length,
        inputTokens: sum(tokens, 'input'),
        outputTokens: sum(tokens, 'output'),
        costUsd: sumOfDollars(costs),
        tokensUnknown: sessions.length - tokens.length,
        costUnknown: sessions.length - costs.length,
    };
}
/** An agent that could not be started, or was refused, has spent nothing. */
function wasStarted({ exitCode, signal }) {
    return exitCode !== undefined || signal !== undefined;
}
/** To the millionth: 0.1 + 0.2 is 0.3 for whoever reads a bill. */
function sumOfDollars(costs) {
    return Number(costs.reduce((total, cost) => total + cost, 0).toFixed(6));
}
function sum(list, key) {
    return list.reduce((total, item) => total + item[key], 0);
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


/***/ }),

/***/ 4769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ waitMs),
/* harmony export */   YL: () => (/* binding */ createBell),
/* harmony export */   _o: () => (/* binding */ MAX_TIMER_MS)
/* harmony export */ });
/** The longest timer that Node has, in milliseconds: a longer one would end at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** Waits so long (24 days at most) or until the signal is aborted, whichever comes first; never rejects. */
function waitMs(ms, signal) {
    return waitFor(undefined, ms, signal);
}
function createBell() {
    const waiters = new Set();
    return {
        ring() {
            for (const wake of waiters)
                wake();
        },
        wait: (ms, signal) => waitFor(waiters, ms, signal),
    };
}
/** Plain timers and listeners: an aborted `timers/promises` makes two errors with their stacks, at every change. */
function waitFor(waiters, ms, signal) {
    if (signal.aborted)
        return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers();
    const timer = setTimeout(wake, Math.min(ms, MAX_TIMER_MS));
    signal.addEventListener('abort', wake, { once: true });
    waiters?.add(wake);
    return promise;
    function wake() {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        waiters?.delete(wake);
        resolve();
    }
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
        description: 'Name of the model; a command gets it as VIK_MODEL. Required for codex and claude_code.',
        examples: ['gpt-5.5'],
    }),
    command: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
        .min(1)
        .optional()
        .meta({
        description: 'Program and arguments of `runtime: command`. A program with a `/` is looked for from the folder of this file, ' +
            'otherwise on PATH. The prompt is its standard input. Required for `runtime: command`.',
        examples: [['./agent.sh', '--json']],
    }),
    args: zod__WEBPACK_IMPORTED_MODULE_2__/* .map */ .TjK(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), argSchema)
        .default(new Map())
        .meta({
        description: 'Flags of codex or claude_code, in order. `true` gives the bare flag, a list is joined by commas, ' +
            'a key that ends in `[]` repeats the flag for each item.',
        examples: [{ '--sandbox': 'workspace-write', '--config[]': ['model_reasoning_effort=high'] }],
    }),
    ..._limit_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .profileLimits */ .G1,
    version: _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().meta({
        description: 'Version of the program for codex and claude_code: exact or a semver range. When PATH does not have it, it is ' +
            "installed from npm into the runner's tool cache. Without it: what is on PATH.",
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

/***/ 1765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ sortDiagnostics),
/* harmony export */   hw: () => (/* binding */ formatMessage),
/* harmony export */   lW: () => (/* binding */ pathIn),
/* harmony export */   me: () => (/* binding */ diagnosticsToJson),
/* harmony export */   ot: () => (/* binding */ splitDiagnostic)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** `workflow.yml:12:7`, `error` and `message [code]`, the path relative to `cwd` where it is below it. */
function splitDiagnostic(diagnostic, cwd) {
    const { line, column, severity } = diagnostic;
    const { message, annotation } = formatMessage(diagnostic, cwd);
    return [`${annotation.file}:${line}:${column}`, severity, message];
}
/** The message with its code, and its place for an annotation: the path relative to `workspace` where it is in it. */
function formatMessage({ file, line, column, pointer = '', message, code }, workspace) {
    return {
        message: `${message} [${code}]`,
        annotation: { file: pathIn(workspace, file), line, column, pointer },
    };
}
/** The path of a file relative to a folder in which it is, or else as it is. */
function pathIn(folder, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, file);
    return path === '' || path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) ? file : path;
}
/**
 * What was found, as `vik doctor --json` prints it: `{ "errors": [...], "warnings": [...] }`.
 *
 * @param more further keys of the document
 */
function diagnosticsToJson(found, more = {}) {
    return JSON.stringify({ errors: found.errors ?? [], warnings: found.warnings, ...more }, null, 2);
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
    description: 'Issues of the repository, their state given by labels. Without it: all its defaults, unless there is `pull`.',
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
/* harmony export */   G1: () => (/* binding */ profileLimits),
/* harmony export */   lQ: () => (/* binding */ stageLimits),
/* harmony export */   sd: () => (/* binding */ pricesSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

const TIMEOUT = {
    description: 'Wall clock of one session in minutes; fractions are allowed.',
    examples: [60],
};
const STALL = {
    description: 'A session without a sign of life for so many minutes is ended; 0 turns it off.',
    examples: [30],
};
const GRACE = {
    description: 'Seconds that the program has to exit after its last word.',
    examples: [60],
};
const COST = {
    description: 'What one session may cost, in US dollars; above it the session is ended and failed (`budget`). ' +
        'Codex needs the price of its model in `prices`.',
    examples: [2.5],
};
const OUTPUT = {
    description: 'How many tokens the model may write in one session; above it the session is ended and failed (`budget`).',
    examples: [50_000],
};
const costUsd = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().optional();
const outputTokens = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional();
/** Limits of a session that stand in a profile. */
const profileLimits = {
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().default(60).meta(TIMEOUT),
    stall_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).default(30).meta(STALL),
    exit_grace_sec: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).default(60).meta(GRACE),
    max_cost_usd: costUsd.meta(withoutIt('no limit', COST)),
    max_output_tokens: outputTokens.meta(withoutIt('no limit', OUTPUT)),
};
/** The same in a stage, where they win: one that is left out is that of the profile. */
const stageLimits = {
    timeout_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().optional().meta(withoutIt('that of the profile', TIMEOUT)),
    stall_minutes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).optional().meta(withoutIt('that of the profile', STALL)),
    exit_grace_sec: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).optional().meta(withoutIt('that of the profile', GRACE)),
    max_cost_usd: costUsd.meta(withoutIt('that of the profile', COST)),
    max_output_tokens: outputTokens.meta(withoutIt('that of the profile', OUTPUT)),
};
function withoutIt(what, meta) {
    return { ...meta, description: `${meta.description} Without it: ${what}.` };
}
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

/***/ 434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ loadWorkflow)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
/**
 * Flags that the adapter gives itself: a second one would change what it reads, or be refused by the program. `false`,
 * which gives none, is no way to turn one off.
 */
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
        if (OWNED[runtime].includes(flag)) {
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

// EXTERNAL MODULE: ./lib/environment/withheld.js
var withheld = __webpack_require__(2198);
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
    checkEnv(pointer, agent, path, findings);
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
function checkEnv(pointer, { env = [] }, path, findings) {
    for (const [index, name] of env.entries()) {
        if (!(0,withheld/* isWithheld */.Y)(name))
            continue;
        const message = `\`${pointer}.env.${index}\`: no program that Vik starts gets \`${name}\`, so naming it here changes nothing`;
        findings.warning('withheld_variable', [...path, 'env', index], message);
    }
}
function permissionAdvice(pointer, runtime) {
    return runtime === 'codex'
        ? `\`${pointer}\` has no \`--sandbox\` in its \`args\`: codex may only read then; write \`--sandbox: workspace-write\` (or \`danger-full-access\` on a runner of its own)`
        : `\`${pointer}\` has no permission flag in its \`args\`: Claude Code is refused every change then, and the run is green; write \`--permission-mode: acceptEdits\` with \`--allowedTools[]: [...]\`, or \`--permission-mode: bypassPermissions\``;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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
        const said = (0,errors/* messageOf */.bD)(error);
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

// EXTERNAL MODULE: ./lib/workflow/suggest.js
var suggest = __webpack_require__(5227);
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
    return (0,suggest/* didYouMean */.au)(key, known);
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
        const near = (0,suggest/* didYouMean */.au)(model, priced);
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
        const message = `\`prices.${model}\` is not used: no codex profile has that model${(0,suggest/* didYouMean */.au)(model, [...models])}`;
        findings.warning('unknown_field', ['prices', model], message, 'key');
    }
}

;// CONCATENATED MODULE: ./lib/workflow/check-report.js
/** Whether there is an issue on GitHub to comment on. */
function checkReport({ report, issues }, findings) {
    if (report.comment !== true || issues.pull === undefined)
        return;
    const message = '`report.comment` needs `issues.github`: with `issues.pull` there is no issue on GitHub to comment on; remove it';
    findings.error('no_comments', ['report', 'comment'], message, 'key');
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
    const near = (0,suggest/* didYouMean */.au)(stage.agent, agents);
    const message = `agent \`${stage.agent}\` is not in \`agents\`, which has ${(0,suggest/* alternatives */.Vo)(agents).replace(/ or (?=`[^`]*`$)/, ' and ')}${near}`;
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
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
    env: maybe(schemas/* array */.YOg(schemas/* string */.YjP().catch(''))),
});
/**
 * The values that the checks between keys look at. What is wrong or missing is undefined here (the schema has
 * reported it), so that one mistake doesn't hide the next: all findings come in one go.
 */
const draftSchema = schemas/* object */.Ikc({
    agents: schemas/* map */.TjK(schemas/* string */.YjP(), agent.catch({})).catch(new Map()),
    loop: schemas/* object */.Ikc(limits).catch({}),
    prices: schemas/* map */.TjK(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch(new Map()),
    report: schemas/* object */.Ikc({ comment: maybe(schemas/* boolean */.zMY()) }).catch({}),
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
        .catch({
        agents: new Map(),
        loop: {},
        prices: new Map(),
        issues: {},
        issue: { stages: new Map() },
        report: {},
    })
        .parse(read.value, { jitless: true });
    checkKeys(read, findings);
    checkAgents(draft, read, findings);
    checkPrices(draft, findings);
    checkIntake(draft, read, findings);
    checkStages(draft, read, findings);
    checkTransitions(draft, findings);
    checkExpectations(draft, findings);
    checkReport(draft, findings);
    return draft;
}

// EXTERNAL MODULE: ./lib/workflow/diagnostic.js
var diagnostic = __webpack_require__(1765);
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
// EXTERNAL MODULE: ./lib/waits.js
var waits = __webpack_require__(4769);
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
        report: { comment: file.report.comment },
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
        timeoutMs: ms(agent.timeout_minutes, 60_000),
        stallMs: ms(agent.stall_minutes, 60_000),
        exitGraceMs: ms(agent.exit_grace_sec, 1000),
        maxCostUsd: agent.max_cost_usd,
        maxOutputTokens: agent.max_output_tokens,
        price: price && { input: price.input, cachedInput: price.cached_input, output: price.output },
        version: agent.version?.trim(),
        githubToken: agent.github_token,
        env: agent.env,
    };
}
/** The limits of a profile, where its stage does not set its own. */
function stageLimitsOf(stage, agent) {
    const { timeout_minutes: timeout, stall_minutes: stall, exit_grace_sec: grace } = stage;
    return {
        timeoutMs: timeout === undefined ? agent.timeoutMs : ms(timeout, 60_000),
        stallMs: stall === undefined ? agent.stallMs : ms(stall, 60_000),
        exitGraceMs: grace === undefined ? agent.exitGraceMs : ms(grace, 1000),
        maxCostUsd: stage.max_cost_usd ?? agent.maxCostUsd,
        maxOutputTokens: stage.max_output_tokens ?? agent.maxOutputTokens,
    };
}
function resolveStage(name, stage, agent, prompt) {
    const hooks = `issue.stages.${name}.hooks`;
    return {
        name,
        state: stage.when.state,
        agent: { ...agent, ...stageLimitsOf(stage, agent) },
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
/** A timer fires at once above its maximum, which no author means. */
function ms(value, unit) {
    return Math.min(value * unit, waits/* MAX_TIMER_MS */._o);
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
        return (0,suggest/* alternatives */.Vo)(inner.options.map(String));
    if (inner instanceof schemas/* ZodLiteral */.DN5)
        return (0,suggest/* alternatives */.Vo)([...inner.values].map(String));
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
            const near = (0,suggest/* didYouMean */.au)(written, values);
            findings.error(code, path, `${name} is ${got}: expected ${(0,suggest/* alternatives */.Vo)(values)}${near}`);
            return;
        }
        case 'invalid_union': {
            const words = wordsOf(place.schema);
            const near = (0,dist/* isScalar */.jn)(place.node) ? (0,suggest/* didYouMean */.au)(String(place.node.value), words) : '';
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
    const file = (0,read_text_file/* readTextFile */.G)(path, MAX_BYTES);
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
    if ([...draft.agents.values()].some(({ version }) => version !== undefined)) {
        const { checkVersions } = await Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(367)]).then(__webpack_require__.bind(__webpack_require__, 367));
        checkVersions(draft, findings);
    }
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
        description: 'At most this many pulls in one job. Without it: as many as it takes until nothing is left to do.',
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
            'those that run go on to their own limits. What has no known cost does not count. Without it: no limit.',
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
            'Without it: `$VIK_HOME`, else `$RUNNER_TEMP/vik` on GitHub-hosted runners, else `~/.vik`.',
        examples: ['.vik'],
    }),
})
    .meta({ description: 'Where the run keeps its files.', examples: [{ root: '.vik' }] });
const transitionSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    state: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: "The issue's new state: its label is added, then the old state's label removed. Without it: it stays as it is.",
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
        description: 'File with the prompt template, from the folder of this file; inside the checkout. Required, unless there is `prompt`.',
        examples: ['prompts/plan.md'],
    }),
    prompt: _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional().meta({
        description: 'The prompt template itself. Required, unless there is `prompt_file`.',
        examples: ['Plan issue {{ issue.id }}: {{ issue.title }}'],
    }),
    ..._limit_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .stageLimits */ .lQ,
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
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    comment: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .meta({
        description: 'One comment on each issue that is worked shows how it goes, and is edited ever after: stage, result, ' +
            'duration, tokens, cost, last message. GitHub intake only; the job needs `issues: write`.',
        examples: [true],
    }),
})
    .meta({
    description: 'Where the run is shown besides the log and the summary.',
    examples: [{ comment: true }],
});
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
    prices: _limit_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .pricesSchema */ .sd,
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
    report: reportSchema.prefault({}),
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
    const syntax = (exhausted === undefined ? withoutTabTrouble(problems, text, lines) : [exhausted]).map(({ code, message, pos }) => ({
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
/**
 * A tab shifts all that follows: what the parser says after one is no mistake of its own. Further tabs are said, each
 * line once.
 */
function withoutTabTrouble(problems, text, lines) {
    const startsWithTab = ({ pos: [offset] }) => {
        const start = offset - lines.linePos(offset).col + 1;
        return /^ *\t/.test(text.slice(start, Math.min(offset + 1, start + LONGEST_INDENT)));
    };
    const isTab = (problem) => problem.code === 'TAB_AS_INDENT' || (problem.code === 'BAD_INDENT' && startsWithTab(problem));
    const tabs = new Map(problems.filter(isTab).map((problem) => [lines.linePos(problem.pos[0]).line, problem]));
    const first = [...tabs.values()].reduce((least, { pos }) => Math.min(least, pos[0]), Number.POSITIVE_INFINITY);
    return [
        ...problems.filter((problem) => !isTab(problem) && problem.pos[0] < first),
        ...[...tabs.values()].map(({ message, pos }) => ({ code: 'TAB_AS_INDENT', message, pos })),
    ];
}
const LONGEST_INDENT = 1000;
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

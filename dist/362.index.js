export const id = 362;
export const ids = [362];
export const modules = {

/***/ 3362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSession: () => (/* binding */ runSession)
});

// EXTERNAL MODULE: ./lib/agent/adapters.js + 7 modules
var adapters = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/process.js + 7 modules
var process = __webpack_require__(6886);
// EXTERNAL MODULE: ./lib/stop.js
var stop = __webpack_require__(1503);
// EXTERNAL MODULE: ./lib/agent/json-line.js
var json_line = __webpack_require__(2562);
;// CONCATENATED MODULE: ./lib/agent/narrate.js

/** Longest description of a tool call in the log, in characters. */
const maxCallCharacters = 120;
/** Tells a session's tool calls and retries in the log, a line each. */
function createNarrator(log, redact) {
    let retrying;
    return (event) => {
        switch (event.kind) {
            case 'tool_call':
                if (event.phase === 'request')
                    log.info(describeCall(event.name, event.input, redact));
                break;
            case 'subagent':
                // Its end is a result of the same call.
                if (event.status === null || event.status === 'in_progress')
                    log.info(describeCall(event.action ?? 'subagent', event.raw, redact));
                break;
            case 'retrying': {
                const attempt = event.attempt === null ? '' : ` (attempt ${event.attempt})`;
                const line = `retrying${attempt}: ${shorten(event.detail, redact)}`;
                if (event.detail === retrying)
                    log.debug(line);
                else
                    log.info(line);
                retrying = event.detail;
                return;
            }
            default:
        }
        // Once it went on, the next trouble is news again.
        if (event.kind === 'message' || event.kind === 'tool_call')
            retrying = undefined;
    };
}
/** What of a call's input says best what it does, over all runtimes. */
const tellingFields = ['command', 'file_path', 'path', 'pattern', 'query', 'url', 'description', 'prompt'];
function describeCall(name, input, redact) {
    const detail = telling(input);
    return shorten(detail === undefined ? (name ?? 'tool call') : `${name ?? 'tool call'}: ${detail}`, redact);
}
function telling(input) {
    if (typeof input === 'string')
        return input;
    if (!(0,json_line/* isJsonObject */.OW)(input))
        return undefined;
    for (const field of tellingFields) {
        const value = input[field];
        if (typeof value === 'string' && value !== '')
            return value;
    }
    // A subagent's block and an MCP item hold the call's own input one level down.
    if ((0,json_line/* isJsonObject */.OW)(input.input))
        return telling(input.input);
    if ((0,json_line/* isJsonObject */.OW)(input.arguments))
        return telling(input.arguments);
    if (Array.isArray(input.changes))
        return input.changes.map((change) => telling(change)).join(', ');
    return undefined;
}
/** Redacted before it is cut: half a secret would not be recognised. */
function shorten(text, redact) {
    const line = redact(text).replace(/\s+/g, ' ').trim();
    return line.length > maxCallCharacters ? `${line.slice(0, maxCallCharacters - 1)}…` : line;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/agent/bounded-file.js

/**
 * Creates a file that only we can read. It must not exist, not as a link either: throws when something was planted
 * there. A full disk ends the file, not its caller.
 */
function createBoundedFile(path, options) {
    let fd = openNew();
    let written = 0;
    return {
        get open() {
            return fd !== undefined;
        },
        write(text) {
            if (fd === undefined)
                return;
            const bytes = Buffer.from(text);
            const fits = written + bytes.length <= options.limitBytes;
            writeWhole(fd, fits ? bytes : Buffer.from(options.lastLine));
            if (!fits)
                close();
        },
        [Symbol.dispose]: close,
    };
    function openNew() {
        const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = external_node_fs_.constants;
        try {
            return (0,external_node_fs_.openSync)(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0o600);
        }
        catch (error) {
            if (!isDiskFull(error))
                throw error;
            options.warn(`the ${options.name} \`${path}\` could not be made: ${error.message}`);
            return undefined;
        }
    }
    function writeWhole(file, bytes) {
        try {
            let done = 0;
            while (done < bytes.length)
                done += (0,external_node_fs_.writeSync)(file, bytes, done);
            written += bytes.length;
        }
        catch (error) {
            options.warn(`the ${options.name} \`${path}\` ends early: ${errorMessage(error)}`);
            dropHalfLine(file);
            close();
        }
    }
    /** Whoever reads the file later parses it line by line. */
    function dropHalfLine(file) {
        try {
            if ((0,external_node_fs_.fstatSync)(file).size > written)
                (0,external_node_fs_.ftruncateSync)(file, written);
        }
        catch {
            // The disk failed already and that has been said; half a line at the end is the lesser harm.
        }
    }
    function close() {
        if (fd === undefined)
            return;
        const closing = fd;
        fd = undefined;
        try {
            (0,external_node_fs_.closeSync)(closing);
        }
        catch (error) {
            // Some file systems tell of a full disk only now.
            options.warn(`the ${options.name} \`${path}\` may be incomplete: ${errorMessage(error)}`);
        }
    }
}
function isDiskFull(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
function errorMessage(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/agent/stderr-log.js


/** Largest stderr log: 16 MiB. */
const maxLogBytes = 16 * 1024 * 1024;
/** How much of the end is kept for the report, in characters. */
const tailCharacters = 2048;
/** A line longer than this is written in pieces. */
const maxHeldCharacters = 512 * 1024;
/** Creates a stderr log. Throws when something is at its path already. */
function createStderrLog(path, options) {
    const { redact } = options;
    const limitBytes = options.limitBytes ?? maxLogBytes;
    const maxHeld = options.maxHeldCharacters ?? maxHeldCharacters;
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    const file = createBoundedFile(path, {
        limitBytes,
        lastLine: `\n[this log stops at its limit of ${limitBytes} bytes; the program went on]\n`,
        name: 'stderr log',
        warn: options.warn,
    });
    let held = '';
    let tail = '';
    return {
        write(chunk) {
            held += decoder.write(chunk);
            const lineEnd = held.lastIndexOf('\n') + 1;
            if (lineEnd > 0)
                take(lineEnd);
            if (held.length > maxHeld)
                take(safeCut(held, maxHeld >> 1, redact));
        },
        end() {
            held += decoder.end();
            take(held.length);
        },
        tail: () => tail,
        [Symbol.dispose]: () => file[Symbol.dispose](),
    };
    function take(length) {
        if (length === 0)
            return;
        const text = redact(held.slice(0, length));
        held = held.slice(length);
        file.write(text);
        tail = (tail + text).slice(-tailCharacters);
    }
}
/**
 * Where a line that is too long may be cut: at a place where no secret is cut in two, which holds when redacting the
 * parts gives the same as redacting the whole. What is held back is longer than any secret.
 */
function safeCut(text, near, redact) {
    const whole = redact(text);
    for (let cut = near; cut > 0; cut -= Math.max(1, near >> 5)) {
        if (redact(text.slice(0, cut)) + redact(text.slice(cut)) === whole)
            return cut;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./lib/agent/transcript.js

/** Largest transcript: 256 MiB. */
const maxTranscriptBytes = 256 * 1024 * 1024;
/** Creates a transcript. Throws when something is at its path already. */
function createTranscript(path, options) {
    const limitBytes = options.limitBytes ?? maxTranscriptBytes;
    const file = createBoundedFile(path, {
        limitBytes,
        lastLine: endLine(limitBytes),
        name: 'transcript',
        warn: options.warn,
    });
    return {
        write(event, at, truncated) {
            if (!file.open)
                return;
            file.write(`${options.redact(toJson(event, at, truncated))}\n`);
        },
        [Symbol.dispose]: () => file[Symbol.dispose](),
    };
}
function toJson(event, at, truncated) {
    const { kind, ...fields } = event;
    try {
        return JSON.stringify(truncated ? { kind, at, ...fields, truncated } : { kind, at, ...fields });
    }
    catch {
        // JSON.parse takes any depth, JSON.stringify runs out of stack at some ten thousand: the rest of such a line is lost.
        return JSON.stringify({
            kind: 'unknown',
            at,
            event_type: kind,
            raw: 'nested too deeply to be written',
            truncated: true,
        });
    }
}
function endLine(limitBytes) {
    const detail = `this transcript stops at its limit of ${limitBytes} bytes; the session went on`;
    const event = { kind: 'unknown', event_type: 'transcript_limit', raw: detail };
    return `${toJson(event, new Date().toISOString(), true)}\n`;
}

;// CONCATENATED MODULE: ./lib/agent/session-files.js
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


/** Creates a session's files. Throws when something is in the place of one. */
function openSessionFiles(paths, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, new DisposableStack(), false);
        const transcript = opened.use(createTranscript(paths.transcriptFile, options));
        const stderrLog = opened.use(createStderrLog(paths.stderrFile, options));
        const both = opened.move();
        return { transcript, stderrLog, [Symbol.dispose]: () => both.dispose() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/agent/workspace-activity.js


const defaultLimits = { maxMs: 10_000, maxEntries: 200_000 };
/**
 * Looks for a file under a folder that changed after `sinceMs`: its time, or undefined when there is none or the
 * limits were reached. Stops at the first hit, follows no links, and reads the time of change (ctime), which an
 * unpacked archive can't backdate and a program can't set. `.git/objects` and `node_modules` are left out.
 */
async function findChangedFile(folder, sinceMs, signal, limits = defaultLimits) {
    const endMs = performance.now() + limits.maxMs;
    let entries = 0;
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
        for await (const entry of entriesOf(next)) {
            entries += 1;
            if (entries > limits.maxEntries || performance.now() > endMs || signal.aborted)
                return undefined;
            const path = (0,external_node_path_.join)(next, entry.name);
            if (entry.isDirectory()) {
                if (!isLeftOut(next, entry.name))
                    folders.push(path);
                continue;
            }
            const changedMs = await changeTime(path);
            if (changedMs !== undefined && changedMs > sinceMs)
                return changedMs;
        }
    }
    return undefined;
}
function isLeftOut(parent, name) {
    return name === 'node_modules' || (name === 'objects' && (0,external_node_path_.basename)(parent) === '.git');
}
async function* entriesOf(folder) {
    try {
        yield* await (0,external_node_fs_promises_.opendir)(folder);
    }
    catch {
        // The agent removed the folder meanwhile, or took our right to read it: nothing in it is a sign of life.
    }
}
async function changeTime(path) {
    try {
        return (await (0,external_node_fs_promises_.lstat)(path)).ctimeMs;
    }
    catch {
        // Removed between listing and looking.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/agent/stall-watch.js


/** Longest delay that a timer takes. */
const maxTimerMs = 2 ** 31 - 1;
/**
 * Settles with `stalled` when a session has shown no sign of life for `stallMs`, with `watched` once the signal is
 * aborted. `lastOutputMs` gives the time of the last output line.
 */
async function watchForStall(options, lastOutputMs, signal) {
    if (options.stallMs === 0)
        return 'watched';
    let lastSignMs = lastOutputMs();
    for (;;) {
        lastSignMs = Math.max(lastSignMs, lastOutputMs());
        if (!(await waitUntil(lastSignMs + options.stallMs, signal)))
            return 'watched';
        if (lastOutputMs() > lastSignMs)
            continue;
        const changedMs = await findChangedFile(options.workspace, lastSignMs, signal);
        if (signal.aborted)
            return 'watched';
        // A line that came during the walk is a sign of life too.
        if (lastOutputMs() > lastSignMs)
            continue;
        if (changedMs === undefined)
            return 'stalled';
        lastSignMs = changedMs;
    }
}
/** False when the signal was aborted before. */
async function waitUntil(timeMs, signal) {
    try {
        while (Date.now() < timeMs)
            await (0,promises_.setTimeout)(Math.min(timeMs - Date.now(), maxTimerMs), undefined, { signal });
        return !signal.aborted;
    }
    catch {
        // The only way for a timer to reject is its signal.
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/agent/session-limits.js

/** Longest delay that a timer takes, 24 days. */
const session_limits_maxTimerMs = 2 ** 31 - 1;
/** Starts the clocks of a session that is about to start. */
function startSessionLimits(options) {
    const { profile, onLimit } = options;
    const working = new AbortController();
    const timeout = setTimeout(() => onLimit({ kind: 'timeout', afterMs: profile.timeoutMs }), Math.min(profile.timeoutMs, session_limits_maxTimerMs));
    const stall = { stallMs: profile.stallMs, workspace: options.workspace };
    void watchForStall(stall, options.lastOutputMs, working.signal).then((end) => {
        if (end === 'stalled')
            onLimit({ kind: 'stalled', afterMs: profile.stallMs });
    });
    let grace;
    return {
        terminalWord() {
            stopWorkClocks();
            clearTimeout(grace);
            grace = setTimeout(options.onGraceOver, Math.min(profile.exitGraceMs, session_limits_maxTimerMs));
        },
        [Symbol.dispose]() {
            stopWorkClocks();
            clearTimeout(grace);
        },
    };
    function stopWorkClocks() {
        clearTimeout(timeout);
        working.abort();
    }
}

;// CONCATENATED MODULE: ./lib/agent/agent-process.js
var agent_process_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var agent_process_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** Runs an agent's program under its limits to its end, and writes what it prints. */
async function runAgentProcess(agent, deps, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (signal.aborted)
            return { ...nothing, ending: cancellation(signal) };
        const { spec, adapter, follower } = agent;
        const opened = tryOpenFiles(agent, deps.redact);
        if (opened.error !== undefined)
            return { ...nothing, notStarted: opened.error };
        const files = agent_process_addDisposableResource(env_1, opened.files, false);
        const { program, args } = adapter.commandLine(spec.profile);
        const lifetime = new AbortController();
        let ending;
        let lastOutputMs = Date.now();
        const limits = agent_process_addDisposableResource(env_1, startSessionLimits({
            profile: spec.profile,
            workspace: spec.cwd,
            lastOutputMs: () => lastOutputMs,
            onLimit: end,
            onGraceOver() {
                const seconds = spec.profile.exitGraceMs / 1000;
                agent.warn(`it did not exit within ${seconds} s of its last word and was ended`);
                lifetime.abort();
            },
        }), false);
        const takeLine = createLineTaker(agent, deps, files, limits);
        const stop = () => end(cancellation(signal));
        signal.addEventListener('abort', stop, { once: true });
        try {
            const exit = await deps.processes.run({
                command: program,
                args,
                cwd: spec.cwd,
                env: spec.env,
                stdinFile: spec.promptFile,
                marker: spec.marker,
                sweepAfter: true,
                // The log keeps the tail, redacted.
                stderrTailBytes: 0,
                onStderr(chunk) {
                    lastOutputMs = Date.now();
                    files.stderrLog.write(chunk);
                },
                onLine(line) {
                    lastOutputMs = Date.now();
                    takeLine(line.text, line.truncated, new Date(lastOutputMs));
                },
            }, lifetime.signal);
            files.stderrLog.end();
            return { ending, notStarted: undefined, exit, stderrTail: files.stderrLog.tail() };
        }
        catch (error) {
            if (!(error instanceof process/* ProcessStartError */._S))
                throw error;
            files.stderrLog.end();
            const notStarted = describeStartError(error, adapter.installHint(spec.profile));
            return { ending, notStarted, exit: undefined, stderrTail: files.stderrLog.tail() };
        }
        finally {
            signal.removeEventListener('abort', stop);
        }
        /** The first reason stands, and none after the terminal word. */
        function end(why) {
            if (lifetime.signal.aborted)
                return;
            if (follower.terminal() === undefined)
                ending = why;
            lifetime.abort();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        agent_process_disposeResources(env_1);
    }
}
const nothing = {
    ending: undefined,
    notStarted: undefined,
    exit: undefined,
    stderrTail: '',
};
function tryOpenFiles({ spec, warn }, redact) {
    try {
        return { files: openSessionFiles(spec, { redact, warn }) };
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { error: `the session's files could not be made: ${why}` };
    }
}
function createLineTaker({ adapter, follower }, { log, redact }, { transcript }, limits) {
    const mapLine = adapter.createLineMapper();
    const narrate = createNarrator(log, redact);
    return (line, truncated, time) => {
        const at = time.toISOString();
        const mapped = mapLine(line, at);
        follower.take(mapped, time);
        for (const event of mapped.events) {
            transcript.write(event, at, truncated);
            narrate(event);
        }
        if (mapped.terminal !== undefined)
            limits.terminalWord();
    };
}
function cancellation(signal) {
    const kind = (0,stop/* stopKind */.J)(signal);
    switch (kind) {
        case 'time-budget':
            return { kind: 'cancelled', reason: 'time budget' };
        case 'shutdown':
            return { kind: 'cancelled', reason: 'cancelled by the runner' };
        case 'credentials':
        case undefined:
            return {
                kind: 'cancelled',
                reason: signal.reason instanceof Error ? signal.reason.message : 'cancelled',
            };
        default:
            return kind;
    }
}
function describeStartError(error, installHint) {
    if (error instanceof process/* ProgramNotFoundError */.oo)
        return `${error.message}: ${installHint}`;
    return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

;// CONCATENATED MODULE: ./lib/agent/decide-outcome.js
/** Decides a session's outcome, once: the first rule that holds. */
function decideOutcome(facts) {
    if (facts.ending !== undefined)
        return endedByUs(facts.ending);
    if (facts.notStarted !== undefined)
        return { state: 'failed', class: 'setup', reason: facts.notStarted };
    if (facts.terminal?.kind === 'failed')
        return { state: 'failed', class: facts.terminal.class, reason: facts.terminal.reason };
    if (facts.terminal?.kind === 'completed')
        return { state: 'completed' };
    if (facts.exitCode !== 0)
        return { state: 'failed', class: 'agent', reason: describeDeath(facts) };
    if (facts.silenceIsSuccess)
        return { state: 'completed' };
    return { state: 'failed', class: 'agent', reason: 'ended without a result' };
}
/** How a program exited: `exit code 3`, `killed by SIGKILL`. */
function describeExit(facts) {
    return facts.exitCode === undefined
        ? `killed by ${facts.signal ?? 'a signal'}`
        : `exit code ${facts.exitCode}`;
}
function endedByUs(ending) {
    switch (ending.kind) {
        case 'timeout':
            return { state: 'failed', class: 'timeout', reason: `timed out after ${minutes(ending.afterMs)}` };
        case 'stalled':
            return {
                state: 'failed',
                class: 'stalled',
                reason: `stalled: no sign of life for ${minutes(ending.afterMs)}`,
            };
        case 'cancelled':
            return { state: 'cancelled', class: 'cancelled', reason: ending.reason };
        default:
            return ending;
    }
}
function minutes(ms) {
    return `${Number((ms / 60_000).toPrecision(3))} min`;
}
const reasonTailCharacters = 300;
function describeDeath(facts) {
    const lastLine = facts.stderrTail.trimEnd().split('\n').at(-1)?.trim() ?? '';
    if (lastLine === '')
        return describeExit(facts);
    const shown = lastLine.length > reasonTailCharacters ? `…${lastLine.slice(-reasonTailCharacters)}` : lastLine;
    return `${describeExit(facts)}: ${shown}`;
}

;// CONCATENATED MODULE: ./lib/agent/snapshot.js
/** Longest last message that is kept, in characters. */
const maxMessageCharacters = 64 * 1024;
/** Calls that are remembered while they wait for their result. */
const maxOpenCalls = 10_000;
function followSnapshot() {
    let sessionId;
    let terminal;
    let version;
    let tokens;
    let costUsd;
    let permissionDenials = 0;
    let toolCalls = 0;
    let retries = 0;
    let lastMessage;
    let lastEventAt;
    const openCalls = new Set();
    return {
        take(line, time) {
            lastEventAt = time;
            for (const event of line.events)
                takeEvent(event);
            if (line.tokens !== undefined)
                tokens = highest(tokens, line.tokens);
            if (line.permissionDenials !== undefined)
                permissionDenials = Math.max(permissionDenials, line.permissionDenials);
            version = line.version ?? version;
            terminal = line.terminal ?? terminal;
        },
        terminal: () => terminal,
        version: () => version,
        snapshot: (redact) => ({
            sessionId,
            tokens,
            costUsd,
            toolCalls,
            permissionDenials,
            retries,
            // Redacted before it is cut: half a secret would not be recognised.
            lastMessage: lastMessage === undefined ? undefined : redact(lastMessage).slice(0, maxMessageCharacters),
            lastEventAt,
        }),
    };
    function takeEvent(event) {
        switch (event.kind) {
            case 'session_started':
                sessionId = event.session_id ?? sessionId;
                break;
            case 'message':
                // Blank lines of a command agent are no message that anybody wants to read last.
                if (event.text.trim() !== '')
                    lastMessage = event.text;
                break;
            case 'retrying':
                retries += 1;
                break;
            case 'cost':
                costUsd = Math.max(costUsd ?? 0, event.usd);
                break;
            case 'tool_call':
                countCall(event.phase, event.call_id);
                break;
            default:
        }
    }
    /** Some tools are reported only at their end. */
    function countCall(phase, callId) {
        if (phase === 'result' && (callId === null || openCalls.delete(callId) || openCalls.size >= maxOpenCalls))
            return;
        toolCalls += 1;
        if (phase === 'request' && callId !== null && openCalls.size < maxOpenCalls)
            openCalls.add(callId);
    }
}
/** Programs print running totals, some of them more than once. */
function highest(a, b) {
    return {
        input: Math.max(a?.input ?? 0, b.input),
        output: Math.max(a?.output ?? 0, b.output),
        cacheRead: Math.max(a?.cacheRead ?? 0, b.cacheRead),
        cacheWrite: Math.max(a?.cacheWrite ?? 0, b.cacheWrite),
    };
}

;// CONCATENATED MODULE: ./lib/agent/session.js




/**
 * Runs a session to its end. Aborting the signal ends it in order. Whatever the agent does is an outcome; the text in
 * an outcome is redacted.
 */
async function runSession(spec, deps, signal) {
    const { profile } = spec;
    const adapter = adapters/* adapters */.V[profile.runtime];
    const env = { ...spec.env, ...adapter.extraEnv(profile, spec.env) };
    const follower = followSnapshot();
    const warnings = [];
    const warn = (message) => warnings.push(message);
    const version = signal.aborted ? undefined : deps.versions.read(profile, { cwd: spec.cwd, env });
    const agent = { spec: { ...spec, env }, adapter, follower, warn };
    const { exit, ...end } = await runAgentProcess(agent, deps, signal);
    const verdict = decideOutcome({
        ...end,
        terminal: follower.terminal(),
        exitCode: exit?.exitCode,
        signal: exit?.signal,
        silenceIsSuccess: adapter.silenceIsSuccess,
    });
    if (verdict.state === 'completed' && exit !== undefined && exit.ended === undefined && exit.exitCode !== 0)
        warn(`it said that it completed, then ended with ${describeExit(exit)}`);
    return {
        verdict: publishable(verdict, deps.redact),
        exitCode: exit?.exitCode,
        signal: exit?.signal,
        snapshot: follower.snapshot(deps.redact),
        agentVersion: follower.version() ?? (version && (await unlessAborted(version, signal))),
        stderrTail: end.stderrTail,
        warnings,
    };
}
/** Longest reason, in characters; a provider's message may be a page of HTML. */
const maxReasonCharacters = 1000;
function publishable(verdict, redact) {
    if (verdict.state === 'completed')
        return verdict;
    return { ...verdict, reason: redact(verdict.reason).slice(0, maxReasonCharacters) };
}
/** The answer, or undefined when the signal comes first. */
function unlessAborted(answer, signal) {
    if (signal.aborted)
        return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers();
    const giveUp = () => resolve(undefined);
    signal.addEventListener('abort', giveUp, { once: true });
    return Promise.race([answer, promise]).finally(() => signal.removeEventListener('abort', giveUp));
}


/***/ })

};

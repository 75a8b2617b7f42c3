export const id = 723;
export const ids = [723];
export const modules = {

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const SemVer = __webpack_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const parse = __webpack_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 5574:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const SemVer = __webpack_require__(7163)
const Range = __webpack_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 6363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ createBoundedFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


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
        const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0o600);
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
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, done);
            written += bytes.length;
        }
        catch (error) {
            options.warn(`the ${options.name} \`${path}\` ends early: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
            dropHalfLine(file);
            close();
        }
    }
    /** Whoever reads the file later parses it line by line. */
    function dropHalfLine(file) {
        try {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size > written)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, written);
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(closing);
        }
        catch (error) {
            // Some file systems tell of a full disk only now.
            options.warn(`the ${options.name} \`${path}\` may be incomplete: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        }
    }
}
function isDiskFull(error) {
    return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) ?? '');
}


/***/ }),

/***/ 8730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ installProgram),
/* harmony export */   Hz: () => (/* binding */ INSTALL_LIMITS),
/* harmony export */   h$: () => (/* binding */ npmPrograms),
/* harmony export */   sy: () => (/* binding */ InstallError)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8500);
/* harmony import */ var semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8780);
/* harmony import */ var semver_ranges_max_satisfying_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5574);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(452);
/* harmony import */ var _make_folders_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4341);
/* harmony import */ var _npm_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4312);
/**
 * Installs the version of an agent program that a profile asks for, from npm, when PATH doesn't have it: into the
 * runner's tool cache, once per job, and only when a session is about to start. npm checks the integrity of what it
 * downloads; it gets no secrets, and works outside of every workspace, so that no `.npmrc` of an agent is read.
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










const npmPrograms = {
    codex: { program: 'codex', package: '@openai/codex', installScript: undefined },
    claude_code: {
        program: 'claude',
        package: '@anthropic-ai/claude-code',
        // Puts the binary for this platform into the place of a stub.
        installScript: 'install.cjs',
    },
    command: undefined,
};
/** The program could not be had: a `setup` failure, in words for the person with a red cross. */
class InstallError extends Error {
    name = 'InstallError';
}
/** A download of 400 MB on a slow line is done in ten minutes, and three tries at a registry that hangs are over. */
const INSTALL_LIMITS = {
    waitsMs: [1_000, 5_000],
    allMs: 10 * 60_000,
    fetchMs: 60_000,
    progressMs: 30_000,
};
/** Answers the folder in which the program is. Rejects with an `InstallError`. */
async function installProgram(request, npm, log, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { wanted, version, limits } = request;
        const limit = AbortSignal.timeout(limits.allMs);
        const _progress = __addDisposableResource(env_1, tellProgress(`${wanted.package} ${version}`, limits.progressMs, log), false);
        try {
            return await findOrInstall(request, npm, log, AbortSignal.any([signal, limit]));
        }
        catch (error) {
            const isOverLimit = limit.aborted && !signal.aborted;
            const what = isOverLimit ? `it took longer than ${limits.allMs / 60_000} min` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .messageOf */ .bD)(error);
            const advice = 'check `version` in the workflow file and that the registry can be reached, or install the program in a step before this one and remove `version`';
            const name = `${wanted.package}@${version}`;
            throw new InstallError(`${name} could not be installed: ${what}; ${advice}`, { cause: error });
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function findOrInstall(request, npm, log, signal) {
    const { wanted, version, toolCache, limits } = request;
    const insist = (attempt) => tryAgain(attempt, limits.waitsMs, log, signal);
    (0,_make_folders_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFolders */ .w)(toolCache, 0o777);
    const exact = semver_functions_valid_js__WEBPACK_IMPORTED_MODULE_5__(version) ?? (await insist(() => resolveRange(request, npm, signal)));
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(toolCache, 'vik', wanted.program, exact, `${process.platform}-${process.arch}`);
    const bin = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'node_modules', '.bin');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(bin, wanted.program))) {
        log.debug(`${wanted.package} ${exact} is in the tool cache: ${folder}`);
        return bin;
    }
    const why = exact === version ? '' : ` (\`version: ${version}\`)`;
    log.info(`installing ${wanted.package} ${exact}${why}`);
    const startedAt = performance.now();
    await removeAbandoned(toolCache, limits.allMs, log);
    await insist(() => installInto(folder, { wanted, version: exact }, npm, log, signal));
    log.info(`installed ${wanted.package} ${exact} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return bin;
}
/** Hundreds of megabytes and no line for minutes look like a run that hangs. */
function tellProgress(name, everyMs, log) {
    const startedAt = performance.now();
    const timer = setInterval(() => {
        log.info(`still installing ${name}, ${Math.round((performance.now() - startedAt) / 1000)} s`);
    }, everyMs);
    return { [Symbol.dispose]: () => clearInterval(timer) };
}
/**
 * Removes what installations left that were killed. Another run, on another machine perhaps, may be installing now: its
 * folder is younger than an installation may take, and stays.
 */
async function removeAbandoned(toolCache, limitMs, log) {
    try {
        for await (const name of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.glob)('vik/*/*/*.partial', { cwd: toolCache })) {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(toolCache, name);
            if (Date.now() - (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(folder)).mtimeMs <= 2 * limitMs)
                continue;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(folder, { recursive: true, force: true });
            log.debug(`removed an installation that was never finished: ${folder}`);
        }
    }
    catch (error) {
        // Room on the disk is no reason to install nothing: somebody else may have removed it, or own it.
        log.debug(`an installation that was never finished could not be removed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .messageOf */ .bD)(error)}`);
    }
}
async function resolveRange({ wanted, version, toolCache }, npm, signal) {
    const known = await (0,_npm_js__WEBPACK_IMPORTED_MODULE_8__/* .readNpmVersions */ .h5)(npm, `${wanted.package}@${version}`, toolCache, signal);
    const best = semver_ranges_max_satisfying_js__WEBPACK_IMPORTED_MODULE_6__([...known], version);
    if (best === null)
        throw new _npm_js__WEBPACK_IMPORTED_MODULE_8__/* .NpmError */ .Cm(`no version of ${wanted.package} is in \`${version}\``, false);
    return best;
}
/** Installs beside the place and moves the whole there: what is in the place is complete. */
async function installInto(folder, { wanted, version }, npm, log, signal) {
    const partial = `${folder}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.partial`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(partial, { recursive: true });
    try {
        // Otherwise npm looks for a project in the folders above.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'package.json'), '{ "private": true }\n');
        const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
        const spec = `${wanted.package}@${version}`;
        await (0,_npm_js__WEBPACK_IMPORTED_MODULE_8__/* .runNpm */ .VZ)(npm, ['install', '--prefix', partial, '--ignore-scripts', '--include=optional', ...flags, spec], partial, signal);
        const packageFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'node_modules', wanted.package);
        if (wanted.installScript !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(packageFolder, wanted.installScript)))
            await npm.run({ command: 'node', args: [wanted.installScript], cwd: packageFolder }, signal);
        await checkVersion((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'node_modules', '.bin', wanted.program), version, npm, partial, signal);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, folder).catch(async (error) => {
            // Another job on this machine was faster, with the same.
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'node_modules', '.bin', wanted.program)))
                return;
            if (!['ENOTEMPTY', 'EEXIST'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .codeOf */ .$N)(error) ?? ''))
                throw error;
            log.warning(`\`${folder}\` was not complete: it is replaced`);
            // moved away and not removed in its place, where another job may do the same; an abandoned one is removed later
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(folder, `${folder}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.partial`);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, folder);
        });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(partial, { recursive: true, force: true });
    }
}
async function checkVersion(command, version, npm, cwd, signal) {
    const printed = await npm.run({ command, args: ['--version'], cwd }, signal);
    if (!printed.includes(version))
        throw new _npm_js__WEBPACK_IMPORTED_MODULE_8__/* .NpmError */ .Cm(`what was installed says that it is \`${printed.trim().slice(0, 100)}\``, false);
}
/** A registry may be out of reach for a moment; a version that isn't there is not tried again. */
async function tryAgain(attempt, waitsMs, log, signal) {
    for (let tries = 1;; tries += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const waitMs = waitsMs[tries - 1];
            if (signal.aborted || waitMs === undefined || (error instanceof _npm_js__WEBPACK_IMPORTED_MODULE_8__/* .NpmError */ .Cm && !error.isWorthAnotherTry))
                throw error;
            log.info(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .messageOf */ .bD)(error)}; trying again in ${waitMs / 1000} s (${tries + 1} of ${waitsMs.length + 1})`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(waitMs, undefined, { signal });
        }
    }
}


/***/ }),

/***/ 4312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ NpmError),
/* harmony export */   VZ: () => (/* binding */ runNpm),
/* harmony export */   h5: () => (/* binding */ readNpmVersions),
/* harmony export */   qP: () => (/* binding */ createNpm)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _process_start_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2854);
/* harmony import */ var _json_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2562);



class NpmError extends Error {
    name = 'NpmError';
    isWorthAnotherTry;
    constructor(message, isWorthAnotherTry, options) {
        super(message, options);
        this.isWorthAnotherTry = isWorthAnotherTry;
    }
}
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** npm would leave compiled code in the folder for temporary files. */
const EXTRA_ENV = { NODE_DISABLE_COMPILE_CACHE: '1' };
/** @param env without secrets */
function createNpm(processes, env, fetchMs) {
    let starts = 0;
    return {
        fetchMs,
        async run(spec, signal) {
            starts += 1;
            const marker = `install/npm/${starts}`;
            const exit = await processes
                .run({
                ...spec,
                env: { ...env, ...EXTRA_ENV },
                marker,
                captureStdoutBytes: MAX_OUTPUT_BYTES,
                sweepAfter: true,
            }, signal)
                .catch((cause) => {
                if (!(cause instanceof _process_start_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ProcessStartError */ ._))
                    throw cause;
                const advice = cause instanceof _process_start_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ProgramNotFoundError */ .o ? ' (put `actions/setup-node` before this step)' : '';
                throw new NpmError(`${cause.message}${advice}`, false, { cause });
            });
            const name = `\`${[spec.command.split('/').at(-1), ...spec.args.slice(0, 1)].join(' ')}\``;
            if (exit.ended !== undefined)
                throw new NpmError(`${name} was ended`, false);
            if (exit.exitCode === 0)
                return exit.stdout.toString();
            const how = exit.exitCode === undefined ? `killed by ${exit.signal}` : `exit code ${exit.exitCode}`;
            const words = telling(exit.stderrTail);
            throw new NpmError(`${name}: ${how}${words === '' ? '' : `: ${words}`}`, !isFinal(exit.stderrTail));
        },
    };
}
/** Runs npm without its own three tries, whose waits of up to a minute would multiply those of the caller. */
function runNpm(npm, [command, ...args], cwd, signal) {
    const flags = [`--fetch-timeout=${npm.fetchMs}`, '--fetch-retries=0', '--no-update-notifier'];
    const all = [command, ...flags, '--loglevel=error', ...args];
    return npm.run({ command: 'npm', args: all, cwd }, signal);
}
const versions = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().transform((one) => [one]), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())]).catch([]);
/** The versions of a package that a range has: npm prints one as a text, many as a list, none as nothing. */
async function readNpmVersions(npm, spec, cwd, signal) {
    const printed = await runNpm(npm, ['view', '--json', spec, 'version'], cwd, signal);
    return versions.parse((0,_json_line_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonLine */ .wz)(printed));
}
/** No such package or version, or words that npm does not understand. */
function isFinal(stderr) {
    return /\bcode (?:ETARGET|E404|EUSAGE|EINVALIDTAGNAME|EBADPLATFORM|EINTEGRITY)\b/.test(stderr);
}
/** The first line of npm's errors that says something: after the code come the words. */
function telling(stderr) {
    const lines = stderr.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*/i, '').trim());
    const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
    const words = lines.find((line) => line !== '' && !/^(?:code|errno|syscall|path) |^npm warn|A complete log/i.test(line));
    return [code, words]
        .filter((part) => part !== undefined && part !== '')
        .join(': ')
        .slice(0, 300);
}


/***/ }),

/***/ 6057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ besideTranscript),
  G: () => (/* binding */ openSessionFiles)
});

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/agent/bounded-file.js
var bounded_file = __webpack_require__(6363);
;// CONCATENATED MODULE: ./lib/agent/stderr-log.js



/** Largest stderr log: 16 MiB. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** How much of the end is kept for the report, in characters. */
const TAIL_CHARACTERS = 2048;
/** A line longer than this is written in pieces. */
const MAX_HELD_CHARACTERS = 512 * 1024;
/**
 * A stderr log. Its file is made with the first byte: most agents write none. A file that can't be made is a warning,
 * and the tail goes on.
 */
function createStderrLog(path, options) {
    const { redact } = options;
    const limitBytes = options.limitBytes ?? MAX_LOG_BYTES;
    const maxHeld = options.maxHeldCharacters ?? MAX_HELD_CHARACTERS;
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let file;
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
        [Symbol.dispose]() {
            if (file !== 'none')
                file?.[Symbol.dispose]();
        },
    };
    function take(length) {
        if (length === 0)
            return;
        const text = redact(held.slice(0, length));
        held = held.slice(length);
        file ??= makeFile();
        if (file !== 'none')
            file.write(text);
        // redacted already, so it may be cut anywhere
        tail = (tail + text).slice(-TAIL_CHARACTERS);
    }
    function makeFile() {
        try {
            return (0,bounded_file/* createBoundedFile */.u)(path, {
                limitBytes,
                lastLine: `\n[this log stops at its limit of ${limitBytes} bytes; the program went on]\n`,
                name: 'stderr log',
                warn: options.warn,
            });
        }
        catch (error) {
            options.warn(`the stderr log \`${path}\` could not be made: ${(0,errors/* messageOf */.bD)(error)}`);
            return 'none';
        }
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
const MAX_TRANSCRIPT_BYTES = 256 * 1024 * 1024;
/** Creates a transcript. Throws when something is at its path already. */
function createTranscript(path, options) {
    const limitBytes = options.limitBytes ?? MAX_TRANSCRIPT_BYTES;
    const file = (0,bounded_file/* createBoundedFile */.u)(path, {
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


/** Absolute paths of what lies beside a session's transcript: its standard error, and the prompt it was given, redacted. */
function besideTranscript(transcript) {
    const session = transcript.replace(/\.jsonl$/, '');
    return { stderr: `${session}.stderr.log`, prompt: `${session}.prompt.md` };
}
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


/***/ }),

/***/ 6723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSession: () => (/* binding */ runSession)
});

// EXTERNAL MODULE: ./lib/agent/adapters.js + 9 modules
var adapters = __webpack_require__(5878);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/process/start-error.js
var start_error = __webpack_require__(2854);
// EXTERNAL MODULE: ./lib/stop.js
var stop = __webpack_require__(1503);
// EXTERNAL MODULE: ./lib/agent/budget.js
var budget = __webpack_require__(5064);
;// CONCATENATED MODULE: ./lib/agent/usage-recorder.js
const EVERY_MS = 5_000;
/** Nor more often than so many times in a session's age so far: one of a minute has a dozen figures, one of six hours 500. */
const PER_AGE = 100;
/**
 * Tells how a session's figures grow, for a picture: the first at once, then at most one each five seconds, later
 * one each hundredth of its age, and the last. Not a part of the transcript, where each terminal word has one `token_usage`.
 */
function recordUsage(read, onUsage) {
    let last;
    const startedAt = performance.now();
    let nextAt = 0;
    function record() {
        const { tokens, costUsd } = read();
        if (tokens === undefined)
            return;
        const isSame = last?.tokens.input === tokens.input && last.tokens.output === tokens.output && last.costUsd === costUsd;
        if (isSame)
            return;
        last = { tokens, costUsd };
        const now = performance.now();
        nextAt = now + Math.max(EVERY_MS, (now - startedAt) / PER_AGE);
        onUsage(last);
    }
    return {
        check() {
            if (performance.now() >= nextAt)
                record();
        },
        finish: record,
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/process/line-splitter.js
var line_splitter = __webpack_require__(779);
;// CONCATENATED MODULE: ./lib/agent/usage-watch.js
/**
 * Follows a file in which an agent program writes its token usage while it works. The file is the agent's own, so it is
 * read with care: it may not be a link, nor anything but a plain file, and a bounded piece is read at a time.
 */





const POLL_MS = 1_000;
/** The program makes its file before its first line of output; this many looks find it on a slow disk too. */
const LOOKS = 20;
const PIECE_BYTES = 1024 * 1024;
/** Most that is read in one look: the rest comes with the next. */
const MAX_PIECES = 32;
/** The newest folders of each level that are looked into: those of yesterday and today, around midnight. */
const NEWEST = 2;
const MAX_DEPTH = 4;
/** Follows the file until the signal is aborted, and reads it once more then. Rejects only with what a callback threw. */
async function watchUsage(watch, signal) {
    const folder = watch.file.folder(watch.env);
    const path = folder === undefined ? undefined : await lookFor(folder, watch, signal);
    if (path === undefined) {
        if (!signal.aborted)
            watch.onMissing();
        return;
    }
    let position = 0;
    const lines = (0,line_splitter/* createLineSplitter */.A)((line) => {
        const tokens = watch.file.readLine(line);
        if (tokens !== undefined)
            watch.onTokens(tokens);
    });
    for (let isLast = false;; isLast = signal.aborted) {
        position = await readOn(path, position, lines.write);
        if (isLast)
            return;
        await pause(watch, signal);
    }
}
async function lookFor(folder, watch, signal) {
    for (let look = 0; look < LOOKS; look += 1) {
        const found = await findNewest(folder, (name) => watch.file.isNamed(name, watch.sessionId), MAX_DEPTH);
        if (found !== undefined || signal.aborted)
            return found;
        await pause(watch, signal);
    }
    return undefined;
}
/** A file by its name, in the folders whose names sort last: those are dates. */
async function findNewest(folder, isIt, depth) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const file = entries.find((entry) => entry.isFile() && isIt(entry.name));
    if (file !== undefined)
        return (0,external_node_path_.join)(folder, file.name);
    if (depth === 0)
        return undefined;
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    for (const name of folders.sort().reverse().slice(0, NEWEST)) {
        const found = await findNewest((0,external_node_path_.join)(folder, name), isIt, depth - 1);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Reads what was added; answers where the next look begins. */
async function readOn(path, position, take) {
    let file;
    try {
        // A pipe in its place would make a plain open wait.
        file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch {
        // Removed, or made unreadable, by the agent: the session's own last figures are what is left.
        return position;
    }
    try {
        const found = await file.stat().catch(() => undefined);
        if (found === undefined || !found.isFile() || found.size <= position)
            return position;
        const piece = Buffer.alloc(Math.min(PIECE_BYTES, found.size - position));
        for (let read = 0; read < MAX_PIECES; read += 1) {
            const bytesRead = await readPiece(file, piece, position);
            if (bytesRead === 0)
                return position;
            take(piece.subarray(0, bytesRead));
            position += bytesRead;
        }
        return position;
    }
    finally {
        await file.close().catch(() => { });
    }
}
/** How many bytes were read; none of a file that can't be read any more. */
async function readPiece(file, piece, position) {
    try {
        return (await file.read(piece, 0, piece.length, position)).bytesRead;
    }
    catch {
        return 0;
    }
}
async function pause({ pollMs = POLL_MS }, signal) {
    // Aborted: the wait is over, which is all that is asked.
    await (0,external_node_timers_promises_.setTimeout)(pollMs, undefined, { signal }).catch(() => { });
}

;// CONCATENATED MODULE: ./lib/agent/follow-spending.js



/**
 * Claude Code that is interrupted between an answer and its tools exits without its result, which has the figures; a
 * moment later it prints it.
 */
const SETTLE_MS = 500;
/** `onOver` is told why when the session's own limit is crossed, once. */
function followSpending({ spec, adapter, follower }, { log }, onOver) {
    const { profile, env, onCost, onUsage } = spec;
    const recorder = recordUsage(follower.usage, (usage) => onUsage?.(usage));
    const over = new AbortController();
    let reading;
    let lastCostUsd = 0;
    let crossed;
    function judge() {
        recorder.check();
        const spent = follower.spent();
        if (spent.costUsd !== undefined && spent.costUsd > lastCostUsd) {
            lastCostUsd = spent.costUsd;
            onCost?.(spent.costUsd);
        }
        const reason = (0,budget/* overLimit */.W1)(profile, spent);
        if (reason === undefined || crossed !== undefined || over.signal.aborted)
            return;
        crossed = setTimeout(() => onOver(reason), SETTLE_MS);
    }
    /** Once the session has a name, and when somebody wants to know. */
    function startReading() {
        const sessionId = follower.sessionId();
        const isWanted = (0,budget/* hasBudget */.er)(profile) || profile.price !== undefined || onUsage !== undefined;
        if (reading !== undefined || sessionId === undefined || adapter.usageFile === undefined || !isWanted)
            return;
        reading = watchUsage({
            file: adapter.usageFile,
            sessionId,
            env,
            onTokens(tokens) {
                follower.takeRunning(tokens);
                judge();
            },
            onMissing() {
                if ((0,budget/* hasBudget */.er)(profile))
                    log.info('its session file was not found, so its limits are checked when the session ends');
            },
        }, over.signal);
        // awaited at the end; until then nobody listens
        reading.catch(() => { });
    }
    return {
        check() {
            startReading();
            judge();
        },
        async finish() {
            over.abort('over');
            clearTimeout(crossed);
            await reading;
            recorder.finish();
        },
    };
}

// EXTERNAL MODULE: ./lib/process/plain-file.js
var plain_file = __webpack_require__(896);
// EXTERNAL MODULE: ./lib/agent/bounded-file.js
var bounded_file = __webpack_require__(6363);
;// CONCATENATED MODULE: ./lib/agent/keep-prompt.js
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




/** Largest prompt that is kept whole: 16 MiB. */
const MAX_PROMPT_BYTES = 16 * 1024 * 1024;
/**
 * Keeps what the agent was asked, redacted, for whoever reads the session later; the prompt itself is private and goes
 * with the stage run. A copy that can't be made is a warning: the session goes on.
 */
function keepPrompt(paths, { redact, warn }) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const prompt = (0,plain_file/* readPlainFile */.b$)(paths.promptFile, MAX_PROMPT_BYTES);
            const redacted = redact(prompt);
            if (redacted === prompt && tryLink(paths.promptFile, paths.copyFile))
                return;
            const file = __addDisposableResource(env_1, (0,bounded_file/* createBoundedFile */.u)(paths.copyFile, {
                limitBytes: MAX_PROMPT_BYTES,
                lastLine: `[this prompt is longer than ${MAX_PROMPT_BYTES} bytes and is not kept]\n`,
                name: 'copy of the prompt',
                warn,
            }), false);
            file.write(redacted);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch (error) {
        warn(`the prompt could not be kept: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** The same file under a second name: half the price of another one. Not on every file system. */
function tryLink(from, to) {
    try {
        (0,external_node_fs_.linkSync)(from, to);
        return true;
    }
    catch {
        // whatever stands in the way: a file of its own is made, or says why not
        return false;
    }
}

// EXTERNAL MODULE: ./lib/agent/json-line.js
var json_line = __webpack_require__(2562);
;// CONCATENATED MODULE: ./lib/agent/narrate.js

/** Lines about calls that one session has in the log; all of them are in its transcript. */
const MOST_CALLS = 1_000;
/** Longest description of a tool call in the log, in characters. */
const MAX_CALL_CHARACTERS = 120;
/** Tells a session's tool calls and retries in the log, a line each. */
function createNarrator(log, redact) {
    let retrying;
    let calls = 0;
    function tellCall(name, input) {
        calls += 1;
        if (calls <= MOST_CALLS)
            log.info(describeCall(name, input, redact));
        if (calls === MOST_CALLS)
            log.info(`${MOST_CALLS} calls: what else it calls is in its transcript only`);
    }
    return (event) => {
        switch (event.kind) {
            case 'tool_call':
                if (event.phase === 'request')
                    tellCall(event.name, event.input);
                break;
            case 'subagent':
                // Its end is a result of the same call.
                if (event.status === null || event.status === 'in_progress')
                    tellCall(event.action ?? 'subagent', event.raw);
                break;
            case 'retrying': {
                const attempt = event.attempt === null ? '' : ` (attempt ${event.attempt})`;
                const line = `retrying${attempt}: ${shorten(event.detail, redact)}`;
                const trouble = withoutIds(event.detail);
                if (trouble === retrying)
                    log.debug(line);
                else
                    log.info(line);
                retrying = trouble;
                return;
            }
            default:
        }
        // Once it went on, the next trouble is news again.
        if (event.kind === 'message' || event.kind === 'tool_call')
            retrying = undefined;
    };
}
/** The same trouble comes with the id of another request each time. */
function withoutIds(detail) {
    return detail.replace(/\b(?=[\w-]*\d)[\w-]{8,}/g, '');
}
/** What of a call's input says best what it does, over all runtimes. */
const TELLING_FIELDS = ['command', 'file_path', 'path', 'pattern', 'query', 'url', 'description', 'prompt'];
function describeCall(name, input, redact) {
    const detail = telling(input);
    return shorten(detail === undefined ? (name ?? 'tool call') : `${name ?? 'tool call'}: ${detail}`, redact);
}
function telling(input) {
    if (typeof input === 'string')
        return input;
    if (!(0,json_line/* isJsonObject */.OW)(input))
        return undefined;
    for (const field of TELLING_FIELDS) {
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
    return line.length > MAX_CALL_CHARACTERS ? `${line.slice(0, MAX_CALL_CHARACTERS - 1)}…` : line;
}

// EXTERNAL MODULE: ./lib/agent/session-files.js + 2 modules
var session_files = __webpack_require__(6057);
// EXTERNAL MODULE: ./lib/waits.js
var waits = __webpack_require__(4769);
;// CONCATENATED MODULE: ./lib/agent/workspace-activity.js


const DEFAULT_LIMITS = { maxMs: 10_000, maxEntries: 200_000 };
/**
 * Looks for a file under a folder that changed after `sinceMs`: its time, or undefined when there is none or the
 * limits were reached. Stops at the first hit, follows no links, and reads the time of change (ctime), which an
 * unpacked archive can't backdate and a program can't set. `.git/objects` and `node_modules` are left out.
 */
async function findChangedFile(folder, sinceMs, signal, limits = DEFAULT_LIMITS) {
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
        yield* await (0,promises_.opendir)(folder);
    }
    catch {
        // The agent removed the folder meanwhile, or took our right to read it: nothing in it is a sign of life.
    }
}
async function changeTime(path) {
    try {
        return (await (0,promises_.lstat)(path)).ctimeMs;
    }
    catch {
        // Removed between listing and looking.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/agent/stall-watch.js


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
    while (!signal.aborted && Date.now() < timeMs)
        await (0,waits/* waitMs */.Cu)(timeMs - Date.now(), signal);
    return !signal.aborted;
}

;// CONCATENATED MODULE: ./lib/agent/session-limits.js

/** Starts the clocks of a session that is about to start. */
function startSessionLimits(options) {
    const { profile, onLimit } = options;
    const working = new AbortController();
    const timeout = setTimeout(() => onLimit({ kind: 'timeout', afterMs: profile.timeoutMs }), profile.timeoutMs);
    const stall = { stallMs: profile.stallMs, workspace: options.workspace };
    void watchForStall(stall, options.lastOutputMs, working.signal).then((end) => {
        if (end === 'stalled')
            onLimit({ kind: 'stalled', afterMs: profile.stallMs });
    });
    let grace;
    return {
        terminalWord() {
            stopWatching();
            clearTimeout(grace);
            grace = setTimeout(options.onGraceOver, profile.exitGraceMs);
        },
        [Symbol.dispose]() {
            stopWatching();
            clearTimeout(timeout);
            clearTimeout(grace);
        },
    };
    function stopWatching() {
        // a reason, because without one an error is made, with its stack, for each session
        working.abort('over');
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
            return { ...NOTHING, ending: cancellation(signal) };
        const { spec, adapter, follower } = agent;
        const refusal = spec.refusal?.();
        if (refusal !== undefined)
            return { ...NOTHING, ending: { kind: 'cancelled', reason: refusal } };
        const opened = tryOpenFiles(agent, deps.redact);
        if (opened.error !== undefined)
            return { ...NOTHING, notStarted: opened.error };
        const files = agent_process_addDisposableResource(env_1, opened.files, false);
        keepPrompt({ promptFile: spec.promptFile, copyFile: (0,session_files/* besideTranscript */.j)(spec.transcriptFile).prompt }, { redact: deps.redact, warn: agent.warn });
        try {
            await spec.checkPlace?.();
        }
        catch (error) {
            const notStarted = (0,errors/* messageOf */.bD)(error);
            return { ...NOTHING, notStarted, hasFiles: true };
        }
        if (signal.aborted)
            return { ...NOTHING, ending: cancellation(signal), hasFiles: true };
        spec.onStart?.(() => follower.snapshot(deps.redact));
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
        const spending = followSpending(agent, deps, (reason) => end({ kind: 'budget', reason }));
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
                    spending.check();
                },
            }, lifetime.signal);
            files.stderrLog.end();
            return { ending, notStarted: undefined, exit, stderrTail: files.stderrLog.tail(), hasFiles: true };
        }
        catch (error) {
            if (!(error instanceof start_error/* ProcessStartError */._))
                throw error;
            files.stderrLog.end();
            const notStarted = describeStartError(error, adapter.installHint(spec.profile));
            return { ending, notStarted, exit: undefined, stderrTail: files.stderrLog.tail(), hasFiles: true };
        }
        finally {
            signal.removeEventListener('abort', stop);
            await spending.finish();
        }
        /** The first reason stands, and none after the terminal word. */
        function end(why) {
            if (lifetime.signal.aborted)
                return;
            if (follower.terminal() === undefined)
                ending = why;
            else if (why.kind === 'timeout')
                agent.warn('it went on after its last word until its time limit and was ended');
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
const NOTHING = {
    ending: undefined,
    notStarted: undefined,
    exit: undefined,
    stderrTail: '',
    hasFiles: false,
};
function tryOpenFiles({ spec, warn }, redact) {
    try {
        return { files: (0,session_files/* openSessionFiles */.G)(spec, { redact, warn }) };
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
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
    if (error instanceof start_error/* ProgramNotFoundError */.o)
        return `${error.message}: ${installHint}`;
    return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

;// CONCATENATED MODULE: ./lib/agent/decide-outcome.js
/** Decides a session's outcome, once: the first rule that holds. */
function decideOutcome(facts) {
    const verdict = decideByItself(facts);
    // A limit is one also where it could not be checked on the way.
    return verdict.state === 'completed' && facts.overLimit !== undefined
        ? overspent(facts.overLimit)
        : verdict;
}
function decideByItself(facts) {
    if (facts.ending !== undefined)
        return endedByUs(facts.ending, facts.overLimit);
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
function endedByUs(ending, inTheEnd) {
    switch (ending.kind) {
        case 'timeout':
            return { state: 'failed', class: 'timeout', reason: `timed out after ${minutes(ending.afterMs)}` };
        case 'stalled':
            return {
                state: 'failed',
                class: 'stalled',
                reason: `stalled: no sign of life for ${minutes(ending.afterMs)}`,
            };
        case 'budget':
            // Its result came after the crossing, with the final figures.
            return overspent(inTheEnd ?? ending.reason);
        case 'cancelled':
            return { state: 'cancelled', class: 'cancelled', reason: ending.reason };
        default:
            return ending;
    }
}
function overspent(reason) {
    return { state: 'failed', class: 'budget', reason };
}
function minutes(ms) {
    return `${Number((ms / 60_000).toPrecision(3))} min`;
}
const REASON_TAIL_CHARACTERS = 300;
function describeDeath(facts) {
    const lastLine = facts.stderrTail.trimEnd().split('\n').at(-1)?.trim() ?? '';
    if (lastLine === '')
        return describeExit(facts);
    const shown = lastLine.length > REASON_TAIL_CHARACTERS ? `…${lastLine.slice(-REASON_TAIL_CHARACTERS)}` : lastLine;
    return `${describeExit(facts)}: ${shown}`;
}

// EXTERNAL MODULE: ./lib/agent/install.js
var install = __webpack_require__(8730);
;// CONCATENATED MODULE: ./lib/agent/snapshot.js

/** Longest last message that is kept, in characters. */
const MAX_MESSAGE_CHARACTERS = 64 * 1024;
/** Calls that are remembered while they wait for their result. */
const MAX_OPEN_CALLS = 10_000;
/** `price`: of the session's model, for a program that prints no cost. */
function followSnapshot(price) {
    let sessionId;
    let terminal;
    let version;
    let totals;
    let running;
    let printedCostUsd;
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
                totals = highest(totals, line.tokens);
            if (line.running !== undefined)
                running = highest(running, line.running);
            if (line.permissionDenials !== undefined)
                permissionDenials = Math.max(permissionDenials, line.permissionDenials);
            version = line.version ?? version;
            terminal = line.terminal ?? terminal;
        },
        terminal: () => terminal,
        version: () => version,
        sessionId: () => sessionId,
        takeRunning(tokens) {
            running = highest(running, tokens);
        },
        usage: () => ({ tokens: tokens(), costUsd: costUsd() }),
        spent,
        snapshot: (redact) => ({
            sessionId: sessionId === undefined ? undefined : redact(sessionId),
            tokens: tokens(),
            costUsd: costUsd(),
            toolCalls,
            permissionDenials,
            retries,
            // Redacted before it is cut: half a secret would not be recognised.
            lastMessage: lastMessage === undefined ? undefined : redact(lastMessage).slice(0, MAX_MESSAGE_CHARACTERS),
            lastEventAt,
        }),
    };
    function tokens() {
        return totals ?? running;
    }
    /** The highest of what was ever said: a limit that was crossed stays crossed. */
    function spent() {
        const known = totals === undefined || running === undefined ? tokens() : highest(totals, running);
        return { outputTokens: known?.output, costUsd: costOfTokens(known) };
    }
    function costUsd() {
        return costOfTokens(tokens());
    }
    function costOfTokens(known) {
        if (printedCostUsd !== undefined || price === undefined || known === undefined)
            return printedCostUsd;
        return (0,budget/* costOf */.ho)(known, price);
    }
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
                printedCostUsd = Math.max(printedCostUsd ?? 0, event.usd);
                break;
            case 'tool_call':
                countCall(event.phase, event.call_id);
                break;
            default:
        }
    }
    /** Some tools are reported only at their end. */
    function countCall(phase, callId) {
        if (phase === 'result' &&
            (callId === null || openCalls.delete(callId) || openCalls.size >= MAX_OPEN_CALLS))
            return;
        toolCalls += 1;
        if (phase === 'request' && callId !== null && openCalls.size < MAX_OPEN_CALLS)
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
    // one that is refused installs nothing, and what the installation would have failed of is none of its own
    const isRefused = () => signal.aborted || spec.refusal?.() !== undefined;
    const provided = isRefused() ? NOTHING_PROVIDED : await provideProgram(spec, deps, signal);
    const env = { ...spec.env, ...provided.env, ...adapter.extraEnv(profile, spec.env) };
    const follower = followSnapshot(profile.runtime === 'codex' ? profile.price : undefined);
    const warnings = [];
    const warn = (message) => warnings.push(message);
    const notStarted = isRefused() ? undefined : provided.notStarted;
    const isToStart = !isRefused() && notStarted === undefined;
    const version = isToStart && !adapter.saysVersion ? askVersion({ ...spec, env }, deps.versions) : undefined;
    const agent = { spec: { ...spec, env }, adapter, follower, warn };
    const { exit, hasFiles, ...end } = notStarted === undefined
        ? await runAgentProcess(agent, deps, signal)
        : { exit: undefined, hasFiles: false, ending: undefined, notStarted, stderrTail: '' };
    const verdict = decideOutcome({
        ...end,
        overLimit: (0,budget/* overLimit */.W1)(profile, follower.spent()),
        terminal: follower.terminal(),
        exitCode: exit?.exitCode,
        signal: exit?.signal,
        silenceIsSuccess: adapter.silenceIsSuccess,
    });
    if (verdict.state === 'completed' && exit !== undefined && exit.ended === undefined && exit.exitCode !== 0)
        warn(`it said that it completed, then ended with ${describeExit(exit)}`);
    // The workspace may be gone by now.
    const wasStarted = exit !== undefined;
    const askNow = () => (wasStarted ? deps.versions.read(profile, { cwd: '/', env }) : undefined);
    const agentVersion = follower.version() ?? (await unlessAborted(() => version ?? askNow(), signal));
    return {
        verdict: publishable(verdict, deps.redact),
        exitCode: exit?.exitCode,
        signal: exit?.signal,
        snapshot: follower.snapshot(deps.redact),
        agentVersion: agentVersion === undefined ? undefined : deps.redact(agentVersion),
        stderrTail: end.stderrTail,
        hasTranscript: hasFiles,
        warnings,
    };
}
const NOTHING_PROVIDED = { env: {}, notStarted: undefined };
/** The PATH on which its program is, or why there is none. */
async function provideProgram({ profile, cwd, env }, { programs, log }, signal) {
    try {
        const path = await programs.pathFor(profile, { cwd, env }, log, signal);
        return { env: path === undefined ? {} : { PATH: path }, notStarted: undefined };
    }
    catch (error) {
        if (!(error instanceof install/* InstallError */.sy))
            throw error;
        // Told to stop meanwhile: the session is cancelled, before it starts.
        return { env: {}, notStarted: signal.aborted ? undefined : error.message };
    }
}
/** Longest reason, in characters; a provider's message may be a page of HTML. */
const MAX_REASON_CHARACTERS = 1000;
function publishable(verdict, redact) {
    if (verdict.state === 'completed')
        return verdict;
    return { ...verdict, reason: redact(verdict.reason).slice(0, MAX_REASON_CHARACTERS) };
}
/** Asked in the workspace, where the program will run, unless that is no longer what it was. Never rejects. */
async function askVersion({ profile, cwd, env, checkPlace }, versions) {
    try {
        await checkPlace?.();
    }
    catch {
        // the session's own check says it
        return undefined;
    }
    return versions.read(profile, { cwd, env });
}
/** The answer, or undefined when the signal comes first; then nothing is asked. */
function unlessAborted(ask, signal) {
    const answer = signal.aborted ? undefined : ask();
    if (answer === undefined)
        return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers();
    const giveUp = () => resolve(undefined);
    signal.addEventListener('abort', giveUp, { once: true });
    return Promise.race([answer, promise]).finally(() => signal.removeEventListener('abort', giveUp));
}


/***/ })

};

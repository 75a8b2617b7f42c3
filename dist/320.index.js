export const id = 320;
export const ids = [320];
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

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const Range = __webpack_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


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

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ MAX_USD),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rr: () => (/* binding */ jsonList),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   dR: () => (/* binding */ usd),
/* harmony export */   vP: () => (/* binding */ figure),
/* harmony export */   wz: () => (/* binding */ parseJsonLine)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

/** A line of output as JSON; undefined when it isn't JSON. */
function parseJsonLine(line) {
    // Saves an exception per line when a program prints plain text.
    if (!/^\s*[[{"\-\dtfn]/.test(line))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        // Not JSON is an answer here, not an error: any program may print text among its JSON.
        return undefined;
    }
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A string, or null: a field of the wrong type is a field without a value. */
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().catch(null);
/** A finite number, or null. */
const figure = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().catch(null);
/** More than any session costs; beyond it sums stop being numbers. */
const MAX_USD = 1e9;
/** An amount of dollars, or null: what no session can have cost is unknown. */
const usd = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative().max(MAX_USD).nullable().catch(null);
/** A count of tokens; without a sound value 0. */
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().catch(0);
/** The strings of a list. */
const texts = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text)
    .catch([])
    .transform((items) => items.filter((item) => item !== null));
/** Any JSON as it stands, not looked into: it is only passed on. */
const json = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined).catch(null);
/** A list of JSON values, not looked into. */
const jsonList = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(json).catch([]);


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

/***/ 1320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAgentPrograms: () => (/* binding */ createAgentPrograms)
/* harmony export */ });
/* harmony import */ var semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8011);
/* harmony import */ var _process_start_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2854);
/* harmony import */ var _install_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8730);
/* harmony import */ var _npm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4312);




/** How long a program may take to say its version. */
const VERSION_LIMIT_MS = 20_000;
function createAgentPrograms({ processes, toolCache, env, limits = _install_js__WEBPACK_IMPORTED_MODULE_1__/* .INSTALL_LIMITS */ .Hz, }) {
    let checks = 0;
    const npm = (0,_npm_js__WEBPACK_IMPORTED_MODULE_2__/* .createNpm */ .qP)(processes, env, limits.fetchMs);
    const asked = new Map();
    async function findFolder(wanted, version, where, log, signal) {
        const found = await versionOnPath(processes, wanted.program, `install/check/${++checks}`, where, signal);
        if (found !== undefined && semver_functions_satisfies_js__WEBPACK_IMPORTED_MODULE_0__(found, version))
            return undefined;
        return (0,_install_js__WEBPACK_IMPORTED_MODULE_1__/* .installProgram */ .G2)({ wanted, version, toolCache, limits }, npm, log, signal);
    }
    return {
        async pathFor(profile, where, log, signal) {
            const wanted = _install_js__WEBPACK_IMPORTED_MODULE_1__/* .npmPrograms */ .h$[profile.runtime];
            if (profile.version === undefined || wanted === undefined)
                return where.env.PATH;
            const key = `${wanted.program}@${profile.version}`;
            const answer = asked.get(key) ?? findFolder(wanted, profile.version, where, log, signal);
            asked.set(key, answer);
            const folder = await answer;
            return folder === undefined ? where.env.PATH : [folder, where.env.PATH].filter(Boolean).join(':');
        },
    };
}
async function versionOnPath(processes, program, marker, where, signal) {
    try {
        const exit = await processes.run({
            ...where,
            ...{ command: program, args: ['--version'], marker },
            ...{ timeoutMs: VERSION_LIMIT_MS, captureStdoutBytes: 1024, sweepAfter: true },
        }, signal);
        return /\d+\.\d+\.\d+[\w.+-]*/.exec(exit.stdout.toString())?.[0];
    }
    catch (error) {
        // Not there, which is what was asked.
        if (error instanceof _process_start_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ProcessStartError */ ._)
            return undefined;
        throw error;
    }
}


/***/ })

};

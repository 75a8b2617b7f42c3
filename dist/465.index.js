export const id = 465;
export const ids = [465];
export const modules = {

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ TooDeepError),
/* harmony export */   X5: () => (/* binding */ cleanText),
/* harmony export */   jv: () => (/* binding */ cleanObject)
/* harmony export */ });
/* unused harmony export cleanValue */
/** Text that any program can take: without NUL, and with U+FFFD for what is no character (a lone surrogate). */
function cleanText(text) {
    return text.replaceAll('\0', '').toWellFormed();
}
/** A value was nested deeper than templates and files can take. */
class TooDeepError extends Error {
    name = 'TooDeepError';
}
const DEEPEST = 100;
/** The same value with every string in it cleaned, names of fields included. Throws a `TooDeepError`. */
function cleanValue(value, depth = 0) {
    if (typeof value === 'string')
        return cleanText(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (depth > DEEPEST)
        throw new TooDeepError(`nested deeper than ${DEEPEST} levels`);
    if (Array.isArray(value))
        return value.map((item) => cleanValue(item, depth + 1));
    return cleanObject(Object.entries(value), depth);
}
/** `Object.fromEntries` makes `__proto__` an ordinary field. */
function cleanObject(entries, depth = 0) {
    return Object.fromEntries(entries.map(([name, item]) => [cleanText(name), cleanValue(item, depth + 1)]));
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommandTracker: () => (/* binding */ createCommandTracker)
});

;// CONCATENATED MODULE: ./lib/tracker/command-watch.js
/** Sessions that end together share one run of the command, begun after the last of them asked. */
function createCommandWatch(pull) {
    let running = Promise.resolve();
    let next;
    const freshPull = (signal) => {
        next ??= running.then(() => {
            next = undefined;
            const started = pull(signal);
            running = started.catch(() => { });
            return started;
        });
        return next;
    };
    return async ({ issue }) => ({
        async check(what, _work, signal) {
            if (what === 'commits')
                return { kind: 'unmet', detail: 'no commit was added' };
            if (what !== 'state_changed')
                throw new Error(`a pull command shows no ${what}`);
            const { issues } = await freshPull(signal);
            const state = issues.find(({ id }) => id === issue.id)?.state;
            if (state !== issue.state)
                return { kind: 'met' };
            return { kind: 'unmet', detail: `the issue is still in \`${issue.state}\`` };
        },
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/tracker/clean-text.js
var clean_text = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/tracker/parse-issue.js
/** One item of a tracker's JSON becomes an issue, or a sentence that says why it can't. */


/** Parses the items of one pull. One that breaks the rules is left out with a warning that names it. */
function parseIssues(items) {
    const issues = new Map();
    const warnings = [];
    for (const [index, item] of items.entries()) {
        const parsed = parseIssue(item);
        if ('problem' in parsed) {
            warnings.push(`${nameItem(index, item)} is left out: ${parsed.problem}`);
        }
        else if (issues.has(parsed.issue.id)) {
            warnings.push(`${nameItem(index, item)} is left out: an earlier item has the same id`);
        }
        else
            issues.set(parsed.issue.id, parsed.issue);
    }
    return { issues: [...issues.values()], warnings };
}
const NO_ID = 'is neither a string nor a whole number (write long numbers as strings)';
/** The rules of an id: it names files and folders. */
const issueId = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().refine(Number.isSafeInteger, NO_ID)], NO_ID)
    .transform(String)
    .pipe(schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/, 'must be 1 to 128 characters of `A-Z a-z 0-9 . _ -` and not start with a dot'));
const fields = schemas/* object */.Ikc({
    id: issueId,
    title: schemas/* string */.YjP('is not a string'),
    description: schemas/* string */.YjP('is not a string')
        .nullish()
        .transform((text) => text ?? ''),
    state: schemas/* string */.YjP('is not a string').min(1, 'is empty'),
});
const ALIASES = {
    id: 'identifier',
    description: 'desc',
    state: 'status',
};
/** `identifier`, `desc` and `status` stand for id, description and state where those are missing. */
function parseIssue(item) {
    if (!isJsonObject(item))
        return { problem: `it is ${kindOf(item)}, not an object` };
    let cleaned;
    try {
        cleaned = (0,clean_text/* cleanObject */.jv)(Object.entries(item));
    }
    catch (error) {
        if (error instanceof clean_text/* TooDeepError */.Fd)
            return { problem: `it is ${error.message}` };
        throw error;
    }
    const names = Object.keys(fields.shape).map((field) => {
        const alias = ALIASES[field];
        const isAliased = !Object.hasOwn(cleaned, field) && alias !== undefined && Object.hasOwn(cleaned, alias);
        return [field, isAliased ? alias : field];
    });
    const own = names.flatMap(([field, name]) => Object.hasOwn(cleaned, name) ? [[field, cleaned[name]]] : []);
    const parsed = fields.safeParse(Object.fromEntries(own));
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const field = String(issue?.path[0]);
        const isMissing = !own.some(([name]) => name === field);
        return { problem: isMissing ? `\`${field}\` is missing` : `its \`${field}\` ${issue?.message}` };
    }
    const used = new Set(names.map(([, name]) => name));
    const extra = Object.fromEntries(Object.entries(cleaned).filter(([name]) => !used.has(name)));
    const url = typeof extra.url === 'string' && /^https?:\/\//i.test(extra.url) ? extra.url : undefined;
    return { issue: { ...parsed.data, ref: parsed.data.id, url, extra, revision: undefined } };
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** How a warning names an item that may have no usable id. */
function nameItem(index, item) {
    const place = `item ${index + 1} of the pull`;
    if (!isJsonObject(item))
        return place;
    const name = ['id', 'identifier', 'title'].find((field) => Object.hasOwn(item, field));
    if (name === undefined)
        return place;
    const text = JSON.stringify(item[name]) ?? '';
    return `${place} (${name} ${text.length > 60 ? `${text.slice(0, 60)}...` : text})`;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/tracker/command-tracker.js



const MOST_STDOUT_BYTES = 64 * 1024 * 1024;
const STDERR_TAIL_BYTES = 4096;
/** A command as a tracker. */
function createCommandTracker(options) {
    let pulls = 0;
    const pull = (signal) => {
        pulls += 1;
        return runPull(options, pulls, signal);
    };
    return {
        kind: 'command',
        pull,
        watch: createCommandWatch(pull),
        // The command decides what may start.
        admit: (issue) => Promise.resolve({ kind: 'admitted', issue, visit: undefined }),
        transition: () => Promise.resolve({
            kind: 'failed',
            detail: 'a pull command has no labels to write',
            credentials: false,
        }),
    };
}
async function runPull({ processes, intake, dir, env }, count, signal) {
    let exit;
    try {
        exit = await processes.run({
            command: 'sh',
            args: ['-c', intake.command],
            cwd: dir,
            env,
            marker: `pull/hook/${count}`,
            timeoutMs: intake.timeoutMs,
            captureStdoutBytes: MOST_STDOUT_BYTES,
            stderrTailBytes: STDERR_TAIL_BYTES,
            sweepAfter: true,
        }, signal);
    }
    catch (error) {
        throw new tracker/* PullError */.YX(`the pull command could not be started: ${messageOf(error)}`, { cause: error });
    }
    signal.throwIfAborted();
    const problem = findProblem(exit, intake.timeoutMs);
    if (problem !== undefined)
        throw failed(problem, exit);
    const { issues, warnings } = parseIssues(parseArray(exit));
    return {
        issues,
        ambiguous: [],
        warnings,
        searched: `${issues.length} issue${issues.length === 1 ? '' : 's'} from \`${shorten(intake.command)}\``,
        rateLimitLow: false,
    };
}
function findProblem(exit, timeoutMs) {
    if (exit.ended === 'timeout')
        return `did not end within ${timeoutMs / 1000} seconds (\`timeout_sec\`)`;
    if (exit.signal !== undefined)
        return `was killed by ${exit.signal}`;
    if (exit.exitCode !== 0)
        return `exited with ${exit.exitCode ?? 'no code'}`;
    if (exit.stdoutTruncated)
        return `printed more than ${MOST_STDOUT_BYTES / 1024 / 1024} MiB`;
    return undefined;
}
/** Standard output is exactly one JSON array, in strict UTF-8. */
function parseArray(exit) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(exit.stdout);
    }
    catch (error) {
        throw failed('printed bytes that are not UTF-8', exit, error);
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const what = text.trim() === ''
            ? 'printed nothing'
            : `did not print JSON (${messageOf(error).replaceAll('\n', ' ')})`;
        throw failed(`${what}, it must print exactly one JSON array of issues`, exit, error);
    }
    if (!Array.isArray(value)) {
        throw failed(`printed ${value === null ? 'null' : `a JSON ${typeof value}`}, it must print exactly one JSON array of issues`, exit);
    }
    return value;
}
function failed(problem, exit, cause) {
    const stderr = exit.stderrTail.trim();
    const tail = stderr === '' ? '' : `; the end of its standard error:\n${stderr}`;
    return new tracker/* PullError */.YX(`the pull command ${problem}${tail}`, cause === undefined ? {} : { cause });
}
function shorten(command) {
    const line = command.trim().split('\n', 1)[0] ?? '';
    return line.length > 80 ? `${line.slice(0, 80)}...` : line;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ })

};

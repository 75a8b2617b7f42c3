export const id = 354;
export const ids = [354];
export const modules = {

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

/***/ 8354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeHtmlReport: () => (/* binding */ writeHtmlReport)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/make-folders.js
var make_folders = __webpack_require__(4341);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./lib/report/record.js
var report_record = __webpack_require__(2153);
;// CONCATENATED MODULE: ./lib/report/html/html.js
/** HTML in which nothing stands unescaped but what was written as HTML here. */
/** The template as HTML: texts put into it are escaped, finished HTML is not, undefined is nothing. */
function html(strings, ...parts) {
    const pieces = strings.map((text, index) => text + render(parts[index]));
    return { html: pieces.join('') };
}
function render(part) {
    if (part === undefined)
        return '';
    if (typeof part === 'string' || typeof part === 'number')
        return escapeHtml(String(part));
    return 'html' in part ? part.html : part.map((one) => one.html).join('');
}
/** For text and for attributes in double quotes; control characters become visible or go. */
function escapeHtml(text) {
    return text
        .toWellFormed()
        .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
        .replaceAll('\0', '\ufffd');
}
/**
 * One JSON value on a line that stands in a `<script>` of data, which no text in it can end. In valid JSON a `<` is inside
 * a string, where the escape means the same, and a carriage return, of which HTML makes a newline, is a space.
 */
function escapeForScript(json) {
    return json.replace(/<(?=[/!s])/gi, '\\u003c').replaceAll('\r', ' ');
}
/** An address that may become a link: of the web, nothing else. */
function webAddress(url) {
    if (url === null || !URL.canParse(url))
        return undefined;
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

// EXTERNAL MODULE: ./lib/report/first-paragraph.js + 1 modules
var first_paragraph = __webpack_require__(5200);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/stage-runs.js
var stage_runs = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/report/html/overview.js






const MAX_TITLE = 160;
const MAX_MESSAGE = 300;
/** The overview as HTML; `outcome.attempts` in the order of the page's sessions. */
function renderOverview(outcome, record, options) {
    return html `<header>
${overview_headline(outcome, options.dryRun)}
${facts(outcome, record, options)}
${explanation(outcome, options.redact)}
</header>
${sessionSection(outcome.attempts, options)}
${plannedSection(outcome, options.redact)}
${unmovedSection(outcome, options.redact)}
${listSection('not-undone', 'Not undone', outcome.notUndone.map((one) => sentence(options.redact(one))))}
${skippedSection(outcome, options.redact)}`;
}
/** As in the summary. */
function overview_headline(outcome, dryRun) {
    const { heading, rest } = (0,headline/* splitHeadline */.Dc)(outcome, dryRun);
    return html `<h1>Vik: ${heading}</h1>${rest === '' ? undefined : html `\n<p>${rest}</p>`}`;
}
function facts(outcome, record, { runUrl }) {
    const { sessions, inputTokens: input, outputTokens: output, ...totals } = (0,stage_runs/* runTotals */.z)(outcome);
    const known = (figure, unknown) => {
        const missing = unknown === 0 ? [] : [`unknown for ${(0,format/* formatNumber */.ZV)(unknown, 'session')}`];
        return overview_text([...(unknown === sessions && unknown > 0 ? [] : [figure]), ...missing].join(', '));
    };
    const run = webAddress(runUrl ?? null);
    return html `<dl class="facts">
${fact('Repository', html `<bdi>${record.repository}</bdi>`)}
${run === undefined ? undefined : fact('Run', html `<a href="${run}">on GitHub</a>`)}
${fact('Started', time(record.started_at))}
${fact('Duration', overview_text((0,format/* formatDuration */.a3)(outcome.endedAt.getTime() - outcome.startedAt.getTime())))}
${fact('Pulls', overview_text(`${outcome.pulls}${outcome.failedPulls === 0 ? '' : `, ${outcome.failedPulls} failed`}`))}
${fact('Sessions', overview_text(String(sessions)))}
${fact('Tokens', known((0,format/* formatTokens */._y)({ input, output }).replace(/ tokens?$/, ''), totals.tokensUnknown))}
${fact('Cost', known((0,format/* formatCost */.BD)(totals.costUsd), totals.costUnknown))}
</dl>`;
}
function fact(name, value) {
    return html `<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
function overview_text(value) {
    return html `${value}`;
}
function time(iso) {
    return html `<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}
function explanation(outcome, redact) {
    const found = (0,headline/* nothingHappened */.$M)(outcome) ? outcome.searched : undefined;
    if (outcome.detail === undefined && found === undefined)
        return undefined;
    return html `${outcome.detail === undefined ? undefined : html `<p class="why">Why: ${sentence(redact(outcome.detail))}</p>`}${found === undefined ? undefined : html `<p class="why neutral">Found: ${sentence(redact(found))}</p>`}`;
}
/** A sentence of ours that may quote names in backticks, which become code. */
function sentence(text) {
    const parts = text.split(/`([^`]+)`/);
    return html `<bdi>${parts.map((part, index) => (index % 2 === 1 ? html `<code>${part}</code>` : html `${part}`))}</bdi>`;
}
/** The script knows them by their place. */
const SESSION_COLUMNS = [
    ...['Issue', 'Stage', 'Agent', 'Result', 'Started (UTC)', 'Duration', 'Tokens', 'Cost'],
    'Reason, last message',
];
function sessionSection(attempts, options) {
    if (attempts.length === 0)
        return undefined;
    return html `<section id="timeline-section" hidden><h2 id="timeline-heading">Timeline</h2><div id="timeline"></div></section>
<section><h2 id="sessions-heading">Sessions</h2>
<noscript><p class="note">The timeline, sorting, and the transcripts need JavaScript; the table does not.</p></noscript>
<div id="filters" hidden></div>
<div class="scroll tall" role="region" aria-labelledby="sessions-heading" tabindex="0"><table id="session-table">
<thead><tr>${SESSION_COLUMNS.map((name) => html `<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${attempts.map((attempt) => sessionRow(attempt, options))}
</tbody></table></div></section>`;
}
/** A row is all that there are hundreds of, so it has no attribute that the script or the style could do without. */
function sessionRow(attempt, options) {
    const { stage, agent, session, startedAt, endedAt } = attempt;
    const cells = [
        issueCell(attempt.issue, options.redact),
        html `<bdi>${stage}</bdi>${attempt.attempt > 1 ? html ` <span class="quiet">attempt ${attempt.attempt}</span>` : undefined}`,
        html `<bdi>${agent}</bdi>`,
        resultCell(attempt),
        overview_text(startedAt.toISOString().slice(11, 19)),
        overview_text((0,format/* formatDuration */.a3)(endedAt.getTime() - startedAt.getTime())),
        overview_text(session?.tokens === undefined ? 'unknown' : (0,format/* formatTokens */._y)(session.tokens).replace(/ tokens?$/, '')),
        overview_text(session?.costUsd === undefined ? 'unknown' : (0,format/* formatCost */.BD)(session.costUsd)),
        messageCell(attempt, options),
    ];
    return html `<tr>${cells.map((cell) => html `<td>${cell}</td>`)}</tr>\n`;
}
/** Why it did not complete, and what the agent said last. */
function messageCell({ verdict, session }, { redact, redactLines }) {
    const message = redact((0,first_paragraph/* firstParagraph */.l)(redactLines(session?.lastMessage ?? '')));
    const said = message === '' ? undefined : html `<bdi>${(0,markdown/* shorten */.ml)(message, MAX_MESSAGE)}</bdi>`;
    if (verdict.state === 'completed')
        return html `${said}`;
    const reason = html `<div class="reason">${sentence((0,markdown/* shorten */.ml)(redact(verdict.reason), MAX_MESSAGE))}</div>`;
    return said === undefined ? reason : html `${reason}<div class="quiet">${said}</div>`;
}
function issueCell(issue, redact) {
    return html `${issueLink(issue, redact)} ${sentence((0,markdown/* shorten */.ml)(redact(issue.title), MAX_TITLE))}`;
}
function issueLink({ ref, url }, redact) {
    const address = webAddress(url === undefined ? null : redact(url));
    const shown = html `<bdi>${ref}</bdi>`;
    return address === undefined ? shown : html `<a href="${address}">${shown}</a>`;
}
function resultCell(attempt) {
    const { verdict } = attempt;
    const more = [
        ...(verdict.state === 'failed' ? [verdict.class] : []),
        ...(attempt.final ? [] : ['retried']),
        ...(0,format/* formatDenials */.yn)(attempt.session),
    ].join(', ');
    return html `<span class="state ${verdict.state}">${verdict.state}</span>${more === '' ? undefined : html ` <span class="quiet">${more}</span>`}`;
}
function plannedSection({ planned }, redact) {
    if (planned.length === 0)
        return undefined;
    return html `<section><h2 id="planned-heading">Would start</h2>${plainTable('planned-heading', ['Issue', 'Stage', 'Agent'], planned.map(({ issue, stage, agent }) => [issueCell(issue, redact), overview_text(stage), overview_text(agent)]))}</section>`;
}
function unmovedSection({ unmoved }, redact) {
    return listSection('unmoved', 'Not moved', unmoved.map(({ issue, stage }) => html `${issueLink(issue, redact)} is still <code>${redact(issue.state)}</code> after <code>${stage}</code> completed: the next run will work it, and pay for it, again`));
}
function skippedSection({ skipped }, redact) {
    if (skipped.length === 0)
        return undefined;
    return html `<section><h2 id="skipped-heading">Skipped</h2>${plainTable('skipped-heading', ['Issue', 'State', 'Reason', 'Why'], skipped.map((skip) => [
        issueCell(skip, redact),
        overview_text(redact(skip.state ?? '')),
        overview_text(skip.reason),
        sentence((0,markdown/* shorten */.ml)(redact(skip.detail), MAX_MESSAGE)),
    ]))}</section>`;
}
function listSection(id, heading, items) {
    if (items.length === 0)
        return undefined;
    return html `<section id="${id}"><h2>${heading}</h2><ul>${items.map((item) => html `<li>${item}</li>`)}</ul></section>`;
}
function plainTable(labelledBy, head, rows) {
    return html `<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0"><table><thead><tr>${head.map((name) => html `<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html `<tr>${cells.map((cell) => html `<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./lib/report/html/pack-sessions.js
function packSessions(sessions) {
    return sessions.map((session, index) => withoutSame(session, sessions[index - 1]));
}
/** What was packed; the first one is whole. */
function unpackSessions(packed) {
    const sessions = [];
    for (const session of packed) {
        const whole = { ...sessions.at(-1), ...session };
        if (isWhole(whole))
            sessions.push(whole);
    }
    return sessions;
}
function withoutSame(session, before) {
    const same = new Map(Object.entries(before ?? {}).map(([name, value]) => [name, JSON.stringify(value)]));
    return Object.fromEntries(Object.entries(session).filter(([name, value]) => same.get(name) !== JSON.stringify(value)));
}
/** What the Action itself wrote, so a look at one field is enough. */
function isWhole(session) {
    return 'ref' in session;
}

;// CONCATENATED MODULE: ./lib/report/html/page-data.js
/** Ids of elements that the Action writes and the script finds. */
const PAGE_DATA_ID = 'vik-data';
/** The id of a session's block of data; sessions are counted from 1. */
function sessionDataId(number) {
    return `vik-session-${number}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
;// CONCATENATED MODULE: ./lib/report/html/excerpt.js
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
/** The beginning and the end of a file that an agent could reach: in whole lines, so that no secret is cut in two. */

/** Size of a plain file; 0 when there is none. */
function plainFileSize(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, openPlain(path), false);
            return file.size;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch {
        // what isn't there, or isn't ours, is shown as nothing
        return 0;
    }
}
/**
 * Reads the newest and the oldest lines, half of the room each.
 *
 * @throws when there is no plain file at the path; a link is none
 */
function readExcerpt(path, { maxBytes, toLine }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, openPlain(path), false);
        const half = Math.floor(maxBytes / 2);
        const whole = file.size <= maxBytes;
        const oldest = whole ? file.read(0, file.size) : wholeLines(file.read(0, half), 'head');
        const newest = whole ? undefined : wholeLines(file.read(file.size - half, half), 'tail');
        if (newest === undefined) {
            const lines = linesOf(oldest);
            const texts = lines.map(toLine);
            if (sizeOf(texts) <= maxBytes)
                return { head: texts, tail: [], leftOutBytes: 0 };
            const head = takeWithin(lines, half, toLine);
            const tail = takeWithin(lines.slice(head.length).reverse(), half, toLine).reverse();
            return between(file.size, head, tail);
        }
        const head = takeWithin(linesOf(oldest), half, toLine);
        const tail = takeWithin(linesOf(newest).reverse(), half, toLine).reverse();
        return between(file.size, head, tail);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function between(size, head, tail) {
    const kept = [...head, ...tail].reduce((total, { bytes }) => total + bytes, 0);
    return {
        head: head.map(({ text }) => text),
        tail: tail.map(({ text }) => text),
        leftOutBytes: Math.max(0, size - kept),
    };
}
/** The first lines that fit; `bytes` are those of the file. */
function takeWithin(lines, maxBytes, toLine) {
    const taken = [];
    let used = 0;
    for (const line of lines) {
        const text = toLine(line);
        used += Buffer.byteLength(text) + 1;
        if (used > maxBytes)
            break;
        taken.push({ text, bytes: Buffer.byteLength(line) + 1 });
    }
    return taken;
}
function sizeOf(texts) {
    return texts.reduce((total, text) => total + Buffer.byteLength(text) + 1, 0);
}
function linesOf(text) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** Without the line that the cut went through. */
function wholeLines(text, part) {
    const cut = part === 'head' ? text.lastIndexOf('\n') : text.indexOf('\n');
    if (cut === -1)
        return '';
    return part === 'head' ? text.slice(0, cut + 1) : text.slice(cut + 1);
}
/** Not through a link and not a pipe: an agent of the same user may have put one there. */
function openPlain(path) {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_.constants;
    const descriptor = (0,external_node_fs_.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const close = () => (0,external_node_fs_.closeSync)(descriptor);
    const stats = (0,external_node_fs_.fstatSync)(descriptor);
    if (!stats.isFile()) {
        close();
        throw new Error(`\`${path}\` is no plain file`);
    }
    return {
        size: stats.size,
        read(from, bytes) {
            const buffer = Buffer.alloc(bytes);
            let done = 0;
            while (done < bytes) {
                const read = (0,external_node_fs_.readSync)(descriptor, buffer, done, bytes - done, from + done);
                if (read === 0)
                    break;
                done += read;
            }
            return buffer.toString('utf8', 0, done);
        },
        [Symbol.dispose]: close,
    };
}

;// CONCATENATED MODULE: ./lib/report/html/run-events.js


const eventLine = schemas/* looseObject */._H3({
    at: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    issue: schemas/* string */.YjP().optional(),
    stage: schemas/* string */.YjP().nullish(),
});
/** More of the log, which holds former runs too, is not looked at. */
const MAX_BYTES = 8 * 1024 * 1024;
/** This run's events, oldest first; none when the log can't be read. */
function readRunEvents(path, run, redact) {
    try {
        const { head, tail } = readExcerpt(path, { maxBytes: MAX_BYTES, toLine: redact });
        return [...head, ...tail].flatMap((line) => (line.includes(run) ? parseEvent(line, run) : []));
    }
    catch {
        // the report is made without: it is a picture of the record first
        return [];
    }
}
function parseEvent(line, run) {
    try {
        const { success, data } = eventLine.safeParse(JSON.parse(line));
        return success && data.run === run ? [data] : [];
    }
    catch {
        // a line that a kill cut off
        return [];
    }
}
/**
 * The events of each session, in the sessions' order: those of its issue and stage, and of the issue's preparation, from
 * its start until the next attempt of that stage begins.
 */
function eventsBySession(sessions, events) {
    const byIssue = Map.groupBy(events, ({ issue }) => issue);
    // From the last to the first, each finds the start of the one after it.
    const nextStarts = new Map();
    const found = sessions.toReversed().map((session) => {
        const { issue, stage, started_at } = session;
        const key = JSON.stringify([issue, stage]);
        const nextStart = nextStarts.get(key);
        nextStarts.set(key, started_at);
        return (byIssue.get(issue) ?? []).filter((event) => (event.stage === stage || event.stage === null) &&
            event.at >= started_at &&
            (nextStart === undefined || event.at < nextStart));
    });
    return found.reverse();
}
/** Events as the page has them; what grew is drawn (usage-points.ts). */
function shownEvents(events) {
    return events
        .filter(({ event }) => event !== 'session_usage')
        .map(({ run: _, issue: __, ...fields }) => JSON.parse(JSON.stringify(fields)));
}

// EXTERNAL MODULE: ./lib/agent/session-files.js + 2 modules
var session_files = __webpack_require__(6057);
;// CONCATENATED MODULE: ./lib/report/html/share.js
/**
 * Shares out room: everybody gets what they need, at most `each`; when that is more than `total`, the largest are cut to
 * one common size. The same order as the needs.
 */
function shareOut(needs, each, total) {
    const wanted = needs.map((need) => Math.min(need, each));
    let left = total;
    let common = each;
    for (const [index, need] of wanted.toSorted((a, b) => a - b).entries()) {
        const fair = Math.floor(left / (wanted.length - index));
        if (need > fair) {
            common = fair;
            break;
        }
        left -= need;
    }
    return wanted.map((need) => Math.min(need, common));
}

;// CONCATENATED MODULE: ./lib/report/html/shorten-line.js
const LONG_LINE = 128 * 1024;
const LONG_STRING = 16 * 1024;
/** The line as it is, or, when it is very long, with its long strings cut in their middle, each saying so. */
function shortenLine(line) {
    if (line.length <= LONG_LINE)
        return line;
    const value = parse(line);
    const short = value === undefined ? '' : JSON.stringify(shortenValue(value, 0));
    if (short !== '' && short.length <= LONG_LINE * 4)
        return short;
    return JSON.stringify({ kind: 'unknown', event_type: 'shortened', raw: shortenString(line) });
}
function shortenValue(value, depth) {
    if (typeof value === 'string')
        return shortenString(value);
    if (value === null || typeof value !== 'object')
        return value;
    if (depth > 100)
        return 'nested too deeply to be shown';
    if (isList(value))
        return value.map((item) => shortenValue(item, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortenValue(item, depth + 1)]));
}
function shortenString(text) {
    if (text.length <= LONG_STRING)
        return text;
    const left = text.length - LONG_STRING;
    const half = LONG_STRING / 2;
    return `${text.slice(0, half).toWellFormed()}\n[${left} characters left out]\n${text.slice(-half).toWellFormed()}`;
}
function isList(value) {
    return Array.isArray(value);
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        // not ours: an agent of the same user wrote into the file; it is shown as text
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/report/html/session-block.js






const KIB = 1024;
const MIB = 1024 * KIB;
/** Of one session, at most. */
const EACH = { transcript: 5 * MIB, prompt: 256 * KIB, stderr: 256 * KIB };
/** Shares the page's room among the sessions: the small ones are whole. Three quarters are for the transcripts. */
function shareRoom(transcripts, totalBytes) {
    const sizesOf = (path) => transcripts.map((transcript) => (transcript === undefined ? 0 : plainFileSize(path(transcript))));
    const eighth = Math.floor(totalBytes / 8);
    // Escaped, a file may take more than its size on disk, and a short one of many quotes much more.
    const whole = (sizes) => sizes.map((size) => Math.ceil(size * 1.2) + KIB);
    const events = shareOut(whole(sizesOf((path) => path)), EACH.transcript, eighth * 6);
    const prompts = shareOut(whole(sizesOf((path) => (0,session_files/* besideTranscript */.j)(path).prompt)), EACH.prompt, eighth);
    const stderrs = shareOut(whole(sizesOf((path) => (0,session_files/* besideTranscript */.j)(path).stderr)), EACH.stderr, eighth);
    return events.map((transcript, index) => ({
        transcript,
        prompt: prompts[index] ?? 0,
        stderr: stderrs[index] ?? 0,
    }));
}
/**
 * The text of a session's block of data: one line about the session, then those of its transcript that have room.
 * Undefined when there is nothing to say.
 */
function sessionBlock(attempt, { room, events, usage, redact, }) {
    const { transcript } = attempt;
    const excerpt = transcript === undefined ? undefined : readEvents(transcript, room.transcript, redact);
    const beside = transcript === undefined ? undefined : (0,session_files/* besideTranscript */.j)(transcript);
    // Again at the end: colours may have stood in a secret.
    const clean = (text) => redact((0,plain_text/* withoutEscapes */.Lx)(redact(text)));
    const prompt = beside && readText(beside.prompt, room.prompt, redact);
    const stderr = (beside && readText(beside.stderr, room.stderr, clean)) ?? textOf(clean(attempt.stderrTail));
    const lastMessage = attempt.session?.lastMessage;
    const detail = {
        ...(lastMessage === undefined ? {} : { last_message: redact(lastMessage) }),
        ...(attempt.warnings.length === 0 ? {} : { warnings: attempt.warnings.map(redact) }),
        ...(prompt === undefined ? {} : { prompt }),
        ...(stderr === undefined ? {} : { stderr }),
        ...(events.length === 0 ? {} : { events }),
        ...(usage.length === 0 ? {} : { usage }),
        ...(excerpt === undefined || transcript === undefined
            ? {}
            : {
                transcript: {
                    bytes: plainFileSize(transcript),
                    head_lines: excerpt.head.length,
                    left_out_bytes: excerpt.leftOutBytes,
                },
            }),
    };
    if (Object.keys(detail).length === 0)
        return undefined;
    const lines = [...(excerpt?.head ?? []), ...(excerpt?.tail ?? [])];
    return [escapeForScript(JSON.stringify(detail)), ...lines].join('\n');
}
function readEvents(path, maxBytes, redact) {
    return attemptToRead(() => readExcerpt(path, { maxBytes, toLine: (line) => dataLine(shortenLine(redactColoured(line, redact))) }));
}
/** A line of JSON as it is, and any other as a JSON string, so that the page has back what it was. */
function dataLine(line) {
    return escapeForScript(isJsonObject(line) ? line : JSON.stringify(line));
}
function isJsonObject(line) {
    if (!line.trimStart().startsWith('{'))
        return false;
    try {
        JSON.parse(line);
        return true;
    }
    catch {
        // not ours: an agent of the same user wrote into the file
        return false;
    }
}
// An escape sequence as `grep --color` prints them, in a JSON string. Two backslashes are one of the text.
const JSON_COLOUR = /\\u001b(?<=(?<!\\)(?:\\\\)*\\u001b)\[[\d;]*[a-z]/gi;
/** The page shows no colours, so a secret of which a program coloured a part would be whole there. */
function redactColoured(line, redact) {
    const redacted = redact(line);
    const plain = (0,plain_text/* withoutEscapes */.Lx)(redacted.replace(JSON_COLOUR, ''));
    if (plain === redacted)
        return redacted;
    const found = redact(plain);
    return found === plain ? redacted : found;
}
function readText(path, maxBytes, redact) {
    const excerpt = attemptToRead(() => readExcerpt(path, { maxBytes, toLine: (line) => line }));
    if (excerpt === undefined || excerpt.head.length + excerpt.tail.length === 0)
        return undefined;
    // Whole, since a secret may have several lines.
    return {
        head: redact(excerpt.head.join('\n')),
        tail: redact(excerpt.tail.join('\n')),
        left_out_bytes: excerpt.leftOutBytes,
    };
}
function textOf(text) {
    return text === '' ? undefined : { head: text, tail: '', left_out_bytes: 0 };
}
function attemptToRead(read) {
    try {
        return read();
    }
    catch {
        // The file was removed, or something else was put in its place: the page shows the session without it.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/report/html/usage-points.js
/** A chart of a few hundred pixels shows no more. */
const MAX_POINTS = 200;
/** What the event log has of how a session's figures grew, evenly thinned; the first and the last are kept. */
function usagePoints(events, startedAt) {
    const points = events.flatMap((event) => {
        const { input, output, cost_usd } = event;
        if (event.event !== 'session_usage' || typeof input !== 'number' || typeof output !== 'number')
            return [];
        const seconds = Math.round((Date.parse(event.at) - Date.parse(startedAt)) / 100) / 10;
        return [[seconds, input + output, typeof cost_usd === 'number' ? cost_usd : null]];
    });
    const step = (points.length - 1) / (MAX_POINTS - 1);
    return points.length <= MAX_POINTS
        ? points
        : Array.from({ length: MAX_POINTS }, (_, index) => points[Math.round(index * step)] ?? [0, 0, null]);
}

;// CONCATENATED MODULE: ./lib/report/html/write-report.js
/** `report.html`: a run for people, in one file that needs no network. Made from the outcome and what lies on disk. */













/**
 * Writes the page in one step, readable for us only. Synchronous, like the rest of the report.
 *
 * @throws when the file can't be written
 */
function writeHtmlReport(outcome, options) {
    const temporary = `${options.htmlPath}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    (0,make_folders/* makeFolders */.w)(external_node_path_.dirname(options.htmlPath), 0o777);
    const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = external_node_fs_.constants;
    const file = (0,external_node_fs_.openSync)(temporary, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0o600);
    try {
        for (const piece of pieces(outcome, options))
            writeWhole(file, Buffer.from(piece));
        (0,external_node_fs_.renameSync)(temporary, options.htmlPath);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** A session at a time: together they may be larger than what we want to hold. */
function* pieces(outcome, options) {
    const { redact, shell } = options;
    const attempts = outcome.attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
    const ordered = { ...outcome, attempts };
    const clean = (0,plain_text/* redactToPlainText */.A$)(redact);
    const record = (0,report_record/* createRecord */.e)(ordered, options, clean);
    yield shell.start;
    yield `<main id="overview">\n${renderOverview(ordered, record, { ...options, redact: clean, redactLines: redact }).html}</main>\n`;
    yield dataBlock(PAGE_DATA_ID, escapeForScript(JSON.stringify(pageData(record, attempts))));
    const rooms = shareRoom(attempts.map(({ transcript }) => transcript), options.maxEmbeddedBytes);
    const events = eventsBySession(record.sessions, readRunEvents(options.eventsPath, options.runId, redact));
    for (const [index, attempt] of attempts.entries()) {
        const session = record.sessions[index];
        const room = rooms[index];
        if (session === undefined || room === undefined)
            continue;
        const own = events[index] ?? [];
        const block = sessionBlock(attempt, {
            room,
            events: shownEvents(own),
            usage: usagePoints(own, session.started_at),
            redact,
        });
        if (block !== undefined)
            yield dataBlock(sessionDataId(index + 1), block);
    }
    yield shell.end;
}
function pageData(record, attempts) {
    return {
        started_at: record.started_at,
        ended_at: record.ended_at,
        sessions: packSessions(record.sessions.map(({ last_message: _, ...session }, index) => ({
            ...session,
            ref: attempts[index]?.issue.ref ?? session.issue,
        }))),
    };
}
/** A browser runs no script of this type. */
function dataBlock(id, text) {
    return `<script type="application/x-ndjson" id="${id}">${text}</script>\n`;
}
/** A write may take only a part, on a disk that is nearly full. */
function writeWhole(file, bytes) {
    for (let done = 0; done < bytes.length;)
        done += (0,external_node_fs_.writeSync)(file, bytes, done);
}


/***/ })

};

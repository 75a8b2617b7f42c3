export const id = 623;
export const ids = [623];
export const modules = {

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


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _run_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1278);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3603);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3132);
/* harmony import */ var _local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6005);




/** Works the issues until drained, as a job does; the report's last line is the run's headline. */
async function run(local) {
    const { asked, terminal, log } = local;
    const { workflow, found } = await (0,_load_js__WEBPACK_IMPORTED_MODULE_2__/* .load */ .H)(local);
    if (!asked.json)
        await (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .printFindings */ .c2)(found, local);
    if (workflow === undefined || (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .isFatal */ .BG)(found, asked.strict)) {
        const headline = 'the workflow file is not fit to run; nothing was started';
        if (asked.json)
            (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .printJson */ .Q2)(found, local, { exit_code: 1, headline, report: null });
        terminal.line([headline, 'red']);
        return 1;
    }
    (0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .assertAskable */ .YR)(local, workflow);
    const { exitCode, headline, recordPath } = await (0,_run_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .runWorkflow */ .F)((0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .createJob */ ._S)(local, { mode: 'run', dryRun: false }), workflow);
    log.close();
    if (asked.json)
        (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .printJson */ .Q2)(found, local, { exit_code: exitCode, headline, report: recordPath ?? null });
    terminal.line([headline, exitCode === 0 ? 'green' : 'red']);
    return exitCode;
}


/***/ })

};

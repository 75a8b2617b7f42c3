export const id = 41;
export const ids = [41];
export const modules = {

/***/ 4403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _doctor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1044);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7703);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3603);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3132);
/* harmony import */ var _local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6005);





/** Checks the file and everything that a run of it would need here; starts nothing. */
async function doctor(local) {
    const { asked, terminal, lacks } = local;
    const { workflow, found: loading } = await (0,_load_js__WEBPACK_IMPORTED_MODULE_2__/* .load */ .H)(local);
    const asksGithub = lacks.length === 0;
    const examined = workflow === undefined
        ? undefined
        : await (0,_doctor_js__WEBPACK_IMPORTED_MODULE_0__/* .examine */ .s)((0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .createJob */ ._S)(local, { mode: 'doctor', dryRun: false }), workflow, { asksGithub });
    const found = [
        ...loading,
        ...(examined?.findings ?? []).map(_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .flatten */ .Bq),
        ...(workflow?.intake.kind === 'github' && !asksGithub ? [notAsked(lacks)] : []),
    ];
    const isCancelled = examined?.isCancelled === true;
    if (asked.json) {
        (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .printJson */ .Q2)(found, local);
    }
    else {
        await (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .printFindings */ .c2)(found, local);
        for (const fact of examined?.facts ?? [])
            terminal.line(fact);
    }
    const isBad = isCancelled || (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .isFatal */ .BG)(found, asked.strict);
    const headline = isCancelled ? `cancelled before ${asked.workflow} was checked` : describe(found, local);
    terminal.line([headline, isBad ? 'red' : 'green']);
    return isBad ? 1 : 0;
}
function notAsked(lacks) {
    const message = `GitHub was not asked, so labels and permissions are not checked: ${lacks.join('; ')}`;
    return { severity: 'warning', code: 'not_asked', message };
}
function describe(found, { asked }) {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    const warnings = found.length - errors;
    const counted = [
        errors === 0 ? 'no errors' : (0,_report_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumber */ .ZV)(errors, 'error'),
        ...(warnings === 0 ? [] : [(0,_report_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumber */ .ZV)(warnings, 'warning')]),
    ].join(', ');
    const strictly = asked.strict && errors === 0 && warnings > 0 ? ', and --strict is given' : '';
    return `${asked.workflow} has ${counted}${strictly}; the doctor starts nothing`;
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


/***/ }),

/***/ 9395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ callingWorkflowPath),
/* harmony export */   sN: () => (/* binding */ checkCallingWorkflow)
/* harmony export */ });
/* unused harmony export checkConcurrency */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _read_text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4752);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7369);




const MAX_BYTES = 1024 * 1024;
/** `checkConcurrency` for the GitHub workflow that runs this job. Undefined also when its file isn't checked out. */
async function checkCallingWorkflow(calling) {
    const path = callingWorkflowPath(calling);
    if (path === undefined)
        return undefined;
    const file = (0,_read_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextFile */ .G)(path, MAX_BYTES);
    return file.kind === 'text' ? checkConcurrency(file.text, path, calling.job, calling.mode) : undefined;
}
/** Where the calling workflow's file is in the workspace; undefined when it belongs to another repository. */
function callingWorkflowPath(calling) {
    const { ref = '', repository, workspace } = calling;
    const [, owner, inside] = /^([^/]+\/[^/]+)\/(.+?\.ya?ml)@/.exec(ref) ?? [];
    if (inside === undefined || owner?.toLowerCase() !== repository?.toLowerCase())
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, inside);
    return path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace) + node_path__WEBPACK_IMPORTED_MODULE_0__.sep) ? path : undefined;
}
/**
 * Cron and label events overlap all the time: without `concurrency` at the top of the GitHub workflow, or on this
 * job, two runs work the same issues at once.
 *
 * @param text the calling workflow's file
 * @param job the id of this job; a job that the file doesn't have is one of a reusable workflow, so any job counts
 */
function checkConcurrency(text, file, job, mode) {
    const yaml = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYamlFile */ .B)(text);
    // GitHub itself started this job from that file: what we can't read in it says nothing.
    if (yaml.broken || !(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(yaml.root) || hasConcurrency(yaml.root, yaml))
        return undefined;
    const jobs = child(yaml.root, 'jobs', yaml);
    const ours = jobs && job !== undefined ? child(jobs.value, job, yaml) : undefined;
    const candidates = ours === undefined ? valuesOf(jobs?.value ?? null, yaml) : [ours.value];
    if (candidates.some((candidate) => hasConcurrency(candidate, yaml)))
        return undefined;
    const place = yaml.positionAt((ours ?? jobs)?.keyOffset ?? 0);
    const where = ours === undefined ? 'at the top of this workflow' : `in the job \`${job}\``;
    return {
        severity: mode === 'doctor' ? 'error' : 'warning',
        code: 'no_concurrency',
        pointer: ours === undefined ? 'jobs' : `jobs.${job}`,
        message: `two runs of this workflow may work the same issues at once: write \`concurrency: { group: "vik-\${{ github.repository }}", cancel-in-progress: false }\` ${where}`,
        file,
        ...place,
    };
}
function hasConcurrency(node, yaml) {
    const value = child(node, 'concurrency', yaml)?.value ?? null;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value) ? value.value !== null && value.value !== '' : value !== null;
}
function child(node, name, yaml) {
    for (const { key, value } of pairs(node)) {
        if ((0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .keyText */ .P)(yaml.follow(key)) === name)
            return { value: yaml.follow(value), keyOffset: key.range[0] };
    }
    return undefined;
}
function valuesOf(node, yaml) {
    return pairs(node).map(({ value }) => yaml.follow(value));
}
function pairs(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node) ? node.items : [];
}


/***/ })

};

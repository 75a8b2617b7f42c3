export const id = 342;
export const ids = [342];
export const modules = {

/***/ 342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _environment_environments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(452);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(646);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7309);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2523);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5078);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2062);
/* harmony import */ var _run_workflow_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1278);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8568);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9518);
/* harmony import */ var _stray_errors_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5192);
/* harmony import */ var _workflow_check_concurrency_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9395);
/* harmony import */ var _workflow_diagnostic_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1765);
/* harmony import */ var _workflow_load_workflow_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(434);
/**
 * A job's run, wired: surroundings -> workflow file -> doctor, dry run or run -> report. Everything is handed down as
 * values from here; nothing below reads the environment or decides about the exit.
 */
















/**
 * Runs the Action in a job; answers the step's exit code when everything is written. Never rejects.
 *
 * @param startWarning what could not be done before we were loaded
 */
async function main(startWarning) {
    // listened for to the very end: a second signal must not end us while the last lines are written
    const interrupts = (0,_signals_js__WEBPACK_IMPORTED_MODULE_9__/* .listenForSignals */ .s)();
    const environment = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readEnvironment */ .Qo)();
    const token = environment.variables['INPUT_GITHUB-TOKEN']?.trim() ?? '';
    // before anything is printed
    if (token !== '')
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_13__/* .maskSecret */ .$l)(token);
    const redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .createRedactor */ .l)((0,_environment_environments_js__WEBPACK_IMPORTED_MODULE_2__/* .collectSecretValues */ .P)(environment.variables, token));
    const startedAt = performance.now();
    const log = (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .createLog */ .hM)({
        redact,
        debug: environment.debug,
        elapsedMs: () => performance.now() - startedAt,
        colours: (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .showsColours */ .MO)(environment.variables),
    });
    if (startWarning !== undefined)
        log.warning(startWarning, { title: 'unsealed start' });
    const strays = (0,_stray_errors_js__WEBPACK_IMPORTED_MODULE_14__/* .catchStrayErrors */ .w)((error) => {
        log.error(`internal error, please report it: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .describeBug */ .WP)(error)}`, { title: 'internal error' });
        interrupts.interrupt('an internal error came up');
    });
    const reported = await Promise.race([runJob(environment, log, redact, interrupts), strays.unended]).catch((error) => {
        const problem = { message: `internal error, please report it: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .describeBug */ .WP)(error)}` };
        return fail({ environment, log, redact }, 'cancelled', 'internal error', [problem]);
    });
    const { headline } = reported;
    const exitCode = strays.caught ? 1 : reported.exitCode;
    log.close();
    if (exitCode === 1) {
        // loaded only here: it brings an HTTP client that takes longer to load than all of the rest
        const { setFailed } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(260), __webpack_require__.e(264)]).then(__webpack_require__.bind(__webpack_require__, 7264));
        setFailed((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plainText */ .wh)(redact(headline)));
    }
    else {
        log.info(headline, 'strong');
    }
    return exitCode;
}
async function runJob(environment, log, redact, interrupts) {
    const failure = { environment, log, redact };
    if (process.platform === 'win32') {
        const message = 'Windows runners are not supported: use `runs-on: ubuntu-latest` or a macOS runner';
        return fail(failure, 'bad-input', 'this runner is not supported; nothing was started', [{ message }]);
    }
    for (const warning of environment.warnings)
        log.warning(warning);
    let inputs;
    try {
        inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(environment);
    }
    catch (error) {
        if (!(error instanceof _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz))
            throw error;
        return fail(failure, 'bad-input', 'an input is wrong; nothing was started', error.problems);
    }
    const loaded = await (0,_workflow_load_workflow_js__WEBPACK_IMPORTED_MODULE_12__/* .loadWorkflow */ .G)({
        path: inputs.workflowPath,
        home: environment.variables.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(),
        vikHome: environment.variables.VIK_HOME,
        runnerTemp: environment.runnerTemp,
        githubHosted: environment.githubHosted,
    });
    const calling = await (0,_workflow_check_concurrency_js__WEBPACK_IMPORTED_MODULE_10__/* .checkCallingWorkflow */ .sN)({
        ref: environment.workflowRef,
        repository: environment.repository,
        workspace: environment.workspace,
        job: environment.job,
        mode: inputs.mode,
    });
    const found = [
        ...(loaded.kind === 'rejected' ? loaded.errors : []),
        ...loaded.warnings,
        ...(calling === undefined ? [] : [calling]),
    ];
    const errors = found.filter(({ severity }) => severity === 'error');
    for (const warning of found.filter(({ severity }) => severity === 'warning')) {
        const { message, annotation } = (0,_workflow_diagnostic_js__WEBPACK_IMPORTED_MODULE_11__/* .formatMessage */ .hw)(warning, environment.workspace);
        log.warning(message, { ...annotation, kind: 'workflow file' });
    }
    if (loaded.kind === 'loaded' && inputs.mode === 'doctor') {
        const { runDoctor } = await Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(44), __webpack_require__.e(829)]).then(__webpack_require__.bind(__webpack_require__, 1044));
        return runDoctor({ runId: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), environment, inputs, log, redact, interrupts }, loaded.workflow, found);
    }
    if (errors.length > 0 || loaded.kind === 'rejected') {
        const headline = `the workflow file has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was started`;
        return fail(failure, 'bad-workflow', headline, errors.map((error) => (0,_workflow_diagnostic_js__WEBPACK_IMPORTED_MODULE_11__/* .formatMessage */ .hw)(error, environment.workspace)));
    }
    const workflow = withOverrides(loaded.workflow, inputs);
    const job = { runId: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), environment, inputs, log, redact, interrupts };
    return (0,_run_workflow_js__WEBPACK_IMPORTED_MODULE_8__/* .runWorkflow */ .F)(job, workflow);
}
function withOverrides(workflow, inputs) {
    return {
        ...workflow,
        loop: {
            ...workflow.loop,
            maxIssueConcurrency: inputs.maxIssueConcurrency ?? workflow.loop.maxIssueConcurrency,
            maxIterations: inputs.maxIterations ?? workflow.loop.maxIterations,
        },
    };
}
function fail({ environment, log, redact }, reason, headline, problems) {
    const options = { commandFiles: environment.commandFiles, log, redact };
    return (0,_report_report_js__WEBPACK_IMPORTED_MODULE_7__/* .reportFailure */ .xV)({ reason, headline, problems }, options);
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

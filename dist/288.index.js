export const id = 288;
export const ids = [288];
export const modules = {

/***/ 4288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDoctor: () => (/* binding */ runDoctor)
/* harmony export */ });
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(342);

/** Reports that nothing is wrong, and what a run would work; answers the step's exit code. */
function runDoctor({ environment, inputs, log, redact }, workflow, warnings) {
    const states = workflow.stages.map(({ name, state, agent }) => `\`${state}\` starts ${name} with ${agent.name}`);
    const found = warnings === 0 ? 'no errors' : `no errors, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
    return (0,_report_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportHealthy */ .UH)({ headline: `${inputs.workflowPath} has ${found}; the doctor starts nothing`, facts: states }, { commandFiles: environment.commandFiles, log, redact }).exitCode;
}


/***/ })

};

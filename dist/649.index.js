export const id = 649;
export const ids = [649];
export const modules = {

/***/ 6649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAgentVersions: () => (/* binding */ createAgentVersions)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _adapters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5878);


/** How long a program may take to say its version. */
const VERSION_LIMIT_MS = 10_000;
/** Asks each profile's program once per job, whichever session is first. */
function createAgentVersions(processes) {
    const asked = new Map();
    return {
        read(profile, where) {
            const known = asked.get(profile.name);
            if (known !== undefined)
                return known;
            const answer = readAgentVersion(processes, profile, where);
            asked.set(profile.name, answer);
            return answer;
        },
    };
}
async function readAgentVersion(processes, profile, where) {
    const adapter = _adapters_js__WEBPACK_IMPORTED_MODULE_1__/* .adapters */ .V[profile.runtime];
    if (adapter.versionArgs === undefined)
        return undefined;
    try {
        const exit = await processes.run({
            command: adapter.commandLine(profile).program,
            args: adapter.versionArgs,
            ...where,
            marker: `version/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}/1`,
            timeoutMs: VERSION_LIMIT_MS,
            captureStdoutBytes: 1024,
            sweepAfter: false,
        }, 
        // Not a session's signal: other sessions wait for the same answer.
        new AbortController().signal);
        return exit.exitCode === 0 ? /\d+\.\d+\.\d+\S*/.exec(exit.stdout.toString())?.[0] : undefined;
    }
    catch {
        // A version is good to know; a program that can't be started is the session's own finding.
        return undefined;
    }
}


/***/ })

};

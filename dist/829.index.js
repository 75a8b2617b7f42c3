export const id = 829;
export const ids = [829];
export const modules = {

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readGitConfig),
/* harmony export */   u: () => (/* binding */ gitConfigOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _environment_parse_git_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2374);
/* harmony import */ var _workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4752);
/** Reads git's configuration files, without git: the doctor starts nothing. */




const MAX_BYTES = 1024 * 1024;
/** Git itself follows no more than ten levels. */
const MAX_FILES = 50;
/**
 * The settings of a configuration file and of all that it includes. The condition of an `includeIf` is not looked at:
 * a file that is named can be read, whenever git would.
 */
async function readGitConfig(file, home) {
    const settings = [];
    const seen = new Set();
    const waiting = [file];
    for (let next = waiting.shift(); next !== undefined && seen.size < MAX_FILES; next = waiting.shift()) {
        const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(next).catch(() => undefined);
        if (path === undefined || seen.has(path))
            continue;
        seen.add(path);
        const found = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)(path, MAX_BYTES);
        if (found.kind !== 'text')
            continue;
        for (const setting of (0,_environment_parse_git_config_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGitConfig */ .m)(found.text)) {
            settings.push({ ...setting, file: path });
            if (/^include(?:if\..*)?\.path$/is.test(setting.key))
                waiting.push(expand(setting.value, path, home));
        }
    }
    return settings;
}
/** The configuration file of a checkout; `.git` may be a file that says where the folder is, as in a worktree. */
async function gitConfigOf(checkout) {
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(checkout, '.git');
    const found = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)(dotGit, MAX_BYTES);
    const named = found.kind === 'text' ? /^gitdir: (.+)$/m.exec(found.text)?.[1] : undefined;
    if (named === undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dotGit, 'config');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(checkout, named);
    const common = (0,_workflow_read_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .G)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'commondir'), MAX_BYTES);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(common.kind === 'text' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, common.text.trim()) : folder, 'config');
}
function expand(path, from, home) {
    if (path.startsWith('~/'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, path.slice(2));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(from), path);
}


/***/ })

};

export const id = 516;
export const ids = [516];
export const modules = {

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CONTENT_MARK: () => (/* binding */ CONTENT_MARK),
/* harmony export */   loadPageShell: () => (/* binding */ loadPageShell),
/* harmony export */   splitShell: () => (/* binding */ splitShell)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Where the run's part goes in the page that scripts/build-page.ts makes. */
const CONTENT_MARK = '<!--vik:content-->';
/** Reads the page that was made beside the bundle. */
function loadPageShell() {
    return splitShell((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "page.html", 'utf8'));
}
/** Throws when the mark is missing. */
function splitShell(page) {
    const at = page.indexOf(CONTENT_MARK);
    if (at === -1)
        throw new Error(`the page has no \`${CONTENT_MARK}\``);
    return { start: page.slice(0, at), end: page.slice(at + CONTENT_MARK.length) };
}


/***/ })

};

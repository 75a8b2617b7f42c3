export const id = 367;
export const ids = [367];
export const modules = {

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const Range = __webpack_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkVersions: () => (/* binding */ checkVersions)
/* harmony export */ });
/* harmony import */ var semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4737);

/** Versions that npm could not mean. Loaded only for a file that has one: an idle run does without semver. */
function checkVersions(draft, findings) {
    for (const [name, { runtime, version }] of draft.agents) {
        if (version === undefined || runtime === 'command' || semver_ranges_valid_js__WEBPACK_IMPORTED_MODULE_0__(version) !== null)
            continue;
        const pointer = `agents.${name}.version`;
        const message = `\`${pointer}\` is \`${version}\`: expected an exact version or a semver range, for example \`version: 0.169.0\` or \`version: ^0.169.0\``;
        findings.error('bad_version', ['agents', name, 'version'], message);
    }
}


/***/ })

};

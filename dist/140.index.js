export const id = 140;
export const ids = [140];
export const modules = {

/***/ 3140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createCommentUpdates: () => (/* binding */ createCommentUpdates)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _tracker_tracker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8284);
/**
 * When the comments on issues are written: at the start and at the end of each stage run, and now and then between. One
 * request at a time, because GitHub's pacing has one line for all writes, and transitions stand in it, too. Nothing that
 * happens here changes a run's outcome.
 */



const PACE = { refreshMs: 60_000, gapMs: 15_000, retryMs: 10_000 };
/** So often in a row before no comment is written any more. */
const MOST_FAILURES = 5;
function createCommentUpdates(options) {
    const { comments, progress, format, log } = options;
    const pace = options.pace ?? PACE;
    const entries = new Map();
    const stopped = new AbortController();
    let busy;
    let timer;
    let nextRefreshAt = 0;
    let failures = 0;
    let isFinishing = false;
    let problem;
    function touch(issue) {
        const entry = entries.get(issue.id) ?? {
            issue,
            retryAt: 0,
            refreshAt: 0,
            written: undefined,
            isDue: true,
        };
        entry.isDue = true;
        entries.set(issue.id, entry);
        advance();
    }
    const isOver = () => stopped.signal.aborted || failures >= MOST_FAILURES;
    /** Writes the next comment, or sets the clock for it. */
    function advance() {
        clearTimeout(timer);
        if (busy !== undefined || isOver())
            return;
        const next = findNext();
        if (next === undefined)
            return;
        const inMs = next.at - performance.now();
        if (inMs > 0) {
            timer = setTimeout(advance, inMs);
            timer.unref();
            return;
        }
        busy = writeOne(next.entry).finally(() => {
            busy = undefined;
            advance();
        });
    }
    /** What began or ended goes before what is only refreshed; of that, what has waited longest. */
    function findNext() {
        const now = performance.now();
        let best;
        for (const entry of entries.values()) {
            if (entry.isDue && entry.retryAt <= now)
                return { entry, at: now };
            const at = entry.isDue ? entry.retryAt : refreshTime(entry);
            if (at === undefined)
                continue;
            const isSooner = best === undefined || at < best.at || (at === best.at && entry.refreshAt < best.entry.refreshAt);
            if (isSooner)
                best = { entry, at };
        }
        return best;
    }
    function refreshTime({ issue, refreshAt }) {
        const isLive = !isFinishing && progress.ofIssue(issue.id).some(({ state }) => state.kind !== 'ended');
        return isLive ? Math.max(refreshAt, nextRefreshAt) : undefined;
    }
    async function writeOne(entry) {
        const { issue, isDue } = entry;
        entry.isDue = false;
        entry.refreshAt = performance.now() + pace.refreshMs;
        if (!isDue)
            nextRefreshAt = performance.now() + pace.gapMs;
        try {
            const text = format(issue.id);
            if (text === entry.written || (!isDue && !comments.mayRefresh()))
                return;
            const outcome = await comments.write(issue.id, text, { signal: stopped.signal, urgent: false });
            if (outcome.kind === 'refused') {
                fail(issue, outcome.detail);
                return;
            }
            entry.written = text;
            failures = 0;
            if (problem?.issueId === issue.id)
                problem = undefined;
        }
        catch (error) {
            entry.isDue = true;
            if (stopped.signal.aborted)
                return;
            entry.retryAt = performance.now() + pace.retryMs;
            if (error instanceof _tracker_tracker_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsError */ .lE)
                failures = MOST_FAILURES;
            fail(issue, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
        }
    }
    function fail(issue, why) {
        failures += 1;
        problem = { issueId: issue.id, text: `the comment on ${issue.ref} could not be written: ${why}` };
        log.debug(problem.text);
    }
    const due = () => [...entries.values()].filter(({ isDue }) => isDue);
    async function finishInOrder() {
        while (!isOver() && (busy !== undefined || due().length > 0)) {
            advance();
            if (busy !== undefined)
                await busy;
            else
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)((findNext()?.at ?? 0) - performance.now(), undefined, { signal: stopped.signal }).catch(() => { });
        }
    }
    async function finishAtOnce(leftMs) {
        const signal = AbortSignal.timeout(leftMs);
        await Promise.allSettled(due().map(async ({ issue }) => comments.write(issue.id, format(issue.id), { signal, urgent: true })));
    }
    return {
        touch,
        async finish(signal, leftMs) {
            isFinishing = true;
            const stop = () => stopped.abort();
            if (signal.aborted)
                stop();
            signal.addEventListener('abort', stop, { once: true });
            await finishInOrder();
            signal.removeEventListener('abort', stop);
            stop();
            clearTimeout(timer);
            await busy;
            if (failures < MOST_FAILURES && due().length > 0)
                await finishAtOnce(leftMs());
            if (problem === undefined)
                return;
            // once in a run, and only of what did not mend itself
            log.warning(`${problem.text}; the run is not changed by it`, { title: 'comment not written' });
        },
    };
}


/***/ })

};

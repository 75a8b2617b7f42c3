export const id = 771;
export const ids = [771];
export const modules = {

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   No: () => (/* binding */ describeBudget),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   er: () => (/* binding */ hasBudget),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
function hasBudget(limits) {
    return limits.maxCostUsd !== undefined || limits.maxOutputTokens !== undefined;
}
/** Why what was spent is too much, for the person who set the limit; undefined while it is not. */
function overLimit({ maxCostUsd, maxOutputTokens }, spent) {
    const { costUsd = 0, outputTokens = 0 } = spent;
    if (maxCostUsd !== undefined && costUsd > maxCostUsd)
        return `over its limit of ${dollars(maxCostUsd)}: it cost ${dollars(costUsd)}`;
    if (maxOutputTokens !== undefined && outputTokens > maxOutputTokens)
        return `over its limit of ${maxOutputTokens} output tokens: it used ${outputTokens}`;
    return undefined;
}
/**
 * The limits in the words of a session's start line, with how they are checked when that is not while it runs; undefined
 * without a limit.
 */
function describeBudget(profile) {
    const limits = [
        ...(profile.maxCostUsd === undefined ? [] : [dollars(profile.maxCostUsd)]),
        ...(profile.maxOutputTokens === undefined ? [] : [`${profile.maxOutputTokens} output tokens`]),
    ].join(' and ');
    if (limits === '')
        return undefined;
    switch (profile.runtime) {
        case 'claude_code':
            return `at most ${limits}`;
        case 'codex':
            // Then it keeps no session file, which is the only place that tells its tokens on the way.
            return profile.flags.includes('--ephemeral')
                ? `at most ${limits}, checked when the session ends (\`--ephemeral\` keeps no session file to read)`
                : `at most ${limits}`;
        case 'command':
            return `at most ${limits}, checked by the figures that it prints`;
        default:
            return profile.runtime;
    }
}
/** What tokens cost. Input includes what was read from the cache. */
function costOf(tokens, price) {
    const { input, cacheRead, output } = tokens;
    return (((input - cacheRead) * price.input + cacheRead * price.cachedInput + output * price.output) / 1_000_000);
}
/** `$2.50`, `$0.0056`: as many digits as it takes to tell a cost from its limit. */
function dollars(usd) {
    return `$${usd.toFixed(6).replace(/0{1,4}$/, '')}`;
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _S: () => (/* binding */ ProcessStartError),
  oo: () => (/* binding */ ProgramNotFoundError),
  EC: () => (/* binding */ createProcesses),
  q9: () => (/* binding */ endLeftovers)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/process/ending.js
/** Claude Code needs some of the first five seconds to stop its tools and print its result. */
const PATIENT_CLOCK = { termAfterMs: 5_000, killAfterMs: 7_000 };
/** A runner that cancels a job kills us 10 s after its SIGINT; reports have to be written before. */
const SHORT_CLOCK = { termAfterMs: 1_500, killAfterMs: 2_500 };
/** How often a state file without the program's pid is looked at again. */
const PID_POLL_MS = 10;
/** Nothing survives SIGKILL but a process that hangs in the kernel: after this share of the clock it is given up on. */
const GIVE_UP_SHARE = 0.3;
function createEndings(patientClock) {
    const underWay = new Set();
    let clock = patientClock;
    return {
        prepare(target) {
            let first;
            let signalling;
            let over = false;
            return {
                begin(reason) {
                    if (over || first !== undefined)
                        return;
                    first = reason;
                    signalling = beginSignalling(target, clock);
                    underWay.add(signalling);
                },
                reason: () => first,
                stop() {
                    over = true;
                    if (signalling === undefined)
                        return;
                    signalling.stop();
                    underWay.delete(signalling);
                },
            };
        },
        hurry() {
            clock = SHORT_CLOCK;
            for (const signalling of underWay)
                signalling.use(clock);
        },
    };
}
/**
 * Ends a process group in order: SIGINT now (on SIGTERM, Claude Code leaves its tools running), then SIGTERM, then
 * SIGKILL. SIGCONT follows the first two, because a stopped process can't act on them.
 */
function beginSignalling(target, clock) {
    const startedAt = performance.now();
    let current = clock;
    let timer;
    const steps = [
        { afterMs: () => 0, act: () => signalGroup(target.state().job, 'SIGINT', 'SIGCONT') },
        { afterMs: () => current.termAfterMs, act: () => signalGroup(target.state().job, 'SIGTERM', 'SIGCONT') },
        {
            afterMs: () => current.killAfterMs,
            act: () => {
                signalGroup(target.state().job, 'SIGKILL');
                target.onKilled();
            },
        },
        { afterMs: giveUpAfterMs, act: () => signal(target.state().launcher, 'SIGKILL') },
    ];
    function giveUpAfterMs() {
        return current.killAfterMs * (1 + GIVE_UP_SHARE);
    }
    function advance() {
        clearTimeout(timer);
        const elapsedMs = performance.now() - startedAt;
        if (target.state().job === undefined && elapsedMs < giveUpAfterMs()) {
            timer = setTimeout(advance, PID_POLL_MS);
            return;
        }
        for (let step = steps[0]; step !== undefined; step = steps[0]) {
            const waitMs = step.afterMs() - elapsedMs;
            if (waitMs > 0) {
                timer = setTimeout(advance, waitMs);
                return;
            }
            step.act();
            steps.shift();
        }
    }
    advance();
    return {
        use(next) {
            current = next;
            advance();
        },
        stop() {
            clearTimeout(timer);
            steps.length = 0;
        },
    };
}
/** Signals every process of a group; one that is gone already, or belongs to somebody else, is no error. */
function signalGroup(group, ...signals) {
    for (const name of signals)
        signal(group === undefined ? undefined : -group, name);
}
function signal(pid, name) {
    if (pid === undefined)
        return;
    try {
        process.kill(pid, name);
    }
    catch {
        // ESRCH: it has ended. EPERM: it took another user's identity, and nothing of ours reaches it.
    }
}

// EXTERNAL MODULE: ./lib/process/find-program.js
var find_program = __webpack_require__(3271);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/process/plain-file.js
var plain_file = __webpack_require__(896);
;// CONCATENATED MODULE: ./lib/process/launcher.js




/** What a launcher exits with when it could not write its state file. */
const CANNOT_START = 125;
// `set -m` makes the job a process group. The job gets the real standard error, bash's own goes to the state file,
// because bash announces there what became of the job. A trapped signal or a
// stopped job makes `wait` return early: ask again. The traps must not be '', which the job would inherit.
const BASH = `set -m
marker=$1 input=$2 state=$3
shift 3
{ exec 9>&2 2>"$state"; } && echo $$ >&2 || { echo "can't write to $state" >&9; exit ${CANNOT_START}; }
trap 'signalled=1' INT TERM HUP
export VIK_PROCESS="$marker"
"$@" 2>&9 9>&- <"$input" &
job=$!
exec 9>&-
echo $job >&2
while :; do
  signalled=
  wait $job
  code=$?
  [ -n "$signalled" ] && continue
  [ $code -gt 128 ] && kill -0 $job 2>/dev/null && { /bin/sleep 0.2; continue; }
  exit $code
done
`;
// Handlers that are subs are reset by exec, IGNORE would not be. PERL_BADLANG keeps perl from writing about a locale it
// doesn't have to the program's standard error.
const PERL = `my ($marker, $input, $state, @command) = @ARGV;
delete $ENV{PERL_BADLANG};
$SIG{$_} = sub {} for qw(INT TERM HUP);
my $out;
unless (open($out, '>', $state) && defined syswrite $out, "$$\\n") {
  print STDERR "can't write to $state: $!\\n";
  exit ${CANNOT_START};
}
my $job = fork;
die "can't fork: $!\\n" unless defined $job;
if (!$job) {
  setpgrp 0, 0;
  $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
  $ENV{VIK_PROCESS} = $marker;
  open STDIN, '<', $input or die "$input: $!\\n";
  no warnings 'exec';
  exec { $command[0] } @command;
  my $code = $!{ENOENT} ? 127 : 126;
  print STDERR "$command[0]: $!\\n";
  require POSIX;
  POSIX::_exit($code);
}
setpgrp $job, $job;
syswrite $out, "$job\\n";
open STDOUT, '>', '/dev/null';
open STDERR, '>', '/dev/null';
my $pid;
do { $pid = waitpid $job, 0 } until $pid == $job;
exit($? >> 8) unless $? & 127;
syswrite $out, "killed\\n";
exit(128 + ($? & 127));
`;
// Fixed places first: the child's PATH is only asked where they have none (NixOS).
const PLACES = {
    bash: ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash', '/opt/homebrew/bin/bash'],
    perl: ['/usr/bin/perl', '/bin/perl', '/usr/local/bin/perl'],
};
const SCRIPTS = {
    // -p: a BASH_ENV, SHELLOPTS or exported function meant for the program is not for the launcher. --norc: Node's pipes are
    // sockets, which bash takes for a remote login, for which it reads ~/.bashrc; an agent may have written that.
    bash: ['--norc', '-p', '-c', BASH, 'vik'],
    perl: ['-e', PERL, '--'],
};
function createLauncher(kinds = ['bash', 'perl']) {
    return {
        async command(launch) {
            for (const kind of kinds) {
                const tool = PLACES[kind].find((path) => (0,external_node_fs_.existsSync)(path)) ?? (await (0,find_program/* findProgram */.Kp)(kind, launch.env, launch.cwd));
                if (tool === undefined)
                    continue;
                const { marker, stdin, stateFile, program, args } = launch;
                return {
                    tool,
                    args: [...SCRIPTS[kind], marker, stdin, stateFile, program, ...args],
                    env: kind === 'perl' ? { PERL_BADLANG: '0', ...launch.env } : { ...launch.env },
                };
            }
            return undefined;
        },
    };
}
/** Two pids and an announcement. */
const MAX_STATE_BYTES = 64 * 1024;
/** Reads the state file; a file that is missing or half written gives what is known. */
function readLaunchState(file) {
    let text;
    try {
        text = (0,plain_file/* readPlainFile */.b)(file, MAX_STATE_BYTES);
    }
    catch {
        // Not yet there, or somebody removed it or put something else in its place: nothing is known.
        return { launcher: undefined, job: undefined, killed: false };
    }
    // Bash may announce the end of a very short job before the launcher writes down its pid.
    const lines = text.split('\n').slice(0, -1);
    const [launcher, job] = lines.filter((line) => /^\d{1,9}$/.test(line)).map(parsePid);
    return { launcher, job, killed: lines.some(isKilled) };
}
// The file is one that an agent can reach: 0, 1 and -1 have a meaning of their own for kill().
function parsePid(line) {
    const pid = Number(line);
    return pid > 1 && pid !== process.pid ? pid : undefined;
}
/**
 * Bash's announcement repeats the job's source text. Its words depend on the locale: of a job that exited they are one
 * word and the code, `[1]+  Exit 137`.
 */
function isKilled(line) {
    return (line === 'killed' || (line.includes('"$@"') && !/^\[\d+\].? +(?:\S+ \d+|Done|Stopped) +"/.test(line)));
}
/** Such as `SIGKILL`; `signal 40` for one without a name. */
function signalName(number) {
    const named = Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number);
    return named?.[0] ?? `signal ${number}`;
}

// EXTERNAL MODULE: ./lib/process/line-splitter.js
var line_splitter = __webpack_require__(779);
;// CONCATENATED MODULE: ./lib/process/output.js

const STDERR_TAIL_BYTES = 2048;
const SPACE = 0x20;
const NEWLINE = 0x0a;
/**
 * The two raw listeners for @actions/exec. Each chunk is blanked in place once it has been used, because @actions/exec
 * then runs its own line buffer over it, which is quadratic in the length of a line (100 MB take 97 s); spaces and one
 * newline keep that buffer empty. Nothing of a chunk is kept without copying it.
 * An error thrown by a callback goes to `onError`, once, and no callback is called again: thrown here it would be an
 * uncaught exception in a stream.
 */
function createOutput(options, onError) {
    const { onLine, onStderr } = options;
    const splitter = onLine && (0,line_splitter/* createLineSplitter */.A)((text, truncated) => onLine({ text, truncated }));
    const head = createHead(options.captureStdoutBytes ?? 0);
    const tail = createTail(options.stderrTailBytes ?? STDERR_TAIL_BYTES);
    let listening = true;
    function guard(use) {
        if (!listening)
            return;
        try {
            use();
        }
        catch (error) {
            listening = false;
            onError(error);
        }
    }
    return {
        stdout(chunk) {
            guard(() => {
                head.write(chunk);
                splitter?.write(chunk);
            });
            blank(chunk);
        },
        stderr(chunk) {
            guard(() => {
                tail.write(chunk);
                onStderr?.(chunk);
            });
            blank(chunk);
        },
        finish() {
            guard(() => splitter?.end());
            listening = false;
        },
        captured: () => ({ stdout: head.bytes(), stdoutTruncated: head.truncated(), stderrTail: tail.text() }),
    };
}
function blank(chunk) {
    chunk.fill(SPACE);
    chunk[chunk.length - 1] = NEWLINE;
}
/** Keeps the first `limit` bytes. */
function createHead(limit) {
    const kept = [];
    let room = limit;
    let truncated = false;
    return {
        write(chunk) {
            if (chunk.length > room)
                truncated = limit > 0;
            if (room === 0)
                return;
            const part = Buffer.from(chunk.subarray(0, room));
            kept.push(part);
            room -= part.length;
        },
        bytes: () => Buffer.concat(kept),
        truncated: () => truncated,
    };
}
/** Keeps the last `limit` bytes. */
function createTail(limit) {
    let kept = Buffer.alloc(0);
    let cut = false;
    return {
        write(chunk) {
            if (kept.length + chunk.length > limit)
                cut = true;
            const older = kept.subarray(Math.max(0, kept.length - Math.max(0, limit - chunk.length)));
            const newer = chunk.subarray(Math.max(0, chunk.length - limit));
            kept = Buffer.concat([older, newer]);
        },
        text() {
            if (!cut)
                return kept.toString('utf8');
            // The cut may have gone through a character: its remaining bytes are left out.
            let start = 0;
            while (start < 3 && ((kept[start] ?? 0) & 0xc0) === 0x80)
                start += 1;
            return kept.toString('utf8', start);
        },
    };
}

;// CONCATENATED MODULE: ./lib/process/start-limits.js
/** Linux: MAX_ARG_STRLEN, 32 pages, with the final NUL. */
const ONE_STRING_BYTES = 131_072;
/** Linux gives a quarter of the stack limit of 8 MiB, macOS (ARG_MAX) 1 MiB; some of it is left for the launcher. */
const ALL_STRINGS_BYTES = (process.platform === 'linux' ? 2_097_152 : 1_048_576) - 16_384;
const POINTER_BYTES = 8;
/**
 * Why the system would refuse to start this; undefined when it would not. Has to be known before: for "argument list
 * too long" and for NUL characters `spawn` throws, inside an async executor of @actions/exec, which nobody can catch and
 * which would end our own process.
 */
function findStartLimit(args, env) {
    let total = 0;
    const strings = [
        ...args.map((arg, index) => [index === 0 ? 'the command' : `argument ${index}`, arg]),
        ...Object.entries(env).map(([name, value]) => [`variable \`${name}\``, `${name}=${value}`]),
    ];
    for (const [name, text] of strings) {
        if (text.includes('\0'))
            return `${name} has a NUL character`;
        const bytes = Buffer.byteLength(text) + 1;
        if (process.platform === 'linux' && bytes > ONE_STRING_BYTES) {
            return `${name} has ${bytes} bytes; the system takes ${ONE_STRING_BYTES}. Hand it over in a file`;
        }
        total += bytes + POINTER_BYTES;
    }
    return total > ALL_STRINGS_BYTES
        ? `arguments and environment have ${total} bytes together; the system takes ${ALL_STRINGS_BYTES}. Hand over what is long in a file`
        : undefined;
}

// EXTERNAL MODULE: ./lib/process/sweep.js
var sweep = __webpack_require__(6885);
;// CONCATENATED MODULE: ./lib/process.js
/**
 * The only place that starts a process, and the only one that knows @actions/exec. A program runs in a process group of
 * its own behind a small launcher; it is ended as a whole tree; its output is read to the end.
 */










/**
 * It could not be started, in words for the person with a red cross: the folder or the file for its standard input is
 * missing, the arguments are too long for the system, there is no room for another process.
 */
class ProcessStartError extends Error {
    name = 'ProcessStartError';
}
/** The program, or the interpreter that a script's first line names, is not on the child's PATH or not executable. */
class ProgramNotFoundError extends ProcessStartError {
    name = 'ProgramNotFoundError';
}
/** How long output is waited for after the exit when a child of the program still holds the pipe. */
const OUTPUT_GRACE_MS = 500;
/** The longest that a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** What a shell says of a program that could not be executed. */
const NOT_EXECUTED_CODES = [126, 127];
const NOTHING_STARTED = {
    exitCode: undefined,
    signal: undefined,
    ended: 'aborted',
    stdout: Buffer.alloc(0),
    stdoutTruncated: false,
    stderrTail: '',
};
/** Ends what a run that was killed left running. Best effort (Linux only). */
async function endLeftovers(runId, log) {
    await (0,sweep/* createSweeper */.S)(runId, log).sweep('');
}
/** The processes of one run. Nothing is read or written before the first start. */
function createProcesses({ runId, tempDir, log, clock, launchers }) {
    const launcher = createLauncher(launchers);
    const sweeper = (0,sweep/* createSweeper */.S)(runId, log);
    const endings = createEndings(clock ?? PATIENT_CLOCK);
    /** Markers of which something may still run: those of what runs, and of what ended without a sweep. */
    const unswept = new Set();
    let starts = 0;
    /** No agent can put something in the place of a file whose name it can't know. */
    function nameStateFile({ command }) {
        try {
            (0,external_node_fs_.mkdirSync)(tempDir, { recursive: true, mode: 0o700 });
        }
        catch (cause) {
            const why = cause instanceof Error ? cause.message : String(cause);
            throw new ProcessStartError(`\`${command}\` could not be started: ${why}`, { cause });
        }
        return (0,external_node_path_.join)(tempDir, `${(0,external_node_crypto_.randomUUID)()}.state`);
    }
    async function sweepOf(marker) {
        await sweeper.sweep(marker);
        unswept.delete(marker);
    }
    async function run(spec, signal) {
        if (signal.aborted)
            return NOTHING_STARTED;
        const program = await findStartable(spec);
        starts += 1;
        const stateFile = nameStateFile(spec);
        const command = await launcher.command({
            ...spec,
            program,
            stdin: spec.stdinFile ?? '/dev/null',
            marker: `${runId}/${spec.marker}`,
            stateFile,
        });
        if (command === undefined)
            throw new ProcessStartError('neither bash nor perl was found; one of them is needed');
        const limit = findStartLimit([command.tool, ...command.args], command.env);
        if (limit !== undefined)
            throw new ProcessStartError(`\`${spec.command}\` can't be started: ${limit}`);
        // Loaded at the first start: a run that starts nothing doesn't pay for it.
        const { exec } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
        if (signal.aborted)
            return NOTHING_STARTED;
        unswept.add(spec.marker);
        const state = () => readLaunchState(stateFile);
        const ending = endings.prepare({ state, onKilled: () => void sweeper.sweep(spec.marker) });
        let thrown;
        const output = createOutput(spec, (error) => {
            thrown = { error };
            ending.begin('callback-threw');
        });
        const onAbort = () => ending.begin('aborted');
        const onTimeout = () => ending.begin('timeout');
        const timeoutMs = Math.min(spec.timeoutMs ?? MAX_TIMER_MS, MAX_TIMER_MS);
        const timer = spec.timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            // Its type says number, but it is null when a signal killed the launcher itself.
            const code = await exec(`"${command.tool}"`, command.args, {
                cwd: spec.cwd,
                env: command.env,
                silent: true,
                ignoreReturnCode: true,
                delay: OUTPUT_GRACE_MS,
                listeners: { stdout: output.stdout, stderr: output.stderr },
            }).catch((cause) => {
                throw new ProcessStartError(`\`${spec.command}\` could not be started`, { cause });
            });
            ending.stop();
            // What was in the pipes at the exit is read in one turn, also when the wait for their end was given up.
            await (0,promises_.setImmediate)();
            output.finish();
            const reason = ending.reason();
            const cutShort = reason !== undefined || code === null;
            if (cutShort || (spec.sweepAfter && !sweep/* CAN_SWEEP */.E))
                signalGroup(state().job, 'SIGKILL');
            if (cutShort || spec.sweepAfter)
                await sweepOf(spec.marker);
            if (thrown !== undefined)
                throw thrown.error;
            const printed = output.captured();
            const exit = describeExit(code, state);
            if (reason === undefined && exit.exitCode !== undefined) {
                await assertStarted(spec, program, exit.exitCode, state, printed.stderrTail);
            }
            return { ...exit, ...printed, ended: reason === 'callback-threw' ? undefined : reason };
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            ending.stop();
            (0,external_node_fs_.rmSync)(stateFile, { force: true, recursive: true });
        }
    }
    return {
        run,
        async sweep(markerPrefix) {
            // the walk is what costs most at the end of a stage run: not where every process has been swept for already
            const below = [...unswept].filter((marker) => marker.startsWith(markerPrefix));
            if (below.length === 0 && (markerPrefix !== '' || starts === 0))
                return;
            await sweeper.sweep(markerPrefix);
            for (const marker of below)
                unswept.delete(marker);
        },
        hurry() {
            endings.hurry();
            sweeper.hurry();
        },
    };
}
/** The program that this spec starts. What stands in the way is said before anything is started. */
async function findStartable(spec) {
    if (!(0,find_program/* isFolder */.lQ)(spec.cwd)) {
        throw new ProcessStartError(`\`${spec.command}\` can't be started: its folder ${spec.cwd} does not exist`);
    }
    if (spec.stdinFile !== undefined && !(0,find_program/* isReadable */.hS)(spec.stdinFile)) {
        throw new ProcessStartError(`\`${spec.command}\` can't be started: its standard input ${spec.stdinFile} can't be read`);
    }
    const program = await (0,find_program/* findProgram */.Kp)(spec.command, spec.env, spec.cwd);
    if (program === undefined)
        throw new ProgramNotFoundError((0,find_program/* explainMissing */.Ce)(spec.command, spec.env, spec.cwd));
    return program;
}
/** The launcher knows one number, 128+n for signal n; what it wrote down tells `kill -9 $$` from `exit 137`. */
function describeExit(code, state) {
    // Somebody killed the launcher. Its program, which nobody waits for then, has been killed like this too.
    if (code === null)
        return { exitCode: undefined, signal: 'SIGKILL' };
    if (code <= 128)
        return { exitCode: code, signal: undefined };
    const { launcher, killed } = state();
    // Without the file (an agent may have removed it) a number that is a signal's is taken for the signal.
    const byNumber = launcher === undefined && signalName(code - 128).startsWith('SIG');
    return killed || byNumber
        ? { exitCode: undefined, signal: signalName(code - 128) }
        : { exitCode: code, signal: undefined };
}
/** Throws when this exit code only means that the program never ran. */
async function assertStarted(spec, program, exitCode, state, stderrTail) {
    if (exitCode === 0)
        return;
    const { launcher, job } = state();
    if (job === undefined && (launcher !== undefined || exitCode === CANNOT_START)) {
        throw new ProcessStartError(`\`${spec.command}\` could not be started: ${stderrTail.trim() || 'the system has no room for another process'}`);
    }
    if (!NOT_EXECUTED_CODES.includes(exitCode))
        return;
    const broken = await (0,find_program/* explainBrokenScript */.K1)(program, spec.env, spec.cwd);
    if (broken !== undefined)
        throw new ProgramNotFoundError(broken);
}


/***/ }),

/***/ 3271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ explainMissing),
/* harmony export */   K1: () => (/* binding */ explainBrokenScript),
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   hS: () => (/* binding */ isReadable),
/* harmony export */   lQ: () => (/* binding */ isFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Where execvp looks without a PATH (glibc's confstr(_CS_PATH), macOS `_PATH_DEFPATH`). */
const DEFAULT_PATH = '/usr/bin:/bin';
/** What a child with this environment and folder would run for `command`; undefined when there is no such program. */
async function findProgram(command, env, cwd) {
    return candidates(command, env, cwd).find((path) => lookAt(path) === 'program');
}
/** Says why `findProgram` found nothing, for the person who has to change it. */
function explainMissing(command, env, cwd) {
    const found = candidates(command, env, cwd)
        .map((path) => ({ path, what: lookAt(path) }))
        .find(({ what }) => what !== 'nothing');
    if (found?.what === 'folder')
        return `\`${command}\` can't be run: ${found.path} is a folder`;
    if (found !== undefined)
        return `\`${command}\` can't be run: ${found.path} is not executable (chmod +x)`;
    if (command.includes('/'))
        return `\`${command}\` was not found: there is no ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, command)}`;
    return `\`${command}\` was not found on PATH (${env.PATH ?? DEFAULT_PATH})`;
}
/**
 * Why a script that ended with 126 or 127 never ran: the interpreter that its first line names is missing. Undefined
 * when the interpreter is there: then the code is the program's own.
 */
async function explainBrokenScript(path, env, cwd) {
    const [interpreter, ...args] = firstLine(path);
    if (interpreter === undefined)
        return undefined;
    const says = `${path} can't run: its first line asks for`;
    if (lookAt((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, interpreter)) !== 'program') {
        const windows = interpreter.endsWith('\r') ? ' (the file has Windows line endings)' : '';
        return `${says} \`${interpreter.trimEnd()}\`, which is not there${windows}`;
    }
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(interpreter) !== 'env')
        return undefined;
    const wanted = args.find((arg) => !arg.startsWith('-') && !arg.includes('='));
    if (wanted === undefined || (await findProgram(wanted, env, cwd)) !== undefined)
        return undefined;
    const windows = wanted.endsWith('\r') ? ' (the file has Windows line endings)' : '';
    return `${says} \`${wanted.trimEnd()}\`, which was not found on PATH (${env.PATH ?? DEFAULT_PATH})${windows}`;
}
function isFolder(path) {
    return lookAt(path) === 'folder';
}
function isReadable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}
function candidates(command, env, cwd) {
    if (command === '')
        return [];
    if (command.includes('/'))
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, command)];
    return (env.PATH ?? DEFAULT_PATH).split(':').map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, folder, command));
}
// Synchronous on purpose: ten stat calls cost 30 microseconds here and half a millisecond through the thread pool, and
// a thousand starts wait for them.
function lookAt(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        if (stats === undefined)
            return 'nothing';
        if (stats.isDirectory())
            return 'folder';
        if (!stats.isFile())
            return 'not-executable';
    }
    catch {
        // A path through a file, a link in circles, a folder that is closed to us: for the child it is not there either.
        return 'nothing';
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return 'program';
    }
    catch {
        return 'not-executable';
    }
}
/** The words after `#!`; none when it is no script. Only spaces and tabs divide them, as in the kernel. */
function firstLine(path) {
    const head = Buffer.alloc(256);
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, head, 0, head.length, 0);
            const [line = ''] = head.toString('latin1', 0, length).split('\n');
            return line.startsWith('#!')
                ? line
                    .slice(2)
                    .split(/[ \t]+/)
                    .filter((word) => word !== '')
                : [];
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        }
    }
    catch {
        // An executable need not be readable; then nothing can be said.
        return [];
    }
}


/***/ }),

/***/ 779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ createLineSplitter)
/* harmony export */ });
/* unused harmony export MAX_LINE_BYTES */
/** A longer line is cut here; no event of an agent comes near it. */
const MAX_LINE_BYTES = 10 * 1024 * 1024;
/** A buffer this large is not kept for the next line: a thousand processes may each have had one long line. */
const KEPT_BYTES = 16 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/**
 * Cuts a stream of bytes into lines and decodes each as a whole, so that no character is cut in two; invalid bytes
 * become U+FFFD. A newline is never part of a longer UTF-8 character, so it may be looked for in the bytes. The time is
 * linear in the input whatever its shape, and at most one line is held. A line over `maxBytes` is delivered cut (at a
 * character) as soon as it is too long, and its rest is skipped.
 */
function createLineSplitter(deliver, maxBytes = MAX_LINE_BYTES) {
    let held = Buffer.alloc(0);
    let heldBytes = 0;
    let skipping = false;
    function append(chunk, start, end) {
        const needed = heldBytes + end - start;
        if (held.length < needed) {
            const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(2 * held.length, maxBytes + 1)));
            held.copy(larger, 0, 0, heldBytes);
            held = larger;
        }
        chunk.copy(held, heldBytes, start, end);
        heldBytes = needed;
    }
    /** Takes a piece of the current line; delivers it when it ends here or is too long. */
    function take(chunk, start, end, lineEnds) {
        if (skipping) {
            skipping = !lineEnds;
        }
        else if (heldBytes + end - start > maxBytes) {
            append(chunk, start, start + maxBytes + 1 - heldBytes);
            skipping = !lineEnds;
            flush(characterStart(held, maxBytes), true);
        }
        else if (lineEnds && heldBytes === 0) {
            deliver(decodeLine(chunk, start, end), false);
        }
        else {
            append(chunk, start, end);
            if (lineEnds)
                flush(heldBytes, false);
        }
    }
    function flush(bytes, truncated) {
        const text = truncated ? held.toString('utf8', 0, bytes) : decodeLine(held, 0, bytes);
        heldBytes = 0;
        if (held.length > KEPT_BYTES)
            held = Buffer.alloc(0);
        deliver(text, truncated);
    }
    return {
        write(chunk) {
            let start = 0;
            while (start < chunk.length) {
                const newline = chunk.indexOf(NEWLINE, start);
                take(chunk, start, newline === -1 ? chunk.length : newline, newline !== -1);
                if (newline === -1)
                    return;
                start = newline + 1;
            }
        },
        end() {
            if (heldBytes > 0)
                flush(heldBytes, false);
        },
    };
}
function decodeLine(bytes, start, end) {
    const endsInReturn = end > start && bytes[end - 1] === RETURN;
    return bytes.toString('utf8', start, endsInReturn ? end - 1 : end);
}
/** The last position at or before `position` at which a UTF-8 character begins. */
function characterStart(bytes, position) {
    for (let start = position; start > position - 4 && start > 0; start -= 1) {
        if (((bytes[start] ?? 0) & 0xc0) !== 0x80)
            return start;
    }
    return position;
}


/***/ }),

/***/ 6885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CAN_SWEEP),
/* harmony export */   S: () => (/* binding */ createSweeper)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);


/** Other systems don't show us the environments of our processes. */
const CAN_SWEEP = process.platform === 'linux';
/** Every process that we start has `VIK_PROCESS=<run id>/<marker>` in its environment, and so has what it starts. */
const MARKER_VARIABLE = 'VIK_PROCESS';
/** Sweeps share one walk at most this long after they were asked for. */
const LONGEST_WAIT_MS = 250;
/** Walking may take a fifth of our time: where /proc is short (0.5 ms for 90 processes), nobody waits 250 ms. */
const WAIT_PER_WALK = 4;
/** What was killed needs a moment until it is gone. */
const NEXT_WALK_MS = 5;
/** What still forks after this time outruns us. */
const GIVE_UP_MS = 5_000;
const GIVE_UP_IN_A_HURRY_MS = 500;
/** The kernel gives at most this much of an environment in one read; a longer one is read whole. */
const ENVIRONMENT_BYTES = 256 * 1024;
/**
 * Finds processes by the marker in their environment, because agents put their tools into sessions of their own, where
 * a signal to the process group doesn't reach them. Not found: other users' processes, and programs started with a
 * cleared environment or that overwrote it. Zombies have no environment, so they don't count.
 */
function createSweeper(runId, log) {
    const marker = createMarkerReader(runId);
    let waiting = [];
    let walking = false;
    let notBefore = 0;
    let giveUpMs = GIVE_UP_MS;
    async function walkWhileAsked() {
        walking = true;
        // Whatever is asked for in the same turn shares the first walk too.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        while (waiting.length > 0) {
            const restMs = notBefore - performance.now();
            if (restMs > 0)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(restMs);
            const startedAt = performance.now();
            const found = walk(marker, new Set(waiting.map((request) => request.marker)));
            const endedAt = performance.now();
            const restFactorMs = Math.min(LONGEST_WAIT_MS, WAIT_PER_WALK * (endedAt - startedAt));
            notBefore = endedAt + (found.size > 0 ? NEXT_WALK_MS : restFactorMs);
            waiting = waiting.filter((request) => !isOver(request, found, endedAt));
        }
        walking = false;
    }
    function isOver(request, found, now) {
        if (found.has(request.marker)) {
            if (now - request.askedAt < giveUpMs)
                return false;
            log.warning(`processes of \`${request.marker}\` are still being started ${giveUpMs / 1000} s after it was ended; they are left running`);
        }
        request.resolve();
        return true;
    }
    return {
        sweep(marker) {
            if (!CAN_SWEEP)
                return Promise.resolve();
            return new Promise((resolve) => {
                waiting.push({ marker: trimSlash(marker), askedAt: performance.now(), resolve });
                if (!walking)
                    void walkWhileAsked();
            });
        },
        hurry() {
            giveUpMs = GIVE_UP_IN_A_HURRY_MS;
        },
    };
}
/** Kills every process below one of the wanted markers; gives the wanted markers for which there was one. */
function walk(readMarker, wanted) {
    const found = new Set();
    for (const pid of listPids()) {
        const marker = readMarker(pid);
        if (marker === undefined)
            continue;
        const matching = [...withParents(marker)].filter((name) => wanted.has(name));
        if (matching.length > 0 && kill(pid, marker, readMarker))
            for (const name of matching)
                found.add(name);
    }
    return found;
}
/** `a/b/c` lies below `a/b/c`, `a/b`, `a` and the whole run, but not below `a/bc` or `a/b/`. */
function* withParents(marker) {
    for (let end = marker.length; end > 0; end = marker.lastIndexOf('/', end - 1))
        yield marker.slice(0, end);
    yield '';
}
/** False when it is none of ours any more, or a zombie. */
function kill(pid, marker, readMarker) {
    // Between the look and the kill the number may have gone to another process: look again, as late as possible.
    if (isZombie(pid) || readMarker(pid) !== marker)
        return false;
    try {
        process.kill(pid, 'SIGKILL');
        return true;
    }
    catch {
        // Gone already, or it isn't ours to kill: waiting for it would not help.
        return false;
    }
}
function listPids() {
    return listProc()
        .filter((name) => name >= '1' && name < ':')
        .map(Number)
        .filter((pid) => pid > 1 && pid !== process.pid);
}
function listProc() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc');
    }
    catch {
        // A container without /proc: nothing can be found there.
        return [];
    }
}
function isZombie(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return stat[stat.lastIndexOf(')') + 2] === 'Z';
    }
    catch {
        return true;
    }
}
/** Reads the marker below the run's id that a process carries; undefined for one without, or that can't be read. */
function createMarkerReader(runId) {
    const ours = `${MARKER_VARIABLE}=${runId}`;
    const buffer = Buffer.allocUnsafeSlow(ENVIRONMENT_BYTES);
    function readEnvironment(pid) {
        const path = `/proc/${pid}/environ`;
        try {
            const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
            try {
                const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, buffer, 0, buffer.length, 0);
                return length < buffer.length ? buffer.subarray(0, length) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        }
        catch {
            // It has ended in the meantime, or is another user's.
            return undefined;
        }
    }
    return (pid) => {
        const environment = readEnvironment(pid);
        if (environment === undefined)
            return undefined;
        for (let at = environment.indexOf(ours); at !== -1; at = environment.indexOf(ours, at + 1)) {
            const end = environment.indexOf(0, at);
            const value = environment.toString('utf8', at + ours.length, end === -1 ? environment.length : end);
            const startsVariable = at === 0 || environment[at - 1] === 0;
            if (startsVariable && (value === '' || value.startsWith('/')))
                return value.slice(1);
        }
        return undefined;
    };
}
function trimSlash(marker) {
    return marker.replace(/\/+$/, '');
}


/***/ }),

/***/ 1771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWorkflow: () => (/* binding */ runWorkflow)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/stop.js
var stop = __webpack_require__(1503);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker_tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/dispatch/admissions.js

function createAdmissions({ tracker, onCredentialsError }) {
    const refusals = new Map();
    async function ask(issue, signal) {
        try {
            const admission = await tracker.admit(issue, signal);
            if (signal.aborted)
                return undefined;
            if (admission.kind === 'admitted')
                return admission;
            return refuse(issue, { reason: admission.reason, detail: admission.detail });
        }
        catch (error) {
            if (signal.aborted)
                return undefined;
            if (error instanceof tracker_tracker/* CredentialsError */.lE) {
                onCredentialsError(error);
                return undefined;
            }
            const message = error instanceof Error ? error.message : String(error);
            return refuse(issue, {
                reason: 'check-failed',
                detail: `could not be checked before its start: ${message}`,
            });
        }
    }
    function refuse(issue, skip) {
        refusals.set(issue.id, { issue, skip });
        return { kind: 'skip', skip };
    }
    return {
        ask,
        refusal(issue) {
            const refused = refusals.get(issue.id);
            // the state too: GitHub's `updated_at` has whole seconds, and labels move faster
            const isSame = refused !== undefined &&
                issue.revision !== undefined &&
                refused.issue.revision === issue.revision &&
                refused.issue.state === issue.state;
            return isSame ? refused.skip : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/breaker.js
const TIMES = 3;
function createBreaker(log) {
    const rows = new Map();
    const open = new Map();
    function count(agent, reason, said) {
        const row = rows.get(agent);
        const times = row?.reason === reason ? row.times + 1 : 1;
        rows.set(agent, { reason, times });
        if (times < TIMES || open.has(agent))
            return;
        const why = `agent \`${agent}\` failed ${TIMES} times in a row: ${said.replace(/[.\s]+$/, '')}`;
        open.set(agent, { reason: 'agent-unavailable', detail: `${why}; it waits for the next run` });
        log.error(`${why}. No further session of it starts in this job; its other issues wait for the next run`, {
            title: `agent \`${agent}\` is unavailable`,
        });
    }
    return {
        dispatch() {
            const counted = new Set();
            return (attempt) => {
                const { agent, verdict } = attempt;
                if (verdict.state === 'failed' && (verdict.class === 'provider' || verdict.class === 'setup')) {
                    const reason = `${verdict.class}: ${withoutParticulars(verdict.reason, attempt)}`;
                    const key = JSON.stringify([agent, reason]);
                    if (verdict.class === 'provider' || !counted.has(key))
                        count(agent, reason, verdict.reason);
                    counted.add(key);
                }
                else if (attempt.session !== undefined && verdict.state !== 'cancelled') {
                    // a session that ran shows that the program and its provider work
                    rows.delete(agent);
                }
            };
        },
        unavailable: (agent) => open.get(agent),
    };
}
/** A reason without what differs from issue to issue: its id, ids of requests and sessions, times of day. */
function withoutParticulars(reason, { issue }) {
    return reason
        .replaceAll(new RegExp(`(?<=[#/\`'"])${escapeRegExp(issue.id)}(?![\\w-])`, 'g'), '<issue>')
        .replace(/\b(?:req|msg|resp|request|sess|call)_[\w-]+/gi, '<id>')
        .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, '<id>')
        .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, '<time>')
        .replace(/\d{4,}|\d+(?=(?:\.\d+)?\s?m?s\b)/g, '<number>');
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./lib/dispatch/cost-limit.js
/**
 * What has no known cost does not count. Reaching the limit ends nothing that runs: each session has limits of its own,
 * and what it has done so far is paid for.
 *
 * @param onReached told once, in words, when the known costs together have reached the limit
 */
function createCostLimit(limitUsd, onReached) {
    let total = 0;
    let isReached = false;
    return {
        open() {
            let own = 0;
            return (usd) => {
                if (usd <= own)
                    return;
                total += usd - own;
                own = usd;
                if (isReached || limitUsd === undefined || total < limitUsd)
                    return;
                isReached = true;
                onReached(`the sessions of this job cost $${total.toFixed(2)} so far, and \`loop.max_cost_usd\` is $${limitUsd.toFixed(2)}`);
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/skip-texts.js
const OUT_OF_TIME = {
    reason: 'time-budget',
    detail: 'the time budget is used up; it waits for the next run',
};
/** vik's words. */
const SHUTTING_DOWN = {
    reason: 'shutting-down',
    detail: 'stage session manager is shutting down; skipping issue this cycle',
};
const MAX_NEEDED_MS = 30 * 60_000;
/** A session needs its own time limit, 30 minutes at most, to be left of the time budget. */
function lackOfTime(stage, timeLeftMs) {
    const neededMs = Math.min(stage.agent.timeoutMs, MAX_NEEDED_MS);
    if (timeLeftMs >= neededMs)
        return undefined;
    const minutes = Math.round(neededMs / 600) / 100;
    return {
        reason: 'time-budget',
        detail: `less than ${minutes} min of the time budget is left; it waits for the next run`,
    };
}
/** An issue in an `on_start` state that nobody here works on. */
function interrupted(startState) {
    return {
        reason: 'interrupted',
        detail: `another run works on it, or one was killed; set \`${startState}\` to start again`,
    };
}
function ambiguous(issue) {
    const labels = issue.labels.map((label) => `\`${label}\``).join(' and ');
    return {
        reason: 'ambiguous',
        detail: `carries ${labels}, which are different states; remove all but one`,
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/decide.js

function decide(issue, view) {
    if (view.stopping) {
        return { kind: 'skip', ...SHUTTING_DOWN };
    }
    const matching = view.stages.filter((stage) => stage.state === issue.state);
    if (matching.length === 0) {
        return skip('no-matching-stage', 'no workflow stage matched issue state; skipping issue this cycle');
    }
    if (!view.isActive(issue.id) && view.activeIssues >= view.maxIssueConcurrency) {
        return skip('issue-concurrency-full', 'issue concurrency is full; skipping issue this cycle');
    }
    const free = matching.filter((stage) => !view.isReserved(issue.id, stage.name));
    if (free.length === 0) {
        return skip('matching-stages-already-active', 'matching stages are already active; skipping issue this cycle');
    }
    return decideOurs(issue, free, view);
}
/** The questions that vik does not ask. */
function decideOurs(issue, free, view) {
    const fresh = free.filter((stage) => !view.hasRun(issue, stage.name));
    if (fresh.length === 0) {
        return skip('already-ran', `already ran for this visit to \`${issue.state}\`; it runs again when the issue comes back to that state`);
    }
    const refusal = view.refusal(issue);
    if (refusal !== undefined)
        return skip(refusal.reason, refusal.detail);
    const runsLeft = view.runsLeft(issue.id);
    if (runsLeft <= 0) {
        return skip('run-limit', 'this issue used up `loop.max_runs_per_issue` in this job');
    }
    const startable = fresh.filter((stage) => view.unavailable(stage) === undefined);
    const [first] = fresh;
    if (startable.length === 0 && first !== undefined) {
        const cause = view.unavailable(first);
        if (cause !== undefined)
            return skip(cause.reason, cause.detail);
    }
    return { kind: 'run', stages: startable.slice(0, runsLeft) };
}
function skip(reason, detail) {
    return { kind: 'skip', reason, detail };
}

;// CONCATENATED MODULE: ./lib/dispatch/waits.js
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

/** The longest timer that Node has; a longer one would end at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** Waits so long (24 days at most) or until the signal is aborted, whichever comes first; never rejects. */
async function waitMs(ms, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(Math.min(ms, MAX_TIMER_MS), undefined, { signal });
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
}
function createBell() {
    let next = Promise.withResolvers();
    return {
        ring() {
            next.resolve();
            next = Promise.withResolvers();
        },
        async wait(ms, signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const timer = __addDisposableResource(env_1, abortAfterUse(signal), false);
                await Promise.race([next.promise, waitMs(ms, timer.signal)]);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        },
    };
}
/** A signal that follows another one and is aborted, so that its timers end, when the scope is left. */
function abortAfterUse(signal) {
    const own = new AbortController();
    return { signal: AbortSignal.any([signal, own.signal]), [Symbol.dispose]: () => own.abort() };
}

;// CONCATENATED MODULE: ./lib/dispatch/further-attempts.js

function createPause(deps) {
    const { reservations, slots, admissions, log, obstacle, countRun } = deps;
    async function pause(issue, stage, delayMs, signal) {
        if (isBlocked(issue, stage, delayMs))
            return undefined;
        reservations.pause(issue.id, stage.name);
        deps.onPause();
        await waitMs(delayMs, deps.noStarts);
        // without its slot: only its last transition is still to come
        if (isBlocked(issue, stage, 0))
            return undefined;
        await slots.wait(issue.id, () => reservations.resume(issue.id, stage.name));
        if (isBlocked(issue, stage, 0))
            return undefined;
        countRun(issue, 1);
        return readmit(issue, stage, signal);
    }
    /** Admission before a further attempt: a state that this stage run set itself is no change. */
    async function readmit(issue, stage, signal) {
        const state = stage.onStart?.state ?? issue.state;
        const answer = await admissions.ask({ ...issue, state }, signal);
        if (answer?.kind === 'admitted' && !deps.noStarts.aborted)
            return { ...answer.issue, state: issue.state };
        if (answer?.kind === 'skip')
            say(issue, stage, answer.skip.detail);
        countRun(issue, -1);
        return undefined;
    }
    function isBlocked(issue, stage, inMs) {
        const why = obstacle(issue, stage, inMs);
        if (why !== undefined)
            say(issue, stage, why);
        return why !== undefined;
    }
    function say(issue, stage, why) {
        log.child(`${issue.ref} ${stage.name}`).info(`no further attempt: ${why}`);
    }
    return pause;
}

;// CONCATENATED MODULE: ./lib/dispatch/own-states.js
function createOwnStates() {
    const byIssue = new Map();
    return {
        of: (issueId, stage) => byIssue.get(issueId)?.get(stage),
        set(issueId, stage, state) {
            const states = byIssue.get(issueId) ?? new Map();
            if (state === undefined)
                states.delete(stage);
            else
                states.set(stage, state);
            if (states.size === 0)
                byIssue.delete(issueId);
            else
                byIssue.set(issueId, states);
        },
        isOwn: (issueId, state) => [...(byIssue.get(issueId)?.values() ?? [])].includes(state),
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/reservations.js
function createReservations() {
    const stagesOf = new Map();
    const active = new Set();
    function set(issueId, stage, state) {
        const stages = stagesOf.get(issueId) ?? new Map();
        if (state === undefined)
            stages.delete(stage);
        else
            stages.set(stage, state);
        if (stages.size === 0)
            stagesOf.delete(issueId);
        else
            stagesOf.set(issueId, stages);
        if (state === 'active' || [...stages.values()].includes('active'))
            active.add(issueId);
        else
            active.delete(issueId);
    }
    return {
        get activeIssues() {
            return active.size;
        },
        get isEmpty() {
            return stagesOf.size === 0;
        },
        isActive: (issueId) => active.has(issueId),
        holds: (issueId) => stagesOf.has(issueId),
        isReserved: (issueId, stage) => stagesOf.get(issueId)?.has(stage) ?? false,
        reserve: (issueId, stage) => set(issueId, stage, 'active'),
        pause: (issueId, stage) => set(issueId, stage, 'paused'),
        resume: (issueId, stage) => set(issueId, stage, 'active'),
        release: (issueId, stage) => set(issueId, stage, undefined),
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/skips.js
function createSkips(log, writeEvent) {
    const printed = new Map();
    const started = new Set();
    const skipped = new Map();
    let listed = [];
    return {
        newPull(issueIds) {
            listed = issueIds;
            skipped.clear();
        },
        add({ id, ref, title, url, state }, { reason, detail }) {
            skipped.set(id, { id, ref, title, url, state, reason, detail });
            if (printed.get(id) === reason)
                return;
            printed.set(id, reason);
            writeEvent('skipped', { issue: id, state: state ?? null, reason, detail });
            const line = `${ref} skipped: ${reason}: ${detail}`;
            if (isWarning(reason))
                log.warning(line, { kind: reason, title: `${ref} not started` });
            else
                log.info(line);
        },
        ran(issueId) {
            started.add(issueId);
            printed.delete(issueId);
        },
        list: () => listed.flatMap((id) => {
            const issue = skipped.get(id);
            return issue === undefined || started.has(id) ? [] : [issue];
        }),
    };
}
function isWarning(reason) {
    return (reason === 'ambiguous' ||
        reason === 'not-trusted' ||
        reason === 'edited-after-label' ||
        reason === 'check-failed');
}

;// CONCATENATED MODULE: ./lib/dispatch/slots.js
function createSlots(reservations, maxIssueConcurrency) {
    const line = [];
    const hasRoom = (issueId) => reservations.isActive(issueId) || reservations.activeIssues < maxIssueConcurrency;
    return {
        hasRoom,
        async wait(issueId, take) {
            if (hasRoom(issueId)) {
                take();
                return;
            }
            const { promise, resolve } = Promise.withResolvers();
            const granted = () => {
                take();
                resolve();
            };
            line.push({ issueId, granted });
            await promise;
        },
        grant(all) {
            for (let i = 0; i < line.length;) {
                const next = line[i];
                if (next !== undefined && (all || hasRoom(next.issueId))) {
                    line.splice(i, 1);
                    next.granted();
                }
                else
                    i += 1;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/visits.js
function createVisits(rules) {
    const byIssue = new Map();
    function see({ beganAt, issues }) {
        if (byIssue.size === 0)
            return;
        const states = new Map(issues.map((issue) => [issue.id, issue.state]));
        for (const [issueId, visits] of byIssue) {
            const state = states.get(issueId);
            for (const [stage, visit] of visits) {
                if (isOver(issueId, visit, state, beganAt))
                    visits.delete(stage);
            }
            if (visits.size === 0)
                byIssue.delete(issueId);
        }
    }
    function isOver(issueId, visit, state, beganAt) {
        if (state !== undefined) {
            visit.absences = 0;
            return state !== visit.state && !rules.isOwnState(issueId, state);
        }
        if (!rules.absenceEnds || beganAt < visit.endedAt)
            return false;
        visit.absences += 1;
        return visit.absences >= 2;
    }
    return {
        hasRun(issue, stage) {
            const visit = byIssue.get(issue.id)?.get(stage);
            if (visit === undefined)
                return false;
            return visit.name === undefined || visit.revision === issue.revision;
        },
        isSame(issue, stage, name) {
            const visit = byIssue.get(issue.id)?.get(stage);
            if (visit === undefined)
                return false;
            if (visit.isRenamed)
                visit.name = name;
            if (visit.name !== undefined && name !== undefined && visit.name !== name)
                return false;
            visit.isRenamed = false;
            visit.revision = issue.revision;
            return true;
        },
        begin(issue, stage, name) {
            const visits = byIssue.get(issue.id) ?? new Map();
            visits.set(stage, {
                state: issue.state,
                name,
                isRenamed: false,
                revision: issue.revision,
                endedAt: Number.POSITIVE_INFINITY,
                absences: 0,
            });
            byIssue.set(issue.id, visits);
        },
        end(issueId, stage, putBack) {
            const visit = byIssue.get(issueId)?.get(stage);
            if (visit === undefined)
                return;
            visit.endedAt = performance.now();
            visit.isRenamed = putBack;
        },
        see,
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/waiting-list.js
/** @param isTooOld whether a list of this age, in milliseconds, can't be started from now */
function createWaitingList(isTooOld) {
    let waiting = [];
    let listedAt = 0;
    let wantsPull = false;
    return {
        get isEmpty() {
            return waiting.length === 0;
        },
        get wantsPull() {
            return wantsPull;
        },
        replace(issues, keep) {
            wantsPull = false;
            listedAt = performance.now();
            waiting = issues.filter(keep);
        },
        offerAgain(keep) {
            if (waiting.length > 0 && isTooOld(performance.now() - listedAt))
                wantsPull = true;
            else
                waiting = waiting.filter(keep);
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/dispatcher.js
/**
 * Starts stage runs: decides, reserves in the same turn of the event loop, admits, and hands each stage run to
 * `runStage`. It knows nothing of workspaces, hooks or agents.
 */















function createDispatcher(workflow, deps, signal) {
    const { tracker, runStage, log, timeLeftMs } = deps;
    const { maxIssueConcurrency, maxRunsPerIssue } = workflow.loop;
    /** `on_start` states, each with the state that starts its stage. */
    const startStates = new Map(workflow.stages.flatMap((stage) => (stage.onStart?.state ? [[stage.onStart.state, stage.state]] : [])));
    const ownStates = createOwnStates();
    const halt = new AbortController();
    const noStarts = AbortSignal.any([signal, halt.signal]);
    // one listener for each stage run that waits for its retry
    (0,external_node_events_.setMaxListeners)(0, noStarts);
    const reservations = createReservations();
    const slots = createSlots(reservations, maxIssueConcurrency);
    const skips = createSkips(log, deps.writeEvent);
    const bell = createBell();
    const admissions = createAdmissions({
        tracker,
        onCredentialsError: (error) => close({ reason: 'credentials', detail: error.message }),
    });
    const breaker = createBreaker(log);
    const costLimit = createCostLimit(workflow.loop.maxCostUsd, (detail) => {
        log.warning(`${detail}: no further session starts; those that run go on`, { title: 'cost limit' });
        close({ reason: 'cost-limit', detail });
    });
    const visits = createVisits({
        absenceEnds: tracker.kind === 'command',
        isOwnState: (issueId, state) => startStates.has(state) || ownStates.isOwn(issueId, state),
    });
    const runsOf = new Map();
    const attempts = [];
    const running = new Set();
    let endedRuns = 0;
    let isOutOfTime = false;
    let closed;
    const bugs = [];
    const waiting = createWaitingList((ageMs) => {
        if (workflow.intake.kind !== 'command' || view.stopping || !deps.pullsLeft())
            return false;
        return reservations.activeIssues < maxIssueConcurrency && ageMs > workflow.intake.idleMs;
    });
    const view = {
        get stopping() {
            return signal.aborted || halt.signal.aborted;
        },
        stages: workflow.stages,
        maxIssueConcurrency,
        get activeIssues() {
            return reservations.activeIssues;
        },
        isActive: reservations.isActive,
        isReserved: reservations.isReserved,
        hasRun: visits.hasRun,
        runsLeft: (issueId) => maxRunsPerIssue - (runsOf.get(issueId) ?? 0),
        unavailable: (stage) => breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs()),
        refusal: admissions.refusal,
    };
    const pause = createPause({
        reservations,
        slots,
        admissions,
        log,
        obstacle(issue, stage, inMs) {
            if (view.stopping)
                return 'the run is ending';
            if (view.runsLeft(issue.id) <= 0)
                return '`loop.max_runs_per_issue` is used up';
            return (breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs() - inMs))?.detail;
        },
        countRun,
        onPause: fill,
        noStarts,
    });
    function offer(pull, beganAt) {
        isOutOfTime = false;
        visits.see({ beganAt, issues: pull.issues });
        skips.newPull([...pull.ambiguous, ...pull.issues].map((issue) => issue.id));
        for (const issue of pull.ambiguous) {
            // a stage run of ours may be between the two writings of its transition
            if (!reservations.holds(issue.id))
                skips.add({ ...issue, state: undefined }, ambiguous(issue));
        }
        waiting.replace(pull.issues, (issue) => consider(issue) === 'waits');
        fill();
    }
    /** Starts what may start: first retries whose wait is over, then the waiting list, in order. */
    function fill() {
        slots.grant(view.stopping);
        waiting.offerAgain((issue) => !canBeDecided(issue) || consider(issue) === 'waits');
        bell.ring();
    }
    /** Whether deciding again could give another answer than "full". */
    function canBeDecided(issue) {
        return view.stopping || slots.hasRoom(issue.id);
    }
    /** Decides about one issue and acts on it. */
    function consider(issue) {
        const holds = reservations.holds(issue.id);
        if (holds && ownStates.isOwn(issue.id, issue.state))
            return 'done';
        const startedFrom = startStates.get(issue.state);
        if (tracker.kind === 'github' && startedFrom !== undefined) {
            if (!holds)
                skips.add(issue, interrupted(startedFrom));
            return 'done';
        }
        const decision = decide(issue, view);
        if (decision.kind === 'skip') {
            if (decision.reason === 'time-budget')
                isOutOfTime = true;
            skips.add(issue, decision.reason === 'shutting-down' ? whyStopping() : decision);
            return decision.reason === 'issue-concurrency-full' ? 'waits' : 'done';
        }
        for (const stage of decision.stages) {
            reservations.reserve(issue.id, stage.name);
            countRun(issue, 1);
        }
        const stages = decision.stages.map((stage) => stage.name);
        deps.writeEvent('reserved', { issue: issue.id, state: issue.state, stages });
        const work = workIssue(issue, decision.stages)
            .catch(stopForBug)
            .finally(() => running.delete(work));
        running.add(work);
        return 'done';
    }
    function whyStopping() {
        if (closed?.reason === 'cost-limit')
            return { reason: closed.reason, detail: `${closed.detail}; it waits for the next run` };
        return (0,stop/* stopKind */.J)(signal) === 'time-budget' ? OUT_OF_TIME : SHUTTING_DOWN;
    }
    /** From the reservation to the last release. */
    async function workIssue(listed, stages) {
        const answer = await admissions.ask(listed, signal);
        if (answer?.kind !== 'admitted') {
            skips.add(listed, answer?.skip ?? whyStopping());
            for (const stage of stages)
                giveBack(listed, stage);
            fill();
            return;
        }
        const { issue, visit } = answer;
        const fresh = stages.filter((stage) => !visits.isSame(listed, stage.name, visit));
        for (const stage of stages.filter((each) => !fresh.includes(each)))
            giveBack(listed, stage);
        for (const stage of fresh)
            visits.begin({ ...issue, revision: listed.revision }, stage.name, visit);
        if (fresh.length > 0)
            skips.ran(issue.id);
        if (fresh.length < stages.length)
            fill();
        const take = breaker.dispatch();
        await Promise.all(fresh.map((stage) => workStage(issue, stage, take)));
    }
    async function workStage(issue, stage, take) {
        const run = {
            issue,
            stage,
            pause: (delayMs) => pause(issue, stage, delayMs, signal),
            setsState: (state) => ownStates.set(issue.id, stage.name, state),
            openAccount: costLimit.open,
            tokenRefused: (detail) => close({ reason: 'credentials', detail }),
        };
        try {
            const ended = await runStage(run, signal);
            attempts.push(...ended);
            ended.forEach(take);
        }
        catch (error) {
            stopForBug(error);
        }
        endedRuns += 1;
        visits.end(issue.id, stage.name, ownStates.of(issue.id, stage.name) === stage.state);
        ownStates.set(issue.id, stage.name, undefined);
        reservations.release(issue.id, stage.name);
        fill();
    }
    function countRun(issue, by) {
        runsOf.set(issue.id, (runsOf.get(issue.id) ?? 0) + by);
    }
    function giveBack(issue, stage) {
        reservations.release(issue.id, stage.name);
        countRun(issue, -1);
    }
    function close(reason) {
        if (closed !== undefined)
            return;
        closed = reason;
        halt.abort();
        fill();
    }
    /** What runs is awaited, nothing else starts, and `drain` rejects with it. */
    function stopForBug(error) {
        bugs.push(error);
        halt.abort();
    }
    signal.addEventListener('abort', fill, { once: true });
    return {
        offer,
        get isIdle() {
            return reservations.isEmpty && waiting.isEmpty;
        },
        get isQuiet() {
            return reservations.isEmpty;
        },
        get hasWaiting() {
            return !waiting.isEmpty;
        },
        get endedRuns() {
            return endedRuns;
        },
        get wantsPull() {
            return waiting.wantsPull;
        },
        get isOutOfTime() {
            return isOutOfTime;
        },
        get closed() {
            return closed;
        },
        close,
        change: bell.wait,
        skipped: skips.list,
        async drain() {
            // what ends may start more from the waiting list, so one await is not enough
            while (running.size > 0)
                await Promise.all(running);
            signal.removeEventListener('abort', fill);
            if (bugs.length > 0)
                throw bugs[0];
            return attempts;
        },
    };
}

;// CONCATENATED MODULE: ./lib/dry-run.js
/** What a run would do: one pull, every decision, nothing started. */



/**
 * Pulls once and decides, admission included, as a run would; starts nothing. What would start holds its reservation
 * until everything is decided, so that the limit shows.
 */
async function dryRun(deps, workflow, signal) {
    const startedAt = new Date();
    const planned = [];
    const decided = Promise.withResolvers();
    const over = new AbortController();
    const { tracker, admitted } = watchAdmissions(deps.tracker);
    const runStage = async ({ issue, stage }) => {
        planned.push({ issue, stage: stage.name, agent: stage.agent.name });
        await decided.promise;
        return [];
    };
    const dispatcher = createDispatcher(workflow, { ...deps, tracker, runStage, pullsLeft: () => false }, AbortSignal.any([signal, over.signal]));
    let end = { reason: 'drained', detail: undefined };
    let pull;
    try {
        pull = await deps.tracker.pull(signal);
        for (const warning of pull.warnings)
            deps.log.warning(warning, { kind: 'pull', title: 'issue left out' });
        dispatcher.offer(pull, performance.now());
        await admitted();
        if (dispatcher.closed !== undefined)
            end = dispatcher.closed;
    }
    catch (error) {
        end = describeFailure(error);
        if (!signal.aborted)
            deps.log.error(`pull failed: ${end.detail}`, { title: 'pull failed' });
    }
    if (signal.aborted)
        end = { reason: 'cancelled', detail: undefined };
    const skipped = dispatcher.skipped();
    over.abort();
    decided.resolve();
    await dispatcher.drain();
    return {
        ...end,
        startedAt,
        endedAt: new Date(),
        pulls: pull === undefined ? 0 : 1,
        failedPulls: pull === undefined && !signal.aborted ? 1 : 0,
        attempts: [],
        skipped,
        unmoved: [],
        planned,
        searched: pull?.searched,
        notUndone: [],
    };
}
/** The tracker, and the moment in which it has been asked about every issue. */
function watchAdmissions(tracker) {
    const admissions = new Set();
    const watched = {
        kind: tracker.kind,
        admit(issue, signal) {
            const admission = tracker.admit(issue, signal).finally(() => admissions.delete(admission));
            admissions.add(admission);
            return admission;
        },
    };
    async function admitted() {
        while (admissions.size > 0) {
            await Promise.allSettled(admissions);
            // a refusal gives its slot to the next issue, which is then admitted in turn
            await (0,external_node_timers_promises_.setImmediate)();
        }
    }
    return { tracker: watched, admitted };
}
function describeFailure(error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof tracker_tracker/* CredentialsError */.lE)
        return { reason: 'credentials', detail };
    if (error instanceof tracker_tracker/* RateLimitError */.OE)
        return { reason: 'rate-limited', detail };
    return { reason: 'intake-failed', detail };
}

// EXTERNAL MODULE: ./lib/environment/environments.js
var environment_environments = __webpack_require__(995);
// EXTERNAL MODULE: ./lib/environment/git-identity.js
var git_identity = __webpack_require__(3240);
// EXTERNAL MODULE: ./lib/process.js + 4 modules
var lib_process = __webpack_require__(4952);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/report/events-log.js


/**
 * Opens `logs/events.jsonl` for appending. Lines are written as they happen, so that a kill loses none. When the disk
 * is full, or the file can't be opened, `onFailure` hears of it once and the run goes on without.
 */
function createEventsLog(path, redact, onFailure, now = () => new Date()) {
    let descriptor = attempt(() => {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        return openPlain(path);
    }, onFailure);
    const close = () => {
        if (descriptor !== undefined)
            (0,external_node_fs_.closeSync)(descriptor);
        descriptor = undefined;
    };
    return {
        write(event, fields) {
            const file = descriptor;
            if (file === undefined)
                return;
            const entry = redactJson({ at: now().toISOString(), event, ...fields }, redact);
            const line = Buffer.from(`${JSON.stringify(entry)}\n`);
            const written = attempt(() => writeWhole(file, line), onFailure);
            if (written === undefined)
                close();
        },
        [Symbol.dispose]: close,
    };
}
/** Not through a link, and not into a pipe, for whose reader a plain open would wait: an agent may have put one there. */
function openPlain(path) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = external_node_fs_.constants;
    const descriptor = (0,external_node_fs_.openSync)(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_WRONLY, 0o600);
    if ((0,external_node_fs_.fstatSync)(descriptor).isFile())
        return descriptor;
    (0,external_node_fs_.closeSync)(descriptor);
    throw new Error(`\`${path}\` is no plain file; remove it`);
}
/** A write may take only a part, on a disk that is nearly full. */
function writeWhole(descriptor, bytes) {
    let at = 0;
    while (at < bytes.length)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
    return at;
}
function attempt(action, onFailure) {
    try {
        return action();
    }
    catch (error) {
        onFailure(error);
        return undefined;
    }
}
function redactJson(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (value === null || typeof value !== 'object')
        return value;
    if (isList(value))
        return value.map((item) => redactJson(item, redact));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
}
function isList(value) {
    return Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/report/report.js + 11 modules
var report = __webpack_require__(8504);
;// CONCATENATED MODULE: ./lib/intake.js


const LOW_RATE_PACE_MS = 5 * 60_000;
/** A run in which nothing runs does not wait longer than this for GitHub's rate limit. */
const LONGEST_QUIET_WAIT_MS = 5 * 60_000;
const MAX_FAILURES_IN_A_ROW = 3;
/** Yields pulls until drained, and last of all the end with its reason. */
async function* intake(deps, rules, signal) {
    const { tracker, dispatch, count, log } = deps;
    // after a session's end a pull may come sooner than after `idle_sec`
    const soonMs = Math.min(rules.idleMs, tracker.kind === 'github' ? 15_000 : 2_000);
    let failures = 0;
    while (!signal.aborted && dispatch.closed === undefined) {
        const beganAt = performance.now();
        const endedBefore = dispatch.endedRuns;
        let paceMs = rules.idleMs;
        let earliestMs = soonMs;
        try {
            const pull = await tracker.pull(signal);
            failures = 0;
            count.succeeded += 1;
            count.searched = pull.searched;
            deps.onPull({ issues: pull.issues.length });
            for (const warning of pull.warnings)
                log.warning(warning, { kind: 'pull', title: 'issue left out' });
            if (pull.rateLimitLow)
                earliestMs = paceMs = Math.max(paceMs, LOW_RATE_PACE_MS);
            yield { kind: 'pull', pull, beganAt };
        }
        catch (error) {
            if (signal.aborted)
                break;
            if (error instanceof tracker_tracker/* CredentialsError */.lE) {
                dispatch.close({ reason: 'credentials', detail: error.message });
                break;
            }
            const message = error instanceof Error ? error.message : String(error);
            deps.onPull({ error: message });
            if (error instanceof tracker_tracker/* RateLimitError */.OE) {
                log.warning(message, { kind: 'rate-limit', title: 'rate limit' });
                if (!(await isLimitedTooLong(error.resetAt)))
                    continue;
                yield { kind: 'end', reason: 'rate-limited', detail: message };
                return;
            }
            failures += 1;
            count.failed += 1;
            log.error(`pull failed (${failures} of ${MAX_FAILURES_IN_A_ROW} in a row): ${message}`, {
                title: 'pull failed',
            });
            if (failures === MAX_FAILURES_IN_A_ROW) {
                yield { kind: 'end', reason: 'intake-failed', detail: message };
                return;
            }
            earliestMs = rules.idleMs;
        }
        const end = await nextPull(beganAt, endedBefore, paceMs, earliestMs, failures > 0);
        if (end !== undefined) {
            yield { kind: 'end', ...end };
            return;
        }
    }
    const { closed } = dispatch;
    yield {
        kind: 'end',
        reason: closed?.reason ?? ((0,stop/* stopKind */.J)(signal) === 'time-budget' ? 'time-budget' : 'cancelled'),
        detail: closed?.detail,
    };
    /** Waits until another pull is due; answers the end instead when there is nothing left to do. */
    async function nextPull(beganAt, endedBefore, paceMs, earliestMs, failed) {
        while (!signal.aborted && dispatch.closed === undefined) {
            const isFresh = !failed && dispatch.endedRuns === endedBefore;
            if (dispatch.isIdle && isFresh) {
                return dispatch.isOutOfTime
                    ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
                    : { reason: 'drained', detail: undefined };
            }
            if (!pullsLeft(count, rules)) {
                if (dispatch.isIdle) {
                    return dispatch.isOutOfTime
                        ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
                        : { reason: 'max-iterations', detail: undefined };
                }
                await dispatch.change(Number.POSITIVE_INFINITY, signal);
                continue;
            }
            const sinceMs = performance.now() - beganAt;
            const wantsSoon = dispatch.wantsPull || (!isFresh && !dispatch.hasWaiting);
            const dueMs = (wantsSoon ? earliestMs : paceMs) - sinceMs;
            if (dueMs <= 0)
                return undefined;
            await dispatch.change(dueMs, signal);
        }
        return undefined;
    }
    /** Waits for the reset; answers true instead when nothing runs and the reset is too far off. */
    async function isLimitedTooLong(resetAt) {
        // never at once: a reset that is over by our clock may not be over by GitHub's
        const untilMs = Math.max(resetAt.getTime(), Date.now() + soonMs);
        while (!signal.aborted && dispatch.closed === undefined) {
            const leftMs = untilMs - Date.now();
            if (leftMs <= 0)
                return false;
            if (dispatch.isQuiet && leftMs > LONGEST_QUIET_WAIT_MS)
                return true;
            await dispatch.change(leftMs, signal);
        }
        return false;
    }
}
/** Whether `max_iterations` allows another pull. Failed pulls do not count: three in a row end the run. */
function pullsLeft(count, rules) {
    return rules.maxIterations === undefined || count.succeeded < rules.maxIterations;
}

;// CONCATENATED MODULE: ./lib/run.js
/** The story of a run: pull -> offer -> ... until drained -> what became of everything. */




/**
 * Works the tracker's issues until drained.
 *
 * @param signal ends what runs: aborted with a `StopRequest` by the time budget or a shutdown
 */
async function run(deps, workflow, signal) {
    const { tracker, log } = deps;
    const startedAt = new Date();
    const rules = { idleMs: workflow.intake.idleMs, maxIterations: workflow.loop.maxIterations };
    const count = { succeeded: 0, failed: 0, searched: undefined };
    const dispatcher = createDispatcher(workflow, { ...deps, pullsLeft: () => pullsLeft(count, rules) }, signal);
    const onPull = (fields) => deps.writeEvent('pull', fields);
    let end = { reason: 'cancelled', detail: undefined };
    let last;
    for await (const step of intake({ tracker, dispatch: dispatcher, count, log, onPull }, rules, signal)) {
        if (step.kind === 'end') {
            end = step;
        }
        else {
            dispatcher.offer(step.pull, step.beganAt);
            last = step;
        }
    }
    const attempts = await dispatcher.drain();
    // the runner may end us while the sessions that the time budget ended are still ending
    if (end.reason === 'time-budget' && (0,stop/* stopKind */.J)(deps.shutdown) === 'shutdown') {
        end = { reason: 'cancelled', detail: undefined };
    }
    const skipped = dispatcher.skipped();
    if (end.reason === 'cost-limit')
        end = { ...end, detail: withIssuesLeft(end.detail, skipped) };
    return {
        ...end,
        startedAt,
        endedAt: new Date(),
        pulls: count.succeeded,
        failedPulls: count.failed,
        attempts,
        skipped,
        unmoved: deps.shutdown.aborted ? [] : await findUnmoved(tracker, attempts, last, deps.shutdown),
        planned: [],
        searched: count.searched,
        notUndone: [],
    };
}
/** The next run has these to do; what never could have started is not among them. */
function withIssuesLeft(detail, skipped) {
    const left = skipped.filter(({ reason }) => reason === 'cost-limit').length;
    return `${detail ?? 'the limit is reached'}; ${left} ${left === 1 ? 'issue is' : 'issues are'} left for the next run`;
}
/** How long the last look at all issues may take. */
const LAST_LOOK_MS = 20_000;
/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved(tracker, attempts, last, shutdown) {
    const completed = new Map(attempts
        .filter((attempt) => attempt.final && attempt.verdict.state === 'completed')
        .map((attempt) => [`${attempt.issue.id}/${attempt.stage}`, attempt]));
    const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
    const signal = AbortSignal.any([shutdown, AbortSignal.timeout(LAST_LOOK_MS)]);
    (0,external_node_events_.setMaxListeners)(0, signal);
    const found = await Promise.all([...completed.values()].map(async ({ issue, stage, endedAt }) => {
        const isStill = lastBeganAt >= endedAt.getTime()
            ? last?.pull.issues.some((seen) => seen.id === issue.id && seen.state === issue.state)
            : await isStillIn(tracker, issue, signal);
        return isStill === true ? [{ issue, stage }] : [];
    }));
    return found.flat();
}
async function isStillIn(tracker, issue, signal) {
    if (tracker.kind !== 'github')
        return false;
    return tracker.admit(issue, signal).then(
    // refused for what somebody did to it, it is where it was
    (answer) => answer.kind === 'admitted' || !['changed', 'check-failed'].includes(answer.reason), () => false);
}

// EXTERNAL MODULE: ./lib/signals.js
var signals = __webpack_require__(9518);
;// CONCATENATED MODULE: ./lib/stage/late-transitions.js
function createLateTransitions() {
    const late = [];
    return {
        add: (transition) => late.push(transition),
        async write(signal) {
            const failures = await Promise.all(late.map((transition) => transition(signal)));
            return failures.filter((failure) => failure !== undefined);
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/process/plain-file.js
var plain_file = __webpack_require__(896);
;// CONCATENATED MODULE: ./lib/stage/workspace.js
/**
 * The folders of a run on disk, and the workspace of one issue. The only place that joins workspace path segments, and
 * the one that refuses to work outside the root.
 */



/** Stage names are free text: in file names every character outside `A-Z a-z 0-9 . _ -` becomes `_`. */
function fileNameOf(stage) {
    return stage.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
}
function createLayout(workflow) {
    const root = workflow.workspaceRoot;
    const home = external_node_path_.join(root, 'workflows', workflow.path.replaceAll('/', '-'));
    const issues = external_node_path_.join(home, 'issues');
    const sessions = external_node_path_.join(home, 'sessions');
    const logs = external_node_path_.join(home, 'logs');
    return {
        root,
        home,
        lock: external_node_path_.join(home, 'lock'),
        issues,
        sessions,
        logs,
        events: external_node_path_.join(logs, 'events.jsonl'),
        record: external_node_path_.join(home, 'run.json'),
        workspaceOf: (issueId) => external_node_path_.join(issues, issueId),
        sessionsOf: (issueId) => external_node_path_.join(sessions, issueId),
    };
}
/** A workspace that can't be used, with what is in its place. */
class WorkspaceError extends Error {
    name = 'WorkspaceError';
}
/**
 * Asserts that the folder is a real folder strictly inside the root, symlinks resolved. Called when a workspace is
 * prepared and again right before each process starts in it: an agent may have replaced its folder by a link.
 *
 * @throws WorkspaceError that names what is there instead
 */
async function assertInside(root, workspace) {
    const found = lookAt(workspace);
    if (found === undefined)
        throw new WorkspaceError(`the workspace \`${workspace}\` is gone`);
    if (found.isSymbolicLink()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a symbolic link; remove it`);
    }
    if (!found.isDirectory()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a file; remove it`);
    }
    const [realRoot, realWorkspace] = [external_node_fs_.realpathSync.native(root), external_node_fs_.realpathSync.native(workspace)];
    if (!realWorkspace.startsWith(realRoot + external_node_path_.sep)) {
        throw new WorkspaceError(`the workspace \`${workspace}\` is really at \`${realWorkspace}\`, outside of the root \`${realRoot}\``);
    }
}
/**
 * Asserts that no link on the way to a path leads out of the root, before anything is made or removed there. What is not
 * there yet can't lead anywhere.
 *
 * @throws WorkspaceError that names where it would really be
 */
function assertWayInside(root, file) {
    let folder = external_node_path_.dirname(file);
    while (folder !== root && !exists(folder))
        folder = external_node_path_.dirname(folder);
    try {
        const [realRoot, real] = [external_node_fs_.realpathSync.native(root), external_node_fs_.realpathSync.native(folder)];
        if (real === realRoot || real.startsWith(realRoot + external_node_path_.sep))
            return;
        throw new WorkspaceError(`\`${file}\` is really at \`${external_node_path_.join(real, external_node_path_.relative(folder, file))}\`, outside of the root \`${realRoot}\`; remove the link \`${folder}\``);
    }
    catch (error) {
        if (error instanceof WorkspaceError)
            throw error;
        // a link to nowhere, or a root that is not there: what is made or removed there fails and says so
    }
}
/** Undefined when there is nothing. */
function lookAt(workspace) {
    try {
        return (0,external_node_fs_.lstatSync)(workspace, { throwIfNoEntry: false });
    }
    catch (error) {
        throw new WorkspaceError(`the workspace \`${workspace}\` can't be read: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
}
function createWorkspaces(layout) {
    const preparing = new Map();
    async function prepare(issueId, afterCreate) {
        const workspace = layout.workspaceOf(issueId);
        // outside the workspace, because nothing of ours is ever in one
        const unfinished = external_node_path_.join(layout.sessionsOf(issueId), '.creating');
        // an agent may have put links above the folders, too
        assertWayInside(layout.root, workspace);
        assertWayInside(layout.root, unfinished);
        await makeFolder(layout.sessionsOf(issueId));
        if (exists(unfinished)) {
            await remove(workspace);
            (0,external_node_fs_.rmSync)(unfinished, { recursive: true, force: true });
        }
        if (!exists(workspace)) {
            // a folder that is empty is never half made, so it needs no mark
            if (afterCreate === undefined)
                await makeFolder(workspace);
            else
                await create(workspace, unfinished, afterCreate);
        }
        await assertInside(layout.root, workspace);
        return workspace;
    }
    async function create(workspace, unfinished, afterCreate) {
        // never into what somebody put in its place
        (0,external_node_fs_.writeFileSync)(unfinished, '', { mode: 0o600, flag: 'wx' });
        try {
            await makeFolder(workspace);
            await assertInside(layout.root, workspace);
            await afterCreate(workspace);
        }
        catch (error) {
            await remove(workspace, error);
            await (0,promises_.rm)(unfinished, { force: true });
            throw error;
        }
        (0,external_node_fs_.rmSync)(unfinished, { force: true });
    }
    /** One that can't be removed keeps its mark, so that nobody works in it as if it were finished. */
    async function remove(workspace, reason) {
        try {
            assertWayInside(layout.root, workspace);
            await (0,promises_.rm)(workspace, { recursive: true, force: true });
        }
        catch (error) {
            const because = reason instanceof Error ? `${reason.message}; then ` : '';
            throw new WorkspaceError(`${because}the unfinished workspace \`${workspace}\` could not be removed: ${error instanceof Error ? error.message : error}`, { cause: error });
        }
    }
    return {
        prepare(issueId, afterCreate) {
            const shared = preparing.get(issueId);
            if (shared !== undefined)
                return shared;
            const mine = prepare(issueId, afterCreate).finally(() => preparing.delete(issueId));
            preparing.set(issueId, mine);
            return mine;
        },
    };
}
/** Makes a folder (0700) with its parents. */
async function makeFolder(folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw new WorkspaceError(`can't make the folder \`${folder}\`: ${error instanceof Error ? error.message : error}`, {
            cause: error,
        });
    }
}
function exists(file) {
    try {
        return (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        // a path through a file: whatever is wrong there is said when it is used
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/stage/lock.js
/** One run at a time on one disk: `<root>/workflows/<key>/lock`. */





const lockSchema = schemas/* object */.Ikc({
    pid: schemas/* int */.Whr().positive(),
    /** The process's start as its kernel tells it, so that another process with the same pid is not taken for it. */
    process_start: schemas/* string */.YjP().nullable(),
    run_url: schemas/* string */.YjP().nullable(),
    /** One segment of a marker: what carries it is ended when the lock is taken over. */
    run_id: schemas/* string */.YjP().regex(/^[A-Za-z0-9-]{1,64}$/),
});
/** Nothing that we wrote is longer; whatever is was put there by somebody else. */
const MAX_LOCK_BYTES = 64 * 1024;
const MAX_EVENTS_BYTES = 256 * 1024 * 1024;
/** Another run on this disk is at work. */
class LockedError extends Error {
    name = 'LockedError';
}
/**
 * Takes the lock of this workflow on this disk, also over from a run whose process is gone.
 *
 * @throws LockedError that names the run that holds it, and a WorkspaceError when the folder can't be written
 */
async function takeLock({ layout, runId, runUrl }) {
    await makeFolder(layout.home);
    const mine = {
        pid: process.pid,
        process_start: await readProcessStart(process.pid),
        run_url: runUrl ?? null,
        run_id: runId,
    };
    let takenOver;
    while (!(await create(layout.lock, mine))) {
        const holder = await readLock(layout.lock);
        if (holder === 'gone')
            continue;
        if (holder !== 'unreadable' && (await isAlive(holder))) {
            throw new LockedError(`another run works in \`${layout.home}\` (process ${holder.pid}${holder.run_url === null ? '' : `, ${holder.run_url}`}); ` +
                'give the workflow a `concurrency` group, or wait until that run has ended');
        }
        takenOver =
            holder === 'unreadable'
                ? { runId: undefined, unfinished: [] }
                : { runId: holder.run_id, unfinished: await readUnfinished(layout.events, holder.run_id) };
        await removeStale(layout.lock, holder);
    }
    return {
        takenOver,
        async [Symbol.asyncDispose]() {
            const holder = await readLock(layout.lock);
            if (typeof holder !== 'object' || holder.run_id !== runId)
                return;
            // one that stays is stale in a moment, and the run has been reported
            await (0,promises_.rm)(layout.lock, { force: true }).catch(() => { });
        },
    };
}
/** Creates the lock with its content in one step, so that nobody reads half of it. */
async function create(file, content) {
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.writeFile)(draft, JSON.stringify(content), { mode: 0o600 });
        await (0,promises_.link)(draft, file);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        const why = error instanceof Error ? error.message : String(error);
        throw new WorkspaceError(`can't make the lock \`${file}\`: ${why}`, { cause: error });
    }
    finally {
        // what could not be made is not there to be removed
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
    }
}
/** Moves a stale lock away. When another run took it over in between, what was moved is its lock: it is put back. */
async function removeStale(file, holder) {
    const stale = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.rename)(file, stale);
    }
    catch {
        // somebody else moved it first: the next try to create ours finds what is there now
        return;
    }
    const moved = await readLock(stale);
    const isTheirs = typeof moved === 'object' && (holder === 'unreadable' || moved.run_id !== holder.run_id);
    if (isTheirs)
        await (0,promises_.link)(stale, file).catch(() => { }); // EEXIST: a third run holds it already
    // recursive: whatever stood there, it was no lock
    await (0,promises_.rm)(stale, { recursive: true, force: true });
}
async function readLock(file) {
    let text;
    try {
        text = (0,plain_file/* readPlainFile */.b)(file, MAX_LOCK_BYTES);
    }
    catch (error) {
        // also what is no file: an agent may have put a pipe there
        return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'gone' : 'unreadable';
    }
    try {
        return lockSchema.parse(JSON.parse(text));
    }
    catch {
        // whatever it is, no run of ours wrote it whole
        return 'unreadable';
    }
}
async function isAlive(holder) {
    try {
        process.kill(holder.pid, 0);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ESRCH')
            return false;
    }
    const start = await readProcessStart(holder.pid);
    return start === null || holder.process_start === null || start === holder.process_start;
}
/** Field 22 of /proc/<pid>/stat with the boot's id (a pid and its ticks can repeat after a reboot); null elsewhere. */
async function readProcessStart(pid) {
    try {
        const [stat, boot] = await Promise.all([
            (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8'),
            (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8'),
        ]);
        // the command's name (field 2) is in parentheses and may hold anything
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
    }
    catch {
        // no /proc on this system, or the process is gone
        return null;
    }
}
const eventSchema = schemas/* object */.Ikc({
    event: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
    issue: schemas/* string */.YjP().optional(),
    stage: schemas/* string */.YjP().nullable().optional(),
});
/** The attempts that a run began and never ended, from its event log. */
async function readUnfinished(eventsFile, runId) {
    const text = readOrNothing(eventsFile);
    const open = new Set();
    for (const line of text.split('\n')) {
        if (!line.includes(runId))
            continue;
        const event = parseEvent(line);
        if (event?.run !== runId || event.issue === undefined)
            continue;
        const name = `${event.issue} ${event.stage ?? ''}`.trim();
        if (event.event === 'attempt_started')
            open.add(name);
        if (event.event === 'attempt_ended')
            open.delete(name);
    }
    return [...open];
}
/** It only serves a sentence in the log: a log that can't be read, or is too long, is as good as none. */
function readOrNothing(eventsFile) {
    try {
        return (0,plain_file/* readPlainFile */.b)(eventsFile, MAX_EVENTS_BYTES);
    }
    catch {
        return '';
    }
}
function parseEvent(line) {
    try {
        return eventSchema.parse(JSON.parse(line));
    }
    catch {
        // a line that was cut off when its process was killed
        return undefined;
    }
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/rng.js
const rnds8 = new Uint8Array(16);
function rng() {
    return crypto.getRandomValues(rnds8);
}

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/stringify.js

const byteToHex = [];
for (let i = 0; i < 256; ++i) {
    byteToHex.push((i + 0x100).toString(16).slice(1));
}
function unsafeStringify(arr, offset = 0) {
    return (byteToHex[arr[offset + 0]] +
        byteToHex[arr[offset + 1]] +
        byteToHex[arr[offset + 2]] +
        byteToHex[arr[offset + 3]] +
        '-' +
        byteToHex[arr[offset + 4]] +
        byteToHex[arr[offset + 5]] +
        '-' +
        byteToHex[arr[offset + 6]] +
        byteToHex[arr[offset + 7]] +
        '-' +
        byteToHex[arr[offset + 8]] +
        byteToHex[arr[offset + 9]] +
        '-' +
        byteToHex[arr[offset + 10]] +
        byteToHex[arr[offset + 11]] +
        byteToHex[arr[offset + 12]] +
        byteToHex[arr[offset + 13]] +
        byteToHex[arr[offset + 14]] +
        byteToHex[arr[offset + 15]]).toLowerCase();
}
function stringify(arr, offset = 0) {
    const uuid = unsafeStringify(arr, offset);
    if (!validate(uuid)) {
        throw TypeError('Stringified UUID is invalid');
    }
    return uuid;
}
/* harmony default export */ const dist_node_stringify = ((/* unused pure expression or super */ null && (stringify)));

;// CONCATENATED MODULE: ./node_modules/uuid/dist-node/v7.js


const _state = {};
function v7(options, buf, offset) {
    let bytes;
    if (options) {
        bytes = v7Bytes(options.random ?? options.rng?.() ?? rng(), options.msecs, options.seq, buf, offset);
    }
    else {
        const now = Date.now();
        const rnds = rng();
        updateV7State(_state, now, rnds);
        bytes = v7Bytes(rnds, _state.msecs, _state.seq, buf, offset);
    }
    return buf ?? unsafeStringify(bytes);
}
function updateV7State(state, now, rnds) {
    state.msecs ??= -Infinity;
    state.seq ??= 0;
    if (now > state.msecs) {
        state.seq = v7Sequence(rnds);
        state.msecs = now;
    }
    else {
        state.seq = (state.seq + 1) | 0;
        if (state.seq === 0) {
            state.msecs++;
        }
    }
    return state;
}
function v7Bytes(rnds, msecs, seq, buf, offset = 0) {
    if (rnds.length < 16) {
        throw new Error('Random bytes length must be >= 16');
    }
    if (!buf) {
        buf = new Uint8Array(16);
        offset = 0;
    }
    else {
        if (offset < 0 || offset + 16 > buf.length) {
            throw new RangeError(`UUID byte range ${offset}:${offset + 15} is out of buffer bounds`);
        }
    }
    msecs ??= Date.now();
    seq ??= v7Sequence(rnds);
    buf[offset++] = (msecs / 0x10000000000) & 0xff;
    buf[offset++] = (msecs / 0x100000000) & 0xff;
    buf[offset++] = (msecs / 0x1000000) & 0xff;
    buf[offset++] = (msecs / 0x10000) & 0xff;
    buf[offset++] = (msecs / 0x100) & 0xff;
    buf[offset++] = msecs & 0xff;
    buf[offset++] = 0x70 | ((seq >>> 28) & 0x0f);
    buf[offset++] = (seq >>> 20) & 0xff;
    buf[offset++] = 0x80 | ((seq >>> 14) & 0x3f);
    buf[offset++] = (seq >>> 6) & 0xff;
    buf[offset++] = ((seq << 2) & 0xff) | (rnds[10] & 0x03);
    buf[offset++] = rnds[11];
    buf[offset++] = rnds[12];
    buf[offset++] = rnds[13];
    buf[offset++] = rnds[14];
    buf[offset++] = rnds[15];
    return buf;
}
function v7Sequence(rnds) {
    return ((rnds[6] & 0x7f) << 24) | (rnds[7] << 16) | (rnds[8] << 8) | rnds[9];
}
/* harmony default export */ const dist_node_v7 = (v7);

// EXTERNAL MODULE: ./lib/agent/budget.js
var budget = __webpack_require__(5064);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
;// CONCATENATED MODULE: ./lib/stage/git-state.js
/**
 * What git says of a workspace, for what a stage expects. An agent may have written its `.git/config`, which can name
 * programs (filters, for one): git runs here with the agent's own environment, so they reach no more than it did.
 */


/** Git could not answer. */
class GitError extends Error {
    name = 'GitError';
}
const TIMEOUT_MS = 60_000;
/** A hundred thousand refs. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Variables that would lead git to another repository than the workspace's. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_NAMESPACE'];
function createGit({ processes, root, workspace, env, nextMarker, keep }) {
    const own = Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.includes(name)));
    return {
        keep,
        async run(args, { stdinFile, allowed = [0] }, signal) {
            await assertInside(root, workspace);
            const exit = await processes.run({
                command: 'git',
                args: ['--no-pager', ...args],
                cwd: workspace,
                env: {
                    ...own,
                    LC_ALL: 'C',
                    GIT_TERMINAL_PROMPT: '0',
                    GIT_OPTIONAL_LOCKS: '0',
                    // a workspace below the checkout is not the checkout's
                    GIT_CEILING_DIRECTORIES: external_node_path_.dirname(workspace),
                },
                ...(stdinFile === undefined ? {} : { stdinFile }),
                marker: nextMarker(),
                timeoutMs: TIMEOUT_MS,
                captureStdoutBytes: MOST_BYTES,
                sweepAfter: true,
            }, signal);
            signal.throwIfAborted();
            const { exitCode: code, stdout, stdoutTruncated: truncated, stderrTail: stderr } = exit;
            if (exit.ended !== undefined || code === undefined || !allowed.includes(code)) {
                throw new GitError(`\`git ${args.join(' ')}\` ${describe(exit)}`);
            }
            return { code, text: stdout.toString('utf8'), truncated, stderr };
        },
    };
}
function describe({ ended, exitCode, signal, stderrTail }) {
    if (ended === 'timeout')
        return `did not end within ${TIMEOUT_MS / 1000} s`;
    const stderr = stderrTail.trim();
    const why = signal === undefined ? `exited with code ${exitCode}` : `was killed by ${signal}`;
    return stderr === '' ? why : `${why}: ${stderr}`;
}
/** Where the refs of the workspace's repository stand; undefined when it is none. */
async function readGitState(git, signal) {
    // 1: there is no ref yet
    const shown = await git.run(['show-ref', '--head'], { allowed: [0, 1, 128] }, signal);
    if (shown.code === 128) {
        if (/not a git repository/i.test(shown.stderr))
            return undefined;
        throw new GitError(`\`git show-ref\` exited with code 128: ${shown.stderr.trim()}`);
    }
    const lines = shown.text.split('\n').filter((line) => line !== '');
    const refs = new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ', 1)[0] ?? '']));
    const head = refs.get('HEAD');
    refs.delete('HEAD');
    const branch = await git.run(['symbolic-ref', '--quiet', '--short', 'HEAD'], { allowed: [0, 1] }, signal);
    return { head, branch: branch.code === 0 ? branch.text.trim() : undefined, refs };
}
/**
 * Compares with an earlier state. What was fetched is nobody's work here: a remote branch counts only when git's own
 * reflog says that it was pushed from this repository since.
 */
async function findNewWork(git, before, now, signal) {
    const moved = [...now.refs].filter(
    // `origin/HEAD` only points at another one of them
    ([ref, sha]) => /^refs\/remotes\/(?!.*\/HEAD$)/.test(ref) && before?.refs.get(ref) !== sha);
    const reflogs = moved.length === 0 ? new Map() : await readReflogs(git, signal);
    const lastPush = (ref) => {
        const entries = reflogs.get(ref) ?? [];
        const old = entries.findIndex(({ sha }) => sha === before?.refs.get(ref));
        return (old < 0 ? entries : entries.slice(0, old)).find(({ what }) => what === 'update by push')?.sha;
    };
    const fetched = moved.filter(([ref]) => lastPush(ref) === undefined).map(([, sha]) => sha);
    const old = [...(before?.refs.values() ?? []), ...(before?.head === undefined ? [] : [before.head])];
    const known = await git.keep([...new Set([...old, ...fetched])].map((sha) => `^${sha}\n`).join(''));
    const isNew = async (sha) => {
        const args = ['rev-list', '--ignore-missing', '--max-count=1', '--stdin', sha];
        return (await git.run(args, { stdinFile: known }, signal)).text.trim() !== '';
    };
    const isHeadNew = now.head !== undefined && (await isNew(now.head));
    const pushed = [];
    for (const [ref, sha] of moved) {
        const pushedSha = lastPush(ref);
        if (pushedSha === undefined || !(await isNew(pushedSha)))
            continue;
        pushed.push({ branch: ref.replace(/^refs\/remotes\/[^/]+\//, ''), sha });
    }
    const local = [];
    for (const [ref, sha] of now.refs) {
        if (!ref.startsWith('refs/heads/') || before?.refs.get(ref) === sha || !(await isNew(sha)))
            continue;
        local.push({ branch: ref.slice('refs/heads/'.length), sha });
    }
    return { head: isHeadNew ? now.head : undefined, pushed, local };
}
/** What moved each remote branch, the newest first. */
async function readReflogs(git, signal) {
    // 128: there is no commit yet
    const args = ['log', '--walk-reflogs', '--remotes', '--format=%H %gD %gs'];
    const { text } = await git.run(args, { allowed: [0, 128] }, signal);
    const reflogs = new Map();
    for (const line of text.split('\n')) {
        const entry = /^([0-9a-f]{40,64}) (refs\/remotes\/\S+)@\{[^}]*\} ?(.*)$/.exec(line);
        if (entry === null)
            continue;
        const [, sha = '', ref = '', what = ''] = entry;
        reflogs.set(ref, [...(reflogs.get(ref) ?? []), { sha, what }]);
    }
    return reflogs;
}
/** Changes that are not committed, as `git status --porcelain` names them. */
async function readChanges(git, signal) {
    const { text } = await git.run(['status', '--porcelain'], {}, signal);
    return text.split('\n').filter((line) => line !== '');
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/stage/match-output.js

/** Nobody's pattern takes this long; one that does would take for ever. Nothing else moves meanwhile. */
const LIMIT_MS = 500;
/** Whether a text matches a regular expression, found out in bounded time: a pattern like `(a+)+$` can take for ever. */
function matchOutput(pattern, text) {
    try {
        const matches = (0,external_node_vm_.runInNewContext)("new RegExp(pattern, 'u').test(text)", { pattern, text }, { timeout: LIMIT_MS });
        return { kind: matches === true ? 'met' : 'unmet' };
    }
    catch (error) {
        // errors of the other context are no instances of our Error
        const { code, message } = readError(error);
        if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
            return {
                kind: 'failed',
                reason: `the regular expression \`${pattern}\` takes longer than ${LIMIT_MS / 1000} s on the last message: write it without repetitions inside repetitions`,
            };
        }
        return { kind: 'failed', reason: `the regular expression \`${pattern}\` could not be used: ${message}` };
    }
}
function readError(error) {
    if (typeof error !== 'object' || error === null)
        return { code: undefined, message: String(error) };
    return {
        code: 'code' in error ? error.code : undefined,
        message: 'message' in error ? String(error.message) : String(error),
    };
}

;// CONCATENATED MODULE: ./lib/stage/verdict.js

/** The workspace, a hook, the prompt or the program: nothing that another try would mend. */
function setupFailure(reason) {
    return { state: 'failed', class: 'setup', reason };
}
/** The verdict of what the run itself ended. */
function cancelledBy(signal) {
    const reason = (0,stop/* stopKind */.J)(signal) === 'time-budget' ? 'time budget' : 'cancelled by the runner';
    return { state: 'cancelled', class: 'cancelled', reason };
}
/** Whether another try can mend it. */
function isRetryable(verdict) {
    return verdict.state === 'failed' && ['agent', 'timeout', 'stalled'].includes(verdict.class);
}
/** Whether the failure is the issue's own, so that `on_failure` moves it; otherwise only `on_start` is undone. */
function movesOnFailure(verdict) {
    return verdict.state === 'failed' && ['agent', 'timeout', 'stalled', 'budget'].includes(verdict.class);
}
/** A thrown value's message with those of its causes. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const { cause } = error;
    if (!(cause instanceof Error) || error.message.includes(cause.message))
        return error.message;
    return `${error.message}: ${describeError(cause)}`;
}

;// CONCATENATED MODULE: ./lib/stage/expectations.js



/** Reads the starting point. Never rejects. */
async function startExpectations(run, signal) {
    const kinds = run.stage.expect.map(({ kind }) => kind);
    const onTracker = kinds.filter(isOnTracker);
    try {
        const git = kinds.some((kind) => NEEDS_GIT.includes(kind))
            ? await trying('setup', 'git', () => readGitState(run.git, signal))
            : undefined;
        const watch = onTracker.length === 0
            ? undefined
            : await trying(classOf(run.tracker), quote(onTracker), () => run.tracker.watch({ issue: run.issue, what: onTracker, branch: git?.branch }, signal));
        return { kind: 'started', check: (session, until) => check(run, { git, watch }, session, until) };
    }
    catch (error) {
        if (signal.aborted)
            return { kind: 'failed', verdict: cancelledBy(signal) };
        if (!(error instanceof Uncheckable))
            throw error;
        const reason = `what the stage expects can not be checked, so nothing was started: ${error.message}`;
        return { kind: 'failed', verdict: { state: 'failed', class: error.failureClass, reason } };
    }
}
async function check(run, start, session, signal) {
    const { stage, issue } = run;
    if (stage.expect.length === 0)
        return { state: 'completed' };
    let work;
    const readWork = () => {
        work ??= findWork(run.git, start.git, signal);
        return work;
    };
    const results = [];
    try {
        for (const expectation of stage.expect) {
            const happened = await checkOne(run, start, expectation, session, readWork, signal);
            results.push({ expectation, happened });
        }
    }
    catch (error) {
        if (signal.aborted) {
            const reason = 'the run was cancelled before it was checked what the stage expects';
            return { state: 'cancelled', class: 'cancelled', reason };
        }
        if (!(error instanceof Uncheckable))
            throw error;
        const reason = `completed, but it can not be checked whether what the stage expects happened: ${error.message}`;
        return { state: 'failed', class: error.failureClass, reason };
    }
    const named = (kind) => results.filter(({ happened }) => happened.kind === kind).map(({ expectation }) => expectation.kind);
    run.writeEvent('expectations', {
        issue: issue.id,
        stage: stage.name,
        met: named('met'),
        unmet: named('unmet'),
    });
    return judge(results, session.permissionDenials);
}
async function checkOne({ tracker, git }, { git: before, watch }, expectation, { lastMessage }, readWork, signal) {
    const { kind } = expectation;
    const name = `\`${kind}\``;
    const ask = (what, { branches, tips, local }) => trying(classOf(tracker), name, async () => {
        if (watch === undefined)
            throw new Error('there is no starting point');
        return watch.check(what, { branches, tips, local }, signal);
    });
    switch (kind) {
        case 'state_changed':
        case 'comment':
        case 'pull_request': {
            const work = kind === 'pull_request' ? await trying('setup', name, readWork) : NO_WORK;
            return ask(kind, work);
        }
        case 'commits': {
            const work = await trying('setup', name, readWork);
            if (work.tips.length > 0)
                return { kind: 'met' };
            if (work.local.length > 0)
                return ask(kind, work);
            return unmet(work.isRepository
                ? 'no commit was added'
                : 'no commit was added (the workspace is no git repository)');
        }
        case 'clean_worktree': {
            const { isRepository } = await trying('setup', name, readWork);
            if (!isRepository && before === undefined) {
                throw new Uncheckable('setup', name, 'the workspace is no git repository');
            }
            if (!isRepository)
                return unmet('the git repository of the workspace is gone');
            const changes = await trying('setup', name, () => readChanges(git, signal));
            return changes.length === 0 ? { kind: 'met' } : unmet(describeChanges(changes));
        }
        case 'output': {
            if (lastMessage === undefined)
                return unmet('there was no last message');
            const match = matchOutput(expectation.pattern, lastMessage);
            if (match.kind === 'failed')
                throw new Uncheckable('setup', name, match.reason);
            return match.kind === 'met'
                ? { kind: 'met' }
                : unmet(`the last message does not match \`${expectation.pattern}\``);
        }
        default:
            return expectation;
    }
}
/** Completed when everything is met. Otherwise it says what did not happen, and that the agent was refused tools. */
function judge(results, denials) {
    const details = results.flatMap(({ happened }) => (happened.kind === 'unmet' ? [happened.detail] : []));
    if (details.length === 0)
        return { state: 'completed' };
    const isNothing = details.length === results.length && results.some(({ expectation }) => isDeed(expectation.kind));
    const refused = denials > 0 && details.length === results.length
        ? `; the agent was denied permission ${denials === 1 ? 'once' : `${denials} times`}: look at the \`args\` of its profile`
        : '';
    const what = isNothing ? 'nothing happened' : 'not what the stage expects';
    return {
        state: 'failed',
        class: 'agent',
        reason: `completed, but ${what}: ${details.join(', ')}${refused}`,
    };
}
const NEEDS_GIT = ['commits', 'pull_request', 'clean_worktree'];
function isOnTracker(kind) {
    return kind === 'state_changed' || kind === 'comment' || kind === 'commits' || kind === 'pull_request';
}
/** Something that an agent does, other than to say or to leave something. */
function isDeed(kind) {
    return isOnTracker(kind);
}
const NO_WORK = { isRepository: false, branches: [], tips: [], local: [] };
async function findWork(git, before, signal) {
    const now = await readGitState(git, signal);
    if (now === undefined)
        return NO_WORK;
    const { head, pushed, local } = await findNewWork(git, before, now, signal);
    const moved = [...pushed, ...local].map(({ branch }) => branch);
    const branches = now.branch === undefined ? moved : [now.branch, ...moved];
    const tips = [...(head === undefined ? [] : [head]), ...pushed.map(({ sha }) => sha)];
    return { isRepository: true, branches: [...new Set(branches)], tips: [...new Set(tips)], local };
}
/** That something can't be checked is nobody's success. */
class Uncheckable extends Error {
    name = 'Uncheckable';
    failureClass;
    constructor(failureClass, what, why, options) {
        super(`${what}: ${why}`, options);
        this.failureClass = failureClass;
    }
}
async function trying(failureClass, what, run) {
    try {
        return await run();
    }
    catch (error) {
        throw new Uncheckable(failureClass, what, describeError(error), { cause: error });
    }
}
/** A pull command that fails is the repository's own. */
function classOf({ kind }) {
    return kind === 'github' ? 'github' : 'setup';
}
function unmet(detail) {
    return { kind: 'unmet', detail };
}
const SHOWN_CHANGES = 3;
function describeChanges(changes) {
    const shown = changes.slice(0, SHOWN_CHANGES).map((change) => `\`${change.trim()}\``);
    const more = changes.length > SHOWN_CHANGES ? ', ...' : '';
    const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
    return `the worktree is not clean (${count}: ${shown.join(', ')}${more})`;
}
function quote(names) {
    return names.map((name) => `\`${name}\``).join(', ');
}

;// CONCATENATED MODULE: ./lib/stage/facts.js
/** The facts that become the `VIK_*` variables of a child. */
function buildIssueFacts(facts, files) {
    return {
        issueId: facts.issue.id,
        title: facts.issue.title,
        state: facts.issue.state,
        stage: facts.stage,
        workdir: facts.workspace,
        descriptionFile: files.description,
        issueFile: files.issue,
    };
}
/** `issue` as templates and `VIK_ISSUE_FILE` see it: the tracker's fields, the known ones over them. */
function buildIssueFields(facts) {
    const { issue, stage, workspace } = facts;
    const { stage: _stage, ...extra } = issue.extra;
    const fields = {
        ...extra,
        id: issue.id,
        title: issue.title,
        description: issue.description,
        state: issue.state,
        workdir: workspace,
    };
    return stage === undefined ? fields : { ...fields, stage };
}

;// CONCATENATED MODULE: ./lib/stage/shell.js

/**
 * @throws WorkspaceError when the workspace is no longer what it was
 * @throws ProgramNotFoundError when there is no `sh`
 */
async function runShell(scope, { program, env }, limits, signal) {
    await assertInside(scope.root, scope.workspace);
    return scope.processes.run({
        command: 'sh',
        args: ['-c', program],
        cwd: scope.workspace,
        env: { ...scope.env, ...env },
        marker: limits.marker,
        timeoutMs: limits.timeoutMs,
        captureStdoutBytes: limits.captureBytes,
        stderrTailBytes: 2048,
        sweepAfter: limits.sweepAfter,
    }, signal);
}
/** Why a shell program failed, in words; undefined when it did not. */
function shell_describeFailure(exit, timeoutMs) {
    if (exit.ended === 'timeout')
        return `timed out after ${Math.round(timeoutMs / 100) / 10} s`;
    if (exit.ended === 'aborted')
        return 'was ended with the run';
    if (exit.signal !== undefined)
        return `was killed by ${exit.signal}`;
    return exit.exitCode === 0 ? undefined : `exited with code ${exit.exitCode}`;
}

// EXTERNAL MODULE: ./lib/stage/template.js + 18 modules
var template = __webpack_require__(9283);
;// CONCATENATED MODULE: ./lib/stage/hooks.js



/** Renders and runs one hook. Never rejects: everything that can go wrong is a reason. */
async function runHook(run, signal) {
    const startedAt = performance.now();
    const outcome = await hooks_attempt(run, signal);
    run.writeEvent('hook', {
        hook: run.name,
        outcome: outcome.kind,
        reason: outcome.kind === 'failed' ? outcome.reason : null,
        duration_ms: Math.round(performance.now() - startedAt),
    });
    return outcome;
}
async function hooks_attempt(run, signal) {
    const { name, hook, context, secretNames, scope, marker } = run;
    try {
        const program = await (0,template/* renderShell */.Dn)(hook.body, context, { name: hook.pointer, secretNames });
        const limits = { timeoutMs: hook.timeoutMs, marker, captureBytes: 0, sweepAfter: false };
        const exit = await runShell(scope, program, limits, signal);
        const failure = shell_describeFailure(exit, hook.timeoutMs);
        if (failure === undefined)
            return { kind: 'ok' };
        return { kind: 'failed', reason: `\`${name}\` ${failure}`, stderrTail: exit.stderrTail };
    }
    catch (error) {
        return { kind: 'failed', reason: `\`${name}\` failed: ${describeError(error)}`, stderrTail: '' };
    }
}

;// CONCATENATED MODULE: ./lib/stage/private-files.js


/**
 * Writes the issue's files as `<folder>/<name>.*` with mode 0600; disposing removes them. `name` is one that nothing in
 * the folder has. Synchronous inside: through the thread pool such small files cost five times as much, and a thousand
 * stage runs wait for them.
 */
async function createPrivateFiles(folder, name, fields) {
    const written = [];
    async function write(ending, text) {
        const file = external_node_path_.join(folder, `${name}.${ending}`);
        written.push(file);
        (0,external_node_fs_.writeFileSync)(file, text, { mode: 0o600, flag: 'wx' });
        return file;
    }
    async function remove() {
        for (const file of written) {
            try {
                (0,external_node_fs_.rmSync)(file, { force: true });
            }
            catch {
                // one that can't be removed (its folder was replaced) must not cost the outcome of the attempt
            }
        }
    }
    try {
        return {
            issue: await write('issue.json', JSON.stringify(fields, null, 2)),
            description: await write('description.md', typeof fields.description === 'string' ? fields.description : ''),
            write,
            writePrompt: (text) => write('private-prompt.md', text),
            [Symbol.asyncDispose]: remove,
        };
    }
    catch (error) {
        await remove();
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/stage/prompt.js


/** Limits of one prompt command. */
const COMMAND_TIMEOUT_MS = 60_000;
const COMMAND_OUTPUT_BYTES = 1024 * 1024;
/**
 * The text for the agent: the template rendered, its commands run in the workspace, their output in their place.
 *
 * @throws an Error that names the command, its exit and the tail of its standard error
 */
async function renderPrompt(run, signal) {
    const { prompt, context, secretNames, scope } = run;
    async function runCommand(program, command) {
        const limits = {
            timeoutMs: COMMAND_TIMEOUT_MS,
            marker: run.nextMarker(),
            captureBytes: COMMAND_OUTPUT_BYTES,
            sweepAfter: true,
        };
        const exit = await runShell(scope, program, limits, signal);
        const failure = shell_describeFailure(exit, COMMAND_TIMEOUT_MS);
        if (failure !== undefined) {
            const tail = exit.stderrTail.trim();
            throw new Error(`prompt command \`${command}\` ${failure}${tail === '' ? '' : `: ${tail}`}`);
        }
        if (exit.stdoutTruncated) {
            throw new Error(`prompt command \`${command}\` printed more than 1 MiB; print less of it, or write it to a file`);
        }
        return exit.stdout.toString('utf8').replace(/\r?\n$/, '');
    }
    return (0,template/* renderPrompt */.nQ)(prompt.source, context, {
        name: prompt.file ?? prompt.pointer,
        secretNames,
        runCommand,
    });
}

;// CONCATENATED MODULE: ./lib/stage/run-attempt.js
var run_attempt_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_attempt_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/**
 * One attempt of a stage run, top to bottom: prepare -> before_run -> on_start -> prompt -> session -> after_run ->
 * expectations.
 */










/** Runs one attempt. Rejects only for bugs. */
async function runAttempt(deps, run, signal) {
    const { issue, stage } = run;
    const { layout } = deps;
    const sessionName = `${fileNameOf(stage.name)}-${dist_node_v7()}`;
    const workspace = layout.workspaceOf(issue.id);
    const facts = { issue, stage: stage.name, workspace };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // first of all, in the turn in which the stages of an issue start, so that they share it
            const prepared = await prepareWorkspace(deps, run, facts, signal);
            if (signal.aborted)
                return ended(cancelledBy(signal));
            if (prepared.kind === 'failed')
                return ended(setupFailure(prepared.reason), prepared.stderrTail);
            const files = run_attempt_addDisposableResource(env_1, await createPrivateFiles(layout.sessionsOf(issue.id), sessionName, buildIssueFields(facts)), true);
            return await runInFiles(deps, run, { facts, files, sessionName }, signal);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_attempt_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        return ended(signal.aborted ? cancelledBy(signal) : setupFailure(describeError(error)));
    }
}
async function runInFiles(deps, run, { facts, files, sessionName }, signal) {
    const { stage, stageRunId, transitions, log } = run;
    const { layout } = deps;
    const fail = (outcome) => ended(signal.aborted ? cancelledBy(signal) : setupFailure(outcome.reason), outcome.stderrTail);
    const context = buildContext(deps, facts);
    const scope = scopeOf(deps, facts, files);
    const hook = (name, body, until) => runHook({
        name,
        hook: body,
        context,
        scope,
        secretNames: deps.environments.secretNames,
        marker: `${stageRunId}/hook/${run.nextProcess()}`,
        writeEvent: (event, fields) => deps.writeEvent(event, { issue: facts.issue.id, stage: stage.name, ...fields }),
    }, until);
    if (stage.beforeRun !== undefined) {
        const before = await hook('before_run', stage.beforeRun, signal);
        if (before.kind === 'failed')
            return fail(before);
    }
    if (signal.aborted)
        return ended(cancelledBy(signal));
    const start = await transitions.start(signal);
    if (start.kind === 'left-alone') {
        const reason = `somebody moved the issue before the session started: ${start.detail}`;
        return ended({ state: 'cancelled', class: 'cancelled', reason });
    }
    if (start.kind === 'failed') {
        if (signal.aborted)
            return ended(cancelledBy(signal));
        const reason = `transition to \`${stage.onStart?.state ?? 'on_start'}\` failed: ${start.detail}`;
        return ended({ state: 'failed', class: 'github', reason });
    }
    const nextMarker = () => `${stageRunId}/prompt/${run.nextProcess()}`;
    const { secretNames } = deps.environments;
    const prompt = await renderPrompt({ prompt: stage.prompt, context, secretNames, scope, nextMarker }, signal);
    if (signal.aborted)
        return ended(cancelledBy(signal));
    const promptFile = await files.writePrompt(prompt);
    const expectations = await startExpectations(expectationsOf(deps, run, facts, files), signal);
    if (signal.aborted)
        return ended(cancelledBy(signal));
    if (expectations.kind === 'failed')
        return ended(expectations.verdict);
    const transcript = external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.jsonl`);
    await assertInside(layout.root, facts.workspace);
    const session = await deps.runSession({
        profile: stage.agent,
        cwd: facts.workspace,
        checkPlace: () => assertInside(layout.root, facts.workspace),
        env: deps.environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
        promptFile,
        onCost: run.onCost,
        marker: `${stageRunId}/agent/${run.nextProcess()}`,
        transcriptFile: transcript,
        stderrFile: external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.stderr.log`),
    }, log, signal);
    const warnings = [...session.warnings];
    for (const warning of warnings)
        log.warning(warning, { kind: 'session' });
    // work is pushed here, so it also runs after a failure and when the time budget ended the session
    if (stage.afterRun !== undefined && !deps.shutdown.aborted) {
        const after = await hook('after_run', stage.afterRun, deps.shutdown);
        if (after.kind === 'failed') {
            warnings.push(after.reason);
            log.warning(`${after.reason}${after.stderrTail === '' ? '' : `: ${after.stderrTail}`}`, {
                kind: 'after_run',
            });
        }
    }
    const verdict = session.verdict.state === 'completed'
        ? await expectations.check(session.snapshot, deps.shutdown)
        : session.verdict;
    return { verdict, session, transcript, stderrTail: session.stderrTail, warnings };
}
/** Git gets the agent's environment: see git-state.ts. */
function expectationsOf(deps, { issue, stage, stageRunId, nextProcess }, facts, files) {
    const { processes, layout, environments, tracker, writeEvent } = deps;
    const git = createGit({
        processes,
        root: layout.root,
        workspace: facts.workspace,
        env: environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
        nextMarker: () => `${stageRunId}/hook/${nextProcess()}`,
        keep: (text) => files.write('known-commits', text),
    });
    return { issue, stage, tracker, git, writeEvent };
}
/** The issue's workspace, its `after_create` run when it is new. */
async function prepareWorkspace(deps, run, facts, signal) {
    const { afterCreate } = deps.workflow;
    const issueFacts = { ...facts, stage: undefined };
    try {
        if (afterCreate === undefined) {
            await deps.workspaces.prepare(facts.issue.id, undefined);
            return { kind: 'ok' };
        }
        await deps.workspaces.prepare(facts.issue.id, async () => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                run.log.debug(`new workspace ${facts.workspace}`);
                const files = run_attempt_addDisposableResource(env_2, await createPrivateFiles(deps.layout.sessionsOf(facts.issue.id), `after_create-${dist_node_v7()}`, buildIssueFields(issueFacts)), true);
                const outcome = await runHook({
                    name: 'after_create',
                    hook: afterCreate,
                    context: buildContext(deps, issueFacts),
                    scope: scopeOf(deps, issueFacts, files),
                    secretNames: deps.environments.secretNames,
                    // not under the stage run's id: what it left running serves all stages of the issue
                    marker: `workspace-${facts.issue.id}/hook/1`,
                    writeEvent: (event, fields) => deps.writeEvent(event, { issue: facts.issue.id, stage: null, ...fields }),
                }, signal);
                if (outcome.kind === 'failed')
                    throw new AfterCreateError(outcome.reason, outcome.stderrTail);
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = run_attempt_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        });
        return { kind: 'ok' };
    }
    catch (error) {
        if (error instanceof AfterCreateError) {
            return { kind: 'failed', reason: error.message, stderrTail: error.stderrTail };
        }
        return { kind: 'failed', reason: describeError(error), stderrTail: '' };
    }
}
/** Carries the tail to every stage that awaited the same preparation. */
class AfterCreateError extends Error {
    name = 'AfterCreateError';
    stderrTail;
    constructor(message, stderrTail) {
        super(message);
        this.stderrTail = stderrTail;
    }
}
function buildContext(deps, facts) {
    return {
        issue: buildIssueFields(facts),
        workspace_root: deps.layout.root,
        workflow_path: deps.workflow.path,
        workflow_dir: deps.workflow.dir,
        env: deps.environments.templateEnv,
    };
}
function scopeOf(deps, facts, files) {
    return {
        processes: deps.processes,
        root: deps.layout.root,
        workspace: facts.workspace,
        env: deps.environments.forHook(buildIssueFacts(facts, files)),
    };
}
function ended(verdict, stderrTail = '') {
    return { verdict, session: undefined, transcript: undefined, stderrTail, warnings: [] };
}

;// CONCATENATED MODULE: ./lib/stage/transitions.js

function createTransitions(deps, { issue, stage, setsState, tokenRefused }) {
    const log = deps.log.child(`${issue.ref} ${stage.name}`);
    const from = stage.onStart?.state === undefined ? [issue.state] : [issue.state, stage.onStart.state];
    let ownState;
    let mayHaveStarted = false;
    async function write({ name, to }, signal, urgent = false) {
        // before the request: a pull may show the new label before GitHub has answered
        setsState(to.state ?? ownState);
        const outcome = await deps.tracker.transition({ issue, from, to }, { urgent }, signal);
        if (outcome.kind === 'left-alone')
            setsState(ownState);
        else
            ownState = to.state ?? ownState;
        deps.writeEvent('transition', {
            issue: issue.id,
            stage: stage.name,
            transition: name,
            state: to.state ?? null,
            outcome: outcome.kind,
            detail: outcome.kind === 'written' ? null : outcome.detail,
        });
        if (outcome.kind === 'written')
            log.info(`${name}: ${transitions_describe(to)}`);
        if (outcome.kind === 'left-alone')
            log.info(`${name} not written: ${outcome.detail}`);
        if (outcome.kind === 'failed' && outcome.credentials)
            tokenRefused(outcome.detail);
        return outcome;
    }
    /** The report comes first: the runner leaves us seconds. */
    function writeLater(writing) {
        deps.writeLater(async (signal) => {
            const outcome = await write(writing, signal, true);
            return outcome.kind === 'failed'
                ? `${issue.ref} ${stage.name}: ${writing.failed}: ${outcome.detail}`
                : undefined;
        });
    }
    function decideLast(verdict) {
        if (verdict.state === 'completed')
            return writing('on_success', stage.onSuccess);
        if (movesOnFailure(verdict))
            return writing('on_failure', stage.onFailure);
        if (!mayHaveStarted || stage.onStart === undefined)
            return undefined;
        const to = undoOf(stage.onStart, issue);
        return { name: 'undo of on_start', to, failed: '`on_start` could not be undone' };
    }
    return {
        async start(signal) {
            const onStart = writing('on_start', stage.onStart);
            if (mayHaveStarted || onStart === undefined)
                return { kind: 'written' };
            const outcome = await write(onStart, signal);
            // one that failed, or was cut off, may have written some of its labels
            mayHaveStarted = outcome.kind === 'written' || (outcome.kind === 'failed' && !outcome.credentials);
            return outcome;
        },
        async finish(verdict) {
            const last = decideLast(verdict);
            if (last === undefined)
                return { verdict };
            const outcome = deps.shutdown.aborted ? undefined : await write(last, deps.shutdown);
            if (outcome !== undefined && outcome.kind !== 'failed')
                return { verdict };
            if (outcome === undefined || deps.shutdown.aborted) {
                writeLater(last);
                return { verdict };
            }
            const reason = `${last.failed}: ${outcome.detail}`;
            log.error(reason, { title: `${issue.ref} ${stage.name}: ${last.name} failed` });
            if (verdict.state === 'completed' && !outcome.credentials) {
                return { verdict: { state: 'failed', class: 'github', reason } };
            }
            return { verdict, warning: reason };
        },
    };
}
function writing(name, to) {
    if (to === undefined)
        return undefined;
    return { name, to, failed: `transition${to.state === undefined ? '' : ` to \`${to.state}\``} failed` };
}
/** Back to the issue as it was: a label that `on_start` did not change is left alone. */
function undoOf({ state, addLabels, removeLabels }, issue) {
    const { labels } = issue.extra;
    const before = new Set(Array.isArray(labels) ? labels.map((label) => String(label).toLowerCase()) : removeLabels.map(lower));
    return {
        state: state === undefined ? undefined : issue.state,
        addLabels: removeLabels.filter((label) => before.has(lower(label))),
        removeLabels: addLabels.filter((label) => !before.has(lower(label))),
    };
}
/** GitHub ignores case in labels. */
function lower(label) {
    return label.toLowerCase();
}
function transitions_describe({ state, addLabels, removeLabels }) {
    const parts = [
        ...(state === undefined ? [] : [`now \`${state}\``]),
        ...addLabels.map((label) => `added \`${label}\``),
        ...removeLabels.map((label) => `removed \`${label}\``),
    ];
    return parts.join(', ');
}

;// CONCATENATED MODULE: ./lib/stage/run-stage.js
/**
 * One stage run: its attempts, then its transition. Ends only when no process of it is left, so that releasing its
 * reservation is safe.
 */






const MAX_BACKOFF_MS = 300_000;
function createRunStage(deps) {
    return (run, signal) => runStage(deps, run, signal);
}
async function runStage(deps, run, signal) {
    const { stage } = run;
    const { maxAttempts, backoffMs } = stage.retry;
    const log = deps.log.child(`${run.issue.ref} ${stage.name}`);
    const stageRunId = dist_node_v7();
    const transitions = createTransitions(deps, run);
    const outcomes = [];
    let processes = 0;
    const nextProcess = () => ++processes;
    for (let issue = run.issue; issue !== undefined;) {
        const attempt = outcomes.length + 1;
        const startedAt = new Date();
        deps.writeEvent('attempt_started', {
            issue: issue.id,
            stage: stage.name,
            attempt,
            stage_run: stageRunId,
        });
        log.info((0,format/* formatStart */.u3)(stage.agent, attempt, (0,budget/* describeBudget */.No)(stage.agent)));
        const result = await runAttempt(deps, { issue, stage, stageRunId, transitions, nextProcess, onCost: run.openAccount(), log }, signal).catch((error) => ({
            verdict: setupFailure(`internal error, please report it: ${describeError(error)}`),
            session: undefined,
            transcript: undefined,
            stderrTail: '',
            warnings: [],
        }));
        const outcome = toOutcome(run, issue, attempt, startedAt, result);
        outcomes.push(outcome);
        log.info((0,format/* formatEnd */.D)(outcome));
        deps.writeEvent('attempt_ended', {
            issue: issue.id,
            stage: stage.name,
            attempt,
            stage_run: stageRunId,
            verdict: outcome.verdict,
        });
        if (!isRetryable(outcome.verdict) || attempt >= maxAttempts || signal.aborted)
            break;
        const delayMs = Math.min(backoffMs * 2 ** (attempt - 1), MAX_BACKOFF_MS);
        log.info(`next attempt (${attempt + 1} of ${maxAttempts}) in ${delayMs / 1000} s`);
        issue = await run.pause(delayMs);
    }
    await deps.processes.sweep(`${stageRunId}/`);
    const last = outcomes.at(-1);
    if (last === undefined)
        return outcomes;
    const { verdict, warning } = await transitions.finish(last.verdict);
    const warnings = warning === undefined ? last.warnings : [...last.warnings, warning];
    return [...outcomes.slice(0, -1), { ...last, verdict, warnings, final: true }];
}
function toOutcome({ stage }, issue, attempt, startedAt, { verdict, session, transcript, stderrTail, warnings }) {
    return {
        issue,
        stage: stage.name,
        agent: stage.agent.name,
        runtime: stage.agent.runtime,
        agentVersion: session?.agentVersion,
        attempt,
        final: false,
        verdict,
        startedAt,
        endedAt: new Date(),
        exitCode: session?.exitCode,
        signal: session?.signal,
        session: session?.snapshot,
        transcript,
        stderrTail,
        warnings,
    };
}

;// CONCATENATED MODULE: ./lib/tracker/create-tracker.js
/** The tracker that the workflow file names; only its code is loaded. */
async function createTracker(deps) {
    const { environment, inputs, workflow, processes, environments, log } = deps;
    const { intake, dir, stages } = workflow;
    if (intake.kind === 'command') {
        const { createCommandTracker } = await __webpack_require__.e(/* import() */ 465).then(__webpack_require__.bind(__webpack_require__, 7465));
        return createCommandTracker({ processes, intake, dir, env: environments.forPull() });
    }
    const [{ createGithubClient }, { createGithubTracker }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(56), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 8044)),
        __webpack_require__.e(/* import() */ 939).then(__webpack_require__.bind(__webpack_require__, 9939)),
    ]);
    const { apiUrl, graphqlUrl, eventIssue, hasProxy } = environment;
    const proxied = hasProxy ? { fetch: (await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(119), __webpack_require__.e(810)]).then(__webpack_require__.bind(__webpack_require__, 8810))).proxyFetch } : {};
    const [owner = '', repo = ''] = inputs.repository.split('/');
    const isListed = eventIssue?.repository.toLowerCase() === inputs.repository.toLowerCase();
    return createGithubTracker({
        client: createGithubClient({ token: inputs.token, apiUrl, graphqlUrl, log, ...proxied }),
        repository: { owner, repo },
        intake,
        stages,
        eventIssue: isListed ? eventIssue?.number : undefined,
        log,
    });
}

;// CONCATENATED MODULE: ./lib/run-workflow.js
var run_workflow_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_workflow_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** A loaded workflow's run in a job: lock, clients, stops -> dry run or run -> report. */
















/** A runner kills us 10 seconds after its SIGINT; until then labels can be put back. */
const LATEST_WRITE_MS = 6_000;
/** Runs the workflow and reports; answers how it ended. */
async function runWorkflow(job, workflow) {
    const { environment, inputs, log, redact, runId } = job;
    const layout = createLayout(workflow);
    if (inputs.dryRun)
        return runLocked(job, workflow, layout, undefined);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lock = run_workflow_addDisposableResource(env_1, await takeLock({ layout, runId, runUrl: environment.runUrl }), true);
            return await runLocked(job, workflow, layout, lock.takenOver);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_workflow_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const failure = describeFailedStart(error);
        if (failure === undefined)
            throw error;
        const { commandFiles } = environment;
        return (0,report/* reportFailure */.xV)(failure, { commandFiles, log, redact });
    }
}
function describeFailedStart(error) {
    if (error instanceof LockedError) {
        const headline = 'another run is at work; nothing was started';
        return { reason: 'locked', headline, problems: [{ message: error.message }] };
    }
    if (error instanceof WorkspaceError) {
        const message = `\`workspace.root\` can't be used: ${error.message}`;
        const headline = 'the workspace root can not be used; nothing was started';
        return { reason: 'bad-workflow', headline, problems: [{ message }] };
    }
    return undefined;
}
async function runLocked(job, workflow, layout, takenOver) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, inputs, log, redact, runId, interrupts } = job;
        const temp = run_workflow_addDisposableResource(env_2, await makeTempFolder(environment.runnerTemp ?? (0,external_node_os_.tmpdir)()), true);
        if (takenOver !== undefined)
            await endKilledRun(takenOver, log);
        const processes = (0,lib_process/* createProcesses */.EC)({ runId, tempDir: temp.path, log });
        const leftovers = run_workflow_addDisposableResource(env_2, sweepOnce(processes), true);
        const stops = run_workflow_addDisposableResource(env_2, (0,signals/* createStops */.C)(inputs.timeBudgetMs, interrupts, (signal) => {
            log.warning(`the runner sent ${signal}: ending what runs`);
            processes.hurry();
        }), false);
        const events = run_workflow_addDisposableResource(env_2, createEventsLog(layout.events, redact, (error) => {
            log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
        }), false);
        const late = createLateTransitions();
        const environments = (0,environment_environments/* createEnvironments */.j)({
            variables: environment.variables,
            token: inputs.token,
            repository: inputs.repository,
            serverUrl: environment.serverUrl,
            workspaceRoot: layout.root,
            workflowPath: workflow.path,
            hasGitIdentity: (folder) => (0,git_identity/* hasGitIdentity */.J)(environment.variables, folder),
        });
        const writeEvent = (event, fields) => events.write(event, { run: runId, ...fields });
        const tracker = await createTracker({ environment, inputs, workflow, processes, environments, log });
        const deps = { tracker, log, writeEvent, timeLeftMs: stops.timeLeftMs };
        log.info(describeStart(job, workflow));
        writeEvent('run_started', { url: environment.runUrl ?? null, dry_run: inputs.dryRun });
        const outcome = inputs.dryRun
            ? await dryRun(deps, workflow, stops.sessions)
            : await run({
                ...deps,
                runStage: createRunStage({
                    workflow,
                    layout,
                    workspaces: createWorkspaces(layout),
                    processes,
                    environments,
                    tracker,
                    log,
                    runSession: createSessionRunner(processes, redact, {
                        toolCache: environment.variables.RUNNER_TOOL_CACHE || external_node_path_.join(layout.root, 'tools'),
                        env: environments.templateEnv,
                    }),
                    writeEvent,
                    shutdown: stops.everything,
                    writeLater: late.add,
                }),
                shutdown: stops.everything,
            }, workflow, stops.sessions);
        await leftovers.sweep();
        writeEvent('run_ended', { reason: outcome.reason });
        return reportRun(job, workflow, layout, { outcome, stops, late });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_workflow_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Reports, and after a shutdown writes the last transitions while there is time, adding what failed to the report. */
async function reportRun({ environment, inputs, log, redact }, workflow, layout, { outcome, stops, late }) {
    const options = {
        commandFiles: environment.commandFiles,
        log,
        redact,
        dryRun: inputs.dryRun,
        failOn: inputs.failOn,
        recordPath: layout.record,
        sessionsPath: layout.sessions,
        repository: inputs.repository,
        workflow: workflow.path,
    };
    const reported = (0,report/* report */.z8)(outcome, options);
    const sinceMs = stops.shutdownAt === undefined ? 0 : performance.now() - stops.shutdownAt;
    const leftMs = Math.max(0, Math.ceil(LATEST_WRITE_MS - sinceMs));
    const notUndone = await late.write(AbortSignal.timeout(leftMs));
    if (notUndone.length > 0) {
        for (const what of notUndone)
            log.error(what);
        (0,report/* amendReport */.an)({ ...outcome, notUndone }, options);
    }
    return reported;
}
/** Loads the agents' code with the first session: an idle run does without it. */
function createSessionRunner(processes, redact, install) {
    let versions;
    let programs;
    return async (spec, log, signal) => {
        const [{ runSession }, { createAgentVersions }, { createAgentPrograms }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(926)]).then(__webpack_require__.bind(__webpack_require__, 5926)),
            Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 6649)),
            __webpack_require__.e(/* import() */ 320).then(__webpack_require__.bind(__webpack_require__, 1320)),
        ]);
        versions ??= createAgentVersions(processes);
        programs ??= createAgentPrograms({ processes, ...install });
        return runSession(spec, { processes, redact, versions, programs, log }, signal);
    };
}
/** A folder of ours, removed when the run ends, however it ends. */
async function makeTempFolder(parent) {
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(parent, 'vik-'));
    return {
        path: folder,
        // the run is reported by now; one that stays is the runner's to clean
        [Symbol.asyncDispose]: () => (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => { }),
    };
}
/** What `after_create` left running lives until the run's end, also when that is a bug; then nothing of it is left. */
function sweepOnce(processes) {
    let swept;
    const sweep = () => (swept ??= processes.sweep(''));
    return { sweep, [Symbol.asyncDispose]: sweep };
}
/** What a killed run left running would work its issues beside us: it is ended. */
async function endKilledRun({ runId, unfinished }, log) {
    const left = unfinished.length === 0
        ? 'it left no session unfinished'
        : `it left unfinished: ${unfinished.join(', ')}`;
    log.warning(`the run before this one on this disk was killed; ${left}`);
    if (runId !== undefined)
        await (0,lib_process/* endLeftovers */.q9)(runId, log);
}
function describeStart({ inputs }, workflow) {
    const { maxIssueConcurrency } = workflow.loop;
    const stages = workflow.stages.map(({ name, state }) => `${name} (\`${state}\`)`).join(', ');
    const what = inputs.dryRun ? 'dry run of' : 'running';
    return `${what} ${workflow.path} on ${inputs.repository}: stages ${stages}; at most ${maxIssueConcurrency} issues at once`;
}


/***/ }),

/***/ 8284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ RateLimitError),
/* harmony export */   YX: () => (/* binding */ PullError),
/* harmony export */   lE: () => (/* binding */ CredentialsError)
/* harmony export */ });
/** One pull failed; the next may succeed. */
class PullError extends Error {
    name = 'PullError';
}
/** The token is refused (HTTP 401): no further call can succeed. */
class CredentialsError extends Error {
    name = 'CredentialsError';
}
/** GitHub's rate limit is used up until `resetAt`, more than 5 minutes off; shorter waits are waited in the client. */
class RateLimitError extends Error {
    name = 'RateLimitError';
    resetAt;
    constructor(message, resetAt, options) {
        super(message, options);
        this.resetAt = resetAt;
    }
}


/***/ })

};

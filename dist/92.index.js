export const id = 92;
export const ids = [92];
export const modules = {

/***/ 6886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _S: () => (/* binding */ ProcessStartError),
  oo: () => (/* binding */ ProgramNotFoundError),
  EC: () => (/* binding */ createProcesses)
});

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

;// CONCATENATED MODULE: ./lib/process/find-program.js


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
        return `\`${command}\` was not found: there is no ${(0,external_node_path_.resolve)(cwd, command)}`;
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
    if (lookAt((0,external_node_path_.resolve)(cwd, interpreter)) !== 'program') {
        const windows = interpreter.endsWith('\r') ? ' (the file has Windows line endings)' : '';
        return `${says} \`${interpreter.trimEnd()}\`, which is not there${windows}`;
    }
    if ((0,external_node_path_.basename)(interpreter) !== 'env')
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
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
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
        return [(0,external_node_path_.resolve)(cwd, command)];
    return (env.PATH ?? DEFAULT_PATH).split(':').map((folder) => (0,external_node_path_.resolve)(cwd, folder, command));
}
// Synchronous on purpose: ten stat calls cost 30 microseconds here and half a millisecond through the thread pool, and
// a thousand starts wait for them.
function lookAt(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
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
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
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
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const length = (0,external_node_fs_.readSync)(file, head, 0, head.length, 0);
            const [line = ''] = head.toString('latin1', 0, length).split('\n');
            return line.startsWith('#!')
                ? line
                    .slice(2)
                    .split(/[ \t]+/)
                    .filter((word) => word !== '')
                : [];
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        // An executable need not be readable; then nothing can be said.
        return [];
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/process/launcher.js




/** What a launcher exits with when it could not write its state file. */
const CANNOT_START = 125;
// `set -m` makes the job a process group. The job gets the real standard error, bash's own goes to the state file,
// because bash announces there what became of a job that was killed (never of one that exited). A trapped signal or a
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
const SCRIPTS = { bash: BASH, perl: PERL };
/** Scripts are written to `folder` at the first start, and again should something have removed them. */
function createLauncher(folder, kinds = ['bash', 'perl']) {
    function script(kind) {
        const path = (0,external_node_path_.join)(folder, `launcher.${kind}`);
        if (!(0,external_node_fs_.existsSync)(path)) {
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
            (0,external_node_fs_.writeFileSync)(path, SCRIPTS[kind], { mode: 0o400 });
        }
        return path;
    }
    return {
        async command(launch) {
            for (const kind of kinds) {
                const tool = PLACES[kind].find((path) => (0,external_node_fs_.existsSync)(path)) ?? (await findProgram(kind, launch.env, launch.cwd));
                if (tool === undefined)
                    continue;
                const { marker, stdin, stateFile, program, args } = launch;
                return {
                    tool,
                    // -p: a BASH_ENV, SHELLOPTS or exported function meant for the program is not for the launcher.
                    args: [
                        ...(kind === 'bash' ? ['-p'] : []),
                        script(kind),
                        marker,
                        stdin,
                        stateFile,
                        program,
                        ...args,
                    ],
                    env: kind === 'perl' ? { PERL_BADLANG: '0', ...launch.env } : { ...launch.env },
                };
            }
            return undefined;
        },
    };
}
/** Reads the state file; a file that is missing or half written gives what is known. */
function readLaunchState(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        // Not yet there, or removed by somebody: nothing is known.
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
/** Bash's announcement repeats the job's source text; its words for the signal depend on the locale. */
function isKilled(line) {
    return line === 'killed' || (line.includes('"$@"') && !/^\[\d+\].? +(?:Exit|Done|Stopped)/.test(line));
}
/** Such as `SIGKILL`; `signal 40` for one without a name. */
function signalName(number) {
    const named = Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number);
    return named?.[0] ?? `signal ${number}`;
}

;// CONCATENATED MODULE: ./lib/process/line-splitter.js
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

;// CONCATENATED MODULE: ./lib/process/output.js

const STDERR_TAIL_BYTES = 2048;
const SPACE = 0x20;
const output_NEWLINE = 0x0a;
/**
 * The two raw listeners for @actions/exec. Each chunk is blanked in place once it has been used, because @actions/exec
 * then runs its own line buffer over it, which is quadratic in the length of a line (100 MB take 97 s); spaces and one
 * newline keep that buffer empty. Nothing of a chunk is kept without copying it.
 * An error thrown by a callback goes to `onError`, once, and no callback is called again: thrown here it would be an
 * uncaught exception in a stream.
 */
function createOutput(options, onError) {
    const { onLine, onStderr } = options;
    const splitter = onLine && createLineSplitter((text, truncated) => onLine({ text, truncated }));
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
    chunk[chunk.length - 1] = output_NEWLINE;
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

;// CONCATENATED MODULE: ./lib/process/sweep.js


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
        await (0,promises_.setImmediate)();
        while (waiting.length > 0) {
            const restMs = notBefore - performance.now();
            if (restMs > 0)
                await (0,promises_.setTimeout)(restMs);
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
        return (0,external_node_fs_.readdirSync)('/proc');
    }
    catch {
        // A container without /proc: nothing can be found there.
        return [];
    }
}
function isZombie(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
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
            const file = (0,external_node_fs_.openSync)(path, 'r');
            try {
                const length = (0,external_node_fs_.readSync)(file, buffer, 0, buffer.length, 0);
                return length < buffer.length ? buffer.subarray(0, length) : (0,external_node_fs_.readFileSync)(path);
            }
            finally {
                (0,external_node_fs_.closeSync)(file);
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
/** The processes of one run. Nothing is read or written before the first start. */
function createProcesses({ runId, tempDir, log, clock, launchers }) {
    const launcher = createLauncher(tempDir, launchers);
    const sweeper = createSweeper(runId, log);
    const endings = createEndings(clock ?? PATIENT_CLOCK);
    let starts = 0;
    async function run(spec, signal) {
        if (signal.aborted)
            return NOTHING_STARTED;
        const program = await findStartable(spec);
        const stateFile = (0,external_node_path_.join)(tempDir, `${++starts}.state`);
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
            if (cutShort || (spec.sweepAfter && !CAN_SWEEP))
                signalGroup(state().job, 'SIGKILL');
            if (cutShort || spec.sweepAfter)
                await sweeper.sweep(spec.marker);
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
        sweep: (markerPrefix) => sweeper.sweep(markerPrefix),
        hurry() {
            endings.hurry();
            sweeper.hurry();
        },
    };
}
/** The program that this spec starts. What stands in the way is said before anything is started. */
async function findStartable(spec) {
    if (!isFolder(spec.cwd)) {
        throw new ProcessStartError(`\`${spec.command}\` can't be started: its folder ${spec.cwd} does not exist`);
    }
    if (spec.stdinFile !== undefined && !isReadable(spec.stdinFile)) {
        throw new ProcessStartError(`\`${spec.command}\` can't be started: its standard input ${spec.stdinFile} can't be read`);
    }
    const program = await findProgram(spec.command, spec.env, spec.cwd);
    if (program === undefined)
        throw new ProgramNotFoundError(explainMissing(spec.command, spec.env, spec.cwd));
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
    const broken = await explainBrokenScript(program, spec.env, spec.cwd);
    if (broken !== undefined)
        throw new ProgramNotFoundError(broken);
}


/***/ }),

/***/ 1092:
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
// EXTERNAL MODULE: ./lib/environment/environments.js
var environment_environments = __webpack_require__(995);
// EXTERNAL MODULE: ./lib/environment/git-identity.js
var git_identity = __webpack_require__(3240);
// EXTERNAL MODULE: ./lib/process.js + 7 modules
var lib_process = __webpack_require__(6886);
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
        return (0,external_node_fs_.openSync)(path, 'a', 0o600);
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

// EXTERNAL MODULE: ./lib/report/report.js + 10 modules
var report = __webpack_require__(342);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
        refusals.set(issue.id, { revision: issue.revision, skip });
        return { kind: 'skip', skip };
    }
    return {
        ask,
        refusal(issue) {
            const refusal = refusals.get(issue.id);
            return refusal?.revision !== undefined && refusal.revision === issue.revision
                ? refusal.skip
                : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/decide.js
function decide(issue, view) {
    if (view.stopping) {
        return skip('shutting-down', 'stage session manager is shutting down; skipping issue this cycle');
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
        if ([...stages.values()].includes('active'))
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

;// CONCATENATED MODULE: ./lib/dispatch/skip-texts.js
const OUT_OF_TIME = {
    reason: 'time-budget',
    detail: 'the time budget is used up; it waits for the next run',
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

;// CONCATENATED MODULE: ./lib/dispatch/skips.js
function createSkips(log) {
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

;// CONCATENATED MODULE: ./lib/dispatch/dispatcher.js









function createDispatcher(workflow, deps, signal) {
    const { tracker, runStage, log, timeLeftMs } = deps;
    const { maxIssueConcurrency, maxRunsPerIssue } = workflow.loop;
    /** `on_start` states, each with the state that starts its stage. */
    const startStates = new Map(workflow.stages.flatMap((stage) => (stage.onStart?.state ? [[stage.onStart.state, stage.state]] : [])));
    /** The state that a reserved stage run set itself, by its key. */
    const ownStates = new Map();
    const reservations = createReservations();
    const slots = createSlots(reservations, maxIssueConcurrency);
    const skips = createSkips(log);
    const bell = createBell();
    const admissions = createAdmissions({
        tracker,
        onCredentialsError: (error) => close({ reason: 'credentials', detail: error.message }),
    });
    const visits = createVisits({
        absenceEnds: tracker.kind === 'command',
        isOwnState: (issueId, state) => startStates.has(state) || isOwnState(issueId, state),
    });
    const runsOf = new Map();
    const attempts = [];
    const running = new Set();
    let waiting = [];
    let listedAt = 0;
    let wantsPull = false;
    let endedRuns = 0;
    let isOutOfTime = false;
    let closed;
    const view = {
        get stopping() {
            return signal.aborted || closed !== undefined;
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
        unavailable: (stage) => lackOfTime(stage, timeLeftMs()),
        refusal: admissions.refusal,
    };
    function offer(pull, beganAt) {
        wantsPull = false;
        isOutOfTime = false;
        listedAt = performance.now();
        visits.see({ beganAt, issues: pull.issues });
        skips.newPull([...pull.ambiguous, ...pull.issues].map((issue) => issue.id));
        for (const issue of pull.ambiguous) {
            // a stage run of ours may be between the two writings of its transition
            if (!reservations.holds(issue.id))
                skips.add({ ...issue, state: undefined }, ambiguous(issue));
        }
        waiting = pull.issues.filter((issue) => consider(issue) === 'waits');
        fill();
    }
    /** Starts what may start: first retries whose wait is over, then the waiting list, in order. */
    function fill() {
        slots.grant(view.stopping);
        if (waiting.length > 0 && isListStale())
            wantsPull = true;
        else
            waiting = waiting.filter((issue) => !canBeDecided(issue) || consider(issue) === 'waits');
        bell.ring();
    }
    /** Whether deciding again could give another answer than "full". */
    function canBeDecided(issue) {
        return view.stopping || slots.hasRoom(issue.id);
    }
    function isListStale() {
        if (workflow.intake.kind !== 'command' || view.stopping || !deps.pullsLeft())
            return false;
        return (reservations.activeIssues < maxIssueConcurrency && performance.now() - listedAt > workflow.intake.idleMs);
    }
    /** Decides about one issue and acts on it. */
    function consider(issue) {
        const holds = reservations.holds(issue.id);
        if (holds && isOwnState(issue.id, issue.state))
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
            const late = decision.reason === 'shutting-down' && (0,stop/* stopKind */.J)(signal) === 'time-budget';
            skips.add(issue, late ? OUT_OF_TIME : decision);
            return decision.reason === 'issue-concurrency-full' ? 'waits' : 'done';
        }
        for (const stage of decision.stages) {
            reservations.reserve(issue.id, stage.name);
            countRun(issue, 1);
        }
        const work = workIssue(issue, decision.stages).finally(() => running.delete(work));
        running.add(work);
        return 'done';
    }
    /** From the reservation to the last release. */
    async function workIssue(listed, stages) {
        const answer = await admissions.ask(listed, signal);
        if (answer?.kind !== 'admitted') {
            if (answer !== undefined)
                skips.add(listed, answer.skip);
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
        await Promise.all(fresh.map((stage) => workStage(issue, stage)));
    }
    async function workStage(issue, stage) {
        const run = {
            issue,
            stage,
            pause: (delayMs) => pause(issue, stage, delayMs),
            setsState: (state) => ownStates.set(keyOf(issue.id, stage.name), state),
        };
        attempts.push(...(await runStage(run, signal)));
        endedRuns += 1;
        visits.end(issue.id, stage.name, ownStates.get(keyOf(issue.id, stage.name)) === stage.state);
        ownStates.delete(keyOf(issue.id, stage.name));
        reservations.release(issue.id, stage.name);
        fill();
    }
    async function pause(issue, stage, delayMs) {
        const mayGoOn = () => !view.stopping && view.runsLeft(issue.id) > 0 && view.unavailable(stage) === undefined;
        if (!mayGoOn())
            return undefined;
        reservations.pause(issue.id, stage.name);
        fill();
        await waitMs(delayMs, signal);
        await slots.wait(issue.id, () => reservations.resume(issue.id, stage.name));
        if (!mayGoOn())
            return undefined;
        countRun(issue, 1);
        return readmit(issue, stage);
    }
    /** Admission before a further attempt: a state that this stage run set itself is no change. */
    async function readmit(issue, stage) {
        const state = stage.onStart?.state ?? issue.state;
        const answer = await admissions.ask({ ...issue, state }, signal);
        if (answer?.kind === 'admitted' && !view.stopping)
            return { ...answer.issue, state: issue.state };
        if (answer?.kind === 'skip') {
            log.child(`${issue.ref} ${stage.name}`).info(`no further attempt: ${answer.skip.detail}`);
        }
        countRun(issue, -1);
        return undefined;
    }
    function countRun(issue, by) {
        runsOf.set(issue.id, (runsOf.get(issue.id) ?? 0) + by);
    }
    function giveBack(issue, stage) {
        reservations.release(issue.id, stage.name);
        countRun(issue, -1);
    }
    function isOwnState(issueId, state) {
        return workflow.stages.some((stage) => ownStates.get(keyOf(issueId, stage.name)) === state);
    }
    function close(reason) {
        if (closed !== undefined)
            return;
        closed = reason;
        fill();
    }
    signal.addEventListener('abort', fill, { once: true });
    return {
        offer,
        get isIdle() {
            return reservations.isEmpty && waiting.length === 0;
        },
        get isQuiet() {
            return reservations.isEmpty;
        },
        get hasWaiting() {
            return waiting.length > 0;
        },
        get endedRuns() {
            return endedRuns;
        },
        get wantsPull() {
            return wantsPull;
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
            return attempts;
        },
    };
}
function keyOf(issueId, stage) {
    return `${issueId}/${stage}`;
}

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
                await untilQuiet(error.resetAt);
                if (!dispatch.isQuiet || error.resetAt.getTime() - Date.now() <= LONGEST_QUIET_WAIT_MS)
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
    async function untilQuiet(resetAt) {
        while (!signal.aborted && !dispatch.isQuiet) {
            const leftMs = resetAt.getTime() - Date.now();
            if (leftMs <= 0)
                return;
            await dispatch.change(leftMs, signal);
        }
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
    return {
        ...end,
        startedAt,
        endedAt: new Date(),
        pulls: count.succeeded,
        failedPulls: count.failed,
        attempts,
        skipped: dispatcher.skipped(),
        unmoved: (0,stop/* stopKind */.J)(signal) === 'shutdown' ? [] : await findUnmoved(tracker, attempts, last),
        planned: [],
        searched: count.searched,
        notUndone: [],
    };
}
/**
 * Pulls once and decides, admission included, as a run would; starts nothing. What would start holds its reservation
 * until everything is decided, so that the limit shows.
 */
async function dryRun(deps, workflow, signal) {
    const startedAt = new Date();
    const planned = [];
    const decided = Promise.withResolvers();
    const over = new AbortController();
    const admissions = new Set();
    const tracker = {
        kind: deps.tracker.kind,
        admit(issue, admitSignal) {
            const admission = deps.tracker.admit(issue, admitSignal).finally(() => admissions.delete(admission));
            admissions.add(admission);
            return admission;
        },
    };
    const runStage = async ({ issue, stage }) => {
        planned.push({ issue, stage: stage.name, agent: stage.agent.name });
        await decided.promise;
        return [];
    };
    const dispatcher = createDispatcher(workflow, { ...deps, tracker, runStage, pullsLeft: () => false }, AbortSignal.any([signal, over.signal]));
    const pull = await deps.tracker.pull(signal);
    for (const warning of pull.warnings)
        deps.log.warning(warning, { kind: 'pull', title: 'issue left out' });
    dispatcher.offer(pull, performance.now());
    while (admissions.size > 0) {
        await Promise.allSettled(admissions);
        // a refusal gives its slot to the next issue, which is then admitted in turn
        await (0,external_node_timers_promises_.setImmediate)();
    }
    const skipped = dispatcher.skipped();
    over.abort();
    decided.resolve();
    await dispatcher.drain();
    return {
        reason: 'drained',
        detail: undefined,
        startedAt,
        endedAt: new Date(),
        pulls: 1,
        failedPulls: 0,
        attempts: [],
        skipped,
        unmoved: [],
        planned,
        searched: pull.searched,
        notUndone: [],
    };
}
/** How long the last look at one issue may take. */
const LAST_LOOK_MS = 20_000;
/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved(tracker, attempts, last) {
    const completed = new Map(attempts
        .filter((attempt) => attempt.final && attempt.verdict.state === 'completed')
        .map((attempt) => [`${attempt.issue.id}/${attempt.stage}`, attempt]));
    const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
    const unmoved = [];
    for (const { issue, stage, endedAt } of completed.values()) {
        const isStill = lastBeganAt >= endedAt.getTime()
            ? last?.pull.issues.some((seen) => seen.id === issue.id && seen.state === issue.state)
            : await isStillIn(tracker, issue, AbortSignal.timeout(LAST_LOOK_MS));
        if (isStill)
            unmoved.push({ issue, stage });
    }
    return unmoved;
}
async function isStillIn(tracker, issue, signal) {
    if (tracker.kind !== 'github')
        return false;
    return tracker.admit(issue, signal).then((admission) => admission.kind === 'admitted', () => false);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/signals.js
/** What ends a run from outside: the runner's signals and the time budget. */


/** Room for `after_run`, transitions and the report: sessions end so long before the budget does, or at 90 % of it. */
const RESERVE_MS = 3 * 60_000;
/**
 * Listens for the runner's SIGINT (a cancelled job) and SIGTERM and starts the budget's clock.
 *
 * @param onShutdown called once, at the first signal, before anything is aborted
 */
function createStops(timeBudgetMs, onShutdown) {
    const startedAt = performance.now();
    const sessions = new AbortController();
    const everything = new AbortController();
    // one listener per running process, and there may be a thousand
    (0,external_node_events_.setMaxListeners)(0, sessions.signal, everything.signal);
    let shutdownAt;
    function shutDown(signal) {
        if (shutdownAt !== undefined)
            return;
        shutdownAt = performance.now();
        onShutdown(signal);
        const request = new stop/* StopRequest */.W('shutdown', `the runner sent ${signal}`);
        everything.abort(request);
        sessions.abort(request);
    }
    const softMs = Math.max(timeBudgetMs - RESERVE_MS, timeBudgetMs * 0.9);
    const overBudget = new stop/* StopRequest */.W('time-budget', 'the time budget is used up');
    const timers = [
        setTimeout(() => sessions.abort(overBudget), softMs),
        setTimeout(() => everything.abort(overBudget), timeBudgetMs),
    ];
    process.on('SIGINT', shutDown);
    process.on('SIGTERM', shutDown);
    return {
        sessions: sessions.signal,
        everything: everything.signal,
        get shutdownAt() {
            return shutdownAt;
        },
        timeLeftMs: () => timeBudgetMs - (performance.now() - startedAt),
        [Symbol.dispose]() {
            for (const timer of timers)
                clearTimeout(timer);
            process.off('SIGINT', shutDown);
            process.off('SIGTERM', shutDown);
        },
    };
}

;// CONCATENATED MODULE: ./lib/stage/late-undos.js
function createLateUndos() {
    const undos = [];
    return {
        add: (undo) => undos.push(undo),
        async run(signal) {
            const failures = await Promise.all(undos.map((undo) => undo(signal)));
            return failures.filter((failure) => failure !== undefined);
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
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
    const found = await (0,promises_.lstat)(workspace).catch((error) => {
        throw new WorkspaceError(error.code === 'ENOENT'
            ? `the workspace \`${workspace}\` is gone`
            : `the workspace \`${workspace}\` can't be read: ${error.message}`, { cause: error });
    });
    if (found.isSymbolicLink()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a symbolic link; remove it`);
    }
    if (!found.isDirectory()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a file; remove it`);
    }
    const [realRoot, realWorkspace] = await Promise.all([(0,promises_.realpath)(root), (0,promises_.realpath)(workspace)]);
    if (!realWorkspace.startsWith(realRoot + external_node_path_.sep)) {
        throw new WorkspaceError(`the workspace \`${workspace}\` is really at \`${realWorkspace}\`, outside of the root \`${realRoot}\``);
    }
}
function createWorkspaces(layout) {
    const preparing = new Map();
    async function prepare(issueId, afterCreate) {
        const workspace = layout.workspaceOf(issueId);
        // outside the workspace, because nothing of ours is ever in one
        const unfinished = external_node_path_.join(layout.sessionsOf(issueId), '.creating');
        await makeFolder(layout.issues);
        await makeFolder(layout.sessionsOf(issueId));
        if (await exists(unfinished))
            await (0,promises_.rm)(workspace, { recursive: true, force: true });
        if (!(await exists(workspace)))
            await create(workspace, unfinished, afterCreate);
        await assertInside(layout.root, workspace);
        return workspace;
    }
    async function create(workspace, unfinished, afterCreate) {
        await (0,promises_.writeFile)(unfinished, '', { mode: 0o600 });
        try {
            await makeFolder(workspace);
            await assertInside(layout.root, workspace);
            await afterCreate(workspace);
        }
        catch (error) {
            await (0,promises_.rm)(workspace, { recursive: true, force: true });
            throw error;
        }
        finally {
            await (0,promises_.rm)(unfinished, { force: true });
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
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw new WorkspaceError(`can't make the folder \`${folder}\`: ${error instanceof Error ? error.message : error}`, {
            cause: error,
        });
    }
}
async function exists(file) {
    return (0,promises_.lstat)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/stage/lock.js
/** One run at a time on one disk: `<root>/workflows/<key>/lock`. */




const lockSchema = schemas/* object */.Ikc({
    pid: schemas/* int */.Whr().positive(),
    /** The process's start as its kernel tells it, so that another process with the same pid is not taken for it. */
    process_start: schemas/* string */.YjP().nullable(),
    run_url: schemas/* string */.YjP().nullable(),
    run_id: schemas/* string */.YjP(),
});
/** Another run on this disk is at work. */
class LockedError extends Error {
    name = 'LockedError';
}
/**
 * Takes the lock of this workflow on this disk, also over from a run whose process is gone.
 *
 * @throws LockedError that names the run that holds it
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
        takenOver = holder === 'unreadable' ? [] : await readUnfinished(layout.events, holder.run_id);
        await removeStale(layout.lock, holder);
    }
    return {
        takenOver,
        async [Symbol.asyncDispose]() {
            const holder = await readLock(layout.lock);
            if (typeof holder === 'object' && holder.run_id === runId)
                await (0,promises_.rm)(layout.lock, { force: true });
        },
    };
}
/** Creates the lock with its content in one step, so that nobody reads half of it. */
async function create(file, content) {
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.writeFile)(draft, JSON.stringify(content), { mode: 0o600 });
    try {
        await (0,promises_.link)(draft, file);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
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
    await (0,promises_.rm)(stale, { force: true });
}
async function readLock(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
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
    const text = await (0,promises_.readFile)(eventsFile, 'utf8').catch(() => '');
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

// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
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
function describeFailure(exit, timeoutMs) {
    if (exit.ended === 'timeout')
        return `timed out after ${Math.round(timeoutMs / 100) / 10} s`;
    if (exit.ended === 'aborted')
        return 'was ended with the run';
    if (exit.signal !== undefined)
        return `was killed by ${exit.signal}`;
    return exit.exitCode === 0 ? undefined : `exited with code ${exit.exitCode}`;
}

// EXTERNAL MODULE: ./lib/stage/template.js + 18 modules
var template = __webpack_require__(4208);
;// CONCATENATED MODULE: ./lib/stage/verdict.js

/** The workspace, a hook, the prompt or the program: nothing that another try would mend. */
function setupFailure(reason) {
    return { state: 'failed', class: 'setup', reason };
}
/** The verdict of what the run itself ended. */
function cancelledBy(signal) {
    const reason = (0,stop/* stopKind */.J)(signal) === 'time-budget' ? 'time budget' : 'the run was cancelled';
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
        const failure = describeFailure(exit, hook.timeoutMs);
        if (failure === undefined)
            return { kind: 'ok' };
        return { kind: 'failed', reason: `\`${name}\` ${failure}`, stderrTail: exit.stderrTail };
    }
    catch (error) {
        return { kind: 'failed', reason: `\`${name}\` failed: ${describeError(error)}`, stderrTail: '' };
    }
}

;// CONCATENATED MODULE: ./lib/stage/private-files.js


/** Writes the issue's files as `<folder>/<name>.*` with mode 0600; disposing removes them. */
async function createPrivateFiles(folder, name, fields) {
    const written = [];
    async function write(ending, text) {
        const file = external_node_path_.join(folder, `${name}.${ending}`);
        written.push(file);
        await (0,promises_.rm)(file, { force: true });
        await (0,promises_.writeFile)(file, text, { mode: 0o600, flag: 'wx' });
        return file;
    }
    return {
        issue: await write('issue.json', JSON.stringify(fields, null, 2)),
        description: await write('description.md', typeof fields.description === 'string' ? fields.description : ''),
        writePrompt: (text) => write('prompt.md', text),
        async [Symbol.asyncDispose]() {
            await Promise.all(written.map((file) => (0,promises_.rm)(file, { force: true })));
        },
    };
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
        const failure = describeFailure(exit, COMMAND_TIMEOUT_MS);
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
/** One attempt of a stage run, top to bottom: prepare -> before_run -> on_start -> prompt -> session -> after_run. */








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
            await makeFolder(layout.sessionsOf(issue.id));
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
    const created = await prepareWorkspace(deps, run, facts, files, signal);
    if (created.kind === 'failed')
        return fail(created);
    if (signal.aborted)
        return ended(cancelledBy(signal));
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
    await assertInside(layout.root, facts.workspace);
    const transcript = external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.jsonl`);
    const session = await deps.runSession({
        profile: stage.agent,
        cwd: facts.workspace,
        env: deps.environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
        promptFile,
        marker: `${stageRunId}/agent/${run.nextProcess()}`,
        transcriptFile: transcript,
        stderrFile: external_node_path_.join(layout.sessionsOf(facts.issue.id), `${sessionName}.stderr.log`),
    }, log, signal);
    const warnings = [...session.warnings];
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
    return { verdict: session.verdict, session, transcript, stderrTail: session.stderrTail, warnings };
}
/** The issue's workspace, its `after_create` run when it is new. */
async function prepareWorkspace(deps, run, facts, files, signal) {
    const { afterCreate } = deps.workflow;
    const issueFacts = { ...facts, stage: undefined };
    try {
        await deps.workspaces.prepare(facts.issue.id, async () => {
            run.log.debug(`new workspace ${facts.workspace}`);
            if (afterCreate === undefined)
                return;
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

function createTransitions(deps, issue, stage, setsState) {
    const log = deps.log.child(`${issue.ref} ${stage.name}`);
    const from = stage.onStart?.state === undefined ? [issue.state] : [issue.state, stage.onStart.state];
    let started = false;
    async function write(name, to, signal, urgent = false) {
        if (to.state !== undefined)
            setsState(to.state);
        const outcome = await deps.tracker.transition({ issue, from, to }, { urgent }, signal);
        deps.writeEvent('transition', {
            issue: issue.id,
            stage: stage.name,
            transition: name,
            state: to.state ?? null,
            outcome: outcome.kind,
            detail: outcome.kind === 'written' ? null : outcome.detail,
        });
        if (outcome.kind === 'written')
            log.info(`${name}: ${describe(to)}`);
        if (outcome.kind === 'left-alone')
            log.info(`${name} not written: ${outcome.detail}`);
        return outcome;
    }
    async function undo(onStart, signal, urgent) {
        const back = { state: issue.state, addLabels: onStart.removeLabels, removeLabels: onStart.addLabels };
        const to = onStart.state === undefined ? { ...back, state: undefined } : back;
        const outcome = await write('undo of on_start', to, signal, urgent);
        return outcome.kind === 'failed' ? `${issue.ref} ${stage.name}: ${outcome.detail}` : undefined;
    }
    return {
        async start(signal) {
            if (started || stage.onStart === undefined)
                return { kind: 'written' };
            const outcome = await write('on_start', stage.onStart, signal);
            started = outcome.kind === 'written';
            return outcome;
        },
        async finish(verdict, signal) {
            const moves = verdict.state === 'completed' || movesOnFailure(verdict);
            if (!moves) {
                const { onStart } = stage;
                if (!started || onStart === undefined)
                    return { verdict };
                if (deps.shutdown.aborted) {
                    // the report comes first: the runner leaves us seconds
                    deps.undoLater((lateSignal) => undo(onStart, lateSignal, true));
                    return { verdict };
                }
                const failure = await undo(onStart, signal, false);
                if (failure === undefined)
                    return { verdict };
                const warning = `\`on_start\` could not be undone: ${failure}`;
                log.error(warning, { title: `${issue.ref} ${stage.name}` });
                return { verdict, warning };
            }
            const to = verdict.state === 'completed' ? stage.onSuccess : stage.onFailure;
            const name = verdict.state === 'completed' ? 'on_success' : 'on_failure';
            if (to === undefined)
                return { verdict };
            const outcome = await write(name, to, signal);
            if (outcome.kind !== 'failed')
                return { verdict };
            const reason = `transition${to.state === undefined ? '' : ` to \`${to.state}\``} failed: ${outcome.detail}`;
            log.error(reason, { title: `${issue.ref} ${stage.name}: ${name} failed` });
            if (verdict.state === 'completed' && !outcome.credentials) {
                return { verdict: { state: 'failed', class: 'github', reason } };
            }
            return { verdict, warning: reason };
        },
    };
}
function describe({ state, addLabels, removeLabels }) {
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
    const transitions = createTransitions(deps, run.issue, stage, run.setsState);
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
        log.info((0,format/* formatStart */.u3)(stage.agent, attempt));
        const result = await runAttempt(deps, { issue, stage, stageRunId, transitions, nextProcess, log }, signal).catch((error) => ({
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
    const { verdict, warning } = await transitions.finish(last.verdict, deps.shutdown);
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
        const { createCommandTracker } = await __webpack_require__.e(/* import() */ 117).then(__webpack_require__.bind(__webpack_require__, 2117));
        return createCommandTracker({ processes, intake, dir, env: environments.forPull() });
    }
    const [{ createGithubClient }, { createGithubTracker }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(167), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 8044)),
        __webpack_require__.e(/* import() */ 679).then(__webpack_require__.bind(__webpack_require__, 2679)),
    ]);
    const { apiUrl, graphqlUrl, eventIssue } = environment;
    const [owner = '', repo = ''] = inputs.repository.split('/');
    const isListed = eventIssue?.repository.toLowerCase() === inputs.repository.toLowerCase();
    return createGithubTracker({
        client: createGithubClient({ token: inputs.token, apiUrl, graphqlUrl, log }),
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
const LATEST_UNDO_MS = 6_000;
/** Runs the workflow and reports; answers the step's exit code. */
async function runWorkflow(job, workflow) {
    const { environment, inputs, log, redact, runId } = job;
    const layout = createLayout(workflow);
    if (inputs.dryRun)
        return runLocked(job, workflow, layout);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lock = run_workflow_addDisposableResource(env_1, await takeLock({ layout, runId, runUrl: environment.runUrl }), true);
            sayTakeover(lock, log);
            return await runLocked(job, workflow, layout);
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
        if (!(error instanceof LockedError))
            throw error;
        const { commandFiles } = environment;
        const failure = { reason: 'locked', headline: 'another run is at work; nothing was started' };
        return (0,report/* reportFailure */.xV)({ ...failure, problems: [{ message: error.message }] }, { commandFiles, log, redact }).exitCode;
    }
}
async function runLocked(job, workflow, layout) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, inputs, log, redact, runId } = job;
        const tempDir = await (0,promises_.mkdtemp)(external_node_path_.join(environment.runnerTemp ?? (0,external_node_os_.tmpdir)(), 'vik-'));
        const processes = (0,lib_process/* createProcesses */.EC)({ runId, tempDir, log });
        const stops = run_workflow_addDisposableResource(env_2, createStops(inputs.timeBudgetMs, (signal) => {
            log.warning(`the runner sent ${signal}: ending what runs`);
            processes.hurry();
        }), false);
        const events = run_workflow_addDisposableResource(env_2, createEventsLog(layout.events, redact, (error) => {
            log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
        }), false);
        const undos = createLateUndos();
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
                    runSession: createSessionRunner(processes, redact),
                    writeEvent,
                    shutdown: stops.everything,
                    undoLater: undos.add,
                }),
            }, workflow, stops.sessions);
        await endProcesses(processes, tempDir);
        writeEvent('run_ended', { reason: outcome.reason });
        return reportRun(job, workflow, layout, { outcome, stops, undos });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        run_workflow_disposeResources(env_2);
    }
}
/** Reports, and after a shutdown undoes `on_start` while there is time, adding to the report what was not undone. */
async function reportRun({ environment, inputs, log, redact }, workflow, layout, { outcome, stops, undos }) {
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
    const { exitCode } = (0,report/* report */.z8)(outcome, options);
    const sinceMs = stops.shutdownAt === undefined ? 0 : performance.now() - stops.shutdownAt;
    const notUndone = await undos.run(AbortSignal.timeout(Math.max(0, Math.ceil(LATEST_UNDO_MS - sinceMs))));
    if (notUndone.length > 0) {
        for (const what of notUndone)
            log.error(`\`on_start\` could not be undone: ${what}`);
        (0,report/* amendReport */.an)({ ...outcome, notUndone }, options);
    }
    return exitCode;
}
/** Loads the agents' code with the first session: an idle run does without it. */
function createSessionRunner(processes, redact) {
    let versions;
    return async (spec, log, signal) => {
        const [{ runSession }, { createAgentVersions }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(805), __webpack_require__.e(362)]).then(__webpack_require__.bind(__webpack_require__, 3362)),
            Promise.all(/* import() */[__webpack_require__.e(805), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 6649)),
        ]);
        versions ??= createAgentVersions(processes);
        return runSession(spec, { processes, redact, versions, log }, signal);
    };
}
/** What `after_create` left running lives until here; then nothing of the run is left. */
async function endProcesses(processes, tempDir) {
    await processes.sweep('');
    await (0,promises_.rm)(tempDir, { recursive: true, force: true });
}
function sayTakeover({ takenOver }, log) {
    if (takenOver === undefined)
        return;
    const left = takenOver.length === 0 ? 'it left no session unfinished' : `it left unfinished: ${takenOver.join(', ')}`;
    log.warning(`the run before this one on this disk was killed; ${left}`);
}
function describeStart({ inputs }, workflow) {
    const { maxIssueConcurrency } = workflow.loop;
    const stages = workflow.stages.map(({ name, state }) => `${name} (\`${state}\`)`).join(', ');
    const what = inputs.dryRun ? 'dry run of' : 'running';
    return `${what} ${workflow.path} on ${inputs.repository}: stages ${stages}; at most ${maxIssueConcurrency} issues at once`;
}


/***/ }),

/***/ 1503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ stopKind),
/* harmony export */   W: () => (/* binding */ StopRequest)
/* harmony export */ });
/** The reason with which the run's signals are aborted. */
class StopRequest extends Error {
    name = 'StopRequest';
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}
/** The kind of stop that aborted this signal; undefined when it is not aborted or was aborted for another reason. */
function stopKind(signal) {
    return signal.reason instanceof StopRequest ? signal.reason.kind : undefined;
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

import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { findProgram } from './find-program.ts';
import { readPlainFile } from './plain-file.ts';

/**
 * @actions/exec knows no signals, no process groups and no file as standard input. So it starts one of these two
 * programs, which starts ours as the leader of a process group of its own and waits for it. Both get
 * `marker stdin-file state-file program args...`, write their own pid and then the program's into the state file, a line
 * each, and end with the program's exit code, or 128+n when signal n killed it. In that case the state file gets one more
 * line, so that `kill -9 $$` and `exit 137` can be told apart.
 *
 * The marker is an argument: were it in the launcher's own environment, a sweep would kill the launcher too, and with it
 * the knowledge of how the program ended.
 *
 * The launcher's own program is an argument too: as a file it would be one that an agent can rewrite, and the next hook
 * would run it, with the token in its environment.
 */
export type LauncherKind = 'bash' | 'perl';

/** What a launcher exits with when it could not write its state file. */
export const CANNOT_START = 125;

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
} as const satisfies Record<LauncherKind, readonly string[]>;

const SCRIPTS = {
  // -p: a BASH_ENV, SHELLOPTS or exported function meant for the program is not for the launcher. --norc: Node's pipes are
  // sockets, which bash takes for a remote login, for which it reads ~/.bashrc; an agent may have written that.
  bash: ['--norc', '-p', '-c', BASH, 'vik'],
  perl: ['-e', PERL, '--'],
} as const satisfies Record<LauncherKind, readonly string[]>;

/** What is to be started. `program` is an absolute path, `marker` whole, `stateFile` doesn't exist yet. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdin: string;
  readonly marker: string;
  readonly stateFile: string;
}

export interface LaunchCommand {
  readonly tool: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

export interface Launcher {
  /** Undefined where there is neither bash nor perl. */
  command(launch: Launch): Promise<LaunchCommand | undefined>;
}

export function createLauncher(kinds: readonly LauncherKind[] = ['bash', 'perl']): Launcher {
  const places: Partial<Record<LauncherKind, string | undefined>> = {};
  return {
    async command(launch) {
      for (const kind of kinds) {
        places[kind] ??= PLACES[kind].find((path) => existsSync(path));
        const tool = places[kind] ?? (await findProgram(kind, launch.env, launch.cwd));
        if (tool === undefined) continue;
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

/** What a launcher wrote down. */
export interface LaunchState {
  readonly launcher: number | undefined;
  /** Also the id of its process group; undefined when it never started. */
  readonly job: number | undefined;
  readonly killed: boolean;
}

/** Two pids and an announcement. */
const MAX_STATE_BYTES = 64 * 1024;

/** Reads the state file; a file that is missing or half written gives what is known. */
export function readLaunchState(file: string): LaunchState {
  let text: string;
  try {
    text = readPlainFile(file, MAX_STATE_BYTES);
  } catch {
    // Not yet there, or somebody removed it or put something else in its place: nothing is known.
    return { launcher: undefined, job: undefined, killed: false };
  }
  // Bash may announce the end of a very short job before the launcher writes down its pid.
  const lines = text.split('\n').slice(0, -1);
  const [launcher, job] = lines.filter((line) => /^\d{1,9}$/.test(line)).map(parsePid);
  return { launcher, job, killed: lines.some(isKilled) };
}

// The file is one that an agent can reach: 0, 1 and -1 have a meaning of their own for kill().
function parsePid(line: string): number | undefined {
  const pid = Number(line);
  return pid > 1 && pid !== process.pid ? pid : undefined;
}

/**
 * Bash's announcement repeats the job's source text. Its words depend on the locale: of a job that exited they are one
 * word and the code, `[1]+  Exit 137`.
 */
function isKilled(line: string): boolean {
  return (
    line === 'killed' || (line.includes('"$@"') && !/^\[\d+\].? +(?:\S+ \d+|Done|Stopped) +"/.test(line))
  );
}

/** Such as `SIGKILL`; `signal 40` for one without a name. */
export function signalName(number: number): string {
  const named = Object.entries(constants.signals).find(([, value]) => value === number);
  return named?.[0] ?? `signal ${number}`;
}

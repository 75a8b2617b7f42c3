/**
 * The bundle at somebody's own hands, outside of a job's step: `doctor`, `explain` and `run`. It writes no file of the
 * runner and no annotation; what it prints is for a person, or JSON for a program.
 */

import { parseArguments } from './cli/arguments.ts';
import type { ExitCode } from './cli/exit-code.ts';
import { helpOf } from './cli/help.ts';
import { type Local, LocalError, readLocal } from './cli/local.ts';
import { createTerminal, type Terminal } from './cli/terminal.ts';
import { VERSION } from './cli/version.ts';
import { describeBug } from './errors.ts';
import { listenForSignals } from './signals.ts';
import { catchStrayErrors } from './stray-errors.ts';

/** What the runner brings along; a person may have another one. */
const NODE = 24;

/**
 * Does what the arguments say; answers the exit code when everything is written. Never rejects.
 *
 * @param startWarning what could not be done before we were loaded
 */
export async function cli(args: readonly string[], startWarning: string | undefined): Promise<ExitCode> {
  // whoever closes a terminal sends SIGHUP
  const interrupts = listenForSignals({ sender: 'somebody', signals: ['SIGINT', 'SIGTERM', 'SIGHUP'] });
  const asked = parseArguments(args);
  const terminal = createTerminal({ json: true, redact: (text) => text });
  switch (asked.kind) {
    case 'help':
      terminal.answer(helpOf(asked.command));
      return 0;
    case 'version':
      terminal.answer(VERSION);
      return 0;
    case 'wrong':
      return refuse(terminal, `${asked.message}; \`--help\` shows what there is`);
    case 'command':
      break;
    default:
      return asked satisfies never;
  }
  const unfit = findUnfit();
  if (unfit !== undefined) return refuse(terminal, unfit);
  try {
    const local = await readLocal({ asked, interrupts, startWarning });
    const command = await loadCommand(asked.command);
    const strays = catchStrayErrors((error) => {
      terminal.complain(`this is a bug, please report it: ${describeBug(error)}`);
      interrupts.interrupt('an internal error came up');
    });
    const exitCode = await Promise.race([command(local), strays.unended]);
    return strays.caught ? 1 : exitCode;
  } catch (error) {
    if (error instanceof LocalError) return refuse(terminal, error.message);
    terminal.complain(`this is a bug, please report it: ${describeBug(error)}`);
    return 1;
  }
}

async function loadCommand(name: 'doctor' | 'explain' | 'run'): Promise<(local: Local) => Promise<ExitCode>> {
  switch (name) {
    case 'doctor':
      return (await import('./cli/doctor.ts')).doctor;
    case 'explain':
      return (await import('./cli/explain.ts')).explain;
    case 'run':
      return (await import('./cli/run.ts')).run;
    default:
      return name satisfies never;
  }
}

function findUnfit(): string | undefined {
  if (process.platform === 'win32') return 'Windows is not supported: use the Windows Subsystem for Linux';
  const major = Number(process.versions.node.split('.', 1)[0]);
  return major < NODE
    ? `this needs Node ${NODE} or newer, and it runs in Node ${process.versions.node}`
    : undefined;
}

function refuse(terminal: Terminal, message: string): ExitCode {
  terminal.complain(message);
  return 2;
}

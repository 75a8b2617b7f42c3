/**
 * It could not be started, in words for the person with a red cross: the folder or the file for its standard input is
 * missing, the arguments are too long for the system, there is no room for another process.
 */
export class ProcessStartError extends Error {
  override readonly name: string = 'ProcessStartError';
}

/** The program, or the interpreter that a script's first line names, is not on the child's PATH or not executable. */
export class ProgramNotFoundError extends ProcessStartError {
  override readonly name = 'ProgramNotFoundError';
}

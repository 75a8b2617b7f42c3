/** 0: all is well. 1: something is wrong with the file, the repository or a run. 2: it was asked wrongly. */
export type ExitCode = 0 | 1 | 2;

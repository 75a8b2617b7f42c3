/** Variables that no child process gets, whatever the workflow file says. */

const WITHHELD_PREFIXES: readonly string[] = [
  'INPUT_',
  'ACTIONS_RUNTIME_',
  'ACTIONS_ID_TOKEN_REQUEST_',
  'ACTIONS_CACHE_',
  'ACTIONS_RESULTS_',
  'DYLD_',
];

const WITHHELD_NAMES: readonly string[] = [
  // Files through which a step changes later steps.
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  // Variables that make a program run something else first.
  'BASH_ENV',
  'ENV',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'NODE_OPTIONS',
];

/** Whether a variable is the runner's own, or one that makes a program run something else. */
export function isWithheld(name: string): boolean {
  return WITHHELD_NAMES.includes(name) || WITHHELD_PREFIXES.some((prefix) => name.startsWith(prefix));
}

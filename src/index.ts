/** Started by the runner, or by somebody at a terminal. The one place that ends the process, after everything is written. */
import { isInJob, sealStart } from './sealed-start.ts';

const warning = sealStart();
const args = process.argv.slice(2);
const exitCode =
  args.length === 0 && isInJob()
    ? await (await import('./main.ts')).main(warning)
    : await (await import('./cli.ts')).cli(args, warning);
// a stray child that holds a pipe must not keep the job alive
process.exit(exitCode);

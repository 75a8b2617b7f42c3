/** Started by the runner. The one place that ends the process, after everything is written. */
import { main } from './main.ts';

// a stray child that holds a pipe must not keep the job alive
process.exit(await main());

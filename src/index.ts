/** Started by the runner. The one place that ends the process, after everything is written. */
import { sealStart } from './sealed-start.ts';

const warning = sealStart();
const { main } = await import('./main.ts');
// a stray child that holds a pipe must not keep the job alive
process.exit(await main(warning));

/** The double as a process of its own: prints its port, and ends with whoever started it. */
import { Double } from './double.ts';

const double = await Double.start();
process.stdout.write(`${double.port}\n`);
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 500);

// `npm run chart`: renders the chart with many sets of values and checks every object of each. See README.md.
import { install } from './install.js';

const why = install();
if (why) console.error(`The chart is not checked: ${why}`);
else process.exitCode = await (await import('./check.js')).checkEverything();

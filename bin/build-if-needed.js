// Node is looked at first (see start.js). `--force` builds also what is up to date.
import './supported-node.js';
import('./build.js').then(({ buildIfNeeded }) =>
  buildIfNeeded({ force: process.argv.includes('--force') }),
);

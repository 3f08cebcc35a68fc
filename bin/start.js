// The app runs in this very process, so that Ctrl-C and SIGTERM reach it and nothing has to pass them on.
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
await import('../dist/gatehouse.js');

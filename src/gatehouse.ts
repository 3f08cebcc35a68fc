import nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fromRoot } from './platform/config/from-root.js';

/** What newer lines of Node have beside what 20 has. */
interface NewerModule {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

const node = nodeModule as NewerModule;
const BUNDLE = './bundle/main.js';

/**
 * A start leaves as much garbage as it leaves to keep, and a quiet replica would carry it for hours. It is collected once; from
 * then on memory grows only with the work.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  collect({ type: 'major', flavor: 'last-resort' });
}

// What V8 has compiled is kept for the next start. Where nothing can be written nothing is kept, and nothing is said;
// NODE_COMPILE_CACHE names another folder.
node.enableCompileCache?.(fromRoot('dist/.compile-cache'));
const { started } = (await import(BUNDLE)) as { started: Promise<void> };
await started;
// Now and not only at the end, since a replica may be killed.
node.flushCompileCache?.();
collectGarbage();

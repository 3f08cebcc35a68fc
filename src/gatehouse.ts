import nodeModule from 'node:module';
import { fromRoot } from './platform/config/from-root.js';

/** What newer lines of Node have beside what 20 has. */
interface NewerModule {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

const node = nodeModule as NewerModule;
const BUNDLE = './bundle/main.js';

// What V8 has compiled is kept for the next start. Where nothing can be written nothing is kept, and nothing is said;
// NODE_COMPILE_CACHE names another folder.
node.enableCompileCache?.(fromRoot('dist/.compile-cache'));
const { started } = (await import(BUNDLE)) as { started: Promise<void> };
await started;
// Now and not only at the end, since a replica may be killed.
node.flushCompileCache?.();

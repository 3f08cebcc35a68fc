export { SandboxModule } from './sandbox.module.js';
export { sandboxCredentials, sandboxPages } from './seed/sandbox-pages.js';
export { Sandbox, type SandboxReport } from './seed/sandbox.js';

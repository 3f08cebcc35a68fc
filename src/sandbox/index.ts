export { SandboxModule } from './sandbox.module.js';
export { Sandbox, type SandboxReport } from './sandbox.js';

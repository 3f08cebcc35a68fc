export { SandboxModule } from './sandbox.module.js';
export { credentialsOf, placesOf } from './places.js';
export { Sandbox, type SandboxReport } from './sandbox.js';

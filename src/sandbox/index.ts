export { SandboxModule } from './sandbox.module.js';
export { credentialsOf, placesOf } from './seed/places.js';
export { Sandbox, type SandboxReport } from './seed/sandbox.js';

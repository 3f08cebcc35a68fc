export { ControlIdModule } from './control-id.module.js';

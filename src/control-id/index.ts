export { DeviceAdministration } from './administration/device-administration.js';
export { DeviceSecrets } from './address/device-secrets.js';
export { ControlIdModule } from './control-id.module.js';

import { defineErrors } from '../../platform/errors/domain-error.js';

export const ControlIdErrors = defineErrors('device', {
  vendorFixed: {
    kind: 'conflict',
    title: 'The vendor of a device is fixed: add another device, and remove this one',
  },
});

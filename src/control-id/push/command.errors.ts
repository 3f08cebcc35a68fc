import { defineErrors } from '../../platform/errors/domain-error.js';

export const CommandErrors = defineErrors('device', {
  queueFull: {
    kind: 'conflict',
    title: 'A hundred commands wait for this device already; it does not fetch them',
  },
  notPolling: {
    kind: 'conflict',
    title:
      'This device has fetched no commands for five minutes, so it would not open: open it by hand and look at its network',
  },
});

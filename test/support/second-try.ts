import { jest } from '@jest/globals';

// CI only: browsers and real time on a busy machine. What needed a second try is named at the end of `.ci/run`.
const tries = Number(process.env['E2E_SECOND_TRIES'] ?? 0);
if (tries > 0) jest.retryTimes(tries, { logErrorsBeforeRetry: true });

import { describe, expect, it } from '@jest/globals';
import { testSettings } from '../test/support/settings.js';
import { welcome } from './welcome.js';

const REPORT = {
  simulatorUrl: 'http://localhost:3001',
  credentials: { partnerId: 'p', gymId: 1, adminKey: 'a', appKey: 'b', deviceToken: 'c' },
} as unknown as Parameters<typeof welcome>[1];

describe('the welcome', () => {
  it.each([
    [true, true],
    [false, false],
  ])(
    "shows the operator's key when it was made here (%p), and never one that was given",
    (isOperatorKeyMade, isShown) => {
      const settings = testSettings('postgres://x/y', { isOperatorKeyMade });
      expect(welcome(settings, REPORT).includes(settings.operatorApiKey)).toBe(isShown);
    },
  );
});

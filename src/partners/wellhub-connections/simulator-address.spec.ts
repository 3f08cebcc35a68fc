import { describe, expect, it } from '@jest/globals';
import { testSettings } from '../../../test/support/settings.js';
import { SimulatorAddress } from './wellhub-access.js';

const URL_OF_IT = 'http://127.0.0.1:4010';

describe('the address of the simulator', () => {
  it('is waited for while the sandbox starts, so that due check-ins never look like lost credentials', async () => {
    const address = new SimulatorAddress(testSettings('', { sandbox: true }));
    const asked = address.whenStarted();
    address.offer(URL_OF_IT);
    expect(await asked).toBe(URL_OF_IT);
    expect(await address.whenStarted()).toBe(URL_OF_IT);
  });

  it('delays no call where there is no sandbox', async () => {
    const address = new SimulatorAddress(testSettings('', { sandbox: false }));
    expect(await address.whenStarted()).toBeUndefined();
  });
});

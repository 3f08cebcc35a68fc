import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type { ResetRequests } from '../../accounts/index.js';
import type { Partner } from '../../partners/index.js';
import { PasswordResetMails } from './password-reset-mails.js';

const PARTNER = { id: 'a partner' } as Partner;

/** Only the part of the mails that a page uses; the test decides when one is stored. */
function given() {
  let stored!: () => void;
  let failed!: (why: Error) => void;
  const queued = new Promise<void>((resolve, reject) => {
    stored = resolve;
    failed = reject;
  });
  const mails = new PasswordResetMails({
    store: () => queued,
    wake: () => undefined,
  } as unknown as ResetRequests);
  return { mails, stored, failed };
}

describe('the page for forgotten passwords', () => {
  it('U-24 answers only once the mail is stored, however long that takes', async () => {
    const { mails, stored } = given();
    const said = mails.request(PARTNER, 'ana@example.com');
    await expect(Promise.race([said, delay(450, 'nothing yet')])).resolves.toBe('nothing yet');
    stored();
    await expect(said).resolves.toBe(true);
  });

  it('U-24 fails when the mail could not be stored', async () => {
    const { mails, failed } = given();
    const said = mails.request(PARTNER, 'ana@example.com');
    failed(new Error('storage is down'));
    await expect(said).rejects.toThrow('storage is down');
  });
});

import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ResetRequests } from '../../accounts/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Partner } from '../../partners/index.js';

/** Answers leave at multiples of this, so that their timing does not reveal which address has an account. */
const STEP_MS = 200;

/** "Forgot password?" for people who have an account and no link from Wellhub at hand (U-24). */
@Injectable()
export class PasswordResetMails {
  constructor(private readonly requests: ResetRequests) {}

  /** @returns false for what is no address; otherwise true, once the request for a mail is stored */
  async request(partner: Partner, email: string, language?: string): Promise<boolean> {
    if (!emailAddress(email)) return false;
    const started = performance.now();
    await this.requests.store(partner.id, email, language);
    await delay(STEP_MS - ((performance.now() - started) % STEP_MS));
    this.requests.wake();
    return true;
  }
}

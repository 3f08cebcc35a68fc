import { Injectable } from '@nestjs/common';
import { currentRequest } from '../../platform/deadline/request-context.js';
import { networkOf } from '../../platform/http/network.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { ResetRequestsRepository } from './reset-requests.repository.js';
import { ResetRequestsWorker } from './reset-requests.worker.js';

/**
 * "Forgot password" of people: a request only stores the address, a worker looks it up and mails its owner. So the
 * answer takes as long for an unknown address.
 */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly rows: ResetRequestsRepository,
    private readonly worker: ResetRequestsWorker,
  ) {}

  /**
   * The caller refuses malformed addresses.
   * @param language of the page
   */
  store(partnerId: string, email: string, language?: string): Promise<void> {
    const source = networkOf(currentRequest()?.source ?? '');
    const emailKey = emailAddress(email)?.key ?? '';
    return this.rows.insert(partnerId, { emailKey, source, language: language ?? null });
  }

  /** Handles stored requests at once; called when the answer may leave. */
  wake(): void {
    this.worker.wake();
  }
}

import {
  decisionBody,
  slotBody,
  type BookingDecisionCall,
  type PatchCall,
  type SlotCall,
} from './booking-calls.js';
import { JsonPoster } from './json-post.js';
import { readPatchAnswer, type PatchAnswer } from './patch-answer.js';
import { readAnswer, type ValidateAnswer } from './validate-answer.js';

/** One question to Wellhub; who is asked, as whom and for how long is the caller's business (5.4). */
export interface ValidateCall {
  readonly baseUrl: string;
  readonly token: string;
  readonly wellhubGymId: string;
  /** As received or typed: text, with its leading zeros. */
  readonly wellhubId: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Wellhub's access and booking API, as seen by us. It keeps sockets, nothing else: no token, no state, no retry. */
export class WellhubClient {
  private readonly poster = new JsonPoster();

  /**
   * Asks Wellhub to validate a check-in (5.2). Never throws for anything the network or Wellhub does: every
   * outcome is a value (5.3). An abort through `signal` reads as a timeout.
   */
  async validate(call: ValidateCall): Promise<ValidateAnswer> {
    const outcome = await this.poster.post({
      url: `${call.baseUrl.replace(/\/+$/, '')}/access/v1/validate`,
      headers: {
        Authorization: `Bearer ${call.token}`,
        'X-Gym-Id': call.wellhubGymId,
        'Content-Type': 'application/json',
      },
      body: { gympass_id: call.wellhubId },
      timeoutMs: call.timeoutMs,
      signal: call.signal,
    });
    if (outcome.received) {
      const { status, body, headers } = outcome.response;
      return readAnswer(status, body, headers['retry-after']);
    }
    const { cause, status } = outcome;
    return { kind: 'unreachable', cause, ...(status === undefined ? {} : { status }) };
  }

  /** Tells what became of a booking (section 6). Never throws; a repeat of it is the caller's business. */
  async decideBooking(call: BookingDecisionCall): Promise<PatchAnswer> {
    const path = `/booking/v2/gyms/${part(call.wellhubGymId)}/bookings/${part(call.bookingNumber)}`;
    return this.patch(call, path, decisionBody(call));
  }

  /** Tells how many places of a slot are taken (section 6). Never throws. */
  async setSlot(call: SlotCall): Promise<PatchAnswer> {
    const { wellhubGymId, classId, slotId } = call;
    const path = `/booking/v1/gyms/${part(wellhubGymId)}/classes/${part(classId)}/slots/${part(slotId)}`;
    return this.patch(call, path, slotBody(call));
  }

  /** Lets go of idle sockets at shut-down. */
  close(): void {
    this.poster.close();
  }

  /** Without `X-Gym-Id`: the booking API has the gym in its path. */
  private async patch(call: PatchCall, path: string, body: object): Promise<PatchAnswer> {
    const outcome = await this.poster.post({
      method: 'PATCH',
      url: `${call.baseUrl.replace(/\/+$/, '')}${path}`,
      headers: { Authorization: `Bearer ${call.token}`, 'Content-Type': 'application/json' },
      body,
      timeoutMs: call.timeoutMs,
      signal: call.signal,
    });
    return readPatchAnswer(outcome);
  }
}

const part = encodeURIComponent;

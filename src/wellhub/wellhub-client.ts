import {
  decisionBody,
  slotBody,
  type BookingDecisionCall,
  type PatchCall,
  type SlotCall,
} from './booking-calls.js';
import { Breakers, type CallTarget } from './breakers.js';
import { timed, type OnCall } from './call-times.js';
import {
  JsonClient,
  type JsonOutcome,
  type JsonRequest,
} from '../platform/http-client/json-client.js';
import { readPatchAnswer, type PatchAnswer } from './patch-answer.js';
import { readValidateAnswer, type ValidateAnswer } from './validate-answer.js';

/** One validate call; the caller passes base URL, token and time limit (5.4). */
export interface ValidateCall extends CallTarget {
  readonly wellhubGymId: string;
  /** As received or typed: text, with its leading zeros. */
  readonly wellhubId: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Passes also while the breaker is open, for a call that a person started, such as the connection test. */
  readonly evenIfSilent?: boolean;
}

/**
 * Wellhub's access and booking API, as seen by us. It keeps breakers and sockets, nothing else: no retry. While a
 * breaker is open a call is not made and counts as unreachable at once (ADR 0020).
 */
export class WellhubClient {
  constructor(
    private readonly breakers = new Breakers(),
    private readonly http = new JsonClient(),
    private readonly onCall: OnCall = () => undefined,
  ) {}

  /**
   * Calls Wellhub to validate a check-in (5.2). Never throws for a failure of the network or of Wellhub: every outcome
   * is a value (5.3). An abort through `signal` reads as a timeout.
   */
  async validate(call: ValidateCall): Promise<ValidateAnswer> {
    const { baseUrl, token, wellhubGymId, wellhubId, timeoutMs, signal } = call;
    const headers = { Authorization: `Bearer ${token}`, 'X-Gym-Id': wellhubGymId, ...JSON_BODY };
    const url = `${baseUrl.replace(/\/+$/, '')}/access/v1/validate`;
    const body = { gympass_id: wellhubId };
    const request = { call: 'validate', url, headers, body, timeoutMs, signal };
    return timed('validate', this.onCall, async () =>
      readValidateAnswer(await this.send(call, request, call.evenIfSilent)),
    );
  }

  /** Sends the decision about a booking (section 6). Never throws; the caller decides about a retry. */
  async decideBooking(call: BookingDecisionCall): Promise<PatchAnswer> {
    const path = `/booking/v2/gyms/${part(call.wellhubGymId)}/bookings/${part(call.bookingNumber)}`;
    return timed('booking', this.onCall, () =>
      this.patch('booking', call, { path, body: decisionBody(call) }),
    );
  }

  /** Sends how many places of a slot are taken (section 6). Never throws. */
  async setSlot(call: SlotCall): Promise<PatchAnswer> {
    const { wellhubGymId, classId, slotId } = call;
    const path = `/booking/v1/gyms/${part(wellhubGymId)}/classes/${part(classId)}/slots/${part(slotId)}`;
    return timed('slot', this.onCall, () =>
      this.patch('slot', call, { path, body: slotBody(call) }),
    );
  }

  /** Lets go of its sockets. */
  close(): void {
    this.http.close();
  }

  /** Without `X-Gym-Id`: the booking API has the gym in its path. */
  private async patch(
    name: string,
    call: PatchCall,
    { path, body }: { readonly path: string; readonly body: object },
  ): Promise<PatchAnswer> {
    const { baseUrl, token, timeoutMs, signal } = call;
    const headers = { Authorization: `Bearer ${token}`, ...JSON_BODY };
    const url = `${baseUrl.replace(/\/+$/, '')}${path}`;
    const request = { call: name, method: 'PATCH', url, headers, body, timeoutMs, signal } as const;
    return readPatchAnswer(await this.send(call, request));
  }

  private async send(
    caller: CallTarget,
    request: JsonRequest,
    evenIfSilent = false,
  ): Promise<JsonOutcome> {
    const send = (onConnect: () => void) => this.http.send({ ...request, onConnect });
    return (await this.breakers.run(caller, send, evenIfSilent)) ?? CUT_SHORT;
  }
}

const JSON_BODY = { 'Content-Type': 'application/json' };
const CUT_SHORT = { received: false, cause: 'breaker' } as const;
const part = encodeURIComponent;

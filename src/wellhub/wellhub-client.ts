import { JsonPoster } from './json-post.js';
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

/** Wellhub's access API, as seen by us. It keeps sockets, nothing else: no token, no state, no retry. */
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

  /** Lets go of idle sockets at shut-down. */
  close(): void {
    this.poster.close();
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { JsonPoster, type JsonPost } from './json-post.js';
import {
  readGyms,
  readSetup,
  readWebhooks,
  type SetupAnswer,
  type SetupGym,
  type SetupWebhook,
} from './setup-answer.js';

/** Whom to ask, as whom, and until when. */
export interface SetupCall {
  readonly baseUrl: string;
  readonly token: string;
  /** At most 10 s are waited (1.2). */
  readonly timeoutMs: number;
}

/** A subscription to be made; the secret is the one that signs our webhooks. */
export interface NewWebhook extends SetupWebhook {
  readonly secret: string;
}

const LONGEST_MS = 10_000;
/** A chain has thousands of gyms. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Wellhub's Integration Setup API (section 8): which gyms chose us, and what Wellhub tells us about each. */
@Injectable()
export class SetupClient implements OnApplicationShutdown {
  private readonly poster = new JsonPoster();

  async gyms(call: SetupCall): Promise<SetupAnswer<SetupGym[]>> {
    return readSetup(await this.send(call, 'GET', ''), readGyms);
  }

  async webhooks(call: SetupCall, wellhubGymId: string): Promise<SetupAnswer<SetupWebhook[]>> {
    return readSetup(await this.send(call, 'GET', pathOf(wellhubGymId)), readWebhooks);
  }

  /** Adds or replaces these; what else is there stays. */
  async register(
    call: SetupCall,
    wellhubGymId: string,
    webhooks: readonly NewWebhook[],
  ): Promise<SetupAnswer<true>> {
    const outcome = await this.send(call, 'POST', pathOf(wellhubGymId), { webhooks });
    return readSetup(outcome, () => true);
  }

  onApplicationShutdown(): void {
    this.poster.close();
  }

  private send(
    { baseUrl, token, timeoutMs }: SetupCall,
    method: NonNullable<JsonPost['method']>,
    path: string,
    body?: object,
  ) {
    return this.poster.post({
      method,
      url: `${baseUrl.replace(/\/+$/, '')}/v1/systems/gyms${path}`,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body,
      timeoutMs: Math.min(timeoutMs, LONGEST_MS),
      mostBytes: MOST_BYTES,
    });
  }
}

const pathOf = (wellhubGymId: string) => `/${encodeURIComponent(wellhubGymId)}/webhooks`;

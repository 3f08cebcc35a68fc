import type { OnApplicationShutdown } from '@nestjs/common';
import { JsonClient, type JsonRequest } from '../platform/http-client/json-client.js';
import { timed, type OnCall } from './call-times.js';
import {
  readGyms,
  readSetup,
  readWebhooks,
  type SetupAnswer,
  type SetupGym,
  type SetupWebhook,
} from './setup-answer.js';

/** Base URL, token and time limit of a call. */
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

interface SetupRequest {
  readonly method: NonNullable<JsonRequest['method']>;
  readonly path: string;
  readonly body?: object;
}

const LONGEST_MS = 10_000;
/** A chain has thousands of gyms. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Wellhub's Integration Setup API (section 8): which gyms chose us, and which webhooks Wellhub sends us about each. */
export class SetupClient implements OnApplicationShutdown {
  constructor(
    private readonly http: JsonClient = new JsonClient(),
    private readonly onCall: OnCall = () => undefined,
  ) {}

  async gyms(call: SetupCall): Promise<SetupAnswer<SetupGym[]>> {
    const request = { method: 'GET', path: '' } as const;
    return timed('setup', this.onCall, async () =>
      readSetup(await this.send(call, request), readGyms),
    );
  }

  async webhooks(call: SetupCall, wellhubGymId: string): Promise<SetupAnswer<SetupWebhook[]>> {
    const request = { method: 'GET', path: pathOf(wellhubGymId) } as const;
    return timed('setup', this.onCall, async () =>
      readSetup(await this.send(call, request), readWebhooks),
    );
  }

  /** Adds or replaces these; what else is there stays. */
  async register(
    call: SetupCall,
    wellhubGymId: string,
    webhooks: readonly NewWebhook[],
  ): Promise<SetupAnswer<true>> {
    const request = { method: 'POST', path: pathOf(wellhubGymId), body: { webhooks } } as const;
    return timed('setup', this.onCall, async () =>
      readSetup(await this.send(call, request), (): true => true),
    );
  }

  onApplicationShutdown(): void {
    this.http.close();
  }

  private send({ baseUrl, token, timeoutMs }: SetupCall, { method, path, body }: SetupRequest) {
    return this.http.send({
      call: `set up: ${method}`,
      method,
      url: `${baseUrl.replace(/\/+$/, '')}/v1/systems/gyms${path}`,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body,
      timeoutMs: Math.min(timeoutMs, LONGEST_MS),
      maxResponseBytes: MAX_BYTES,
    });
  }
}

const pathOf = (wellhubGymId: string) => `/${encodeURIComponent(wellhubGymId)}/webhooks`;

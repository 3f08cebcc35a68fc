import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from './connection-secrets.js';
import {
  Breakers,
  wellhubBase,
  type BreakerState,
  type WellhubEnvironment,
} from '../../wellhub/index.js';
import { Gyms } from '../gyms/gyms.js';
import { openToken, type Unusable } from './stored-token.js';
import { WellhubConnections } from './wellhub-connections.js';

/** Everything the vendor client needs to call for one gym. */
export interface WellhubAccess {
  readonly partnerId: string;
  readonly baseUrl: string;
  readonly token: string;
  readonly wellhubGymId: string;
}

/** Longest that work waits for the sandbox to start; shorter than the lease of a call. */
const STARTS_WITHIN_MS = 5_000;

/** Where the built-in simulator listens; set by the sandbox when it has started. */
@Injectable()
export class SimulatorAddress {
  private address: string | undefined;
  private readonly started = new AbortController();

  constructor(private readonly settings: Settings) {
    this.address = settings.wellhubSimulatorUrl;
  }

  get url(): string | undefined {
    return this.address;
  }

  /** A configured address wins. */
  offer(url: string): void {
    this.address ??= url;
    this.started.abort();
  }

  /** After a restart work is due before the sandbox has started; without a place to call it would look like lost credentials. */
  async whenStarted(): Promise<string | undefined> {
    if (this.address === undefined && this.settings.sandbox)
      await sleep(STARTS_WITHIN_MS, undefined, { signal: this.started.signal, ref: false }).catch(
        () => undefined,
      );
    return this.address;
  }
}

/** Base, token and gym id always come from the same row, so that they cannot be mixed (W-54). */
@Injectable()
export class WellhubAccesses {
  private readonly box;

  constructor(
    private readonly connections: WellhubConnections,
    private readonly gyms: Gyms,
    private readonly simulator: SimulatorAddress,
    private readonly breakers: Breakers,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  /**
   * Unusable when the partner has no connection, no token that can be sent, or the gym no Wellhub id. A gym that was
   * removed keeps its access: validations that were started there must be finished, and decisions there must be sent.
   */
  async forGym(partnerId: string, gymId: number): Promise<WellhubAccess | Unusable> {
    const [connection, gym] = await Promise.all([
      this.connections.find(partnerId),
      this.gyms.getEvenRemoved(partnerId, gymId),
    ]);
    if (!connection) return { unusable: 'The partner has no connection to Wellhub' };
    const { wellhubGymId, wellhubAccessToken } = gym;
    const sealed = wellhubAccessToken ?? connection.accessToken;
    if (!sealed) return { unusable: 'accessToken of the connection is not set' };
    if (wellhubGymId === null) return { unusable: 'wellhubGymId of the gym is not set' };
    const isSimulated = connection.environment === 'simulator';
    const simulator = isSimulated ? await this.simulator.whenStarted() : undefined;
    const baseUrl = wellhubBase(connection.environment, simulator);
    if (baseUrl === undefined) return { unusable: 'No simulator runs here' };
    const token = openToken(
      this.box,
      sealed,
      wellhubAccessToken ? 'wellhubAccessToken of the gym' : 'accessToken of the connection',
    );
    return typeof token === 'string' ? { partnerId, baseUrl, token, wellhubGymId } : token;
  }

  /** The state of this replica's breaker for the partner's calls. Null where no call can be made. */
  breakerOf(partnerId: string, environment: WellhubEnvironment): BreakerState | null {
    const baseUrl = wellhubBase(environment, this.simulator.url);
    return baseUrl === undefined ? null : this.breakers.stateOf({ baseUrl, partnerId });
  }
}

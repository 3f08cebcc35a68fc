import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from './connection-secrets.js';
import { WELLHUB_EVENTS_BASE, type WellhubEnvironment } from '../../wellhub/index.js';
import { openToken, type Unusable } from './stored-token.js';
import { SimulatorAddress } from './wellhub-access.js';
import { WellhubConnections } from './wellhub-connections.js';

/** Everything the client of Wellhub's Events API needs to call for a partner. */
export interface UsageAccess {
  readonly environment: WellhubEnvironment;
  readonly baseUrl: string;
  /** Or why no call can be made with it. */
  readonly token: string | Unusable;
  readonly tokenSetAt: Date;
}

/** Base and token always come from the same row, so that they cannot be mixed (W-54). */
@Injectable()
export class UsageAccesses {
  private readonly box;

  constructor(
    private readonly connections: WellhubConnections,
    private readonly simulator: SimulatorAddress,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  /** Undefined without a connection or `eventsApiToken`, and in the sandbox: Wellhub's has no Events API. */
  async forPartner(partnerId: string): Promise<UsageAccess | undefined> {
    const row = await this.connections.find(partnerId);
    if (!row?.eventsApiToken || !row.eventsApiTokenSetAt) return undefined;
    const { environment, eventsApiToken, eventsApiTokenSetAt: tokenSetAt } = row;
    const baseUrl = this.baseOf(environment);
    if (baseUrl === undefined) return undefined;
    const token = openToken(this.box, eventsApiToken, 'eventsApiToken of the connection');
    return { environment, baseUrl, token, tokenSetAt };
  }

  private baseOf(environment: WellhubEnvironment): string | undefined {
    if (environment === 'simulator') return this.simulator.url;
    return environment === 'production' ? WELLHUB_EVENTS_BASE : undefined;
  }
}

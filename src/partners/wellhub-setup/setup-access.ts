import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from '../wellhub-connections/connection-secrets.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { pasted } from '../../platform/text/pasted.js';
import { setupBase } from '../../wellhub/index.js';
import type { Gym } from '../gyms/gym.js';
import { gymUrls, partnerWebhooks } from '../wellhub-connections/hook-urls.js';
import { Partners } from '../partners/partners.js';
import { ConnectionErrors, SetupErrors } from '../partners/partners.errors.js';
import { openToken, type Unusable } from '../wellhub-connections/stored-token.js';
import { SimulatorAddress } from '../wellhub-connections/wellhub-access.js';
import { WellhubConnections } from '../wellhub-connections/wellhub-connections.js';

/** How a partner calls the Integration Setup API, and what it would register. */
export interface SetupAccess {
  readonly environment: string;
  readonly baseUrl: string;
  readonly token: string;
  /** A gym's own token, the addresses at which we take its webhooks, and the secret that is to sign them. */
  of(gym: Gym): {
    readonly token: string;
    readonly urls: readonly string[];
    readonly secret: string | undefined;
  };
}

/** Base, token, addresses and secret always come from the same rows, so that they cannot be mixed (W-54). */
@Injectable()
export class SetupAccesses {
  private readonly box;

  constructor(
    private readonly partners: Partners,
    private readonly connections: WellhubConnections,
    private readonly simulator: SimulatorAddress,
    private readonly settings: Settings,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  /** @throws partner.not-found, wellhub-connection.not-found, wellhub-setup.production-only, .credentials-refused */
  async forPartner(partnerId: string): Promise<SetupAccess> {
    const partner = await this.partners.get(partnerId);
    const row = await this.connections.find(partnerId);
    if (!row?.accessToken) throw new DomainError(ConnectionErrors.notFound);
    const { environment, accessToken, webhookSecret } = row;
    const baseUrl = setupBase(environment, this.simulator.url);
    if (baseUrl === undefined) throw new DomainError(SetupErrors.productionOnly);
    const origin = this.settings.wellhubPublicUrl;
    const side = environment === 'production' ? 'production' : 'test';
    const clear = (sealed: Buffer | null) => (sealed ? this.box.openText(sealed) : undefined);
    const token = openToken(this.box, accessToken, 'accessToken of the connection');
    if (typeof token !== 'string') throw problemWith(token);
    const hook = side === 'production' ? partner.hookProduction : partner.hookTest;
    const ofPartner = partnerWebhooks(origin, hook);
    return {
      environment,
      baseUrl,
      token,
      of: (gym) => {
        const ofGym = gymUrls(gym, origin)[side].webhooks;
        return {
          token: pasted(clear(gym.wellhubAccessToken) ?? token),
          // Only a gym's own address takes what a gym's own secret signed (W-30).
          urls: gym.webhookSecret ? [ofGym] : [ofPartner, ofGym],
          secret: clear(gym.webhookSecret) ?? clear(webhookSecret),
        };
      },
    };
  }
}

/** What does not decrypt was not refused by Wellhub. */
const problemWith = ({ unusable: detail, isUnreadable }: Unusable): DomainError =>
  isUnreadable
    ? new DomainError(RequestErrors.unavailable, { detail })
    : new DomainError(SetupErrors.credentialsRefused, { detail });

import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import type { Partner } from '../partners/partner.js';
import { Partners } from '../partners/partners.js';
import { partnerUrls, type PartnerUrls } from './hook-urls.js';
import type { WellhubConnectionEntity } from './wellhub-connection.entity.js';
import { WellhubConnectionsRepository } from './wellhub-connections.repository.js';

type Connection = Pick<WellhubConnectionEntity, 'environment'> | undefined;

/** What to type into Wellhub's portals: `production` leads to the live environment, `test` to the one for tests. */
@Injectable()
export class WellhubAddresses {
  constructor(
    private readonly partners: Partners,
    private readonly connections: WellhubConnectionsRepository,
    private readonly settings: Settings,
  ) {}

  /** The same for a partner and for its test environment. */
  async of(partner: Partner, connection: Connection): Promise<PartnerUrls> {
    return partnerUrls(await this.hooksOf(partner, connection), this.settings.wellhubPublicUrl);
  }

  private async hooksOf(partner: Partner, connection: Connection) {
    if (partner.livePartnerId !== null) {
      const live = await this.partners.get(partner.livePartnerId);
      const liveConnection = await this.connections.find(live.id);
      return { production: hookInUse(live, liveConnection), test: partner.hookTest };
    }
    const test = await this.partners.findTestOf(partner.id);
    // Without a test environment both are the partner's own, and its connection says which of them is in use.
    if (!test) return { production: partner.hookProduction, test: partner.hookTest };
    return { production: hookInUse(partner, connection), test: test.hookTest };
  }
}

/** A live partner may be connected to the sandbox or the simulator, too: then its other hook is the one that works. */
const hookInUse = ({ hookProduction, hookTest }: Partner, connection: Connection): string =>
  (connection?.environment ?? 'production') === 'production' ? hookProduction : hookTest;

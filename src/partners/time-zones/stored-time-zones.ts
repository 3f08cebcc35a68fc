import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { canonicalTimeZone } from '../../platform/values/time-zones.js';
import { TimeZonesRepository, type ZoneHolder } from './time-zones.repository.js';

const CODE = 'gym.time-zone-unusable';

/**
 * Zones that were stored by an older version, or come with a dump from a database that knew more names: each gets its
 * present name. What has none is replaced by UTC where the database does not know it, and an alert is raised.
 */
@Injectable()
export class StoredTimeZones implements OnApplicationBootstrap {
  private readonly logger = new Logger('time-zones');

  constructor(
    private readonly zones: TimeZonesRepository,
    private readonly alerts: Alerts,
  ) {}

  /** Never fails a start: the database may be down, and the next start checks again. */
  async onApplicationBootstrap(): Promise<void> {
    await this.mend().catch((err: unknown) => this.logger.error({ msg: 'time-zones', err }));
  }

  private async mend(): Promise<void> {
    for (const stored of await this.zones.stored()) {
      const now = canonicalTimeZone(stored);
      const usable = now !== undefined && (await this.zones.isKnown(now));
      if (now === stored && usable) continue;
      if (usable) await this.zones.replace(stored, now);
      else await this.report(stored);
    }
  }

  private async report(stored: string): Promise<void> {
    const isReckoned = await this.zones.isKnown(stored);
    const holders = isReckoned
      ? await this.zones.holders(stored)
      : await this.zones.replace(stored, 'UTC');
    const why = isReckoned
      ? 'has more than one meaning'
      : 'is unknown to the database; UTC counts now';
    for (const holder of holders) await this.raise(holder, `The time zone ${stored} ${why}`);
  }

  private raise({ partnerId, gymId }: ZoneHolder, detail: string): Promise<void> {
    const object = gymId === null ? 'partner' : `gym/${gymId}`;
    return this.alerts.raise({ partnerId, code: CODE, object, gymId, detail });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { PartnerEnvironment } from '../partners/partner-environment.js';
import { PartnerEntity } from '../partners/partner.entity.js';
import { WellhubConnectionEntity } from './wellhub-connection.entity.js';

/** The table `wellhub_connections`: one row per partner. */
@Injectable()
export class WellhubConnectionsRepository {
  constructor(
    @InjectRepository(WellhubConnectionEntity)
    private readonly rows: Repository<WellhubConnectionEntity>,
  ) {}

  async find(partnerId: string): Promise<WellhubConnectionEntity | undefined> {
    return (await this.rows.findOneBy({ partnerId })) ?? undefined;
  }

  /**
   * One change of a partner's at a time, of the first one too: the partner's row is locked.
   * @param change of the row as it is now, for a partner of this environment; what it throws is thrown
   * @returns the row with the database's defaults
   */
  put(
    partnerId: string,
    change: (
      old: WellhubConnectionEntity | undefined,
      environment: PartnerEnvironment,
    ) => Partial<WellhubConnectionEntity>,
  ): Promise<WellhubConnectionEntity> {
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(WellhubConnectionEntity);
      const lock = { mode: 'for_no_key_update' } as const;
      const partners = manager.getRepository(PartnerEntity);
      const { environment } = await partners.findOneOrFail({ where: { id: partnerId }, lock });
      const old = (await rows.findOneBy({ partnerId })) ?? undefined;
      await rows.save(rows.create({ ...old, ...change(old, environment), partnerId }));
      return rows.findOneByOrFail({ partnerId });
    });
  }
}

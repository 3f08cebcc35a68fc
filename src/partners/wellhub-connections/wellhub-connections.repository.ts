import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
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
   * @param change of the row as it is now; what it throws is thrown
   * @returns the row with the database's defaults
   */
  put(
    partnerId: string,
    change: (old: WellhubConnectionEntity | undefined) => Partial<WellhubConnectionEntity>,
  ): Promise<WellhubConnectionEntity> {
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(WellhubConnectionEntity);
      const lock = { mode: 'for_no_key_update' } as const;
      await manager.getRepository(PartnerEntity).findOne({ where: { id: partnerId }, lock });
      const old = (await rows.findOneBy({ partnerId })) ?? undefined;
      await rows.save(rows.create({ ...old, ...change(old), partnerId }));
      return rows.findOneByOrFail({ partnerId });
    });
  }
}

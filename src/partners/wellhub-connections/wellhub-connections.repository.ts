import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
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

  /** @returns the row with the database's defaults */
  async put(
    values: Partial<WellhubConnectionEntity> & { readonly partnerId: string },
  ): Promise<WellhubConnectionEntity> {
    await this.rows.save(this.rows.create(values));
    return this.rows.findOneByOrFail({ partnerId: values.partnerId });
  }
}

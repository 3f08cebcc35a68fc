import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { ChosenSettings } from './control-id-settings.js';
import type { OfDevice } from './control-id-device.js';

const INSERT = {
  name: 'control-id.insert-device',
  text: 'insert into control_id_devices (partner_id, device_id, settings) values ($1, $2, $3::jsonb)',
};

const CHANGE = {
  name: 'control-id.change-device',
  text: 'update control_id_devices set settings = $3::jsonb where partner_id = $1 and device_id = $2',
};

const SETTINGS = {
  name: 'control-id.settings',
  text: `select device_id::float8 as id, settings from control_id_devices
    where partner_id = $1 and device_id = any($2::bigint[])`,
};

/** The table `control_id_devices`: only what was chosen is stored. */
@Injectable()
export class DeviceSettingsRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Queries, { partnerId, id }: OfDevice, chosen: ChosenSettings): Promise<void> {
    await tx.query(INSERT, [partnerId, id, JSON.stringify(chosen)]);
  }

  async change(tx: Queries, { partnerId, id }: OfDevice, chosen: ChosenSettings): Promise<void> {
    await tx.query(CHANGE, [partnerId, id, JSON.stringify(chosen)]);
  }

  /** By the ids of those that are devices of this vendor. */
  async of(
    partnerId: string,
    ids: readonly number[],
    queries: Queries = this.db,
  ): Promise<Map<number, ChosenSettings>> {
    if (ids.length === 0) return new Map();
    const rows = await queries.query<{ id: number; settings: ChosenSettings }>(SETTINGS, [
      partnerId,
      ids,
    ]);
    return new Map(rows.map(({ id, settings }) => [id, settings]));
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';

export interface StoredNotification {
  readonly partnerId: string;
  readonly deviceId: number;
  readonly gymId: number;
  readonly hash: Buffer;
  readonly topic: string;
  readonly facts: unknown;
  readonly arrivedAt: Date;
  readonly attempts: number;
}

export interface NewNotification {
  readonly topic: string;
  readonly facts: unknown;
  /** Of the body. */
  readonly hash: Buffer;
}

/** A handler that takes longer is thought dead. */
const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 12;

/** The same body counts again after a day, once it was handled. */
const ADD = {
  name: 'control-id.add-notification',
  text: `insert into control_id_notifications as n (partner_id, device_id, gym_id, hash, topic, facts)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (partner_id, device_id, hash) do update set facts = excluded.facts, gym_id = excluded.gym_id,
      arrived_at = excluded.arrived_at, due_at = excluded.due_at, attempts = 0
    where n.due_at is null and n.arrived_at < statement_timestamp() - interval '24 hours'
    returning hash`,
};

const CLAIM = {
  name: 'control-id.claim-notifications',
  text: `with due as materialized (
      select partner_id, device_id, hash from control_id_notifications
      where due_at <= statement_timestamp() order by due_at limit $1 for update skip locked)
    update control_id_notifications n set attempts = n.attempts + 1,
      due_at = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from due where n.partner_id = due.partner_id and n.device_id = due.device_id and n.hash = due.hash
    returning n.partner_id as "partnerId", n.device_id as "deviceId", n.gym_id as "gymId", n.hash, n.topic, n.facts,
      n.arrived_at as "arrivedAt", n.attempts`,
};

const SETTLE = {
  name: 'control-id.settle-notification',
  text: `update control_id_notifications set due_at = null, facts = null
    where partner_id = $1 and device_id = $2 and hash = $3`,
};

const POSTPONE = {
  name: 'control-id.postpone-notification',
  text: `update control_id_notifications set due_at = clock_timestamp() + least(300, 2 ^ attempts) * interval '1 second'
    where partner_id = $1 and device_id = $2 and hash = $3`,
};

export const NOTIFICATIONS_DUE_SINCE_SQL = `select due_at from control_id_notifications
  where due_at <= statement_timestamp() order by due_at limit 1`;

/** What devices told us in the last 24 hours. */
@Injectable()
export class NotificationsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      table: 'control_id_notifications',
      column: 'arrived_at',
      keep: '25 hours',
    });
  }

  /** @returns false for a copy */
  async add({ partnerId, id, gymId }: DeviceOfGym, given: NewNotification): Promise<boolean> {
    const { hash, topic, facts } = given;
    const values = [partnerId, id, gymId, hash, topic, JSON.stringify(facts)];
    return (await this.db.query(ADD, values)).length > 0;
  }

  /** In the order in which they came. */
  async claim(most: number): Promise<StoredNotification[]> {
    const rows = await this.db.query<StoredNotification & object>(CLAIM, [most]);
    return rows.toSorted((a, b) => a.arrivedAt.getTime() - b.arrivedAt.getTime());
  }

  async settle({ partnerId, deviceId, hash }: StoredNotification): Promise<void> {
    await this.db.query(SETTLE, [partnerId, deviceId, hash]);
  }

  /** @returns whether it is tried again */
  async postpone(one: StoredNotification): Promise<boolean> {
    const { partnerId, deviceId, hash, attempts } = one;
    const isOver = attempts >= MOST_ATTEMPTS;
    await this.db.query(isOver ? SETTLE : POSTPONE, [partnerId, deviceId, hash]);
    return !isOver;
  }
}

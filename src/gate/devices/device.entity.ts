import { Column, Entity } from 'typeorm';
import { CreatedAt, Int64, NumberKey, PartnerId } from '../../platform/database/columns.js';
import type { Direction, Vendor } from './device-kinds.js';

/** A card reader or turnstile at a gym. Owner: gate. */
@Entity('devices')
export class DeviceEntity {
  @PartnerId()
  partnerId!: string;

  @NumberKey('device_ids')
  id!: number;

  @Int64('gym_id')
  gymId!: number;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'direction', type: 'text' })
  direction!: Direction;

  /** False until it got its first token, and after it is switched off. */
  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;

  @Column({ name: 'repeat_window_seconds', type: 'integer' })
  repeatWindowSeconds!: number;

  @Column({ name: 'vendor', type: 'text' })
  vendor!: Vendor;

  @Column({ name: 'token_hash', type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  @CreatedAt()
  createdAt!: Date;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}

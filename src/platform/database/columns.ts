import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** int64 columns are JSON numbers below 2^53 everywhere; the driver returns them as text. */
const int64 = {
  to: (value: unknown) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** The tenant: first part of every key. */
export const PartnerId = () => PrimaryColumn({ name: 'partner_id', type: 'uuid' });

/** An int64 key made by its sequence. */
export const NumberKey = (sequence: string) =>
  PrimaryColumn({
    name: 'id',
    type: 'bigint',
    transformer: int64,
    default: () => `nextval('${sequence}')`,
  });

export const UuidKey = () => PrimaryColumn({ name: 'id', type: 'uuid' });

export const Int64 = (name: string, options: ColumnOptions = {}) =>
  Column({ name, type: 'bigint', transformer: int64, ...options });

/** Set by the database when the row is made. */
export const CreatedAt = () =>
  Column({
    name: 'created_at',
    type: 'timestamptz',
    default: () => 'clock_timestamp()',
    update: false,
  });

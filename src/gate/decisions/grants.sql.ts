interface DeviceSql {
  readonly partner: string;
  readonly gym: string;
  readonly device: string;
}

/** Scans that opened this device between two times: `id`, `at`, `customer_id`, `value_hash_prefix`. */
export const grantsOfDeviceSql = (
  { partner, gym, device }: DeviceSql,
  from: string,
  to: string,
): string => `
  select d.id, d.at, d.customer_id, d.value_hash_prefix from gate_decisions d
  where d.partner_id = ${partner} and d.gym_id = ${gym} and d.at between ${from} and ${to}
    and d.device_id = ${device} and d.result in ('OPEN', 'REPEAT') and not d.dry_run`;

/** As the log of decisions names a value. */
export const valuePrefix = (hash: Buffer): string => hash.toString('hex').slice(0, 12);

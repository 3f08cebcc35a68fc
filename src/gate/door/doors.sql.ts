/** How many devices at the gym may open a door, as a scalar. */
export const openingDevicesSql = (partner: string, gym: string): string => `
  (select count(*)::int from devices d
    where d.partner_id = ${partner} and d.gym_id = ${gym} and d.active and d.deleted_at is null)`;

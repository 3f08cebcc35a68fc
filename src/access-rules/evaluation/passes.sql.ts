/**
 * One row: whether a staff pass of the customer holds at the gym on the day (`is_staff`), and the guest pass that would
 * be used there (`guest_pass_id`): the one that ends first, of those with entries left.
 */
export const passesForEntrySql = (
  partner: string,
  customer: string,
  { gym, day }: { readonly gym: string; readonly day: string },
): string => `
  select coalesce(bool_or(x.type = 'STAFF'), false) as is_staff,
    (array_agg(x.id order by x.valid_until, x.id) filter (where x.type = 'GUEST' and x.entries_used < x.entries))[1]
      as guest_pass_id
  from access_passes x
  where x.partner_id = ${partner} and x.customer_id = ${customer}
    and (x.gym_ids is null or ${gym} = any(x.gym_ids))
    and x.valid_from <= ${day} and (x.valid_until is null or x.valid_until >= ${day})`;

/** One entry less of the guest passes in `source (partner_id, customer_id, pass_id, at)`. */
export const usePassesSql = (source: string): string => `
  update access_passes x set version = x.version + 1, entries_used = x.entries_used + 1, used_at = (s.at || x.used_at)[1:10]
  from ${source} s
  where x.partner_id = s.partner_id and x.id = s.pass_id and x.customer_id = s.customer_id and x.entries_used < x.entries`;

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

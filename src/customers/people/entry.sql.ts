/** Fragments for statements that decide about codes, entry and check-ins; composed by the rooms that do. */

/** Boolean over a row of customers: Wellhub may pay for this person's visits, so their check-ins decide at a door. */
export const WELLHUB_PERSON_SQL = `wellhub_id is not null or (gpw_id is not null and gpw_active) or origin = 'WELLHUB'`;

/** What a decision needs to know of a customer. `alias` names the table `customers`. */
export const customerColumnsForEntrySql = (alias: string): string =>
  [
    'status',
    'wellhub_id',
    'gpw_id',
    'gpw_active',
    'origin',
    'card_blocked',
    'home_gym_id',
    'birth_date',
    'has_access_passes',
  ]
    .map((column) => `${alias}.${column}`)
    .join(', ');

/** For statements that also want the first name. */
export const FIRST_NAME_SQL = ', c.first_name';
const COLUMNS = `c.id, ${customerColumnsForEntrySql('c')}`;

/** One row, or none for an unknown or erased customer. */
export const customerForEntrySql = (partner: string, customer: string, more = ''): string => `
  select ${COLUMNS}${more} from customers c
  where c.partner_id = ${partner} and c.id = ${customer} and c.status <> 'ERASED' limit 1`;

/** The customer with this card, an unblocked one first. `card` is the decimal form. */
export const customerByCardForEntrySql = (partner: string, card: string, more = ''): string => `
  select ${COLUMNS}${more} from customers c
  where c.partner_id = ${partner} and c.card_number = ${card} and c.status <> 'ERASED'
  order by c.card_blocked limit 1`;

/** Who may come with a card: `most` of them after the card number `after`, in the order of the numbers. */
export const cardHoldersForEntrySql = (partner: string, after: string, most: number): string => `
  select ${COLUMNS}, c.card_number from customers c
  where c.partner_id = ${partner} and c.card_number > ${after} and not c.card_blocked
  order by c.card_number limit ${most}`;

/** The customer with this Wellhub id, or none. */
export const customerByWellhubIdForEntrySql = (partner: string, wellhubId: string): string => `
  select ${COLUMNS} from customers c
  where c.partner_id = ${partner} and c.wellhub_id = ${wellhubId} and c.status <> 'ERASED' limit 1`;

/**
 * One row when an event of Wellhub changes no profile: its `id`, null for a person without a profile. No row when a
 * pending profile without a name would get one (`hasName`), or when the person may match a customer with that e-mail
 * and without a Wellhub id (`emailKey`, null when the gym does not match by e-mail).
 */
export const knownCustomerSql = (
  partner: string,
  wellhubId: string,
  { hasName, emailKey }: { hasName: string; emailKey: string },
): string => `
  select c.id from (select) once left join customers c
    on c.partner_id = ${partner} and c.wellhub_id = ${wellhubId} and c.status <> 'ERASED'
  where c.status <> 'PENDING'
    or (c.id is null or not ${hasName} or c.first_name is not null or c.last_name is not null)
      and not exists (select from customers other
        where other.partner_id = ${partner} and other.email_key = ${emailKey} and other.wellhub_id is null)
  limit 1`;

/** Whose this customer's past is now, as a scalar: the profile that it was merged into, else itself. */
export const survivorIdSql = (partner: string, customer: string): string =>
  `coalesce((select merged.merged_into from customers merged
    where merged.partner_id = ${partner} and merged.id = ${customer}), ${customer})`;

/** The id of the customer with this gpw id, as a scalar; null when there is none. */
export const customerIdByGpwIdSql = (partner: string, gpwId: string): string =>
  `(select c.id from customers c where c.partner_id = ${partner} and c.gpw_id = ${gpwId})`;

/** The e-mail key of a customer, as a scalar; null for an unknown or erased one. */
export const emailKeyOfCustomerSql = (partner: string, customer: string): string =>
  `(select c.email_key from customers c
    where c.partner_id = ${partner} and c.id = ${customer} and c.status <> 'ERASED')`;

/** True when a contract covers the day. Cancelling sets an end date; the day of cancelling ends nothing. */
export const currentContractSql = (partner: string, customer: string, today: string): string => `
  exists (select from contracts k
    where k.partner_id = ${partner} and k.customer_id = ${customer} and ${isCurrentSql('k', today)})`;

/** The memberships of the contracts that cover the day, as a scalar; null when none does. */
export const currentMembershipsSql = (partner: string, customer: string, today: string): string => `
  nullif(array(select k.membership_id from contracts k
    where k.partner_id = ${partner} and k.customer_id = ${customer} and ${isCurrentSql('k', today)}), '{}')`;

/** True when the contract `alias` covers the day. */
export const isCurrentSql = (alias: string, today: string): string =>
  `(${alias}.is_active and not ${alias}.is_deleted and ${alias}.start_date <= ${today}
    and (${alias}.end_date is null or ${alias}.end_date >= ${today}))`;

/** True when a restriction covers the day; one without dates covers every day. */
export const restrictedSql = (partner: string, customer: string, today: string): string => `
  exists (select from restrictions q
    where q.partner_id = ${partner} and q.customer_id = ${customer}
      and (q.start_date is null or ${today} between q.start_date and q.end_date))`;

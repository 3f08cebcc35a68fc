/** A fragment for statements that show people to staff; composed by check-in-validation and user-registration. */

/** What the front desk sees of a customer. */
export interface DeskPerson {
  readonly customerId: number;
  readonly status: 'PENDING' | 'ACTIVE' | 'DISABLED' | 'ERASED';
  readonly origin: 'DIRECT' | 'WELLHUB';
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
}

/** The columns of a `DeskPerson`, for the relation `deskPersonSql` under the name `alias`. */
export const deskPersonColumns = (alias: string): string =>
  `${alias}.id as "customerId", ${alias}.status, ${alias}.origin, ${alias}.first_name as "firstName",
    ${alias}.last_name as "lastName", ${alias}.email`;

/** One row, also of an erased person: their check-in stays in the list. */
export const deskPersonSql = (partner: string, customer: string): string => `
  select u.id, u.status, u.origin, u.first_name, u.last_name, u.email, u.home_gym_id, u.wellhub_id, u.gpw_id
  from customers u where u.partner_id = ${partner} and u.id = ${customer}`;

/** True when a key of that gym (null: of every gym) sees the person. */
export const seenAtSql = (alias: string, gym: string): string =>
  `(${gym} is null or ${alias}.home_gym_id = ${gym} or ${alias}.wellhub_id is not null or ${alias}.gpw_id is not null)`;

/** Whether there is a photo of the customer to show beside the name. */
export const hasPhotoSql = (
  partner: string,
  customer: string,
): string => `exists (select from files f
  where f.partner_id = ${partner} and f.customer_id = ${customer} and f.kind = 'PHOTO')`;

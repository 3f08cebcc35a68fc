import { customerForEntrySql } from '../../customers/index.js';

/** The columns of an `Account`, under its names. */
export const ACCOUNT_COLUMNS = `partner_id as "partnerId", id, customer_id as "customerId", email,
  email_key as "emailKey", password_hash is not null as "hasPassword", enabled`;

/** Fragments for statements that other rooms compose. Arguments are SQL expressions, never values. */

const enabledAccountSql = (condition: string): string => `exists (
  select from accounts enabled_account
  cross join lateral (${customerForEntrySql('enabled_account.partner_id', 'enabled_account.customer_id')}) its_customer
  where ${condition} and enabled_account.enabled and its_customer.status <> 'DISABLED')`;

/** Boolean: the customer has an account that may log in. */
export const enabledAccountByCustomerSql = (partner: string, customer: string): string =>
  enabledAccountSql(
    `enabled_account.partner_id = ${partner} and enabled_account.customer_id = ${customer}`,
  );

/** Boolean: there is an account with this canonical e-mail that may log in. */
export const enabledAccountByEmailSql = (partner: string, emailKey: string): string =>
  enabledAccountSql(
    `enabled_account.partner_id = ${partner} and enabled_account.email_key = ${emailKey}`,
  );

/** A value of the account of `customer`, the alias of a row of customers; null without an account. */
export const accountValueSql = (customer: string, value: string): string =>
  `(select ${value} from accounts shown_account
    where shown_account.partner_id = ${customer}.partner_id and shown_account.customer_id = ${customer}.id)`;

import { customerForEntrySql } from '../../customers/index.js';

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

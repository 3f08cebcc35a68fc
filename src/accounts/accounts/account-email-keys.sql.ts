import { olderEmailKeySql } from '../../customers/index.js';

const AT_ONCE = 500;
export const FIND_OLDER_ACCOUNT_KEYS = {
  name: 'account-email-keys.find',
  text: `select partner_id as "partnerId", id, customer_id as "customerId", email, email_key as "emailKey"
    from accounts where ${olderEmailKeySql} order by partner_id, id limit ${AT_ONCE}`,
};
/** Of two accounts with one address the one that has the key keeps it: a log-in that works must not be lost. */
export const SET_ACCOUNT_EMAIL_KEY = {
  name: 'account-email-keys.set',
  text: `with holder as (
      select customer_id from accounts where partner_id = $1 and email_key = $4
    ), changed as (
      update accounts set email_key = $4 where partner_id = $1 and id = $2 and email_key = $3
        and not exists (select from holder) returning 1
    ) select (select customer_id from holder) as "holderId", exists (select from changed) as changed`,
};

const AT_ONCE = 500;

/** The condition of the indexes `ix_…_older_email_key`: the domain is not in its ASCII form. */
export const olderEmailKeySql = `octet_length(split_part(email_key, '@', 2)) > length(split_part(email_key, '@', 2))`;

export const FIND_OLDER_CUSTOMER_KEYS = {
  name: 'email-keys.find',
  text: `select partner_id as "partnerId", id, email, email_key as "emailKey" from customers
    where ${olderEmailKeySql} order by partner_id, id limit ${AT_ONCE}`,
};

/** Publishes no event and takes no change number: nothing that is shown changes. */
export const SET_CUSTOMER_EMAIL_KEYS = {
  name: 'email-keys.set',
  text: `update customers c set email_key = other.key
    from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as other (partner_id, id, old_key, key)
    where c.partner_id = other.partner_id and c.id = other.id and c.email_key = other.old_key returning 1 as set`,
};

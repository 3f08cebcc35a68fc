import { randomBytes } from 'node:crypto';
import { hmacSha256 } from './keys.js';

const LIMIT_PER_MINUTE = 1_000_000;

export const makeCode = () => (randomBytes(8).readBigUInt64BE() >> 1n).toString().padStart(19, '0');

/** Reads the customer, the gym's settings and the codes of the last minute; stores the keyed hash. */
const issue = (input, select) => `with input as (${input}), person as (
      select i.*, c.id, c.status, coalesce(g.access_codes_enabled, true) as enabled,
        coalesce(g.access_code_ttl_seconds, 60) as ttl, coalesce(g.access_code_single_use, true) as single_use,
        (select count(*) from access_codes a where a.partner_id = i.partner_id and a.customer_id = i.customer_id
           and a.issued_at > statement_timestamp() - interval '1 minute'
           and a.issued_at <= statement_timestamp() + interval '1 minute') as recent,
        clock_timestamp() as now
      from input i join customers c on c.partner_id = i.partner_id and c.id = i.customer_id and c.status <> 'ERASED'
      left join gyms g on g.partner_id = c.partner_id and g.id = c.home_gym_id and g.deleted_at is null
    ), issued as (
      insert into access_codes (partner_id, hash, customer_id, gym_id, single_use, issued_at, expires_at)
      select partner_id, hash, id, null, single_use, now, to_timestamp(ceil(extract(epoch from now) + ttl))
      from person where status in ('PENDING', 'ACTIVE') and enabled and recent < most
      returning hash, expires_at
    )
    select ${select} p.id, p.status, p.enabled, i.expires_at from person p left join issued i on i.hash = p.hash`;

const ISSUE = {
  name: 'raw.issue-code',
  text: issue(
    'select $1::uuid as partner_id, $2::bigint as customer_id, $3::bytea as hash, $4::int as most',
    '',
  ),
  batch: {
    text: issue(
      `select * from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::int[])
        with ordinality as i (partner_id, customer_id, hash, most, no)`,
      'p.no,',
    ),
  },
};

export async function issueCode({ auth, query, keys }, headers, customerId) {
  const caller = await auth.byKey(headers['x-api-key'], 'CUSTOMER_READ');
  if (!caller) return { status: 401, body: { code: 'auth.key-invalid' } };
  const content = makeCode();
  const hash = hmacSha256(keys.codes, content);
  const [row] = await query(ISSUE, [caller.partner_id, customerId, hash, LIMIT_PER_MINUTE]);
  if (!row) return { status: 404, body: { code: 'customer.not-found' } };
  if (!row.expires_at) return { status: 409, body: { code: 'access-code.refused' } };
  const expiresAt = row.expires_at.toISOString().replace('.000Z', 'Z');
  return { status: 200, body: { format: 'QR_CODE', content, expiresAt } };
}

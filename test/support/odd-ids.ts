import type { GateWorld } from './gate-world.js';
import type { ServedApp } from './test-app.js';

export type Ids = Record<string, number | string>;

const AT = '2026-11-21T17:04:10Z';

/** One of everything at a partner, by the collection that stands before it in an address or the field that names it. */
export async function idsOf(app: ServedApp, world: GateWorld): Promise<Ids> {
  const { admin, partnerId, gymId, customerId } = world;
  const home = `/admin/v1/partners/${partnerId}`;
  const made = async (path: string, values: object): Promise<number | string> => {
    const { status, body, text } = await admin.post(path, values);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return body.id;
  };
  const staff = { email: `spare-${partnerId}@example.com`, role: 'VIEWER' };
  const [memberships, plans, discounts, spare, keys, subscriptions, devices, people] =
    await Promise.all([
      made(`${home}/memberships`, { name: 'Gold' }),
      made(`${home}/payment-plans`, { name: 'Monthly' }),
      made(`${home}/discounts`, { name: 'Half' }),
      made(`${home}/customers`, { firstName: 'Spare' }),
      made(`${home}/api-keys`, { name: 'spare', scopes: ['CUSTOMER_READ'] }),
      made(`${home}/webhook-subscriptions`, { url: 'https://example.com/', eventTypes: ['TEST'] }),
      made(`/admin/v1/gyms/${gymId}/devices`, { name: 'Spare door', direction: 'IN' }),
      made(`${home}/staff`, staff),
    ]);
  const door = { name: 'Turnstile', direction: 'IN', vendor: 'CONTROL_ID' };
  const turnstile = await made(`/admin/v1/gyms/${gymId}/devices`, door);
  const contracts = await made(`/admin/v1/customers/${customerId}/contracts`, {
    membershipId: memberships,
    paymentPlanId: plans,
    startDate: '2026-01-01',
  });
  const rules = await made(`/admin/v1/gyms/${gymId}/access-rules`, {
    name: 'Spare',
    effect: 'ALLOW',
  });
  const passes = await made(`/admin/v1/customers/${customerId}/passes`, {
    type: 'GUEST',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    entries: 3,
  });
  const [row] = await app.sql<Ids>(
    `with visit as (insert into visits (partner_id, customer_id, gym_id, source, entered_at)
        values ($1, $2, $3, 'DESK', $4) returning id),
      booking as (insert into bookings (partner_id, booking_number, gym_id, customer_id, wellhub_id, state)
        values ($1, 'BK_odd', $3, $2, '0012345678905', 'REQUESTED') returning id),
      claim as (insert into wellhub_id_claims (partner_id, id, customer_id, wellhub_id)
        values ($1, gen_random_uuid(), $2, '0012345678905') returning id)
    select visit.id::int as visits, booking.id::int as bookings, claim.id as "wellhub-id-claims"
      from visit, booking, claim`,
    [partnerId, spare, gymId, AT],
  );
  return {
    ...row,
    memberships,
    membershipId: memberships,
    'payment-plans': plans,
    paymentPlanId: plans,
    discounts,
    customers: customerId,
    customerId,
    'merge customers': spare,
    intoCustomerId: customerId,
    contracts,
    contractId: contracts,
    'api-keys': keys,
    'webhook-subscriptions': subscriptions,
    devices,
    '{id} devices': turnstile,
    'open devices': turnstile,
    'commands devices': turnstile,
    'setup devices': turnstile,
    'secret devices': turnstile,
    'apply devices': turnstile,
    'learn-card devices': turnstile,
    staff: people,
    'access-rules': rules,
    passes,
    gyms: gymId,
    gymId,
    homeGymId: gymId,
    registeredAtGymId: gymId,
    partners: partnerId,
    partnerId,
    'mail-templates': 'password-reset',
    hook: world.hookPath.split('/')[2] ?? '',
    event: 'checkin',
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

interface MoreOfACheckIn {
  readonly at?: number;
  readonly deadlineStep?: number;
  readonly probe?: boolean;
  readonly cause?: string;
  readonly asked?: boolean;
  readonly lastStatus?: number;
}

describe('GET /admin/v1/partners/{partnerId}/statistics/money', () => {
  let app: TestApp;
  let world: World;
  let base: string;
  let gymId: number;
  let tokyo: number;
  let customerId: number;

  const made = async (path: string, values: object) =>
    (await world.admin.post(`${base}/${path}`, values)).body.id as number;
  const checkedIn = (day: string, state: string, more: MoreOfACheckIn = {}) =>
    app.sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day,
          received_at, expires_at, deadline_at, cause, deadline_step, probe, asked_at, last_status)
        values ($1, gen_random_uuid(), $2, $3, gen_random_uuid()::text, $4, $5::date + interval '10 hours', $5,
          $5::date + interval '10 hours', $5, 'infinity', $6, $7, $8, $9, $10)`,
      [
        world.partnerId,
        more.at ?? gymId,
        customerId,
        state,
        day,
        more.cause ?? 'WEBHOOK',
        more.deadlineStep ?? 0,
        more.probe ?? false,
        more.asked ? day : null,
        more.lastStatus ?? null,
      ],
    );

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    base = `/admin/v1/partners/${world.partnerId}`;
    gymId = await made('gyms', { name: 'Berlin', timeZone: 'Europe/Berlin' });
    tokyo = await made('gyms', { name: 'Tokyo', timeZone: 'Asia/Tokyo' });
    customerId = await made('customers', { firstName: 'Ana' });
  });
  afterAll(() => app.close());

  it('C-60 tells what is paid, what was lost and why, and what may be, by day and by gym', async () => {
    const lost = { cause: 'DEADLINE', asked: true };
    for (const [day, state, more] of [
      ['2025-07-01', 'VALIDATED', {}],
      ['2025-07-01', 'PENDING', { deadlineStep: 1 }],
      ['2025-07-01', 'EXPIRED', { cause: 'DEADLINE' }],
      ['2025-07-01', 'EXPIRED', { cause: 'DEADLINE' }],
      ['2025-07-01', 'EXPIRED', { ...lost, lastStatus: 403 }],
      ['2025-07-01', 'EXPIRED', { ...lost, lastStatus: 503 }],
      ['2025-07-01', 'EXPIRED', lost],
      ['2025-07-01', 'EXPIRED', { cause: 'RETRY' }],
      ['2025-07-01', 'CANCELED', {}],
      ['2025-07-01', 'NOT_FOUND', {}],
      ['2025-07-01', 'NOT_FOUND', { probe: true }],
      ['2025-07-01', 'REJECTED', {}],
      ['2025-07-02', 'VALIDATED', {}],
      ['2025-07-02', 'VALIDATED', { at: tokyo }],
    ] as const)
      await checkedIn(day, state, more);
    const read = async (query: string, headers = {}) =>
      world.admin.get(`${base}/statistics/money?${query}`, headers);
    const { body } = await read('from=2025-07-01&to=2025-07-03');
    const losses = [
      { reason: 'NEVER_REQUESTED', count: 2 },
      { reason: 'NO_ANSWER_FROM_WELLHUB', count: 2 },
      { reason: 'CREDENTIALS_REFUSED', count: 1 },
      { reason: 'TOO_LATE_FOR_WELLHUB', count: 1 },
      { reason: 'CANCELED_BY_MEMBER', count: 1 },
      { reason: 'NOT_FOUND_AT_WELLHUB', count: 1 },
      { reason: 'REFUSED_BY_WELLHUB', count: 1 },
    ];
    const none = { paid: 0, waiting: 0, atRisk: 0, lost: 0, losses: [] };
    expect(body).toEqual({
      from: '2025-07-01',
      to: '2025-07-03',
      by: 'day',
      gymId: null,
      items: [
        { key: '2025-07-01', paid: 1, waiting: 0, atRisk: 1, lost: 9, losses },
        { ...none, key: '2025-07-02', paid: 2 },
        { ...none, key: '2025-07-03' },
      ],
      gyms: [
        { gymId, paid: 2, waiting: 0, atRisk: 1, lost: 9, losses },
        { ...none, gymId: tokyo, paid: 1 },
      ],
      total: { paid: 3, waiting: 0, atRisk: 1, lost: 9, losses },
    });
    const months = await read(`from=2025-07-01&to=2025-07-31&by=month&gymId=${tokyo}`);
    expect(months.body.items).toEqual([{ ...none, key: '2025-07', paid: 1 }]);
    const csv = await read('from=2025-07-01&to=2025-07-03', { Accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')).toEqual([
      'day,gym_id,paid,waiting,at_risk,lost,never_requested,credentials_refused,no_answer_from_wellhub,' +
        'too_late_for_wellhub,canceled_by_member,not_found_at_wellhub,refused_by_wellhub',
      `2025-07-01,${gymId},1,0,1,9,2,1,2,1,1,1,1`,
      `2025-07-02,${gymId},1,0,0,0,0,0,0,0,0,0,0`,
      `2025-07-02,${tokyo},1,0,0,0,0,0,0,0,0,0,0`,
      '',
    ]);
  });

  it('C-60 tells it of their own gym to narrowed keys, and refuses what C-41 refuses', async () => {
    const days = 'from=2025-07-02&to=2025-07-02';
    const narrowed = await world.keyed(['CHECKIN_READ'], { gymId: tokyo });
    const own = await narrowed.get(`${base}/statistics/money?${days}`);
    expect([own.body.gymId, own.body.total.paid]).toEqual([tokyo, 1]);
    const other = await narrowed.get(`${base}/statistics/money?${days}&gymId=${gymId}`);
    expect([other.status, other.body.code]).toEqual([404, 'gym.not-found']);
    for (const query of ['from=2025-07-02&to=2025-07-01', `${days}&by=hour`])
      expect((await world.admin.get(`${base}/statistics/money?${query}`)).status).toBe(400);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.get(`${base}/statistics/money?${days}`)).status).toBe(403);
  });
});

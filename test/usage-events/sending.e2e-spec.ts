import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { Database } from '../../src/platform/database/database.js';
import { DatabaseGauges } from '../../src/platform/metrics/database-gauges.js';
import { valueIn } from '../support/metrics.js';
import { eventually, UsageStage, type UsageWorld } from './usage-stage.js';

const BAD = 'gpw-bad-1';
const isSent = ({ state }: { state: string }) => state === 'SENT';

describe('usage events on their way to Wellhub', () => {
  let stage: UsageStage;
  let world: UsageWorld;

  beforeAll(async () => {
    stage = await UsageStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    stage.simulator.usage.clear();
    stage.simulator.usage.clearPlans();
    world = await stage.partner();
  });

  const calls = () => world.usage.view().calls;
  const sizes = () => calls().map(({ events }) => (events as unknown[]).length);

  it('W-65 are sent at once, oldest first, in Wellhub’s words', async () => {
    const id = await world.customer();
    await world.hold();
    await world.post([
      { ...world.event(1), timestamp: '2026-03-01T12:00:00.750+02:00', eventDuration: 45 },
      { ...world.event(1), timestamp: '2026-01-31T23:59:59Z', eventTitle: 'Ioga às 7' },
    ]);
    await world.hurry();
    await world.until(isSent, 2);
    const who = { event_type: 'signin', gpw_id: world.gpwId, user_id: String(id) };
    expect(calls()[0]?.events).toEqual([
      { ...who, timestamp: '2026-01-31T23:59:59Z', event_title: 'Ioga às 7' },
      { ...who, timestamp: '2026-03-01T10:00:00Z', event_duration: 45 },
    ]);
    const listed = await world.world.admin.get(`${world.path}?state=SENT`);
    expect(listed.body.items[0].sentAt).toEqual(expect.any(String));
  });

  it('W-65 go in batches of at most 1,000, the oldest first', async () => {
    await world.hold();
    await stage.app.sql(
      `insert into usage_events (partner_id, gpw_id, event_type, occurred_at, source)
        select $1, $2, 'signin', clock_timestamp() - make_interval(mins => g), 'ADMIN' from generate_series(1, 1002) g`,
      [world.world.partnerId, world.gpwId],
    );
    await world.hurry();
    await world.until(isSent, 1002);
    expect(sizes()).toEqual([1_000, 2]);
    const times = world.taken().map(({ timestamp }) => String(timestamp));
    expect(times).toEqual([...times].sort());
  });

  it('W-65 are not sent again because storage failed after Wellhub had accepted them', async () => {
    await world.hold();
    await world.post(world.event(1));
    await stage.app.app.get(Database).transaction(async (tx) => {
      const text = 'select 1 from usage_events where partner_id = $1 for update';
      await tx.query({ name: 'test.hold-usage', text }, [world.world.partnerId]);
      await world.hurry();
      const cut = () =>
        stage.app.sql(`select pg_cancel_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like 'update usage_events set state%'`);
      await eventually(cut, (rows) => rows.length > 0);
    });
    expect(await world.until(isSent)).toMatchObject([{ state: 'SENT' }]);
    expect(world.taken()).toHaveLength(1);
  });

  it('W-65 halve a refused batch until the bad event is alone; it is quarantined, the others are sent', async () => {
    await world.hold();
    const good = [9, 8, 7, 5, 4, 3, 2].map((minutes) => world.event(minutes));
    await world.post([...good, world.event(6, { gpwId: BAD })]);
    await world.hurry();
    const states = await world.states((all) => !all.includes('QUEUED'));
    expect(states).toEqual([...good.map(() => 'SENT'), 'QUARANTINED']);
    expect(sizes()).toEqual([8, 4, 2, 2, 1, 1, 4]);
    expect(world.taken()).toHaveLength(7);
    const [bad] = (await world.world.admin.get(`${world.path}?state=QUARANTINED`)).body.items;
    expect(bad).toMatchObject({ gpwId: BAD, lastStatus: 400, lastKey: 'events.status.400' });
    const [alert] = await world.alerts('usage.quarantined');
    expect(alert).toMatchObject({ closed_at: null, detail: expect.stringContaining(bad.id) });
  });

  it.each([401, 403])('W-65 stop with an alert at %s until the token changes', async (answer) => {
    world.usage.plan({ answer, times: 1 });
    await world.post(world.event(2));
    const [alert] = await world.untilAlert('usage.credentials-refused', false);
    expect(alert).toMatchObject({ detail: `Wellhub answered ${answer} to usage events` });
    const { next_attempt_at: next } = await world.untilSender(() => true);
    expect(next.getTime() - Date.now()).toBeGreaterThan(30_000);
    await world.post(world.event(1));
    expect(calls()).toHaveLength(1);
    const { admin, partnerId } = world.world;
    await admin.put(`/admin/v1/partners/${partnerId}/wellhub`, {
      environment: 'simulator',
      eventsApiToken: 'simulator-token',
    });
    await world.until(isSent, 2);
    expect(sizes()).toEqual([1, 2]);
    await world.untilAlert('usage.credentials-refused', true);
  });

  it.each([
    ['sent', 'usage.credentials-refused', (box: SecretBox) => box.seal('events’token')],
    ['decrypted', 'secrets.unreadable', () => Buffer.alloc(64, 7)],
  ])(
    'W-65 stop with an alert that names the field when the stored token cannot be %s',
    async (_, code, stored) => {
      const box = new SecretBox(stage.app.settings.secretsKeys, 'wellhub-connection');
      const { admin, partnerId } = world.world;
      await stage.app.sql(
        'update wellhub_connections set events_api_token = $2 where partner_id = $1',
        [partnerId, stored(box)],
      );
      await world.post(world.event(2));
      const [alert] = await world.untilAlert(code, false);
      expect(alert).toMatchObject({ detail: expect.stringContaining('eventsApiToken') });
      expect(calls()).toHaveLength(0);
      await admin.put(`/admin/v1/partners/${partnerId}/wellhub`, {
        environment: 'simulator',
        eventsApiToken: 'simulator-token',
      });
      await world.until(isSent, 1);
      await world.untilAlert(code, true);
    },
  );

  it.each([429, 503, 404, 'reset'] as const)(
    'W-65 are sent again after %s, and nothing newer overtakes',
    async (answer) => {
      world.usage.plan({ answer, times: 1 });
      await world.post(world.event(5));
      await world.untilSender(({ attempts }) => attempts === 1);
      await world.post(world.event(1));
      await world.hurry();
      await world.until(isSent, 2);
      const sent = calls().map(({ events }) => events as { timestamp: string }[]);
      expect(sent).toHaveLength(2);
      expect(sent[1]?.[0]).toEqual(sent[0]?.[0]);
      expect(sent[1]).toHaveLength(2);
      expect(await world.untilSender((row) => row.attempts === 0)).toMatchObject({ attempts: 0 });
    },
  );

  it('W-65 that Wellhub accepted without an answer are sent again: better twice than not at all', async () => {
    world.usage.plan({ answer: 'commit-then-reset', times: 1 });
    await world.post(world.event(5));
    await world.untilSender(({ attempts }) => attempts === 1);
    await world.hurry();
    await world.until(isSent);
    expect(world.taken()).toHaveLength(2);
    expect(world.taken()[0]).toEqual(world.taken()[1]);
  });

  it('W-65 are no longer sent by a sender that was taken over', async () => {
    world.usage.plan({ answer: 400, delayMs: 1_000, times: 1 });
    await world.post([world.event(5), world.event(4)]);
    await eventually(
      async () => calls(),
      (all) => all.length > 0,
    );
    await stage.app.sql(
      'update usage_senders set fence = fence + 1, leased_until = null where partner_id = $1',
      [world.world.partnerId],
    );
    await world.until(isSent, 2);
    await eventually(
      async () => calls(),
      (all) => all[0]?.status === 400,
    );
    await aWhile();
    expect(sizes()).toEqual([2, 2]);
  });

  it('W-65 wait as long as Wellhub’s Retry-After, even when a member cancels', async () => {
    world.usage.plan({ answer: 429, retryAfter: 600, times: 1 });
    await world.post(world.event(5));
    await world.untilSender(({ attempts }) => attempts === 1);
    await world.cancel(new Date());
    await world.untilClaimed();
    const { next_attempt_at: next } = await world.untilSender(() => true);
    expect(next.getTime() - Date.now()).toBeGreaterThan(500_000);
  });

  it('W-25 that are unsent leave at once when a member cancels; what the member did later does not', async () => {
    await world.hold();
    await world.post([world.event(30), world.event(5)]);
    expect(calls()).toEqual([]);
    await world.cancel(new Date(Date.now() - 10 * 60_000));
    expect(await world.states((all) => !all.includes('QUEUED'))).toEqual(['SENT', 'UNPAYABLE']);
    expect(world.taken()).toHaveLength(1);
  });

  it('W-65 have one sender per partner, however many replicas poll', async () => {
    const other = await stage.replica();
    try {
      for (let minute = 20; minute > 0; minute -= 1) await world.post(world.event(minute));
      await world.until(isSent, 20);
      expect(world.usage.view().mostAtOnce).toBe(1);
      expect(world.taken()).toHaveLength(20);
    } finally {
      await other.close();
    }
  });

  it('W-54 of a test are never sent in another environment', async () => {
    await world.hold();
    await world.post(world.event(5));
    await stage.app.sql(`update usage_events set environment = 'sandbox' where partner_id = $1`, [
      world.world.partnerId,
    ]);
    await world.post(world.event(1));
    await world.hurry();
    expect(await world.states((all) => all.includes('SENT'))).toEqual(['QUEUED', 'SENT']);
  });

  it('W-54 lose the token with a new environment', async () => {
    const path = `/admin/v1/partners/${world.world.partnerId}/wellhub`;
    const body = { environment: 'sandbox', accessToken: 'sandbox-token' };
    const answer = await world.world.admin.put(path, body);
    expect(answer.body).toMatchObject({ eventsApiTokenSet: false, eventsApiTokenSetAt: null });
  });

  it('W-66 raise alerts after an hour and from the 3rd of the next month, which close when they are sent', async () => {
    await world.hold();
    const { partnerId } = world.world;
    await world.post(world.event(40 * 24 * 60));
    await stage.app.sql(
      `update usage_events set created_at = clock_timestamp() - interval '61 minutes' where partner_id = $1`,
      [partnerId],
    );
    await stage.app.sql(`update usage_senders set watched_at = '-infinity' where partner_id = $1`, [
      partnerId,
    ]);
    const { day } = await world.untilLagAlert(true);
    expect((await world.alerts('usage.lagging')).map((one) => one.closed_at)).toEqual([null]);
    const atMonthEnd = await world.alerts('usage.month-end');
    expect(atMonthEnd).toHaveLength(day >= 3 ? 1 : 0);
    await world.hurry();
    await world.untilLagAlert(false);
    const codes = ['usage.lagging', 'usage.month-end'];
    const alerts = (await Promise.all(codes.map((code) => world.alerts(code)))).flat();
    expect(alerts.filter((one) => one.closed_at === null)).toEqual([]);
  });

  it('C-137 of a test environment raise no alert however late they are, and are in no gauge', async () => {
    const tried = await stage.partner({ testOf: world.world.partnerId });
    const waiting = async () => {
      await stage.app.app.get(DatabaseGauges).read();
      return valueIn((await stage.app.api.get('/metrics')).text, 'gatehouse_usage_events_waiting');
    };
    const before = await waiting();
    const late = async (one: UsageWorld) => {
      await one.hold();
      await one.post(one.event(40 * 24 * 60));
    };
    await late(tried);
    expect(await waiting()).toBe(before);
    await late(world);
    expect(await waiting()).toBe((before ?? 0) + 1);
    await stage.app.sql(
      `update usage_events set created_at = clock_timestamp() - interval '61 minutes'`,
    );
    // Both are looked at in one round, and the second round begins when the first has ended.
    for (let rounds = 0; rounds < 2; rounds += 1) {
      await stage.app.sql(`update usage_senders set watched_at = '-infinity'`);
      await eventually(
        () => stage.app.sql(`select 1 from usage_senders where watched_at = '-infinity'`),
        (rows) => rows.length === 0,
      );
    }
    await world.untilLagAlert(true);
    expect(await tried.alerts('usage.lagging')).toEqual([]);
    await world.hurry();
    await world.untilLagAlert(false);
  });
});

/** Long enough for a call that must not come. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500));

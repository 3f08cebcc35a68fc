import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

const isEnded = ({ state }: { state: string }) => state !== 'PENDING';

describe('validation by Wellhub at the gate', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let wellhubId: string;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    world = await stage.partner({ gym: { validationMode: 'GATE' } });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    wellhubId = newWellhubId();
  });

  const pending = async () => {
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, () => true);
    return row!;
  };

  it('W-50 validates a check-in that waits, with cause SCAN, and opens again without a call', async () => {
    const row = await pending();
    const outcome = await world.ask(row.customer_id);
    expect(outcome).toEqual({ kind: 'validated', checkInId: row.id, probe: false });
    expect(await world.ask(row.customer_id)).toMatchObject({ kind: 'validated' });
    expect(world.calls(wellhubId)).toBe(1);
    expect((await world.trail(row.id)).at(-1)).toMatchObject({
      to_state: 'VALIDATED',
      cause: 'SCAN',
    });
  });

  it.each([
    ['expired', 'expired'],
    ['canceled', 'canceled'],
    ['rejected', 'rejected'],
    ['notfound', 'unreachable'],
    ['500', 'unreachable'],
    ['429', 'unreachable'],
    ['reset', 'unreachable'],
    ['html', 'unreachable'],
    ['redirect', 'unreachable'],
    ['slow-bytes', 'unreachable'],
    ['empty', 'validated'],
    ['huge', 'validated'],
  ] as const)('answers %s as %s', async (answer, kind) => {
    const row = await pending();
    stage.simulator.planAnswer({ wellhubId, answer, times: 1 });
    expect(await world.ask(row.customer_id)).toMatchObject({ kind, checkInId: row.id });
  });

  it('W-46 makes one call for two callers, and both get its result', async () => {
    const row = await pending();
    stage.simulator.planAnswer({ wellhubId, answer: 'ok', delayMs: 400 });
    const outcomes = await Promise.all([1, 2, 3].map(() => world.ask(row.customer_id)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['validated', 'validated', 'validated']);
    expect(world.calls(wellhubId)).toBe(1);
  });

  it('continues after the budget and records the answer', async () => {
    const row = await pending();
    stage.simulator.planAnswer({ wellhubId, answer: 'ok', delayMs: 800 });
    expect(await world.ask(row.customer_id, { budgetMs: 200 })).toMatchObject({
      kind: 'unreachable',
      probe: false,
    });
    const after = await world.until(wellhubId, isEnded);
    expect(after).toMatchObject({ state: 'VALIDATED', attempts: 1 });
  });

  it('W-46 takes over when the lease of a killed caller has ended, and its lost answer resolves', async () => {
    const row = await pending();
    await stage.app.sql(
      `update check_ins set validation_requested_at = clock_timestamp() - interval '13 s',
        validating_until = clock_timestamp() - interval '1 s', attempts = 1,
        asked_at = clock_timestamp(), next_attempt_at = clock_timestamp() where id = $1`,
      [row.id],
    );
    stage.simulator.planAnswer({ wellhubId, answer: 'already', times: 1 });
    const after = await world.until(wellhubId, isEnded);
    expect(after).toMatchObject({ state: 'VALIDATED', already_validated: false, cause: 'RETRY' });
  });

  it('W-46 makes no other call while a lease is held', async () => {
    const row = await pending();
    await stage.app.sql(
      `update check_ins set validation_requested_at = clock_timestamp(),
        validating_until = clock_timestamp() + interval '12 s' where id = $1`,
      [row.id],
    );
    expect(await world.ask(row.customer_id, { budgetMs: 300 })).toMatchObject({
      kind: 'unreachable',
    });
    expect(world.calls(wellhubId)).toBe(0);
  });

  it('answers that there is nothing to validate without a check-in, and does not call Wellhub', async () => {
    const customerId = await world.customer(wellhubId);
    expect(await world.ask(customerId)).toEqual({ kind: 'nothing-to-ask' });
    expect(world.calls(wellhubId)).toBe(0);
  });

  describe('with a probe', () => {
    const probe = (customerId: number) => world.ask(customerId, { mayProbe: true });

    it('W-59 opens when Wellhub knows a check-in whose webhook was lost', async () => {
      const customerId = await world.customer(wellhubId);
      await stage.simulator.checkIn({ wellhubId, deliver: false });
      expect(await probe(customerId)).toMatchObject({ kind: 'validated', probe: true });
      const events = await world.events(customerId);
      expect(events.map(({ type }) => type)).toEqual(['WELLHUB_CHECKIN_VALIDATED']);
    });

    it('W-47 W-59 ends as NOT_FOUND at once, without event or alert, with one call in 10 s', async () => {
      const customerId = await world.customer(wellhubId);
      expect(await probe(customerId)).toMatchObject({ kind: 'not-found', probe: true });
      expect(await probe(customerId)).toMatchObject({ kind: 'not-found', probe: true });
      expect(world.calls(wellhubId)).toBe(1);
      expect(await world.events(customerId)).toEqual([]);
      const [row] = await world.rows(wellhubId);
      expect(row).toMatchObject({ state: 'NOT_FOUND', probe: true });
      const alerts = `select 1 from alerts where object like 'check-in/' || $1 || '%'`;
      expect(await stage.app.sql(alerts, [row?.id])).toEqual([]);
    });

    it('W-59 is made VALIDATED by the worker, once, when the answer was lost; its late webhook joins', async () => {
      const customerId = await world.customer(wellhubId);
      stage.simulator.planAnswer({ wellhubId, answer: 'commit-then-reset', times: 1 });
      await stage.simulator.checkIn({ wellhubId, deliver: false });
      expect(await probe(customerId)).toMatchObject({ kind: 'unreachable', probe: true });
      const row = await world.until(wellhubId, isEnded);
      expect(row).toMatchObject({ state: 'VALIDATED', already_validated: false, attempts: 2 });
      const late = world.posts.checkIn(wellhubId, { timestamp: Math.floor(Date.now() / 1000) - 9 });
      await world.posts.send(late);
      const joined = await world.until(wellhubId, ({ probe }) => !probe);
      expect(joined).toMatchObject({ state: 'VALIDATED', probe: false });
      expect(await world.rows(wellhubId)).toHaveLength(1);
      expect(world.calls(wellhubId)).toBe(2);
    });

    it('W-59 an open probe becomes a check-in when its webhook arrives', async () => {
      const customerId = await world.customer(wellhubId);
      stage.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
      expect(await probe(customerId)).toMatchObject({ kind: 'unreachable', probe: true });
      await stage.simulator.checkIn({ wellhubId });
      await eventually(
        () => world.events(customerId),
        (events) => events.length >= 2,
      );
      const types = (await world.events(customerId)).map(({ type }) => type);
      expect(types.sort()).toEqual(['WELLHUB_CHECKIN_RECEIVED', 'WELLHUB_CHECKIN_VALIDATED']);
      expect(await world.rows(wellhubId)).toMatchObject([{ state: 'VALIDATED', probe: false }]);
    });

    it('W-59 makes one probe and one call of parallel scans', async () => {
      const customerId = await world.customer(wellhubId);
      await stage.simulator.checkIn({ wellhubId, deliver: false });
      const outcomes = await Promise.all([1, 2, 3].map(() => probe(customerId)));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['validated', 'validated', 'validated']);
      expect(world.calls(wellhubId)).toBe(1);
    });
  });

  it('W-48 alerts refused credentials, calls once a minute, and resumes after a good answer', async () => {
    const other = await stage.partner({ gym: { validationMode: 'GATE' } });
    const people = [newWellhubId(), newWellhubId(), newWellhubId()];
    stage.simulator.planAnswer({ wellhubId: people[0]!, answer: 'unauthorized', times: 1 });
    const rows = [];
    for (const id of people) {
      await stage.simulator.checkIn({ wellhubId: id });
      rows.push((await other.until(id, () => true))!);
    }
    expect(await other.ask(rows[0]!.customer_id)).toMatchObject({ kind: 'unreachable' });
    expect(await other.alerts('wellhub.credentials-refused')).toMatchObject([
      { object: `gym/${other.world.gymId}`, closed_at: null },
    ]);
    expect(await other.ask(rows[1]!.customer_id)).toMatchObject({ kind: 'unreachable' });
    expect(other.calls(people[1]!)).toBe(0);
    await stage.app.sql('update wellhub_pauses set paused_until = clock_timestamp()');
    expect(await other.ask(rows[1]!.customer_id)).toMatchObject({ kind: 'validated' });
    expect(await other.alerts('wellhub.credentials-refused')).toMatchObject([
      { closed_at: expect.any(Date) },
    ]);
    expect(await other.ask(rows[2]!.customer_id)).toMatchObject({ kind: 'validated' });
    await stage.partner();
  });

  it('W-48 a 429 sets when to retry, and nothing is rejected', async () => {
    const other = await stage.partner({ gym: { validationMode: 'GATE' } });
    await stage.simulator.checkIn({ wellhubId });
    const row = (await other.until(wellhubId, () => true))!;
    stage.simulator.planAnswer({ wellhubId, answer: '429', retryAfter: 7, times: 1 });
    const before = Date.now();
    expect(await other.ask(row.customer_id)).toMatchObject({ kind: 'unreachable' });
    const [next] = await stage.app.sql<{ state: string; at: Date }>(
      'select state, next_attempt_at as at from check_ins where id = $1',
      [row.id],
    );
    expect(next?.state).toBe('PENDING');
    expect((next?.at.getTime() ?? 0) - before).toBeGreaterThanOrEqual(7_000);
  });

  it.each([
    ['with a line end', 'good-\ntoken'],
    ['with a typographic quote', 'good-token’'],
    ['empty but for a blank', '\u00A0'],
  ])(
    'W-48 a stored token %s is a fault of ours: alert with its field, no call',
    async (_, token) => {
      const other = await stage.partner({ gym: { validationMode: 'GATE' } });
      const box = new SecretBox(stage.app.settings.secretsKeys, 'wellhub-connection');
      const { partnerId, gymId, admin } = other.world;
      await stage.app.sql(
        'update wellhub_connections set access_token = $2 where partner_id = $1',
        [partnerId, box.seal(token)],
      );
      const test = () => admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`);
      for (let n = 0; n < 6; n += 1)
        expect((await test()).body).toEqual({
          result: 'CREDENTIALS_REFUSED',
          detail: expect.stringContaining('accessToken of the connection holds'),
        });
      const shown = await admin.get(`/admin/v1/partners/${partnerId}/wellhub`);
      expect(shown.body.breaker).toBe('closed');
      await stage.simulator.checkIn({ wellhubId });
      const row = await other.until(wellhubId, () => true);
      expect(await other.ask(row!.customer_id)).toMatchObject({ kind: 'unreachable' });
      expect(other.calls(wellhubId)).toBe(0);
      expect(await other.alerts('wellhub.credentials-refused')).toMatchObject([
        { detail: expect.stringContaining('accessToken of the connection'), closed_at: null },
      ]);
    },
  );

  it('W-48 one partner’s token that cannot be decrypted pauses its gym and stops no other', async () => {
    const [broken, sound] = [await stage.partner(), await stage.partner()];
    const { partnerId, gymId, admin } = broken.world;
    await stage.app.sql('update wellhub_connections set access_token = $2 where partner_id = $1', [
      partnerId,
      Buffer.alloc(64, 7),
    ]);
    for (let n = 0; n < 5; n += 1) await broken.posts.send(broken.posts.checkIn(newWellhubId()));
    await stage.simulator.checkIn({ wellhubId });
    expect(await sound.until(wellhubId, isEnded)).toMatchObject({ state: 'VALIDATED' });
    const red = await eventually(
      () => broken.alerts('secrets.unreadable'),
      (rows) => rows.length > 0,
    );
    expect(red).toMatchObject([{ detail: expect.stringContaining('SECRETS_KEY lacks its key') }]);
    expect(await broken.alerts('wellhub.credentials-refused')).toEqual([]);
    const { body } = await admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`);
    expect(body).toMatchObject({ result: 'CREDENTIALS_REFUSED', detail: expect.any(String) });
  });

  it('W-48 the alert of a token that cannot be decrypted closes itself when the token works', async () => {
    const other = await stage.partner();
    const { partnerId, gymId, admin } = other.world;
    const store = (token: Buffer) =>
      stage.app.sql('update wellhub_connections set access_token = $2 where partner_id = $1', [
        partnerId,
        token,
      ]);
    await store(Buffer.alloc(64, 7));
    await other.posts.send(other.posts.checkIn(newWellhubId()));
    const isClosed = async (closed: boolean) =>
      eventually(
        () => other.alerts('secrets.unreadable'),
        (rows) => rows.length === 1 && (rows[0]?.closed_at !== null) === closed,
      );
    await isClosed(false);
    const { secretsKeys } = stage.app.settings;
    await store(new SecretBox(secretsKeys, 'wellhub-connection').seal('simulator-token'));
    const { body } = await admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`);
    expect(body).toEqual({ result: 'OK' });
    expect(await isClosed(true)).toMatchObject([{ closed_at: expect.any(Date) }]);
  });

  it('W-48 a stored token with a line end at its end is sent without it', async () => {
    const other = await stage.partner();
    const box = new SecretBox(stage.app.settings.secretsKeys, 'wellhub-connection');
    const { partnerId, gymId, admin } = other.world;
    await stage.app.sql('update wellhub_connections set access_token = $2 where partner_id = $1', [
      partnerId,
      box.seal('simulator-token\r\n'),
    ]);
    const { body } = await admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`);
    expect(body).toEqual({ result: 'OK' });
  });

  it('W-48 alerts when no token is stored, and never rejects', async () => {
    const bare = await stage.partner({ gym: { validationMode: 'GATE' } });
    await stage.simulator.checkIn({ wellhubId });
    const row = await bare.until(wellhubId, () => true);
    await stage.app.sql(
      'update wellhub_connections set access_token = null where partner_id = $1',
      [bare.world.partnerId],
    );
    expect(await bare.ask(row!.customer_id)).toMatchObject({ kind: 'unreachable' });
    expect(await bare.rows(wellhubId)).toMatchObject([{ state: 'PENDING' }]);
    expect(await bare.alerts('wellhub.credentials-refused')).toHaveLength(1);
  });
});

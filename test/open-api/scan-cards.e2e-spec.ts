import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { inLine } from '../support/in-line.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('cards, two-way doors and device tokens', () => {
  let app: TestApp;
  let world: GateWorld;
  let next = 440_000;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const withCard = async () => {
    const card = String((next += 1));
    const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
    await world.withContract(id);
    return { id, card };
  };
  const byCard = (card: string, token: string) =>
    world.scan(card, { token, type: 'NUMBER', nonce: null });
  const eventsOf = async (id: number) =>
    (
      await app.sql<{ type: string }>(
        `select type from events where entity_id = $1 and type like 'CUSTOMER_CHECK%' order by occurred_at`,
        [id],
      )
    ).map(({ type }) => type);
  const visitsOf = (id: number) => app.sql('select id from visits where customer_id = $1', [id]);

  it('O-33 a blocked card is refused, its owner still enters with a code', async () => {
    const { id, card } = await withCard();
    await app.sql('update customers set card_blocked = true where id = $1', [id]);
    const refused = await byCard(card, world.deviceToken);
    expect([refused.status, refused.body.errorCode]).toEqual([403, 'CUSTOMER_ACCESS_RESTRICTED']);
    expect((await world.scan(await world.fetchCode(id))).status).toBe(200);
  });

  it('O-34 at a two-way door a card enters, is repeated within the window, and leaves after it', async () => {
    const { id, card } = await withCard();
    const both = await world.device('BOTH');
    const inside = await byCard(card, both);
    expect(inside.body).toMatchObject({ direction: 'IN', customerId: id });
    expect((await byCard(card, both)).body).toEqual({ ...inside.body, repeated: true });
    await app.sql(
      `update presence set last_scan_at = last_scan_at - interval '4 s' where customer_id = $1`,
      [id],
    );
    const out = await byCard(card, both);
    expect(out.body).toMatchObject({ direction: 'OUT', checkinId: inside.body.checkinId });
    expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it.each(['two codes', 'the card twice', 'a card and a code'])(
    'O-35 %s in parallel at two doors make one entry',
    async (what) => {
      const { id, card } = await withCard();
      const [a, b] = [await world.device('IN'), await world.device('BOTH')];
      const code = async (token: string) => {
        const value = await world.fetchCode(id);
        return () => world.scan(value, { token });
      };
      const scans = [
        what === 'two codes' ? await code(a) : () => byCard(card, a),
        what === 'the card twice' ? () => byCard(card, b) : await code(b),
      ];
      const answers = await inLine(app, id, ...scans);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      const lost = answers.find(({ status }) => status === 403);
      expect(lost?.body.errorCode).toBe('ACCESS_CODE_ALREADY_USED');
      expect(await visitsOf(id)).toHaveLength(1);
      expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN']);
    },
  );

  it('O-35 a person inside makes one exit at two two-way doors', async () => {
    const { id, card } = await withCard();
    const [a, b] = [await world.device('BOTH'), await world.device('BOTH')];
    await world.scan(await world.fetchCode(id), { token: a });
    const code = await world.fetchCode(id);
    const answers = await inLine(
      app,
      id,
      () => world.scan(code, { token: a }),
      () => byCard(card, b),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(answers.find(({ status }) => status === 200)?.body.direction).toBe('OUT');
    expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it('O-41 after activating again the old token is refused at once, in every replica', async () => {
    const api = await world.keyed(['DEVICE_READ', 'DEVICE_WRITE']);
    const made = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'Side door',
      direction: 'IN',
    });
    const activate = async () =>
      (await api.put(`/v1/devices/${made.body.id}/activate`)).body.accessToken as string;
    const other = await startApp({ databaseUrl: app.settings.databaseUrl });
    const statuses = async (token: string) =>
      Promise.all(
        [app.api, other.api].map(async (via) => (await world.scan('no', { token, via })).status),
      );
    const old = await activate();
    expect(await statuses(old)).toEqual([404, 404]);
    const fresh = await activate();
    expect(await statuses(old)).toEqual([401, 401]);
    expect(await statuses(fresh)).toEqual([404, 404]);
    await other.close();
    expect((await api.get('/v1/devices')).text).not.toContain(fresh);
  });
});

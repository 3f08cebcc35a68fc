import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { LogIns } from '../../src/accounts/index.js';
import { Mailbox } from '../../src/mail/index.js';
import { Database } from '../../src/platform/database/database.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { JoinWorld, PASSWORD, newEmail } from '../support/joining.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';

const [old, young] = [randomBytes(32), randomBytes(32)];

describe('two replicas at different steps of a rotation of SECRETS_KEY', () => {
  let replicas: [TestApp, TestApp];
  let world: GateWorld;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    const at = (secretsKeys: Buffer[]) => startApp({ databaseUrl, secretsKeys });
    replicas = [await at([old, young]), await at([young, old])];
    world = await givenADoor(replicas[0]);
  });
  afterAll(() => Promise.all(replicas.map((replica) => replica.close())));

  /** Made here, brought there; and the other way round. */
  const eachWay = async (work: (here: TestApp, there: TestApp) => Promise<void>) => {
    const [first, second] = replicas;
    await work(first, second);
    await work(second, first);
  };
  const newSecret = async (app: TestApp) => {
    const webhookSecret = randomBytes(16).toString('hex');
    const path = `/admin/v1/partners/${world.partnerId}/wellhub`;
    const connection = { environment: 'simulator', webhookSecret };
    expect((await app.operator.put(path, connection)).status).toBe(200);
    return webhookSecret;
  };
  const codeOf = async (app: TestApp) => {
    const customerId = await world.customer();
    await world.withContract(customerId);
    const api = app.api.withKey((await world.keyed(['CUSTOMER_READ'])).key);
    return (await api.get(`/v1/customers/${customerId}/access-code`)).body.content as string;
  };

  it('O-15 a code of either opens a door at the other, once', () =>
    eachWay(async (here, there) => {
      const code = await codeOf(here);
      expect((await world.scan(code, { via: there.api })).status).toBe(200);
      expect((await world.scan(code, { via: here.api })).body.errorCode).toBe(
        'ACCESS_CODE_ALREADY_USED',
      );
    }));

  it('O-21 a scan is repeated at the other with the same answer, and its nonce fits no other code', () =>
    eachWay(async (here, there) => {
      const [code, nonce] = [await codeOf(here), randomUUID()];
      const first = await world.scan(code, { nonce, via: here.api });
      const again = await world.scan(code, { nonce, via: there.api });
      expect([again.status, again.body]).toEqual([200, { ...first.body, repeated: true }]);
      const other = await world.scan(await codeOf(here), { nonce, via: there.api });
      expect(other.status).toBe(400);
    }));

  it('O-32 ten unknown cards close a reader, whichever of the two they come to', async () => {
    const token = await world.device();
    for (let n = 0; n < 10; n += 1) {
      const via = replicas[n % 2]!.api;
      expect((await world.scan(`88000${n}`, { type: 'NUMBER', token, via })).status).toBe(404);
    }
    expect((await world.scan('880099', { type: 'NUMBER', token })).status).toBe(429);
  });

  it('W-4 a token of either is good at the other', async () => {
    const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
    await eachWay(async (here, there) => {
      const { body } = await here.api.get('/wellhub/token', { 'X-Api-Key': key });
      const user = { gympass_user_id: `gpw-${randomUUID()}` };
      const headers = { Authorization: `Bearer ${body.access_token}` };
      expect((await there.api.post('/wellhub/users', user, headers)).status).toBe(200);
    });
  });

  it('W-14 a link of either leads a person to an account at the other', () =>
    eachWay(async (here, there) => {
      const email = newEmail();
      const token = await (await JoinWorld.open(here, world)).wellhub.token({ email });
      const page = await JoinWorld.open(there, world);
      expect(await page.look(token)).toMatchObject({ kind: 'open' });
      expect(await page.signUp(token, { email })).toMatchObject({ kind: 'joined' });
    }));

  it('W-30 a secret that one encrypted verifies at the other', () =>
    eachWay(async (here, there) => {
      const webhookSecret = await newSecret(here);
      const posts = new WellhubPosts(there, { ...world, webhookSecret });
      // A changed secret counts on the others within 5 s.
      const send = async () => (await posts.send(posts.checkIn(newWellhubId()))).status;
      expect(await eventually(send, (status) => status === 200)).toBe(200);
    }));

  it('U-28 ten failures lock a source, whichever of the two they come to', async () => {
    const [first] = replicas;
    const { email } = await (await JoinWorld.open(first, world)).givenAMember();
    const source = '198.51.100.0/24';
    const logIn = (n: number, password: string) =>
      replicas[n % 2]!.app.get(LogIns).attempt(world.partnerId, { email, password, source });
    for (let n = 0; n < 10; n += 1) await logIn(n, `wrong ${n}`);
    expect(await logIn(0, PASSWORD)).toBeUndefined();
    expect(await logIn(1, PASSWORD)).toBeUndefined();
  });

  it('U-24 five mails an hour go to an address, whichever of the two gets the requests', async () => {
    const to = newEmail();
    for (let n = 0; n < 7; n += 1) {
      const { app } = replicas[n % 2]!;
      await app
        .get(Database)
        .transaction((tx) =>
          app.get(Mailbox).queue(tx, world.partnerId, { to, subject: 'S', text: 'T', html: 'T' }),
        );
    }
    const caught = await replicas[0].app.get(Mailbox).caught();
    expect(caught.filter((mail) => mail.to === to)).toHaveLength(5);
  });

  it('an erasure by either clears the bodies that the other stored', () =>
    eachWay(async (here, there) => {
      const wellhubId = newWellhubId();
      const id = await world.customer({ gympassId: wellhubId, origin: 'WELLHUB' });
      const posts = new WellhubPosts(here, { ...world, webhookSecret: await newSecret(here) });
      expect((await posts.send(posts.checkIn(wellhubId))).status).toBe(200);
      const bodies = () =>
        here.sql(
          `select e.payload is not null as kept from wellhub_events e
            join wellhub_event_keys k on k.event_id = e.id order by e.received_at desc limit 1`,
        );
      expect(await bodies()).toEqual([{ kept: true }]);
      const admin = { 'X-Partner-Id': world.partnerId };
      expect((await there.operator.with(admin).delete(`/admin/v1/customers/${id}`)).status).toBe(
        204,
      );
      expect(await bodies()).toEqual([{ kept: false }]);
    }));
});

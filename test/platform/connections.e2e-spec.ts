import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Api } from '../support/api.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { JoinWorld, PASSWORD, newEmail } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { Visitor } from '../support/visitor.js';

/** More than twice as many as there are connections. */
const MANY = 24;
const times = <T>(n: number, work: (no: number) => T): T[] =>
  Array.from({ length: n }, (_, no) => work(no));
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

describe('more writers at once than connections, in a replica that has read nothing yet', () => {
  let app: TestApp;
  let world: GateWorld;
  let join: JoinWorld;
  let replica: TestApp;
  let admin: Api;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
    join = await JoinWorld.open(app, world);
    const { databaseUrl, secretsKeys } = app.settings;
    replica = await startApp({ databaseUrl, secretsKeys });
    const { key } = await world.keyed(['PARTNER_ADMIN', 'CUSTOMER_READ', 'CUSTOMER_WRITE']);
    admin = replica.api.withKey(key);
  });
  afterAll(async () => {
    await replica.close();
    await app.close();
  });

  /** A scan, a code and a page beside the flood: they are served by the same connections. */
  const besides = async () => {
    const code = await world.fetchCode();
    return () =>
      Promise.all([
        world.scan(code, { via: replica.api }),
        admin.get(`/v1/customers/${world.customerId}/access-code`),
        replica.api.get(`/${world.slug}/login`),
      ]);
  };

  it('a member presses Link many times: one press links, no door nor code waits in vain', async () => {
    const { email } = await join.givenAnAccount();
    const token = await join.wellhub.token({ gympass_user_id: newGpwId() });
    const member = new Visitor(replica.api);
    await member.submit(`/${world.slug}/login`, { email, password: PASSWORD });
    const others = await besides();
    const presses = times(MANY, () =>
      member.submit(`/${world.slug}/link`, { token, answer: 'yes' }),
    );
    expect(statuses(await others())).toEqual([200, 200, 200]);
    const answers = statuses(await Promise.all(presses));
    expect(answers.filter((status) => status === 303)).toHaveLength(1);
    expect(answers.filter((status) => status >= 500)).toEqual([]);
  });

  it('the partner completes many registration links', async () => {
    const links = await Promise.all(
      times(MANY, async () => ({
        token: await join.wellhub.token({ gympass_user_id: newGpwId(), email: newEmail() }),
        customerId: await join.givenACustomer(),
      })),
    );
    const others = await besides();
    const done = links.map(({ token, customerId }) =>
      admin.post(`/admin/v1/registration-links/${token}/complete`, { customerId }),
    );
    expect(statuses(await others())).toEqual([200, 200, 200]);
    expect(new Set(statuses(await Promise.all(done)))).toEqual(new Set([200]));
  });

  it('the partner changes a contract many times', async () => {
    const at = `/admin/v1/customers/${world.customerId}/contracts`;
    const [contract] = (await admin.get(at)).body.items;
    const others = await besides();
    const done = times(MANY, (no) =>
      admin.patch(`${at}/${contract.id}`, {
        signUpDate: `2019-01-${String(no + 1).padStart(2, '0')}`,
      }),
    );
    expect(statuses(await others())).toEqual([200, 200, 200]);
    expect(new Set(statuses(await Promise.all(done)))).toEqual(new Set([200]));
  });
});

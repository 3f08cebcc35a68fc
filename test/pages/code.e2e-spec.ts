import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenWellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { textOf, Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

describe('the code page', () => {
  let app: TestApp;
  let world: World;
  let member: Visitor;

  beforeAll(async () => {
    app = await startApp({ codeIssuesPerMinute: 5 });
    world = await givenAPartner(app);
    member = await givenAMember();
  });
  afterAll(() => app.close());

  let count = 0;
  async function givenAMember(at = world): Promise<Visitor> {
    const email = `ana.${(count += 1)}@example.com`;
    const token = await (await givenWellhub(app, at)).token({ email });
    const visitor = new Visitor(app.api);
    const form = { token, email, password: 'a quiet river at noon' };
    expect((await visitor.submit(`/${at.slug}/join`, form)).status).toBe(303);
    return visitor;
  }
  const path = () => `/${world.slug}/code`;

  it('shows whose code it is and holds none itself', async () => {
    const { status, text } = await member.get(path());
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Centro');
    expect(text).not.toMatch(/\d{19}/);
    expect(text).toContain('<noscript>');
  });

  it('sends a stranger to the log-in, and answers its script 401', async () => {
    const stranger = new Visitor(app.api);
    const page = await stranger.get(path());
    expect([page.status, page.headers.get('location')]).toEqual([303, `/${world.slug}/login`]);
    stranger.setCookie('gatehouse', 'A'.repeat(43));
    expect((await stranger.get(`${path()}/current`)).status).toBe(401);
  });

  it('O-12 returns a fresh code each time, with its end and the time of the server', async () => {
    const { status, body, headers } = await member.get(`${path()}/current`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(body).sort()).toEqual([
      'advice',
      'content',
      'expiresAt',
      'openedAt',
      'serverNow',
      'way',
    ]);
    expect(body.content).toMatch(/^\d{19}$/);
    const life = Date.parse(body.expiresAt) - Date.parse(body.serverNow);
    expect(life).toBeGreaterThan(55_000);
    expect(life).toBeLessThanOrEqual(61_000);
    expect((await member.get(`${path()}/current`)).body.content).not.toBe(body.content);
  });

  describe('O-11 O-14 O-23 returns the code that a key without a gym gets', () => {
    let chain: World;
    let second: number;
    const set = (gymId: number, accessCodes: object) =>
      chain.admin.patch(`/admin/v1/gyms/${gymId}`, { accessCodes });

    beforeAll(async () => {
      chain = await givenAPartner(app);
      await set(chain.gymId, { ttlSeconds: 120, singleUse: false });
    });

    /** What the page answers a new member and stores, and what a key does for the same person. */
    const both = async (homeGymId: number | null) => {
      const visitor = await givenAMember(chain);
      const [person] = await app.sql<{ id: number }>(
        `update customers set home_gym_id = $1 where id = (select max(id) from customers) returning id::int`,
        [homeGymId],
      );
      const key = await chain.keyed(['CUSTOMER_READ']);
      const issued = async (issue: () => Promise<{ status: number }>) => {
        const { status } = await issue();
        const [code] = await app.sql(
          `select gym_id::int as gym, single_use as once, extract(epoch from expires_at - issued_at)::int / 10 as tens
            from access_codes where customer_id = $1 order by issued_at desc limit 1`,
          [person!.id],
        );
        return { status, ...code };
      };
      return [
        await issued(() => visitor.get(`/${chain.slug}/code/current`)),
        await issued(() => key.get(`/v1/customers/${person!.id}/access-code`)),
      ];
    };
    const of = (answer: object) => [answer, answer];

    it("by the partner's only gym, also to who has no home gym", async () => {
      const code = { status: 200, gym: chain.gymId, once: false, tens: 12 };
      expect(await both(null)).toEqual(of(code));
      await set(chain.gymId, { enabled: false });
      expect(await both(null)).toEqual(of({ status: 409 }));
    });

    it('by the home gym where there are several, for every gym', async () => {
      const gyms = `/admin/v1/partners/${chain.partnerId}/gyms`;
      second = (await chain.admin.post(gyms, { name: 'Norte' })).body.id;
      expect(await both(chain.gymId)).toEqual(of({ status: 409 }));
      expect(await both(second)).toEqual(of({ status: 200, gym: null, once: true, tens: 6 }));
    });

    it('on, 60 s and single use where there are several and no home gym', async () => {
      await set(second, { enabled: false });
      expect(await both(null)).toEqual(of({ status: 200, gym: null, once: true, tens: 6 }));
    });
  });

  it('O-13 O-14 answers 429 beyond the limit of codes, 409 where codes are off', async () => {
    const greedy = await givenAMember();
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await greedy.get(`${path()}/current`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const { gymId } = world;
    await world.admin.patch(`/admin/v1/gyms/${gymId}`, { accessCodes: { enabled: false } });
    expect((await member.get(`${path()}/current`)).status).toBe(409);
  });

  it('ends for a disabled customer', async () => {
    const visitor = await givenAMember();
    await app.sql(
      `update customers set status = 'DISABLED' where id = (select max(id) from customers)`,
    );
    await new Promise((done) => setTimeout(done, 4_200));
    expect((await visitor.get(path())).status).toBe(303);
    expect((await visitor.get(`${path()}/current`)).status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

describe('POST /wellhub/{hook}/webhooks of two partners', () => {
  let app: TestApp;
  let world: World;
  let wellhub: WellhubPosts;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
  });
  afterAll(() => app.close());

  it('W-30 accepts the partner’s current and previous secret at its hook, no older one, and none of another partner', async () => {
    const own = await givenAPartner(app);
    const change = (webhookSecret: string) =>
      own.admin.put(`/admin/v1/partners/${own.partnerId}/wellhub`, {
        environment: 'simulator',
        webhookSecret,
      });
    const send = async (secret: string) => {
      const { status } = await wellhub.send(wellhub.checkIn(newWellhubId()), {
        path: own.hookPath,
        secret,
      });
      return status;
    };
    expect((await change('partner-secret-two')).status).toBe(200);
    expect([await send('partner-secret-two'), await send(own.webhookSecret)]).toEqual([200, 200]);
    expect((await change('partner-secret-three')).status).toBe(200);
    expect([await send('partner-secret-two'), await send(own.webhookSecret)]).toEqual([200, 401]);
    expect(await send(world.webhookSecret)).toBe(401);
  });

  it('W-67 two partners with one Wellhub gym id each get only what is signed with their own secret at their own hook', async () => {
    const pair = [await givenAPartner(app), await givenAPartner(app)] as const;
    const wellhubGymId = '424242';
    for (const { admin, gymId } of pair)
      expect((await admin.patch(`/admin/v1/gyms/${gymId}`, { wellhubGymId })).status).toBe(200);
    const person = newWellhubId();
    const event = { ...wellhub.checkIn(person, { gym: { id: Number(wellhubGymId) } }) };
    const send = async (to: World, by: World) =>
      (await wellhub.send(event, { path: to.hookPath, secret: by.webhookSecret })).status;
    const heard = async ({ partnerId, gymId }: World) =>
      (
        await app.sql(
          'select 1 from check_ins where partner_id = $1 and gym_id = $2 and wellhub_id = $3',
          [partnerId, gymId, person],
        )
      ).length;
    const [one, two] = pair;
    expect([await send(one, two), await send(two, one), await send(one, one)]).toEqual([
      401, 401, 200,
    ]);
    expect(
      await eventually(
        () => heard(one),
        (n) => n > 0,
      ),
    ).toBe(1);
    expect(await heard(two)).toBe(0);
    expect(await send(two, two)).toBe(200);
    expect(
      await eventually(
        () => heard(two),
        (n) => n > 0,
      ),
    ).toBe(1);
    expect(await heard(one)).toBe(1);
  });
});

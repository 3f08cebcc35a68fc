import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

describe('POST /wellhub/{hook}/users/cancel and /change', () => {
  let app: TestApp;
  let world: World;
  let wellhub: WellhubPosts;
  let base: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
    base = world.hookPath.replace(/\/webhooks$/, '/users');
  });
  afterAll(() => app.close());

  const event = (more: object = {}) => ({
    user_id: `gpw-${newWellhubId()}`,
    plan_id: '0',
    event_time: Date.now(),
    event_id: newWellhubId(),
    event_type: 'wellness-user-plan-canceled',
    ...more,
  });
  const count = async (type: string) =>
    (await app.sql('select 1 from wellhub_events where type = $1', [type])).length;

  it('W-22 stores a signed cancellation once, sent 11 times', async () => {
    const cancel = event();
    const before = await count('user-cancel');
    const answers = await Promise.all(
      Array.from({ length: 11 }, () => wellhub.send(cancel, { path: `${base}/cancel` })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['200 {"received":true}']),
    );
    expect((await count('user-cancel')) - before).toBe(1);
  });

  it('W-22 refuses a bad or missing signature, an unknown hook and a gym’s hook', async () => {
    const gym = await world.admin.get(`/admin/v1/gyms/${world.gymId}`);
    const gymPath = new URL(gym.body.urls.test.webhooks).pathname;
    const before = await count('user-cancel');
    const tries = [
      { path: `${base}/cancel`, signature: null },
      { path: `${base}/cancel`, secret: 'another-secret-of-16' },
      { path: '/wellhub/AbCdEfGhIjKlMnOpQrStUv/users/cancel' },
      { path: gymPath.replace(/\/webhooks$/, '/users/cancel') },
    ];
    for (const options of tries) {
      const answer = await wellhub.send(event(), options);
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid_signature']);
    }
    expect(await count('user-cancel')).toBe(before);
  });

  it('W-24 takes a change, with numbers as ids, and without an event_id by its bytes', async () => {
    const before = await count('user-change');
    const change = event({ plan_id: 3, event_id: undefined, event_type: undefined });
    for (const sent of [change, change, { ...change, plan_id: 4 }])
      expect((await wellhub.send(sent, { path: `${base}/change` })).status).toBe(200);
    expect((await count('user-change')) - before).toBe(2);
  });

  it.each([{ user_id: undefined }, { user_id: null }, { user_id: '' }, { user_id: {} }])(
    'W-23 answers %j with 422',
    async (more) => {
      const answer = await wellhub.send(event(more), { path: `${base}/cancel` });
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid_event']);
    },
  );

  it('W-41 answers other verbs with 405 and other media types with 415', async () => {
    expect((await app.api.get(`${base}/cancel`)).status).toBe(405);
    const xml = { path: `${base}/change`, headers: { 'Content-Type': 'text/xml' } };
    expect((await wellhub.send('<a/>', xml)).status).toBe(415);
    expect((await wellhub.send('{', { path: `${base}/cancel` })).body.code).toBe('invalid_json');
  });

  it('W-34 takes the paths without a hook while there is one partner', async () => {
    for (const path of ['/wellhub/users/cancel', '/wellhub/users/change'])
      expect((await wellhub.send(event(), { path })).status).toBe(200);
    await givenAPartner(app);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const refused = await wellhub.send(event(), { path: '/wellhub/users/cancel' });
    expect(refused.status).toBe(401);
  });
});

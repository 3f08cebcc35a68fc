import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessStage, ANY, ok, pointers, tagOf } from '../support/access-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('access rules in the administration', () => {
  let app: TestApp;
  let stage: AccessStage;

  beforeAll(async () => {
    app = await startApp();
    stage = await AccessStage.open(app);
  });
  afterAll(() => app.close());
  beforeEach(() => stage.begin());

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(61) }, '/name'],
    [{ effect: 'PERHAPS' }, '/effect'],
    [{ when: { from: '9:00' } }, '/when/from'],
    [{ when: { from: '24:00' } }, '/when/from'],
    [{ when: { to: '24:01' } }, '/when/to'],
    [{ when: { from: '09:00', to: '09:00' } }, '/when/to'],
    [{ when: { to: '00:00' } }, '/when/to'],
    [{ when: { days: ['MO', 'XX'] } }, '/when/days/1'],
    [{ when: { days: [] } }, '/when/days'],
    [{ when: { days: ['MO', 'MO'] } }, '/when/days'],
    [{ when: { dateFrom: '2027-02-30' } }, '/when/dateFrom'],
    [{ when: { dateFrom: '2027-03-02', dateTo: '2027-03-01' } }, '/when/dateTo'],
    [{ when: { hours: 2 } }, '/when/hours'],
    [{ who: { rights: ['STAFF'] } }, '/who/rights/0'],
    [{ who: { rights: ['GUEST', 'STAFF'] } }, '/who/rights/1'],
    [{ who: { rights: [] } }, '/who/rights'],
    [{ who: { membershipIds: [] } }, '/who/membershipIds'],
    [{ who: { membershipIds: [987_654_321] } }, '/who/membershipIds/0'],
    [{ who: { rights: ['WELLHUB'], membershipIds: [1] } }, '/who/membershipIds'],
    [{ who: { rights: ['CONTRACT'], wellhubPlans: ['1'] } }, '/who/wellhubPlans'],
    [{ who: { rights: ['GUEST'], wellhubProducts: ['1'] } }, '/who/wellhubProducts'],
    [{ who: { membershipIds: [1], wellhubPlans: ['1'] } }, '/who/wellhubPlans'],
    [
      { who: { wellhubPlans: Array.from({ length: 21 }, (_, no) => `${no}`) } },
      '/who/wellhubPlans',
    ],
    [{ who: { wellhubProducts: [31] } }, '/who/wellhubProducts'],
    [{ who: { minAge: 30, maxAge: 20 } }, '/who/maxAge'],
    [{ who: { maxAge: 121 } }, '/who/maxAge'],
    [{ deviceIds: [] }, '/deviceIds'],
    [{ deviceIds: [987_654_321] }, '/deviceIds/0'],
    [{ message: { en: 'x'.repeat(81) } }, '/message/en'],
    [{ message: { fr: 'Non' } }, '/message/fr'],
    [{ position: 0 }, '/position'],
    [{ active: 'yes' }, '/active'],
    [{ gymId: 1 }, '/gymId'],
  ])('A-27 a rule with %j is refused at its place', async (values, pointer) => {
    const before = await stage.rule();
    const made = await stage.world.admin.post(stage.rules, {
      name: 'Rule',
      effect: 'ALLOW',
      ...values,
    });
    const changed = await stage.patch(`/admin/v1/access-rules/${before.body.id}`, values);
    for (const answer of [made, changed])
      expect(pointers(answer)).toEqual(expect.arrayContaining([400, pointer]));
    expect((await stage.get(stage.rules)).body.items).toEqual([before.body]);
  });

  it('A-27 a device of another gym, or one that was removed, is refused', async () => {
    const door = await stage.world.admin.post(`${stage.gym}/devices`, {
      name: 'Door',
      direction: 'IN',
    });
    const other = await stage.world.admin.post(`/admin/v1/gyms/${stage.world.gymId}/devices`, {
      name: 'Theirs',
      direction: 'IN',
    });
    const named = (deviceIds: number[]) =>
      stage.world.admin.post(stage.rules, { name: 'Door', effect: 'ALLOW', deviceIds });
    expect(pointers(await named([door.body.id, other.body.id]))).toEqual([400, '/deviceIds/1']);
    ok(await named([door.body.id]));
    expect((await stage.world.admin.delete(`/admin/v1/devices/${door.body.id}`)).status).toBe(204);
    expect(pointers(await named([door.body.id]))).toEqual([400, '/deviceIds/0']);
  });

  it('A-27 a gym has at most 50 stage.rules, also when the last ones come at once', async () => {
    for (let no = 0; no < 48; no += 1) await stage.rule({ name: `Rule ${no}` });
    const last = await Promise.all(
      Array.from({ length: 4 }, () =>
        stage.world.admin.post(stage.rules, { name: 'Last', effect: 'DENY' }),
      ),
    );
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
    const refused = last.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('access.too-many-rules');
    const listed = await stage.get(`${stage.rules}?limit=200`);
    expect(listed.body.items.map(({ position }: { position: number }) => position)).toEqual(
      Array.from({ length: 50 }, (_, no) => no + 1),
    );
    const pages = await stage.get(`${stage.rules}?limit=30`);
    const rest = await stage.get(`${stage.rules}?limit=30&cursor=${pages.body.nextCursor}`);
    expect([...pages.body.items, ...rest.body.items]).toEqual(listed.body.items);
  });

  it('A-9 rules have an order that order, position and deletion keep, and doors read it', async () => {
    const a = await stage.rule({ name: 'a' });
    const b = await stage.rule({ name: 'b' });
    const c = await stage.rule({ name: 'c', position: 1 });
    const [idA, idB, idC] = [a.body.id, b.body.id, c.body.id];
    expect([tagOf(a), c.body.position, c.headers.get('location')]).toEqual([
      '"1"',
      1,
      `/admin/v1/access-rules/${idC}`,
    ]);
    expect(await stage.idsInOrder()).toEqual([idC, idA, idB]);
    const tag = tagOf(await stage.get(stage.policy)) ?? '';
    expect(tagOf(await stage.get(stage.rules))).toBe(tag);
    const ordered = ok(
      await stage.put(`${stage.rules}/order`, { ids: [idB, idA, idC] }, { 'If-Match': tag }),
    );
    expect(ordered.body.items.map(({ id }: { id: number }) => id)).toEqual([idB, idA, idC]);
    expect(tagOf(ordered)).toBe(tagOf(await stage.get(stage.policy)));
    expect(
      (await stage.put(`${stage.rules}/order`, { ids: [idA, idB, idC] }, { 'If-Match': tag }))
        .status,
    ).toBe(412);
    expect((await stage.put(`${stage.rules}/order`, { ids: [idA, idB, idC] }, {})).status).toBe(
      428,
    );
    expect(await stage.windows()).toEqual([
      { rule: idB, position: 1 },
      { rule: idA, position: 2 },
      { rule: idC, position: 3 },
    ]);
    ok(await stage.patch(`/admin/v1/access-rules/${idC}`, { position: 2 }));
    expect(await stage.idsInOrder()).toEqual([idB, idC, idA]);
    expect((await stage.remove(`/admin/v1/access-rules/${idB}`)).status).toBe(204);
    expect((await stage.get(`/admin/v1/access-rules/${idC}`)).body.position).toBe(1);
    // An inactive rule keeps its place, and no door reads it.
    ok(await stage.patch(`/admin/v1/access-rules/${idC}`, { active: false }));
    expect(await stage.windows()).toEqual([{ rule: idA, position: 2 }]);
  });

  it('A-27 an order that names not every rule once is refused', async () => {
    const ids = [(await stage.rule()).body.id, (await stage.rule()).body.id] as number[];
    const foreign = (
      await stage.world.admin.post(`/admin/v1/gyms/${stage.world.gymId}/access-rules`, {
        name: 'Elsewhere',
        effect: 'ALLOW',
      })
    ).body.id as number;
    await stage.world.admin.delete(`/admin/v1/gyms/${stage.world.gymId}/access-policy`, ANY);
    const order = (given: unknown[]) => stage.put(`${stage.rules}/order`, { ids: given });
    expect(pointers(await order(ids.slice(1)))).toEqual([400, '/ids']);
    expect(pointers(await order([...ids, foreign]))).toEqual([400, '/ids/2']);
    expect(pointers(await order([ids[0], ids[0]]))[0]).toBe(400);
    expect(pointers(await order([]))).toEqual([400, '/ids']);
    expect(await stage.idsInOrder()).toEqual(ids);
  });

  it('A-26 a rule comes back as it was given, and null in a patch takes a condition away', async () => {
    const given = {
      name: 'Full',
      effect: 'DENY',
      active: false,
      when: { days: ['FR', 'SA'], from: '22:00', to: '02:00', dateFrom: '2027-01-01' },
      who: { rights: ['WELLHUB'], wellhubPlans: ['1', 'unknown'], minAge: 16 },
      message: { pt: 'Só com plano 2' },
    };
    const made = await stage.rule(given);
    expect(made.body).toMatchObject({ ...given, position: 1, deviceIds: null });
    const path = `/admin/v1/access-rules/${made.body.id}`;
    const changed = ok(
      await stage.patch(
        path,
        { active: null, when: { to: null }, who: { minAge: null }, message: null },
        {
          'If-Match': tagOf(made),
        },
      ),
    );
    expect(changed.body).toEqual({
      ...made.body,
      active: true,
      when: { days: ['FR', 'SA'], from: '22:00', dateFrom: '2027-01-01' },
      who: { rights: ['WELLHUB'], wellhubPlans: ['1', 'unknown'] },
      message: null,
    });
    expect((await stage.patch(path, { active: false }, { 'If-Match': tagOf(made) })).status).toBe(
      412,
    );
    expect((await stage.patch(path, { active: false }, {})).status).toBe(428);
    expect((await stage.remove(path, { 'If-Match': tagOf(made) })).status).toBe(412);
    expect((await stage.patch(path, { when: null, who: {} })).body).toMatchObject({ when: null });
    expect(
      (await stage.patch(path, { who: { rights: null, wellhubPlans: null } })).body.who,
    ).toBeNull();
  });

  it('A-27 a device that is removed leaves the rules; without a door a rule is inactive and an alert open', async () => {
    const gym = stage.gym;
    const door = async () =>
      (await stage.world.admin.post(`${gym}/devices`, { name: 'Door', direction: 'IN' })).body.id;
    const [one, two] = [await door(), await door()];
    const both = (await stage.rule({ deviceIds: [one, two] })).body;
    const only = await stage.rule({ deviceIds: [one] });
    expect((await stage.world.admin.delete(`/admin/v1/devices/${one}`)).status).toBe(204);
    expect((await stage.get(`/admin/v1/access-rules/${both.id}`)).body).toEqual({
      ...both,
      deviceIds: [two],
    });
    const path = `/admin/v1/access-rules/${only.body.id}`;
    const left = await stage.get(path);
    expect(left.body).toEqual({ ...only.body, active: false, deviceIds: [] });
    expect(tagOf(left)).not.toBe(tagOf(only));
    expect((await stage.windows()).map((row) => row['rule'])).toEqual([both.id]);
    const open = () =>
      app.sql(`select code from alerts where object = $1 and closed_at is null`, [
        `access-rule:${only.body.id}`,
      ]);
    expect(await open()).toEqual([{ code: 'access.rule-without-door' }]);
    expect(pointers(await stage.patch(path, { active: true }))).toEqual([400, '/deviceIds']);
    ok(await stage.patch(path, { active: true, deviceIds: [two] }));
    await eventually(open, (rows) => rows.length === 0);
  });

  it('A-27 the device of a removed gym can still be removed', async () => {
    const gym = stage.gym;
    const door = await stage.world.admin.post(`${gym}/devices`, { name: 'Door', direction: 'IN' });
    expect((await stage.world.admin.delete(gym)).status).toBe(204);
    expect((await stage.world.admin.delete(`/admin/v1/devices/${door.body.id}`)).status).toBe(204);
    expect((await stage.get(stage.policy)).status).toBe(404);
  });

  it("A-28 another partner's gym, rule or pass is answered as an unknown one", async () => {
    const stranger = (await givenADoor(app)).admin;
    const { id } = (await stage.rule()).body;
    const order = { ids: [id] };
    const passes = `/admin/v1/customers/${stage.world.customerId}/passes`;
    const pass = ok(
      await stage.world.admin.post(passes, { type: 'STAFF', validFrom: '2026-01-01' }),
    );
    const calls: [string, string, object?][] = [
      ['GET', stage.policy],
      ['PUT', stage.policy, {}],
      ['PATCH', stage.policy, {}],
      ['DELETE', stage.policy],
      ['GET', stage.rules],
      ['POST', stage.rules, { name: 'x', effect: 'ALLOW' }],
      ['PUT', `${stage.rules}/order`, order],
      ['GET', `/admin/v1/access-rules/${id}`],
      ['PATCH', `/admin/v1/access-rules/${id}`, { name: 'x' }],
      ['DELETE', `/admin/v1/access-rules/${id}`],
      ['GET', passes],
      ['POST', passes, { type: 'STAFF', validFrom: '2026-01-01' }],
      ['GET', `/admin/v1/passes/${pass.body.id}`],
      ['PATCH', `/admin/v1/passes/${pass.body.id}`, { note: 'x' }],
      ['DELETE', `/admin/v1/passes/${pass.body.id}`],
    ];
    for (const [method, path, body] of calls) {
      const unknown = path.replace(/\/\d+/, '/987654321');
      const [theirs, none] = [
        await stranger.call(method, path, body, ANY),
        await stranger.call(method, unknown, body, ANY),
      ];
      expect([method, path, theirs.status, theirs.body.code]).toEqual([
        method,
        path,
        404,
        none.body.code,
      ]);
    }
  });

  it('A-28 a key of one gym reads its own stage.rules, and gives passes for its own gym', async () => {
    const gymId = stage.gymId;
    const scopes = ['STUDIO_READ', 'CUSTOMER_READ', 'CUSTOMER_WRITE'] as const;
    const own = await stage.world.keyed([...scopes], { gymId });
    const other = await stage.world.keyed([...scopes], { gymId: stage.world.gymId });
    const { id } = (await stage.rule()).body;
    expect((await own.get(`/admin/v1/access-rules/${id}`)).status).toBe(200);
    expect((await other.get(`/admin/v1/access-rules/${id}`)).status).toBe(404);
    expect((await other.get(stage.policy)).status).toBe(404);
    const customerId = await stage.world.customer({ homeGymId: gymId });
    const passes = `/admin/v1/customers/${customerId}/passes`;
    const staff = { type: 'STAFF', validFrom: '2026-01-01' };
    expect((await own.post(passes, staff)).body.code).toBe('access.other-gyms');
    const foreign = { ...staff, gymIds: [gymId, stage.world.gymId] };
    expect((await own.post(passes, foreign)).body.code).toBe('access.other-gyms');
    expect((await other.post(passes, { ...staff, gymIds: [stage.world.gymId] })).status).toBe(404);
    const made = ok(await own.post(passes, { ...staff, gymIds: [gymId] }));
    const path = `/admin/v1/passes/${made.body.id}`;
    expect((await other.get(path)).status).toBe(404);
    expect((await own.patch(path, { gymIds: null }, ANY)).status).toBe(403);
    expect((await own.delete(path, ANY)).status).toBe(204);
  });
});

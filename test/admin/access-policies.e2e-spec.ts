import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessStage, ANY, ok, pointers, tagOf } from '../support/access-stage.js';
import { startApp, type TestApp } from '../support/test-app.js';

const DEFAULTS = {
  outsideRules: 'ALLOW',
  capacity: null,
  antiPassback: { mode: 'OFF', minutes: null, scope: 'GYM' },
  reentryMinutes: null,
  showOccupancy: false,
  minimumAge: null,
  unknownAge: 'ALLOW',
  closingDays: [],
  warnings: [],
  ruleCount: 0,
};
const ALL_SET = {
  outsideRules: 'DENY',
  capacity: { max: 120, warnAtPercent: null },
  antiPassback: { mode: 'HARD', minutes: 60, scope: 'PARTNER' },
  reentryMinutes: 0,
  showOccupancy: true,
  minimumAge: 16,
  unknownAge: 'DENY',
  closingDays: [
    { date: '12-25' },
    { date: '02-29', to: '12:00' },
    { date: '2027-12-24', from: '14:00', to: '24:00', name: 'Christmas Eve' },
  ],
};

describe('access policies in the administration', () => {
  let app: TestApp;
  let stage: AccessStage;

  beforeAll(async () => {
    app = await startApp();
    stage = await AccessStage.open(app);
  });
  afterAll(() => app.close());
  beforeEach(() => stage.begin());

  it('A-1 a gym without a policy shows the defaults, and does so again when it is deleted', async () => {
    const none = await stage.get(stage.policy);
    expect([none.status, tagOf(none), none.body]).toEqual([200, '"0"', DEFAULTS]);
    const made = ok(await stage.put(stage.policy, ALL_SET, { 'If-Match': '"0"' }));
    expect([tagOf(made), made.body]).toEqual([
      '"1"',
      { ...ALL_SET, warnings: ['NOBODY_MAY_ENTER'], ruleCount: 0 },
    ]);
    expect((await stage.get(stage.policy)).body).toEqual(made.body);
    expect(await stage.hasMark()).toBe(true);
    await stage.rule();
    expect((await stage.remove(stage.policy)).status).toBe(204);
    const after = await stage.get(stage.policy);
    expect([tagOf(after), after.body, await stage.hasMark()]).toEqual(['"0"', DEFAULTS, false]);
    expect([await stage.idsInOrder(), await stage.windows()]).toEqual([[], []]);
    // A tag of before is not one of after.
    await stage.put(stage.policy, {});
    expect((await stage.put(stage.policy, {}, { 'If-Match': '"1"' })).status).toBe(412);
  });

  it('A-26 a change needs the present tag or *, and of two parallel ones with one tag one is made', async () => {
    expect((await stage.put(stage.policy, {}, {})).body.code).toBe('access.precondition-required');
    const { status } = await stage.patch(stage.policy, { minimumAge: 18 }, {});
    expect(status).toBe(428);
    expect((await stage.remove(stage.policy, {})).status).toBe(428);
    expect(tagOf(await stage.get(stage.policy))).toBe('"0"');
    const first = ok(await stage.patch(stage.policy, { minimumAge: 18 }, { 'If-Match': '"0"' }));
    const old = await stage.patch(stage.policy, { minimumAge: 21 }, { 'If-Match': '"0"' });
    expect([old.status, old.body.code]).toEqual([412, 'access.precondition-failed']);
    expect((await stage.remove(stage.policy, { 'If-Match': '"0"' })).status).toBe(412);
    ok(await stage.patch(stage.policy, { minimumAge: 19 }, { 'If-Match': '*' }));
    const tag = tagOf(await stage.get(stage.policy));
    expect(tag).not.toBe(tagOf(first));
    const both = await Promise.all(
      [20, 21].map((minimumAge) =>
        stage.patch(stage.policy, { minimumAge }, { 'If-Match': `W/${tag}, "x"` }),
      ),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 412]);
    const made = both.find((one) => one.status === 200);
    expect((await stage.get(stage.policy)).body.minimumAge).toBe(made?.body.minimumAge);
  });

  it('A-26 of the first two parallel policies of a gym one is made', async () => {
    const both = await Promise.all(
      [20, 21].map((minimumAge) => stage.put(stage.policy, { minimumAge }, { 'If-Match': '"0"' })),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 412]);
  });

  it('A-26 who has the present state gets 304', async () => {
    const { body } = await stage.rule();
    const pass = await stage.world.admin.post(
      `/admin/v1/customers/${stage.world.customerId}/passes`,
      {
        type: 'STAFF',
        validFrom: '2026-01-01',
      },
    );
    const paths = [stage.policy, stage.rules, `/admin/v1/access-rules/${body.id}`];
    for (const path of [...paths, `/admin/v1/passes/${pass.body.id}`]) {
      const tag = tagOf(await stage.get(path)) ?? '';
      const same = await stage.get(path, { 'If-None-Match': `"other", ${tag}` });
      expect([path, same.status, same.text, tagOf(same)]).toEqual([path, 304, '', tag]);
      expect((await stage.get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  });

  it('A-26 who has seen other warnings gets the present ones, whatever changed them', async () => {
    ok(await stage.rule({ name: 'No Wellhub', effect: 'DENY', who: { rights: ['WELLHUB'] } }));
    const modes = [
      ['GATE', []],
      ['AUTOMATIC', ['AUTOMATIC_WITH_WELLHUB_RULES']],
      ['ATTENDANCE', []],
    ] as const;
    let seen = tagOf(await stage.get(stage.policy)) ?? '';
    for (const [validationMode, warnings] of modes) {
      ok(await stage.world.admin.patch(stage.gym, { validationMode }));
      const { status, body, headers } = await stage.get(stage.policy, { 'If-None-Match': seen });
      expect([status, body.warnings]).toEqual([200, warnings]);
      expect((await stage.put(stage.policy, {}, { 'If-Match': seen })).status).toBe(412);
      seen = headers.get('etag') ?? '';
      expect((await stage.get(stage.policy, { 'If-None-Match': seen })).status).toBe(304);
    }
    ok(await stage.world.admin.patch(stage.gym, { name: 'Renamed', validationMode: 'ATTENDANCE' }));
    expect((await stage.get(stage.policy, { 'If-None-Match': seen })).status).toBe(304);
    ok(await stage.put(stage.policy, {}, { 'If-Match': seen }));
  });

  it('A-26 null in a merge patch resets to the default, and objects are merged field by field', async () => {
    await stage.put(stage.policy, ALL_SET);
    const merged = ok(
      await stage.world.admin.call(
        'PATCH',
        stage.policy,
        { antiPassback: { minutes: null }, capacity: { max: 5 } },
        {
          ...ANY,
          'Content-Type': 'application/merge-patch+json',
        },
      ),
    );
    expect(merged.body).toMatchObject({
      ...ALL_SET,
      capacity: { max: 5, warnAtPercent: null },
      antiPassback: { mode: 'HARD', minutes: null, scope: 'PARTNER' },
    });
    const back = await stage.patch(stage.policy, { capacity: { warnAtPercent: null } });
    expect(back.body.capacity).toEqual({ max: 5, warnAtPercent: 90 });
    const nothing = Object.fromEntries(Object.keys(ALL_SET).map((name) => [name, null]));
    expect(ok(await stage.patch(stage.policy, nothing)).body).toEqual(DEFAULTS);
    // A replacement resets what it does not name.
    await stage.put(stage.policy, ALL_SET);
    expect((await stage.put(stage.policy, { minimumAge: 12 })).body).toEqual({
      ...DEFAULTS,
      minimumAge: 12,
    });
  });

  it.each([
    [{ outsideRules: 'MAYBE' }, '/outsideRules'],
    [{ capacity: { max: 0 } }, '/capacity/max'],
    [{ capacity: { max: 100_001 } }, '/capacity/max'],
    [{ capacity: {} }, '/capacity/max'],
    [{ capacity: { warnAtPercent: 60 } }, '/capacity/max'],
    [{ capacity: { max: 9, warnAtPercent: 49 } }, '/capacity/warnAtPercent'],
    [{ capacity: { max: 9, most: 1 } }, '/capacity/most'],
    [{ antiPassback: { mode: 'ON' } }, '/antiPassback/mode'],
    [{ antiPassback: { mode: 'HARD', minutes: 0 } }, '/antiPassback/minutes'],
    [{ antiPassback: 'HARD' }, '/antiPassback'],
    [{ reentryMinutes: 1_441 }, '/reentryMinutes'],
    [{ reentryMinutes: 1.5 }, '/reentryMinutes'],
    [{ showOccupancy: 'yes' }, '/showOccupancy'],
    [{ minimumAge: 0 }, '/minimumAge'],
    [{ unknownAge: 'ASK' }, '/unknownAge'],
    [{ closingDays: [{ date: '02-30' }] }, '/closingDays/0/date'],
    [{ closingDays: [{ date: '12-25' }, { date: '2027-02-29' }] }, '/closingDays/1/date'],
    [{ closingDays: [{ date: '12-25', from: '9:00' }] }, '/closingDays/0/from'],
    [{ closingDays: [{ date: '12-25', from: '14:00', to: '14:00' }] }, '/closingDays/0/to'],
    [{ closingDays: [{ date: '12-25', name: 'x'.repeat(61) }] }, '/closingDays/0/name'],
    [{ closingDays: [{ name: 'no date' }] }, '/closingDays/0/date'],
    [{ closingDays: Array.from({ length: 401 }, () => ({ date: '12-25' })) }, '/closingDays'],
    [{ openingDays: [] }, '/openingDays'],
  ])('A-27 a policy with %j is refused at its place', async (body, pointer) => {
    for (const answer of [
      await stage.put(stage.policy, body),
      await stage.patch(stage.policy, body),
    ])
      expect(pointers(answer)).toEqual(expect.arrayContaining([400, pointer]));
    expect(tagOf(await stage.get(stage.policy))).toBe('"0"');
  });

  it('A-27 the policy warns of what an owner may not have meant', async () => {
    const warnings = async () => (await stage.get(stage.policy)).body.warnings as string[];
    await stage.put(stage.policy, { outsideRules: 'DENY' });
    expect(await warnings()).toEqual(['NOBODY_MAY_ENTER']);
    const { id } = (await stage.rule({ when: { from: '06:00', to: '22:00' } })).body;
    const gym = stage.gym;
    ok(await stage.world.admin.patch(gym, { validationMode: 'GATE' }));
    expect([await warnings(), (await stage.get(stage.policy)).body.ruleCount]).toEqual([[], 1]);
    ok(await stage.world.admin.patch(gym, { validationMode: 'AUTOMATIC' }));
    expect(await warnings()).toEqual(['AUTOMATIC_WITH_WELLHUB_RULES']);
    ok(await stage.patch(`/admin/v1/access-rules/${id}`, { when: null }));
    expect(await warnings()).toEqual([]);
    ok(await stage.patch(`/admin/v1/access-rules/${id}`, { active: false }));
    expect(await warnings()).toEqual(['NOBODY_MAY_ENTER']);
    ok(await stage.patch(`/admin/v1/access-rules/${id}`, { active: true, effect: 'DENY' }));
    expect(await warnings()).toEqual(['NOBODY_MAY_ENTER', 'AUTOMATIC_WITH_WELLHUB_RULES']);
    ok(await stage.patch(`/admin/v1/access-rules/${id}`, { who: { rights: ['CONTRACT'] } }));
    expect(await warnings()).toEqual(['NOBODY_MAY_ENTER']);
  });

  it('A-28 a key that only reads changes nothing', async () => {
    const reader = await stage.world.keyed(['STUDIO_READ', 'CUSTOMER_READ']);
    expect((await reader.get(stage.policy)).status).toBe(200);
    expect((await reader.put(stage.policy, {}, ANY)).status).toBe(403);
    expect((await reader.post(stage.rules, { name: 'x', effect: 'ALLOW' })).status).toBe(403);
    const passes = `/admin/v1/customers/${stage.world.customerId}/passes`;
    expect((await reader.post(passes, { type: 'STAFF', validFrom: '2026-01-01' })).status).toBe(
      403,
    );
    expect(tagOf(await stage.get(stage.policy))).toBe('"0"');
  });

  it('A-28 the audit log shows what a change found and left', async () => {
    await stage.put(stage.policy, { ...ALL_SET, closingDays: [] });
    await stage.patch(stage.policy, { minimumAge: null, capacity: { max: 5 } });
    const { id } = (await stage.rule({ effect: 'DENY', when: { to: '12:00' } })).body;
    await stage.patch(`/admin/v1/access-rules/${id}`, { effect: 'ALLOW', when: null });
    await stage.put(`${stage.rules}/order`, { ids: [id] });
    await stage.remove(`/admin/v1/access-rules/${id}`);
    await stage.remove(stage.policy);
    const { body } = await stage.get(
      `/admin/v1/partners/${stage.world.partnerId}/audit-log?limit=7`,
    );
    const [unset, gone, , changed, made, patched] = body.items;
    expect(patched).toMatchObject({
      changes: {
        minimumAge: { old: 16, new: null },
        capacity: { old: { max: 120, warnAtPercent: null }, new: { max: 5, warnAtPercent: null } },
      },
    });
    expect(made).toMatchObject({ object: String(id), changes: { effect: 'DENY' } });
    expect(changed).toMatchObject({
      object: String(id),
      changes: { effect: { old: 'DENY', new: 'ALLOW' }, when: { old: { to: '12:00' }, new: null } },
    });
    expect(gone).toMatchObject({ changes: { effect: { old: 'ALLOW', new: null } } });
    expect(unset).toMatchObject({ changes: { outsideRules: { old: 'DENY', new: 'ALLOW' } } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';
import { PostOffice } from '../support/post-office.js';
import { until } from '../support/eventually.js';

interface Item {
  key: string;
  state: string;
  at: string | null;
  by: string | null;
  missing: number | null;
  gyms: { gymId: number; state: string; result: string | null; at: string | null }[];
}

describe('what is left to do before a partner opens', () => {
  let office: PostOffice;
  let stage: CheckInStage;
  let desk: CheckInWorld;

  beforeAll(async () => {
    office = new PostOffice();
    stage = await CheckInStage.open({ smtpUrl: await office.open() });
    desk = await stage.partner({ partner: { supportEmail: 'help@fit.example' } });
  });
  afterAll(async () => {
    await stage.close();
    await office.close();
  });

  const path = () => `/admin/v1/partners/${desk.world.partnerId}/go-live`;
  const item = async (key: string): Promise<Item> => {
    const { items } = (await desk.world.admin.get(path())).body as { items: Item[] };
    const found = items.find((one) => one.key === key);
    if (!found) throw new Error(`no item ${key}`);
    return found;
  };
  const shown = async (key: string) => {
    const { state, missing, gyms } = await item(key);
    return [state, missing, gyms.map((gym) => [gym.state, gym.result])];
  };

  it('C-80 names what each gym lacks, and is done when no gym lacks anything', async () => {
    expect(await shown('SECRETS')).toEqual(['DONE', 0, [['DONE', null]]]);
    const home = `/admin/v1/partners/${desk.world.partnerId}/gyms`;
    const second = (await desk.world.admin.post(home, { name: 'Sul' })).body.id as number;
    expect(await shown('SECRETS')).toEqual([
      'MISSING',
      1,
      [
        ['DONE', null],
        ['MISSING', 'wellhubGymId'],
      ],
    ]);
    await desk.world.admin.delete(`/admin/v1/gyms/${second}`);
    expect((await shown('SECRETS'))[0]).toBe('DONE');
    expect((await shown('DOORS'))[0]).toBe('MISSING');
    const devices = `/admin/v1/gyms/${desk.world.gymId}/devices`;
    const { id } = (await desk.world.admin.post(devices, { name: 'Door', direction: 'IN' })).body;
    await desk.world.admin.post(`/admin/v1/devices/${id}/token`, {});
    expect((await shown('DOORS'))[0]).toBe('DONE');
  });

  it('C-81 keeps the last connection test of each gym', async () => {
    expect(await shown('CONNECTION')).toEqual(['UNKNOWN', 1, [['UNKNOWN', null]]]);
    const test = `/admin/v1/gyms/${desk.world.gymId}/wellhub/test`;
    const { result } = (await desk.world.admin.post(test, {})).body;
    expect([result, await shown('CONNECTION')]).toEqual(['OK', ['DONE', 0, [['DONE', 'OK']]]]);
    expect((await item('CONNECTION')).gyms[0]?.at).toMatch(/Z$/);
    const connection = `/admin/v1/partners/${desk.world.partnerId}/wellhub`;
    await desk.world.admin.put(connection, { environment: 'simulator', accessToken: 'another' });
    await desk.world.admin.post(test, {});
    expect(await shown('CONNECTION')).toEqual(['MISSING', 1, [['MISSING', 'CREDENTIALS_REFUSED']]]);
  });

  it('C-81 counts no test of another connection: environment, gym at Wellhub, or token', async () => {
    const { admin, partnerId, gymId, wellhubGymId } = desk.world;
    const connection = `/admin/v1/partners/${partnerId}/wellhub`;
    const gym = `/admin/v1/gyms/${gymId}`;
    const untested = ['UNKNOWN', 1, [['UNKNOWN', null]]];
    for (const change of [
      () => admin.put(connection, { environment: 'simulator', accessToken: 'a-third-one' }),
      () => admin.patch(gym, { wellhubAccessToken: 'of-the-gym' }),
      () => admin.patch(gym, { wellhubAccessToken: 'also-of-the-gym' }),
      () => admin.patch(gym, { wellhubAccessToken: null }),
      () => admin.patch(gym, { wellhubGymId: '77' }),
      () => admin.patch(gym, { wellhubGymId }),
    ]) {
      await admin.post(`${gym}/wellhub/test`, {});
      expect(await shown('CONNECTION')).not.toEqual(untested);
      const { status, text } = await change();
      expect([status, text]).toEqual([200, text]);
      expect(await shown('CONNECTION')).toEqual(untested);
    }
    await admin.post(`${gym}/wellhub/test`, {});
    await admin.patch(gym, { name: 'Another name' });
    expect(await shown('CONNECTION')).not.toEqual(untested);
    await admin.put(connection, { environment: 'sandbox', accessToken: 'a-third-one' });
    expect(await shown('CONNECTION')).toEqual(untested);
    await admin.put(connection, { environment: 'simulator', accessToken: 'a-third-one' });
  });

  it('C-81 C-82 knows that the addresses stand at Wellhub once a check-in has come', async () => {
    expect([(await item('URLS')).state, (await item('WEBHOOKS')).state]).toEqual([
      'UNKNOWN',
      'UNKNOWN',
    ]);
    expect((await shown('FIRST_CHECK_IN'))[0]).toBe('MISSING');
    await stage.simulator.checkIn({ wellhubId: newWellhubId() });
    await until(async () => (await item('FIRST_CHECK_IN')).state === 'DONE');
    expect([(await item('URLS')).state, (await item('WEBHOOKS')).state]).toEqual(['DONE', 'DONE']);
    const gyms = `/admin/v1/partners/${desk.world.partnerId}/gyms`;
    const { body } = await desk.world.admin.post(gyms, { name: 'Norte', wellhubGymId: '4077' });
    expect([(await item('URLS')).state, (await item('WEBHOOKS')).state]).toEqual([
      'DONE',
      'UNKNOWN',
    ]);
    await desk.world.admin.delete(`/admin/v1/gyms/${body.id}`);
  });

  it('C-83 knows that mail leaves once one was sent, and that it does not', async () => {
    expect((await item('MAIL')).state).toBe('UNKNOWN');
    const sent = await desk.world.admin.post(`${path()}/test-mail`, {});
    expect([sent.status, sent.body]).toEqual([200, { to: 'help@fit.example' }]);
    expect(await item('MAIL')).toMatchObject({ state: 'DONE', by: expect.any(String) });
    await office.close();
    const failed = await desk.world.admin.post(`${path()}/test-mail`, {});
    expect([failed.status, failed.body.code]).toEqual([503, 'mail.not-accepted']);
    expect((await item('MAIL')).state).toBe('MISSING');
  });

  it('C-84 C-85 knows who has no second factor, and who told that backups are made', async () => {
    expect(await shown('SECOND_FACTOR')).toEqual(['MISSING', 0, []]);
    expect((await item('BACKUPS')).state).toBe('MISSING');
    const told = await desk.world.admin.put(`${path()}/backups`, { confirmed: true });
    expect(told.status).toBe(200);
    const { state, at, by } = await item('BACKUPS');
    expect([state, typeof at, typeof by]).toEqual(['DONE', 'string', 'string']);
    await desk.world.admin.put(`${path()}/backups`, { confirmed: false });
    expect((await item('BACKUPS')).state).toBe('MISSING');
    expect((await desk.world.admin.put(`${path()}/backups`, {})).status).toBe(400);
    const narrow = await desk.world.keyed(['STUDIO_READ']);
    expect((await narrow.get(path())).status).toBe(403);
  });
});

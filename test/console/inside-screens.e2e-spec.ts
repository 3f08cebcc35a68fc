import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '../../src/platform/crypto/uuid.js';
import { made, own } from '../support/form-makers.js';
import { formTo } from '../support/html-forms.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const SCAN = '/open-api/device/cardreader/identification';
const MISSING = '/console/check-ins/missing-webhooks';
const USAGE = '/console/check-ins/usage';

describe('who is inside, and what Wellhub may not know, on the screens of the console', () => {
  let stage: StaffStage;
  let desk: Colleague;
  let viewer: Colleague;

  beforeAll(async () => {
    stage = await StaffStage.open();
    desk = await stage.colleague({ role: 'FRONT_DESK' });
    viewer = await stage.colleague({ role: 'VIEWER' });
  });
  afterAll(() => stage.close());

  /** People with a pass and a card, who scanned at a door. */
  async function entered(names: readonly string[]): Promise<void> {
    const { admin, gymId } = stage.world;
    const door = await made(stage, `gyms/${gymId}/devices`, { name: 'Main door', direction: 'IN' });
    const { token } = (await admin.post(`/admin/v1/devices/${door}/token`)).body;
    for (const firstName of names) {
      const value = String(Math.floor(Math.random() * 1e9) + 1);
      const card = { cardNumber: { value }, firstName };
      const id = await made(stage, own(stage, 'customers'), card);
      const pass = { type: 'STAFF', validFrom: '2026-01-01' };
      await made(stage, `customers/${id}/passes`, pass);
      const scanned = await stage.app.api.post(
        SCAN,
        { identification: { type: 'NUMBER', value } },
        { Authorization: `Bearer ${token}` },
      );
      expect([scanned.status, scanned.text]).toEqual([200, scanned.text]);
    }
  }

  it('C-204 an empty gym says so, and Today leads there', async () => {
    const { text } = await desk.browser.get('/console/inside');
    expect(textOf(text)).toContain('Nobody is inside');
    const today = await desk.browser.get('/console/today');
    expect(today.text).toContain('id="today-inside" href="/console/inside"');
    expect(today.text).toContain(`href="/console/inside?gymId=${stage.world.gymId}"`);
  });

  it('C-204 people who came in are listed with since when and how, and their visit is ended', async () => {
    await entered(['Ana', 'Bruno']);
    const { gymId } = stage.world;
    const policy = { capacity: { max: 80 } };
    await stage.world.admin.put(`/admin/v1/gyms/${gymId}/access-policy`, policy, {
      'If-Match': '*',
    });
    const shown = await desk.browser.get('/console/inside');
    const words = textOf(shown.text);
    expect(words).toContain('2 of 80');
    expect(words).toContain('By a door: Main door');
    expect(words).toContain('Bruno');
    const [action = ''] = /\/console\/inside\/\d+\/leave/.exec(shown.text) ?? [];
    const { fields } = formTo(shown.text, action);
    const ended = await desk.browser.submit(action, fields);
    expect(ended.headers.get('location')).toBe(`/console/inside?gymId=${gymId}&done=ended`);
    expect(textOf((await desk.browser.get('/console/inside')).text)).toContain('1 of 80');
    expect((await desk.browser.submit(action, fields)).status).toBe(303);
    const gone = await desk.browser.submit('/console/inside/0/leave', { gymId: String(gymId) });
    expect(textOf(gone.text)).toContain('This visit no longer exists.');
    expect((await viewer.browser.get('/console/inside')).text).not.toContain('/leave');
    expect((await viewer.browser.submit(action, {})).status).toBe(403);
  });

  it('C-205 a time of missing messages is listed, and the search for its check-ins says what came of it', async () => {
    const none = await desk.browser.get(MISSING);
    expect(textOf(none.text)).toContain('No message is missing');
    expect((await desk.browser.get('/console/check-ins')).text).toContain(MISSING);
    for (let at = 0; at < 51; at += 1)
      await stage.app.sql(
        `insert into wellhub_outages (partner_id, id, wellhub_gym_id, started_at, ended_at, refused)
          values ($1, $2, null, '2020-01-01T10:00Z', '2020-01-01T10:30Z', 3)`,
        [stage.world.partnerId, uuidv7()],
      );
    const { text } = await desk.browser.get(MISSING);
    expect(textOf(text)).toContain('01/01/2020');
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(text) ?? [];
    expect((await desk.browser.get(next.replaceAll('&amp;', '&'))).text).toContain('/probe');
    const [action = ''] = /\/console\/check-ins\/missing-webhooks\/[\w-]+\/probe/.exec(text) ?? [];
    const { headers } = await desk.browser.submit(action, formTo(text, action).fields);
    const location = headers.get('location') ?? '';
    expect(location).toBe(`${MISSING}?gymId=${stage.world.gymId}&done=nobody`);
    expect(textOf((await desk.browser.get(location)).text)).toContain('nobody to ask about');
    expect((await viewer.browser.get(MISSING)).text).not.toContain('/probe');
  });

  it('C-206 what was reported to Wellhub is listed by its state', async () => {
    const { admin, partnerId } = stage.world;
    const empty = await desk.browser.get(`${USAGE}?state=QUARANTINED`);
    expect(textOf(empty.text)).toContain('Nothing in this state');
    const event = { eventType: 'signin', timestamp: new Date().toISOString() };
    const types = { usageEventTypes: ['signin'] };
    await admin.patch(`/admin/v1/partners/${partnerId}`, types);
    const sent = await admin.post(`/admin/v1/partners/${partnerId}/usage-events`, {
      ...event,
      gpwId: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679',
    });
    expect([sent.status, sent.text]).toEqual([201, sent.text]);
    const { text } = await desk.browser.get(USAGE);
    expect(textOf(text)).toContain('signin Not found Your software Waiting');
    const narrowed = await stage.colleague({ role: 'MANAGER', gymIds: [stage.world.gymId] });
    expect((await narrowed.browser.get('/console/check-ins')).text).not.toContain(USAGE);
    expect((await narrowed.browser.get(USAGE)).status).toBe(403);
  });
});

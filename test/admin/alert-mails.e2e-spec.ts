import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Alerts, INSTALLATION } from '../../src/platform/alerts/alerts.js';
import { until } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { givenAPartner } from '../support/world.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';

const HOUR_MS = 3_600_000;
const partnersClock = new Intl.DateTimeFormat('en-GB', {
  timeStyle: 'short',
  timeZone: 'America/Sao_Paulo',
});
/** A time of day at the partner, so far from now. */
const clockAt = (ms: number) => partnersClock.format(Date.now() + ms);

describe('alerts reach people and systems', () => {
  let stage: StaffStage;
  let owner: Colleague;
  let receiver: Receiver;
  let path: string;
  let mails = 1;

  beforeAll(async () => {
    stage = await StaffStage.open({ outgoingUrls: 'any' } as never);
    owner = await stage.colleague({ role: 'OWNER' });
    receiver = await Receiver.start();
    path = `/admin/v1/partners/${stage.world.partnerId}`;
    const subscription = { url: receiver.url, eventTypes: ['ALERT_OPENED', 'ALERT_CLOSED'] };
    const { status, text } = await stage.world.admin.post(
      `${path}/webhook-subscriptions`,
      subscription,
    );
    if (status !== 201) throw new Error(text);
  });
  afterAll(async () => {
    await receiver.stop();
    await stage.close();
  });
  afterEach(async () => {
    await stage.app.sql(`update alert_mail_recipients set mailed_at = '-infinity'`);
    await stage.app.sql('delete from alert_mail_items');
    // Five mails an hour reach one address.
    await stage.app.sql(`update mails set created_at = created_at - interval '1 hour'`);
  });

  const alerts = () => stage.app.app.get(Alerts);
  const raise = (object: string, code = 'check-in.at-risk') => {
    const { partnerId, gymId } = stage.world;
    return alerts().raise({ partnerId, code, object, gymId, detail: 'of ana@example.com' });
  };
  const waiting = async () =>
    (await stage.app.sql<{ n: number }>('select count(*)::int as n from alert_mail_items'))[0]?.n;
  /** The next one to the owner; the first was the invitation. */
  const nextMail = () => stage.mailTo(owner.email, (mails += 1));
  const events = () => receiver.received.map(({ json }) => json.payload[0]);

  it('C-100 an opening and a closing are events of the partner, once each, with ids and codes only', async () => {
    await raise('check-in/1');
    await raise('check-in/1');
    await until(() => events().length === 1);
    // One that closes before its mail is written is not mailed.
    await nextMail();
    await alerts().close(stage.world.partnerId, 'check-in.at-risk', 'check-in/1');
    await until(() => events().length === 2);
    const [opened, closed] = events();
    expect(opened).toMatchObject({ type: 'ALERT_OPENED' });
    expect(closed).toMatchObject({ type: 'ALERT_CLOSED', content: opened.content });
    expect(opened.content).toEqual({ alertId: expect.any(String), code: 'check-in.at-risk' });
    expect(receiver.received[0]?.json.entityId).toBe(stage.world.gymId);
    const { body } = await stage.world.admin.get(`${path}/alerts`);
    expect(body.items[0].id).toBe(opened.content.alertId);
  });

  it('C-101 an owner gets a mail with what it means and what to do, and nothing personal', async () => {
    await raise('check-in/2');
    const mail = await nextMail();
    expect(mail.subject).toContain('Corpo Livre: ');
    expect(mail.text).toContain('/console/alerts');
    expect(mail.text).not.toContain('ana@example.com');
    expect(mail.html).toContain('<html lang="en">');
  });

  it('C-101 what comes within a quarter of an hour waits, and comes together', async () => {
    await raise('check-in/3');
    await nextMail();
    await raise('check-in/4');
    await raise('check-in/5', 'wellhub.unknown-user');
    await until(async () => (await waiting()) === 2);
    await stage.app.sql(
      `update alert_mail_recipients set mailed_at = mailed_at - interval '15 minutes'`,
    );
    const mail = await nextMail();
    expect(mail.subject).toBe('Corpo Livre: 2 alerts need somebody');
  });

  it('C-101 an alert that closed before its mail delays no other one', async () => {
    const { partnerId } = stage.world;
    const quiet = { quietFrom: clockAt(-HOUR_MS), quietUntil: clockAt(HOUR_MS) };
    await stage.world.admin.put(`${path}/alert-mails`, quiet);
    await raise('check-in/11');
    await until(async () => (await waiting()) === 1);
    await alerts().close(partnerId, 'check-in.at-risk', 'check-in/11');
    await stage.world.admin.put(`${path}/alert-mails`, { quietFrom: null, quietUntil: null });
    await until(async () => (await waiting()) === 0);
    await raise('check-in/12');
    const mail = await nextMail();
    expect(mail.subject).toContain('Corpo Livre: ');
  });

  it('C-137 an alert of a test environment mails no person, and its event feed lists it', async () => {
    const tried = await givenAPartner(stage.app, { testOf: stage.world.partnerId });
    const invited = await stage.invite({ email: owner.email, role: 'OWNER' }, tried);
    expect(invited.status).toBe(201);
    await nextMail();
    await stage.app.sql(
      'update staff_memberships set accepted_at = clock_timestamp() where id = $1',
      [invited.body.id],
    );
    const { partnerId, gymId } = tried;
    await alerts().raise({ partnerId, code: 'check-in.at-risk', object: 'check-in/9', gymId });
    // Mails are ordered in the transaction that stores the event.
    const events = () =>
      stage.app.sql('select 1 from events where partner_id = $1 and type = $2', [
        partnerId,
        'ALERT_OPENED',
      ]);
    await until(async () => (await events()).length === 1);
    const told = await stage.app.sql(
      'select 1 from alert_mail_recipients where membership_id = $1',
      [invited.body.id],
    );
    expect([told, await waiting()]).toEqual([[], 0]);
  });

  it('C-102 in quiet hours no mail comes; they end, and it comes', async () => {
    const quiet = { quietFrom: clockAt(-HOUR_MS), quietUntil: clockAt(HOUR_MS) };
    expect((await stage.world.admin.put(`${path}/alert-mails`, quiet)).status).toBe(200);
    await raise('check-in/6');
    await until(async () => (await waiting()) === 1);
    const over = { quietFrom: clockAt(-2 * HOUR_MS), quietUntil: clockAt(-HOUR_MS) };
    const { status, body } = await stage.world.admin.put(`${path}/alert-mails`, over);
    expect([status, body]).toEqual([200, { ...over, digestAt: '08:00' }]);
    await nextMail();
  });

  it('C-103 a person chooses one mail a day, which also has what was closed since', async () => {
    const own = '/admin/v1/me/alert-mails';
    expect((await stage.call(owner.browser, 'GET', own)).body).toEqual({ frequency: 'AT_ONCE' });
    const chosen = await stage.call(owner.browser, 'PUT', own, { frequency: 'DAILY' });
    expect(chosen.body).toEqual({ frequency: 'DAILY' });
    await stage.world.admin.put(`${path}/alert-mails`, { digestAt: '00:00' });
    await raise('check-in/7');
    await alerts().close(stage.world.partnerId, 'check-in.at-risk', 'check-in/7');
    await until(async () => (await waiting()) === 1);
    await stage.app.sql(`update alert_mail_items set added_at = added_at - interval '1 day'`);
    const mail = await nextMail();
    expect(mail.subject).toBe('Corpo Livre: one alert since yesterday');
    expect(mail.text).toContain('was closed at');
    await stage.call(owner.browser, 'PUT', own, { frequency: 'NEVER' });
    await raise('check-in/8');
    const openings = () => events().filter(({ type }) => type === 'ALERT_OPENED').length;
    const before = openings();
    await raise('check-in/9');
    await until(() => openings() > before);
    expect(await waiting()).toBe(0);
  });

  it('C-103 who changed what stands in the audit log', async () => {
    const { body } = await stage.world.admin.get(`${path}/audit-log?limit=200`);
    const actions = body.items.map(({ action }: { action: string }) => action);
    expect(actions).toContain('staff.alert-mails-changed');
    expect(actions).toContain('PUT /admin/v1/partners/:partnerId/alert-mails');
  });

  it('C-103 only those who may read alerts get mails about them', async () => {
    const manager = await stage.colleague({ role: 'MANAGER' });
    const own = '/admin/v1/me/alert-mails';
    expect((await stage.call(manager.browser, 'GET', own)).body).toEqual({ frequency: null });
    const refused = await stage.call(manager.browser, 'PUT', own, { frequency: 'DAILY' });
    expect([refused.status, refused.body.code]).toEqual([403, 'alert-mails.not-for-role']);
    expect((await stage.world.admin.get(own)).status).toBe(403);
  });

  it('C-104 people of the operator get those of the installation, and no partner sees them', async () => {
    const operator = await stage.operator();
    const code = 'worker.missing';
    await alerts().raise({ partnerId: INSTALLATION, code, object: 'all', detail: '' });
    const mail = await stage.mailTo(operator.email, 2);
    expect(mail.subject).toContain('Gatehouse: ');
    expect(mail.text).toContain('/console/operator/alerts');
    expect(events().some(({ content }) => content.code === code)).toBe(false);
  });

  it.each([
    [{ quietFrom: '25:00', quietUntil: '06:00' }, 'quietFrom'],
    [{ quietFrom: '22:00' }, 'quietUntil'],
    [{ quietUntil: '22:00' }, 'quietFrom'],
    [{ quietFrom: '22:00', quietUntil: '22:00' }, 'quietUntil'],
    [{ digestAt: '8:00' }, 'digestAt'],
    [{ digestAt: 800 }, 'digestAt'],
  ])('C-102 %j is refused at its field', async (body, field) => {
    const before = (await stage.world.admin.get(`${path}/alert-mails`)).body;
    const answer = await stage.world.admin.put(`${path}/alert-mails`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe(`/${field}`);
    expect((await stage.world.admin.get(`${path}/alert-mails`)).body).toEqual(before);
  });

  it('C-102 another who changed the times meanwhile is not overwritten', async () => {
    const { headers } = await stage.world.admin.get(`${path}/alert-mails`);
    const seen = { 'If-Match': headers.get('etag') ?? '' };
    await stage.world.admin.put(`${path}/alert-mails`, { digestAt: '07:00' });
    const late = await stage.world.admin
      .with(seen)
      .put(`${path}/alert-mails`, { digestAt: '09:00' });
    expect(late.status).toBe(412);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { PostOffice, refusal } from '../support/post-office.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const PARTNER = { locale: 'pt', supportEmail: 'ajuda@fit.example' };
const RESET = { subject: 'Hi', text: '{link}', html: '<a href="{link}">{gym} {minutes}</a>' };

describe('mail templates', () => {
  const office = new PostOffice();
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp({ smtpUrl: await office.open(), publicUrl: 'https://gym.example.com' });
    world = await givenAPartner(app, { partner: PARTNER });
  });
  afterAll(async () => {
    await app.close();
    await office.close();
  });

  const path = (name = 'password-reset', partnerId = world.partnerId) =>
    `/admin/v1/partners/${partnerId}/mail-templates/${name}`;

  it('U-23 are put, read and removed by the partner, for the two mails that there are', async () => {
    expect((await world.admin.get(path())).status).toBe(404);
    const put = await world.admin.put(path(), RESET);
    expect(put).toMatchObject({ status: 200, body: { name: 'password-reset', ...RESET } });
    const again = await world.admin.put(path(), { ...RESET, subject: 'Hello {gym}' });
    expect(again.body.subject).toBe('Hello {gym}');
    expect((await world.admin.get(path())).body).toEqual(again.body);
    const changed = { subject: 'x', text: '{contact}', html: '{gym}' };
    expect((await world.admin.put(path('password-changed'), changed)).status).toBe(200);
    expect((await world.admin.delete(path())).status).toBe(204);
    expect((await world.admin.delete(path())).status).toBe(404);
    expect((await world.admin.put(path('welcome'), RESET)).status).toBe(404);
  });

  it.each([
    ['subject', { ...RESET, subject: '{link} {name}' }, '{name}'],
    ['html', { ...RESET, html: '{link}{contact}' }, '{contact}'],
    ['text', { ...RESET, text: 'no way in' }, '{link}'],
    ['html', { ...RESET, html: '<p></p>' }, '{link}'],
  ])(
    'refuse placeholders in %s that cannot be filled, and a reset without its link',
    async (field, body, named) => {
      const refused = await world.admin.put(path(), body);
      expect(refused.status).toBe(400);
      expect(refused.text).toContain(field);
      expect(refused.text).toContain(named);
      expect((await world.admin.get(path())).status).toBe(404);
    },
  );

  it.each([
    [{ ...RESET, subject: 'a\r\nBcc: b@c.d' }],
    [{ ...RESET, subject: '' }],
    [{ ...RESET, text: '{link}\u0000' }],
    [{ ...RESET, more: 1 }],
    [{ subject: 'x', text: '{link}' }],
    [{ ...RESET, text: 7 }],
  ])('refuse what is no template: %j', async (body) => {
    expect((await world.admin.put(path(), body)).status).toBe(400);
  });

  it('belong to their partner, and to its administrators only', async () => {
    const other = await givenAPartner(app);
    await other.admin.put(path('password-reset', other.partnerId), RESET);
    expect((await world.admin.get(path('password-reset', other.partnerId))).status).toBe(404);
    expect((await world.admin.put(path('password-reset', other.partnerId), RESET)).status).toBe(
      404,
    );
    const reader = await world.keyed(['CUSTOMER_WRITE']);
    expect((await reader.put(path(), RESET)).status).toBe(403);
    expect((await app.api.get(path())).status).toBe(401);
  });

  describe('previews and test mails', () => {
    const NAMES = [
      'password-reset',
      'password-changed',
      'log-in-attempts',
      'join-confirm',
      'staff-invitation',
    ];
    const preview = (name: string, body: object = {}) =>
      world.admin.post(`${path(name)}/preview`, body);
    const test = (name: string, body: object = {}, api = world.admin) =>
      api.post(`${path(name)}/test-mail`, body);
    const lastMail = async () => PostalMime.parse(office.received.at(-1)?.raw ?? '');

    it('C-53 every mail is listed, with what a partner may put into its own words', async () => {
      await world.admin.put(path(), RESET);
      const { body } = await world.admin.get(
        `/admin/v1/partners/${world.partnerId}/mail-templates`,
      );
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(NAMES);
      expect(body.items[0]).toEqual({
        name: 'password-reset',
        placeholders: ['gym', 'link', 'minutes'],
        source: 'OWN',
        updatedAt: expect.stringMatching(/Z$/),
      });
      expect(body.items[3]).toMatchObject({
        placeholders: null,
        source: 'DEFAULT',
        updatedAt: null,
      });
      for (const name of ['password-reset', 'password-changed'])
        await world.admin.delete(path(name));
    });

    it.each(NAMES)(
      'C-53 %s is shown as people would get it, in four languages, and not sent',
      async (name) => {
        const sent = office.received.length;
        const subjects = new Set<string>();
        for (const language of ['pt', 'en', 'es', 'de']) {
          const { status, body } = await preview(name, { language });
          expect([status, body.source, body.language]).toEqual([200, 'DEFAULT', language]);
          const read = await world.admin.get(`${path(name)}/preview?language=${language}`);
          expect(read.body).toEqual(body);
          expect(body.html).toContain(`<html lang="${language}">`);
          expect(body.text).not.toMatch(/[{}<]|undefined/);
          subjects.add(body.subject);
        }
        expect(subjects.size).toBe(4);
        expect((await preview(name)).body.language).toBe('pt');
        expect(office.received).toHaveLength(sent);
      },
    );

    it('C-53 the brand of the partner is in the mails that we write', async () => {
      const brand = `/admin/v1/partners/${world.partnerId}/brand`;
      await world.admin.put(brand, { accentColor: '#fc0', textColor: 'BLACK', shortName: 'Fit C' });
      const { html } = (await preview('join-confirm')).body;
      expect(html).toContain('background-color:#ffcc00');
      expect(html).toContain('color:#000000;font-weight:bold');
      expect(html).toContain('Fit C · ajuda@fit.example');
      await world.admin.put(brand, {});
      expect((await preview('join-confirm')).body.html).not.toContain('#ffcc00');
    });

    it('C-53 a draft is filled in and not stored; one with faults is refused as a template is', async () => {
      const draft = {
        subject: 'Oi {gym}',
        text: '{link} {minutes}',
        html: '<a href="{link}">{gym}</a>',
      };
      const shown = await preview('password-reset', draft);
      expect(shown.body.source).toBe('DRAFT');
      expect(shown.body.subject).toMatch(/^Oi Fit /);
      expect(shown.body.text).toBe(
        `https://gym.example.com/${world.slug}/confirm?token=example 60`,
      );
      expect((await world.admin.get(path())).status).toBe(404);
      const faults: [string, object][] = [
        ['password-reset', { ...draft, text: 'no way in' }],
        ['password-reset', { ...draft, subject: '{name}' }],
        ['password-reset', { subject: 'only' }],
        ['join-confirm', draft],
        ['password-reset', { language: 'fr' }],
        ['password-reset', { to: 'x@y.example' }],
      ];
      expect((await world.admin.get(`${path()}/preview?language=fr`)).status).toBe(400);
      for (const [name, body] of faults)
        expect([body, (await preview(name, body)).status]).toEqual([body, 400]);
      expect((await preview('welcome')).status).toBe(404);
    });

    it('C-53 where the partner wants no words of ours there is nothing to show', async () => {
      const other = await givenAPartner(app, { partner: { defaultMailTemplates: false } });
      const its = (name: string) => `${path(name, other.partnerId)}/preview`;
      expect((await other.admin.post(its('password-reset'), {})).status).toBe(404);
      await other.admin.put(path('password-reset', other.partnerId), RESET);
      expect((await other.admin.post(its('password-reset'), {})).body.source).toBe('OWN');
      expect((await other.admin.post(its('join-confirm'), {})).body.source).toBe('DEFAULT');
    });

    it('C-54 a test mail of a key goes to the support address, as text and as HTML, and is marked', async () => {
      const { status, body } = await test('password-reset');
      expect([status, body]).toEqual([200, { to: 'ajuda@fit.example' }]);
      expect(office.received.at(-1)?.to).toEqual(['ajuda@fit.example']);
      expect(office.received.at(-1)?.raw.toString()).toContain('multipart/alternative');
      const mail = await lastMail();
      expect(mail.subject).toMatch(/^\[Teste\] Defina sua senha/);
      expect(mail.text).toContain('token=example');
      expect(mail.html).toContain('<html lang="pt">');
      expect((await test('password-reset', { to: 'stranger@example.com' })).status).toBe(400);
    });

    it('C-54 without a support address, and beyond five within an hour, a key gets none', async () => {
      const other = await givenAPartner(app);
      const its = `${path('join-confirm', other.partnerId)}/test-mail`;
      const none = await other.admin.post(its, {});
      expect([none.status, none.body.code]).toEqual([409, 'mail-template.no-recipient']);
      const support = { supportEmail: `help@${other.slug}.example` };
      await other.admin.patch(`/admin/v1/partners/${other.partnerId}`, support);
      const sent = office.received.length;
      const answers = await Promise.all(Array.from({ length: 8 }, () => other.admin.post(its, {})));
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
      expect(office.received).toHaveLength(sent + 5);
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.body.code).toBe('mail-template.too-many-tests');
      expect(refused?.headers.get('retry-after')).toBe('3600');
    });

    it('C-54 a mail that the server does not take is an error with its reason', async () => {
      const other = await givenAPartner(app, { partner: { supportEmail: 'full@fit.example' } });
      office.refuseRecipient = refusal(550);
      const { status, body } = await other.admin.post(
        `${path('join-confirm', other.partnerId)}/test-mail`,
        {},
      );
      office.refuseRecipient = undefined;
      expect([status, body.code]).toEqual([503, 'mail.not-accepted']);
    });

    it('C-53 C-54 are for administrators of the partner', async () => {
      const other = await givenAPartner(app);
      const reader = await world.keyed(['STUDIO_WRITE']);
      for (const end of ['preview', 'test-mail']) {
        expect((await other.admin.post(`${path()}/${end}`, {})).status).toBe(404);
        expect((await reader.post(`${path()}/${end}`, {})).status).toBe(403);
      }
    });
  });
});

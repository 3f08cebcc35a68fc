import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const RESET = { subject: 'Hi', text: '{link}', html: '<a href="{link}">{gym} {minutes}</a>' };

describe('mail templates', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

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
});

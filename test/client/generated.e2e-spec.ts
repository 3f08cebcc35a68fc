import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from '../../bin/client/generate.js';
import { Gatehouse, type Device } from '@gatehouse/client';
import { golden } from '../support/golden.js';
import { readText } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const SURFACES = ['admin', 'open-api', 'users-api', 'wellhub-registration', 'wellhub'] as const;

/** Codes as callers see them; `test/golden/errors.json` has `404 gym.not-found`. */
function errorCodes(): string[] {
  const errors = JSON.parse(readText('test/golden/errors.json')) as Record<
    string,
    Record<(typeof SURFACES)[number], string>
  >;
  const all = Object.values(errors).flatMap((error) =>
    SURFACES.map((surface) => error[surface].split(' ')[1] ?? ''),
  );
  return [...new Set(all)].sort();
}

describe('the generated part of the client', () => {
  let app: TestApp;
  beforeAll(async () => {
    // As a new installation has them, since the document names them.
    app = await startApp({ rateLimitPerMinute: 1_000, anonymousLimitPerMinute: 1_200 });
  });
  afterAll(() => app.close());

  it('J-15 is what the OpenAPI document says: `npm run client` writes it', async () => {
    const { body: document } = await app.api.get('/docs/openapi.json');
    for (const [path, text] of Object.entries(await generate(document, errorCodes())))
      expect(golden(path, text)).toBe(text);
  });

  it('J-16 sends what methods are called with, and returns what the service answers', async () => {
    const { partnerId, gymId, keyed } = await givenAPartner(app);
    const { key: apiKey } = await keyed(['PARTNER_ADMIN']);
    const gatehouse = new Gatehouse({ baseUrl: app.api.origin, apiKey, partnerId });
    const door: Device = await gatehouse.devices.create(gymId, { name: 'Front', direction: 'IN' });
    await gatehouse.devices.create(gymId, { name: 'Back', direction: 'OUT' });
    const renamed = await gatehouse.devices.update(door.id, { name: 'Main' });
    expect([renamed.id, renamed.name]).toEqual([door.id, 'Main']);
    const names: string[] = [];
    for await (const { name } of gatehouse.devices.list({ limit: 1 })) names.push(name);
    expect(names.sort()).toEqual(['Back', 'Main']);
    const own = await gatehouse.openApi.devices.list({ studioId: gymId });
    expect(own).toHaveLength(2);
    expect(await gatehouse.devices.delete(door.id)).toBeUndefined();
    expect(await gatehouse.devices.list().toArray()).toHaveLength(1);
  });

  it('J-16 takes another partner from the options', async () => {
    const [one, other] = [await givenAPartner(app), await givenAPartner(app)];
    const { key: apiKey } = await other.keyed(['PARTNER_ADMIN']);
    const { partnerId } = one;
    const gatehouse = new Gatehouse({ baseUrl: app.api.origin, apiKey, partnerId });
    await expect(gatehouse.devices.list().page()).rejects.toMatchObject({ status: 404 });
    const page = gatehouse.devices.list({}, { partnerId: other.partnerId }).page();
    expect((await page).items).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('what a partner sets', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  it.each(['partner', 'gym'])(
    'C-49 a change of a %s that another caller changed meanwhile is refused with 412 and changes nothing',
    async (kind) => {
      const path =
        kind === 'gym' ? `/admin/v1/gyms/${world.gymId}` : `/admin/v1/partners/${world.partnerId}`;
      const seen = (await world.admin.get(path)).headers.get('etag') ?? '';
      expect(seen).toMatch(/^"[\w-]{22}"$/);
      const first = await world.admin.patch(path, { name: `First ${kind}` }, { 'If-Match': seen });
      expect(first.status).toBe(200);
      expect(first.headers.get('etag')).not.toBe(seen);
      const late = await world.admin.patch(path, { name: 'Late' }, { 'If-Match': seen });
      expect([late.status, late.body.code]).toEqual([412, 'if-match.changed']);
      expect(late.headers.get('content-type')).toContain('application/problem+json');
      const now = await world.admin.get(path);
      expect([now.body.name, now.headers.get('etag')]).toEqual([
        `First ${kind}`,
        first.headers.get('etag'),
      ]);
      // Weak by the way, one of several, any, and none at all.
      const tag = now.headers.get('etag');
      for (const header of [`W/${tag}`, `"other", ${tag}`, '*', undefined]) {
        const headers = header === undefined ? {} : { 'If-Match': header };
        expect((await world.admin.patch(path, {}, headers)).status).toBe(200);
      }
    },
  );

  it('C-49 of parallel changes that saw the same state one is made', async () => {
    for (const path of [`/admin/v1/gyms/${world.gymId}`, `/admin/v1/partners/${world.partnerId}`]) {
      const seen = (await world.admin.get(path)).headers.get('etag') ?? '';
      const tries = Array.from({ length: 6 }, (_, at) =>
        world.admin.patch(path, { name: `Parallel ${at}` }, { 'If-Match': seen }),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    }
  });
});

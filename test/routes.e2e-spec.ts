import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes, type DeclaredRoute } from '../src/platform/http/declared-routes.js';
import { golden } from './support/golden.js';
import { startApp, type TestApp } from './support/test-app.js';

const byPath = ({ address }: DeclaredRoute) => address.split(' ').toReversed().join(' ');

const accessIn = ({ access }: DeclaredRoute) =>
  access === 'public'
    ? access
    : Object.entries(access)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ');

/** `GET /admin/v1/partners` of the router's own drawing of itself. */
function drawnIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', verbs = ''] =
      /^([│ ]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, part);
    const path = above.join('');
    return verbs.split(', ').flatMap((verb) => (verb ? [`${verb} ${path}`] : []));
  });
}

describe('the routes', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    app = await startApp();
    routes = app.app
      .get(DeclaredRoutes)
      .all.toSorted((a, b) => byPath(a).localeCompare(byPath(b), 'en'));
  });
  afterAll(() => app.close());

  it('are all those that the router serves, inherited handlers included', () => {
    const router = app.app.getHttpAdapter().getInstance() as unknown as { printRoutes(): string };
    const known = routes.map(({ address }) => address).toSorted();
    expect(drawnIn(router.printRoutes()).toSorted()).toEqual(known);
    expect(known).toContain('GET /admin/v1/partners/:partnerId/memberships/:id');
  });

  it('C-13 need a recent proof where they show a secret, erase, export or give rights', () => {
    const proven = routes.filter(({ needsProof }) => needsProof);
    expect(proven.map(({ address }) => address).toSorted()).toEqual([
      'DELETE /admin/v1/api-keys/:id',
      'DELETE /admin/v1/customers/:customerId',
      'DELETE /admin/v1/installation/staff/:id',
      'DELETE /admin/v1/installation/staff/:id/sessions',
      'DELETE /admin/v1/me/authenticator-app',
      'DELETE /admin/v1/me/passkeys/:id',
      'DELETE /admin/v1/partners/:partnerId/identity-provider',
      'DELETE /admin/v1/staff/:id',
      'DELETE /admin/v1/staff/:id/sessions',
      'GET /admin/v1/customers/:customerId/export',
      'GET /admin/v1/devices/:id/control-id/setup',
      'GET /admin/v1/wellhub-events/:id/body',
      'PATCH /admin/v1/staff/:id',
      'POST /admin/v1/api-keys/:id/rotate',
      'POST /admin/v1/devices/:id/control-id/secret',
      'POST /admin/v1/devices/:id/token',
      'POST /admin/v1/installation/staff',
      'POST /admin/v1/installation/staff/:id/invitation',
      'POST /admin/v1/me/authenticator-app',
      'POST /admin/v1/me/authenticator-app/confirmation',
      'POST /admin/v1/me/passkeys',
      'POST /admin/v1/me/passkeys/options',
      'POST /admin/v1/me/recovery-codes',
      'POST /admin/v1/partners/:partnerId/api-keys',
      'POST /admin/v1/partners/:partnerId/staff',
      'POST /admin/v1/partners/:partnerId/test-environment/wipe',
      'POST /admin/v1/partners/:partnerId/webhook-subscriptions',
      'POST /admin/v1/staff/:id/invitation',
      'POST /admin/v1/webhook-subscriptions/:id/rotate-secret',
      'PUT /admin/v1/partners/:partnerId/identity-provider',
      'PUT /admin/v1/partners/:partnerId/wellhub',
    ]);
  });

  it('are those that were reviewed, with who may come to each', () => {
    const width = Math.max(...routes.map(({ address }) => address.length)) + 2;
    const table = routes
      .map((route) => `${route.address.padEnd(width)}${accessIn(route)}\n`)
      .join('');
    expect(table).toBe(golden('test/golden/routes.txt', table));
  });

  it('refuse callers without a credential unless they are declared public', async () => {
    const guarded = routes.filter(({ access }) => access !== 'public');
    expect(await answersTo(guarded.map(({ address }) => address))).toEqual([]);
  });

  it('answer HEAD and OPTIONS on a guarded path no better than its own verbs', async () => {
    const isGuarded = ({ access, address }: DeclaredRoute) =>
      access !== 'public' && !address.endsWith('*');
    const guarded = routes.filter(isGuarded);
    const asked = new Set(
      guarded.flatMap(({ address }) => {
        const path = address.split(' ')[1] ?? '';
        return [`HEAD ${path}`, `OPTIONS ${path}`];
      }),
    );
    expect(await answersTo([...asked], [401, 403, 405])).toEqual([]);
  });

  /** Those that answered otherwise without a credential. */
  async function answersTo(addresses: readonly string[], refusals = [401, 403]) {
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const [method = '', path = ''] = address.split(' ');
        const { status } = await app.api.call(method, path.replaceAll(/:\w+/g, '1'));
        return [address, status] as const;
      }),
    );
    return answers.filter(([, status]) => !refusals.includes(status));
  }
});

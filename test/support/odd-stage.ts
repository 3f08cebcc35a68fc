import { randomUUID } from 'node:crypto';
import { SCOPES } from '../../src/platform/http/declarations.js';
import { signBody } from '../../src/wellhub/index.js';
import { authorize, bearer, employeeForm, PASSWORD } from '../users-api/users-stage.js';
import type { Answer, Api } from './api.js';
import { operationsOf, type Document, type Operation } from './documented-operations.js';
import { givenADoor, type GateWorld } from './gate-world.js';
import { Visitor } from './visitor.js';
import { idsOf, type Ids } from './odd-ids.js';
import type { ServedApp } from './test-app.js';

interface Parts {
  readonly document: Document;
  /** By surface. */
  readonly callers: Record<string, Api>;
  /** Of the partner whose settings stay. */
  readonly settled: Ids;
  readonly changing: Ids;
}

const UNKNOWN = '01990000-0000-7000-8000-000000000000';

interface Member {
  readonly world: GateWorld;
  readonly key: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Two partners with one of everything that an address or a body can name, and how each surface lets us in. Settings
 * change at one of them only, so that the doors and webhooks of the other one stay good.
 */
export class OddStage {
  private count = 0;

  private constructor(
    private readonly app: ServedApp,
    readonly member: Member,
    private readonly parts: Parts,
  ) {}

  static async open(app: ServedApp): Promise<OddStage> {
    const world = await givenADoor(app);
    const other = await givenADoor(app);
    const everything = SCOPES.filter((scope) => scope !== 'OPERATOR');
    const key = await world.keyed(everything, { name: 'everything' });
    const registration = await world.keyed(['WELLHUB_REGISTRATION']);
    const users = await world.keyed(['USERS_API']);
    const employee = await authorize(app.api, employeeForm(users.key));
    const token = await registration.get('/wellhub/token');
    const callers = {
      admin: await other.keyed(everything, { name: 'everything' }),
      v1: key,
      aggregator: key,
      Api: bearer(app.api, employee.body.access_token as string),
      'open-api': bearer(app.api, world.deviceToken),
      wellhub: bearer(app.api, token.body.access_token as string),
    };
    const document = (await app.api.get('/docs/openapi.json')).body as Document;
    const member = { world, key: key.key, email: 'member@example.com', password: PASSWORD };
    const made = await callers.Api.post(`/Api/Users/SignUp?email=${member.email}`);
    const { resetPasswordToken } = made.body.elements[0];
    await callers.Api.post('/Api/Users/ResetPassword', { resetPasswordToken, password: PASSWORD });
    const [settled, changing] = [await idsOf(app, world), await idsOf(app, other)];
    return new OddStage(app, member, { document, callers, settled, changing });
  }

  get operations(): Operation[] {
    const { world } = this.member;
    const scan = () => ({
      identification: { type: 'QR_CODE', format: 'DECIMAL', value: '1' },
      shouldExecuteAction: true,
      nonce: randomUUID(),
    });
    return operationsOf(this.parts.document, (name, path) => this.valueOf(name, path)).map(
      (one) => {
        const body = one.path.endsWith('/identification') ? scan : one.body;
        return { ...one, body: body && (() => atGym(body(), world.wellhubGymId)) };
      },
    );
  }

  /** The address with what exists in place of its parameters. */
  pathOf({ path }: Operation): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const before = path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';
      const ids = this.idsAt(path);
      return String(ids[`${path.split('/').at(-1)} ${before}`] ?? ids[before] ?? ids[name] ?? '1');
    });
  }

  private readonly idsAt = (path: string) =>
    path.startsWith('/admin') ? this.parts.changing : this.parts.settled;

  call(operation: Operation, path: string, body?: unknown, headers = {}): Promise<Answer> {
    const { method } = operation;
    const [, surface = ''] = operation.path.split('/');
    const api = /^\/admin\/v1\/(partners$|installation\/)/.test(operation.path)
      ? this.app.operator
      : this.parts.callers[surface];
    const isForm = operation.path.endsWith('/authorize');
    const sent = isForm ? formOf(body) : body === undefined ? undefined : JSON.stringify(body);
    return (api ?? this.app.api).call(method, path, sent, {
      ...(isForm && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...(surface === 'wellhub' &&
        sent !== undefined && {
          'X-Gympass-Signature': signBody(this.member.world.webhookSecret, sent),
        }),
      ...(/\/(access-(policy|rules)|passes)\b/.test(operation.path) && { 'If-Match': '*' }),
      // Each from an address of its own: what one source may try has tests of its own.
      'X-Forwarded-For': `198.51.${(this.count += 1) % 250}.${this.count % 249}`,
      ...headers,
    });
  }

  /** What no schema says: what exists, and what nobody else may have. */
  private valueOf(name: string, path: string): unknown {
    const fresh = (this.count += 1);
    const values: Record<string, unknown> = {
      ...(name.endsWith('Id') && { [name]: this.idsAt(path)[name] }),
      slug: `odd-${fresh}`,
      number: `no ${fresh}`,
      wellhubGymId: `${5_000_000 + fresh}`,
      gympassId: `${5_000_000_000_000 + fresh}`,
      gympassUserId: `gpw-${fresh}`,
      aggregatorId: '0012345678905',
      countryCode: 'BR',
      discountIds: [],
      scopes: ['CUSTOMER_READ'],
      webhookSecret: 'a secret of sixteen and more',
      usageEventTypes: ['signin'],
      environment: path.includes('api-keys') ? 'live' : 'simulator',
      timezone: 'America/Sao_Paulo',
      confirm: true,
      cardNumber: { format: 'DECIMAL', value: `${5_000_000 + fresh}` },
      version: '2026-11',
      ...accessValues(path, this.idsAt(path)),
      ...(path.includes('discounts') && { type: 'VALUE' }),
      ...(path.includes('mail-templates') && { text: 'Open {link}', html: '<p>{link}</p>' }),
      ...(path.includes('identity-provider') && { groups: [] }),
      ...(path.includes('devices') && {
        vendor: 'CONTROL_ID',
        deviceId: '478435',
        sourceAddresses: ['192.0.2.0/24'],
      }),
      ...(/customers|staff/.test(path) && { email: `ana${fresh}@example.com` }),
      ...(path.includes('staff') && {
        role: 'VIEWER',
        gymIds: [this.idsAt(path)['gymId']],
        version: 1,
      }),
      ...(path === '/console/session' && { key: this.member.key }),
      ...(path.startsWith('/Api') && {
        grant_type: 'password',
        username: this.member.email,
        userName: this.member.email,
        password: PASSWORD,
        partner: this.member.world.slug,
        facebookToken: '',
      }),
    };
    return Object.hasOwn(values, name) ? values[name] : undefined;
  }

  /** Somebody who is logged in as a member and at the desk. */
  async visitor(): Promise<Visitor> {
    const { world, key, email, password } = this.member;
    const visitor = new Visitor(this.app.api, {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    await visitor.submit(`/${world.slug}/login`, { email, password });
    await visitor.submit('/console/desk/log-in', { key, name: 'Rita' });
    return visitor;
  }

  /** The pages with what they read of a form or an address. */
  readonly forms: Record<string, readonly string[]> = {
    'POST /:slug/agreements': ['terms', 'privacy'],
    'POST /:slug/confirm': ['token', 'password'],
    'POST /:slug/join': ['token', 'email', 'password', 'terms'],
    'POST /:slug/link': ['token', 'answer'],
    'POST /:slug/login': ['token', 'email', 'password'],
    'POST /:slug/password': ['token', 'email'],
    'POST /:slug/wellhub-id': ['wellhubId'],
    'POST /console/account/place': ['place'],
    'POST /console/account/sessions/end': ['session'],
    'POST /console/invitation': ['token', 'name', 'password'],
    'POST /console/login': ['email', 'password'],
    'POST /console/new-password': ['token', 'password'],
    'POST /console/password': ['email'],
    'POST /console/second-factor': ['code'],
    'POST /console/confirm': ['code', 'password'],
    'POST /console/desk/log-in': ['key', 'name'],
    'POST /console/desk/:gymId/search': ['q'],
    'POST /console/desk/:gymId/validate-id': ['wellhubId', 'firstName', 'lastName', 'email'],
    'POST /console/desk/:gymId/check-ins/:id/link': ['q'],
    'POST /console/desk/:gymId/check-ins/:id/link/confirm': ['customerId'],
    'POST /console/desk/:gymId/check-ins/:id/link/merge': ['customerId'],
  };

  pageOf(address: string): string {
    const { slug, gymId } = this.member.world;
    const [, path = ''] = address.split(' ');
    return path
      .replace(':slug', slug)
      .replace(':gymId', `${gymId}`)
      .replace(':id', UNKNOWN)
      .replace('openapi/:file', 'openapi/admin.json')
      .replace('api/:audience', 'api/admin');
  }

  /** What stays the same when nothing but reading and refusing happens. */
  async fingerprint(): Promise<Record<string, string>> {
    const tables = await this.app.sql<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const kept = tables.map(({ name }) => name).filter((name) => !MOVING.test(name));
    const prints = await Promise.all(
      kept.map(async (name) => {
        const [row] = await this.app.sql<{ print: string }>(
          `select coalesce(md5(string_agg(one, ' ' order by one)), '') as print
            from (select (to_jsonb(t) - 'last_used_at')::text as one from "${name}" t) rows`,
        );
        return [name, row?.print ?? ''] as const;
      }),
    );
    return Object.fromEntries(prints);
  }
}

/** What counts, watches and works in the background; a refused log-in is on record, too. */
const MOVING =
  /^(rate_limits|audit_log|idempotency_keys|login_|gate_|alerts|wellhub_|check_in|webhook_deliveries|presence|password_reset|mails|usage_|booking|events|sessions|migrations|running_replicas|encryption_keys)/;

const formOf = (fields: unknown): string =>
  Object.entries(fields as Record<string, unknown>)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    .join('&');

/** What Wellhub tells, about a gym of ours. */
function atGym(body: unknown, wellhubGymId: string): unknown {
  const { event_data: data } = body as { event_data?: { gym?: object } };
  if (data?.gym) Object.assign(data.gym, { id: Number(wellhubGymId) });
  return body;
}

/** Of rules and passes: what fits together. */
const accessValues = (path: string, ids: Ids): Record<string, unknown> => ({
  ...(path.includes('/access-') && {
    closingDays: [{ date: '12-25', from: '09:00', to: '12:00', name: 'Christmas' }],
    when: { days: ['MO'], from: '09:00', to: '16:00' },
    who: { rights: ['CONTRACT'], membershipIds: [ids['membershipId']] },
    deviceIds: [ids['devices']],
    deviceId: ids['devices'],
    ids: [ids['access-rules']],
  }),
  ...(path.includes('/passes') && {
    type: 'GUEST',
    entries: 5,
    gymIds: [ids['gymId']],
  }),
});

import { signBody } from '../../src/wellhub/index.js';
import type { Operation } from './documented-operations.js';
import type { OddStage } from './odd-stage.js';
import { planted, plantedBody, plantedCode, plantedFields, plantedQuery } from './planted.js';
import { readText } from './repository.js';
import { Visitor } from './visitor.js';
import type { WatchingApi } from './watching-api.js';
import { eventually } from './eventually.js';

/** `GET /:slug/code`: every route there is, as the table of routes has it. */
export const ROUTES = readText('test/golden/routes.txt')
  .trim()
  .split('\n')
  .map((line) => line.split(/ {2,}/)[0] ?? '')
  // No client of ours sends it.
  .filter((route) => !route.startsWith('TRACE '))
  .map((route) => route.replace('/cid/:secret/*', '/cid/***/*'));

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const FIELDS =
  'email token password name firstName q gympassId code userName phoneNumber facebookToken key'.split(
    ' ',
  );
const COOKIES = ['__Host-gatehouse', 'gatehouse', '__Host-gatehouse-console', 'gatehouse-console'];

/** Sends secrets and personal data to every route of a service, in valid and in invalid requests. */
export class SecretsAtEveryRoute {
  constructor(
    private readonly api: WatchingApi,
    private readonly stage: OddStage,
  ) {}

  async send(): Promise<void> {
    await this.inTestEnvironment();
    await this.asCallers();
    await this.asPeople();
    await this.atTheDoor();
    await this.asWellhub();
    await this.asStrangers();
  }

  /** Somebody whom doors admit while the database is away. @returns the card */
  async knownPerson(): Promise<string> {
    const { world } = this.stage.member;
    const policy = { whenStorageIsDown: 'ADMIT_KNOWN' };
    expectStatus(200, await world.admin.patch(`/admin/v1/gyms/${world.gymId}`, policy));
    // A gym with access rules admits nobody then.
    const rules = `/admin/v1/gyms/${world.gymId}/access-policy`;
    expectStatus(204, await world.admin.call('DELETE', rules, undefined, { 'If-Match': '*' }));
    const value = planted('card_number');
    const id = await world.customer({ cardNumber: { value, format: 'DECIMAL' } });
    await world.withContract(id);
    const isKnown = async () =>
      (await this.api.get('/health/details')).body.doorOutage.snapshot.people > 0;
    await eventually(isKnown, Boolean, 40_000);
    // Within the minute before, as W-18 has it.
    await this.registered();
    return value;
  }

  /** What is answered, and written to the disk, while the database is away. */
  async sendWithoutDatabase(card: string): Promise<void> {
    const { world } = this.stage.member;
    const identification = { type: 'NUMBER', format: 'DECIMAL' };
    const isOpen = async () => (await world.scan(card, identification)).status === 200;
    await eventually(isOpen, Boolean);
    await world.scan(planted('card_number'), identification);
    await world.scan(plantedCode());
    await this.registered();
    await this.asWellhub();
  }

  /** A registration for a try, beside the live ones. */
  private async inTestEnvironment(): Promise<void> {
    const { admin, partnerId } = this.stage.member.world;
    const wanted = { name: 'try', scopes: ['WELLHUB_REGISTRATION'], environment: 'test' };
    const made = await admin.post(`/admin/v1/partners/${partnerId}/api-keys`, wanted);
    expectStatus(201, made);
    const token = await this.api.withKey(made.body.key).get('/wellhub/test/token');
    expectStatus(200, token);
    const person = { ...plantedFields(['first_name', 'last_name']), email: planted('email') };
    const registration = { ...person, gympass_user_id: planted('gympass_user_id') };
    const users = this.api.with({ Authorization: `Bearer ${token.body.access_token}` });
    expectStatus(200, await users.post('/wellhub/test/users', registration));
  }

  /** Every documented operation with good credentials: planted in body, address and query, and as it should be. */
  private async asCallers(): Promise<void> {
    const { stage } = this;
    const email = encodeURIComponent(stage.member.email);
    for (const operation of stage.operations.sort(deletesLast)) {
      const path = stage.pathOf(operation);
      const odd = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => planted(name));
      await stage.call(operation, path, operation.body?.());
      await stage.call(operation, path, plantedBody(operation));
      await stage.call(operation, `${path}?${plantedQuery(operation.query)}`, operation.body?.());
      await stage.call(operation, odd, plantedBody(operation));
      if (operation.query.includes('email'))
        await stage.call(operation, `${path}?email=${email}`, operation.body?.());
    }
  }

  /** Joins with the link of a registration, looks at every page, fills in every form, works at the desk. */
  private async asPeople(): Promise<void> {
    const { stage } = this;
    const { slug } = stage.member.world;
    const { email, link } = await this.registered();
    const token = link.searchParams.get('token') ?? '';
    const links = this.api.withKey(stage.member.key);
    expectStatus(200, await links.get(`/admin/v1/registration-links/${token}`));
    const person = new Visitor(this.api);
    expectStatus(200, await person.get(`${link.pathname}${link.search}`));
    const password = planted('password');
    const form = { ...plantedFields(['firstName', 'lastName']), password, token };
    const join = { ...form, terms: 'on', privacy: 'on' };
    expectStatus(422, await person.submit(`/${slug}/join`, { ...join, email: planted('name') }));
    expectStatus(303, await person.submit(`/${slug}/join`, { ...join, email }));
    const member = await stage.visitor();
    for (const somebody of [person, member]) await this.useEveryPage(somebody);
    for (const page of [`/${slug}/logout`, '/console/desk/log-out'])
      for (const somebody of [person, member]) await somebody.submit(page, {});
    await person.submit(`/${slug}/password`, { email });
    expectStatus(303, await person.submit(`/${slug}/login`, { email, password }));
  }

  private async useEveryPage(somebody: Visitor): Promise<void> {
    for (const route of ROUTES.filter((one) => /^GET \/(:slug|console|sandbox|docs|$)/.test(one))) {
      await somebody.get(this.stage.pageOf(route));
      await somebody.get(`${this.stage.pageOf(route)}?${plantedQuery(FIELDS)}`);
    }
    for (const [route, names] of Object.entries(this.stage.forms))
      await somebody.submit(this.stage.pageOf(route), plantedFields(names));
    // Of a gym and people that are not there: the door stays.
    for (const route of ROUTES.filter((one) => /^POST \/console\/(?!desk|login)/.test(one)))
      await somebody.submit(
        this.stage.pageOf(route.replaceAll(/:(?:gym|customer|other)Id/g, '999999')),
        plantedFields(FIELDS),
      );
  }

  private async registered() {
    const users = this.stage.operations.find(({ path }) => path === '/wellhub/users')!;
    const email = planted('email');
    const person = { ...plantedFields(['first_name', 'last_name', 'gympass_user_id']), email };
    const answer = await this.stage.call(users, users.path, person);
    expectStatus(200, answer);
    return { email, link: new URL(answer.body.redirect_link as string) };
  }

  /** A code that opens, then used; unknown codes, cards and Wellhub ids; a device that nobody knows. */
  private async atTheDoor(): Promise<void> {
    const { world } = this.stage.member;
    const code = await world.fetchCode();
    this.api.issued.add(code);
    expectStatus(200, await world.scan(code));
    for (const value of [code, plantedCode(), planted('word')]) await world.scan(value);
    for (const value of [planted('card_number'), planted('wellhub_id')])
      for (const type of ['QR_CODE', 'BARCODE', 'NUMBER'])
        await world.scan(value, { type, format: 'DECIMAL' });
    await world.scan(code, { token: planted('token') });
  }

  private async asWellhub(): Promise<void> {
    const { hookPath, wellhubGymId, webhookSecret } = this.stage.member.world;
    const names = 'unique_token gympass_user_id email first_name last_name phone_number'.split(' ');
    const other = hookPath.replace('/webhooks', '/users');
    for (const event_type of ['checkin', 'booking-requested', 'user-change', 'a-new-event']) {
      const event = JSON.stringify({
        event_type,
        ...plantedFields(['event_id', 'user_id']),
        event_data: {
          user: plantedFields(names),
          gym: { id: Number(wellhubGymId), title: planted('title') },
          booking: plantedFields(['booking_number']),
          timestamp: Math.floor(Date.now() / 1_000),
        },
      });
      for (const path of [
        hookPath,
        `${hookPath}/${event_type}`,
        `${other}/cancel`,
        `${other}/change`,
      ])
        for (const signature of [signBody(webhookSecret, event), planted('signature')])
          await this.api.post(path, event, { 'X-Gympass-Signature': signature });
    }
  }

  /** Every route with planted credentials of every kind, and with none; in its address, its query and its body. */
  private async asStrangers(): Promise<void> {
    for (const route of ROUTES) {
      const [method = '', address = ''] = route.split(' ');
      const path = address.replaceAll(/:(\w+)|\*/g, (_, name = 'rest') => planted(String(name)));
      const target = `${encodeURI(path)}?${plantedQuery(FIELDS)}`;
      const isRead = method === 'GET' || method === 'HEAD';
      const form = plantedQuery(FIELDS);
      const bodies = [plantedFields(FIELDS), form, `{"email":"${planted('email')}",`];
      for (const headers of [credentials(), {}])
        for (const body of isRead ? [undefined] : bodies)
          await this.api.call(method, target, body, { ...headers, ...(body === form && FORM) });
    }
  }
}

const credentials = () => ({
  Authorization: `Bearer ${planted('token')}`,
  'X-Api-Key': planted('key'),
  Cookie: COOKIES.map((name) => `${name}=${planted('session')}`).join('; '),
  'X-Gympass-Signature': planted('signature'),
  Referer: `http://localhost/fit/join?${plantedQuery(['token'])}`,
  'User-Agent': planted('agent'),
  'Idempotency-Key': planted('key'),
});

const deletesLast = (a: Operation, b: Operation) =>
  Number(a.method === 'DELETE') - Number(b.method === 'DELETE');

function expectStatus(expected: number, { status, text }: { status: number; text: string }): void {
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${text}`);
}

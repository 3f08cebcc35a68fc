import { randomBytes } from 'node:crypto';
import { Mailbox, type CaughtMail } from '../../src/mail/index.js';
import { Partners, type Partner } from '../../src/partners/index.js';
import { Joining, type SignUpForm } from '../../src/user-registration/index.js';
import { givenWellhub, newGpwId, type Wellhub } from './registration.js';
import type { TestApp } from './test-app.js';
import type { World } from './world.js';

export const PASSWORD = 'correct horse battery';
export const newEmail = (): string => `ana-${randomBytes(5).toString('hex')}@example.com`;

/** The hosted pages' side of a join: one partner, its Wellhub, and a look into the mail. */
export class JoinWorld {
  private constructor(
    readonly app: TestApp,
    readonly world: World,
    readonly wellhub: Wellhub,
    readonly partner: Partner,
  ) {}

  static async open(app: TestApp, world: World): Promise<JoinWorld> {
    const partner = await app.app.get(Partners).get(world.partnerId);
    return new JoinWorld(app, world, await givenWellhub(app, world), partner);
  }

  get joining(): Joining {
    return this.app.app.get(Joining);
  }

  signUp(token: string, form: Partial<SignUpForm> = {}) {
    const blank = { email: newEmail(), firstName: 'Ana', lastName: 'Prado', password: PASSWORD };
    return this.joining.signUp(this.partner, { ...blank, ...form, token });
  }

  look = (token: string) => this.joining.preview(this.partner, token);
  link = (token: string, accountId: string) => this.joining.link(this.partner, token, accountId);
  confirm = (mailed: string) => this.joining.confirm(this.partner, mailed);
  finish = (mailed: string, password?: string) =>
    this.joining.finish(this.partner, mailed, password);

  /** A person who joined with Wellhub's own e-mail. */
  async givenAMember(email = newEmail(), gpwId = newGpwId(), fields: Record<string, string> = {}) {
    const token = await this.wellhub.token({ gympass_user_id: gpwId, email, ...fields });
    const joined = await this.signUp(token, { email });
    if (joined.kind !== 'joined') throw new Error(`not joined: ${joined.kind}`);
    return { email, gpwId, token, accountId: joined.accountId };
  }

  /** A customer whom the gym entered by itself. */
  async givenACustomer(values: Record<string, unknown> = {}): Promise<number> {
    const path = `/admin/v1/partners/${this.world.partnerId}/customers`;
    const { status, body, text } = await this.world.admin.post(path, values);
    if (status !== 201) throw new Error(`no customer: ${text}`);
    return body.id;
  }

  /** An account without Wellhub membership: joined once, then the gym took the link away. */
  async givenAnAccount(email = newEmail()) {
    const { accountId } = await this.givenAMember(email);
    const customerId = await this.customerOf(accountId);
    const path = `/admin/v1/customers/${customerId}`;
    await this.world.admin.patch(path, { gympassUserId: null });
    return { email, accountId, customerId };
  }

  async givenAContract(customerId: number): Promise<string> {
    const { admin, partnerId } = this.world;
    const partner = `/admin/v1/partners/${partnerId}`;
    const membership = await admin.post(`${partner}/memberships`, { name: 'Open' });
    const plan = await admin.post(`${partner}/payment-plans`, { name: 'Open 24m' });
    const contracts = `/admin/v1/customers/${customerId}/contracts`;
    const { body } = await admin.post(contracts, {
      membershipId: membership.body.id,
      paymentPlanId: plan.body.id,
      startDate: '2020-01-01',
    });
    return `${contracts}/${body.id}`;
  }

  async mailsTo(email: string): Promise<CaughtMail[]> {
    const mails = await this.app.app.get(Mailbox).caught();
    return mails.filter(({ to }) => to === email);
  }

  /** The mailed token in the newest mail to that address. */
  async mailedToken(email: string): Promise<string> {
    const [mail] = await this.mailsTo(email);
    return /\/confirm\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  }

  async customerOf(accountId: string): Promise<number> {
    const [row] = await this.app.sql<{ id: number }>(
      'select customer_id::int as id from accounts where id = $1',
      [accountId],
    );
    return row?.id ?? 0;
  }

  /** The gpw link as the admin API and the database show it. */
  async linkOf(accountId: string) {
    const [row] = await this.app.sql(
      `select c.id::int, c.status, c.origin, c.gpw_id, c.gpw_active, c.email, c.email_confirmed,
         c.first_name, c.last_name
       from accounts a join customers c on c.partner_id = a.partner_id and c.id = a.customer_id
       where a.id = $1`,
      [accountId],
    );
    return row;
  }

  /** Everything that a join may make, counted for this partner. */
  async counts() {
    const [row] = await this.app.sql(
      `select (select count(*)::int from customers where partner_id = $1) as customers,
        (select count(*)::int from accounts where partner_id = $1) as accounts,
        (select count(*)::int from customers where partner_id = $1 and gpw_id is not null) as links`,
      [this.world.partnerId],
    );
    return row;
  }
}

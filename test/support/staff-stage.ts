import PostalMime from 'postal-mime';
import type { Api, Answer } from './api.js';
import { PostOffice } from './post-office.js';
import { until } from './eventually.js';
import { startApp, type TestApp } from './test-app.js';
import { Visitor } from './visitor.js';
import { givenAPartner, type World } from './world.js';

export const STAFF_PASSWORD = 'seven lamps on a slow train';
const COOKIE = 'gatehouse-console';

/** A person of the staff who has accepted, with the browser in which they did. */
export interface Colleague {
  readonly id: string;
  readonly email: string;
  readonly browser: Visitor;
}

/** A service with a mail server, one partner, and people who are invited to its staff. */
export class StaffStage {
  private count = 0;

  private constructor(
    readonly office: PostOffice,
    readonly app: TestApp,
    readonly world: World,
  ) {}

  static async open(settings: Parameters<typeof startApp>[0] = {}): Promise<StaffStage> {
    const office = new PostOffice();
    const app = await startApp({ smtpUrl: await office.open(), ...settings });
    const partner = { name: 'Corpo Livre', locale: 'pt' };
    return new StaffStage(office, app, await givenAPartner(app, { partner, connection: false }));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.office.close();
  }

  address(): string {
    return `colleague${(this.count += 1)}@example.com`;
  }

  invite(values: Record<string, unknown>, world = this.world): Promise<Answer> {
    const body = { email: this.address(), role: 'MANAGER', ...values };
    return world.admin.post(`/admin/v1/partners/${world.partnerId}/staff`, body);
  }

  /** The newest mail to somebody, once `most` have come. */
  async mailTo(email: string, most = 1) {
    const own = () =>
      this.office.received.filter(({ to }) =>
        to.some((one) => one.toLowerCase() === email.toLowerCase()),
      );
    await until(() => own().length >= most);
    const raw = own().at(-1)?.raw ?? Buffer.alloc(0);
    const mail = await PostalMime.parse(raw);
    const [link = ''] = /http\S+invitation\?token=[\w-]+/.exec(mail.text ?? '') ?? [];
    return { ...mail, link, token: link.split('token=')[1] ?? '' };
  }

  accept(browser: Visitor, token: string, form: Record<string, string> = {}): Promise<Answer> {
    const fields = { name: 'Ana Lima', password: STAFF_PASSWORD, token, ...form };
    return browser.submit('/console/invitation', fields);
  }

  /** Invited and accepted. */
  async colleague(values: Record<string, unknown> = {}, world = this.world): Promise<Colleague> {
    return this.accepted(await this.invite({ language: 'en', ...values }, world));
  }

  /** A person of the operator. */
  async operator(email = this.address()): Promise<Colleague> {
    const invitation = { email, language: 'en' };
    return this.accepted(await this.app.operator.post('/admin/v1/installation/staff', invitation));
  }

  /** Calls the administration as a page's script would, and keeps the cookie that comes. */
  call(browser: Visitor, method: string, path: string, body?: object): Promise<Answer> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return browser.call(method, path, json, json ? { 'Content-Type': 'application/json' } : {});
  }

  private async accepted({ status, text, body }: Answer): Promise<Colleague> {
    if (status !== 201) throw new Error(text);
    const browser = this.browser();
    const { token } = await this.mailTo(body.email);
    const accepted = await this.accept(browser, token);
    if (accepted.status !== 303) throw new Error(accepted.text);
    return { id: body.id, email: body.email, browser };
  }

  browser(headers: Record<string, string> = {}): Visitor {
    return new Visitor(this.app.api, { 'Accept-Language': 'en', ...headers });
  }

  logIn(browser: Visitor, email: string, password = STAFF_PASSWORD): Promise<Answer> {
    return browser.submit('/console/login', { email, password });
  }

  /** Calls the administration with the cookie of that browser. */
  with(browser: Visitor, api: Api = this.app.api): Api {
    return api.with({ Cookie: `${COOKIE}=${browser.cookie(COOKIE)}` });
  }

  /** Whether the session of that browser counts. */
  async status(browser: Visitor, api: Api = this.app.api): Promise<number> {
    const path = `/admin/v1/gyms/${this.world.gymId}`;
    return (await this.with(browser, api).get(path)).status;
  }
}

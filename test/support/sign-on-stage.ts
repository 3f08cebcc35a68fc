import { IdentityProviderServer, CLIENT, type ProviderAccount } from './identity-provider.js';
import type { Answer } from './api.js';
import { freePort } from './replica.js';
import { StaffStage } from './staff-stage.js';
import type { Visitor } from './visitor.js';
import { givenAPartner, type World } from './world.js';

const CALLBACK = '/console/single-sign-on/callback';
const redirectUriOf = (publicUrl: string) => `${publicUrl}${CALLBACK}`;
export const REDIRECT_URI = redirectUriOf('http://localhost:3000');
export const ANA: ProviderAccount = {
  sub: 'ana-1',
  name: 'Ana Souza',
  email: 'ana@company.example',
  locale: 'es-MX',
  groups: ['everybody', 'desk'],
};

export const providerPath = ({ partnerId }: Pick<World, 'partnerId'>): string =>
  `/admin/v1/partners/${partnerId}/identity-provider`;

/** A service, a real identity provider, and partners that use it. */
export class SignOnStage {
  private constructor(
    readonly staff: StaffStage,
    readonly provider: IdentityProviderServer,
  ) {}

  static async open(): Promise<SignOnStage> {
    const provider = await IdentityProviderServer.open({ redirectUri: REDIRECT_URI });
    return new SignOnStage(await StaffStage.open({ sandbox: false }), provider);
  }

  /** At an address that browsers reach. */
  static async openForBrowsers(): Promise<SignOnStage> {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const redirectUri = redirectUriOf(publicUrl);
    const provider = await IdentityProviderServer.open({ redirectUri });
    return new SignOnStage(await StaffStage.open({ sandbox: false, port, publicUrl }), provider);
  }

  async close(): Promise<void> {
    await this.staff.close();
    await this.provider.close();
  }

  get app() {
    return this.staff.app;
  }

  settings() {
    return {
      ...CLIENT,
      issuer: this.provider.issuer,
      scopes: ['openid', 'profile', 'email', 'groups'],
      groups: [
        { group: 'owners', role: 'OWNER' },
        { group: 'desk', role: 'FRONT_DESK' },
      ],
    };
  }

  browser(headers?: Record<string, string>): Visitor {
    return this.staff.browser(headers);
  }

  /** A partner of its own, so that no test sees the provider of another. */
  async aWorld(settings: object = {}): Promise<{ world: World; slug: string }> {
    const world = await givenAPartner(this.app, { connection: false });
    const put = await world.admin.put(providerPath(world), { ...this.settings(), ...settings });
    if (put.status !== 200) throw new Error(put.text);
    return { world, slug: await this.slugOf(world) };
  }

  async slugOf({ admin, partnerId }: World): Promise<string> {
    return (await admin.get(`/admin/v1/partners/${partnerId}`)).body.slug;
  }

  /** @returns the address at the provider */
  async start(browser: Visitor, path: string): Promise<string> {
    const { status, text, headers } = await browser.get(path);
    if (status !== 303) throw new Error(`${status} ${text}`);
    return headers.get('location') ?? '';
  }

  /** As a browser comes from another site. */
  comeBack(browser: Visitor, address: string): Promise<Answer> {
    if (!address.startsWith(REDIRECT_URI)) throw new Error(address);
    const { pathname, search } = new URL(address);
    return browser.get(`${pathname}${search}`, { 'Sec-Fetch-Site': 'cross-site' });
  }

  async signOn(slug: string, account: ProviderAccount) {
    const browser = this.browser();
    const to = await this.start(browser, `/console/login/${slug}/start`);
    const answer = await this.comeBack(browser, await this.provider.visit(to, account));
    return { browser, answer };
  }

  async staffOf({ admin, partnerId }: World) {
    return (await admin.get(`/admin/v1/partners/${partnerId}/staff`)).body.items;
  }

  async statusAt({ gymId }: World, browser: Visitor): Promise<number> {
    return (await this.staff.with(browser).get(`/admin/v1/gyms/${gymId}`)).status;
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Sessions, type PageSession } from '../../accounts/index.js';
import { Settings } from '../../platform/config/settings.js';
import type { PageRequest } from './page-request.js';

const THIRTY_DAYS = 30 * 24 * 60 * 60;
/** The format of `Sessions`; anything else is not our cookie. */
const OURS = /^[\w-]{43}$/;

/** Log-ins as a cookie that no script can read and no other site can send along with a form. */
@Injectable()
export class PageSessions {
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor(
    private readonly sessions: Sessions,
    settings: Settings,
  ) {
    this.isSecure = settings.publicUrl.startsWith('https:');
    // Browsers take the prefix only over https, which localhost has not.
    this.name = this.isSecure ? '__Host-gatehouse' : 'gatehouse';
  }

  /** Who is logged in at this partner. */
  async read({ request, partner }: PageRequest): Promise<PageSession | undefined> {
    const token = this.tokenOf(request);
    const session = token === undefined ? undefined : await this.sessions.read(token);
    return session?.partnerId === partner.id ? session : undefined;
  }

  async open(page: PageRequest, accountId: string): Promise<void> {
    await this.close(page);
    const token = await this.sessions.open(page.partner.id, accountId);
    void page.reply.setCookie(this.name, token, { ...this.attributes(), maxAge: THIRTY_DAYS });
  }

  async close({ request, reply }: PageRequest): Promise<void> {
    const token = this.tokenOf(request);
    if (token === undefined) return;
    await this.sessions.close(token);
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.isSecure };
  }

  private tokenOf(request: FastifyRequest): string | undefined {
    const header = request.headers.cookie;
    if (header === undefined) return undefined;
    const value = request.server.parseCookie(header)[this.name];
    return value !== undefined && OURS.test(value) ? value : undefined;
  }
}

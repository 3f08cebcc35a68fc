import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../platform/config/settings.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { isForeign, PageErrors } from '../platform/http/page-security.js';

const TWELVE_HOURS = 12 * 60 * 60;
/** What `ConsoleSessions` makes, and with a mark those of people; anything else is no cookie of ours. */
const OURS = /^(?:s_)?[\w-]{43}$/;

/** The console's session in the browser: no script reads it, no other site sends it along. */
@Injectable()
export class ConsoleCookie {
  private readonly publicUrl: string;
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor({ publicUrl }: Settings) {
    this.publicUrl = publicUrl;
    this.isSecure = publicUrl.startsWith('https:');
    // Browsers take the prefix only over https, which localhost has not.
    this.name = this.isSecure ? '__Host-gatehouse-console' : 'gatehouse-console';
  }

  /**
   * A browser sends cookies by itself, so the request must also be shown to come from our own pages (ADR-0005). @throws
   * page.cross-site
   */
  refuseForeign(request: FastifyRequest): void {
    if (isForeign(request, this.publicUrl)) throw new DomainError(PageErrors.crossSite);
  }

  tokenOf(request: FastifyRequest): string | undefined {
    const header = request.headers.cookie;
    if (header === undefined) return undefined;
    const value = request.server.parseCookie(header)[this.name];
    return value !== undefined && OURS.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: TWELVE_HOURS });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: this.isSecure };
  }
}

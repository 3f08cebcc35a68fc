import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings.js';

const TEN_MINUTES = 10 * 60;
const OURS = /^[\w-]{43}$/;

/**
 * The log-in that this browser has begun at a provider. `Lax`, because the way back begins on the provider's site: with
 * it alone a person is not logged in.
 */
@Injectable()
export class SignOnCookie {
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor({ publicUrl }: Settings) {
    this.isSecure = publicUrl.startsWith('https:');
    this.name = this.isSecure ? '__Host-gatehouse-sign-on' : 'gatehouse-sign-on';
  }

  /** Empty when there is none. */
  tokenOf(request: FastifyRequest): string {
    const value = request.server.parseCookie(request.headers.cookie ?? '')[this.name];
    return value !== undefined && OURS.test(value) ? value : '';
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: TEN_MINUTES });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.isSecure };
  }
}

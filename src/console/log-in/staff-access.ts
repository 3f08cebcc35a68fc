import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleCookie, ConsoleSessions, isStaffToken } from '../../partner-auth/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { StaffSessions, type LiveStaffSession, type StaffWorkplace } from '../../staff/index.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import type { DeskWords } from '../words/words.js';

/** A person who is logged in with a session of their own. */
export interface SeatedPerson {
  readonly session: LiveStaffSession;
  /** In the language of the person. */
  readonly words: DeskWords;
}

/** Sessions of people in the browser. */
@Injectable()
export class StaffAccess {
  constructor(
    private readonly staff: StaffSessions,
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
  ) {}

  /** Undefined without a session, and for a session of a key. */
  async find(request: FastifyRequest): Promise<SeatedPerson | undefined> {
    const token = this.cookie.tokenOf(request);
    if (token === undefined || !isStaffToken(token)) return undefined;
    const session = await this.staff.find(token);
    return session && { session, words: chooseDeskWords(undefined, session.language) };
  }

  /** True also for a session that has ended: this browser belongs to a person, not to a key. */
  isOfPerson(request: FastifyRequest): boolean {
    const token = this.cookie.tokenOf(request);
    return token !== undefined && isStaffToken(token);
  }

  /** Drops the cookie of a session that has ended, so that this browser may log in with a key, too. */
  forget(request: FastifyRequest, reply: FastifyReply): void {
    if (this.isOfPerson(request)) this.cookie.clear(reply);
  }

  /** A new value of the cookie, whatever it was before; the former session ends. */
  async begin(
    request: FastifyRequest,
    reply: FastifyReply,
    at: { readonly workplace: StaffWorkplace; readonly gymId?: number | undefined },
  ): Promise<void> {
    const token = await this.staff.open({ ...at, source: clientNetwork(request) });
    await this.end(request);
    this.cookie.set(reply, token);
  }

  async end(request: FastifyRequest): Promise<void> {
    const token = this.cookie.tokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
  }
}

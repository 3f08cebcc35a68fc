import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleCookie, ConsoleSessions, isStaffToken } from '../../partner-auth/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { StaffSessions, type LiveStaffSession, type NewSeat } from '../../staff/index.js';
import { HOME, SECOND_FACTOR } from '../layout/desk-context.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import type { DeskWords } from '../words/words.js';
import { takeDestination } from './destination.js';

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

  /** Undefined without a session, for that of a key, and while the log-in needs another step. */
  async find(request: FastifyRequest): Promise<SeatedPerson | undefined> {
    const person = await this.findAtAnyStep(request);
    return person?.session.awaits === null ? person : undefined;
  }

  async findAtAnyStep(request: FastifyRequest): Promise<SeatedPerson | undefined> {
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

  /** A new value of the cookie, whatever it was before; the former session ends. @returns where the log-in goes on */
  async begin(
    request: FastifyRequest,
    reply: FastifyReply,
    at: Omit<NewSeat, 'source'>,
  ): Promise<string> {
    const { token, awaits } = await this.staff.open({ ...at, source: clientNetwork(request) });
    await this.end(request);
    this.cookie.set(reply, token);
    if (awaits !== null) return SECOND_FACTOR;
    return takeDestination(request, reply) ?? HOME;
  }

  /** The person has proved who they are: the same place under a new cookie, with every step done. */
  async prove(
    request: FastifyRequest,
    reply: FastifyReply,
    { session: { personId, memberId, partnerId, role, gymId, isObserver } }: SeatedPerson,
  ): Promise<string> {
    const gymIds = gymId === null ? null : [gymId];
    const workplace = { personId, memberId, partnerId, role, gymIds };
    const observedPartnerId = isObserver ? (partnerId ?? undefined) : undefined;
    return this.begin(request, reply, { workplace, observedPartnerId, isProven: true });
  }

  async end(request: FastifyRequest): Promise<void> {
    const token = this.cookie.tokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
  }
}

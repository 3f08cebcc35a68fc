import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TodaysCheckIns } from '../../check-in-validation/index.js';
import {
  ConsoleCookie,
  ConsoleSessions,
  hasScope,
  isStaffToken,
} from '../../partner-auth/index.js';
import { GymErrors, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readId } from '../../platform/http/parameters.js';
import { chooseDeskWords, deskWordsFor } from '../words/choose-desk-words.js';
import type { DeskContext, Staff } from '../layout/desk-context.js';

/** Finds the session of staff who may validate, by a key or by their role. */
@Injectable()
export class DeskAccess {
  constructor(
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
    private readonly partners: Partners,
    private readonly today: TodaysCheckIns,
  ) {}

  /** Undefined without a session. */
  async findStaff(request: FastifyRequest): Promise<Staff | undefined> {
    const token = this.cookie.tokenOf(request);
    const caller = token === undefined ? undefined : await this.sessions.read(token);
    if (token === undefined || !caller?.partnerId || !hasScope(caller, 'CHECKIN_WRITE'))
      return undefined;
    const partner = await this.partners.get(caller.partnerId);
    return {
      caller: { partnerId: partner.id, name: caller.name, gymId: caller.gymId },
      words: wordsFor(request, partner.locale, isStaffToken(token) ? caller.language : undefined),
      partnerName: partner.name,
      isTest: partner.environment === 'test',
      who: caller.person ?? caller.name,
      hasAccount: caller.person !== undefined,
      maySeeMembers: hasScope(caller, 'CUSTOMER_READ'),
      mayLink: hasScope(caller, 'CUSTOMER_READ') && hasScope(caller, 'CUSTOMER_WRITE'),
    };
  }

  /** Undefined without a session. @throws gym.not-found */
  async findAtGym(request: FastifyRequest, gymId: string): Promise<DeskContext | undefined> {
    const staff = await this.findStaff(request);
    if (!staff) return undefined;
    const id = readId(gymId);
    if (id === undefined) throw new DomainError(GymErrors.notFound);
    return { ...staff, gym: await this.today.gym(staff.caller, id) };
  }
}

/** A person has a language of their own; a key is used by people whose browsers have one. */
const wordsFor = (request: FastifyRequest, locale: string, own: string | undefined) =>
  own === undefined ? deskWordsFor(request, locale) : chooseDeskWords(undefined, own);

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConsoleCookie } from '../../partner-auth/index.js';
import type { LiveStaffSession } from '../sessions/staff-sessions.repository.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

interface SeatedCaller {
  readonly session: LiveStaffSession;
  /** The value of the cookie. */
  readonly token: string;
}

/** Who calls a route of `@OwnAccount`, with their session. */
@Injectable()
export class SeatedCallers {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly cookie: ConsoleCookie,
  ) {}

  async of(request: FastifyRequest): Promise<SeatedCaller> {
    const token = this.cookie.tokenOf(request) ?? '';
    const session = await this.sessions.find(token);
    if (!session) throw new Error('a caller with a seat has a session');
    return { session, token };
  }
}

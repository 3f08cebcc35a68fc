import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleCookie, ConsoleSessions } from '../../partner-auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { DeskContext } from '../layout/desk-context.js';
import { timeAt } from '../layout/format-person.js';

/** Staff at a desk need a moment without visitors for another log-in. */
const WARNED_MS = 30 * 60_000;

/** The session of an open desk. */
@Injectable()
export class DeskSession {
  constructor(
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
    private readonly clock: Clock,
  ) {}

  /** Prolongs the session of a key. @returns the time at which the session ends, where that is soon */
  async keepOpen(
    request: FastifyRequest,
    reply: FastifyReply,
    { words, gym }: DeskContext,
  ): Promise<string | null> {
    const token = this.cookie.tokenOf(request);
    if (token === undefined) return null;
    if (await this.sessions.keepOpen(token)) this.cookie.set(reply, token);
    const lifeMs = await this.sessions.lifeOf(token);
    if (lifeMs === undefined || lifeMs > WARNED_MS) return null;
    return timeAt(words, gym.timeZone, new Date(this.clock.now().getTime() + lifeMs));
  }
}

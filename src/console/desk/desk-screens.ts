import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { TodaysCheckIns } from '../../check-in-validation/index.js';
import { renderPage, type PageStatus } from '../../pages/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { ClaimDecisions, type WellhubIdClaim } from '../../user-registration/index.js';
import { actorOf, type DeskContext } from '../layout/desk-context.js';
import { deskPage, type DeskScreen } from './desk-page.js';

/** The oldest come first; the next ones appear as these are decided. */
const MOST_CLAIMS = 20;

type ScreenParts = Partial<Pick<DeskScreen, 'search' | 'result' | 'typed'>> & {
  readonly status?: PageStatus;
};

/** Loads and renders the desk's screen. */
@Injectable()
export class DeskScreens {
  constructor(
    private readonly today: TodaysCheckIns,
    private readonly claims: ClaimDecisions,
    private readonly clock: Clock,
  ) {}

  async render(
    reply: FastifyReply,
    context: DeskContext,
    { status, search = '', ...parts }: ScreenParts,
  ): Promise<string> {
    const [checkIns, claims] = await Promise.all([
      this.today.list(context.gym, search),
      this.openClaims(context),
    ]);
    const now = this.clock.now();
    const screen = { ...parts, checkIns, claims, search, now };
    return renderPage(reply, deskPage(context, screen), status);
  }

  /** Changes whenever the unfiltered screen changes. */
  async version(context: DeskContext): Promise<string> {
    const [today, claims] = await Promise.all([
      this.today.version(context.gym),
      this.openClaims(context),
    ]);
    const parts = [today, ...claims.map(({ id }) => id)];
    return createHash('sha256').update(parts.join('/')).digest('base64url').slice(0, 16);
  }

  private openClaims(context: DeskContext): Promise<WellhubIdClaim[]> {
    const page = { state: 'OPEN', after: undefined, limit: MOST_CLAIMS } as const;
    return this.claims.list(actorOf(context), page);
  }
}

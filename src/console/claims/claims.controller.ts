import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CustomerErrors, type Viewer } from '../../customers/index.js';
import { seeOther } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { ClaimDecisions, WellhubIdClaimErrors } from '../../user-registration/index.js';
import { deskPath, LOG_IN, viewerOf } from '../layout/desk-context.js';
import { DeskEntrance } from '../log-in/desk-access.js';
import type { SaidKind } from '../layout/flash-messages.js';

const CLAIM_ID = new UuidPipe(WellhubIdClaimErrors.notFound);

const REFUSALS = new Map<string, SaidKind>([
  [WellhubIdClaimErrors.notFound.code, 'decided'],
  [WellhubIdClaimErrors.decided.code, 'decided'],
  [WellhubIdClaimErrors.otherId.code, 'otherId'],
  [CustomerErrors.wellhubIdTaken.code, 'taken'],
  [CustomerErrors.differentGpwIds.code, 'taken'],
  [CustomerErrors.bothHaveAccounts.code, 'taken'],
]);

/** "Yes, this number stands in their Wellhub app", or not. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId/claims/:id')
export class ClaimsController {
  constructor(
    private readonly entrance: DeskEntrance,
    private readonly decisions: ClaimDecisions,
  ) {}

  @Post('accept')
  accept(
    @Param('gymId') gymId: string,
    @Param('id', CLAIM_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const accept = (viewer: Viewer) => this.decisions.accept(viewer, id);
    return this.decide(reply, request, { gymId, decide: accept, said: 'accepted' });
  }

  @Post('reject')
  reject(
    @Param('gymId') gymId: string,
    @Param('id', CLAIM_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reject = (viewer: Viewer) => this.decisions.reject(viewer, id);
    return this.decide(reply, request, { gymId, decide: reject, said: 'rejected' });
  }

  private async decide(
    reply: FastifyReply,
    request: FastifyRequest,
    order: { gymId: string; decide: (viewer: Viewer) => Promise<unknown>; said: SaidKind },
  ): Promise<string> {
    const context = await this.entrance.at(request, order.gymId);
    if (!context) return seeOther(reply, LOG_IN);
    const said = await order.decide(viewerOf(context)).then(() => order.said, refusalOf);
    return seeOther(reply, `${deskPath(context)}?said=${said}`);
  }
}

function refusalOf(error: unknown): SaidKind {
  const said = error instanceof DomainError ? REFUSALS.get(error.spec.code) : undefined;
  if (said === undefined) throw error;
  return said;
}

import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CustomerErrors } from '../../customers/index.js';
import { seeOther } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { ClaimDecisions, WellhubIdClaimErrors } from '../../user-registration/index.js';
import { actorOf, deskLogInFor, deskPath } from '../layout/desk-context.js';
import { DeskAccess } from '../log-in/desk-access.js';
import type { FlashMessageKind } from '../layout/flash-messages.js';
import type { Actor } from '../../platform/http/actor.js';

const CLAIM_ID = new UuidPipe(WellhubIdClaimErrors.notFound);

const REFUSALS = new Map<string, FlashMessageKind>([
  [WellhubIdClaimErrors.notFound.code, 'decided'],
  [WellhubIdClaimErrors.decided.code, 'decided'],
  [WellhubIdClaimErrors.otherId.code, 'otherId'],
  [CustomerErrors.wellhubIdTaken.code, 'taken'],
  [CustomerErrors.differentGpwIds.code, 'taken'],
  [CustomerErrors.bothHaveAccounts.code, 'taken'],
]);

/** Staff accept or reject a Wellhub id that a member entered. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId/claims/:id')
export class ClaimsController {
  constructor(
    private readonly access: DeskAccess,
    private readonly decisions: ClaimDecisions,
  ) {}

  @Post('accept')
  accept(
    @Param('gymId') gymId: string,
    @Param('id', CLAIM_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const accept = (actor: Actor) => this.decisions.accept(actor, id);
    return this.decide(reply, request, { gymId, decide: accept, message: 'accepted' });
  }

  @Post('reject')
  reject(
    @Param('gymId') gymId: string,
    @Param('id', CLAIM_ID) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reject = (actor: Actor) => this.decisions.reject(actor, id);
    return this.decide(reply, request, { gymId, decide: reject, message: 'rejected' });
  }

  private async decide(
    reply: FastifyReply,
    request: FastifyRequest,
    order: {
      gymId: string;
      decide: (actor: Actor) => Promise<unknown>;
      message: FlashMessageKind;
    },
  ): Promise<string> {
    const context = await this.access.findAtGym(request, order.gymId);
    if (!context) return seeOther(reply, deskLogInFor(order.gymId));
    const message = await order.decide(actorOf(context)).then(() => order.message, refusalOf);
    return seeOther(reply, `${deskPath(context)}?said=${message}`);
  }
}

function refusalOf(error: unknown): FlashMessageKind {
  const message = error instanceof DomainError ? REFUSALS.get(error.spec.code) : undefined;
  if (message === undefined) throw error;
  return message;
}

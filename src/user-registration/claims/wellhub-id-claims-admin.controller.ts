import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CustomerErrors } from '../../customers/index.js';
import { Requires } from '../../platform/http/declarations.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { ClaimDecisions } from './claim-decisions.js';
import { ClaimsQuery, WellhubIdClaimDto } from './wellhub-id-claim.dto.js';
import { WellhubIdClaimErrors } from '../links/user-registration.errors.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';

const CLAIM_ID = new UuidPipe(WellhubIdClaimErrors.notFound);

/** Wellhub ids that members typed on the hosted page (`wellhub.md` 1.1 c). */
@ApiTags('Wellhub id claims')
@Controller('admin/v1')
export class WellhubIdClaimsAdminController {
  constructor(private readonly decisions: ClaimDecisions) {}

  @Operation('wellhubIdClaims.list', {
    summary: 'List the Wellhub ids that people typed',
    description: 'Oldest first.',
    answer: pagesOf(WellhubIdClaimDto),
  })
  @Get('partners/:partnerId/wellhub-id-claims')
  @Requires('CHECKIN_READ')
  async list(@CurrentActor() actor: Actor, @Query() query: ClaimsQuery) {
    const { limit = DEFAULT_LIMIT, cursor, state } = query;
    const after = readCursor(cursor, UUID_CURSOR);
    const rows = await this.decisions.list(actor, { state, after, limit: limit + 1 });
    return pageOf(rows, {
      limit,
      position: (row) => row.id,
      shape: (row) => WellhubIdClaimDto.from(row),
    });
  }

  @Operation('wellhubIdClaims.accept', {
    summary: 'Accept a Wellhub id that a person typed',
    description: 'Sets the id, and merges a pending profile that carries it.',
    answer: WellhubIdClaimDto,
    errors: [
      WellhubIdClaimErrors.notFound,
      WellhubIdClaimErrors.decided,
      WellhubIdClaimErrors.otherId,
      CustomerErrors.wellhubIdTaken,
    ],
  })
  @Post('wellhub-id-claims/:id/accept')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async accept(@CurrentActor() actor: Actor, @Param('id', CLAIM_ID) id: string) {
    return WellhubIdClaimDto.from(await this.decisions.accept(actor, id));
  }

  @Operation('wellhubIdClaims.reject', {
    summary: 'Reject a Wellhub id that a person typed',
    description: 'The person keeps what they had; nothing is merged.',
    answer: WellhubIdClaimDto,
    errors: [WellhubIdClaimErrors.notFound, WellhubIdClaimErrors.decided],
  })
  @Post('wellhub-id-claims/:id/reject')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async reject(@CurrentActor() actor: Actor, @Param('id', CLAIM_ID) id: string) {
    return WellhubIdClaimDto.from(await this.decisions.reject(actor, id));
  }
}

import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { NeedsRecentProof, OwnAccount } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { Repeatable, ShownOnce } from '../../platform/http/shown-once.js';
import { StaffErrors } from '../people/staff.errors.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import { OwnFactors } from '../sessions/own-factors.js';
import { ConfirmAppDto, NewAppDto, RecoveryCodesDto } from './own-factors.dto.js';
import { SeatedCallers } from './seated-callers.js';

/** The authenticator app and the recovery codes of the person who calls. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me')
export class OwnFactorsController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly factors: SecondFactors,
    private readonly own: OwnFactors,
  ) {}

  @Operation('me.beginAuthenticatorApp', {
    summary: 'Get the secret for an authenticator app',
    description: 'The same until a code confirms it.',
    answer: NewAppDto,
    errors: [StaffErrors.factorSet],
  })
  @Post('authenticator-app')
  @HttpCode(200)
  @Repeatable()
  @ShownOnce('uri', 'secret')
  async begin(@Req() request: FastifyRequest): Promise<NewAppDto> {
    const { session } = await this.callers.of(request);
    const enrolment = await this.factors.enrolment(session.personId);
    if (!enrolment) throw new DomainError(StaffErrors.factorSet);
    return enrolment;
  }

  @Operation('me.confirmAuthenticatorApp', {
    summary: 'Confirm the authenticator app by its first code',
    description: 'With the first second factor the person’s other sessions end.',
    answer: RecoveryCodesDto,
    errors: [StaffErrors.factorSet],
  })
  @Post('authenticator-app/confirmation')
  @HttpCode(200)
  @ShownOnce('recoveryCodes')
  async confirm(
    @Body() { code }: ConfirmAppDto,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesDto> {
    const { session } = await this.callers.of(request);
    const added = await this.own.confirmApp(session, { code, source: clientNetwork(request) });
    if (!added) throw invalid({ path: 'code', detail: 'is not what the app shows now' });
    return { recoveryCodes: added.codes };
  }

  @Operation('me.deleteAuthenticatorApp', {
    summary: 'Remove my authenticator app',
    description:
      'Needs a recent proof. The last second factor of somebody who must have one stays; with the last one the recovery codes end.',
    errors: [StaffErrors.factorNotSet, StaffErrors.factorRequired],
  })
  @Delete('authenticator-app')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.callers.of(request);
    await this.own.removeApp(session);
  }

  @Operation('me.renewRecoveryCodes', {
    summary: 'Get ten other recovery codes',
    description: 'In the place of those that are left.',
    answer: RecoveryCodesDto,
    errors: [StaffErrors.factorNotSet],
  })
  @Post('recovery-codes')
  @HttpCode(200)
  @ShownOnce('recoveryCodes')
  async renew(@Req() request: FastifyRequest): Promise<RecoveryCodesDto> {
    const { session } = await this.callers.of(request);
    return { recoveryCodes: await this.own.renewCodes(session) };
  }
}

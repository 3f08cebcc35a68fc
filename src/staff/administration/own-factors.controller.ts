import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { NeedsRecentProof, OwnAccount } from '../../platform/http/declarations.js';
import { ShownOnce } from '../../platform/http/shown-once.js';
import { StaffErrors } from '../people/staff.errors.js';
import { LogInSteps } from '../second-factors/log-in-steps.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { ConfirmAppDto, NewAppDto, RecoveryCodesDto } from './own-factors.dto.js';
import { SeatedCallers } from './seated-callers.js';

/** The authenticator app and the recovery codes of the person who calls. Passkeys are made by a browser, on a page. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me')
export class OwnFactorsController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly factors: SecondFactors,
    private readonly steps: LogInSteps,
    private readonly sessions: StaffSessions,
  ) {}

  /** The secret of an app, until a code confirms it. */
  @Post('authenticator-app')
  @HttpCode(200)
  @ShownOnce('uri', 'secret')
  async begin(@Req() request: FastifyRequest): Promise<NewAppDto> {
    const { session } = await this.callers.of(request);
    const enrolment = await this.factors.enrolment(session.personId);
    if (!enrolment) throw new DomainError(StaffErrors.factorSet);
    return enrolment;
  }

  /** The first code confirms it. With the first second factor the person's other sessions end. */
  @Post('authenticator-app/confirmation')
  @HttpCode(200)
  @ShownOnce('recoveryCodes')
  async confirm(
    @Body() { code }: ConfirmAppDto,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesDto> {
    const { session } = await this.callers.of(request);
    const { personId, id } = session;
    const added = await this.factors.confirm({ personId, code, source: clientNetwork(request) });
    if (!added) throw invalid({ path: 'code', detail: 'is not what the app shows now' });
    if (added.codes.length > 0) await this.sessions.endOthers(personId, id);
    await this.sessions.record(session, 'staff.second-factor-set');
    return { recoveryCodes: added.codes };
  }

  @Delete('authenticator-app')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.callers.of(request);
    const { personId } = session;
    const mayEnd = await this.steps.mayRemove(personId);
    const result = await this.factors.removeApp(personId, mayEnd);
    if (result === 'required') throw new DomainError(StaffErrors.factorRequired);
    if (result === 'absent') throw new DomainError(StaffErrors.factorNotSet);
    await this.sessions.record(session, 'staff.second-factor-removed');
  }

  /** Ten others in the place of those that are left. */
  @Post('recovery-codes')
  @HttpCode(200)
  @ShownOnce('recoveryCodes')
  async renew(@Req() request: FastifyRequest): Promise<RecoveryCodesDto> {
    const { session } = await this.callers.of(request);
    const codes = await this.factors.renewCodes(session.personId);
    if (!codes) throw new DomainError(StaffErrors.factorNotSet);
    await this.sessions.record(session, 'staff.recovery-codes-made');
    return { recoveryCodes: codes };
  }
}

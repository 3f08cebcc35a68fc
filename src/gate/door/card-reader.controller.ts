import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CodeHashes } from '../../access-codes/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { Public } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { RequestLimits } from '../../platform/http/request-limits.js';
import { DecisionsRepository } from '../decisions/decisions.repository.js';
import { deviceTokenOf } from '../devices/device-proof.js';
import { Devices } from '../devices/devices.js';
import { AdmissionDto } from './admission.dto.js';
import { GateErrors, REFUSALS } from '../scan/gate.errors.js';
import { CountedGate } from './counted-gate.js';
import type { GateDecision, RefusedScan, Scan } from '../scan/scan.js';
import { readScan, SCAN_BODY } from '../scan/scan-request.js';

/** The request of a turnstile: 200 = open, anything else = stay shut (O-16 to O-37). */
@ApiTags('Open API')
@Public()
@Controller('open-api/device/cardreader')
export class CardReaderController {
  constructor(
    private readonly gate: CountedGate,
    private readonly devices: Devices,
    private readonly hashes: CodeHashes,
    private readonly log: DecisionsRepository,
    private readonly limits: RequestLimits,
  ) {}

  @Operation('openApi.cardReader.identify', {
    summary: 'Decide whether a door opens',
    description:
      'What a turnstile sends for each scan, with its token as `Authorization: Bearer …`. 200 opens the door, anything else keeps it shut.',
    answer: AdmissionDto,
    errors: [...Object.values(REFUSALS), GateErrors.deviceTokenInvalid],
  })
  @Direct()
  @Post('identification')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiBearerAuth('deviceToken')
  @ApiBody({ schema: SCAN_BODY })
  async identify(@Req() request: FastifyRequest): Promise<AdmissionDto> {
    const token = deviceTokenOf(request);
    const device = limitedAs(token);
    this.limits.check(device, request);
    const scan = await this.read(request, token);
    const decision = await this.gate.decide(scan);
    // Only known devices are counted: invented tokens would fill the memory.
    if (!isUnknown(decision)) this.limits.count(device, request);
    if (decision.kind === 'open')
      return scan.execute ? AdmissionDto.from(decision) : AdmissionDto.fromDryRun(decision);
    const { why } = decision;
    if (why === 'NONCE_REUSED')
      throw invalid({ path: 'nonce', detail: 'was used with another value' });
    throw new DomainError(REFUSALS[why], factsOf(decision, scan));
  }

  /** Check 1 comes before check 2: a caller without a device token gets no error about the body. */
  private async read(request: FastifyRequest, token: string): Promise<Scan> {
    const { body, unreadable } = request;
    try {
      if (unreadable) throw unreadable;
      return readScan(body, token, this.hashes);
    } catch (error) {
      const device = await this.devices.findByToken(token);
      this.gate.countUnreadable(device !== undefined);
      if (!device) throw new DomainError(GateErrors.deviceTokenInvalid);
      this.limits.count(limitedAs(token), request);
      const { partnerId, gymId, id: deviceId } = device;
      await this.log.add({ partnerId, gymId, deviceId, result: 'VALIDATION_FAILED' });
      throw error;
    }
  }
}

const factsOf = ({ retryAfterSeconds, message, reference }: RefusedScan, { execute }: Scan) => ({
  ...(retryAfterSeconds && { retryAfterSeconds }),
  ...(message && { texts: message }),
  ...(reference !== undefined && !execute && { reference }),
});

/** Under which name a device's requests are counted. */
const limitedAs = (token: string) => `device ${sha256(token).toString('base64url')}`;

const isUnknown = (decision: GateDecision) =>
  decision.kind === 'refused' && decision.why === 'DEVICE_TOKEN_INVALID';

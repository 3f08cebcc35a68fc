import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CodeHashes } from '../access-codes/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { Public } from '../platform/http/declarations.js';
import { Devices } from './devices.js';
import { AdmissionDto } from './dto/admission.dto.js';
import { GateErrors, REFUSALS } from './gate.errors.js';
import { Gate } from './gate.js';
import type { Scan } from './scan.js';
import { readScan } from './scan-request.js';

const BEARER = /^bearer +(\S{16,200}) *$/i;

/** The turnstile asks: 200 = open, anything else = stay shut (O-16 to O-37). */
@ApiTags('Open API')
@Public()
@Controller('open-api/device/cardreader')
export class CardReaderController {
  constructor(
    private readonly gate: Gate,
    private readonly devices: Devices,
    private readonly hashes: CodeHashes,
  ) {}

  @Post('identification')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async identify(@Req() request: FastifyRequest, @Body() body: unknown): Promise<AdmissionDto> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new DomainError(GateErrors.deviceTokenInvalid);
    const decision = await this.gate.decide(await this.read(body, token));
    if (decision.kind === 'open') return AdmissionDto.from(decision);
    if (decision.why === 'NONCE_REUSED')
      throw invalid({ path: 'nonce', detail: 'was used with another value' });
    throw new DomainError(REFUSALS[decision.why]);
  }

  /** Check 1 comes before check 2: who has no device token does not learn what is wrong with the body. */
  private async read(body: unknown, token: string): Promise<Scan> {
    try {
      return readScan(body, token, this.hashes);
    } catch (error) {
      if (await this.devices.knowsToken(token)) throw error;
      throw new DomainError(GateErrors.deviceTokenInvalid);
    }
  }
}

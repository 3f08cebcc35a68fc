import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EarlyProofs } from '../../platform/http/early-proofs.js';
import { Devices } from './devices.js';
import { GateErrors } from '../scan/gate.errors.js';

/** Characters that were pasted along with a token are ignored. */
const BEARER = /^bearer [^!-~]*([!-~]{16,200})[^!-~]*$/i;
/** Several times what a turnstile sends. */
const USUAL_BYTES = 2_048;

/** The token that names a device. @throws gate.device-token-invalid */
export function deviceTokenOf({ headers }: FastifyRequest): string {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new DomainError(GateErrors.deviceTokenInvalid);
  return token;
}

/**
 * The body of a request without a token is not read. The statement of a scan checks the token itself; for a body larger
 * than a turnstile sends the token is looked up before, since reading such a body costs more.
 */
@Injectable()
export class DeviceProof implements OnModuleInit {
  constructor(
    private readonly proofs: EarlyProofs,
    private readonly devices: Devices,
  ) {}

  onModuleInit(): void {
    const address = 'POST /open-api/device/cardreader/identification';
    this.proofs.register(address, (request) => {
      const token = deviceTokenOf(request);
      return isUsual(request) ? undefined : this.check(token);
    });
  }

  /** @throws gate.device-token-invalid */
  private async check(token: string): Promise<void> {
    const device = await this.devices.findByToken(token);
    if (!device) throw new DomainError(GateErrors.deviceTokenInvalid);
  }
}

const isUsual = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] === undefined &&
  Number(headers['content-length'] ?? 0) <= USUAL_BYTES;

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MaybePromise } from '../deadline/maybe-promise.js';

/** Throws when the caller is refused. */
type Proof = (request: FastifyRequest) => MaybePromise<unknown>;

/**
 * Checks of public routes with a credential of their own, made by the headers alone. A room registers one when it
 * starts; it runs before the first byte of the body is read.
 */
@Injectable()
export class EarlyProofs {
  private readonly proofs = new Map<string, Proof>();

  /** @param address verb and path of the route, `POST /open-api/device/cardreader/identification`; or a path, for every verb */
  register(address: string, proof: Proof): void {
    this.proofs.set(address, proof);
  }

  check(request: FastifyRequest): MaybePromise<unknown> {
    const { url = '', config } = request.routeOptions;
    const proof = this.proofs.get(config.declared?.address ?? '') ?? this.proofs.get(url);
    return proof?.(request);
  }
}

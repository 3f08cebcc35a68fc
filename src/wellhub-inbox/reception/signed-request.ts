import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { RawBody } from '../../platform/http/body-parsers.js';
import type { SignedRequest } from './webhook-reception.js';

/** The bytes and their proof, unparsed. A doubled header arrives joined and so never verifies (W-27). */
export function readSignedRequest({ body, headers }: FastifyRequest): SignedRequest {
  const raw = body instanceof RawBody ? body : new RawBody(Buffer.alloc(0), 'json');
  if (raw.mediaType !== 'json') throw new DomainError(RequestErrors.unsupportedMediaType);
  return {
    signature: headers['x-gympass-signature'],
    contentEncoding: headers['content-encoding'],
    rawBody: raw.bytes,
  };
}

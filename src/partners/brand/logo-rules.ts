import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { pictureSize } from '../../platform/values/picture-size.js';
import { mediaTypeOfBytes } from '../../platform/values/media-types.js';
import type { Logo } from '../partners/brand.js';
import { BrandErrors } from '../partners/partners.errors.js';

/** Every mail and every page loads it. */
const MOST_BYTES = 512 * 1024;
const LEAST_SIDE = 16;
const MOST_SIDE = 2_000;

/** What there is to know of a logo. @throws request.invalid, brand.logo-unsupported, brand.logo-too-large */
export function readLogo(bytes: Buffer): Logo {
  if (bytes.length === 0) throw invalid({ path: 'body', detail: 'must be the bytes of the logo' });
  const mediaType = mediaTypeOfBytes(bytes);
  const size = mediaType?.startsWith('image/') ? pictureSize(bytes) : undefined;
  if (!mediaType || !size) throw new DomainError(BrandErrors.logoUnsupported);
  if (bytes.length > MOST_BYTES) throw new DomainError(BrandErrors.logoTooLarge);
  const sides = [size.width, size.height];
  if (Math.min(...sides) < LEAST_SIDE || Math.max(...sides) > MOST_SIDE)
    throw invalid({
      path: 'body',
      detail: `must have ${LEAST_SIDE} to ${MOST_SIDE} pixels a side; it has ${size.width} × ${size.height}`,
    });
  const version = sha256(bytes).toString('base64url').slice(0, 16);
  return { version, mediaType, size: bytes.length, ...size };
}

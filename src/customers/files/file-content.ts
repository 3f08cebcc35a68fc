import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { mediaTypeOfBytes } from '../../platform/values/media-types.js';
import { FileErrors } from '../people/customers.errors.js';

export const FILE_KINDS = [
  'PHOTO',
  'COVER_PHOTO',
  'DIRECT_DEBIT_DOCUMENT',
  'CONTRACT_DOCUMENT',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const isDocument = (kind: FileKind): boolean => kind.endsWith('_DOCUMENT');

/**
 * The media type by the first bytes; a name or a header does not count. Photos are pictures, documents may be.
 * @throws request.invalid when there are no bytes, file.unsupported
 */
export function fileMediaType(kind: FileKind, bytes: Buffer): string {
  if (bytes.length === 0) throw invalid({ path: 'body', detail: 'must be the bytes of the file' });
  const known = mediaTypeOfBytes(bytes);
  if (known && (isDocument(kind) || known.startsWith('image/'))) return known;
  const wanted = isDocument(kind) ? 'a JPEG, a PNG or a PDF' : 'a JPEG or a PNG';
  throw new DomainError(FileErrors.unsupported, { detail: `The body must be ${wanted}` });
}

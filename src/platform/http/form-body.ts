import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';

const LONGEST = 16 * 1024;
const MOST_FIELDS = 20;

/** The fields of an HTML form. Of a field that is sent twice the first counts. @throws request.too-large */
export function parseForm(body: Buffer): Record<string, string> {
  if (body.length > LONGEST) throw new DomainError(RequestErrors.tooLarge);
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (!fields.has(name)) fields.set(name, value);
    if (fields.size > MOST_FIELDS) throw new DomainError(RequestErrors.tooLarge);
  }
  return Object.fromEntries(fields);
}

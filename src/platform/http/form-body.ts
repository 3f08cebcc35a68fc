import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { decodeUtf8, escapesUtf8 } from './utf8.js';

const LONGEST = 64 * 1024;
const MOST_FIELDS = 200;

/** The fields of an HTML form. Of a field that is sent twice the first counts. @throws request.too-large, request.invalid */
export function parseForm(body: Buffer, longest = LONGEST): Record<string, string> {
  if (body.length > longest) throw new DomainError(RequestErrors.tooLarge);
  const text = formText(body);
  if (text === undefined)
    throw new DomainError(RequestErrors.invalid, { detail: 'The form is not UTF-8' });
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (!fields.has(name)) fields.set(name, value);
    if (fields.size > MOST_FIELDS) throw new DomainError(RequestErrors.tooLarge);
  }
  return Object.fromEntries(fields);
}

/** A form as text; undefined unless its bytes and escapes are UTF-8. */
export function formText(body: Buffer): string | undefined {
  const text = decodeUtf8(body);
  return text !== undefined && escapesUtf8(text) ? text : undefined;
}

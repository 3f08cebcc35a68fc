import { createHash } from 'node:crypto';
import type { Form } from '../../pages/index.js';
import type { AdminCall } from './admin-api.js';

/** Field of a form: the same form sent twice creates once. */
export const KEY_FIELD = '_key';

/** Field of a form: the `ETag` of what it shows, so that it does not overwrite what another person changed meanwhile. */
export const SEEN_FIELD = '_seen';

/** In place of a tag: there was none, and the form makes one. */
export const NONE_SEEN = 'none';

/** What the call of a form carries besides its body: what was seen, and a key by which two presses are one. */
export function formHeaders(form: Form, call: AdminCall): Record<string, string> {
  const seen = form.text(SEEN_FIELD);
  const key = keyOf(form.text(KEY_FIELD), seen, call);
  return {
    ...(key !== '' && { 'idempotency-key': key }),
    ...(seen === NONE_SEEN ? { 'if-none-match': '*' } : seen !== '' && { 'if-match': seen }),
  };
}

/**
 * A form that edits, sent again with other values by the back button, is another change: it must meet its tag, which
 * says in words that this was changed meanwhile. A form that creates must not create twice.
 */
function keyOf(key: string, seen: string, { method, path, body }: AdminCall): string {
  if (key === '' || method === 'POST') return key;
  if (seen === '' || (method !== 'PATCH' && method !== 'PUT')) return '';
  const change = [method, path, seen, JSON.stringify(body)].join('\n');
  return `${key}.${createHash('sha256').update(change).digest('base64url').slice(0, 22)}`;
}

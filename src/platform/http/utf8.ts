const decoder = new TextDecoder('utf-8', { fatal: true });
const ESCAPES = /(?:%[\da-f]{2})+/gi;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * The text of bytes, without a byte order mark; undefined unless they are UTF-8: a replacement character would lose
 * data.
 */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether what the escapes of a query string or form stand for is UTF-8. A `%` that begins none stays as it is. */
export function escapesUtf8(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    for (const [escapes] of text.matchAll(ESCAPES)) decodeURIComponent(escapes);
    return true;
  } catch {
    return false;
  }
}

/** A query string of ASCII whose escapes are UTF-8; Node reads any other byte of it as Latin-1. */
export const isReadableQuery = (query: string): boolean =>
  query === '' || (ASCII.test(query) && escapesUtf8(query));

interface Body {
  readonly body: BodyInit | undefined;
  readonly type: string | undefined;
}

/** Objects are sent as JSON; what says by itself what it is goes as it is. */
export function bodyOf(body: unknown): Body {
  if (body === undefined) return { body: undefined, type: undefined };
  if (typeof body === 'string') return { body, type: 'application/json' };
  if (isSentAsItIs(body)) return { body, type: undefined };
  return { body: JSON.stringify(body), type: 'application/json' };
}

const isSentAsItIs = (body: unknown): body is BodyInit =>
  body instanceof Blob ||
  body instanceof URLSearchParams ||
  body instanceof FormData ||
  body instanceof ArrayBuffer ||
  ArrayBuffer.isView(body);

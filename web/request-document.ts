interface DocumentRequest {
  readonly address: string;
  readonly timeoutMs: number;
  /** Sent by POST. */
  readonly form?: URLSearchParams | undefined;
}

/**
 * A page of ours as a document: parsed by the browser while it loads, so that no text becomes markup here and nothing in it
 * runs. Undefined when no answer came.
 */
export function requestDocument({
  address,
  timeoutMs,
  form,
}: DocumentRequest): Promise<XMLHttpRequest | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(form ? 'POST' : 'GET', address);
    request.responseType = 'document';
    request.timeout = timeoutMs;
    request.addEventListener('load', () => resolve(request));
    for (const failure of ['error', 'timeout', 'abort'])
      request.addEventListener(failure, () => resolve(undefined));
    if (form)
      request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8');
    request.send(form ? form.toString() : null);
  });
}

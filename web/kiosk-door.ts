/** The gate's decision. */
export type Decision =
  | { readonly kind: 'opened'; readonly way: 'IN' | 'OUT' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'token-refused' };

const ADDRESS = '/open-api/device/cardreader/identification';
const TIMEOUT_MS = 4_000;
const RETRY_AFTER_MS = 400;
const CARD = /^\d+$/;
const CODE = /^\d{19}$/;

/**
 * Sends one scan to the gate (`open-api.md` section 5). A lost answer is requested again with
 * the same nonce: the gate repeats its decision instead of refusing the code as used.
 */
export async function requestEntry(token: string, value: string): Promise<Decision> {
  const isCard = CARD.test(value) && !CODE.test(value);
  const identification = { type: isCard ? 'NUMBER' : 'QR_CODE', value };
  const body = { identification, nonce: newNonce() };
  for (const waitMs of [0, RETRY_AFTER_MS]) {
    await new Promise((done) => setTimeout(done, waitMs));
    const decision = await post(token, body).then(read, () => undefined);
    if (decision) return decision;
    if (!navigator.onLine) break;
  }
  return { kind: 'refused', why: 'OFFLINE' };
}

/** Sends no scan: the gate checks the token before the body. */
export async function checkToken(token: string): Promise<'good' | 'refused' | 'offline'> {
  const response = await post(token, {}).catch(() => undefined);
  if (!response || response.status >= 500) return 'offline';
  return response.status === 401 ? 'refused' : 'good';
}

async function post(token: string, body: object): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS);
  try {
    return await fetch(ADDRESS, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: giveUp.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Only a 200 with `authorized` opens; every other answer is a refusal. */
async function read(response: Response): Promise<Decision> {
  if (response.status === 401) return { kind: 'token-refused' };
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.status === 200 && body['authorized'] === true)
    return { kind: 'opened', way: body['direction'] === 'OUT' ? 'OUT' : 'IN' };
  const isBusy = response.status === 429 || response.status === 503;
  const why = typeof body['errorCode'] === 'string' ? body['errorCode'] : '';
  return { kind: 'refused', why: why || (isBusy ? 'BUSY' : 'OTHER') };
}

/** `randomUUID` is missing where a tablet reaches us over plain http. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

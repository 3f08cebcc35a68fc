import { hmacSha256, sha256 } from './keys.js';
import { SCAN } from './gate-statement.js';

const BEARER = /^bearer +(\S{16,200}) *$/i;
const CODE = /^\d{19}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export async function scan({ keys, query }, headers, body) {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  if (!token) return { status: 401, body: { code: 'gate.device-token-invalid' } };
  const { identification, nonce = null } = JSON.parse(body.toString());
  const value = identification?.value;
  if (!CODE.test(value) || !isNonce(nonce))
    return { status: 400, body: { code: 'request.invalid' } };
  const hash = hmacSha256(keys.codes, value);
  const prefix = hash.toString('hex').slice(0, 12);
  const [row] = await query(SCAN, [sha256(token), hash, nonce, prefix]);
  return row?.verdict === 'OPEN' ? admission(row) : refusal(row);
}

const isNonce = (value) => value === null || UUID.test(value);

const admission = ({ customer_id: customerId, new_visit_id: checkinId }) => ({
  status: 200,
  body: { authorized: true, customerId, checkinId, direction: 'IN', provisional: false },
});

const refusal = (row) => ({ status: 403, body: { code: row?.verdict ?? 'ACCESS_CODE_UNKNOWN' } });

import type { DeviceAnswer } from '../device-wire/device-call.js';
import type { ExchangeKind } from '../device-wire/exchange-log.js';
import type { WireRequest } from '../device-wire/wire-request.js';
import { checkTransport } from './answer-transport.js';
import { checkAliveAnswer, checkCommand, checkEmptyBody } from './command-answer.js';
import { checkScanAnswer } from './scan-answer.js';

const SCAN = /^\/new_(?!rex_log)\w+\.fcgi$/;
const NOTIFICATION = /^\/api\/notifications?\/\w+$/;

/** Everything in which the answer to this request is not as the contract has it. */
export function checkAnswer(
  kind: ExchangeKind,
  request: WireRequest,
  answer: DeviceAnswer,
): string[] {
  const found = checkTransport(answer);
  if (answer.status !== 200) return found;
  const body = answer.body.toString('utf8');
  return [...found, ...(kind === 'notification' ? checkEmptyBody(body) : checkBody(request, body))];
}

function checkBody(request: WireRequest, body: string): string[] {
  const [path = ''] = request.path.split('?', 1);
  const fields = fieldsOf(request);
  if (SCAN.test(path)) return checkScanAnswer(body, portalOf(fields.get('portal_id')));
  if (path === '/device_is_alive.fcgi')
    return checkAliveAnswer(body, Number(fields.get('access_logs') ?? 0));
  if (path === '/push') return checkCommand(body);
  if (path === '/result' || NOTIFICATION.test(path)) return checkEmptyBody(body);
  return [];
}

const portalOf = (text = ''): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 1);

/** The query, with the fields of the body over it. */
function fieldsOf({ path, body = '' }: WireRequest): Map<string, string> {
  const query = new URLSearchParams(path.split('?', 2)[1]);
  return new Map([...query, ...bodyFields(body)]);
}

function bodyFields(body: string): [string, string][] {
  if (!body.startsWith('{')) return [...new URLSearchParams(body)];
  try {
    const values: unknown = JSON.parse(body);
    return Object.entries(values as object).map(([name, value]) => [name, String(value)]);
  } catch {
    return [];
  }
}

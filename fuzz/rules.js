const isText = (value) => typeof value === 'string';
/** Wellhub is no part of a run: what the second partner is connected to may well be unreachable. */
const NOT_OURS = /"code":"wellhub-setup\.unreachable"/;
const STACK = /\n\s+at .+:\d+:\d+|node_modules|\/src\/|\/dist\//;

/** Which error format an address promises; pages promise none. */
export function surfaceOf(path) {
  if (/^\/api(\/|\?|$)/i.test(path)) return 'users-api';
  if (/^\/wellhub(\/|\?|$)/.test(path)) return 'wellhub';
  if (/^\/(v1|open-api|aggregator)(\/|\?|$)/.test(path)) return 'open-api';
  if (/^\/admin\/v1(\/|\?|$)/.test(path)) return 'admin';
  return 'pages';
}

const FORMATS = {
  wellhub: (body, headers) =>
    isText(body.message) && isText(body.code) && body.request_id === headers['x-request-id'],
  'open-api': (body) => isText(body.errorMessage) && isText(body.errorCode) && isText(body.traceId),
  'users-api': (body) =>
    Array.isArray(body.errors) &&
    body.errors.length > 0 &&
    body.errors.every(({ code, property, message }) => [code, property, message].every(isText)),
  admin: (body, headers) =>
    headers['content-type'].startsWith('application/problem+json') &&
    [body.type, body.title, body.code, body.traceId].every(isText) &&
    Number.isInteger(body.status),
};

/** What an answer breaks of what every answer promises; empty when it is fine. */
export function brokenPromises({ method, path }, answer) {
  if (answer.unsendable) return [];
  if (answer.fault) return [`no answer: ${answer.fault}`];
  const { status, headers, text } = answer;
  const broken = [];
  if (status >= 500 && !NOT_OURS.test(text)) broken.push(`status ${status}`);
  if (!headers['x-request-id']) broken.push('no X-Request-Id');
  if (STACK.test(text) && !path.startsWith('/docs') && !path.startsWith('/assets'))
    broken.push('a stack trace');
  const surface = surfaceOf(path);
  if (status >= 400 && method !== 'HEAD' && !isOfFormat(surface, headers, text))
    broken.push(`not in the format of ${surface}`);
  return broken;
}

function isOfFormat(surface, headers, text) {
  const format = FORMATS[surface];
  if (!format) return true;
  try {
    const body = JSON.parse(text);
    return body !== null && typeof body === 'object' && format(body, headers) === true;
  } catch {
    return false;
  }
}

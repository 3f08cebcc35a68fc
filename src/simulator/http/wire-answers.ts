import type { AnswerName } from './planned-answers.js';

/** One answer on the wire, and how its bytes leave. */
export interface WireAnswer {
  readonly name: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly manner: 'send' | 'hang' | 'reset' | 'slow-bytes';
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a success (5.2). */
export interface ValidatedVisit {
  readonly wellhubId: string;
  readonly gymId: string;
  readonly product: { readonly id: number; readonly description: string };
  readonly validatedAt: Date;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

/** The refusals of 5.3, as data: status, then key and message or the gateway's own odd body. */
const REFUSALS = {
  already: [400, 'checkin.already.validated', 'Check-In already validated'],
  expired: [400, 'checkin.validation.expired', 'Check-In expired'],
  canceled: [400, 'checkin.validation.canceled', 'Check-In canceled'],
  notfound: [404, 'checkin.validation.notfound', 'Check-In not found'],
  rejected: [400, 'checkin.validation.rejected', 'Check-In rejected'],
} as const;

export type RefusalName = keyof typeof REFUSALS;

export function isRefusal(name: string): name is RefusalName {
  return Object.hasOwn(REFUSALS, name);
}

export function refusalAnswer(name: RefusalName): WireAnswer {
  const [status, key, message] = REFUSALS[name];
  return jsonAnswer(name, status, {
    metadata: { total: 0, errors: 1 },
    errors: [{ message, key }],
  });
}

export function successAnswer(visit: ValidatedVisit): WireAnswer {
  const validatedAt = visit.validatedAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return jsonAnswer('ok', 200, {
    metadata: { total: 1, errors: 0 },
    results: {
      user: { gympass_id: visit.wellhubId },
      gym: { id: Number(visit.gymId), product: visit.product },
      validated_at: validatedAt,
    },
  });
}

export function unauthorizedAnswer(): WireAnswer {
  return jsonAnswer('unauthorized', 401, { Message: 'Unauthorized' });
}

export function forbiddenAnswer(): WireAnswer {
  const Message = 'User is not authorized to access this gym';
  return jsonAnswer('forbidden', 403, { Message });
}

export function missingIdAnswer(): WireAnswer {
  return jsonAnswer('missing-id', 400, [{ field: 'gympass_id', error: 'must be text' }]);
}

/** The answers that are not about a check-in. */
const ODD_ANSWERS: Partial<Record<AnswerName, WireAnswer>> = {
  unauthorized: unauthorizedAnswer(),
  forbidden: forbiddenAnswer(),
  '429': jsonAnswer('429', 429, { message: 'Too Many Requests' }),
  '500': jsonAnswer('500', 500, { message: 'Internal Server Error' }),
  html: {
    ...textAnswer('html', 502, '<html><body><h1>502 Bad Gateway</h1></body></html>'),
    contentType: HTML_TYPE,
  },
  empty: textAnswer('empty', 200, ''),
  redirect: {
    ...textAnswer('redirect', 302, ''),
    headers: { Location: '/access/v1/elsewhere' },
  },
  hang: { ...textAnswer('hang', 200, ''), manner: 'hang' },
  reset: { ...textAnswer('reset', 200, ''), manner: 'reset' },
};

const HUGE_BYTES = 10 * 1024 * 1024;

export function oddAnswer(name: AnswerName): WireAnswer | undefined {
  if (name === 'huge')
    return textAnswer(name, 200, JSON.stringify({ padding: 'x'.repeat(HUGE_BYTES) }));
  return ODD_ANSWERS[name];
}

function jsonAnswer(name: string, status: number, body: unknown): WireAnswer {
  return {
    name,
    status,
    contentType: JSON_TYPE,
    body: JSON.stringify(body),
    manner: 'send',
  };
}

function textAnswer(name: string, status: number, body: string): WireAnswer {
  return { name, status, contentType: JSON_TYPE, body, manner: 'send' };
}

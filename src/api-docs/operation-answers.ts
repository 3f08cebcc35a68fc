import { STATUS_CODES } from 'node:http';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';
import { contentOf, type Answered, type DescribedOperation } from '../platform/http/operation.js';
import { traitsOf } from './route-traits.js';

type Responses = Record<string, object>;

const LOCATION = {
  Location: { description: 'Address of what was made', schema: { type: 'string' } },
};
const ETAG = {
  ETag: { description: 'Tag of the state shown, for `If-Match`', schema: { type: 'string' } },
};

/** The success answers of an operation. */
export function successesOf(route: DeclaredRoute, spec: DescribedOperation): Responses {
  const status = statusOf(route);
  const others = Object.entries(spec.also ?? {});
  const made = [[String(status), spec.answer] as const, ...others].map(
    ([code, answer]) => [code, responseOf(route, Number(code), answer)] as const,
  );
  return Object.fromEntries([...made, ...unchanged(route)]);
}

/** For who sends the tag that it read before as `If-None-Match`. */
const unchanged = (route: DeclaredRoute): (readonly [string, object])[] =>
  route.address.startsWith('GET ') && traitsOf(route).hasVersions
    ? [['304', { description: STATUS_CODES[304] ?? '', headers: ETAG }]]
    : [];

export function statusOf({ method, address }: DeclaredRoute): number {
  const declared = Reflect.getMetadata(HTTP_CODE_METADATA, method) as number | undefined;
  return declared ?? (address.startsWith('POST ') ? 201 : 200);
}

function responseOf(route: DeclaredRoute, status: number, answer: Answered<unknown> | undefined) {
  const { isAdmin, hasTags, isKeyed } = traitsOf(route);
  const headers = {
    ...(isAdmin && status === 201 && LOCATION),
    ...(hasTags && answer && ETAG),
    ...(isKeyed && REPLAYED),
  };
  return {
    description: STATUS_CODES[status] ?? 'Done',
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(answer && { content: mediaOf(answer) }),
  };
}

const REPLAYED = {
  'Idempotency-Replayed': {
    description: '`true`: the first answer to this `Idempotency-Key` again',
    schema: { type: 'string', enum: ['true'] },
  },
};

const mediaOf = (answer: Answered<unknown>) =>
  Object.fromEntries(
    Object.entries(contentOf(answer).media).map(([type, schema]) => [type, { schema }]),
  );

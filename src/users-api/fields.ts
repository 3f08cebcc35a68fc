import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../platform/errors/request-errors.js';
import { isEmptyList, isObject } from '../platform/http/json-body.js';
import { readId } from '../platform/http/parameters.js';
import { isStorable, UNSTORABLE } from '../platform/values/storable-text.js';

type Pair = readonly [name: string, value: unknown];

/** A value whose escapes mean nothing. */
const UNREADABLE = Symbol('unreadable');
const TIMESTAMP = /^\d{1,16}$/;
const PAGE = /^[1-9]\d{0,8}$/;

/** The parameters of a request, by names in any letter case (`users-api.md` 1). Unknown names are ignored. */
export class RequestFields {
  private readonly sent = new Map<string, unknown[]>();

  constructor(pairs: Iterable<Pair>) {
    for (const [name, value] of pairs) {
      const key = name.toLowerCase();
      this.sent.set(key, [...(this.sent.get(key) ?? []), value]);
    }
  }

  /** Of the query string. A raw `+` is a plus sign, as it may stand in an e-mail (U-13). */
  static ofQuery(url: string): RequestFields {
    const at = url.indexOf('?');
    const parts = at < 0 ? [] : url.slice(at + 1).split('&');
    return new RequestFields(
      parts.map((part) => {
        const [name = '', ...value] = part.split('=');
        return [String(decoded(name)), decoded(value.join('='))];
      }),
    );
  }

  /** Of a JSON body; none counts as an empty one. @throws request.invalid */
  static ofBody(body: unknown): RequestFields {
    if (body !== undefined && !isEmptyList(body) && !isObject(body))
      throw invalid({ path: '', detail: 'the body must be a JSON object' });
    return new RequestFields(Object.entries(body ?? {}));
  }

  /** Undefined when it is missing or empty. @throws request.invalid when it is no single text */
  text(name: string): string | undefined {
    const [value, ...more] = this.sent.get(name.toLowerCase()) ?? [];
    if (more.length > 0) throw invalid({ path: name, detail: 'must be sent once' });
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') throw invalid({ path: name, detail: 'must be a text' });
    if (!isStorable(value)) throw invalid({ path: name, detail: UNSTORABLE });
    return value;
  }

  /** For a text that is judged as a whole: whatever is not one text counts as `other`. */
  textOrElse(name: string, other: string): string {
    const [value, ...more] = this.sent.get(name.toLowerCase()) ?? [];
    return typeof value === 'string' && more.length === 0 ? value : other;
  }

  /** @throws request.invalid */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw invalid({ path: name, detail: 'is required' });
    return value;
  }

  /** Undefined when it is missing. @throws request.invalid with this detail for what `reader` cannot read */
  readAs<T>(name: string, reader: (text: string) => T | undefined, detail: string): T | undefined {
    const text = this.text(name);
    const value = text === undefined ? undefined : reader(text);
    if (text !== undefined && value === undefined) throw invalid({ path: name, detail });
    return value;
  }

  /** An id in our range. @throws request.invalid */
  id(name: string): number {
    const id = readId(this.required(name));
    if (id === undefined) throw invalid({ path: name, detail: 'must be a whole number' });
    return id;
  }

  /** The number of a page, from 1; the first when it is missing. @throws request.invalid */
  page(): number {
    const text = this.text('page') ?? '1';
    if (!PAGE.test(text)) throw invalid({ path: 'page', detail: 'must be a whole number from 1' });
    return Number(text);
  }

  /** A `timestamp`; 0 when it is missing. @throws request.invalid */
  timestamp(): number {
    const text = this.text('timestamp') ?? '0';
    if (!TIMESTAMP.test(text) || !Number.isSafeInteger(Number(text)))
      throw invalid({ path: 'timestamp', detail: 'must be a whole number' });
    return Number(text);
  }
}

function decoded(text: string): string | symbol {
  try {
    return decodeURIComponent(text);
  } catch {
    return UNREADABLE;
  }
}

const requestOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The fields of the query string. */
export const QueryFields = createParamDecorator((_: unknown, context: ExecutionContext) =>
  RequestFields.ofQuery(requestOf(context).url),
);

/** The fields of the JSON body. */
export const BodyFields = createParamDecorator((_: unknown, context: ExecutionContext) =>
  RequestFields.ofBody(requestOf(context).body),
);

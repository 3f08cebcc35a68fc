import { SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import type { ErrorSpec } from '../errors/domain-error.js';
import type { Page } from './paging.js';

const OPERATION = 'gatehouse:operation';

type Schema = Record<string, unknown>;

/** What a success answer holds, by media type. `T` is what the handler returns for it. */
export interface Content<T> {
  readonly models: readonly Type[];
  readonly media: Readonly<Record<string, Schema>>;
  readonly handled?: T;
}

/** The class of an object, or one of the functions below. */
export type Answered<T> = Type<T> | Content<T>;

/** A handler of several paths has an operation at each. */
type ByPath = string | ((path: string) => string);

export interface OperationSpec<T = unknown> {
  /** One line without a full stop, as a verb: `Add a device to a gym`. */
  readonly summary: ByPath;
  /** What a caller must know and cannot see: Markdown. */
  readonly description: string;
  /** What it answers with the status of the handler; absent: nothing (204). */
  readonly answer?: Answered<T>;
  /** Other success answers, by status. */
  readonly also?: Readonly<Record<number, Answered<unknown> | undefined>>;
  /** What callers should expect beyond what every operation can answer. */
  readonly errors?: readonly ErrorSpec[];
}

export interface DescribedOperation extends OperationSpec {
  readonly id: ByPath;
}

export const textAt = (text: ByPath, path: string): string =>
  typeof text === 'string' ? text : text(path);

type Handler<T> = (...args: never[]) => T | Promise<T>;

/**
 * The one decorator that describes a handler in the OpenAPI document. Status, parameters, scope, limits, idempotency
 * and tags of state are not said here: they are known from what the handler declares.
 * @param id `resource.verb`, unique; the name of the method of clients
 */
export function Operation<T = void>(id: ByPath, spec: OperationSpec<T>) {
  return <F extends Handler<T>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<F>,
  ): void => {
    const answers = [spec.answer, ...Object.values(spec.also ?? {})].filter(
      (one) => one !== undefined,
    );
    const models = answers.flatMap((answer) => contentOf(answer).models);
    if (models.length > 0) ApiExtraModels(...models)(target, key, descriptor);
    SetMetadata(OPERATION, { id, ...spec })(target, key, descriptor);
  };
}

export const operationOf = (method: object): DescribedOperation | undefined =>
  Reflect.getMetadata(OPERATION, method) as DescribedOperation | undefined;

const refTo = ({ name }: Type): Schema => ({ $ref: `#/components/schemas/${name}` });

const isContent = (answer: Answered<unknown>): answer is Content<unknown> => 'media' in answer;

export const contentOf = (answer: Answered<unknown>): Content<unknown> =>
  isContent(answer) ? answer : ofModel(answer, refTo(answer));

const ofModel = <T>(model: Type, schema: Schema): Content<T> => ({
  models: [model],
  media: { 'application/json': schema },
});

const JSON_TYPE = 'application/json';

/** A list without pages. */
export const listOf = <T>(model: Type<T>): Content<readonly T[]> =>
  ofModel(model, { type: 'array', items: refTo(model) });

/** A short list that is whole, in the form of a page. */
export const itemsOf = <T>(model: Type<T>): Content<{ readonly items: readonly T[] }> =>
  ofModel(model, {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: refTo(model) } },
  });

/** One page of a list. */
export function pagesOf<T>(item: Answered<T>): Content<Page<T>> {
  const { models, media } = contentOf(item);
  const schema = {
    type: 'object',
    required: ['items', 'nextCursor'],
    properties: {
      items: { type: 'array', items: media[JSON_TYPE] },
      nextCursor: {
        type: ['string', 'null'],
        description: 'The `cursor` of the next page; null on the last one',
      },
    },
  };
  return { models, media: { [JSON_TYPE]: schema } };
}

/** The same as CSV for who sends `Accept: text/csv`. */
export function orCsv<T>(answer: Answered<T>): Content<T | string> {
  const { models, media } = contentOf(answer);
  return { models, media: { ...media, 'text/csv': { type: 'string' } } };
}

/** A file of one of these media types. */
export const fileOf = (...types: readonly string[]): Content<unknown> => ({
  models: [],
  media: Object.fromEntries(types.map((type) => [type, { type: 'string', format: 'binary' }])),
});

/** Server-sent events, until one side ends the answer. */
export const eventsOf = (...models: readonly Type[]): Content<unknown> => ({
  models,
  media: { 'text/event-stream': { type: 'string' } },
});

/** An object whose fields are not known before. */
export const anyObject = (description: string): Content<object> => ({
  models: [],
  media: { [JSON_TYPE]: { type: 'object', additionalProperties: true, description } },
});

/** Text that is no JSON. */
export const textOf = (type = 'text/plain'): Content<unknown> => ({
  models: [],
  media: { [type]: { type: 'string' } },
});

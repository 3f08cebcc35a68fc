import type { Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** What the document says of a field of an answer. `optional`: it may be absent; `nullable`: it may be null. */
export interface AnswerOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly format?: string;
  readonly example?: unknown;
}

/** A decorator for a property of this type; of a nullable one null is right as well. */
type Shows<T, O> = <K extends string>(
  target: { readonly [P in K]?: T | (O extends { nullable: true } ? null : never) },
  key: K,
) => void;

type Schema = Record<string, unknown>;
type Models = () => Type;

/** @param schema made late, since classes may name each other */
function shown<T, O extends AnswerOptions>(
  schema: Schema,
  description: string | undefined,
  { optional, nullable, format, example }: AnswerOptions = {},
): Shows<T, O> {
  const api = {
    ...schema,
    required: !optional,
    ...(description !== undefined && { description }),
    ...(nullable && { nullable }),
    ...(format !== undefined && { format }),
    ...(example !== undefined && { example }),
  };
  return ApiProperty(api as ApiPropertyOptions) as Shows<T, O>;
}

/** A method, since the scanner knows by its name that it is to be called, and a bundled arrow has none. */
const late = (model: Models) => ({
  type() {
    return model();
  },
});

/**
 * One decorator per property of a class that is answered: what it is in the OpenAPI document. The type checker refuses
 * one that does not fit the property, and `test/support/api.ts` an answer that does not fit the document.
 */
export const Answer = {
  /** A number of ours. */
  id: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<number, O>({ type: 'integer', format: 'int64', minimum: 1 }, description, options),

  uuid: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<string, O>({ type: String, format: 'uuid' }, description, options),

  text: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<string, O>({ type: String }, description, options),

  /** One of these; later versions may know more. */
  oneOf: <V extends string, const O extends AnswerOptions>(
    values: readonly V[],
    description?: string,
    options?: O,
  ) => shown<V, O>({ type: String, enum: [...values] }, description, options),

  flag: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<boolean, O>({ type: Boolean }, description, options),

  /** It is in the answer only when it is so. */
  always: <V extends boolean, const O extends AnswerOptions>(
    value: V,
    description?: string,
    options?: O,
  ) => shown<V, O>({ type: Boolean, enum: [value] }, description, options),

  whole: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<number, O>({ type: 'integer' }, description, options),

  decimal: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<number, O>({ type: Number }, description, options),

  /** ISO 8601 in UTC on the wire, whether the property holds a `Date` or the text. */
  instant: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<Date | string, O>({ type: String, format: 'date-time' }, description, options),

  /** `YYYY-MM-DD`. */
  date: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<string, O>({ type: String, format: 'date' }, description, options),

  object: <T extends object, const O extends AnswerOptions>(
    model: () => Type<T>,
    description?: string,
    options?: O,
  ) => shown<T, O>(late(model), description, options),

  list: <T extends object, const O extends AnswerOptions>(
    model: () => Type<T>,
    description?: string,
    options?: O,
  ) => shown<readonly T[], O>({ ...late(model), isArray: true }, description, options),

  texts: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<readonly string[], O>({ type: [String] }, description, options),

  ids: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<readonly number[], O>(
      { type: 'array', items: { type: 'integer', format: 'int64' } },
      description,
      options,
    ),

  someOf: <V extends string, const O extends AnswerOptions>(
    values: readonly V[],
    description?: string,
    options?: O,
  ) => shown<readonly V[], O>({ enum: [...values], isArray: true }, description, options),

  /** Names that are not known before, each with a value of this schema. */
  map: <T, const O extends AnswerOptions = AnswerOptions>(
    values: Schema,
    description?: string,
    options?: O,
  ) =>
    shown<Readonly<Record<string, T>>, O>(
      { type: 'object', additionalProperties: values },
      description,
      options,
    ),

  /** What no other one fits: its schema. */
  schema: <T, const O extends AnswerOptions = AnswerOptions>(
    schema: Schema,
    description?: string,
    options?: O,
  ) => shown<T, O>(schema, description, options),

  /** Any JSON object: what another system wrote, and we hand on. */
  json: <const O extends AnswerOptions>(description?: string, options?: O) =>
    shown<unknown, O>({ type: 'object', additionalProperties: true }, description, options),
};

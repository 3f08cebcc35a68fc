import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isUuid } from '../crypto/uuid.js';
import { emailRule } from '../values/email-address.js';
import { hexColor } from '../values/hex-color.js';
import { isCalendarDay, readInstant } from '../values/instant.js';
import { firstOf, type Rule } from '../values/rule.js';
import { typedDigits } from '../values/typed-digits.js';
import { canonicalTimeZone, timeZoneRule } from '../values/time-zones.js';
import { webAddress } from '../values/web-address.js';
import {
  decimalRule,
  flagRule,
  listRule,
  objectRule,
  oneOfRule,
  someRule,
  textRule,
  wholeRule,
  withPresence,
  type ListOptions,
  type Shape,
} from './field-rules.js';

/**
 * One decorator per DTO property: what it accepts and how the OpenAPI document shows it.
 * `optional` may be left out; `nullable` (merge patch) may be null, which clears the value.
 */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

const LONGEST_TYPED = 255;

function field(options: FieldOptions, api: ApiPropertyOptions, rule: Rule) {
  const shown = {
    ...api,
    ...(options.description && { description: options.description }),
    ...(options.example !== undefined && { example: options.example }),
    ...(options.nullable && { nullable: true }),
  } as ApiPropertyOptions;
  const property = options.optional ? ApiPropertyOptional(shown) : ApiProperty(shown);
  return applyDecorators(property, checkedBy(withPresence(options, rule)));
}

/** One check with one sentence: class-validator's own would show patterns and implementation details. */
const checkedBy = (rule: Rule) =>
  ValidateBy({
    name: 'rule',
    validator: {
      validate: (value) => rule(value) === undefined,
      defaultMessage: (args) => rule(args?.value) ?? '',
    },
  });

/** The stored form of what was sent; what has none stays as it is, for the rule to refuse. */
const Stored = (read: (value: unknown) => unknown) =>
  Transform(({ value }: { value: unknown }) => read(value) ?? value);

export const Text = (
  options: FieldOptions & { min?: number; max?: number; shape?: Shape } = {},
) => {
  const { min = 1, max = 255, shape } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    textRule({ min, max, shape }),
  );
};

/** A text of digits that people type: kept as digits alone, refused as it was sent. */
export const Digits = (
  options: FieldOptions & {
    min?: number;
    max: number;
    message: string;
    read?: (text: string) => string | undefined;
  },
) => {
  const { min = 1, max, message, read = typedDigits } = options;
  const shape = new RegExp(`^\\d{${min},${max}}$`);
  const isDigits: Rule = (value) => (shape.test(String(value)) ? undefined : message);
  return applyDecorators(
    field(
      options,
      { type: String, minLength: min, maxLength: max },
      firstOf(textRule({ min: 1, max: LONGEST_TYPED }), isDigits),
    ),
    Stored((value) => (typeof value === 'string' ? read(value) : undefined)),
  );
};

export const Flag = (options: FieldOptions = {}) => field(options, { type: Boolean }, flagRule);

export const Whole = (options: FieldOptions & { min?: number; max?: number } = {}) => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
  return field(options, { type: 'integer', minimum: min, maximum: max }, wholeRule(min, max));
};

/** The same in a query string. */
export const QueryNumber = (options: FieldOptions & { min?: number; max?: number } = {}) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    Whole(options),
  );

/** A number that need not be whole. */
export const Decimal = (options: FieldOptions & { min: number; max: number; places?: number }) => {
  const { min, max, places } = options;
  return field(
    options,
    { type: 'number', minimum: min, maximum: max },
    decimalRule(min, max, places),
  );
};

/** An int64 id of ours: a JSON number from 1 to 2^53 - 1. */
export const Id = (options: FieldOptions = {}) => Whole({ ...options, min: 1 });

export const Ids = (options: FieldOptions & { min?: number; max: number }) => {
  const entry = wholeRule(1, Number.MAX_SAFE_INTEGER);
  const rule = listRule({ min: options.min, max: options.max, unique: true, entry });
  return field(options, { type: [Number] }, rule);
};

export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field(options, { enum: [...values] }, oneOfRule(values));

/** The same, whatever the letter case. */
export const OneOfAnyCase = (values: readonly string[], options: FieldOptions = {}) =>
  applyDecorators(
    Stored((value) =>
      typeof value === 'string'
        ? values.find((known) => known.toLowerCase() === value.toLowerCase())
        : undefined,
    ),
    OneOf(values, options),
  );

export const ListOf = (
  values: readonly string[] | undefined,
  options: FieldOptions & ListOptions = {},
) =>
  field(
    options,
    { type: [String], ...(values && { enum: [...values] }) } as ApiPropertyOptions,
    someRule(values, options),
  );

/** `YYYY-MM-DD`. */
export const CalendarDate = (options: FieldOptions = {}) =>
  field(options, { type: String, format: 'date' }, (value) =>
    isCalendarDay(value) ? undefined : 'must be a date, YYYY-MM-DD',
  );

/** ISO 8601 with an offset or `Z`; the property holds a `Date`. */
export const Instant = (options: FieldOptions = {}) =>
  applyDecorators(
    field(options, { type: String, format: 'date-time' }, (value) =>
      value instanceof Date
        ? undefined
        : 'must be a time with its offset, such as 2026-11-21T17:04:10Z',
    ),
    Stored(readInstant),
  );

export const TimeZone = (options: FieldOptions = {}) =>
  applyDecorators(
    field(options, { type: String, example: 'America/Sao_Paulo' }, timeZoneRule),
    Stored(canonicalTimeZone),
  );

export const UuidField = (options: FieldOptions = {}) =>
  field(options, { type: String, format: 'uuid' }, (value) =>
    isUuid(value) ? undefined : 'must be an id, a UUID',
  );

export const EmailField = (options: FieldOptions = {}) =>
  field(options, { type: String, format: 'email' }, emailRule);

/** A colour as people type or paste it, held as `#rrggbb`. */
export const HexColor = (options: FieldOptions = {}) =>
  applyDecorators(
    field(options, { type: String }, (value) =>
      hexColor(value) === undefined ? 'must be a colour such as #0b6655' : undefined,
    ),
    Stored(hexColor),
  );

type AddressOptions = FieldOptions & Parameters<typeof webAddress>[1] & { message: string };

/** A web address, held and stored as it was understood. */
export const WebAddress = ({ message, ...options }: AddressOptions) =>
  applyDecorators(
    field(options, { type: String, maxLength: options.longest }, (value) =>
      webAddress(value, options) === undefined ? message : undefined,
    ),
    Stored((value) => webAddress(value, options)),
  );

type NestedType = () => new () => object;

/** A method, since the document knows by its name that it is to be called, and a bundled arrow has none. */
const modelOf = (type: NestedType, more: object) =>
  ({
    type() {
      return type();
    },
    ...more,
  }) as ApiPropertyOptions;

const nested = (type: NestedType, options: FieldOptions, rule: Rule) =>
  applyDecorators(
    field(options, modelOf(type, { isArray: rule !== objectRule }), rule),
    ValidateIf((_: object, value: unknown) => withPresence(options, () => '')(value) !== undefined),
    ValidateNested(),
    Type(type),
  );

/** An object inside the body, with fields of its own. */
export const Nested = (type: NestedType, options: FieldOptions = {}) =>
  nested(type, options, objectRule);

/** A list of such objects. */
export const NestedList = (type: NestedType, options: FieldOptions & { max: number }) =>
  nested(type, options, listRule({ max: options.max, entry: objectRule }));

/** A list of such objects, each of which the handler checks by itself. */
export const UncheckedList = (type: NestedType, options: FieldOptions & { max: number }) =>
  field(
    options,
    modelOf(type, { isArray: true, minItems: 1, maxItems: options.max }),
    listRule({ min: 1, max: options.max, entry: objectRule }),
  );

/** Anything else: its rule. */
export const Checked = (
  rule: Rule,
  options: FieldOptions = {},
  api: ApiPropertyOptions = { type: String },
) => field(options, api, rule);

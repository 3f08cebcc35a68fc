import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  Matches,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

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

function field(options: FieldOptions, api: ApiPropertyOptions, ...checks: PropertyDecorator[]) {
  const shown = {
    ...api,
    ...(options.description && { description: options.description }),
    ...(options.example !== undefined && { example: options.example }),
    ...(options.nullable && { nullable: true }),
  } as ApiPropertyOptions;
  const presence = options.optional && options.nullable ? [IsOptional()] : [];
  if (options.optional && !options.nullable)
    presence.push(ValidateIf((_: object, value: unknown) => value !== undefined));
  if (options.nullable && !options.optional)
    presence.push(ValidateIf((_: object, value: unknown) => value !== null));
  const property = options.optional ? ApiPropertyOptional(shown) : ApiProperty(shown);
  return applyDecorators(property, ...presence, ...checks);
}

// Control characters have no place in a name, and PostgreSQL refuses NUL.
// oxlint-disable-next-line no-control-regex
const PRINTABLE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

export const Text = (
  options: FieldOptions & { min?: number; max?: number; pattern?: RegExp } = {},
) =>
  field(
    options,
    { type: String, minLength: options.min ?? 1, maxLength: options.max ?? 255 },
    IsString(),
    Length(options.min ?? 1, options.max ?? 255),
    Matches(PRINTABLE, { message: '$property must not hold control characters' }),
    ...(options.pattern ? [Matches(options.pattern)] : []),
  );

export const Flag = (options: FieldOptions = {}) => field(options, { type: Boolean }, IsBoolean());

export const Whole = (options: FieldOptions & { min?: number; max?: number } = {}) =>
  field(
    options,
    { type: 'integer', minimum: options.min ?? 0, maximum: options.max ?? Number.MAX_SAFE_INTEGER },
    IsInt(),
    Min(options.min ?? 0),
    Max(options.max ?? Number.MAX_SAFE_INTEGER),
  );

/** A number that need not be whole. */
export const Decimal = (options: FieldOptions & { min: number; max: number }) =>
  field(
    options,
    { type: 'number', minimum: options.min, maximum: options.max },
    IsNumber(),
    Min(options.min),
    Max(options.max),
  );

/** An int64 id of ours: a JSON number from 1 to 2^53 - 1. */
export const Id = (options: FieldOptions = {}) => Whole({ ...options, min: 1 });

export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field(options, { enum: [...values] }, IsIn([...values]));

export const ListOf = (values: readonly string[] | undefined, options: FieldOptions = {}) =>
  field(
    options,
    { type: [String], ...(values && { enum: [...values] }) } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(100),
    ...(values
      ? [IsIn([...values], { each: true })]
      : [IsString({ each: true }), Length(1, 100, { each: true })]),
  );

/** `YYYY-MM-DD`. */
export const CalendarDate = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date' },
    Matches(/^\d{4}-\d\d-\d\d$/),
    IsISO8601({ strict: true }),
  );

/** ISO 8601 with an offset or `Z`. */
export const Instant = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date-time' },
    Matches(/T.*(Z|[+-]\d\d:?\d\d)$/),
    IsISO8601({ strict: true }),
  );

export const TimeZone = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, example: 'America/Sao_Paulo' },
    check('isTimeZone', isTimeZone, 'must be an IANA time zone'),
  );

/** Anything else: a named check with its message. */
export const Checked = (
  name: string,
  test: (value: unknown) => boolean,
  message: string,
  options: FieldOptions = {},
) => field(options, { type: String }, check(name, test, message));

const check = (name: string, test: (value: unknown) => boolean, message: string) =>
  ValidateBy({ name, validator: { validate: test, defaultMessage: () => `$property ${message}` } });

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value }).format();
    return true;
  } catch {
    return false;
  }
}

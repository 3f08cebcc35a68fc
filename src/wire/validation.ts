import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DomainError, type Violation } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { isEmptyList, isObject } from '../platform/http/json-body.js';
import {
  allViolations,
  UNKNOWN_FIELD,
  withoutStrangeFields,
} from '../platform/http/strange-fields.js';

/** Unknown fields are refused, because a typo must not be silently lost. */
const STRICT = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** Path parameters stay text: `IdPipe` reads them more strictly than `Number` does. */
class DtoValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!metadata.metatype || !this.toValidate(metadata)) return super.transform(value, metadata);
    const fields = isEmptyList(value) ? {} : (value ?? {});
    if (!isObject(fields)) throw invalid({ path: '', detail: 'the body must be a JSON object' });
    const { plain, strange } = withoutStrangeFields(fields);
    if (strange.length === 0) return super.transform(plain, metadata);
    const found = await super.transform(plain, metadata).then(() => [], violationsIn);
    throw invalid(...allViolations(found, strange));
  }

  protected override transformPrimitive(value: unknown): unknown {
    return value;
  }
}

/** Checks the DTOs of our own surface. */
export const validation = () =>
  new DtoValidation({
    ...STRICT,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => violationsOf(error))),
  });

/** The same for a value inside a body that has no DTO of its own. */
export function readDto<T extends object>(
  type: new () => T,
  fields: Record<string, unknown>,
): { readonly dto: T; readonly violations: readonly Violation[] } {
  const { plain, strange } = withoutStrangeFields(fields);
  const dto = plainToInstance(type, plain);
  const found = validateSync(dto, STRICT).flatMap((error) => violationsOf(error));
  return { dto, violations: allViolations(found, strange) };
}

function violationsIn(error: unknown): readonly Violation[] {
  if (error instanceof DomainError) return error.facts.violations ?? [];
  throw error;
}

function violationsOf(error: ValidationError, parent = ''): Violation[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = ownFault(error.constraints ?? {});
  return [
    ...(own === undefined ? [] : [{ path, detail: own }]),
    ...(error.children ?? []).flatMap((child) => violationsOf(child, path)),
  ];
}

/** A field of ours has one rule; what else class-validator finds says the same in its own words. */
const ownFault = ({ rule, whitelistValidation, ...others }: Record<string, string>) =>
  rule ?? (whitelistValidation === undefined ? Object.values(others)[0] : UNKNOWN_FIELD);

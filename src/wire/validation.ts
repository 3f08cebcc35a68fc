import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { DomainError, type Violation } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { isEmptyList, isObject } from '../platform/http/json-body.js';
import { PACKAGES, STRICT, violationsOf } from '../platform/http/read-dto.js';
import { allViolations, withoutStrangeFields } from '../platform/http/strange-fields.js';

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
    ...PACKAGES,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => violationsOf(error))),
  });

function violationsIn(error: unknown): readonly Violation[] {
  if (error instanceof DomainError) return error.facts.violations ?? [];
  throw error;
}

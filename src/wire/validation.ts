import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Violation } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';

/** Path parameters stay text: `IdPipe` reads them more strictly than `Number` does. */
class BodyValidation extends ValidationPipe {
  protected override transformPrimitive(value: unknown): unknown {
    return value;
  }
}

/** Checks DTOs of our own surface: unknown fields are refused, because a typo must not be silently lost. */
export const validation = () =>
  new BodyValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(...errors.flatMap((error) => violationsOf(error))),
  });

function violationsOf(error: ValidationError, parent = ''): Violation[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
    path,
    detail:
      name === 'whitelistValidation'
        ? 'is not a known field'
        : message.replace(`${error.property} `, ''),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => violationsOf(child, path))];
}

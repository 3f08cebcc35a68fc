import { instanceToPlain, plainToInstance } from 'class-transformer';
import { validate, validateSync, type ValidationError } from 'class-validator';
import type { Violation } from '../errors/domain-error.js';
import { allViolations, UNKNOWN_FIELD, withoutStrangeFields } from './strange-fields.js';

/** Unknown fields are refused, because a typo must not be silently lost. */
export const STRICT = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** What Nest's pipe needs of them; without it the pipe loads both packages whole. */
export const PACKAGES = {
  validatorPackage: { validate },
  transformerPackage: { classToPlain: instanceToPlain, plainToInstance },
};

/** Reads a value inside a body that has no DTO of its own. */
export function readDto<T extends object>(
  type: new () => T,
  fields: Record<string, unknown>,
): { readonly dto: T; readonly violations: readonly Violation[] } {
  const { plain, strange } = withoutStrangeFields(fields);
  const dto = plainToInstance(type, plain);
  const found = validateSync(dto, STRICT).flatMap((error) => violationsOf(error));
  return { dto, violations: allViolations(found, strange) };
}

export function violationsOf(error: ValidationError, parent = ''): Violation[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = ownFault(error.constraints ?? {});
  return [
    ...(own === undefined ? [] : [{ path, detail: own }]),
    ...(error.children ?? []).flatMap((child) => violationsOf(child, path)),
  ];
}

/** A field of ours has one rule; other messages of class-validator repeat it in its own words. */
const ownFault = ({ rule, whitelistValidation, ...others }: Record<string, string>) =>
  rule ?? (whitelistValidation === undefined ? Object.values(others)[0] : UNKNOWN_FIELD);

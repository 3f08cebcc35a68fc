import { applyDecorators, Header, HttpCode } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { RequiresMode, type UsersApiMode } from '../platform/http/declarations.js';

/** A call of the Users API: whose tokens it accepts, and what every success has in common. */
export const Call = (...modes: readonly UsersApiMode[]) =>
  applyDecorators(
    RequiresMode(...modes),
    HttpCode(200),
    Header('Cache-Control', 'no-cache, no-store'),
  );

/** Documents a query parameter of a call. */
export const InQuery = (name: string, description: string, required = true) =>
  ApiQuery({ name, description, required, schema: { type: 'string' } });

/** The schema of a body of texts. */
export const textsIn = (...names: readonly string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  required: [...names],
});

export interface Elements<T> {
  readonly elements: readonly T[];
}

/** Every success is a list. */
export const elements = <T>(...found: readonly T[]): Elements<T> => ({ elements: found });

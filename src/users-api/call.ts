import { applyDecorators, Header, HttpCode, type Type } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { RequiresMode, type UsersApiMode } from '../platform/http/declarations.js';
import { contentOf, type Content } from '../platform/http/operation.js';

/** A call of the Users API: whose tokens it accepts, and what every success has in common. */
export const Call = (...modes: readonly UsersApiMode[]) =>
  applyDecorators(
    RequiresMode(...modes),
    HttpCode(200),
    Header('Cache-Control', 'no-cache, no-store'),
  );

/** An address to try a call with. */
const EMAIL = { example: 'ana@example.com' };

/** Documents a query parameter of a call. */
export const InQuery = (name: string, description: string, required = true) =>
  ApiQuery({
    name,
    description,
    required,
    schema: { type: 'string', ...(name === 'email' && EMAIL) },
  });

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

type OneOf<M> = M extends readonly Type<infer T>[] ? T : never;

/** The content of such a list; of several classes each call answers with one. */
export function elementsOf<const M extends readonly [Type, ...Type[]]>(
  ...models: M
): Content<Elements<OneOf<M>>> {
  const [items, ...more] = models.map((model) => contentOf(model).media['application/json']);
  const elements = { type: 'array', items: more.length > 0 ? { oneOf: [items, ...more] } : items };
  const schema = { type: 'object', required: ['elements'], properties: { elements } };
  return { models, media: { 'application/json': schema } };
}

import type { Type } from '@nestjs/common';
import type { ErrorSpec } from '../../platform/errors/domain-error.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';

/** How operations and people name a kind of thing. */
export interface CatalogueNames {
  /** `paymentPlans` */
  readonly resource: string;
  /** `a payment plan` */
  readonly one: string;
  /** `payment plans` */
  readonly many: string;
  readonly missing: ErrorSpec;
}

/** The descriptions of the routes of one kind. */
export function catalogueOperations<S extends object>(
  { resource, one, many, missing }: CatalogueNames,
  answer: Type<S>,
) {
  const errors = [missing];
  const described = (verb: string, summary: string, description: string) =>
    Operation(`${resource}.${verb}`, {
      summary,
      description,
      answer,
      ...(verb !== 'create' && { errors }),
    });
  return {
    create: described(
      'create',
      `Add ${one}`,
      'For all gyms of the partner. Contracts name it by its id.',
    ),
    get: described('get', `Read ${one}`, 'As contracts of the Users API show it.'),
    update: described('update', `Change ${one}`, 'A JSON merge patch. Contracts go on naming it.'),
    list: Operation(`${resource}.list`, {
      summary: `List the ${many}`,
      description: 'Of the partner, oldest first.',
      answer: pagesOf(answer),
    }),
  };
}

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
  const described = (verb: string, summary: string, description?: string) =>
    Operation(`${resource}.${verb}`, {
      summary,
      answer,
      ...(description !== undefined && { description }),
      ...(verb !== 'create' && { errors }),
    });
  return {
    create: described('create', `Add ${one}`),
    get: described('get', `Read ${one}`),
    update: described('update', `Change ${one}`, 'A JSON merge patch. Contracts go on naming it.'),
    list: Operation(`${resource}.list`, { summary: `List the ${many}`, answer: pagesOf(answer) }),
  };
}

import { Get, Param, Query } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { readId } from '../../platform/http/parameters.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { CatalogueItem, CatalogueValues } from './catalogue-items.js';
import type { Catalogue } from './catalogue.js';

/**
 * `GET` of everything that contracts refer to. A kind adds its own `POST` and `PATCH`, because their bodies
 * are classes of their own.
 */
export abstract class CatalogueAdminController<E extends CatalogueItem> {
  constructor(
    protected readonly rows: Catalogue<E>,
    private readonly shape: (row: E) => object,
  ) {}

  @Get()
  @Requires('CUSTOMER_READ')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.rows.list(partnerId, after, limit + 1);
    return pageOf(rows, limit, (row) => row.id, this.shape);
  }

  @Get(':id')
  @Requires('CUSTOMER_READ')
  async get(@Tenant() partnerId: string, @Param('id') id: string) {
    return this.shape(await this.rows.get(partnerId, this.idOf(id)));
  }

  protected async made(partnerId: string, values: CatalogueValues<E>, reply: FastifyReply) {
    const row = await this.rows.create(partnerId, values);
    const path = reply.request.routeOptions.url?.replace(':partnerId', partnerId);
    void reply.header('Location', `${path}/${row.id}`);
    return this.shape(row);
  }

  protected async changed(partnerId: string, id: string, values: CatalogueValues<E>) {
    return this.shape(await this.rows.change(partnerId, this.idOf(id), values));
  }

  private idOf(text: string): number {
    const id = readId(text);
    if (id === undefined) throw new DomainError(this.rows.missing);
    return id;
  }
}

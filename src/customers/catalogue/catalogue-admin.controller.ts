import { Get, Param, Patch, Post, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant, WholePartner } from '../../platform/http/declarations.js';
import { BodyOf } from '../../platform/http/body-of.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { catalogueOperations, type CatalogueNames } from './catalogue-operations.js';
import type { CatalogueItem, CatalogueValues } from './catalogue-items.js';
import type { Catalogue } from './catalogue.js';

/** How a kind looks on the wire. `B` is the body of a change, which may lack what a new one needs. */
interface Wire<T extends CatalogueItem, B, S extends object> extends CatalogueNames {
  readonly Create: Type<B>;
  readonly Change: Type<B>;
  readonly Shown: Type<S> & { from(row: T): S; toCommand(body: B): CatalogueValues<T> };
}

/** The routes of one kind of thing that contracts refer to: only their bodies differ. */
export function catalogueRoutes<T extends CatalogueItem, B extends object, S extends object>({
  Create,
  Change,
  Shown,
  ...names
}: Wire<T, B, S>) {
  const Described = catalogueOperations(names, Shown);
  const ID = new IdPipe(names.missing);

  abstract class CatalogueAdminController {
    protected abstract readonly rows: Catalogue<T>;

    @Described.create
    @Post()
    @Requires('CUSTOMER_WRITE')
    @WholePartner()
    async create(
      @Tenant() partnerId: string,
      @BodyOf(Create) body: B,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const row = await this.rows.create(partnerId, Shown.toCommand(body));
      const path = reply.request.routeOptions.url?.replace(':partnerId', partnerId);
      void reply.header('Location', `${path}/${row.id}`);
      return Shown.from(row);
    }

    @Described.update
    @Patch(':id')
    @Requires('CUSTOMER_WRITE')
    @WholePartner()
    async change(
      @Tenant() partnerId: string,
      @Param('id', ID) id: number,
      @EntityTagsOf() tags: EntityTags,
      @BodyOf(Change) body: B,
    ) {
      const isExpected = (present: T) => tags.check(Shown.from(present));
      const change = { values: Shown.toCommand(body), isExpected };
      return tags.add(Shown.from(await this.rows.change(partnerId, id, change)));
    }

    @Described.list
    @Get()
    @Requires('CUSTOMER_READ')
    async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
      const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
      const rows = await this.rows.list(partnerId, after, limit + 1);
      return pageOf(rows, { limit, position: (row) => row.id, shape: Shown.from });
    }

    @Described.get
    @Get(':id')
    @Requires('CUSTOMER_READ')
    async get(
      @Tenant() partnerId: string,
      @Param('id', ID) id: number,
      @EntityTagsOf() tags: EntityTags,
    ) {
      return tags.add(Shown.from(await this.rows.get(partnerId, id)));
    }
  }
  return CatalogueAdminController;
}

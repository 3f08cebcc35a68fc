import { Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { isStoredAlready, refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { CATALOGUE, CATALOGUE_KINDS, type CatalogueKind, type ListedItem } from './catalogue.js';
import { catalogueScreen } from './catalogue-screen.js';
import { ITEM_FIELDS, itemIn, itemValues, newItemValues } from './item-form.js';
import { itemScreen, type ItemView } from './item-screen.js';

interface Found {
  readonly items: readonly ListedItem[];
  readonly nextCursor: string | null;
}

/** What contracts refer to: memberships, payment plans and discounts. */
@Screens('console/settings/catalogue')
export class CatalogueScreensController {
  @Get()
  @RequiresSession('CUSTOMER_READ')
  choose(@OnPage() page: ConsolePage): string {
    return page.goTo(`${CATALOGUE}/${CATALOGUE_KINDS[0]}`);
  }

  @Get(':kind')
  @RequiresSession('CUSTOMER_READ')
  async list(@OnPage() page: ConsolePage, @Param('kind') name: string): Promise<string> {
    const kind = kindOf(name);
    const cursor = page.query.text('cursor');
    return page.show(
      catalogueScreen(page, { kind, found: await page.get<Found>(listOf(page, kind), { cursor }) }),
    );
  }

  @Get(':kind/new')
  @RequiresSession('CUSTOMER_WRITE')
  add(@OnPage() page: ConsolePage, @Param('kind') name: string): string {
    return page.show(itemScreen(page, { kind: kindOf(name), state: { values: newItemValues() } }));
  }

  @Post(':kind/new')
  @RequiresSession('CUSTOMER_WRITE')
  async create(@OnPage() page: ConsolePage, @Param('kind') name: string): Promise<string> {
    const kind = kindOf(name);
    const body = { ...itemIn(kind, page.form), isActive: true, isDeleted: false };
    const answer = await page.send('POST', listOf(page, kind), body);
    if (answer.ok) return page.goTo(`${CATALOGUE}/${kind}`, 'added');
    const state = refusedForm(page.form, ITEM_FIELDS, answer.problem);
    return page.show(itemScreen(page, { kind, state }), 'form-refused');
  }

  @Get(':kind/:id')
  @RequiresSession('CUSTOMER_READ')
  async show(
    @OnPage() page: ConsolePage,
    @Param('kind') name: string,
    @Param('id') id: string,
  ): Promise<string> {
    return page.show(itemScreen(page, await viewOf(page, kindOf(name), id)));
  }

  @Post(':kind/:id')
  @RequiresSession('CUSTOMER_WRITE')
  async save(
    @OnPage() page: ConsolePage,
    @Param('kind') name: string,
    @Param('id') id: string,
  ): Promise<string> {
    const kind = kindOf(name);
    const body = itemIn(kind, page.form);
    const answer = await page.send('PATCH', `${listOf(page, kind)}/${id}`, body);
    if (answer.ok) return page.goTo(`${CATALOGUE}/${kind}`, 'saved');
    const view = await viewOf(page, kind, id);
    const typed = refusedForm(page.form, ITEM_FIELDS, answer.problem);
    const state = { ...typed, stored: view.state.stored };
    if (isStoredAlready(state)) return page.goTo(`${CATALOGUE}/${kind}`, 'saved');
    return page.show(itemScreen(page, { ...view, state }), 'form-refused');
  }
}

/** @throws request.not-found for what is no kind */
function kindOf(name: string): CatalogueKind {
  const kind = CATALOGUE_KINDS.find((known) => known === name);
  if (!kind) throw new DomainError(RequestErrors.notFound);
  return kind;
}

const listOf = ({ partnerId }: ConsolePage, kind: CatalogueKind): string =>
  `partners/${partnerId}/${kind}`;

async function viewOf(page: ConsolePage, kind: CatalogueKind, id: string): Promise<ItemView> {
  const { body: item, tag } = await page.getTagged<ListedItem>(`${listOf(page, kind)}/${id}`);
  return { kind, item, state: storedForm({ values: itemValues(kind, item), tag }) };
}

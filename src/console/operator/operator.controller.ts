import { Get, Param, Post } from '@nestjs/common';
import type { PageStatus } from '../../pages/index.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, type FormState } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { newPartnerScreen, NEW_PARTNER_FIELDS } from './new-partner-screen.js';
import { findHealth, OPERATOR, type ShownPartners } from './partner-health.js';
import { partnersScreen } from './partners-screen.js';
import { operatedPartnerScreen, type ListedOwner } from './partner-screen.js';

interface StoredPartner {
  readonly id: string;
  readonly slug: string;
}

/** A partner after a refused invitation. */
interface ShownAgain {
  readonly invitation?: FormState;
  readonly status?: PageStatus;
}

/** The partners of the installation, for its operator. */
@Screens('console/operator')
export class OperatorController {
  @Get()
  @RequiresSession('OPERATOR')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const q = page.query.text('q').slice(0, 100);
    const cursor = page.query.text('cursor');
    const found = await page.get<ShownPartners>('installation/partners', { q, cursor });
    return page.show(partnersScreen(page, found, q));
  }

  @Get('new')
  @RequiresSession('OPERATOR')
  form(@OnPage() page: ConsolePage): string {
    const values = { timeZone: 'America/Sao_Paulo', locale: page.language };
    return page.show(newPartnerScreen(page, { values }));
  }

  @Post()
  @RequiresSession('OPERATOR')
  async create(@OnPage() page: ConsolePage): Promise<string> {
    const typed = NEW_PARTNER_FIELDS.map((name) => [name, page.form.text(name)] as const);
    const body = Object.fromEntries(typed.filter(([, value]) => value !== ''));
    const sent = await page.send<StoredPartner>('POST', 'partners', body);
    if (sent.ok) return page.goTo(`${OPERATOR}/${sent.body.id}`, 'created');
    const state = refusedForm(page.form, NEW_PARTNER_FIELDS, sent.problem);
    return page.show(newPartnerScreen(page, state), 'form-refused');
  }

  @Get(':id')
  @RequiresSession('OPERATOR')
  show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return showPartner(page, id);
  }

  @Post(':id/owners')
  @RequiresSession('OPERATOR')
  async invite(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const body = { email: page.form.text('email'), role: 'OWNER' };
    const sent = await page.send('POST', `${pathOf(id)}/staff`, body);
    if (sent.ok) return page.goTo(`${OPERATOR}/${id}`, 'invited');
    const state = refusedForm(page.form, ['email'], sent.problem);
    return showPartner(page, id, { invitation: state, status: 'form-refused' });
  }
}

const pathOf = (id: string): string => `partners/${encodeURIComponent(id)}`;

async function showPartner(
  page: ConsolePage,
  id: string,
  { invitation = { values: {} }, status = 'ok' }: ShownAgain = {},
): Promise<string> {
  const { slug, ...stored } = await page.get<StoredPartner>(pathOf(id));
  const partner = await findHealth(page, slug, stored.id);
  if (!partner) throw new DomainError(RequestErrors.notFound);
  const people = await page.all<ListedOwner>(`${pathOf(id)}/staff`);
  const owners = people.filter(({ role }) => role === 'OWNER');
  return page.show(operatedPartnerScreen(page, { partner, owners, invitation }), status);
}

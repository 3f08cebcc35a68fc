import { Injectable } from '@nestjs/common';
import { CustomerErrors, Customers, isVisibleAt, type Customer } from '../../customers/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { DomainError, type ErrorSpec } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import { GpwLinks } from '../user-status/gpw-links.js';
import type { LinkRefusal } from '../links/joining.types.js';
import { OpenLinks, type KnownLink } from '../links/open-links.js';
import { RegistrationLinkErrors } from '../links/user-registration.errors.js';

const REFUSALS: Record<LinkRefusal['kind'], ErrorSpec> = {
  'other-account': RegistrationLinkErrors.otherCustomer,
  'other-membership': RegistrationLinkErrors.otherMembership,
  'pays-directly': RegistrationLinkErrors.paysDirectly,
  disabled: RegistrationLinkErrors.customerDisabled,
};

export interface LinkCompletion {
  readonly token: string;
  readonly customerId: number;
}

/** Registration links of a partner that hosts its own sign-up page (`admin-api.md`). */
@Injectable()
export class RegistrationLinks {
  constructor(
    private readonly openLinks: OpenLinks,
    private readonly customers: Customers,
    private readonly db: Database,
    private readonly links: GpwLinks,
    private readonly audit: Audit,
  ) {}

  /** @throws registration-link.not-found */
  async get(partnerId: string, text: string): Promise<KnownLink> {
    const link = await this.openLinks.inspect(partnerId, text);
    if (link.kind === 'invalid') throw new DomainError(RegistrationLinkErrors.notFound);
    return link;
  }

  /** Links the gpw id and uses the token up, once. @throws registration-link.*, customer.not-found */
  async complete(
    partnerId: string,
    { token, customerId }: LinkCompletion,
    caller: Caller,
  ): Promise<Customer> {
    const link = await this.get(partnerId, token);
    if (link.kind === 'used') throw new DomainError(RegistrationLinkErrors.used);
    if (link.kind !== 'open') throw new DomainError(RegistrationLinkErrors.expired);
    const linked = await this.db.transaction(async (tx) => {
      const customer = await this.customers.find(partnerId, customerId, tx);
      if (!customer || !isVisibleAt(customer, caller.gymId))
        throw new DomainError(CustomerErrors.notFound);
      return this.links.link(tx, partnerId, { token: link.token, customer, keepHolder: true });
    });
    if (linked.kind === 'invalid-token') throw new DomainError(RegistrationLinkErrors.used);
    if (linked.kind !== 'linked') throw new DomainError(REFUSALS[linked.kind]);
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'customer.linked',
      object: String(customerId),
    });
    return linked.customer;
  }
}

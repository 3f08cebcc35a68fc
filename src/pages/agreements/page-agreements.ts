import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Consents, type ConsentSource } from '../../customers/index.js';
import { agreementsOf, type Agreement, type Partner } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import type { FieldProblems } from '../layout/form-field.js';
import type { Form } from '../layout/form.js';

export const AGREEMENT_FIELDS = { TERMS: 'terms', PRIVACY: 'privacy' } as const;

/** The versions whose boxes a form brought back ticked. */
export type Accepted = Partial<Record<'terms' | 'privacy', string>>;

export const acceptedIn = (sent: Form): Accepted => ({
  terms: sent.text('terms'),
  privacy: sent.text('privacy'),
});

/** What a form has not accepted, in the version that stood on its page and still counts. */
export function agreementProblems(agreements: readonly Agreement[], sent: Form): FieldProblems {
  const refused = agreements
    .filter(({ document, version }) => sent.text(AGREEMENT_FIELDS[document]) !== version)
    .map(({ document }) => [AGREEMENT_FIELDS[document], `${AGREEMENT_FIELDS[document]}Missing`]);
  return Object.fromEntries(refused) as FieldProblems;
}

/** What people accept on the hosted pages, at a join and again when there is another version. */
@Injectable()
export class PageAgreements {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly consents: Consents,
  ) {}

  findMissing(partner: Partner, customerId: number): Promise<Agreement[]> {
    return this.consents.missing(partner.id, customerId, agreementsOf(partner));
  }

  /** If the process stops between sign-up and this, the next log-in requests the consent again. */
  async record(
    { partner, accountId }: { readonly partner: Partner; readonly accountId: string },
    agreements: readonly Agreement[],
    source: ConsentSource,
  ): Promise<void> {
    if (agreements.length === 0) return;
    const account = await this.accounts.find(this.db, partner.id, accountId);
    if (!account) return;
    const owner = { partnerId: partner.id, id: account.customerId };
    await this.consents.record(owner, agreements, source);
  }
}

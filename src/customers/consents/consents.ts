import { Injectable } from '@nestjs/common';
import type { Agreement, AgreementDocument } from '../../partners/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Customers } from '../people/customers.js';
import { PersonalDataHolder } from '../merge-and-erasure/personal-data-holder.js';
import { exportedRows } from '../merge-and-erasure/personal-data-rows.sql.js';
import { LIST_CONSENTS, RECORD_CONSENT, MOVE_CONSENTS, REMOVE_CONSENTS } from './consents.sql.js';

/** Where a person accepted a text. */
export const CONSENT_SOURCES = ['JOIN_PAGE', 'LOG_IN_PAGE', 'ADMIN_API'] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

export interface Consent extends Agreement {
  readonly source: ConsentSource;
  readonly givenAt: Date;
}

/** What people accepted, in which version and when. */
@Injectable()
export class Consents extends PersonalDataHolder {
  readonly name = 'consents';
  readonly tables = ['consents'];
  override readonly export = exportedRows('consents', LIST_CONSENTS.text);

  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
  ) {
    super();
  }

  list(partnerId: string, customerId: number, queries: Queries = this.db): Promise<Consent[]> {
    return queries.query<Consent & Record<string, unknown>>(LIST_CONSENTS, [partnerId, customerId]);
  }

  /** Those of `wanted` that this person has not accepted in their present version. */
  async missing(
    partnerId: string,
    customerId: number,
    wanted: readonly Agreement[],
    queries: Queries = this.db,
  ): Promise<Agreement[]> {
    if (wanted.length === 0) return [];
    const given = await this.list(partnerId, customerId, queries);
    return wanted.filter(({ document, version }) => !given.some(isOf(document, version)));
  }

  /**
   * A second consent to the same version changes nothing. One to the terms is shown with the customer too.
   * @throws customer.not-found
   */
  async record(
    { partnerId, id }: { readonly partnerId: string; readonly id: number },
    agreements: readonly Agreement[],
    source: ConsentSource,
  ): Promise<void> {
    if (agreements.length === 0) return;
    await this.db.transaction(async (tx) => {
      if (agreements.some(({ document }) => document === 'TERMS'))
        await this.customers.change(tx, partnerId, id, { termsAndConditionsAgreement: true });
      await tx.query(RECORD_CONSENT, [partnerId, id, JSON.stringify(agreements), source]);
    });
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE_CONSENTS, [partnerId, fromId, intoId]);
    await this.erase(queries, partnerId, fromId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(REMOVE_CONSENTS, [partnerId, customerId]);
  }
}

const isOf = (document: AgreementDocument, version: string) => (consent: Consent) =>
  consent.document === document && consent.version === version;

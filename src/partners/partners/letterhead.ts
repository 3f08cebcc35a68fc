import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Partner } from './partner.js';
import { PartnerErrors } from './partners.errors.js';
import { READ_LETTERHEAD } from './letterhead.sql.js';

/** What a mail in a partner's name shows of the partner. */
export type Letterhead = Pick<
  Partner,
  'id' | 'name' | 'slug' | 'locale' | 'supportEmail' | 'defaultMailTemplates' | 'brand'
>;

/** By a statement, and not out of what is kept: mails are written inside transactions. @throws partner.not-found */
export async function readLetterhead(queries: Queries, partnerId: string): Promise<Letterhead> {
  const [row] = await queries.query<Letterhead>(READ_LETTERHEAD, [partnerId]);
  if (!row) throw new DomainError(PartnerErrors.notFound);
  return row;
}

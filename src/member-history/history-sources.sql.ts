import { codeHistorySql } from '../access-codes/index.js';
import { accountHistorySql } from '../accounts/index.js';
import { bookingHistorySql } from '../bookings/index.js';
import { checkInHistorySql, reconciliationHistorySql } from '../check-in-validation/index.js';
import { consentHistorySql, customerHistorySql } from '../customers/index.js';
import { deliveryHistorySql, eventHistorySql } from '../event-webhooks/index.js';
import { scanHistorySql } from '../gate/index.js';
import type { Scope } from '../platform/http/declarations.js';
import { usageHistorySql } from '../usage-events/index.js';
import {
  claimHistorySql,
  joinHistorySql,
  registrationHistorySql,
} from '../user-registration/index.js';
import { entryHistorySql, exitHistorySql } from '../visits/index.js';
import { webhookHistorySql } from '../wellhub-inbox/index.js';

/** Rows `at`, `id`, `gym_id`, `facts`; the arguments are SQL expressions. */
type RowsSql = (partner: string, customer: string) => string;

interface HistorySource {
  /** The scope that reads the same rows elsewhere under `/admin/v1`. */
  readonly scope: Scope;
  /** Not for keys of one gym, as its list is not. */
  readonly isWholePartner?: boolean;
  readonly rows: RowsSql;
}

/** The parameter with the hashes by which webhooks are found. */
const HASHES = '$8';

/** What a timeline is made of, one kind of entry each; in the order of the chain from code to money. */
export const HISTORY_SOURCES = {
  customer: { scope: 'CUSTOMER_READ', rows: customerHistorySql },
  registration: { scope: 'CUSTOMER_READ', rows: registrationHistorySql },
  join: { scope: 'CUSTOMER_READ', rows: joinHistorySql },
  account: { scope: 'CUSTOMER_READ', rows: accountHistorySql },
  consent: { scope: 'CUSTOMER_READ', rows: consentHistorySql },
  'wellhub-id-claim': { scope: 'CHECKIN_READ', rows: claimHistorySql },
  webhook: {
    scope: 'CHECKIN_READ',
    rows: (partner, customer) =>
      `${webhookHistorySql(partner, HASHES)} and ${customer} is not null`,
  },
  booking: { scope: 'CHECKIN_READ', rows: bookingHistorySql },
  'check-in': { scope: 'CHECKIN_READ', rows: checkInHistorySql },
  'access-code': { scope: 'CUSTOMER_READ', rows: codeHistorySql },
  scan: { scope: 'CHECKIN_READ', rows: scanHistorySql },
  'visit-begin': { scope: 'CHECKIN_READ', rows: entryHistorySql },
  'visit-end': { scope: 'CHECKIN_READ', rows: exitHistorySql },
  event: { scope: 'WEBHOOK_READ', isWholePartner: true, rows: eventHistorySql },
  delivery: { scope: 'WEBHOOK_READ', isWholePartner: true, rows: deliveryHistorySql },
  'usage-event': { scope: 'CHECKIN_READ', isWholePartner: true, rows: usageHistorySql },
  reconciliation: { scope: 'CHECKIN_READ', rows: reconciliationHistorySql },
} as const satisfies Record<string, HistorySource>;

export type HistoryKind = keyof typeof HISTORY_SOURCES;
export const HISTORY_KINDS = Object.keys(HISTORY_SOURCES) as HistoryKind[];

import type { Type } from '@nestjs/common';
import { getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../../platform/http/declarations.js';
import { OneOf } from '../../platform/http/fields.js';
import type { Content } from '../../platform/http/operation.js';
import { PageQuery } from '../../platform/http/paging.js';
import { entryId } from '../../platform/http/timeline-entry.js';
import { linksOf, type EntryLinks } from '../entry-links.js';
import type { HistoryRow } from '../timeline.repository.js';
import { HISTORY_KINDS, type HistoryKind } from '../history-sources.sql.js';
import {
  AccessCodeDetailDto,
  BookingDetailDto,
  CheckInDetailDto,
  ScanDetailDto,
  VisitDetailDto,
  WebhookDetailDto,
} from './access-details.dto.js';
import {
  AccountDetailDto,
  ClaimDetailDto,
  ConsentDetailDto,
  CustomerDetailDto,
  JoinDetailDto,
  RegistrationDetailDto,
} from './joining-details.dto.js';
import {
  DeliveryDetailDto,
  EventDetailDto,
  ReconciliationDetailDto,
  UsageDetailDto,
} from './published-details.dto.js';

const DETAILS: Record<HistoryKind, Type<object>> = {
  customer: CustomerDetailDto,
  registration: RegistrationDetailDto,
  join: JoinDetailDto,
  account: AccountDetailDto,
  consent: ConsentDetailDto,
  'wellhub-id-claim': ClaimDetailDto,
  webhook: WebhookDetailDto,
  booking: BookingDetailDto,
  'check-in': CheckInDetailDto,
  'access-code': AccessCodeDetailDto,
  scan: ScanDetailDto,
  'visit-begin': VisitDetailDto,
  'visit-end': VisitDetailDto,
  event: EventDetailDto,
  delivery: DeliveryDetailDto,
  'usage-event': UsageDetailDto,
  reconciliation: ReconciliationDetailDto,
};

export class TimelineQuery extends PageQuery {
  @OneOf(HISTORY_KINDS, { optional: true, description: 'only entries of this kind' })
  kind?: HistoryKind;
}

/** Facts come as JSON of the database, which writes times in another form than we do. */
const readFact = (name: string, value: unknown): unknown =>
  name.endsWith('At') && typeof value === 'string' ? new Date(value) : value;

export class TimelineEntryDto {
  id!: string;
  at!: Date;
  kind!: HistoryKind;
  /** Null where no gym takes part. */
  gymId!: number | null;
  detail!: object;
  links!: EntryLinks;

  static from(row: HistoryRow, timeline: string, caller: Caller): TimelineEntryDto {
    const { at, kind, gymId, facts } = row;
    const id = entryId(row);
    const read = Object.entries(facts).map(([name, value]) => [name, readFact(name, value)]);
    const detail = Object.assign(new DETAILS[kind](), Object.fromEntries(read));
    const links = linksOf(`${timeline}/${id}`, row, caller);
    return { id, at, kind, gymId: gymId === 0 ? null : gymId, detail, links };
  }
}

/** One form for each kind, told apart by `kind`. */
export const TIMELINE_ENTRY: Content<TimelineEntryDto> = {
  models: [...new Set(Object.values(DETAILS))],
  media: {
    'application/json': {
      oneOf: HISTORY_KINDS.map((kind) => ({
        type: 'object',
        required: ['id', 'at', 'kind', 'gymId', 'detail', 'links'],
        properties: {
          id: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          kind: { type: 'string', enum: [kind] },
          gymId: {
            type: ['integer', 'null'],
            format: 'int64',
            description: 'Null where no gym takes part',
          },
          detail: { $ref: getSchemaPath(DETAILS[kind]) },
          links: {
            type: 'object',
            additionalProperties: { type: 'string' },
            description: 'Addresses of what the entry is about, as far as the caller may read it',
          },
        },
      })),
    },
  },
};

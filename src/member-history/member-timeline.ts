import { Injectable } from '@nestjs/common';
import { VisibleCustomers } from '../customers/index.js';
import { mayRead } from '../partner-auth/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../platform/http/actor.js';
import type { Caller, Scope } from '../platform/http/declarations.js';
import { Inbox } from '../wellhub-inbox/index.js';
import {
  TimelineRepository,
  type HistoryOf,
  type HistoryPlace,
  type HistoryRow,
} from './timeline.repository.js';
import { HISTORY_KINDS, HISTORY_SOURCES, type HistoryKind } from './history-sources.sql.js';
import { TimelineErrors } from './member-history.errors.js';

/** Who reads: the tenant's view of the customer, and the scopes that decide what is in the timeline. */
export interface TimelineReader {
  readonly actor: Actor;
  readonly caller: Caller;
}

interface TimelinePage {
  readonly kind: HistoryKind | undefined;
  readonly after: HistoryPlace | undefined;
  readonly limit: number;
}

/** One customer's whole story, as far as the caller may read its parts elsewhere. */
@Injectable()
export class MemberTimeline {
  constructor(
    private readonly customers: VisibleCustomers,
    private readonly inbox: Inbox,
    private readonly rows: TimelineRepository,
  ) {}

  /** Newest first. @throws customer.not-found */
  async page(
    reader: TimelineReader,
    customerId: number,
    page: TimelinePage,
  ): Promise<HistoryRow[]> {
    const whose = await this.whose(reader, customerId);
    const kinds = HISTORY_KINDS.filter(
      (kind) => (page.kind ?? kind) === kind && isShown(reader.caller, kind),
    );
    return this.rows.page(whose, { kinds, place: page.after, limit: page.limit });
  }

  /** @throws customer.not-found, timeline.entry-not-found */
  async entry(
    reader: TimelineReader,
    customerId: number,
    place: HistoryPlace | undefined,
  ): Promise<HistoryRow> {
    const whose = await this.whose(reader, customerId);
    const isKnown = place && isShown(reader.caller, place.kind);
    const row = isKnown ? await this.rows.entry(whose, place) : undefined;
    if (!row) throw new DomainError(TimelineErrors.entryNotFound);
    return row;
  }

  private async whose({ actor }: TimelineReader, customerId: number): Promise<HistoryOf> {
    const { wellhubId, gpwId } = await this.customers.get(actor, customerId);
    const ids = [wellhubId, gpwId].filter((id) => id !== null);
    const { partnerId, gymId } = actor;
    return { partnerId, gymId, customerId, hashes: this.inbox.personHashes(ids) };
  }
}

function isShown(caller: Caller, kind: HistoryKind): boolean {
  const source: { scope: Scope; isWholePartner?: boolean } = HISTORY_SOURCES[kind];
  return mayRead(caller, source.scope) && !(source.isWholePartner && caller.gymId !== undefined);
}

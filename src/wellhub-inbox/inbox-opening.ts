import { Injectable } from '@nestjs/common';
import { Gyms, type Gym } from '../partners/index.js';
import { FreshCache } from '../platform/cache/fresh-cache.js';
import { isObject, parseJson } from '../platform/http/json-body.js';
import type { ClaimedRow } from './inbox-claims.repository.js';
import type { Handled, InboxEvent } from './inbox-event.js';
import { SealedBodies } from './sealed-bodies.js';

/** What a row holds: an event for its room, or how it ends without one; and what a human must know of it. */
type Opened = { readonly alert?: string } & (
  | { readonly kind: 'event'; readonly event: InboxEvent }
  | { readonly kind: 'settled'; readonly handled: Handled }
);

const FRESH_MS = 2_000;
/** Names a gym that may not be one of the partner's yet, and is no business of a gym's settings. */
const WITHOUT_GYM = 'system-integration-requested';

/** Turns a claimed row into what a handler gets: opened body, gym found; without a gym it is parked (W-31). */
@Injectable()
export class InboxOpening {
  private readonly gyms = new FreshCache<string, Gym>({
    load: (key) => {
      const [partnerId = '', wellhubGymId = ''] = key.split('/');
      return this.allGyms.findByWellhubId(partnerId, wellhubGymId);
    },
    freshMs: FRESH_MS,
  });

  constructor(
    private readonly allGyms: Gyms,
    private readonly bodies: SealedBodies,
  ) {}

  personHashes(id: string): Buffer[] {
    return this.bodies.personHashes(id);
  }

  async open(row: ClaimedRow): Promise<Opened> {
    if (row.payload === null) return { kind: 'settled', handled: { dead: 'body-cleared' } };
    const body = parseJson(this.bodies.open(row.partner_id, row.id, row.payload));
    if (!isObject(body)) return { kind: 'settled', handled: { dead: 'invalid-json' } };
    const gym = await this.gymOf(row);
    if (gym === undefined)
      return { kind: 'settled', handled: 'PARKED', alert: 'wellhub.unassigned-gym' };
    const event = eventOf(row, gym, body);
    const isElsewhere = gym && row.hook_gym_id !== null && row.hook_gym_id !== gym.id;
    return { kind: 'event', event, ...(isElsewhere && { alert: 'wellhub.wrong-hook' }) };
  }

  private async gymOf(row: ClaimedRow): Promise<Gym | null | undefined> {
    if (row.wellhub_gym_id === null || row.type === WITHOUT_GYM) return null;
    return this.gyms.get(`${row.partner_id}/${row.wellhub_gym_id}`);
  }
}

const eventOf = (row: ClaimedRow, gym: Gym | null, body: Record<string, unknown>): InboxEvent => ({
  partnerId: row.partner_id,
  id: row.id,
  receivedAt: row.received_at,
  environment: row.environment,
  hookGymId: row.hook_gym_id,
  type: row.type,
  wellhubGymId: row.wellhub_gym_id,
  gym,
  body,
});

import { Injectable } from '@nestjs/common';
import { Gyms, type Gym } from '../../partners/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { isObject, parseJson } from '../../platform/http/json-body.js';
import { parseWellhubEvent, type WellhubEvent } from '../../wellhub/index.js';
import type { ClaimedRow, EventRef } from './inbox-claims.repository.js';
import type { Handled, InboxEvent } from './inbox-event.js';
import { EncryptedPayloads } from '../storage/encrypted-payloads.js';

/** What a row holds: an event for its room, or how it ends without one; and the alert it raises. */
type Opened = { readonly alert?: string } & (
  | { readonly kind: 'event'; readonly event: InboxEvent }
  | { readonly kind: 'settled'; readonly handled: Handled }
);

/** By `keyOf`; undefined = no partner has such a gym. */
export type KnownGyms = ReadonlyMap<string, Gym | undefined>;

const FRESH_MS = 2_000;
/** Names a gym that may not be one of the partner's yet, and is no business of a gym's settings. */
const WITHOUT_GYM = 'system-integration-requested';

/**
 * Makes the input of a handler from a claimed row: body decrypted, gym found; without a gym the row is parked (W-31).
 */
@Injectable()
export class InboxDecoding {
  private readonly gyms = new FreshCache<string, Gym>({
    load: (key) => {
      const [partnerId = '', wellhubGymId = ''] = key.split('/');
      return this.allGyms.findByWellhubId(partnerId, wellhubGymId);
    },
    freshMs: FRESH_MS,
  });

  constructor(
    private readonly allGyms: Gyms,
    private readonly bodies: EncryptedPayloads,
  ) {}

  personHashes(id: string): Buffer[] {
    return this.bodies.personHashes(id);
  }

  /** The gyms that the events name; read before the transaction that claims them, which reads on one connection only. */
  async gymsOf(refs: readonly EventRef[]): Promise<KnownGyms> {
    const keys = [...new Set(refs.filter(hasGym).map(keyOf))];
    return new Map(
      await Promise.all(keys.map(async (key) => [key, await this.gyms.get(key)] as const)),
    );
  }

  /** @param gyms with what `gymsOf` read for this row */
  open(row: ClaimedRow, gyms: KnownGyms): Opened {
    if (row.payload === null) return { kind: 'settled', handled: { dead: 'body-cleared' } };
    const body = parseJson(this.bodies.open(row.partnerId, row.id, row.payload));
    if (!isObject(body)) return { kind: 'settled', handled: { dead: 'invalid-json' } };
    const gym = hasGym(row) ? gyms.get(keyOf(row)) : null;
    if (gym === undefined)
      return { kind: 'settled', handled: 'PARKED', alert: 'wellhub.unassigned-gym' };
    const event = eventOf(row, gym, parseWellhubEvent(body, row.type));
    const isElsewhere = gym && row.hookGymId !== null && row.hookGymId !== gym.id;
    return { kind: 'event', event, ...(isElsewhere && { alert: 'wellhub.wrong-hook' }) };
  }
}

const hasGym = ({ wellhubGymId, type }: EventRef): boolean =>
  wellhubGymId !== null && type !== WITHOUT_GYM;

const keyOf = ({ partnerId, wellhubGymId }: EventRef) => `${partnerId}/${wellhubGymId}`;

const eventOf = (row: ClaimedRow, gym: Gym | null, body: WellhubEvent): InboxEvent => ({
  partnerId: row.partnerId,
  id: row.id,
  receivedAt: row.receivedAt,
  environment: row.environment,
  hookGymId: row.hookGymId,
  type: row.type,
  wellhubGymId: row.wellhubGymId,
  traceparent: row.traceparent,
  gym,
  body,
});

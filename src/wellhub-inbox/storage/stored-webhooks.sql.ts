import { gymIdByWellhubIdSql } from '../../partners/index.js';

/** A webhook about a gym that is none of the partner's any more belongs to no gym that a key could be narrowed to. */
const NO_GYM = 0;

/**
 * For a person's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON), found by the keyed hashes of the person's
 * ids (`Inbox.personHashes`). Only webhooks with a good signature are stored.
 */
export const webhookHistorySql = (partner: string, hashes: string): string => `
  select e.received_at as at, e.id::text as id,
    case when e.wellhub_gym_id is not null
      then coalesce((${gymIdByWellhubIdSql(partner, 'e.wellhub_gym_id')}), ${NO_GYM}) end as gym_id,
    json_build_object('webhookId', e.id, 'type', e.type, 'environment', e.environment, 'signature', 'VALID',
      'state', e.state, 'reason', e.reason, 'attempts', e.attempts, 'processedAt', e.processed_at,
      'gympassGymId', e.wellhub_gym_id, 'hasBody', e.payload is not null) as facts
  from wellhub_events e where e.partner_id = ${partner} and e.person = any(${hashes}::bytea[])`;

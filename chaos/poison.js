import { freePort } from '../bench/stage/servers.js';
import { checkIn, visit } from './load.js';
import { inLanes } from './under-load.js';
import { until } from './until.js';

const WITHIN_MS = 30_000;
const LANES = 10;

/** A stored webhook whose seal does not hold, due before all others: the seal is bound to the id of its row. */
const PLANT = `insert into wellhub_events
    (partner_id, id, environment, hook_gym_id, type, wellhub_gym_id, payload, state, next_attempt_at)
  select partner_id, gen_random_uuid(), environment, hook_gym_id, type, wellhub_gym_id, payload, 'RECEIVED', 'epoch'
  from wellhub_events where payload is not null limit 1 returning id`;
const TAKE_OUT = 'delete from wellhub_events where id = $1 returning attempts';
/** A subscription whose secret does not open. */
const DAMAGE = `update webhook_subscriptions set secret = set_byte(secret, length(secret) - 1,
    get_byte(secret, length(secret) - 1) # 255) where id = $1`;
const VALIDATED = `select count(*) as count from check_ins where wellhub_id = any($1) and state = 'VALIDATED'`;

/**
 * One poisonous event in each direction: a stored webhook that cannot be opened, and an event that its subscriber
 * answers with 500, beside a subscription whose secret cannot be opened. All others must pass as if it were not there.
 */
export async function poison(stage, { count }) {
  const { database, ledger, receiver, report, world } = stage;
  await checkIn(stage);
  const [{ id }] = await database.query(PLANT);
  const { id: damaged } = await world.subscribe(`http://127.0.0.1:${await freePort()}/damaged`);
  await database.query(DAMAGE, [damaged]);
  let disliked;
  receiver.dislikes = (uuid) => (disliked ??= uuid) === uuid;
  const before = ledger.events.size;
  const [people] = await Promise.all([
    inLanes(count, LANES, () => checkIn(stage)),
    inLanes(count, LANES, () => visit(stage)),
  ]);
  const started = performance.now();
  const arePast = async () => {
    const [{ count: validated }] = await database.query(VALIDATED, [people]);
    return validated === count && ledger.events.size - before >= count - 1;
  };
  if (!(await until(arePast, WITHIN_MS)))
    report.found(`L3: a poisonous event held up others for more than ${WITHIN_MS / 1000} s`);
  const ms = Math.round(performance.now() - started);
  report.longest(`the other ${count} webhooks and ${count - 1} events through`, ms);
  receiver.dislikes = () => false;
  const [{ attempts }] = await database.query(TAKE_OUT, [id]);
  if (attempts === 0 || !disliked) report.found('nobody tasted the poison: this proves nothing');
}

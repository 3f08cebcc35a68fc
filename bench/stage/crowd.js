/** The tables that grow with the people. */
export const GROWING = ['customers', 'contracts', 'presence', 'visits', 'wellhub_users'];
const CHUNK = 50_000;
const YEARS = 3;

/**
 * Fills the world's database up: half of the customers are members with a contract, half come from Wellhub, as in
 * `makeWorld`, with names of their own; visits are spread over all of them and three years.
 * @param wanted { customers, visits }, all in all @param print writes how far it is
 */
export async function growTo(sql, world, wanted, print) {
  const [{ n: customers }] = await sql(
    'select count(*) as n from customers where partner_id = $1',
    [world.partnerId],
  );
  const { partnerId, customerIds, wellhubIds } = world;
  const half = Math.ceil(Math.max(0, wanted.customers - customers) / 2);
  const patterns = [partnerId, customerIds[0], wellhubIds[0]];
  await inChunks(half, print, 'members', (from, to) =>
    sql(MEMBERS, [...patterns.slice(0, 2), from, to]),
  );
  await inChunks(half, print, 'guests', (from, to) =>
    sql(GUESTS, [partnerId, wellhubIds[0], from, to]),
  );
  const [{ low, high }] = await sql(
    'select min(id) as low, max(id) as high from customers where partner_id = $1',
    [partnerId],
  );
  await inChunks(wanted.visits, print, 'visits', (from, to) =>
    sql(VISITS, [partnerId, world.gymId, low, high, from, to]),
  );
  print('vacuum, analyze, checkpoint');
  for (const table of GROWING) await sql(`vacuum (analyze) ${table}`);
  await sql('checkpoint');
}

async function inChunks(count, print, what, insert) {
  const started = performance.now();
  for (let done = 0; done < count;) {
    const to = Math.min(count, done + CHUNK);
    await insert(done + 1, to);
    done = to;
    const seconds = (performance.now() - started) / 1000;
    const left = (seconds / done) * (count - done);
    print(`${what}: ${done} of ${count}, ${seconds.toFixed(0)} s, about ${left.toFixed(0)} s left`);
  }
}

const COPIED = 'partner_id, status, origin, home_gym_id';
const NAMES = `'Ana ' || n, 'Prado ' || n`;

const MEMBERS = `
  with people as (
    insert into customers (${COPIED}, first_name, last_name)
    select ${COPIED}, ${NAMES} from customers, generate_series($3::int, $4::int) n where partner_id = $1 and id = $2
    returning partner_id, id
  ), contracted as (
    insert into contracts (partner_id, customer_id, membership_id, payment_plan_id, sign_up_date, start_date)
    select p.partner_id, p.id, k.membership_id, k.payment_plan_id, k.sign_up_date, k.start_date
    from people p join contracts k on k.partner_id = $1 and k.customer_id = $2
  ) insert into presence (partner_id, customer_id) select partner_id, id from people`;

const GUESTS = `
  with people as (
    insert into customers (${COPIED}, first_name, last_name, wellhub_id, gpw_id)
    select ${COPIED}, ${NAMES}, lpad((n + 100000000)::text, 13, '0'), 'gpw-' || gen_random_uuid()
    from customers, generate_series($3::int, $4::int) n where partner_id = $1 and wellhub_id = $2
    returning partner_id, gpw_id
  ) insert into wellhub_users (partner_id, gpw_id) select partner_id, gpw_id from people`;

const VISITS = `
  with days as materialized (
    select n, clock_timestamp() - random() * interval '${YEARS} years' - interval '1 day' as entered_at,
      $3::int8 + floor(random() * ($4::int8 - $3::int8 + 1))::int8 as customer_id
    from generate_series($5::int, $6::int) n)
  insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
  select $1, customer_id, $2, 'GATE', entered_at, entered_at + interval '1 hour' from days`;

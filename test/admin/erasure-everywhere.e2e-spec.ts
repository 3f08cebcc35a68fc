import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { PersonalDataHolders } from '../../src/customers/index.js';
import { JoinWorld, PASSWORD } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { Visitor } from '../support/visitor.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';
import { newWellhubId } from '../support/wellhub-posts.js';
import { authorize, employeeOf } from '../users-api/users-stage.js';

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a00', 'hex'),
  Buffer.from('planted-picture'),
]);
const EMAIL = 'zuleika.quimby@example.com';
const PHONE = '+5511987650001';

/** Values that identify the person: none of them may be left in the database. */
const PLANTED = {
  firstName: 'Zuleika',
  lastName: 'Quimby',
  phoneNumber: PHONE,
  personalId: 'planted-personal-id',
  idCardNumber: 'planted-id-card',
  legalGuardian: 'planted-guardian',
  number: 'planted-member-number',
  cardNumber: { value: '9988776655' },
  address: { line1: 'planted-address' },
  directDebit: { accountNumber: 'planted-account' },
};
const FACEBOOK_ID = '10223344998877';
const GONE = [
  'accounts',
  'sessions',
  'password_resets',
  'mails',
  'login_failures',
  'login_alarms',
  'files',
  'restrictions',
  'wellhub_users',
  'wellhub_id_claims',
  'wellhub_events where payload is not null',
];

describe('erasing a person who is known in every room', () => {
  let door: WellhubDoor;
  let join: JoinWorld;

  beforeAll(async () => {
    door = await givenAWellhubDoor({ partner: { usageEventsFromVisits: true } });
    join = await JoinWorld.open(door.app, door.world);
  });
  afterAll(() => door.close());

  const rowsOf = async (table: string, customerId: number): Promise<number> =>
    (await door.app.sql(`select 1 from ${table} where customer_id = $1`, [customerId])).length;
  const some = (table: string, customerId: number, least = 1) =>
    until(async () => (await rowsOf(table, customerId)) >= least, 60_000, `a row of ${table}`);

  /** Registered by Wellhub, joined with its e-mail, then known by everything that we can know. */
  async function givenSomebody(ids: { gpwId: string; wellhubId: string; claimed: string }) {
    const { app, world, simulator } = door;
    const { firstName, lastName } = PLANTED;
    const token = await join.wellhub.token({
      gympass_user_id: ids.gpwId,
      email: EMAIL,
      first_name: firstName,
      last_name: lastName,
    });
    const joined = await join.signUp(token, { email: EMAIL, firstName, lastName });
    if (joined.kind !== 'joined') throw new Error(`not joined: ${joined.kind}`);
    const id = await join.customerOf(joined.accountId);
    const at = `/admin/v1/customers/${id}`;
    const done = async (answer: Promise<{ status: number; text: string }>) => {
      const { status, text } = await answer;
      if (status >= 400) throw new Error(`${status}: ${text}`);
    };
    await done(world.admin.patch(at, { ...PLANTED, gympassId: ids.wellhubId }));
    const contract = await join.givenAContract(id);
    await done(world.admin.put(`${at}/photo`, PNG));
    await done(world.admin.put(`${at}/direct-debit-document`, PNG));
    await done(world.admin.put(`/admin/v1/contracts/${contract.split('/').at(-1)}/document`, PNG));
    await app.sql('update accounts set facebook_id = $2 where customer_id = $1', [id, FACEBOOK_ID]);
    await app.sql(
      `insert into wellhub_id_claims (partner_id, id, customer_id, wellhub_id)
        values ($1, gen_random_uuid(), $2, $3)`,
      [world.partnerId, id, ids.claimed],
    );
    // A check-in, a visit with its usage events, a booking.
    const person = { wellhubId: ids.wellhubId, firstName, lastName, email: EMAIL, phone: PHONE };
    await simulator.checkIn(person);
    await some('check_ins', id);
    await done(world.scan(await world.fetchCode(id)));
    await done(world.scan(await world.fetchCode(id), { token: await world.device('OUT') }));
    await some('visits', id);
    await some('usage_events', id);
    await simulator.bookings.send({
      event: 'requested',
      wellhubId: ids.wellhubId,
      bookingNumber: 'BK_77',
      classId: 77,
      slotId: 78,
      name: `${firstName} ${lastName}`,
      email: EMAIL,
    });
    await some('bookings', id);
    // A page session, both kinds of tokens, mails, failed log-ins, an open link.
    const visitor = new Visitor(app.api);
    await visitor.submit(`/${world.slug}/login`, { email: EMAIL, password: PASSWORD });
    await visitor.submit(`/${world.slug}/login`, { email: EMAIL, password: 'wrong' });
    await visitor.submit(`/${world.slug}/password`, { email: EMAIL });
    const fields = { grant_type: 'password', username: EMAIL, password: PASSWORD };
    await done(authorize(app.api, { ...fields, partner: world.slug }));
    const employee = await employeeOf(app, (await world.keyed(['USERS_API'])).key);
    await done(employee.get(`/Api/Users/SendEmailToResetPassword?email=${EMAIL}`));
    await done(employee.get(`/Api/Users/ResetPassword?email=${EMAIL}`));
    await join.wellhub.token({ gympass_user_id: ids.gpwId, email: EMAIL, first_name: firstName });
    await done(
      world.admin.put(`${at}/restriction`, { reason: `planted-reason about ${lastName}` }),
    );
    return { id, at };
  }

  /** Every column of every table, as text; bytes also as what they spell. */
  async function dump(): Promise<Map<string, string>> {
    const tables = await door.app.sql<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
       from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const texts = new Map<string, string>();
    for (const { name } of tables) {
      const rows = await door.app.sql<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      const spelled = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').toString('latin1'),
      );
      texts.set(name, [text, ...spelled].join('\n').toLowerCase());
    }
    return texts;
  }

  it('has one holder for every table that knows a customer by id', async () => {
    const tables = await door.app.sql<{ name: string }>(
      `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition order by c.relname`,
    );
    const held = door.app.app
      .get(PersonalDataHolders)
      .all()
      .flatMap((holder) => holder.tables);
    expect(held.sort()).toEqual(tables.map(({ name }) => name));
  });

  it('leaves no trace of name, e-mail, phone and ids in any column of any table; the export knew it all before', async () => {
    const ids = { gpwId: newGpwId(), wellhubId: newWellhubId(), claimed: newWellhubId() };
    const { id, at } = await givenSomebody(ids);
    const told = await door.world.admin.get(`${at}/export`);
    expect(told.status).toBe(200);
    const secrets = [
      ...Object.values(ids),
      'zuleika',
      'quimby',
      EMAIL,
      PHONE,
      PHONE.slice(1),
      FACEBOOK_ID,
      '9988776655',
      'planted',
    ];
    for (const known of secrets) expect(told.text.toLowerCase()).toContain(known);
    const held = ['visits', 'checkIns', 'bookings', 'usageEvents', 'gateDecisions', 'accounts'];
    const missing = held.filter((room) => !told.body[room]?.length);
    expect(missing).toEqual([]);
    const traces = async () =>
      [...(await dump())].flatMap(([table, text]) =>
        secrets.filter((secret) => text.includes(secret)).map((secret) => `${table}: ${secret}`),
      );
    expect((await traces()).length).toBeGreaterThan(secrets.length);

    expect((await door.world.admin.delete(at)).status).toBe(204);
    // Events keep the bytes that subscribers got until they are dropped after 30 days: ids and states only.
    const told30Days = (trace: string) => /^public\.events\w*: \d+$/.test(trace);
    expect((await traces()).filter((trace) => !told30Days(trace))).toEqual([]);
    for (const ledger of ['visits', 'check_ins']) expect(await rowsOf(ledger, id)).toBe(1);
    // Encrypted and hashed values cannot be found in a dump, so their rows must be gone. No other customer has any
    // here.
    const left = await Promise.all(
      GONE.map(async (rows) => [rows, (await door.app.sql(`select 1 from ${rows}`)).length]),
    );
    expect(left).toEqual(GONE.map((rows) => [rows, 0]));
  });
});

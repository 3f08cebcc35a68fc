import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { JoinWorld, PASSWORD } from '../support/joining.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';
import { textOf, Visitor } from '../support/visitor.js';
import { newWellhubId } from '../support/wellhub-posts.js';
import { givenAPartner } from '../support/world.js';

describe('Wellhub id claims', () => {
  let door: WellhubDoor;
  let join: JoinWorld;

  beforeAll(async () => {
    door = await givenAWellhubDoor();
    join = await JoinWorld.open(door.app, door.world);
  });
  afterAll(() => door.close());

  const page = (name: string) => `/${door.world.slug}/${name}`;

  /** A member who has joined with Wellhub's e-mail, logged in on the hosted page. */
  async function givenAMember() {
    const { email, accountId } = await join.givenAMember();
    const visitor = new Visitor(door.app.api);
    await visitor.submit(page('login'), { email, password: PASSWORD });
    const customerId = await join.customerOf(accountId);
    const claim = (wellhubId: string) => visitor.submit(page('wellhub-id'), { wellhubId });
    return { email, visitor, customerId, claim };
  }

  const list = async (query = '', api = door.world.admin) =>
    (await api.get(`/admin/v1/partners/${door.world.partnerId}/wellhub-id-claims${query}`)).body
      .items as { id: string; customerId: number; gympassId: string; state: string }[];
  const claimOf = async (customerId: number) =>
    (await list('?limit=200')).find((claim) => claim.customerId === customerId);
  const decide = (id: string | undefined, decision: string, api = door.world.admin) =>
    api.post(`/admin/v1/wellhub-id-claims/${id}/${decision}`);
  const customer = async (id: number) =>
    (await door.world.admin.get(`/admin/v1/customers/${id}`)).body;

  /** A person for whom a webhook created a separate customer. */
  async function givenACheckIn(wellhubId: string): Promise<number> {
    await door.simulator.checkIn({ wellhubId, firstName: 'Ana' });
    const rows = await eventually(
      () =>
        door.app.sql<{ customer_id: number }>(
          'select customer_id::int from check_ins where wellhub_id = $1',
          [wellhubId],
        ),
      (found) => found.length > 0,
    );
    return rows[0]?.customer_id ?? 0;
  }

  it('W-42 the page offers "add your Wellhub id"; accepted, two profiles are one and the gate opens', async () => {
    const member = await givenAMember();
    const wellhubId = newWellhubId();
    const profile = await givenACheckIn(wellhubId);
    expect(profile).not.toBe(member.customerId);
    const before = await door.world.scan(await door.world.fetchCode(member.customerId));
    expect(before.status).toBeGreaterThanOrEqual(400);

    expect(textOf((await member.visitor.get(page('code'))).text)).toContain('Add your Wellhub id');
    const spaced = ` ${wellhubId.slice(0, 5)} ${wellhubId.slice(5)} `;
    expect((await member.claim(spaced)).headers.get('location')).toBe(page('code'));
    const waiting = textOf((await member.visitor.get(page('code'))).text);
    expect(waiting).toContain(`You told us the Wellhub id ${wellhubId}`);

    const claim = await claimOf(member.customerId);
    expect(claim).toMatchObject({ gympassId: wellhubId, state: 'OPEN' });
    const accepted = await decide(claim?.id, 'accept');
    expect([accepted.status, accepted.body.state]).toEqual([200, 'ACCEPTED']);
    expect(await customer(member.customerId)).toMatchObject({ gympassId: wellhubId });
    const [gone] = await door.app.sql(
      'select status, merged_into::int as into from customers where id = $1',
      [profile],
    );
    expect(gone).toEqual({ status: 'ERASED', into: member.customerId });
    const told = await door.app.sql<{ type: string }>(
      'select type from events where entity_id = $1 and type like $2',
      [profile, 'CUSTOMER_DELETED'],
    );
    expect(told).toHaveLength(1);

    const after = await door.world.scan(await door.world.fetchCode(member.customerId));
    expect(after.status).toBe(200);
    expect(await door.states(member.customerId)).toEqual(['VALIDATED']);
    const shown = textOf((await member.visitor.get(page('code'))).text);
    expect(shown).not.toContain('Wellhub id');
  });

  it('accept sets the id when no customer has it, once, with an audit row', async () => {
    const member = await givenAMember();
    const wellhubId = newWellhubId();
    await member.claim(wellhubId);
    const claim = await claimOf(member.customerId);
    const desk = await door.world.keyed(['CHECKIN_WRITE']);
    const both = await Promise.all([
      decide(claim?.id, 'accept', desk),
      decide(claim?.id, 'accept'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(both[0]?.body).toMatchObject({
      id: claim?.id,
      customerId: member.customerId,
      decidedAt: expect.any(String),
      decidedBy: expect.stringMatching(/^(CHECKIN_WRITE|PARTNER_ADMIN)$/),
    });
    expect((await customer(member.customerId)).gympassId).toBe(wellhubId);
    const audited = await door.app.sql(
      `select actor from audit_log where action = 'wellhub-id-claim.accepted' and object = $1`,
      [claim?.id],
    );
    expect(audited.length).toBeGreaterThan(0);
    const late = await decide(claim?.id, 'reject');
    expect([late.status, late.body.code]).toEqual([409, 'wellhub-id-claim.decided']);
    expect((await member.claim(newWellhubId())).status).toBe(303);
    expect((await list('?state=OPEN')).map(({ customerId }) => customerId)).not.toContain(
      member.customerId,
    );
  });

  it('accept waits for an erasure of the person, and neither stops the other', async () => {
    const member = await givenAMember();
    await member.claim(newWellhubId());
    const claim = await claimOf(member.customerId);
    const { databaseUrl } = door.app.settings;
    const erasing = new pg.Client({ connectionString: databaseUrl });
    await erasing.connect();
    const person = [member.customerId];
    await erasing.query('begin');
    await erasing.query('select 1 from customers where id = $1 for no key update', person);
    const accepted = decide(claim?.id, 'accept');
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await eventually(
      () => door.app.sql(waiting),
      (rows) => rows.length > 0,
    );
    await erasing.query('delete from wellhub_id_claims where customer_id = $1', person);
    await erasing.query('commit');
    await erasing.end();
    const { status, body } = await accepted;
    expect([status, body.code]).toEqual([404, 'wellhub-id-claim.not-found']);
  });

  it('reject changes nothing, and the member may type another one', async () => {
    const member = await givenAMember();
    await member.claim(newWellhubId());
    const claim = await claimOf(member.customerId);
    expect((await decide(claim?.id, 'reject')).body.state).toBe('REJECTED');
    expect((await customer(member.customerId)).gympassId).toBeNull();
    await member.claim(newWellhubId());
    const mine = (await list('?limit=200')).filter((one) => one.customerId === member.customerId);
    expect(mine.map(({ state }) => state)).toEqual(['REJECTED', 'OPEN']);
  });

  it('another id is another claim, so that a claim on the screen of the desk never changes', async () => {
    const member = await givenAMember();
    await member.claim(newWellhubId());
    const seen = await claimOf(member.customerId);
    const meant = newWellhubId();
    await Promise.all([member.claim(meant), member.claim(meant)]);
    expect((await decide(seen?.id, 'accept')).status).toBe(404);
    const open = (await list('?state=OPEN&limit=200')).filter(
      ({ customerId }) => customerId === member.customerId,
    );
    expect(open).toMatchObject([{ gympassId: meant }]);
  });

  it('refuses an id that an active customer uses, and one for a customer who has another', async () => {
    const [member, owner] = [await givenAMember(), await givenAMember()];
    const wellhubId = newWellhubId();
    const path = (id: number) => `/admin/v1/customers/${id}`;
    await door.world.admin.patch(path(owner.customerId), { gympassId: wellhubId });
    await member.claim(wellhubId);
    const claim = await claimOf(member.customerId);
    const taken = await decide(claim?.id, 'accept');
    expect([taken.status, taken.body.code]).toEqual([409, 'customer.wellhub-id-taken']);
    await door.world.admin.patch(path(member.customerId), { gympassId: newWellhubId() });
    const other = await decide(claim?.id, 'accept');
    expect([other.status, other.body.code]).toEqual([409, 'wellhub-id-claim.other-id']);
    expect((await claimOf(member.customerId))?.state).toBe('OPEN');
  });

  it.each([
    ['12345', 'These are 5'],
    ['gpw-0012345678905', '13 digits and no letters'],
    ['O012345678905', 'digits only'],
    ['', 'Enter your Wellhub id'],
  ])('W-53 the page explains what is wrong with %p', async (typed, words) => {
    const member = await givenAMember();
    const answer = await member.claim(typed);
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain(words);
    expect(await claimOf(member.customerId)).toBeUndefined();
  });

  it('shows and decides only what the key sees', async () => {
    const member = await givenAMember();
    await member.claim(newWellhubId());
    const claim = await claimOf(member.customerId);
    const stranger = await givenAPartner(door.app);
    const hidden = await decide(claim?.id, 'accept', stranger.admin);
    const unknown = await decide('018f0000-0000-7000-8000-000000000000', 'accept', stranger.admin);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'wellhub-id-claim.not-found']);
    expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({
      ...unknown.body,
      instance: '',
      traceId: '',
    });
    const gymId = await door.world.gym({ name: 'Elsewhere' });
    const narrowed = await door.world.keyed(['CHECKIN_READ', 'CHECKIN_WRITE'], { gymId });
    expect((await list('?limit=200', narrowed)).map(({ id }) => id)).toContain(claim?.id);
    // Without a Wellhub membership the person is of one gym, and other gyms do not know them.
    await door.world.admin.patch(`/admin/v1/customers/${member.customerId}`, {
      gympassUserId: null,
      homeGymId: door.world.gymId,
    });
    expect((await list('?limit=200', narrowed)).map(({ id }) => id)).not.toContain(claim?.id);
    expect((await decide(claim?.id, 'accept', narrowed)).status).toBe(404);
    const reader = await door.world.keyed(['CHECKIN_READ']);
    expect((await decide(claim?.id, 'reject', reader)).status).toBe(403);
  });

  it('follows the person: a merge moves the claim, an erasure removes it', async () => {
    const member = await givenAMember();
    await member.claim(newWellhubId());
    const into = await door.world.customer({ firstName: 'Survivor' });
    const merge = `/admin/v1/customers/${member.customerId}/merge`;
    expect((await door.world.admin.post(merge, { intoCustomerId: into })).status).toBe(200);
    expect(await claimOf(into)).toMatchObject({ state: 'OPEN' });
    await door.world.admin.delete(`/admin/v1/customers/${into}`);
    const rows = await door.app.sql('select 1 from wellhub_id_claims where customer_id = $1', [
      into,
    ]);
    expect(rows).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Replica } from '../support/replica.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp } from '../support/test-app.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

let next = 500;
const freshId = () => String((next += 1)).padStart(13, '0');

async function checkedIn(door: WellhubDoor): Promise<{ id: number; wellhubId: string }> {
  const wellhubId = freshId();
  const id = await door.wellhubCustomer(wellhubId);
  await door.simulator.checkIn({ wellhubId });
  await eventually(
    () => door.states(id),
    (states) => states.length > 0,
  );
  return { id, wellhubId };
}

/** Instead of waiting the 12 s for which a call holds its check-in. */
const endLease = (door: WellhubDoor, id: number) =>
  door.app.sql(
    `update check_ins set next_attempt_at = clock_timestamp(),
       validating_until = clock_timestamp() - interval '1 s' where customer_id = $1`,
    [id],
  );

const callsOf = (door: WellhubDoor, wellhubId: string) => door.simulator.ledger(wellhubId).calls;

describe('a door whose Wellhub answers late, twice or not at all', () => {
  let door: WellhubDoor;

  beforeAll(async () => {
    door = await givenAWellhubDoor({}, PROMISED_DEADLINES);
  });
  afterAll(() => door.close());

  it('O-16 a dry run opens for a waiting check-in without a call', async () => {
    const { id, wellhubId } = await checkedIn(door);
    const code = await door.world.fetchCode(id);
    expect((await door.world.scan(code, { execute: false })).status).toBe(200);
    expect([callsOf(door, wellhubId), await door.states(id)]).toEqual([0, ['PENDING']]);
  });

  it('O-26 two scans in two replicas make one call', async () => {
    const { databaseUrl, secretsKeys } = door.app.settings;
    const { url: wellhubSimulatorUrl } = door.simulator;
    const shared = { databaseUrl, secretsKeys: [...secretsKeys], wellhubSimulatorUrl };
    const other = await startApp(shared);
    const { id, wellhubId } = await checkedIn(door);
    door.simulator.planAnswer({ wellhubId, answer: 'ok', delayMs: 300 });
    const code = await door.world.fetchCode(id);
    const second = await door.world.device();
    const answers = await Promise.all([
      door.world.scan(code),
      door.world.scan(code, { token: second, via: other.api }),
    ]);
    await other.close();
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect([callsOf(door, wellhubId), await door.states(id)]).toEqual([1, ['VALIDATED']]);
  });

  it('O-26 a second check-in of the day opens at once, and the worker validates it', async () => {
    const { id, wellhubId } = await checkedIn(door);
    expect((await door.world.scan(await door.world.fetchCode(id))).status).toBe(200);
    const earlier = `validated_at - interval '1 minute'`;
    await door.app.sql(`update check_ins set validated_at = ${earlier} where customer_id = $1`, [
      id,
    ]);
    await door.simulator.checkIn({ wellhubId, timestamp: Math.ceil(Date.now() / 1000) });
    await eventually(
      () => door.states(id),
      (states) => states.length === 2,
    );
    expect((await door.world.scan(await door.world.fetchCode(id))).status).toBe(200);
    const states = await eventually(
      () => door.states(id),
      (found) => found.every((state) => state === 'VALIDATED'),
    );
    expect(states).toEqual(['VALIDATED', 'VALIDATED']);
  });

  it('O-27 O-22 Wellhub hangs and the gym is set to DENY: 503, nothing consumed; the same scan opens later', async () => {
    const { id, wellhubId } = await checkedIn(door);
    door.simulator.planAnswer({ wellhubId, answer: 'hang', times: 1 });
    const [code, nonce] = [await door.world.fetchCode(id), randomUUID()];
    const down = await door.world.scan(code, { nonce });
    expect([down.status, down.body.errorCode]).toEqual([503, 'WELLHUB_UNAVAILABLE']);
    await endLease(door, id);
    const open = await eventually(
      () => door.world.scan(code, { nonce }),
      ({ status }) => status === 200,
    );
    expect([open.status, open.body.repeated]).toEqual([200, undefined]);
  });

  it('O-25 W-59 a process killed during the call opens nothing, and the probe becomes VALIDATED by the worker', async () => {
    const [secretsKey] = door.app.settings.secretsKeys;
    const replica = await Replica.start(door.app.settings.databaseUrl, {
      SECRETS_KEY: secretsKey?.toString('base64') ?? '',
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: door.simulator.url,
    });
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    door.simulator.planAnswer({ wellhubId, answer: 'commit-then-hang', times: 1 });
    await door.simulator.checkIn({ wellhubId, deliver: false });
    const code = await door.world.fetchCode(id);
    const scan = door.world.scan(code, { via: replica.api }).catch((error: Error) => error);
    await eventually(
      async () => callsOf(door, wellhubId),
      (calls) => calls === 1,
    );
    await replica.kill();
    expect(await scan).not.toHaveProperty('status');
    await endLease(door, id);
    const states = await eventually(
      () => door.states(id),
      (found) => found.includes('VALIDATED'),
    );
    expect(states).toEqual(['VALIDATED']);
    expect(await door.app.sql('select 1 from visits where customer_id = $1', [id])).toEqual([]);
    expect((await door.world.scan(code)).status).toBe(200);
  });
});

describe('a gym that admits people while Wellhub is down, when Wellhub refuses', () => {
  let door: WellhubDoor;

  beforeAll(async () => {
    const gym = { whenWellhubIsDown: 'ADMIT_AND_VALIDATE_LATER' };
    door = await givenAWellhubDoor({ gym }, PROMISED_DEADLINES);
  });
  afterAll(() => door.close());

  it.each([
    ['expired', 'WELLHUB_CHECKIN_EXPIRED'],
    ['canceled', 'WELLHUB_CHECKIN_CANCELED'],
    ['notfound', 'WELLHUB_CHECKIN_NOT_FOUND'],
    ['rejected', 'WELLHUB_CHECKIN_REJECTED'],
  ] as const)(
    'O-28 O-25 %s keeps the door shut; the same code opens once Wellhub validates',
    async (answer, errorCode) => {
      const { id, wellhubId } = await checkedIn(door);
      const shift = (column: string) =>
        door.app.sql(
          `update check_ins set ${column} = ${column} - interval '31 s' where customer_id = $1`,
          [id],
        );
      await shift('webhook_at');
      door.simulator.planAnswer({ wellhubId, answer, times: 1 });
      const code = await door.world.fetchCode(id);
      const refused = await door.world.scan(code);
      expect([refused.status, refused.body.errorCode]).toEqual([403, errorCode]);
      await shift('validation_requested_at');
      door.simulator.planAnswer({ wellhubId, answer: 'ok' });
      expect((await door.world.scan(code)).status).toBe(200);
      expect(await door.states(id)).toContain('VALIDATED');
    },
  );

  it('O-25 Wellhub validates but its answer is lost: 403 under this policy too, later VALIDATED, once', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    door.simulator.planAnswer({ wellhubId, answer: 'commit-then-reset', times: 1 });
    await door.simulator.checkIn({ wellhubId, deliver: false });
    const code = await door.world.fetchCode(id);
    expect((await door.world.scan(code)).body.errorCode).toBe('WELLHUB_CHECKIN_REQUIRED');
    await eventually(
      () => door.states(id),
      (found) => found.includes('VALIDATED'),
    );
    expect(await door.states(id)).toEqual(['VALIDATED']);
    expect((await door.world.scan(code)).status).toBe(200);
  });
});

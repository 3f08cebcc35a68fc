import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Visits } from '../../src/visits/index.js';
import { Database } from '../../src/platform/database/database.js';
import { runOutsideRequests } from '../../src/platform/deadline/request-context.js';
import type { TestApp } from '../support/test-app.js';
import { UsageStage, type UsageWorld } from './usage-stage.js';

describe('usage events from visits', () => {
  let stage: UsageStage;
  let other: TestApp;
  let world: UsageWorld;

  beforeAll(async () => {
    stage = await UsageStage.open();
    other = await stage.replica();
  });
  afterAll(async () => {
    await other.close();
    await stage.close();
  });
  beforeEach(async () => {
    world = await stage.partner({ partner: { usageEventsFromVisits: true } });
  });

  const visit = async (customerId: number) => {
    const { partnerId, gymId } = world.world;
    const visits = stage.app.app.get(Visits);
    const { visitId } = await stage.app.app
      .get(Database)
      .transaction((tx) => visits.openAtDesk(tx, partnerId, customerId, gymId));
    return visitId;
  };
  const leave = (visitId: number) => world.world.admin.post(`/admin/v1/visits/${visitId}/leave`);
  const isSent = ({ state }: { state: string }) => state === 'SENT';

  it('are made once for every visit, whichever replica polls', async () => {
    const id = await world.customer();
    for (let times = 0; times < 6; times += 1) await leave(await visit(id));
    await world.until(isSent, 6);
    await world.untilClaimed();
    expect(await world.rows()).toHaveLength(6);
    expect(world.taken()).toHaveLength(6);
    expect(world.taken()[0]).toEqual({
      event_type: 'signin',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      gpw_id: world.gpwId,
      user_id: String(id),
    });
  });

  it('do not miss a visit whose transaction ends late', async () => {
    const id = await world.customer();
    const early = await world.customer(`${world.gpwId}-2`);
    const { partnerId, gymId } = world.world;
    const visits = stage.app.app.get(Visits);
    await stage.app.app.get(Database).transaction(async (tx) => {
      await visits.openAtDesk(tx, partnerId, id, gymId);
      await runOutsideRequests(() => visit(early));
      await world.untilClaimed();
    });
    const rows = await world.until(() => true, 2);
    expect(rows.map(({ customer_id: customer }) => customer).sort()).toEqual([id, early].sort());
  });

  it('are made for the survivor when a profile is merged before the first poll', async () => {
    await world.untilSender(() => true);
    const look = (when: string) =>
      stage.app.sql(`update usage_senders set looked_at = ${when} where partner_id = $1`, [
        world.world.partnerId,
      ]);
    await look("clock_timestamp() + interval '1 hour'");
    const into = await world.customer();
    const from = await world.customer(null);
    await visit(from);
    const merge = `/admin/v1/customers/${from}/merge`;
    expect((await world.world.admin.post(merge, { intoCustomerId: into })).status).toBe(200);
    await look("'-infinity'");
    expect(await world.until(isSent)).toMatchObject([
      { customer_id: into, gpw_id: world.gpwId, source: 'VISIT' },
    ]);
  });

  it('are not made for people without an active gpw link, nor when the partner does not want them', async () => {
    await world.cancel(new Date(Date.now() - 60_000), `${world.gpwId}-gone`);
    const gone = await world.customer(`${world.gpwId}-gone`);
    await stage.app.sql('update customers set gpw_active = false where id = $1', [gone]);
    const id = await world.customer();
    await visit(await world.customer(null));
    await visit(gone);
    await world.untilClaimed();
    const path = `/admin/v1/partners/${world.world.partnerId}`;
    await world.world.admin.patch(path, { usageEventsFromVisits: false });
    await visit(id);
    await world.untilClaimed();
    expect(await world.rows()).toEqual([]);
  });

  it('W-25 keep the visit of a member who cancels right after it', async () => {
    const id = await world.customer();
    await world.cancel(new Date(Date.now() + 60_000));
    await visit(id);
    await world.until(isSent);
    expect(world.taken()).toHaveLength(1);
  });
});

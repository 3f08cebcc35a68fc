import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAControlIdDevice, type ControlIdStage } from '../support/control-id-stage.js';
import { createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('a scan at a Control iD device while the database is away', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: GateWorld;
  let device: ControlIdStage;

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenADoor(app, { gym: { whenStorageIsDown: 'ADMIT_KNOWN' } });
    device = await givenAControlIdDevice(app, world);
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });

  it('D-17 is answered 503 without a body, and the same uuid gives one visit afterwards', async () => {
    const customerId = await world.customer({ cardNumber: { value: '4711' } });
    await world.withContract(customerId);
    await device.call('new_card.fcgi', { card_value: '1' });
    const show = () => device.call('new_card.fcgi', { card_value: '4711', uuid: 'hangs' });
    proxy.hang();
    const hung = await show();
    expect([hung.status, hung.text]).toEqual([503, '']);
    await proxy.pass();
    const opened = await eventually(show, ({ status }) => status === 200);
    expect(opened.body.result).toMatchObject({ event: 7, user_id: customerId });
    expect((await show()).text).toBe(opened.text);
    const visits = await app.sql('select from visits where customer_id = $1', [customerId]);
    expect(visits).toHaveLength(1);
  });
});

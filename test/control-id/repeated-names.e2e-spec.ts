import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAControlIdDevice } from '../support/control-id-stage.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const CARD = 'new_card.fcgi';

let app: TestApp;
let world: GateWorld;

beforeAll(async () => {
  app = await startApp();
  world = await givenADoor(app);
});
afterAll(() => app.close());

describe('D-12 the repeat of a grant that showed a name', () => {
  it('is the same answer when the code is forgotten, and while the reader is closed', async () => {
    const device = await givenAControlIdDevice(app, world, { controlId: { showName: true } });
    const customerId = await world.customer({ firstName: 'Ana', cardNumber: { value: '5150' } });
    await world.withContract(customerId);
    const grantOf = async (fields: Record<string, string>) => {
      const { text, body } = await device.call(CARD, fields);
      expect(body.result).toMatchObject({ event: 7, user_id: customerId, user_name: 'Ana' });
      return { fields, text };
    };
    const grants = [await grantOf({ card_value: '5150', uuid: 'card' })];
    const code = String(BigInt(await world.fetchCode(customerId)));
    grants.push(await grantOf({ card_value: code, uuid: 'code' }));
    await app.sql('delete from access_codes where customer_id = $1', [customerId]);
    await app.sql(
      `update devices set cards_locked_until = now() + interval '1 minute' where id = $1`,
      [device.id],
    );
    for (const { fields, text } of grants)
      expect((await device.call(CARD, fields)).text).toBe(text);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { Replica } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('two replicas, one code', () => {
  let app: TestApp;
  let world: GateWorld;
  let replicas: Replica[] = [];

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    const secretsKeys = [Buffer.alloc(32, 'race between replicas')];
    app = await startApp({ databaseUrl, secretsKeys });
    world = await givenADoor(app);
    const env = { SECRETS_KEY: secretsKeys[0]!.toString('base64'), SANDBOX: 'off' };
    replicas = await Promise.all([
      Replica.start(databaseUrl, env),
      Replica.start(databaseUrl, env),
    ]);
  });
  afterAll(async () => {
    replicas.forEach((replica) => replica.signal('SIGTERM'));
    await Promise.all(replicas.map((replica) => replica.ended()));
    await app.close();
  });

  it('O-20 fifty parallel scans in two processes open once', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => world.device()));
    for (let round = 0; round < 3; round += 1) {
      const code = await world.fetchCode();
      const answers = await Promise.all(
        tokens.map((token, n) => world.scan(code, { token, via: replicas[n % 2]!.api })),
      );
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(
        1,
      );
      const lost = answers.filter(({ body }) => body.errorCode === 'ACCESS_CODE_ALREADY_USED');
      expect(lost).toHaveLength(49);
      const visits = await app.sql('select * from visits where customer_id = $1', [
        world.customerId,
      ]);
      expect(visits).toHaveLength(round + 1);
      const events = await app.sql(`select * from events where type = 'CUSTOMER_CHECKIN'`);
      expect(events).toHaveLength(round + 1);
    }
  });
});

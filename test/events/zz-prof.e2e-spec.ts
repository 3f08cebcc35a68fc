import { it } from '@jest/globals';
import { startApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';
import { Receiver, silent, until } from '../support/receiver.js';
import { subscribe, tell } from './subscribing.js';
it('prof', async () => {
  const app = await startApp();
  const world = await givenAPartner(app);
  const good = await Receiver.start();
  await subscribe(world, good);
  await app.sql('create extension if not exists pg_stat_statements').catch((e) => console.log(String(e)));
  await tell(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
  await good.next();
  const t0 = performance.now();
  for (let i = 0; i < 5; i++) await tell(app, world.partnerId, ...Array.from({ length: 200 }, (_, n) => ({ type: 'CUSTOMER_CREATED', entityId: n }) as const));
  await good.next(1001, 30000);
  console.log('1000 in', performance.now() - t0);
  const { CLAIM } = await import('../../src/event-webhooks/deliveries.repository.js') as any;
  const db = app.app.get((await import('../../src/platform/database/database.js')).Database);
  for (let i = 0; i < 8; i++) { const t = performance.now(); await db.query(CLAIM, [[], [], 8, 2]); console.log('claim', performance.now() - t); }
  const rows = await app.sql(`explain (analyze, buffers, settings) ${CLAIM.text.replace(/\$1/g, "'{}'").replace(/\$2/g, "'{}'").replace(/\$3/g, '8').replace(/\$4/g, '2')}`);
  console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'));
  await app.close(); await good.stop();
}, 60000);

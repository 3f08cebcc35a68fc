import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

describe('POST /wellhub/{hook}/webhooks while storage fails', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let direct: TestApp;
  let world: World;
  let wellhub: WellhubPosts;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    app = await startApp({ databaseUrl: proxy.url });
    direct = await startApp({ databaseUrl, secretsKeys: app.settings.secretsKeys });
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
    expect((await wellhub.send(wellhub.checkIn(newWellhubId()))).status).toBe(200);
  });
  afterAll(async () => {
    await proxy.pass();
    await app.close();
    await direct.close();
    await proxy.close();
  });

  const keys = async () => (await direct.sql('select 1 from wellhub_event_keys')).length;

  /** Everything is answered, and every 200 is there. */
  const sendMany = async (n: number) => {
    const before = await keys();
    const events = Array.from({ length: n }, () => wellhub.checkIn(newWellhubId()));
    const start = performance.now();
    const answers = await Promise.all(events.map((event) => wellhub.send(event)));
    const took = performance.now() - start;
    const accepted = answers.filter(({ status }) => status === 200).length;
    expect((await keys()) - before).toBeGreaterThanOrEqual(accepted);
    return { events, answers, took };
  };

  it('W-37 answers 503 storage_unavailable while nobody can connect, and takes the repeat afterwards', async () => {
    await proxy.refuse();
    const { events, answers } = await sendMany(5);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      events.map(() => [503, 'storage_unavailable']),
    );
    await proxy.pass();
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (const event of events) {
      let answer = await wellhub.send(event);
      for (let n = 0; n < 10 && answer.status === 503; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        answer = await wellhub.send(event);
      }
      expect(answer.status).toBe(200);
    }
  });

  it('W-37 answers 503 at its deadline while the database hangs, and recovers', async () => {
    proxy.hang();
    const { answers, took } = await sendMany(5);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(took).toBeLessThan(5_000);
    await proxy.pass();
    let status = 503;
    for (let n = 0; n < 30 && status === 503; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      status = (await wellhub.send(wellhub.checkIn(newWellhubId()))).status;
    }
    expect(status).toBe(200);
  }, 30_000);
});

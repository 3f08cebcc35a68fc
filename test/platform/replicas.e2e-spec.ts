import { afterEach, describe, expect, it } from '@jest/globals';
import { createDatabase } from '../support/databases.js';
import { Replica } from '../support/replica.js';

describe('three replicas that start at once on an empty database', () => {
  let replicas: Replica[] = [];

  afterEach(() => Promise.all(replicas.map((replica) => replica.kill())));

  it('all become ready, and what one stores the others know', async () => {
    const url = await createDatabase('template0');
    replicas = await Promise.all([Replica.start(url), Replica.start(url), Replica.start(url)]);
    const ready = replicas.map(({ api }) => api.get('/health/ready'));
    expect((await Promise.all(ready)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first] = replicas;
    const made = await first?.operator.post('/admin/v1/partners', {
      name: 'Fit',
      slug: 'fit',
      timeZone: 'UTC',
    });
    expect(made?.status).toBe(201);
    const seen = replicas.map(({ operator }) =>
      operator.get(`/admin/v1/partners/${made?.body.id}`),
    );
    expect((await Promise.all(seen)).map(({ body }) => body.slug)).toEqual(['fit', 'fit', 'fit']);
  });
});

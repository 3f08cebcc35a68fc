import pg from 'pg';
import { eventually } from './eventually.js';
import type { TestApp } from './test-app.js';

type Works<T extends readonly unknown[]> = { readonly [K in keyof T]: () => Promise<T[K]> };

/** Runs works that all wait for the customer's presence row before the first of them may go, in this order. */
export async function inLine<T extends readonly unknown[]>(
  app: TestApp,
  customerId: number,
  ...works: Works<T>
): Promise<T> {
  const row = `select partner_id, id from customers where id = $1`;
  await app.sql(`insert into presence (partner_id, customer_id) ${row} on conflict do nothing`, [
    customerId,
  ]);
  const holder = new pg.Client({ connectionString: app.settings.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from presence where customer_id = $1 for update', [customerId]);
  const waiting = async () =>
    (
      await app.sql<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like 'with %'`,
      )
    )[0]?.n ?? 0;
  const running: Promise<unknown>[] = [];
  for (const work of works) {
    running.push(work());
    await eventually(waiting, (n) => n >= running.length);
  }
  await holder.query('commit');
  await holder.end();
  return (await Promise.all(running)) as unknown as T;
}

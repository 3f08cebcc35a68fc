import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { OpenApiDocument } from '../../src/api-docs/open-api-document.js';
import { createApp } from '../../src/create-app.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { createDatabase } from './databases.js';
import { Api, checkAnswersOf } from './api.js';
import { learn } from './documented-answers.js';
import { isRecording } from './kept-examples.js';
import { testSettings, OPERATOR_KEY } from './settings.js';

/** A running Gatehouse on a real port with a database of its own, and a way to look into that database. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  /** Calls the service over HTTP; without a credential unless one is given. */
  readonly api: Api;
  /** Calls as the operator. */
  readonly operator: Api;
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** What it takes to call one, in this process or another. */
export type ServedApp = Pick<TestApp, 'api' | 'operator' | 'sql'>;

/** @param overrides settings; `databaseUrl` lets two apps share a database */
export async function startApp(
  overrides: Partial<Parameters<typeof testSettings>[1]> = {},
): Promise<TestApp> {
  const url = overrides?.databaseUrl ?? (await createDatabase());
  const settings = testSettings(url, overrides);
  const app = await createApp(settings);
  await app.listen(settings.port, '127.0.0.1');
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // Where a proxy before the database is cut, idle connections end, too.
  pool.on('error', () => undefined);
  const origin = await app.getUrl();
  await learn(() => app.get(OpenApiDocument, { strict: false }).json());
  checkAnswersOf(origin);
  const api = new Api(origin);
  const operator = api.with({ 'X-Api-Key': OPERATOR_KEY });
  return {
    app,
    settings,
    api,
    operator,
    sql: async (text, values = []) => (await pool.query(text, values)).rows,
    close: async () => {
      if (isRecording()) await listEvents(operator);
      await app.close();
      await pool.end();
    },
  };
}

/** So that a run that records meets every event which its tests have made; nothing is lost where that fails. */
async function listEvents(operator: Api): Promise<void> {
  const partners = await operator.get('/admin/v1/partners?limit=200').catch(() => undefined);
  for (const { id } of partners?.body.items ?? [])
    await operator.get(`/admin/v1/partners/${id}/events?limit=200`).catch(() => undefined);
}

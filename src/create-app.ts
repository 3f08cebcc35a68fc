import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { CredentialsGuard } from './partner-auth/index.js';
import { ReservedSlugs } from './partners/index.js';
import type { Settings } from './platform/config/settings.js';
import { firstContact } from './platform/database/first-contact.js';
import { assertMigrated, migrateUp } from './platform/database/migrations.js';
import type { Keyring } from './platform/crypto/keyring.js';
import { EncryptionKeys } from './platform/encryption-keys/encryption-keys.js';
import { openKeyring } from './platform/encryption-keys/open-keyring.js';
import { checkConnections } from './platform/database/pooler-check.js';
import { freeRestoredRows } from './platform/database/restored-rows.js';
import { AccessLog } from './platform/http/access-log.js';
import { addAdmission } from './platform/http/admission.js';
import { AnonymousLimits } from './platform/http/anonymous-limits.js';
import { BODY_LIMIT } from './platform/http/body-kinds.js';
import { addBodyParsers } from './platform/http/body-parsers.js';
import { DeclaredRoutes } from './platform/http/declared-routes.js';
import { EventStreams } from './platform/http/event-streams.js';
import { addClientAddress } from './platform/http/client-address.js';
import { addDirectRoutes } from './platform/http/direct-routes.js';
import { Draining } from './platform/http/draining.js';
import { LoadShedding } from './platform/http/load-shedding.js';
import { parseQuery } from './platform/http/query-string.js';
import { addPageSecurity } from './platform/http/page-security.js';
import { addRequestSteps } from './platform/http/request-steps.js';
import { addRequestLifecycle, requestIdOf } from './platform/http/request-lifecycle.js';
import { EarlyProofs } from './platform/http/early-proofs.js';
import { RouteTable } from './platform/http/route-table.js';
import { refuseRequests } from './platform/http/worker-only.js';
import { makePino } from './platform/logging/log-lines.js';
import { JsonLogger } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { Tracing } from './platform/tracing/tracing.js';
import { ErrorFilter } from './wire/error-filter.js';
import { answerInTime } from './wire/late-answers.js';
import { answerUnreadable } from './wire/unreadable-requests.js';
import { validation } from './wire/validation.js';

/** From its first byte; idle connections do not count. A client that sends slower is disconnected. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const CHECKED_EVERY_MS = 1_000;

/** The whole service, migrated and ready to listen. Used by `main.ts` and, unchanged, by every test. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const log = makePino(settings);
  const keyring = await prepareDatabase(settings, log);
  const routes = new RouteTable();
  const failures = new ErrorFilter(settings.publicUrl, routes);
  const access = new AccessLog(settings);
  const adapter = makeAdapter(failures, routes, {
    keepAliveTimeout: settings.keepAliveSeconds * 1_000,
    clientErrorHandler: answerUnreadable(settings.publicUrl, access),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  routes.watch(fastify);
  const module = AppModule.with(settings, keyring);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new JsonLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  await claimDatabase(app, settings);
  app.get(DeclaredRoutes).watch(fastify);
  if (settings.role === 'worker') refuseRequests(fastify, failures.refuse.bind(failures));
  app.get(LoadShedding).watch(fastify, failures.refuse.bind(failures), access);
  addClientAddress(fastify, settings.trustProxy);
  addRequestSteps(fastify, app.get(Tracing), settings);
  addRequestLifecycle(fastify, settings);
  app.get(AnonymousLimits).watch(fastify);
  addBodyParsers(fastify);
  await addPageSecurity(fastify, settings.publicUrl);
  app.get(Draining).watch(fastify);
  app.get(Metrics).watch(fastify);
  access.watch(fastify);
  answerInTime(fastify, failures);
  addAdmission(fastify, app.get(CredentialsGuard), app.get(EarlyProofs));
  app.get(EventStreams).watch(app.get(CredentialsGuard));
  addDirectRoutes(fastify, app.get(ModulesContainer), failures.answer.bind(failures));
  app.useGlobalFilters(failures);
  app.useGlobalPipes(validation());
  await app.init();
  return app;
}

/** A wrong key is detected before anything is written. @returns the keys */
export async function prepareDatabase(
  settings: Settings,
  log = makePino(settings),
): Promise<Keyring> {
  const warn = (msg: string) => log.warn({ room: 'database', msg });
  const { databaseUrl, database } = settings;
  await firstContact(databaseUrl, database.waitSeconds, warn);
  for (const line of await checkConnections(settings)) warn(line);
  const keyring = await openKeyring(settings);
  if (database.migrate) await migrateUp(databaseUrl);
  else await assertMigrated(databaseUrl);
  return keyring;
}

/** Every room has registered what it uses keys for; nothing runs yet. */
async function claimDatabase(app: NestFastifyApplication, settings: Settings): Promise<void> {
  try {
    await app.get(EncryptionKeys).check();
    await freeRestoredRows(settings.databaseUrl);
    await app.get(ReservedSlugs, { strict: false }).check();
  } catch (error) {
    await app.close();
    throw error;
  }
}

function makeAdapter(failures: ErrorFilter, routes: RouteTable, server: object): FastifyAdapter {
  return new FastifyAdapter({
    ...server,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECKED_EVERY_MS },
    forceCloseConnections: 'idle',
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']),
    rewriteUrl: ({ url = '/' }: IncomingMessage) => routes.spelled(url),
    // No middleware of Nest's: all of ours are hooks.
    skipMiddie: true,
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 300,
      querystringParser: parseQuery,
    },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    // What fails before a route is found: a broken escape, a parameter that is too long.
    frameworkErrors: failures.answer.bind(failures),
  } as object);
}

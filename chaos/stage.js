import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecrets } from '../bench/stage/sides.js';
import { createSimulator } from '../dist/simulator/server/simulator.js';
import { Database } from './database.js';
import { Ledger } from './ledger.js';
import { openPostOffice } from './post-office.js';
import { Pressure } from './pressure.js';
import { startReceiver } from './receiver.js';
import { Replicas } from './replicas.js';
import { prepareWorld } from './world.js';

const TOKEN = 'bench-token';
/** Everybody comes once; in the short and in the long form. */
const PEOPLE = [10_000, 40_000];

/** Everything that a fault needs: a database, two replicas, Wellhub, a mail server, a subscriber, and the ledger outside of them. @param least as many people, or more */
export async function setUp({ program, long, least, undo, print }) {
  const people = Math.max(PEOPLE[long ? 1 : 0], least);
  const secrets = makeSecrets();
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-chaos-app-'));
  undo.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  print('starting PostgreSQL, Wellhub, a mail server, a subscriber and two replicas');
  const database = await Database.start();
  undo.push(() => database.stop());
  const simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: TOKEN });
  undo.push(() => simulator.close());
  const pressure = new Pressure();
  undo.push(async () => pressure.stop());
  if (!pressure.isKnown)
    print('late answers are not judged: this kernel does not tell its pressure');
  const ledger = new Ledger(pressure.heldUp);
  const office = await openPostOffice();
  undo.push(() => office.close());
  const receiver = await startReceiver(ledger);
  undo.push(async () => receiver.stop());
  const settings = settingsFor(database.url, {
    secrets,
    dataDir,
    simulatorUrl: simulator.url,
    smtpUrl: office.url,
  });
  const replicas = await Replicas.start(2, settings, program);
  undo.push(() => replicas.stop());
  print(`making a gym with 50 doors and ${people} members`);
  const sql = (text, values) => database.query(text, values);
  const { operatorKey } = secrets;
  const world = await prepareWorld(replicas.port, {
    operatorKey,
    sql,
    people,
    receiverUrl: receiver.url,
  });
  const sendWellhubTo = (port) =>
    simulator.setTarget({
      baseUrl: `http://127.0.0.1:${port}`,
      apiKey: world.registrationKey,
      hook: world.hookPath.split('/')[2],
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
  sendWellhubTo(replicas.port);
  return {
    database,
    simulator,
    ledger,
    receiver,
    office,
    replicas,
    world,
    settings,
    port: () => replicas.port,
    sendWellhubTo,
  };
}

function settingsFor(databaseUrl, { secrets, dataDir, simulatorUrl, smtpUrl }) {
  return {
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    OPERATOR_API_KEY: secrets.operatorKey,
    SECRETS_KEY: secrets.secretsKey,
    SANDBOX: 'on',
    OUTGOING_URLS: 'any',
    WELLHUB_SIMULATOR_URL: simulatorUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Fit <no-reply@fit.example>',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    RATE_LIMIT_PER_MINUTE: '1000000',
    // A machine that is slow for other reasons is no overload.
    MAX_EVENT_LOOP_DELAY_MS: '0',
    RATE_LIMIT_DOOR_PER_MINUTE: '1000000',
    CODE_ISSUES_PER_MINUTE: '1000000',
    WELLHUB_CALLS_PER_GYM: '1000',
    WELLHUB_CALLS_TOTAL: '1000',
  };
}

import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from '../platform/config/settings.js';
import type { Keyring } from '../platform/crypto/keyring.js';
import { clock } from './clock-check.js';
import { connections, database, processes, rights, schema } from './database-checks.js';
import type { Finding } from './finding.js';
import { keys } from './keys-check.js';
import { mail } from './mail-check.js';
import { nodeVersion } from './node-check.js';
import { publicUrl } from './public-url-check.js';
import { doors, spool } from './spool-checks.js';
import { wellhubCalls } from './wellhub-check.js';
import { zones } from './zones-check.js';

/** Every room constructed and nothing started. */
export type OpenApp = (
  settings: Settings,
  keyring: Keyring,
) => Promise<Pick<INestApplicationContext, 'get' | 'close'>>;

export type Check = (settings: Settings, openApp: OpenApp) => Promise<readonly Finding[]>;

/** What can be known without a database. */
export const WITHOUT_DATABASE: Readonly<Record<string, Check>> = {
  node: async () => nodeVersion(process.versions.node),
  spool,
  doors,
  mail,
};

/** Each after the one before: a pooler that others use at the same time shows another mode. */
export const DATABASE: Readonly<Record<string, Check>> = { database, connections };

export const WITH_DATABASE: Readonly<Record<string, Check>> = {
  schema,
  rights,
  clock,
  keys,
  processes,
  'public-url': publicUrl,
  zones,
  wellhub: wellhubCalls,
};

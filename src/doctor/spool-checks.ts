import { inspectScanSpool } from '../door-outage/index.js';
import type { Settings } from '../platform/config/settings.js';
import { codeOf, lastWords, StartProblem } from '../platform/config/start-problem.js';
import type { Keyring } from '../platform/crypto/keyring.js';
import { unprovenKeyring } from '../platform/encryption-keys/open-keyring.js';
import type { SpoolInspection } from '../platform/spool/inspect-spool.js';
import { filesForPeople } from '../platform/spool/kept-files.js';
import { inspectWebhookSpool } from '../wellhub-inbox/index.js';
import type { Check } from './checks.js';
import { ok, problem, warning } from './finding.js';

type InspectSpool = (settings: Settings, keyring: Keyring) => Promise<SpoolInspection | undefined>;

/** Nothing has had to wait yet. */
const NOTHING = { records: 0, bytes: 0, damaged: 0, aside: [], foreign: [], unreadable: [] };

const spoolCheck =
  (what: string, off: string, inspect: InspectSpool): Check =>
  async (settings) => {
    const found = await inspect(settings, unprovenKeyring(settings)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return NOTHING;
      throw new StartProblem(`${settings.spoolDir} cannot be read: ${lastWords(error)}`);
    });
    if (!found)
      return [warning(`off: ${off}`, 'set SPOOL_DIR to a folder that outlives a restart')];
    const { records, bytes, damaged } = found;
    return [
      records > 0
        ? warning(`${records} ${what} (${bytes} bytes) wait in ${settings.spoolDir}`)
        : ok(`nothing waits in ${settings.spoolDir}`),
      ...(damaged > 0 ? [problem(`${damaged} bytes of ${what} are damaged`)] : []),
      ...filesForPeople(found).map(({ name, detail }) => problem(`${name} is kept. ${detail}`)),
    ];
  };

export const spool = spoolCheck(
  'webhooks',
  'webhooks that come while the database is away are lost',
  inspectWebhookSpool,
);

export const doors = spoolCheck(
  'admissions',
  'no door opens while the database is away',
  inspectScanSpool,
);

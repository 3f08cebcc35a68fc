import { withClient } from '../platform/database/with-client.js';
import { databaseTime } from '../platform/encryption-keys/stored-keys.js';
import { hostSynchronisation } from './host-synchronisation.js';
import type { Check } from './checks.js';
import { ok, problem, warning, type Finding } from './finding.js';

/** Beyond it a code of a second factor, or a signed request of a moment ago, is refused. */
const HARMFUL_SECONDS = 30;
const NOTABLE_SECONDS = 2;

export const clock: Check = async ({ databaseUrl }) => {
  const measured = await withClient(databaseUrl, async (client) => {
    const before = Date.now();
    const there = await databaseTime(client);
    const after = Date.now();
    return {
      ahead: (there.getTime() - (before + after) / 2) / 1_000,
      unsure: (after - before) / 2_000,
    };
  });
  return [clockFinding(measured.ahead, measured.unsure), ...(await hostSynchronisation())];
};

/** @param ahead by how many seconds the database is ahead of this process @param unsure how wrong that may be */
export function clockFinding(ahead: number, unsure: number): Finding {
  const seconds = Math.abs(ahead);
  const direction = ahead > 0 ? 'ahead of' : 'behind';
  const text = `the clock of the database is ${seconds.toFixed(1)} s ${direction} the one here`;
  const fix =
    'let NTP set both clocks (chrony, systemd-timesyncd), and look at `timedatectl` on both hosts';
  if (seconds - unsure > HARMFUL_SECONDS) return problem(text, fix);
  if (seconds - unsure > NOTABLE_SECONDS) return warning(text, fix);
  return ok('the clocks here and at the database agree');
}

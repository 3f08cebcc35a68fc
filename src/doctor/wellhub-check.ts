import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionTest, type ConnectionResult } from '../check-in-validation/index.js';
import { connectedGymsSql } from '../partners/index.js';
import { withClient } from '../platform/database/with-client.js';
import { openKeyring } from '../platform/encryption-keys/open-keyring.js';
import type { Check } from './checks.js';
import { ok, problem, skipped, warning, type Finding } from './finding.js';

const CALL_MS = 2_500;
/** No call begins later. */
const BEGIN_WITHIN_MS = 1_500;
const AT_ONCE = 10;
/** Gyms with a problem that are named, one line each. */
const MOST_NAMED = 20;

interface Gym {
  readonly partner_id: string;
  readonly slug: string;
  readonly gym_id: string | number;
  readonly name: string;
  readonly environment: string;
}

const FIXES: Readonly<
  Record<Exclude<ConnectionResult['result'], 'OK'>, readonly [string, string]>
> = {
  CREDENTIALS_REFUSED: [
    'Wellhub refuses the token',
    'enter the token of this gym anew (Settings, Wellhub)',
  ],
  GYM_NOT_ALLOWED: [
    'Wellhub does not let this token act for the gym',
    "correct Wellhub's id of the gym, or let Wellhub connect it to your software",
  ],
  UNREACHABLE: [
    'Wellhub cannot be reached, or does not answer as expected',
    'let this host call Wellhub (docs/deploy.md), or wait if Wellhub is down',
  ],
};

/** Calls Wellhub for each gym with an id that no user has, as the connection test does; changes nothing. */
export const wellhubCalls: Check = async (settings, openApp) => {
  const { rows } = await withClient(settings.databaseUrl, (client) =>
    client.query<Gym>(connectedGymsSql),
  );
  const gyms = rows.filter(
    ({ environment }) => environment !== 'simulator' || settings.wellhubSimulatorUrl !== undefined,
  );
  const simulated = rows.length - gyms.length;
  const notes = simulated > 0 ? [skipped(`${simulated} gyms are connected to the simulator`)] : [];
  if (gyms.length === 0)
    return notes.length > 0 ? notes : [ok('no gym is connected to Wellhub yet')];
  const app = await openApp(settings, await openKeyring(settings));
  const test = app.get(ConnectionTest, { strict: false });
  const results = await probeAll(gyms, ({ partner_id, gym_id }) =>
    test.probe(partner_id, Number(gym_id), CALL_MS),
  );
  return [...findingsOf(gyms, results), ...notes];
};

type Probe = (gym: Gym) => Promise<ConnectionResult>;

/** @returns the results of the gyms that there was time for, in their order */
async function probeAll(
  gyms: readonly Gym[],
  probe: Probe,
): Promise<(ConnectionResult | undefined)[]> {
  const results: (ConnectionResult | undefined)[] = Array(gyms.length).fill(undefined);
  const began = performance.now();
  let next = 0;
  const work = async () => {
    while (next < gyms.length && performance.now() - began < BEGIN_WITHIN_MS) {
      const index = next++;
      const gym = gyms[index] as Gym;
      results[index] = await Promise.race([
        probe(gym),
        sleep(CALL_MS + 500, UNANSWERED, { ref: false }),
      ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

const UNANSWERED: ConnectionResult = { result: 'UNREACHABLE' };

function findingsOf(
  gyms: readonly Gym[],
  results: readonly (ConnectionResult | undefined)[],
): Finding[] {
  const bad: Finding[] = [];
  let good = 0;
  gyms.forEach(({ slug, gym_id: id, name }, index) => {
    const result = results[index];
    if (result?.result === 'OK') good += 1;
    if (!result || result.result === 'OK') return;
    const [text, fix] = FIXES[result.result];
    bad.push(problem(`${slug}, gym ${id} (${name}): ${result.detail ?? text}`, fix));
  });
  const untested = results.filter((result) => !result).length;
  return [
    ...(good > 0 ? [ok(`${good} of ${gyms.length} gyms reach Wellhub`)] : []),
    ...bad.slice(0, MOST_NAMED),
    ...(bad.length > MOST_NAMED ? [problem(`${bad.length - MOST_NAMED} more gyms do not`)] : []),
    ...(untested > 0
      ? [
          warning(
            `${untested} gyms were not tested for lack of time`,
            'test one with POST /admin/v1/gyms/{gymId}/wellhub/test',
          ),
        ]
      : []),
  ];
}

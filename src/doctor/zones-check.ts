import { withClient } from '../platform/database/with-client.js';
import { canonicalTimeZone } from '../platform/values/time-zones.js';
import type { Check } from './checks.js';
import { ok, problem, warning, type Finding } from './finding.js';
import { nodeOffset } from './node-offset.js';
import { ZONES } from './zones.sql.js';

const HALF_A_YEAR_MS = 183 * 86_400_000;

interface Zone {
  readonly zone: string;
  readonly isUsed: boolean;
  readonly isKnown: boolean;
  readonly minutes: readonly (number | null)[];
}

/** Names of zones, and their hours, mean the same to Node and to the database. */
export const zones: Check = async ({ databaseUrl }) => {
  const now = Date.now();
  const moments = [new Date(now), new Date(now + HALF_A_YEAR_MS)];
  const offered = Intl.supportedValuesOf('timeZone').map((name) => canonicalTimeZone(name) ?? name);
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<Zone>(ZONES, [[...new Set(offered)], moments]),
  );
  const found = [...unknownToNode(rows), ...unknownToDatabase(rows), ...differing(rows, moments)];
  return found.length > 0 ? found : [ok(`${rows.length} names mean the same here and there`)];
};

function unknownToNode(rows: readonly Zone[]): Finding[] {
  const names = rows.filter(({ zone, isUsed }) => isUsed && canonicalTimeZone(zone) === undefined);
  if (names.length === 0) return [];
  return [
    problem(
      `partners or gyms have zones that Node does not know: ${some(names)}`,
      'give them a present IANA name, or install a newer Node',
    ),
  ];
}

function unknownToDatabase(rows: readonly Zone[]): Finding[] {
  const names = rows.filter(({ isKnown }) => !isKnown);
  if (names.length === 0) return [];
  const isUsed = names.some((name) => name.isUsed);
  return [
    (isUsed ? problem : warning)(
      `PostgreSQL does not know ${some(names)}`,
      'install a newer PostgreSQL, or newer tzdata on its host',
    ),
  ];
}

export function differing(rows: readonly Zone[], moments: readonly Date[]): Finding[] {
  const differ = rows.filter(
    ({ zone, isUsed, isKnown, minutes }) =>
      isUsed &&
      isKnown &&
      canonicalTimeZone(zone) !== undefined &&
      moments.some((moment, index) => nodeOffset(zone, moment) !== minutes[index]),
  );
  if (differ.length === 0) return [];
  return [
    problem(
      `clocks of Node and PostgreSQL differ, now or in half a year, for ${some(differ)}`,
      'renew both: one of them has old rules of these zones',
    ),
  ];
}

function some(names: readonly Zone[]): string {
  const first = names.slice(0, 3).map(({ zone }) => zone);
  return first.join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}

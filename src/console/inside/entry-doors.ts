import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import type { OpenVisit } from './inside-screen.js';

interface OpenedDoor {
  readonly visitId: number | null;
  readonly deviceId: number | null;
}

interface NamedDoor {
  readonly id: number;
  readonly name: string;
}

/** Decisions are written down in the moment of the entry, or a little later. */
const MARGIN_MS = 60_000;
const MOST_DECISIONS = 200;

/** The names of the doors through which these visits began, as far as the person may see doors. */
export async function entryDoors(
  page: ConsolePage,
  gym: ListedGym,
  visits: readonly OpenVisit[],
): Promise<ReadonlyMap<number, string>> {
  const entered = visits.filter(({ source }) => source === 'GATE');
  if (entered.length === 0 || !page.may('DEVICE_READ')) return new Map();
  const times = entered.map(({ enteredAt }) => Date.parse(enteredAt));
  const query = {
    from: new Date(Math.min(...times) - MARGIN_MS).toISOString(),
    to: new Date(Math.max(...times) + MARGIN_MS).toISOString(),
    outcome: 'OPENED',
    limit: MOST_DECISIONS,
  };
  const [opened, doors] = await Promise.all([
    page.get<{ items: OpenedDoor[] }>(`gyms/${gym.id}/gate-decisions`, query),
    page.all<NamedDoor>(`gyms/${gym.id}/devices`),
  ]);
  const names = new Map(doors.map(({ id, name }) => [id, name]));
  // The newest first: the oldest of a visit is the one that began it.
  return new Map(
    opened.items.flatMap(({ visitId, deviceId }) => {
      const name = names.get(deviceId ?? 0);
      return visitId === null || name === undefined ? [] : [[visitId, name] as const];
    }),
  );
}

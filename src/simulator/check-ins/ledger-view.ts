import type { CallLog } from './call-log.js';
import type { LedgerCheckIn, Ledger } from './ledger.js';

/** One person in the ledger: how often a gym called, and what Wellhub will pay. */
export interface LedgerPerson {
  readonly calls: number;
  readonly mostAtOnce: number;
  readonly validated: number;
  readonly checkIns: readonly LedgerCheckIn[];
}

/** `GET /control/ledger`: Wellhub's own state, for invariants like "ours = theirs, once". */
export interface LedgerView {
  readonly calls: number;
  readonly validated: number;
  readonly people: Readonly<Record<string, LedgerPerson>>;
}

export function viewLedger(ledger: Ledger, log: CallLog, wellhubId?: string): LedgerView {
  const checkIns = groupByPerson(ledger.all(wellhubId));
  const called = wellhubId === undefined ? log.ids() : [wellhubId];
  const ids = [...new Set([...checkIns.keys(), ...called])];
  const people = ids.map((id): [string, LedgerPerson] => {
    const own = checkIns.get(id) ?? [];
    const validated = own.filter((checkIn) => checkIn.state === 'validated').length;
    return [id, { ...log.count(id), validated, checkIns: own }];
  });
  const total = (count: (person: LedgerPerson) => number): number =>
    people.reduce((sum, [, person]) => sum + count(person), 0);
  return {
    calls: total((person) => person.calls),
    validated: total((person) => person.validated),
    people: Object.fromEntries(people),
  };
}

function groupByPerson(all: readonly LedgerCheckIn[]): Map<string, LedgerCheckIn[]> {
  const groups = new Map<string, LedgerCheckIn[]>();
  for (const checkIn of all) {
    const group = groups.get(checkIn.wellhubId);
    if (group === undefined) groups.set(checkIn.wellhubId, [checkIn]);
    else group.push(checkIn);
  }
  return groups;
}

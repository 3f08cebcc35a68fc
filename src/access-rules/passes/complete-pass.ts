import type { Violation } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { AccessPass, PassValues } from './access-pass.js';

type Optional = 'gymIds' | 'validUntil' | 'entries' | 'note';

/** As a caller gives it: absent and null are the same. */
export type GivenPass = Omit<PassValues, Optional> & {
  readonly [K in Optional]?: PassValues[K] | null;
};

/** @param present the pass that is changed @throws request.invalid for what is wrong between fields; each by itself is right */
export function completePass(given: GivenPass, present?: AccessPass): PassValues {
  const { type, validFrom, gymIds = null, validUntil = null, entries = null, note = null } = given;
  const pass = { type, gymIds, validFrom, validUntil, entries, note };
  const violations = [
    ...(type === 'GUEST' ? guestFaults(pass) : staffFaults(pass)),
    ...(validUntil !== null && validUntil < validFrom
      ? [{ path: 'validUntil', detail: 'must not be before validFrom' }]
      : []),
    ...(present ? changeFaults(pass, present) : []),
  ];
  if (violations.length > 0) throw invalid(...violations);
  return pass;
}

const guestFaults = (pass: PassValues): Violation[] =>
  (['validUntil', 'entries'] as const)
    .filter((path) => pass[path] === null)
    .map((path) => ({ path, detail: 'is required for a guest' }));

const staffFaults = ({ entries }: PassValues): Violation[] =>
  entries === null
    ? []
    : [{ path: 'entries', detail: 'is for guests: staff enters as often as it wants' }];

const changeFaults = (
  { type, entries }: PassValues,
  { type: before, entriesUsed }: AccessPass,
): Violation[] => [
  ...(type === before
    ? []
    : [{ path: 'type', detail: `must stay ${before}: another right is another pass` }]),
  ...(entries !== null && entries < entriesUsed
    ? [{ path: 'entries', detail: `must be at least ${entriesUsed}: so many are used` }]
    : []),
];

import type { Violation } from '../../platform/errors/domain-error.js';
import { possibleRights } from '../compiled/compile-rule.js';
import type { PersonCondition, TimeCondition } from '../compiled/conditions.js';
import { minuteOf } from '../compiled/local-week.js';
import type { RuleValues } from './access-rule.js';

/** What is wrong between the fields of a rule; each by itself is right. */
export const ruleFaults = ({ when, who, deviceIds, active }: RuleValues): Violation[] => [
  ...timeFaults(when ?? {}),
  ...personFaults(who ?? {}),
  ...(active && deviceIds?.length === 0
    ? [{ path: 'deviceIds', detail: 'must not be empty: the devices of this rule were removed' }]
    : []),
];

function timeFaults({ from = '00:00', to = '24:00', dateFrom, dateTo }: TimeCondition) {
  return [
    ...(minuteOf(from) === minuteOf(to)
      ? bothOf(
          'when',
          ['from', 'must not be the same as to'],
          ['to', 'must not be the same as from'],
        )
      : []),
    ...(dateFrom !== undefined && dateTo !== undefined && dateFrom > dateTo
      ? bothOf(
          'when',
          ['dateFrom', 'must not be after dateTo'],
          ['dateTo', 'must not be before dateFrom'],
        )
      : []),
  ];
}

function personFaults(who: PersonCondition): Violation[] {
  const { minAge, maxAge } = who;
  return [
    ...(minAge !== undefined && maxAge !== undefined && minAge > maxAge
      ? bothOf('who', ['minAge', 'must not be over maxAge'], ['maxAge', 'must not be under minAge'])
      : []),
    ...(possibleRights(who).length === 0 ? neverFits(who) : []),
  ];
}

const OF_WELLHUB = ['wellhubPlans', 'wellhubProducts'] as const;

/** The lists that the rights exclude; without rights memberships exclude what is Wellhub's. */
function neverFits({ rights, ...who }: PersonCondition): Violation[] {
  const { membershipIds } = who;
  const excludes = (right: 'CONTRACT' | 'WELLHUB') =>
    rights !== undefined && !rights.includes(right);
  const isMixed = membershipIds !== undefined;
  return [
    ...(isMixed && excludes('CONTRACT')
      ? [{ path: 'who.membershipIds', detail: 'can fit nobody: rights exclude CONTRACT' }]
      : []),
    ...OF_WELLHUB.filter((name) => who[name] !== undefined && (isMixed || excludes('WELLHUB'))).map(
      (name) => ({
        path: `who.${name}`,
        detail: excludes('WELLHUB')
          ? 'can fit nobody: rights exclude WELLHUB'
          : 'can fit nobody together with membershipIds',
      }),
    ),
  ];
}

type Fault = readonly [field: string, detail: string];
const bothOf = (parent: string, ...faults: readonly Fault[]): Violation[] =>
  faults.map(([field, detail]) => ({ path: `${parent}.${field}`, detail }));

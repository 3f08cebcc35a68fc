import type { Form } from '../../pages/index.js';
import { checked, numberOf, textOrNull } from '../settings/setting-fields.js';
import {
  RIGHTS,
  WEEK_DAYS,
  type ListedRule,
  type RulePeople,
  type RuleTime,
} from './access-rule.js';

export const MESSAGES = ['pt', 'en', 'es', 'de'] as const;
/** The beginnings of the names of checkboxes. */
export const BOXES = {
  day: 'when/days.',
  right: 'who/rights.',
  membership: 'who/membershipIds.',
  door: 'deviceIds.',
} as const;
/** The box of a rule whose doors were removed: while it is checked, the rule is at no door. */
export const NO_DOOR = 'none';

const LINES = [
  'name',
  'effect',
  'active',
  'when/from',
  'when/to',
  'when/dateFrom',
  'when/dateTo',
  'who/wellhubPlans',
  'who/wellhubProducts',
  'who/minAge',
  'who/maxAge',
  ...MESSAGES.map((language) => `message/${language}`),
];

/** The names of all fields that the form sent. */
export const ruleFieldsIn = (form: Form): string[] => [
  ...LINES,
  ...Object.values(BOXES).flatMap((box) => form.checkedOf(box).map((value) => box + value)),
];

const boxes = (box: string, values: readonly (string | number)[] | null | undefined) =>
  Object.fromEntries((values ?? []).map((value) => [`${box}${value}`, 'on']));

export const newRuleValues = (): Record<string, string> => ({ effect: 'ALLOW', active: 'on' });

export const ruleValues = ({
  when,
  who,
  message,
  ...rule
}: ListedRule): Record<string, string> => ({
  name: rule.name,
  effect: rule.effect,
  active: checked(rule.active),
  ...timeValues(when ?? {}),
  ...peopleValues(who ?? {}),
  ...Object.fromEntries(MESSAGES.map((one) => [`message/${one}`, message?.[one] ?? ''])),
  ...boxes(BOXES.door, rule.deviceIds?.length === 0 ? [NO_DOOR] : rule.deviceIds),
});

const timeValues = ({ days, from, to, dateFrom, dateTo }: RuleTime) => ({
  'when/from': from ?? '',
  'when/to': to ?? '',
  'when/dateFrom': dateFrom ?? '',
  'when/dateTo': dateTo ?? '',
  ...boxes(BOXES.day, days),
});

const peopleValues = (who: RulePeople) => ({
  'who/wellhubPlans': joined(who.wellhubPlans),
  'who/wellhubProducts': joined(who.wellhubProducts),
  'who/minAge': String(who.minAge ?? ''),
  'who/maxAge': String(who.maxAge ?? ''),
  ...boxes(BOXES.right, who.rights),
  ...boxes(BOXES.membership, who.membershipIds),
});

/**
 * The rule that the form means: a condition without a choice is absent, and so fits everything.
 * @param stored what was shown; absent: a new one
 */
export const ruleIn = (form: Form, stored?: ListedRule) => ({
  name: form.text('name'),
  effect: form.text('effect'),
  active: form.isChecked('active'),
  when: conditionOf({
    days: chosenOf(form, BOXES.day, WEEK_DAYS),
    from: textOrNull(form.text('when/from')),
    to: textOrNull(form.text('when/to')),
    dateFrom: textOrNull(form.text('when/dateFrom')),
    dateTo: textOrNull(form.text('when/dateTo')),
  }),
  who: conditionOf({
    rights: chosenOf(form, BOXES.right, RIGHTS),
    membershipIds: idsOf(form, BOXES.membership),
    wellhubPlans: wordsOf(form, 'who/wellhubPlans', stored?.who?.wellhubPlans),
    wellhubProducts: wordsOf(form, 'who/wellhubProducts', stored?.who?.wellhubProducts),
    minAge: ageOf(form, 'who/minAge'),
    maxAge: ageOf(form, 'who/maxAge'),
  }),
  deviceIds: doorsIn(form),
  message: conditionOf(
    Object.fromEntries(MESSAGES.map((one) => [one, textOrNull(form.text(`message/${one}`))])),
  ),
});

const someOf = <T>(values: readonly T[]): readonly T[] | null =>
  values.length === 0 ? null : values;

const chosenOf = (form: Form, box: string, known: readonly string[]) => {
  const found = form.checkedOf(box);
  return someOf(known.filter((one) => found.includes(one)));
};

const idsOf = (form: Form, box: string) => someOf(form.checkedOf(box).map(Number));

/** Undefined, which changes nothing, for a rule without doors for which none was chosen. */
function doorsIn(form: Form): readonly number[] | null | undefined {
  const chosen = form.checkedOf(BOXES.door);
  const doors = chosen.filter((one) => one !== NO_DOOR).map(Number);
  return doors.length === 0 && chosen.includes(NO_DOOR) ? undefined : someOf(doors);
}

const joined = (words: readonly string[] | null | undefined): string => (words ?? []).join(', ');

/** Text that was not changed means what is stored, which may hold a comma. */
const wordsOf = (form: Form, name: string, stored?: readonly string[] | null) => {
  if (stored && form.text(name) === joined(stored)) return stored;
  const found = form.text(name).split(',');
  return someOf(found.map((one) => one.trim()).filter(Boolean));
};

const ageOf = (form: Form, name: string) =>
  form.text(name) === '' ? null : numberOf(form.text(name));

/** Null where nothing is said; in a merge patch null takes away what was said before. */
const conditionOf = (parts: Readonly<Record<string, unknown>>): object | null =>
  Object.values(parts).every((part) => part === null) ? null : parts;

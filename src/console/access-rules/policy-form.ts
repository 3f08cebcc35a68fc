import type { Form } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import { checked, choicesOf, numberOf, type Setting } from '../settings/setting-fields.js';
import type { Policy } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { closingDayLines, closingDaysIn } from './closing-day-lines.js';

const shown = (value: number | null | undefined): string => String(value ?? '');
const numberOrNull = (text: string) => (text === '' ? null : numberOf(text));

export const separatorOf = ({ language }: ConsolePage): string => (language === 'de' ? '.' : '/');

/** The policy by the names of the form's fields. */
export const policyValues = (page: ConsolePage, policy: Policy): Record<string, string> => ({
  outsideRules: policy.outsideRules,
  'capacity/max': shown(policy.capacity?.max),
  'capacity/warnAtPercent': shown(policy.capacity?.warnAtPercent),
  showOccupancy: checked(policy.showOccupancy),
  'antiPassback/mode': policy.antiPassback.mode,
  'antiPassback/minutes': shown(policy.antiPassback.minutes),
  'antiPassback/scope': policy.antiPassback.scope,
  reentryMinutes: shown(policy.reentryMinutes),
  minimumAge: shown(policy.minimumAge),
  unknownAge: policy.unknownAge,
  closingDays: closingDayLines(policy.closingDays, separatorOf(page)),
});

/** The policy that the form means, whole: in a merge patch null would be the default again. */
export function policyChange(form: Form) {
  const max = form.text('capacity/max');
  const warnAtPercent = numberOrNull(form.text('capacity/warnAtPercent'));
  return {
    outsideRules: form.text('outsideRules'),
    capacity: max === '' ? null : { max: numberOf(max), warnAtPercent },
    showOccupancy: form.isChecked('showOccupancy'),
    antiPassback: {
      mode: form.text('antiPassback/mode'),
      minutes: numberOrNull(form.text('antiPassback/minutes')),
      scope: form.text('antiPassback/scope'),
    },
    reentryMinutes: numberOrNull(form.text('reentryMinutes')),
    minimumAge: numberOrNull(form.text('minimumAge')),
    unknownAge: form.text('unknownAge'),
    closingDays: closingDaysIn(form.raw('closingDays')),
  };
}

/** Whether everything is as without a policy. */
export const isUnset = (policy: Policy): boolean =>
  policy.ruleCount === 0 &&
  policy.outsideRules === 'ALLOW' &&
  policy.antiPassback.mode === 'OFF' &&
  policy.closingDays.length === 0 &&
  [policy.capacity, policy.reentryMinutes, policy.minimumAge].every((one) => one === null);

const whole = (max: number) => ({ type: 'text', inputMode: 'numeric', maxLength: max }) as const;

export const policySettings = (page: ConsolePage): Setting[] => [
  ...placeSettings(page),
  ...passbackSettings(page),
  ...ageSettings(page),
];

function placeSettings(page: ConsolePage): Setting[] {
  const { policy: words } = page.textsOf(ACCESS_WORDS);
  return [
    {
      name: 'outsideRules',
      kind: 'choice',
      label: words.outside,
      choices: choicesOf(words.outsides),
    },
    { name: 'capacity/max', label: words.capacity, hint: words.capacityHint, input: whole(6) },
    { name: 'capacity/warnAtPercent', label: words.warn, hint: words.warnHint, input: whole(3) },
    { name: 'showOccupancy', kind: 'check', label: words.show, hint: words.showHint },
    { name: 'reentryMinutes', label: words.reentry, hint: words.reentryHint, input: whole(4) },
  ];
}

function passbackSettings(page: ConsolePage): Setting[] {
  const { policy: words } = page.textsOf(ACCESS_WORDS);
  return [
    {
      name: 'antiPassback/mode',
      kind: 'choice',
      label: words.passback,
      choices: choicesOf(words.passbacks),
    },
    {
      name: 'antiPassback/minutes',
      label: words.passbackMinutes,
      hint: words.passbackMinutesHint,
      input: whole(4),
    },
    {
      name: 'antiPassback/scope',
      kind: 'select',
      label: words.passbackScope,
      required: true,
      choices: Object.entries(words.scopes).map(([value, label]) => ({ value, label })),
    },
  ];
}

function ageSettings(page: ConsolePage): Setting[] {
  const { policy: words, effects } = page.textsOf(ACCESS_WORDS);
  const choices = Object.entries(effects).map(([value, label]) => ({ value, label }));
  return [
    { name: 'minimumAge', label: words.minimumAge, hint: words.minimumAgeHint, input: whole(2) },
    { name: 'unknownAge', kind: 'select', label: words.unknownAge, required: true, choices },
  ];
}

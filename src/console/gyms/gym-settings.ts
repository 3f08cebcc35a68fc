import type { Form } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import { GYM_WORDS, type GymWords } from './gym-words.js';
import {
  checked,
  choicesOf,
  languageChoices,
  numberOf,
  textOrNull,
  zoneChoices,
  type Setting,
} from '../settings/setting-fields.js';

/** A gym as the administration shows it: what the form changes. */
export interface GymSettings {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly language: string;
  readonly wellhubGymId: string | null;
  readonly linkWellhubByEmail: boolean;
  readonly validationMode: keyof GymWords['validations'];
  readonly checkInWindowMinutes: number;
  readonly whenWellhubIsDown: keyof GymWords['wellhubDowns'];
  readonly whenStorageIsDown: keyof GymWords['storageDowns'];
  readonly bookingDefaultDecision: keyof GymWords['bookings'];
  readonly accessCodes: {
    readonly enabled: boolean;
    readonly ttlSeconds: number;
    readonly singleUse: boolean;
  };
  readonly visitClosesAfterMinutes: number;
  readonly countVisitOn: keyof GymWords['visitCounts'];
  readonly wellhubAccessTokenSet: boolean;
  readonly webhookSecretSet: boolean;
  readonly webhookSecretSetAt: string | null;
}

export const gymValues = (gym: GymSettings): Record<string, string> => ({
  name: gym.name,
  timeZone: gym.timeZone,
  language: gym.language,
  wellhubGymId: gym.wellhubGymId ?? '',
  linkWellhubByEmail: checked(gym.linkWellhubByEmail),
  validationMode: gym.validationMode,
  checkInWindowMinutes: String(gym.checkInWindowMinutes),
  whenWellhubIsDown: gym.whenWellhubIsDown,
  whenStorageIsDown: gym.whenStorageIsDown,
  bookingDefaultDecision: gym.bookingDefaultDecision,
  'accessCodes/enabled': checked(gym.accessCodes.enabled),
  'accessCodes/ttlSeconds': String(gym.accessCodes.ttlSeconds),
  'accessCodes/singleUse': checked(gym.accessCodes.singleUse),
  visitClosesAfterMinutes: String(gym.visitClosesAfterMinutes),
  countVisitOn: gym.countVisitOn,
});

/** As a new gym begins. */
export const newGymValues = (page: ConsolePage): Record<string, string> => ({
  name: '',
  timeZone: page.partner?.timeZone ?? 'UTC',
  language: page.partner?.locale ?? 'en',
  wellhubGymId: '',
  linkWellhubByEmail: 'on',
  validationMode: 'AUTOMATIC',
  checkInWindowMinutes: '20',
  whenWellhubIsDown: 'DENY',
  whenStorageIsDown: 'DENY',
  bookingDefaultDecision: 'REJECTED',
  'accessCodes/enabled': 'on',
  'accessCodes/ttlSeconds': '60',
  'accessCodes/singleUse': 'on',
  visitClosesAfterMinutes: '240',
  countVisitOn: 'GRANT',
});

export const gymChange = (form: Form) => ({
  name: form.text('name'),
  timeZone: form.text('timeZone'),
  language: form.text('language'),
  wellhubGymId: textOrNull(form.text('wellhubGymId')),
  linkWellhubByEmail: form.isChecked('linkWellhubByEmail'),
  validationMode: form.text('validationMode'),
  checkInWindowMinutes: numberOf(form.text('checkInWindowMinutes')),
  whenWellhubIsDown: form.text('whenWellhubIsDown'),
  whenStorageIsDown: form.text('whenStorageIsDown'),
  bookingDefaultDecision: form.text('bookingDefaultDecision'),
  accessCodes: {
    enabled: form.isChecked('accessCodes/enabled'),
    ttlSeconds: numberOf(form.text('accessCodes/ttlSeconds')),
    singleUse: form.isChecked('accessCodes/singleUse'),
  },
  visitClosesAfterMinutes: numberOf(form.text('visitClosesAfterMinutes')),
  countVisitOn: form.text('countVisitOn'),
});

const minutes = { type: 'number', min: 1, max: 1_440, inputMode: 'numeric' } as const;

export function generalSettings(page: ConsolePage, zone: string): Setting[] {
  const words = page.textsOf(GYM_WORDS);
  return [
    { name: 'name', label: words.name, required: true, input: { type: 'text', maxLength: 200 } },
    {
      name: 'timeZone',
      kind: 'select',
      label: words.timeZone,
      required: true,
      choices: zoneChoices(zone),
    },
    {
      name: 'language',
      kind: 'select',
      label: words.language,
      hint: words.languageHint,
      required: true,
      choices: languageChoices(page),
    },
  ];
}

export function wellhubSettings(page: ConsolePage): Setting[] {
  const words = page.textsOf(GYM_WORDS);
  const choice = (
    name: string,
    label: string,
    choices: Parameters<typeof choicesOf>[0],
  ): Setting => ({
    name,
    kind: 'choice',
    label,
    choices: choicesOf(choices),
  });
  return [
    {
      name: 'wellhubGymId',
      label: words.wellhubGymId,
      hint: words.wellhubGymIdHint,
      input: { type: 'text', inputMode: 'numeric', maxLength: 40, autocomplete: 'off' },
    },
    choice('validationMode', words.validation, words.validations),
    {
      name: 'checkInWindowMinutes',
      label: words.window,
      hint: words.windowHint,
      required: true,
      input: minutes,
    },
    choice('whenWellhubIsDown', words.wellhubDown, words.wellhubDowns),
    choice('bookingDefaultDecision', words.booking, words.bookings),
    {
      name: 'linkWellhubByEmail',
      kind: 'check',
      label: words.linkByEmail,
      hint: words.linkByEmailHint,
    },
  ];
}

export function doorSettings(page: ConsolePage): Setting[] {
  const words = page.textsOf(GYM_WORDS);
  return [
    {
      name: 'whenStorageIsDown',
      kind: 'choice',
      label: words.storageDown,
      choices: choicesOf(words.storageDowns),
    },
    { name: 'accessCodes/enabled', kind: 'check', label: words.codes, hint: words.codesHint },
    {
      name: 'accessCodes/ttlSeconds',
      label: words.codeLife,
      hint: words.codeLifeHint,
      required: true,
      input: { ...minutes, min: 15, max: 300 },
    },
    {
      name: 'accessCodes/singleUse',
      kind: 'check',
      label: words.singleUse,
      hint: words.singleUseHint,
    },
    {
      name: 'visitClosesAfterMinutes',
      label: words.visitEnds,
      hint: words.visitEndsHint,
      required: true,
      input: minutes,
    },
    {
      name: 'countVisitOn',
      kind: 'choice',
      label: words.visitCount,
      choices: choicesOf(words.visitCounts),
    },
  ];
}

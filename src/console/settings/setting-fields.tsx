import type { VNode } from 'preact';
import type { InputAttributes } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import { CheckField, ChoiceField, SelectField, TextField, type Choice } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { Facts } from '../frame/list.js';
import { SETTINGS_WORDS } from './settings-words.js';

/** One setting of a form. */
export interface Setting {
  /** As the API calls it, inside others by a slash. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'check' | 'choice' | 'select';
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  readonly input?: InputAttributes;
}

interface SettingFieldsProps {
  readonly page: ConsolePage;
  readonly settings: readonly Setting[];
  readonly state: FormState;
}

/** The fields of settings, each with what follows from it. */
export function SettingFields({ page, settings, state }: SettingFieldsProps): VNode {
  return (
    <>
      {settings.map((setting) => (
        <SettingField key={setting.name} page={page} state={state} setting={setting} />
      ))}
    </>
  );
}

interface SettingFieldProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  readonly setting: Setting;
}

function SettingField({ page, state, setting }: SettingFieldProps): VNode {
  const { kind = 'text', choices = [], name, label, required = false, input } = setting;
  const shared = {
    page,
    state,
    name,
    label,
    required,
    ...(setting.hint && { hint: setting.hint }),
  };
  if (kind === 'check') return <CheckField {...shared} />;
  if (kind === 'choice') return <ChoiceField {...shared} choices={choices} />;
  if (kind === 'select') return <SelectField {...shared} choices={choices} />;
  return <TextField {...shared} {...(input && { input })} />;
}

function shownValue({ words }: ConsolePage, { kind, choices }: Setting, value: string): string {
  if (kind === 'check') return value === 'on' ? words.yes : words.no;
  return choices?.find((choice) => choice.value === value)?.label ?? (value || words.none);
}

export const checked = (value: boolean): string => (value ? 'on' : '');

/** What an empty field stands for in a merge patch. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** A number, or what was typed instead, for the API to refuse by its name. */
export const numberOf = (text: string): number | string =>
  /^\d{1,9}$/.test(text) ? Number(text) : text;

export const languageChoices = (page: ConsolePage): Choice[] =>
  Object.entries(page.textsOf(SETTINGS_WORDS).languages).map(([value, label]) => ({
    value,
    label,
  }));

/** Every zone, and the stored one, which an older list may have had. */
export const zoneChoices = (stored: string): Choice[] =>
  [...new Set([stored, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export const choicesOf = (
  choices: Readonly<Record<string, { label: string; hint: string }>>,
): Choice[] => Object.entries(choices).map(([value, words]) => ({ value, ...words }));

interface SettingFactsProps {
  readonly page: ConsolePage;
  readonly settings: readonly Setting[];
  readonly values: Readonly<Record<string, string>>;
}

/** The same settings for people who may not change them. */
export function SettingFacts({ page, settings, values }: SettingFactsProps): VNode {
  const facts = settings.map(
    (setting) => [setting.label, shownValue(page, setting, values[setting.name] ?? '')] as const,
  );
  return <Facts facts={facts} />;
}

import type { ComponentChildren, VNode } from 'preact';
import type { InputAttributes } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import {
  checked,
  languageChoices,
  SettingFields,
  zoneChoices,
  type Setting,
} from './setting-fields.js';
import { AreaFrame } from './settings-screen.js';
import { SETTINGS_WORDS } from './settings-words.js';

/** A partner as the administration shows it: what the form changes. */
export interface PartnerSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly supportEmail: string | null;
  readonly termsUrl: string | null;
  readonly termsVersion: string | null;
  readonly privacyUrl: string | null;
  readonly privacyVersion: string | null;
  readonly secondFactorRequired: boolean;
  readonly multiOffer: boolean;
  readonly signUpUrl: string | null;
  readonly logInUrl: string | null;
  readonly usageEventsFromVisits: boolean;
  readonly usageEventTypes: readonly string[];
  readonly defaultMailTemplates: boolean;
}

export const PARTNER_FIELDS = [
  'name',
  'timeZone',
  'locale',
  'supportEmail',
  'termsUrl',
  'termsVersion',
  'privacyUrl',
  'privacyVersion',
  'secondFactorRequired',
  'multiOffer',
  'signUpUrl',
  'logInUrl',
  'usageEventsFromVisits',
  'usageEventTypes',
  'defaultMailTemplates',
] as const satisfies readonly (keyof PartnerSettings)[];

export const partnerValues = (partner: PartnerSettings): Record<string, string> => ({
  name: partner.name,
  timeZone: partner.timeZone,
  locale: partner.locale,
  supportEmail: partner.supportEmail ?? '',
  termsUrl: partner.termsUrl ?? '',
  termsVersion: partner.termsVersion ?? '',
  privacyUrl: partner.privacyUrl ?? '',
  privacyVersion: partner.privacyVersion ?? '',
  secondFactorRequired: checked(partner.secondFactorRequired),
  multiOffer: checked(partner.multiOffer),
  signUpUrl: partner.signUpUrl ?? '',
  logInUrl: partner.logInUrl ?? '',
  usageEventsFromVisits: checked(partner.usageEventsFromVisits),
  usageEventTypes: partner.usageEventTypes.join(', '),
  defaultMailTemplates: checked(partner.defaultMailTemplates),
});

export function partnerScreen(page: ConsolePage, state: FormState): VNode {
  const { partner: words } = page.textsOf(SETTINGS_WORDS);
  const shared = { page, state };
  return (
    <AreaFrame page={page} area="partner">
      <ConsoleForm page={page} action={page.path} state={state} submit={page.words.save}>
        <SettingFields {...shared} settings={general(page, state.stored?.values ?? {})} />
        <Part title={words.agreements} hint={words.agreementsHint}>
          <SettingFields {...shared} settings={agreements(page)} />
        </Part>
        <Part title={words.wellhub} hint={words.wellhubHint}>
          <SettingFields {...shared} settings={withWellhub(page)} />
        </Part>
        <SettingFields {...shared} settings={forPeople(page)} />
      </ConsoleForm>
    </AreaFrame>
  );
}

interface PartProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

function Part({ title, hint, children }: PartProps): VNode {
  return (
    <fieldset class="part">
      <legend>{title}</legend>
      <p class="hint">{hint}</p>
      {children}
    </fieldset>
  );
}

function general(page: ConsolePage, stored: Readonly<Record<string, string>>): Setting[] {
  const { partner: words } = page.textsOf(SETTINGS_WORDS);
  return [
    { name: 'name', label: words.name, required: true, input: { type: 'text', maxLength: 200 } },
    {
      name: 'timeZone',
      kind: 'select',
      label: words.timeZone,
      hint: words.timeZoneHint,
      required: true,
      choices: zoneChoices(stored['timeZone'] ?? ''),
    },
    {
      name: 'locale',
      kind: 'select',
      label: words.locale,
      hint: words.localeHint,
      required: true,
      choices: languageChoices(page),
    },
    {
      name: 'supportEmail',
      label: words.supportEmail,
      hint: words.supportEmailHint,
      input: { type: 'email', maxLength: 254, autocomplete: 'off' },
    },
  ];
}

function agreements(page: ConsolePage): Setting[] {
  const { partner: words } = page.textsOf(SETTINGS_WORDS);
  const url: InputAttributes = { type: 'url', maxLength: 500, placeholder: 'https://' };
  const version: InputAttributes = { type: 'text', maxLength: 50 };
  return [
    { name: 'termsUrl', label: words.termsUrl, input: url },
    { name: 'termsVersion', label: words.termsVersion, hint: words.versionHint, input: version },
    { name: 'privacyUrl', label: words.privacyUrl, input: url },
    {
      name: 'privacyVersion',
      label: words.privacyVersion,
      hint: words.versionHint,
      input: version,
    },
  ];
}

/** What was agreed with Wellhub, and where its people are led. */
function withWellhub(page: ConsolePage): Setting[] {
  const { partner: words } = page.textsOf(SETTINGS_WORDS);
  const url: InputAttributes = { type: 'url', maxLength: 500, placeholder: 'https://' };
  return [
    { name: 'signUpUrl', label: words.signUpUrl, hint: words.signUpUrlHint, input: url },
    { name: 'logInUrl', label: words.logInUrl, hint: words.logInUrlHint, input: url },
    { name: 'multiOffer', kind: 'check', label: words.multiOffer, hint: words.multiOfferHint },
    {
      name: 'usageEventsFromVisits',
      kind: 'check',
      label: words.usageFromVisits,
      hint: words.usageFromVisitsHint,
    },
    {
      name: 'usageEventTypes',
      label: words.usageTypes,
      hint: words.usageTypesHint,
      required: true,
      input: { type: 'text', maxLength: 500, autocomplete: 'off' },
    },
  ];
}

function forPeople(page: ConsolePage): Setting[] {
  const { partner: words } = page.textsOf(SETTINGS_WORDS);
  return [
    {
      name: 'defaultMailTemplates',
      kind: 'check',
      label: words.ourMails,
      hint: words.ourMailsHint,
    },
    {
      name: 'secondFactorRequired',
      kind: 'check',
      label: words.secondFactor,
      hint: words.secondFactorHint,
    },
  ];
}

import type { VNode } from 'preact';
import type { Form } from '../../pages/index.js';
import type { ConsolePage } from '../frame/console-page.js';
import type { FormState } from '../frame/form-state.js';
import {
  checked,
  numberOf,
  SettingFields,
  textOrNull,
  type Setting,
} from '../settings/setting-fields.js';
import { modelChoices, type ListedControlId } from './control-id-device.js';
import { CONTROL_ID_WORDS } from './control-id-words.js';

const AT = 'controlId/';

export const SETTING_FIELDS = [
  'model',
  'deviceId',
  'entryTurn',
  'entryTurnEvent',
  'qrMode',
  'cardFormat',
  'userIdIs',
  'requestTimeoutMs',
  'turnTimeoutSeconds',
  'showName',
  'contingency',
].map((name) => AT + name);

export const settingValues = (settings: ListedControlId): Record<string, string> => ({
  [`${AT}model`]: settings.model,
  [`${AT}deviceId`]: settings.deviceId ?? '',
  [`${AT}entryTurn`]: settings.entryTurn,
  [`${AT}entryTurnEvent`]: settings.entryTurnEvent ?? '',
  [`${AT}qrMode`]: settings.qrMode,
  [`${AT}cardFormat`]: settings.cardFormat,
  [`${AT}userIdIs`]: settings.userIdIs,
  [`${AT}requestTimeoutMs`]: String(settings.requestTimeoutMs),
  [`${AT}turnTimeoutSeconds`]: String(settings.turnTimeoutSeconds),
  [`${AT}showName`]: checked(settings.showName),
  [`${AT}contingency`]: checked(settings.contingency),
});

/** The merge patch of the settings that the form shows. */
export function settingsIn(form: Form): object {
  const text = (name: string) => form.text(AT + name);
  return {
    model: text('model'),
    deviceId: textOrNull(text('deviceId')),
    entryTurn: text('entryTurn'),
    entryTurnEvent: textOrNull(text('entryTurnEvent')),
    qrMode: text('qrMode'),
    cardFormat: text('cardFormat'),
    userIdIs: text('userIdIs'),
    requestTimeoutMs: numberOf(text('requestTimeoutMs')),
    turnTimeoutSeconds: numberOf(text('turnTimeoutSeconds')),
    showName: form.isChecked(`${AT}showName`),
    contingency: form.isChecked(`${AT}contingency`),
  };
}

const whole = (maxLength: number) => ({ type: 'text', inputMode: 'numeric', maxLength }) as const;
const choicesIn = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface SettingsProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  readonly settings: ListedControlId;
}

/** How a Control iD device is set up; what only turnstiles have is shown for turnstiles. */
export function ControlIdFields({ page, state, settings }: SettingsProps): VNode {
  const isTurnstile = settings.action === 'catra';
  const shown = [
    ...deviceSettings(page),
    ...(isTurnstile ? rotationSettings(page) : []),
    ...readingSettings(page),
    ...answerSettings(page),
  ];
  return (
    <>
      {!isTurnstile && <KeptFields settings={settings} />}
      <SettingFields page={page} settings={shown} state={state} />
    </>
  );
}

/** What a form does not show it sends as it is. */
function KeptFields({ settings }: { readonly settings: ListedControlId }): VNode {
  const values = settingValues(settings);
  return (
    <>
      {['entryTurn', 'entryTurnEvent', 'turnTimeoutSeconds'].map((name) => (
        <input key={name} type="hidden" name={AT + name} value={values[AT + name]} />
      ))}
    </>
  );
}

function deviceSettings(page: ConsolePage): Setting[] {
  const { settings: words } = page.textsOf(CONTROL_ID_WORDS);
  return [
    {
      name: `${AT}model`,
      kind: 'select',
      label: words.model,
      required: true,
      choices: modelChoices,
    },
    {
      name: `${AT}deviceId`,
      label: words.deviceId,
      hint: words.deviceIdHint,
      input: whole(19),
    },
  ];
}

function rotationSettings(page: ConsolePage): Setting[] {
  const { settings: words } = page.textsOf(CONTROL_ID_WORDS);
  return [
    {
      name: `${AT}entryTurn`,
      kind: 'choice',
      label: words.entryTurn,
      hint: words.entryTurnHint,
      choices: choicesIn(words.entryTurns),
    },
    {
      name: `${AT}entryTurnEvent`,
      kind: 'select',
      label: words.entryTurnEvent,
      hint: words.entryTurnEventHint,
      required: true,
      choices: [{ value: '', label: words.eitherSide }, ...choicesIn(words.turnEvents)],
    },
    {
      name: `${AT}turnTimeoutSeconds`,
      label: words.turnTimeout,
      hint: words.turnTimeoutHint,
      required: true,
      input: whole(3),
    },
  ];
}

function readingSettings(page: ConsolePage): Setting[] {
  const { settings: words } = page.textsOf(CONTROL_ID_WORDS);
  const select = (name: string, label: string, labels: Readonly<Record<string, string>>) =>
    ({
      name: AT + name,
      kind: 'select',
      label,
      required: true,
      choices: choicesIn(labels),
    }) as const;
  return [
    select('qrMode', words.qrMode, words.qrModes),
    { ...select('cardFormat', words.cardFormat, words.cardFormats), hint: words.cardFormatHint },
    { ...select('userIdIs', words.userIdIs, words.userIds), hint: words.userIdIsHint },
  ];
}

function answerSettings(page: ConsolePage): Setting[] {
  const { settings: words } = page.textsOf(CONTROL_ID_WORDS);
  return [
    {
      name: `${AT}requestTimeoutMs`,
      label: words.timeout,
      hint: words.timeoutHint,
      required: true,
      input: whole(5),
    },
    { name: `${AT}showName`, kind: 'check', label: words.showName, hint: words.showNameHint },
    {
      name: `${AT}contingency`,
      kind: 'check',
      label: words.contingency,
      hint: words.contingencyHint,
    },
  ];
}

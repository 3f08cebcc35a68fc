import type { DeviceView } from '../device/simulated-device.js';
import { DEVICE_MODELS, IDENTIFICATIONS } from '../device-wire/device-models.js';
import { BODY_FORMS, QR_MODES } from '../device-wire/device-settings.js';
import { html, type Html } from '../http/html.js';
import { deviceForm } from './device-forms.js';
import type { DeviceWords, SettingField } from './device-words.js';

const NUMBERS = [
  'maxRequestAttempts',
  'requestTimeoutMs',
  'clockSkewSeconds',
  'aliveEverySeconds',
  'pushEverySeconds',
] as const;

/** What the device is and whom it calls; the address is not shown again, for it holds the secret. */
export function settingsForm(words: DeviceWords, { state }: DeviceView): Html {
  const fields = html`<div class="grid">
    ${addressField(words, state.address)} ${textField(words, 'deviceId', state.deviceId)}
    ${choiceField(words, 'model', { all: DEVICE_MODELS, chosen: state.model })}
    ${choiceField(words, 'identification', {
      all: IDENTIFICATIONS,
      chosen: state.identification ?? '',
    })}
    ${choiceField(words, 'qrMode', { all: QR_MODES, chosen: state.qrMode })}
    ${choiceField(words, 'bodyForm', { all: BODY_FORMS, chosen: state.bodyForm })}
    ${NUMBERS.map((name) => textField(words, name, String(state[name])))}
    <p class="field wide">
      <label for="localCards">${words.fields.localCards}</label>
      <textarea id="localCards" name="localCards" rows="3">${state.localCards.join('\n')}</textarea>
    </p>
  </div>`;
  const open = state.address === undefined ? html`open` : undefined;
  return html`<details class="card settings" ${open}>
    <summary><h2>${words.settings}</h2></summary>
    ${deviceForm(
      words,
      'settings',
      html`${fields}
        <div class="row">
          <button class="main">${words.save}</button>
          <button formaction="/device/clear" formnovalidate>${words.clear}</button>
        </div>`,
    )}
  </details>`;
}

const addressField = (words: DeviceWords, address: string | undefined): Html =>
  html`<p class="field wide">
    <label for="address">${words.fields.address}</label>
    <input
      id="address"
      name="address"
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      placeholder="${address ?? 'http://localhost:3000/cid/…'}"
    />
    ${address === undefined ? undefined : html`<span class="quiet">${words.keepAddress}</span>`}
  </p>`;

const textField = (words: DeviceWords, name: SettingField, value: string): Html =>
  html`<p class="field">
    <label for="${name}">${words.fields[name]}</label>
    <input id="${name}" name="${name}" value="${value}" inputmode="numeric" required />
  </p>`;

interface Choice {
  readonly all: readonly string[];
  readonly chosen: string;
}

function choiceField(words: DeviceWords, name: SettingField, { all, chosen }: Choice): Html {
  const options = (all.includes(chosen) ? all : ['', ...all]).map(
    (one) =>
      html`<option value="${one}" ${one === chosen ? html`selected` : undefined}>
        ${one || words.byModel}
      </option>`,
  );
  return html`<p class="field">
    <label for="${name}">${words.fields[name]}</label>
    <select id="${name}" name="${name}">
      ${options}
    </select>
  </p>`;
}

import { LINE_STATES } from '../device/device-line.js';
import { ROTATIONS } from '../device/monitor.js';
import type { DeviceView } from '../device/simulated-device.js';
import { html, type Html } from '../http/html.js';
import type { TypedContent } from './device-page-input.js';
import { SHOWN_THINGS, type DeviceWords, type ShownThing } from './device-words.js';

/** A form of this page; the language goes with it. */
export const deviceForm = (words: DeviceWords, name: string, content: Html): Html =>
  html`<form method="post" action="/device/${name}">
    <input type="hidden" name="lang" value="${words.language.slice(0, 2)}" />
    ${content}
  </form>`;

export function readerForm(
  words: DeviceWords,
  typed: TypedContent = { thing: 'qr', content: '' },
): Html {
  const content = html`<fieldset class="choices">
      <legend class="hidden">${words.reader}</legend>
      ${SHOWN_THINGS.map((thing) => thingChoice(words, thing, thing === typed.thing))}
    </fieldset>
    <p class="field">
      <label for="content">${words.content}</label>
      <input
        id="content"
        name="content"
        value="${typed.content}"
        maxlength="600"
        required
        autocomplete="off"
        spellcheck="false"
        aria-describedby="content-how"
      />
      <span class="quiet" id="content-how">${words.contentHow}</span>
    </p>
    <div class="row">
      <button class="main">${words.present}</button>
      <button formaction="/device/again" formnovalidate>${words.again}</button>
    </div>`;
  return card('reader', words.reader, deviceForm(words, 'present', content));
}

const thingChoice = (words: DeviceWords, thing: ShownThing, isChosen: boolean): Html =>
  html`<label class="choice"
    ><input
      type="radio"
      name="thing"
      value="${thing}"
      ${isChosen ? html`checked` : undefined}
    /><span>${words.things[thing]}</span></label
  >`;

export function passageForm(words: DeviceWords): Html {
  const buttons = ROTATIONS.map(
    (rotation) =>
      html`<button name="turn" value="${rotation}">
        <span aria-hidden="true">${SIGNS[rotation]}</span> ${words.rotations[rotation]}
      </button>`,
  );
  return card(
    'passage',
    words.passage,
    deviceForm(
      words,
      'turn',
      html`<div class="row">${buttons}</div>
        <label class="check"><input type="checkbox" name="lost" /> ${words.lost}</label>`,
    ),
  );
}

const SIGNS = { left: '↺', right: '↻', 'give-up': '✕' } as const;

export function networkForm(words: DeviceWords, { state }: DeviceView): Html {
  const { network } = state;
  const buttons = LINE_STATES.map(
    (one) =>
      html`<button
        name="state"
        value="${one}"
        aria-pressed="${network.state === one ? 'true' : 'false'}"
      >
        ${words.line[one]}
      </button>`,
  );
  return card(
    'network',
    words.network,
    deviceForm(
      words,
      'network',
      html`<div class="row">${buttons}</div>
        <p class="field inline">
          <label for="slowMs">${words.slowMs}</label>
          <input
            id="slowMs"
            name="slowMs"
            type="number"
            min="0"
            max="120000"
            value="${network.slowMs || 1000}"
          />
        </p>
        <div class="row">
          <button formaction="/device/tick">${words.tick}</button>
          <button formaction="/device/poll">${words.poll}</button>
        </div>`,
    ),
  );
}

const card = (name: string, title: string, content: Html): Html =>
  html`<section class="card" aria-labelledby="${name}">
    <h2 id="${name}">${title}</h2>
    ${content}
  </section>`;

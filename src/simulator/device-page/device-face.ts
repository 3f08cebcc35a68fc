import { isTurnstile } from '../device-wire/device-models.js';
import type { DeviceView } from '../device/simulated-device.js';
import { html, Html } from '../http/html.js';
import type { DeviceWords } from './device-words.js';

type Light = 'idle' | 'open' | 'shut';
type ArmPosition = keyof DeviceWords['arm'];

/** The device as it stands in the gym: its display, its light, and the arm or the door. */
export function deviceFace(words: DeviceWords, device: DeviceView): Html {
  const { state, lastOutcome: last } = device;
  const light = lightOf(device);
  const position = positionOf(device);
  return html`<section class="face ${light}" aria-labelledby="device">
    <h2 id="device">
      ${words.device} <span class="quiet">${state.model} · ${state.deviceId}</span>
    </h2>
    <div class="cabinet">
      <p class="mode ${state.mode === 'ONLINE' && state.address ? 'online' : 'alone'}">
        ${modeWord(words, device)}
      </p>
      <div class="display" role="status">
        <p class="message">${last?.message ?? words.idle}</p>
        <p>${last ? last.userName : words.idleHow}</p>
      </div>
      <div class="lamp" aria-hidden="true"></div>
      <div class="arm">${isTurnstile(state.model) ? TRIPOD[position] : door(position)}</div>
    </div>
    <p class="position"><strong>${words.arm[position]}</strong></p>
    <p class="quiet">${last ? words.decidedBy[last.decidedBy] : undefined}</p>
    ${state.address === undefined ? html`<p class="hint">${words.noServerHow}</p>` : undefined}
    <dl class="counts">
      ${count(words.failures, device.failures)} ${count(words.waitingLogs, device.waitingLogs)}
      ${count(words.polls, device.push.polls)}
    </dl>
    <p><a class="refresh" href="/device?lang=${words.language.slice(0, 2)}">${words.refresh}</a></p>
  </section>`;
}

function lightOf({ arm, lastOutcome }: DeviceView): Light {
  if (arm.state !== 'locked') return 'open';
  return lastOutcome === undefined || lastOutcome.opens ? 'idle' : 'shut';
}

function positionOf({ arm, state }: DeviceView): ArmPosition {
  if (arm.state === 'locked') return isTurnstile(state.model) ? 'locked' : 'closed';
  if (arm.state === 'open') return 'open';
  const way = arm.parameters.replace('allow=', '');
  return way === 'clockwise' || way === 'anticlockwise' ? way : 'both';
}

function modeWord(words: DeviceWords, { state }: DeviceView): string {
  if (state.mode === 'CONTINGENCY') return words.contingency;
  return state.address === undefined ? words.noServer : words.online;
}

const count = (name: string, value: number): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const arrow = (path: string): string => `<path class="way" d="${path}"/>`;
const CLOCKWISE = arrow('M42 46 A76 76 0 0 1 158 46 M158 46 l-4 -20 M158 46 l-20 2');
const ANTICLOCKWISE = arrow('M158 46 A76 76 0 0 0 42 46 M42 46 l4 -20 M42 46 l20 2');

/** Seen from the side of the person: a hub with three bars, and the way that is free. */
const tripod = (way: string, ways: string): Html =>
  new Html(`<svg viewBox="0 0 200 170" class="tripod ${way}" aria-hidden="true">${ways}
<g class="bars"><path d="M100 92 V34 M100 92 L48 128 M100 92 L152 128"/><circle cx="100" cy="92" r="17"/></g></svg>`);

const TRIPOD: Readonly<Record<ArmPosition, Html>> = {
  locked: tripod('still', ''),
  clockwise: tripod('clockwise', CLOCKWISE),
  anticlockwise: tripod('anticlockwise', ANTICLOCKWISE),
  both: tripod('clockwise', CLOCKWISE + ANTICLOCKWISE),
  open: tripod('still', ''),
  closed: tripod('still', ''),
};

const door = (position: ArmPosition): Html => {
  const leaf = position === 'closed' ? 'M70 20 H130 V150 H70 Z' : 'M70 20 L104 34 V164 L70 150 Z';
  return new Html(`<svg viewBox="0 0 200 170" class="door" aria-hidden="true">
<path class="frame" d="M62 152 V12 H138 V152"/><path class="leaf" d="${leaf}"/></svg>`);
};

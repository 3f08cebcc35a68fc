import type { StoredObject } from '../device/device-memory.js';
import type { DeviceView } from '../device/simulated-device.js';
import type { DeviceExchange } from '../device-wire/exchange-log.js';
import { html, type Html } from '../http/html.js';
import type { DeviceWords } from './device-words.js';

const SHOWN = 12;

/** What went over the wire, newest first, and what the device wrote down. */
export const conversations = (words: DeviceWords, device: DeviceView): Html =>
  html`<div class="pair">
    <section class="card" aria-labelledby="exchanges">
      <h2 id="exchanges">${words.exchanges}</h2>
      ${exchangeList(words, device.exchanges)}
    </section>
    <section class="card" aria-labelledby="logs">
      <h2 id="logs">${words.logs}</h2>
      ${logTable(words, device.accessLogs)}
    </section>
  </div>`;

function exchangeList(words: DeviceWords, exchanges: readonly DeviceExchange[]): Html {
  if (exchanges.length === 0) return html`<p class="quiet">${words.noExchanges}</p>`;
  const newest = exchanges.toReversed().slice(0, SHOWN);
  return html`<div class="exchanges">${newest.map((one) => exchangeItem(words, one))}</div>`;
}

function exchangeItem(words: DeviceWords, exchange: DeviceExchange): Html {
  const { kind, request, answer, isAnswerLost, milliseconds, violations } = exchange;
  const mood = violations.length > 0 || answer?.status !== 200 || isAnswerLost ? 'bad' : 'good';
  const lost = isAnswerLost ? ` (${words.lostAnswer})` : '';
  return html`<details>
    <summary>
      <span class="status ${mood}">${answer?.status ?? '—'}</span>
      <span><code>${request.path.split('?')[0]}</code></span>
      <span class="quiet">${words.kinds[kind]} · ${timeOf(exchange.at)} · ${milliseconds} ms</span>
    </summary>
    <h3>${words.sent}</h3>
    <pre tabindex="0"><code>${request.method} ${request.path}
${request.body}</code></pre>
    <h3>${words.received}${lost}</h3>
    <pre tabindex="0"><code>${answer === undefined ? words.noAnswer : answer.body}</code></pre>
    ${violations.map((violation) => html`<p class="breach" lang="en">${violation}</p>`)}
  </details>`;
}

function logTable(words: DeviceWords, logs: readonly StoredObject[]): Html {
  if (logs.length === 0) return html`<p class="quiet">${words.noLogs}</p>`;
  const rows = logs.toReversed().slice(0, SHOWN).map(logRow);
  return html`<table>
    <thead>
      <tr>
        ${words.logColumns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

const logRow = (log: StoredObject): Html =>
  html`<tr>
    <td>${timeOf(new Date(Number(log['time']) * 1_000))}</td>
    <td>${log['event']}</td>
    <td>${log['card_value'] === '0' ? '–' : log['card_value']}</td>
    <td>${log['user_id'] === '0' ? '–' : log['user_id']}</td>
  </tr>`;

const timeOf = (moment: Date): string => moment.toTimeString().slice(0, 8);

import type { DeviceView } from '../device/simulated-device.js';
import { html, type Html } from '../http/html.js';
import { conversations } from './conversations.js';
import { deviceFace } from './device-face.js';
import { networkForm, passageForm, readerForm } from './device-forms.js';
import { settingsForm } from './settings-form.js';
import type { TypedContent } from './device-page-input.js';
import type { DeviceWords } from './device-words.js';

export interface DevicePageView {
  readonly words: DeviceWords;
  readonly device: DeviceView;
  /** What was typed last, and in what way it was wrong. */
  readonly typed?: TypedContent | undefined;
  readonly problem?: string | undefined;
}

/** The simulated device as a page: what a person sees at the door, and what passes on the wire. No script. */
export function devicePage(view: DevicePageView): string {
  const { words, device } = view;
  const page = html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} – ${words.app}</title>
        <link rel="stylesheet" href="/device.css" />
      </head>
      <body>
        ${pageHead(words)}
        <main>
          ${problemBox(view)}
          <div class="stage">
            ${deviceFace(words, device)}
            <div class="controls">
              ${readerForm(words, view.typed)} ${passageForm(words)} ${networkForm(words, device)}
            </div>
          </div>
          ${violationBox(words, device)} ${conversations(words, device)}
          ${settingsForm(words, device)}
        </main>
      </body>
    </html> `;
  return page.text;
}

const pageHead = (words: DeviceWords): Html =>
  html`<header>
    <div>
      <p class="app">${words.app}</p>
      <h1>${words.title}</h1>
    </div>
    <nav>
      <a href="/">${words.phone}</a>
      <a href="/device?lang=${words.other.language}" hreflang="${words.other.language}"
        >${words.other.name}</a
      >
    </nav>
  </header>`;

const problemBox = ({ words, problem }: DevicePageView): Html | undefined =>
  problem === undefined
    ? undefined
    : html`<section class="verdict bad" role="alert">
        <h2>${words.wrong}</h2>
        <p lang="en"><code>${problem}</code></p>
      </section>`;

function violationBox(words: DeviceWords, { violations, exchanges }: DeviceView): Html | undefined {
  if (exchanges.length === 0) return undefined;
  if (violations.length === 0)
    return html`<section class="verdict good" role="status"><p>${words.good}</p></section>`;
  const newest = violations.toReversed().slice(0, 8);
  return html`<section class="verdict bad" role="alert">
    <h2>${words.violations(violations.length)}</h2>
    <ul lang="en">
      ${newest.map(({ path, violation }) => html`<li><code>${path}</code> ${violation}</li>`)}
    </ul>
  </section>`;
}

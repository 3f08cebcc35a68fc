import { html } from '../../simulator/index.js';
import type { Credential, SandboxPage } from '../seed/sandbox-pages.js';

/** The front page of the sandbox: what to open, who is who, and the keys of the demo. */
export function sandboxHomePage(
  places: readonly SandboxPage[],
  credentials: readonly Credential[],
): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Gatehouse sandbox</title>
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/gatehouse.css" />
      </head>
      <body>
        <main class="card sandbox">
          <h1>Gatehouse sandbox</h1>
          <p class="lead">
            A gym to play with, “Demo Fitness”, and a Wellhub of its own. Nothing here leaves this
            machine.
          </p>
          <h2>What to open</h2>
          <dl>${places.map(placeItem)}</dl>
          <h2>Keys of the demo</h2>
          <dl>${credentials.map(credentialItem)}</dl>
          <p class="quiet">
            In a terminal, <code>npm run demo</code> walks the whole story with a gym of its own.
          </p>
        </main>
      </body>
    </html>`;
  return page.text;
}

const placeItem = ({ title, url, who }: SandboxPage) =>
  html`<dt><a href="${url}">${title}</a></dt>
    <dd>${who}</dd>`;

const credentialItem = ({ title, value, use }: Credential) =>
  html`<dt>${title}</dt>
    <dd>${use}<br /><code>${value}</code></dd>`;

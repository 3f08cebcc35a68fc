import { html, type Html } from '../http/html.js';
import type { LedgerCheckIn, LedgerState } from '../check-ins/ledger.js';
import { timeOf, type PhoneOutcome } from './phone-outcome.js';
import type { PhonePerson } from './phone-person.js';
import type { Target } from '../partner/target.js';

export interface PhoneView {
  readonly person: PhonePerson;
  readonly target: Target | undefined;
  readonly checkIns: readonly LedgerCheckIn[];
  readonly outcome?: PhoneOutcome;
}

/** The page that simulates a person's phone with the Wellhub app: one form, two buttons, no script. */
export function phonePage(view: PhoneView): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.outcome === undefined ? '' : `${view.outcome.title} – `}The phone</title>
        <link rel="stylesheet" href="/phone.css" />
      </head>
      <body>
        <header>
          <p class="app">Wellhub simulator</p>
          <h1>The phone</h1>
          <p><a href="/device">The turnstile</a></p>
        </header>
        <main>
          ${view.outcome === undefined ? undefined : outcomeBox(view.outcome)}
          <p>${gymLine(view.target)}</p>
          ${personForm(view.person)}
          <section aria-labelledby="check-ins">
            <h2 id="check-ins">Check-ins of this person</h2>
            ${checkInList(view.checkIns)}
            <p><a href="/">Look again</a></p>
          </section>
        </main>
      </body>
    </html> `;
  return page.text;
}

function gymLine(target: Target | undefined): Html {
  return target === undefined
    ? html`<strong>No gym is connected yet.</strong> Set the target of this simulator first.`
    : html`Gym ${target.wellhubGymId}, whose software is at <code>${target.baseUrl}</code>.`;
}

function outcomeBox(outcome: PhoneOutcome): Html {
  const mood = outcome.isGood ? 'good' : 'bad';
  const role = outcome.isGood ? 'status' : 'alert';
  const lines = outcome.lines.map((line) => html`<p>${line}</p>`);
  const answer =
    outcome.answer === undefined
      ? undefined
      : html`<p>Its answer: <code>${outcome.answer}</code></p>`;
  return html`<section class="outcome ${mood}" role="${role}">
    <h2>${outcome.title}</h2>
    ${lines}${answer}
  </section>`;
}

function personForm(person: PhonePerson): Html {
  const field = fieldOf(person);
  return html`<form method="post" action="/phone/check-in">
    <fieldset>
      <legend>Who holds the phone</legend>
      ${field('firstName', 'First name', html`autocomplete="off"`)}
      ${field('lastName', 'Last name', html`autocomplete="off"`)}
      ${field('email', 'E-mail', html`type="email" autocomplete="off"`)}
      ${field('wellhubId', 'Wellhub id (13 digits)', html`inputmode="numeric" pattern="[0-9 ]{13,20}" required`)}
      ${field('gpwId', 'gpw id', html`pattern="gpw-.+" required autocapitalize="off" spellcheck="false"`)}
    </fieldset>
    <div class="actions">
      <button formaction="/phone/join">Join this gym</button>
      <button class="main">Check in</button>
      <button class="quiet" formaction="/phone/someone-else" formnovalidate>Be someone else</button>
    </div>
  </form>`;
}

const fieldOf =
  (person: PhonePerson) => (name: keyof PhonePerson, label: string, attributes: Html) =>
    html`<p class="field">
      <label for="${name}">${label}</label>
      <input id="${name}" name="${name}" value="${person[name]}" maxlength="254" ${attributes} />
    </p>`;

const STATE_WORDS: Readonly<Record<LedgerState, string>> = {
  pending: 'waiting for the gym',
  validated: 'validated: Wellhub pays this visit',
  expired: 'expired',
  canceled: 'canceled',
};

function checkInList(checkIns: readonly LedgerCheckIn[]): Html {
  if (checkIns.length === 0) return html`<p>None yet.</p>`;
  const newestFirst = checkIns.toReversed().slice(0, 10);
  const items = newestFirst.map(
    (checkIn) => html`<li>${timeOf(checkIn.createdAt)} – ${STATE_WORDS[checkIn.state]}</li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}

import type { VNode } from 'preact';
import { zoneForClocks } from '../../platform/values/time-zones.js';
import type { SeenCheckIn } from '../../check-in-validation/index.js';
import type { WellhubIdClaim } from '../../user-registration/index.js';
import { CheckInRow } from './check-in-row.js';
import { ClaimList } from '../claims/claim-list.js';
import { deskPath, logInFor, newLogInFor, type DeskContext } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import type { FlashMessage } from '../layout/flash-messages.js';
import { longDateAt } from '../layout/format-person.js';
import { ManualEntryForm } from './manual-entry-form.js';
import type { ManualEntry } from './manual-entry.js';

/** The data of the desk's screen. */
export interface DeskScreen {
  readonly checkIns: readonly SeenCheckIn[];
  readonly claims: readonly WellhubIdClaim[];
  readonly now: Date;
  readonly search: string;
  readonly result?: FlashMessage | undefined;
  readonly typed?: ManualEntry | undefined;
}

/** Works by reload without script; `web/front-desk.ts` refreshes it and submits its forms in place. */
export function deskPage(context: DeskContext, screen: DeskScreen): VNode {
  const { words, gym, caller, who, hasAccount } = context;
  const waiting = screen.checkIns.filter(({ state }) => state === 'PENDING');
  const title = waiting.length > 0 ? `(${waiting.length}) ${words.head.title}` : words.head.title;
  return (
    <DeskLayout
      words={words}
      title={title}
      place={gym.name}
      isTest={context.isTest}
      below={longDateAt(words, gym.timeZone, screen.now)}
      who={who}
      hasAccount={hasAccount}
      hasOtherGyms={caller.gymId === undefined}
      script="front-desk.js"
      isWide
    >
      <h1 class="unseen">{words.head.title}</h1>
      <div
        id="desk"
        data-here={deskPath(context)}
        data-search={deskPath(context, 'search')}
        data-pulse={deskPath(context, 'pulse')}
        data-log-in={logInFor(deskPath(context))}
        data-new-log-in={newLogInFor(context)}
        data-time-zone={zoneForClocks(gym.timeZone)}
        data-words={JSON.stringify(words.live)}
      >
        <p id="desk-notice" class="desk-notice" role="status" />
        <p id="desk-news" class="unseen" role="status" />
        <div id="desk-result">{screen.result && <ResultCard result={screen.result} />}</div>
        <div class="desk-columns">
          <div class="desk-list">
            <SearchForm context={context} search={screen.search} />
            <SignalSwitch label={words.list.signal} />
            <Waiting context={context} screen={screen} waiting={waiting} />
          </div>
          <aside class="desk-tools">
            <div id="desk-claims">
              {screen.claims.length > 0 && <ClaimList context={context} claims={screen.claims} />}
            </div>
            <div id="desk-typed">
              <ManualEntryForm context={context} typed={screen.typed} />
            </div>
          </aside>
          <Done context={context} screen={screen} />
        </div>
      </div>
    </DeskLayout>
  );
}

function ResultCard({ result }: { result: FlashMessage }): VNode {
  return (
    <section class={`result tone-${result.tone}`} aria-labelledby="result-title">
      <h2 id="result-title" tabindex={-1}>
        {result.title}
        {result.name && <span class="result-name">{result.name}</span>}
      </h2>
      <p>{result.text}</p>
      {result.warning && <p>{result.warning}</p>}
      {result.key && <p class="quiet">Wellhub: {result.key}</p>}
    </section>
  );
}

/** Sent by POST, because a name in a URL would stay in histories and logs. */
function SearchForm({ context, search }: { context: DeskContext; search: string }): VNode {
  const { list } = context.words;
  return (
    <form method="post" action={deskPath(context, 'search')} id="desk-search" role="search">
      <label for="q">{list.search}</label>
      <div class="search-line">
        <input
          id="q"
          name="q"
          type="search"
          autocomplete="off"
          maxLength={100}
          value={search}
          placeholder={list.searchHint}
        />
        <button>{list.searchButton}</button>
      </div>
      {search !== '' && <a href={deskPath(context)}>{list.searchEnd}</a>}
    </form>
  );
}

/** Only with script, which makes the sound. */
function SignalSwitch({ label }: { label: string }): VNode {
  return (
    <div id="desk-signal" class="desk-signal" hidden>
      <p class="check">
        <input id="signal" type="checkbox" />
        <label for="signal">{label}</label>
      </p>
      <p class="hint" role="status" />
    </div>
  );
}

interface ListProps {
  readonly context: DeskContext;
  readonly screen: DeskScreen;
}

function Waiting(props: ListProps & { waiting: readonly SeenCheckIn[] }): VNode {
  const { context, screen, waiting } = props;
  const { list } = context.words;
  const nobody = screen.search === '' ? list.nobodyWaiting : list.notFound;
  return (
    <section id="desk-waiting" class="desk-section" tabindex={-1} aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {list.waiting} <span class="count">{waiting.length}</span>
      </h2>
      <noscript>
        <p>
          <a class="button" href={deskPath(context)}>
            {list.reload}
          </a>
        </p>
      </noscript>
      {waiting.length === 0 ? (
        <div class="empty">
          <p>{nobody}</p>
          {screen.search === '' && <p class="quiet">{list.nobodyWaitingHint}</p>}
        </div>
      ) : (
        <ul class="people" data-list="waiting">
          {waiting.map((checkIn) => (
            <CheckInRow key={checkIn.id} context={context} checkIn={checkIn} now={screen.now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Done({ context, screen }: ListProps): VNode {
  const { list } = context.words;
  const done = screen.checkIns.filter(({ state }) => state !== 'PENDING');
  return (
    <section id="desk-done" class="desk-section desk-done" aria-labelledby="done-title">
      <h2 id="done-title">
        {list.done} <span class="count">{done.length}</span>
      </h2>
      {done.length === 0 ? (
        <p class="quiet">{list.nothingDone}</p>
      ) : (
        <ul class="people small" data-list="done">
          {done.map((checkIn) => (
            <CheckInRow key={checkIn.id} context={context} checkIn={checkIn} now={screen.now} />
          ))}
        </ul>
      )}
    </section>
  );
}

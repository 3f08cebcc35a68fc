import type { VNode } from 'preact';
import type { SeenCheckIn } from '../../check-in-validation/index.js';
import type { FoundCustomer } from '../../customers/index.js';
import { deskPath, type DeskContext } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { groupedId, displayName, shortNumber } from '../layout/format-person.js';

export interface LinkSearch {
  readonly text: string;
  /** Undefined before the first search. */
  readonly found: readonly FoundCustomer[] | undefined;
}

type Shown = Pick<FoundCustomer, 'firstName' | 'lastName' | 'email' | 'number'>;

/** "Who is this?": finds the existing customer of whom a check-in created a duplicate. */
export function linkCheckInPage(
  context: DeskContext,
  checkIn: SeenCheckIn,
  search: LinkSearch,
): VNode {
  const { words, gym, who } = context;
  const { link } = words;
  const title = link.title(displayName(words, checkIn));
  return (
    <DeskLayout words={words} title={title} place={gym.name} isTest={context.isTest} who={who}>
      <h1>{title}</h1>
      <p class="digits quiet">
        {words.row.wellhubId} {groupedId(checkIn.wellhubId)}
      </p>
      <p class="lead">{link.lead}</p>
      <form method="post" action={deskPath(context, `check-ins/${checkIn.id}/link`)} role="search">
        <p class="field">
          <label for="q">{link.search}</label>
          <input
            id="q"
            name="q"
            type="search"
            autocomplete="off"
            maxLength={100}
            value={search.text}
            aria-describedby="q-hint"
          />
          <span class="hint" id="q-hint">
            {link.searchHint}
          </span>
        </p>
        <button class="main">{link.button}</button>
      </form>
      <div role="status">{search.found?.length === 0 && <p class="empty">{link.nobody}</p>}</div>
      {search.found && search.found.length > 0 && (
        <ul class="found">
          {search.found.map((found) => (
            <Found key={found.customerId} context={context} checkIn={checkIn} found={found} />
          ))}
        </ul>
      )}
      <p class="aside">
        <a href={deskPath(context)}>{words.head.back}</a>
      </p>
    </DeskLayout>
  );
}

interface FoundProps {
  readonly context: DeskContext;
  readonly checkIn: SeenCheckIn;
  readonly found: FoundCustomer;
}

function Found({ context, checkIn, found }: FoundProps): VNode {
  const { words } = context;
  const { link } = words;
  const hindrance =
    (found.wellhubId !== null && link.hasOtherId) || (found.status === 'DISABLED' && link.disabled);
  return (
    <li>
      <Person context={context} person={found} id={found.customerId} />
      {hindrance ? (
        <p class="quiet">{hindrance}</p>
      ) : (
        <form method="post" action={deskPath(context, `check-ins/${checkIn.id}/link/confirm`)}>
          <input type="hidden" name="customerId" value={found.customerId} />
          <button>
            {link.choose}
            <span class="unseen"> {displayName(words, found)}</span>
          </button>
        </form>
      )}
    </li>
  );
}

interface PersonProps {
  readonly context: DeskContext;
  readonly person: Shown;
  readonly id: number;
}

function Person({ context, person, id }: PersonProps): VNode {
  const { words } = context;
  const name = displayName(words, person);
  return (
    <div>
      <p class="person-name">{name}</p>
      <p class="quiet">
        {person.email && person.email !== name && <span>{person.email} · </span>}
        {words.link.number} {shortNumber(person.number, id)}
      </p>
    </div>
  );
}

/** Both customers side by side, before they are merged. */
export function confirmLinkPage(
  context: DeskContext,
  checkIn: SeenCheckIn,
  into: Shown & { readonly id: number },
): VNode {
  const { words, gym, who } = context;
  const { link } = words;
  const lead = link.confirmLead(displayName(words, checkIn), displayName(words, into));
  return (
    <DeskLayout words={words} title={link.confirmTitle} place={gym.name} who={who}>
      <h1>{link.confirmTitle}</h1>
      <p class="lead question">{lead}</p>
      <ul class="found">
        <li>
          <div>
            <p class="person-name">{displayName(words, checkIn)}</p>
            <p class="quiet digits">
              {checkIn.email && <span>{checkIn.email} · </span>}
              {words.row.wellhubId} {groupedId(checkIn.wellhubId)}
            </p>
          </div>
        </li>
        <li>
          <Person context={context} person={into} id={into.id} />
        </li>
      </ul>
      <p>{link.confirmWarning}</p>
      <form method="post" action={deskPath(context, `check-ins/${checkIn.id}/link/merge`)}>
        <input type="hidden" name="customerId" value={into.id} />
        <button class="main">{link.confirm}</button>
      </form>
      <p class="aside">
        <a href={deskPath(context, `check-ins/${checkIn.id}/link`)}>{link.cancel}</a>
      </p>
    </DeskLayout>
  );
}

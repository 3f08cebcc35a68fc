import type { VNode } from 'preact';
import type { ListedStaffSession, NamedWorkplace } from '../../staff/index.js';
import { ACCOUNT, DESK, SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import { placeValue } from './place-value.js';

export interface AccountView extends SeatedPerson {
  readonly places: readonly NamedWorkplace[];
  readonly sessions: readonly ListedStaffSession[];
  readonly mayUseDesk: boolean;
  readonly hasFactor: boolean;
}

/** A person may work in several time zones. */
const SHOWN_TIME = {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;

/** Who is logged in, where they work, and where else they are logged in. */
export function accountPage(view: AccountView): VNode {
  const { words, session, places, mayUseDesk, hasFactor } = view;
  const { account, roles, secondFactor } = words.staff;
  const here = places.find((place) => isHere(view, place));
  return (
    <DeskLayout
      words={words}
      title={account.title}
      place={here?.partnerName ?? ''}
      who={session.name}
    >
      <h1>{session.name}</h1>
      <p class="lead">
        {roles[session.role]} · {here?.gym?.name ?? account.allGyms}
      </p>
      {mayUseDesk ? (
        <p>
          <a class="button" href={DESK}>
            {account.frontDesk}
          </a>
        </p>
      ) : (
        <p>{account.noScreens}</p>
      )}
      <p>
        <a href={SECOND_FACTOR}>{hasFactor ? secondFactor.has : secondFactor.setUp}</a>
      </p>
      {places.length > 1 && <Places view={view} />}
      <Sessions view={view} />
    </DeskLayout>
  );
}

const isHere = ({ session }: AccountView, { workplace, gym }: NamedWorkplace): boolean =>
  workplace.memberId === session.memberId && (gym?.id ?? null) === session.gymId;

function Places({ view }: { readonly view: AccountView }): VNode {
  const { places, words } = view;
  const { account, roles } = words.staff;
  return (
    <section>
      <h2>{account.placesTitle}</h2>
      <p class="hint">{account.placesLead}</p>
      <ul class="choice">
        {places.map((place) => (
          <li key={placeValue(place)}>
            {place.partnerName} · {place.gym?.name ?? account.allGyms} · {roles[place.role]}
            {isHere(view, place) ? (
              <strong> {account.here}</strong>
            ) : (
              <form method="post" action={`${ACCOUNT}/place`}>
                <button name="place" value={placeValue(place)}>
                  {account.work}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sessions({ view }: { readonly view: AccountView }): VNode {
  const { sessions, session: own, words } = view;
  const { account } = words.staff;
  const { format } = new Intl.DateTimeFormat(words.lang, SHOWN_TIME);
  return (
    <section>
      <h2>{account.sessionsTitle}</h2>
      <p class="hint">{account.sessionsLead}</p>
      <ul class="choice">
        {sessions.map(({ id, createdAt, expiresAt, source }) => (
          <li key={id}>
            {account.session(format(createdAt), format(expiresAt), source)}
            {id === own.id ? (
              <strong> {account.thisOne}</strong>
            ) : (
              <form method="post" action={`${ACCOUNT}/sessions/end`}>
                <button name="session" value={id}>
                  {account.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={`${ACCOUNT}/sessions/end-all`}>
        <button>{account.endAll}</button>
      </form>
    </section>
  );
}

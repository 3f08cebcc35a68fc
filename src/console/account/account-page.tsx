import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Badge, Facts, Panel } from '../frame/list.js';
import { ACCOUNT, FACTORS } from '../layout/desk-context.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import type { DeskWords } from '../words/words.js';
import { ACCOUNT_WORDS } from './account-words.js';
import { placeValue, type OwnPlace } from '../frame/own-places.js';
import type { AccountView } from './own-account.js';

interface PartProps {
  readonly page: ConsolePage;
  readonly view: AccountView;
}

const staffWordsOf = ({ language }: ConsolePage): DeskWords['staff'] =>
  chooseDeskWords(undefined, language).staff;

/** Who is logged in, where they work, and where else they are logged in. */
export function accountPage(page: ConsolePage, view: AccountView): VNode {
  const words = page.textsOf(ACCOUNT_WORDS);
  const { account, places } = view;
  const here = places.find(({ isCurrent }) => isCurrent);
  return (
    <Frame page={page} title={page.words.sections.account} lead={words.lead} done={words.done}>
      <Facts
        facts={[
          [words.email, account.email],
          [words.role, roleOf(page, account.role)],
          ...(here ? [[words.place, placeText(page, here)] as const] : []),
        ]}
      />
      <About page={page} view={view} />
      <Factor page={page} view={view} />
      {(places.length > 1 || (places.length === 1 && !here)) && <Places page={page} view={view} />}
      <Sessions page={page} view={view} />
    </Frame>
  );
}

function roleOf(page: ConsolePage, role: string): string {
  const roles: Readonly<Record<string, string>> = staffWordsOf(page).roles;
  return roles[role] ?? role;
}

const placeText = (page: ConsolePage, { partnerId, partnerName, gymName }: OwnPlace): string =>
  partnerId === null ? partnerName : `${partnerName} · ${gymName ?? page.words.allGyms}`;

function About({ page, view: { state } }: PartProps): VNode {
  const words = page.textsOf(ACCOUNT_WORDS);
  const languages = Object.entries(words.languages).map(([value, label]) => ({ value, label }));
  return (
    <Panel title={words.aboutTitle}>
      <ConsoleForm page={page} action={ACCOUNT} state={state} submit={page.words.save} isOwn>
        <TextField
          page={page}
          state={state}
          name="name"
          label={words.name}
          required
          input={{ type: 'text', autocomplete: 'name', maxLength: 100 }}
        />
        <SelectField
          page={page}
          state={state}
          name="language"
          label={words.language}
          choices={languages}
          required
        />
      </ConsoleForm>
    </Panel>
  );
}

function Factor({ page, view }: PartProps): VNode {
  const words = page.textsOf(ACCOUNT_WORDS);
  const { secondFactor: own } = staffWordsOf(page);
  const { isSet, isRequired } = view.account.secondFactor;
  return (
    <Panel title={words.factorTitle}>
      <p>{isSet ? words.factorOn : words.factorOff}</p>
      {isRequired && !isSet && <p>{words.factorMissing}</p>}
      <p>
        <a class="button" href={FACTORS}>
          {isSet ? words.factorManage : own.setUp}
        </a>
      </p>
    </Panel>
  );
}

function Places({ page, view }: PartProps): VNode {
  const { account } = staffWordsOf(page);
  return (
    <Panel title={account.placesTitle}>
      <p>{account.placesLead}</p>
      <ul class="ruled-list">
        {view.places.map((place) => (
          <li key={placeValue(place)} class="line-with-action">
            <span>
              {placeText(page, place)} · {roleOf(page, place.role)}
            </span>
            {place.isCurrent ? (
              <Badge tone="good">{account.here}</Badge>
            ) : (
              <form method="post" action={`${ACCOUNT}/place`}>
                <button name="place" value={placeValue(place)}>
                  {account.work}
                  <span class="unseen">: {placeText(page, place)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sessions({ page, view }: PartProps): VNode {
  const words = page.textsOf(ACCOUNT_WORDS);
  const { account } = staffWordsOf(page);
  // A person of the operator works in no zone of a partner.
  const zone = page.partner ? '' : ' UTC';
  const at = (moment: string) => `${page.formats.dateTime(moment)}${zone}`;
  return (
    <Panel title={account.sessionsTitle}>
      <p>{account.sessionsLead}</p>
      <ul class="ruled-list">
        {view.sessions.map(({ id, createdAt, expiresAt, source, isCurrent }) => (
          <li key={id} class="line-with-action">
            <span>{account.session(at(createdAt), at(expiresAt), source)}</span>
            {isCurrent ? (
              <Badge tone="good">{words.thisOne}</Badge>
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
      <ConfirmedAction
        page={page}
        label={account.endAll}
        consequence={words.endAllConsequence}
        action={`${ACCOUNT}/sessions/end-all`}
        submit={account.endAll}
        isOwn
      />
    </Panel>
  );
}

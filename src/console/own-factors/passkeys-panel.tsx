import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import { CONFIRM, FACTORS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PasskeyForm, PasskeyNameField } from '../passkeys/passkey-form.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { OWN_PASSKEYS, type FactorsView, type OwnPasskey } from './own-factors.js';
import { OWN_FACTORS_WORDS } from './own-factors-words.js';
import { PasskeyDates } from './passkey-dates.js';

interface PasskeysProps {
  readonly page: ConsolePage;
  readonly view: FactorsView;
}

/** The passkeys of a person, and how to add one. Nothing where browsers make none. */
export function PasskeysPanel({ page, view }: PasskeysProps): VNode | null {
  const words = chooseDeskWords(undefined, page.language);
  const texts = passkeyWords(words);
  const { items, isPossible } = view.passkeys;
  if (!isPossible && items.length === 0) return null;
  const mayRemove = !view.factor.isRequired || view.factor.hasApp || items.length > 1;
  return (
    <Panel title={texts.title}>
      <p>{texts.lead}</p>
      {items.length > 0 && (
        <ul class="ruled-list">
          {items.map((passkey) => (
            <Passkey key={passkey.id} page={page} passkey={passkey} mayRemove={mayRemove} />
          ))}
        </ul>
      )}
      {items.length > 0 && !mayRemove && <p class="hint">{words.staff.secondFactor.mandatory}</p>}
      {view.refused?.form === 'passkey' && (
        <p class="alert" role="alert">
          {texts.notAdded}
        </p>
      )}
      {isPossible && <Addition page={page} view={view} />}
    </Panel>
  );
}

interface PasskeyProps {
  readonly page: ConsolePage;
  readonly passkey: OwnPasskey;
  readonly mayRemove: boolean;
}

function Passkey({ page, passkey, mayRemove }: PasskeyProps): VNode {
  const texts = passkeyWords(chooseDeskWords(undefined, page.language));
  const { rename } = page.textsOf(OWN_FACTORS_WORDS);
  const { id, name } = passkey;
  return (
    <li class="line-with-action">
      <span>
        <strong>{name}</strong>
        <br />
        <span class="hint">
          <PasskeyDates page={page} passkey={passkey} />
        </span>
      </span>
      <span class="actions">
        <a class="button second" href={`${OWN_PASSKEYS}/${id}`}>
          {rename}
          <span class="unseen"> {name}</span>
        </a>
        {mayRemove && (
          <ConsoleForm page={page} action={`${OWN_PASSKEYS}/remove`} hidden={{ id }} isOwn>
            <button aria-label={texts.remove(name)}>{texts.removeButton}</button>
          </ConsoleForm>
        )}
      </span>
    </li>
  );
}

function Addition({ page, view }: PasskeysProps): VNode {
  const words = chooseDeskWords(undefined, page.language);
  const texts = passkeyWords(words);
  const { items, most } = view.passkeys;
  if (items.length >= most) return <p>{texts.full}</p>;
  if (page.caller.mustProve)
    return (
      <p>
        <a class="button second" href={`${CONFIRM}?to=${FACTORS}`}>
          {texts.add}
        </a>
      </p>
    );
  return (
    <PasskeyForm
      words={words}
      purpose="ADD"
      action={OWN_PASSKEYS}
      options={`${OWN_PASSKEYS}/options`}
      button={texts.add}
    >
      <PasskeyNameField words={words} />
    </PasskeyForm>
  );
}

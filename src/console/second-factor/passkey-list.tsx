import type { VNode } from 'preact';
import { LabelledInput } from '../../pages/index.js';
import type { ListedPasskey } from '../../staff/index.js';
import { PASSKEYS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PasskeyForm } from '../passkeys/passkey-form.js';
import { CONFIRM_AND_RETURN, needsProof, type FactorOverview } from './factor-overviews.js';

const DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const;

/** The passkeys of a person, and how to add one. Nothing where browsers make none. */
export function PasskeyList({ view }: { readonly view: FactorOverview }): VNode | null {
  const { words, passkeys, hasPasskeysHere, hasApp, mayRemove } = view;
  const texts = passkeyWords(words);
  if (!hasPasskeysHere && passkeys.length === 0) return null;
  const mayRemoveOne = mayRemove || hasApp || passkeys.length > 1;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p class="hint">{texts.lead}</p>
      <ul class="choice">
        {passkeys.map((passkey) => (
          <Passkey key={passkey.id} view={view} passkey={passkey} mayRemove={mayRemoveOne} />
        ))}
      </ul>
      {passkeys.length > 0 && !mayRemoveOne && <p>{words.staff.secondFactor.mandatory}</p>}
      {hasPasskeysHere && <Addition view={view} />}
    </section>
  );
}

interface PasskeyProps {
  readonly view: FactorOverview;
  readonly passkey: ListedPasskey;
  readonly mayRemove: boolean;
}

function Passkey({ view: { words }, passkey, mayRemove }: PasskeyProps): VNode {
  const texts = passkeyWords(words);
  const { id, name, createdAt, lastUsedAt } = passkey;
  const { format } = new Intl.DateTimeFormat(words.lang, DAY);
  const used = lastUsedAt ? texts.used(format(lastUsedAt)) : texts.neverUsed;
  return (
    <li class="factor">
      <p>
        <strong>{name}</strong>
        <br />
        <span class="hint">
          {texts.added(format(createdAt))}, {used}
        </span>
      </p>
      {mayRemove && (
        <form method="post" action={`${PASSKEYS}/remove`}>
          <button name="id" value={id} aria-label={texts.remove(name)}>
            {texts.removeButton}
          </button>
        </form>
      )}
    </li>
  );
}

function Addition({ view }: { readonly view: FactorOverview }): VNode {
  const { words, hasRoom } = view;
  const texts = passkeyWords(words);
  if (!hasRoom) return <p>{texts.full}</p>;
  if (needsProof(view))
    return (
      <p>
        <a class="button" href={CONFIRM_AND_RETURN}>
          {texts.add}
        </a>
      </p>
    );
  return (
    <PasskeyForm words={words} purpose="ADD" action={PASSKEYS} button={texts.add}>
      <LabelledInput
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        input={{ maxLength: 60, autocomplete: 'off' }}
        required={false}
      />
    </PasskeyForm>
  );
}

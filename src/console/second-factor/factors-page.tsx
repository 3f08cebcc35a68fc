import type { VNode } from 'preact';
import { ACCOUNT, SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { FormAlert } from '../layout/form-alert.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PASSKEY_SCRIPT } from '../passkeys/passkey-form.js';
import { AppEnrolment } from './app-enrolment.js';
import { CONFIRM_AND_RETURN, needsProof, type FactorOverview } from './factor-overviews.js';
import { PasskeyList } from './passkey-list.js';

/** What was wrong with what was sent. */
export type FactorProblem = 'code' | 'notAdded';

/** The second factors of a person: how the first is set up, and what there is. */
export function factorsPage(view: FactorOverview, problem?: FactorProblem): VNode {
  const { words, session, hasApp, passkeys, enrolment } = view;
  const { secondFactor, account } = words.staff;
  const hasAny = hasApp || passkeys.length > 0;
  const title = hasAny ? secondFactor.has : secondFactor.enrolTitle;
  return (
    <DeskLayout
      words={words}
      title={title}
      place="Gatehouse"
      who={session.name}
      script={PASSKEY_SCRIPT}
    >
      <h1>{title}</h1>
      {hasAny && <p class="lead">{secondFactor.hasLead}</p>}
      {problem === 'code' && <FormAlert text={secondFactor.wrong} field="code" />}
      {problem === 'notAdded' && <FormAlert text={passkeyWords(words).notAdded} field="name" />}
      {enrolment ? <AppEnrolment words={words} enrolment={enrolment} /> : <App view={view} />}
      <PasskeyList view={view} />
      {hasAny && <Codes view={view} />}
      {hasAny && (
        <p class="aside">
          <a href={ACCOUNT}>{account.title}</a>
        </p>
      )}
    </DeskLayout>
  );
}

/** An app that is set up, or how to get one. */
function App({ view }: { readonly view: FactorOverview }): VNode {
  const { words, hasApp, passkeys, mayRemove } = view;
  const { app } = passkeyWords(words);
  return (
    <section>
      <h2>{app.title}</h2>
      <p class="hint">{hasApp ? app.has : app.none}</p>
      {!hasApp && (
        <p>
          <a href={needsProof(view) ? CONFIRM_AND_RETURN : `${SECOND_FACTOR}/app`}>{app.setUp}</a>
        </p>
      )}
      {hasApp && (mayRemove || passkeys.length > 0) && (
        <form method="post" action={`${SECOND_FACTOR}/remove`}>
          <button>{app.remove}</button>
        </form>
      )}
      {hasApp && !mayRemove && passkeys.length === 0 && <p>{words.staff.secondFactor.mandatory}</p>}
    </section>
  );
}

function Codes({ view }: { readonly view: FactorOverview }): VNode {
  const { codes } = passkeyWords(view.words);
  return (
    <section>
      <h2>{codes.title}</h2>
      <p class="hint">{codes.lead}</p>
      <form method="post" action={`${SECOND_FACTOR}/recovery-codes`}>
        <button>{codes.button}</button>
      </form>
    </section>
  );
}

import type { VNode } from 'preact';
import type { Enrolment } from '../../staff/index.js';
import { ACCOUNT, SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { FormAlert } from '../layout/form-alert.js';
import { QrPicture } from '../layout/qr-picture.js';
import type { SeatedPerson } from '../log-in/staff-access.js';
import type { DeskWords } from '../words/words.js';
import { CodeForm } from './code-form.js';

/** After the password: a code of the app, or a recovery code. */
export function secondFactorPage({ words, session }: SeatedPerson, isWrong: boolean): VNode {
  const { secondFactor } = words.staff;
  return (
    <DeskLayout words={words} title={secondFactor.codeTitle} place="Gatehouse" who={session.name}>
      <h1>{secondFactor.codeTitle}</h1>
      <p class="lead">{secondFactor.codeLead}</p>
      {isWrong && <FormAlert text={secondFactor.wrong} field="code" />}
      <CodeForm words={words} action={SECOND_FACTOR} button={secondFactor.codeButton} />
    </DeskLayout>
  );
}

/** The secret as a picture and as text, and the form for the first code. */
export function enrolmentPage(
  { words, session }: SeatedPerson,
  { uri, secret }: Enrolment,
  isWrong: boolean,
): VNode {
  const { secondFactor } = words.staff;
  return (
    <DeskLayout words={words} title={secondFactor.enrolTitle} place="Gatehouse" who={session.name}>
      <h1>{secondFactor.enrolTitle}</h1>
      <p class="lead">{secondFactor.enrolLead}</p>
      {isWrong && <FormAlert text={secondFactor.wrong} field="code" />}
      <p>
        <QrPicture text={uri} label={secondFactor.picture} />
      </p>
      <p>{secondFactor.secret}</p>
      <p class="digits">
        <code>{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <CodeForm words={words} action={SECOND_FACTOR} button={secondFactor.enrolButton} />
    </DeskLayout>
  );
}

/** Shown once. */
export function recoveryCodesPage(words: DeskWords, codes: readonly string[]): VNode {
  const { secondFactor } = words.staff;
  return (
    <DeskLayout words={words} title={secondFactor.recoveryTitle} place="Gatehouse">
      <h1>{secondFactor.recoveryTitle}</h1>
      <p class="lead">{secondFactor.recoveryLead}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={ACCOUNT}>
          {secondFactor.done}
        </a>
      </p>
    </DeskLayout>
  );
}

/** @param mayRemove the role does not require it */
export function hasFactorPage({ words, session }: SeatedPerson, mayRemove: boolean): VNode {
  const { secondFactor, account } = words.staff;
  return (
    <DeskLayout words={words} title={secondFactor.codeTitle} place="Gatehouse" who={session.name}>
      <h1>{secondFactor.has}</h1>
      <p class="lead">{secondFactor.hasLead}</p>
      {mayRemove ? (
        <form method="post" action={`${SECOND_FACTOR}/remove`}>
          <button>{secondFactor.remove}</button>
        </form>
      ) : (
        <p>{secondFactor.mandatory}</p>
      )}
      <p class="aside">
        <a href={ACCOUNT}>{account.title}</a>
      </p>
    </DeskLayout>
  );
}

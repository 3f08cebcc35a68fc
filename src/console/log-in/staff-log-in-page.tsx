import type { VNode } from 'preact';
import { FORGOTTEN, LOG_IN, SINGLE_SIGN_ON, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { EMAIL_INPUT, LabelledInput } from '../../pages/index.js';
import { FormAlert } from '../layout/form-alert.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PASSKEY_SCRIPT, PasskeyForm } from '../passkeys/passkey-form.js';
import type { DeskWords } from '../words/words.js';

export interface StaffLogInForm {
  readonly email: string;
  readonly problem?: 'email' | 'password' | 'refused' | 'passkey' | undefined;
  /** False where browsers make none. */
  readonly hasPasskeys: boolean;
}

/** E-mail and password. A password is never sent back. */
export function staffLogInPage(
  words: DeskWords,
  { email, problem, hasPasskeys }: StaffLogInForm,
): VNode {
  const { logIn, email: emailLabel, password } = words.staff;
  const texts = passkeyWords(words);
  const problemOf = (field: 'email' | 'password') =>
    problem === field ? logIn.missing[field] : undefined;
  return (
    <DeskLayout
      words={words}
      title={logIn.title}
      place="Gatehouse"
      {...(hasPasskeys && { script: PASSKEY_SCRIPT })}
    >
      <h1>{logIn.title}</h1>
      <p class="lead">{logIn.lead}</p>
      {problem === 'refused' && <FormAlert text={logIn.refused} field="email" />}
      {problem === 'passkey' && <FormAlert text={texts.refused} field="email" />}
      <form method="post" action={STAFF_LOG_IN} novalidate>
        <LabelledInput
          name="email"
          label={emailLabel}
          input={EMAIL_INPUT}
          value={email}
          problem={problemOf('email')}
        />
        <LabelledInput
          name="password"
          label={password}
          input={{ type: 'password', autocomplete: 'current-password', maxLength: 128 }}
          problem={problemOf('password')}
        />
        <button class="main">{logIn.button}</button>
      </form>
      {hasPasskeys && (
        <PasskeyForm words={words} purpose="LOG_IN" action={STAFF_LOG_IN} button={texts.logIn}>
          <p class="or">{texts.or}</p>
        </PasskeyForm>
      )}
      <p class="aside">
        <a href={FORGOTTEN}>{words.staff.forgotten.link}</a>
      </p>
      <p class="aside">
        <a href={SINGLE_SIGN_ON}>{logIn.withProvider}</a>
      </p>
      <p class="aside">
        <a href={LOG_IN}>{logIn.withKey}</a>
      </p>
    </DeskLayout>
  );
}
